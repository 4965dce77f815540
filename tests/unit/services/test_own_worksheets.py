# SPDX-License-Identifier: EUPL-1.2
"""A worksheet that the organisation enters itself: coded like any other, never computed."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.asking import Assessed
from workbench.domain.assessments import Conclusion, Judgement, Level
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.own_form_drafts import KINDS_OF, FormDraft, FormLine, what_lacks
from workbench.instruments.own_forms import content_of, draft_of, read_content
from workbench.instruments.scoring import evaluate
from workbench.services.assess import assessing, own_forms, results, settling, sheets
from workbench.words import speak

SHEET = FormDraft(
    "Barnen i huset",
    "Alex Nattpass",
    "2026-11-22",
    (
        FormLine("factor", "Barnet är med när det händer"),
        FormLine("section", "Den vuxna"),
        FormLine("factor", "Har använt våld mot barnet"),
        FormLine("level", "Allvar utan åtgärder", ("Låg", "Medel", "Hög")),
        FormLine("text", "Vad skulle ändra bilden?"),
    ),
    "worksheet",
    ("Nu", "Tidigare"),
)


EMPTY = Judgement((), "", "", "", "", "", "")


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def in_use(draft: FormDraft = SHEET) -> tuple[Assessed, str]:
    made = Assessed()
    begun = own_forms.begin(made.desk, shape="worksheet")
    own_forms.keep(made.desk, begun.record, draft)
    own_forms.take_into_use(made.desk, begun.record)
    form = own_forms.forms(made.desk)[-1].value
    return made, f"{form.form}@{form.version}"


def test_its_factors_are_coded_for_each_time_and_nothing_is_made_of_the_codes() -> None:
    made, form = in_use()
    definition = made.definition(form)
    assert (definition.kind, definition.class_, definition.rules) == ("spj", "shell", ())
    assert [column.id for column in definition.table.columns] == ["t1", "t2"]
    record = made.begin(form)
    for item, column, code in (
        ("f001", "t1", "J"),
        ("f001", "t2", "--"),
        ("f002", "t1", "D"),
        ("f002", "t2", "N"),
    ):
        assessing.record_coding(made.akt, record, item, column, code)
    made.enter(record)
    shown = results.entered_outcome(made.akt, made.desk, record)
    assert {each.status for each in shown.evaluation.results} <= {"not-established", "not-a-score"}
    assert sheets.entered_sheet(made.akt, made.desk, record).given["f001"].codes["t1"].text == "J"


def test_its_headings_levels_and_conclusions_stand_in_the_organisations_own_words() -> None:
    made, form = in_use()
    definition = made.definition(form)
    words = definition.labels["sv"]
    assert words.sections == {"s1": "Barnen i huset", "s2": "Den vuxna"}
    assert {item.id: item.section for item in definition.table.items} == {
        "f001": "s1",
        "f002": "s2",
    }
    assert [words.columns[column].label for column in ("t1", "t2")] == ["Nu", "Tidigare"]
    level, text = definition.table.conclusions
    assert (level.type, text.type) == ("level", "text")
    assert [words.levels[name] for name in level.levels] == ["Låg", "Medel", "Hög"]
    assert words.conclusions[text.id] == "Vad skulle ändra bilden?"
    assert "egen-blankett" in definition.table.caveats


def test_a_judgement_on_it_is_asked_for_every_conclusion_with_a_reason() -> None:
    made, form = in_use()
    sheet = sheets.sheet(made.akt, made.desk, made.begin(form))
    assert settling.open_conclusions(sheet, EMPTY) == ("c001", "c002")
    said = replace(
        EMPTY,
        levels=(Level("c001", "c001-2", because="Det har hänt två gånger."),),
        conclusions=(Conclusion("c002", "Om hon flyttar."),),
    )
    assert settling.open_conclusions(sheet, said) == ()


@pytest.mark.parametrize(
    ("draft", "lacks"),
    [
        (replace(SHEET, columns=()), ("columns", 0)),
        (replace(SHEET, columns=("Nu", "Nu ")), ("columns", 0)),
        (replace(SHEET, columns=("a", "b", "c", "d")), ("columns", 0)),
        (replace(SHEET, columns=("Nu\u202e",)), ("unseen", 0)),
        (replace(SHEET, lines=()), ("factor", 0)),
        (replace(SHEET, lines=SHEET.lines[3:]), ("factor", 0)),
        (replace(SHEET, lines=(*SHEET.lines, FormLine("date", "När?"))), ("shape", 0)),
        (
            replace(SHEET, lines=(*SHEET.lines, FormLine("section", "Slutsatser"))),
            ("empty-section", 6),
        ),
        (replace(SHEET, lines=(*SHEET.lines, FormLine("level", "Fara", ("Låg",)))), ("choices", 6)),
        (replace(SHEET, shape="questions", columns=()), ("shape", 0)),
    ],
)
def test_what_lacks_in_a_worksheet_is_said(draft, lacks) -> None:
    assert what_lacks(draft) == lacks


def test_a_worksheet_that_is_being_written_is_there_again_after_a_lock() -> None:
    made = Assessed()
    begun = own_forms.begin(made.desk, shape="worksheet")
    own_forms.keep(made.desk, begun.record, SHEET)
    made.bench.reopen()
    assert own_forms.written(made.desk).draft == SHEET


WORDS = st.text("abcåäö ?;", min_size=1, max_size=12).filter(str.strip)
LINES = st.lists(
    st.builds(
        lambda kind, words, choices: FormLine(kind, words, choices if kind == "level" else ()),
        st.sampled_from(KINDS_OF["worksheet"]),
        WORDS,
        st.tuples(WORDS, st.just("Hög")),
    ),
    max_size=8,
)
COLUMNS = st.lists(WORDS, min_size=1, max_size=3, unique_by=str.strip).map(tuple)


@settings(max_examples=25, deadline=None)
@given(
    st.builds(
        FormDraft,
        WORDS,
        WORDS,
        st.just("2026-11-22"),
        LINES.map(tuple),
        st.just("worksheet"),
        COLUMNS,
    )
)
def test_every_finished_worksheet_can_be_coded_and_is_read_back_as_it_was_written(draft) -> None:
    if what_lacks(draft) is not None:
        return
    content = content_of(draft, "own-a", "1").decode()
    assert draft_of(content) == draft
    definition = read_content(content, hashlib.sha256(content.encode()).hexdigest())
    assert len(definition.items) == sum(line.kind == "factor" for line in draft.lines)
    evaluation = evaluate(definition, {}, assume_confirmed(definition))
    assert not any(each.status == "computed" for each in evaluation.results)
