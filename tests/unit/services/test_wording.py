# SPDX-License-Identifier: EUPL-1.2
"""Licensed wording lies encrypted in the organisation akt and leaves with nothing."""

import pytest

from tests.unit.services.offices import DA, Office, appraise
from workbench.domain.assessments import Result
from workbench.instruments.pack_errors import PackRefusedError
from workbench.instruments.packs import caveats_for
from workbench.instruments.wording_packs import Pack, pack_sha256
from workbench.services.assess import assessing, results, sheets, wording
from workbench.services.assess.assessing import Context
from workbench.services.house import settings
from workbench.services.house.settings import NotAllowedError

SECRET = "Helt påhittad formulering"


def pack(office: Office, **other) -> Pack:
    definition = office.definition(DA)
    items = {item.id: f"{SECRET} {item.number}" for item in definition.items}
    return Pack(definition.id, definition.version, "sv", "Förlaget", "2019", items, **other)


def test_words_are_shown_by_the_hash_that_an_assessment_recorded(office: Office):
    wording.load_pack(office.desk, pack(office))
    definition = office.definition(DA)
    sha256 = wording.pack_for_new(office.desk, definition, "sv")
    assert sha256 == pack_sha256(pack(office))
    assert wording.pack_for_new(office.desk, definition, "en") == "none"
    office.relock()
    shown = wording.worded(office.desk, definition, sha256)
    assert shown.items[0].labels["sv"] == f"{SECRET} {definition.items[0].number}"
    assert wording.worded(office.desk, definition, "none") is definition
    assert wording.worded(office.desk, definition, "0" * 64) is definition


def test_after_the_last_day_new_assessments_have_short_labels_and_old_ones_keep_theirs(office):
    last = office.desk.clock.today().isoformat()
    wording.load_pack(office.desk, pack(office, valid_to=last))
    definition = office.definition(DA)
    kept = wording.pack_for_new(office.desk, definition, "sv")
    office.place.clock.step(hours=48)
    assert wording.pack_for_new(office.desk, definition, "sv") == "none"
    assert wording.worded(office.desk, definition, kept).items[0].labels["sv"].startswith(SECRET)


def test_withdrawn_words_are_shown_no_more(office: Office):
    wording.load_pack(office.desk, pack(office))
    (loaded,) = wording.packs(office.desk)
    wording.withdraw_pack(office.desk, loaded, "avtalet är uppsagt")
    definition = office.definition(DA)
    assert wording.worded(office.desk, definition, loaded.value.sha256) is definition
    assert wording.pack_for_new(office.desk, definition, "sv") == "none"


def test_a_pack_that_does_not_fit_is_not_kept(office: Office):
    wrong = pack(office)
    lacking = Pack(wrong.instrument, wrong.version, "sv", "Förlaget", "2019", {"q01": "Bara en"})
    with pytest.raises(PackRefusedError):
        wording.load_pack(office.desk, lacking)
    assert wording.packs(office.desk) == ()


def test_only_a_method_owner_loads_words(office: Office, monkeypatch):
    monkeypatch.setattr(settings, "roles_of", lambda _desk: ("administrator",))
    with pytest.raises(NotAllowedError):
        wording.load_pack(office.desk, pack(office))


def test_no_file_of_the_vault_has_the_words_in_plain(office: Office):
    wording.load_pack(office.desk, pack(office))
    office.relock()
    files = [path for path in office.place.folder.rglob("*") if path.is_file()]
    assert files
    assert not any(SECRET.encode() in path.read_bytes() for path in files)


def test_an_assessment_is_asked_in_the_words_that_it_was_begun_with(office: Office):
    wording.load_pack(office.desk, pack(office))
    definition = office.definition(DA)
    akt = office.akt(office.begin())
    appraise(akt)
    words = wording.pack_for_new(office.desk, definition, "sv")
    made = assessing.begin(akt, definition, Context(wording=words))
    without = office.assess(akt)
    asked = wording.in_words(office.desk, sheets.sheet(akt, office.desk, made))
    assert asked.definition.items[0].labels["sv"].startswith(SECRET)
    plain = sheets.sheet(akt, office.desk, without)
    assert wording.in_words(office.desk, plain) is plain
    office.answer_all(akt, made)
    assessing.enter_sitting(akt, made)
    results.keep_results(akt, office.desk, made)
    assert {r.value.wording for r in akt.all(Result)} == {words}
    shown = results.entered_outcome(akt, office.desk, made)
    assert shown.definition.items[0].labels["sv"] == definition.items[0].labels["sv"]
    assert "ej-ord" not in {c.id for c in caveats_for(definition, None, "sv", has_wording=True)}
