# SPDX-License-Identifier: EUPL-1.2
"""A local rule holds only when another person has checked it, here or somewhere else."""

import msgspec
import pytest

from tests.unit.services.colleagues import Two
from tests.unit.services.offices import FREDA, Office, appraise
from tests.vault.making import PASSPHRASE
from workbench.instruments.compared import rows_to_compare
from workbench.instruments.item_tables import BandRow, BandTable
from workbench.instruments.local_rules import (
    Keeping,
    LocalLabels,
    LocalRule,
    local_sha256,
    read_local,
    to_file,
)
from workbench.instruments.rule_tables import Threshold, WeightedSum
from workbench.instruments.schema import MissingTable
from workbench.services.assess import assessing, own_rules, results
from workbench.services.assess.own_rule_errors import (
    LocalRefusedError,
    NotCheckedError,
    NotComparedError,
    NothingToCheckError,
    OtherEditionError,
)
from workbench.services.assess.own_rules import Beside
from workbench.ui.confirm_rule.local_parts import local_parts

BERITS = "körsbär lampa torsdag granit sommar"


def rule(office: Office, *, last: int = 20) -> LocalRule:
    """Made up: one point for every yes, two levels."""
    definition = office.definition(FREDA)
    points = {item.id: {"yes": 1, "no": 0} for item in definition.items}
    rows = [BandRow(low=0, high=9, code="niva-1"), BandRow(low=10, high=last, code="niva-2")]
    return LocalRule(
        format="varn.local-rule/1",
        origin="local",
        instrument=definition.id,
        version=definition.version,
        definition_sha256=definition.sha256,
        rules=[WeightedSum(id="own", evidence="recalled", points=points, bands="own-levels")],
        missing=MissingTable(policy="require-all", evidence="recalled"),
        band_tables=[BandTable(id="own-levels", evidence="recalled", rows=rows)],
        labels=LocalLabels(bands={"own-levels": {"niva-1": "Ett", "niva-2": "Två"}}),
        keeping=Keeping(
            owner="Maj Metodsdotter",
            function="metodansvarig",
            organisation="Påhittet",
            on=office.desk.clock.today().isoformat(),
            form_edition="2014",
        ),
    )


def proposed(office: Office):
    own_rules.propose(office.desk, rule(office))
    return own_rules.local_content(office.desk, office.definition(FREDA))[-1]


def checked_elsewhere(desk, travels: bytes, name: str) -> bytes:
    """As a colleague who ticked every row on the screen sends it back."""
    local = read_local(travels)
    definition = desk.catalogue.find(local.instrument, local.version)
    ticked = {part.key for part in local_parts(definition, local)}
    return own_rules.check_for_other(desk, travels, name, ticked)


def answered(office: Office):
    akt = office.akt(office.begin())
    appraise(akt)
    made = office.assess(akt, FREDA)
    for item in office.definition(FREDA).items:
        assessing.record_answer(akt, made, item.id, "yes")
    return akt, made


def first(office, akt, made):
    return results.outcome(akt, office.desk, made).evaluation.first


def test_a_colleague_at_the_same_screen_checks_it_and_signs(office: Office):
    two = Two(office)
    two.be("sten")
    akt, made = answered(office)
    kept = proposed(office)
    assert first(office, akt, made).status == "not-established"
    own_rules.check_here(
        office.desk, kept, Beside(2, BERITS), own_rules.rows_left(office.desk, kept)
    )
    (now,) = own_rules.local_content(office.desk, office.definition(FREDA))
    assert (now.keeping.second, now.recorded.value.checked) == ("Berit Påhittad", "here")
    entry = next(e for e in office.desk.house.file.entries() if e.id == now.recorded.entry)
    assert entry.header.cosigners == (two.berit,)
    given = first(office, akt, made)
    assert (given.status, given.value, given.band.code) == ("computed", 20, "niva-2")
    assessing.enter_sitting(akt, made)
    results.keep_results(akt, office.desk, made)
    own_rules.revoke_local(office.desk, now, "ny upplaga")
    shown = results.entered_outcome(akt, office.desk, made)
    assert (shown.gate.has_ended, shown.evaluation.first.value) == (True, 20)
    other = office.assess(akt, FREDA)
    assert first(office, akt, other).status == "not-established"


def test_a_row_that_was_not_ticked_is_not_checked_and_those_that_were_are_counted(office: Office):
    two = Two(office)
    two.be("sten")
    kept = proposed(office)
    rows = own_rules.rows_left(office.desk, kept)
    definition = office.definition(FREDA)
    assert rows <= {part.key for part in local_parts(definition, kept.local)}
    assert {"band:niva-1", "band:niva-2"} < rows
    assert len(rows) >= len(definition.items) + 2
    for row in ("band:niva-2", f"points:{definition.items[0].id}"):
        with pytest.raises(NotComparedError):
            own_rules.check_here(office.desk, kept, Beside(2, BERITS), rows - {row})
    assert own_rules.rule_in_force(office.desk, definition) is None
    own_rules.check_here(office.desk, kept, Beside(2, BERITS), rows)
    now = own_rules.rule_in_force(office.desk, definition)
    assert now.recorded.value.compared == len(rows)


def test_a_checker_somewhere_else_sends_the_file_back(office: Office, other: Office):
    akt, made = answered(office)
    kept = proposed(office)
    travels = own_rules.file_of(kept)
    back = checked_elsewhere(other.desk, travels, "Kim Kontrollant")
    assert own_rules.rule_in_force(office.desk, office.definition(FREDA)) is None
    own_rules.take_checked(office.desk, back)
    now = own_rules.rule_in_force(office.desk, office.definition(FREDA))
    keeping = now.keeping
    assert (keeping.second, keeping.second_organisation) == ("Kim Kontrollant", other.name)
    assert now.recorded.value.checked == "file"
    assert first(office, akt, made).status == "computed"
    assert own_rules.digits_of(local_sha256(read_local(back))) == own_rules.digits_of(
        now.recorded.value.content_sha256
    )
    with pytest.raises(NothingToCheckError):
        own_rules.take_checked(office.desk, back)


