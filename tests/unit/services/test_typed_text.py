# SPDX-License-Identifier: EUPL-1.2
"""What a person types is stored as typed, in the real vault, whatever it is."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.domain.assessments import OwnAppraisal
from workbench.domain.incidents import Incident
from workbench.domain.subject import Note, ProtectionNow, SafeContact
from workbench.services.akter import cases
from workbench.services.assess import assessing, sheets
from workbench.services.loop import planning
from workbench.services.person.whom import subject_of, write_note
from workbench.services.records import working
from workbench.services.records.akt import Draft

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")
ODD = (
    "",
    " ",
    "<b>&amp;</b> %s {name} $(rm) ${HOME} \\n \\u0000 '\"; DROP TABLE entry;--",
    "\x00\x01\x07\x1b[31m\x7f\x85\r\n\t",
    "😀👩‍👩‍👧‍👦🇸🇪 e\u0301 ﷽",
    "\u202eRLO \u2066LRI عربي עברית\u200f",
    "\ufeff\u2028\u2029\u00ad\u200b",
    "\ud800 half \udfff",
    '{"tombstone":{"reason":"x"}}',
    "x" * 100_000,
    "å\n" * 50_000,
)
TEXTS = st.text(st.characters(codec=None), max_size=80) | st.sampled_from(ODD)
MANY = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def as_kept(typed: str) -> str:
    """Lone surrogates are no characters; a pair of them is the one that they spell."""
    whole = _PAIR.sub(
        lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), typed
    )
    return _HALF.sub("\ufffd", whole)


@pytest.fixture(scope="module")
def one_case(shared_office):
    """An akt that many examples write into."""
    return shared_office.begin("")


@MANY
@given(text=TEXTS)
def test_a_note_is_read_as_it_was_typed(shared_office, one_case, text):
    akt = shared_office.akt(one_case)
    record = write_note(akt, Note(text, source=text)).records[0]
    kept = shared_office.afresh(one_case).find(Note, record)
    assert (kept.value.text, kept.value.source) == (as_kept(text), as_kept(text))


@MANY
@given(text=TEXTS)
def test_working_material_is_read_as_it_was_typed(shared_office, one_case, text):
    case = one_case
    akt = shared_office.akt(case)
    record = akt.new_record()
    working.type_field(akt, working.Field("note", record, "text"), text)
    kept = working.fields_of(shared_office.afresh(case), "note", record)
    assert kept == {"text": as_kept(text)}


@MANY
@given(note=TEXTS, source=TEXTS)
def test_what_stands_beside_an_answer_is_read_as_it_was_typed(
    shared_office, one_case, note, source
):
    case = one_case
    akt = shared_office.akt(case)
    made = shared_office.assess(akt)
    sheet = sheets.sheet(akt, shared_office.desk, made)
    assessing.record_note(akt, sheet, "q01", note)
    assessing.record_source(akt, sheet, "q01", source)
    for shown in (True, False):
        sheet = sheets.sheet(shared_office.afresh(case), shared_office.desk, made)
        assert sheet.notes.get("q01", "") == as_kept(note)
        assert sheet.sources.get("q01", "") == as_kept(source)
        assert sheet.unentered is shown
        assessing.enter_sitting(shared_office.akt(case), made)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_every_kind_of_record_keeps_odd_text(shared_office, text):
    case = shared_office.begin(text)
    akt = shared_office.akt(case)
    values = (
        SafeContact(text, text, code_word=text, do_not_contact=text, note=text),
        ProtectionNow("yes", text, text),
        Incident("2026-01-01", "physical", 3, text, text, evidence=text),
        OwnAppraisal(text, text),
    )
    akt.enter(*(Draft(value) for value in values))
    read = shared_office.afresh(case)
    assert subject_of(read).name == as_kept(text)
    assert [each.value.what for each in planning.calendar(read)] == [as_kept(text)]
    assert read.all(SafeContact)[0].value.code_word == as_kept(text)
    assert assessing.own_appraisals(read)[0].value.words == as_kept(text)
    assert read.all(ProtectionNow)[0].value.reasons == as_kept(text)
    assert read.unreadable() == ()


def test_the_register_lists_odd_names_as_typed_and_every_journal_still_verifies(office):
    for text in ODD:
        office.begin(text)
    office.relock()
    listed = [row.summary.names for row in cases.open_cases(office.desk)]
    assert listed == [(as_kept(text),) if text else () for text in reversed(ODD)]
    assert office.verify()