def test_a_checker_somewhere_else_who_left_a_row_checks_nothing(office: Office, other: Office):
    kept = proposed(office)
    rows, travels = own_rules.rows_left(office.desk, kept), own_rules.file_of(kept)
    for left in ({"missing"}, {"band:niva-1"}, rows):
        with pytest.raises(NotComparedError):
            own_rules.check_for_other(other.desk, travels, "Kim Kontrollant", rows - left)


def test_thresholds_and_whom_it_holds_for_are_compared_too(office: Office):
    form = office.definition("odara")
    plain, gate = form.rules[0], Threshold(
        id="own-limit", of=form.rules[0].id, at_least=8, when_incomplete="refuse",
        evidence="recalled",
    )  # fmt: skip
    own = msgspec.structs.replace(
        rule(office), instrument=form.id, version=form.version, definition_sha256=form.sha256,
        rules=[plain, gate], band_tables=form.table.band_tables,
        labels=LocalLabels(bands=form.labels["sv"].bands),
    )  # fmt: skip
    rows = rows_to_compare(form, own)
    assert rows <= {part.key for part in local_parts(form, own)}
    assert {"own-limit/threshold", "own-limit/stated:of", "own-limit/stated:when_incomplete"} < rows
    assert {f"only:{each.item}" for each in form.table.population.includes} < rows
    assert {f"check:{each.id}" for each in form.table.validations} <= rows


def test_content_that_changed_on_its_way_is_not_what_was_sent(office: Office, other: Office):
    travels = own_rules.file_of(proposed(office))
    changed = travels.replace(b'"yes":1', b'"yes":2', 1).replace(b'"high":20', b'"high":21')
    back = checked_elsewhere(other.desk, changed, "Kim Kontrollant")
    with pytest.raises(NothingToCheckError):
        own_rules.take_checked(office.desk, back)


def test_who_compared_another_edition_of_the_form_has_not_checked_this_one(
    office: Office, other: Office
):
    travels = own_rules.file_of(proposed(office))
    changed = travels.replace(b'"form_edition":"2014"', b'"form_edition":"2019"')
    assert changed != travels
    back = checked_elsewhere(other.desk, changed, "Kim Kontrollant")
    with pytest.raises(OtherEditionError):
        own_rules.take_checked(office.desk, back)
    assert own_rules.rule_in_force(office.desk, office.definition(FREDA)) is None


def test_who_answers_for_it_is_not_taken_from_the_file(office: Office, other: Office):
    travels = own_rules.file_of(proposed(office)).replace(b"Maj Metodsdotter", b"Eva Bytt")
    own_rules.take_checked(office.desk, checked_elsewhere(other.desk, travels, "Kim Kontrollant"))
    now = own_rules.rule_in_force(office.desk, office.definition(FREDA))
    assert now.keeping.owner == "Maj Metodsdotter"


def test_who_proposed_it_does_not_check_it_under_another_name_at_another_screen(office: Office):
    two = Two(office)
    proposed(office)  # by Sten, who typed somebody else as the owner
    two.be("berit")
    kept = own_rules.local_content(office.desk, office.definition(FREDA))[-1]
    with pytest.raises(NotCheckedError):
        own_rules.check_here(
            office.desk, kept, Beside(1, PASSPHRASE), own_rules.rows_left(office.desk, kept)
        )
    assert own_rules.rule_in_force(office.desk, office.definition(FREDA)) is None


def test_levels_that_changed_places_are_not_what_was_checked(office: Office, other: Office):
    kept = proposed(office)
    bands = {"own-levels": {"niva-1": "Två", "niva-2": "Ett"}}
    swapped = msgspec.structs.replace(kept.local, labels=LocalLabels(bands=bands))
    back = checked_elsewhere(other.desk, to_file(swapped), "Kim Kontrollant")
    with pytest.raises(NothingToCheckError):
        own_rules.take_checked(office.desk, back)


def test_a_checkers_name_that_hides_something_is_not_taken(office: Office, other: Office):
    back = checked_elsewhere(other.desk, own_rules.file_of(proposed(office)), "Kim K")
    hidden = back.replace(b"Kim K", "Kim \u202eK".encode())
    with pytest.raises(LocalRefusedError):
        own_rules.take_checked(office.desk, hidden)


@pytest.mark.parametrize("name", ["", "  ", "maj metodsdotter"])
def test_the_owner_does_not_check_it(office: Office, name):
    travels = own_rules.file_of(proposed(office))
    with pytest.raises(NotCheckedError):
        checked_elsewhere(office.desk, travels, name)


def test_levels_with_a_hole_are_refused(office: Office):
    wrong = rule(office)
    rows = [BandRow(low=0, high=9, code="niva-1"), BandRow(low=11, high=20, code="niva-2")]
    holed = BandTable(id="own-levels", evidence="recalled", rows=rows)
    with pytest.raises(LocalRefusedError):
        own_rules.propose(office.desk, msgspec.structs.replace(wrong, band_tables=[holed]))


def test_a_seconds_name_that_the_owner_wrote_counts_for_nothing(office: Office):
    said = rule(office)
    forged = msgspec.structs.replace(said.keeping, second="Någon", second_on=said.keeping.on)
    own_rules.propose(office.desk, msgspec.structs.replace(said, keeping=forged))
    assert own_rules.rule_in_force(office.desk, office.definition(FREDA)) is None
