# SPDX-License-Identifier: EUPL-1.2
"""Forms of the organisation's own: marked everywhere, frozen in use, never computed."""

import hashlib
import json
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.asking import Assessed
from workbench.domain.assessments import Assessment
from workbench.domain.own_forms import OwnForm
from workbench.instruments.answers import value
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.forms import visible_items
from workbench.instruments.gates import assume_confirmed
from workbench.instruments.own_form_drafts import KINDS_OF, FormDraft, FormLine, what_lacks
from workbench.instruments.own_forms import (
    OwnFormChangedError,
    OwnFormIncompleteError,
    content_of,
    draft_of,
    marked,
    read_content,
)
from workbench.instruments.scoring import evaluate
from workbench.services.assess import own_forms, rating, results, second_asked, sheets
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.records.akt import Draft
from workbench.ui.choose_instrument.listing import load
from workbench.ui.handing_over.record_text import record_text
from workbench.words import speak

MARK = "egen blankett, ej validerad"
FORM = FormDraft(
    "Hemmet",
    "Alex Nattpass",
    "2026-11-22",
    (
        FormLine("section", "Hemma"),
        FormLine("choice", "Finns lås på dörren?", ("Ja", "Nej", "Vet inte")),
        FormLine("text", "Vad behövs?"),
        FormLine("section", "Utanför"),
        FormLine("date", "När besöktes trapphuset?"),
        FormLine("number", "Hur många utgångar?"),
    ),
)


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def in_use(draft: FormDraft = FORM) -> tuple[Assessed, OwnForm]:
    made = Assessed()
    begun = own_forms.begin(made.desk)
    own_forms.keep(made.desk, begun.record, draft)
    own_forms.take_into_use(made.desk, begun.record)
    return made, own_forms.forms(made.desk)[-1].value


def test_a_form_is_asked_like_any_other_and_its_mark_stands_in_the_title_in_both_languages() -> (
    None
):
    made, form = in_use()
    definition = made.desk.catalogue.find(form.form, form.version)
    assert definition.title("sv") == f"Hemmet ({MARK})"
    assert definition.title("en") == "Hemmet (own form, not validated)"
    assert (definition.class_, definition.rules) == ("shell", ())
    record = made.begin(f"{form.form}@{form.version}")
    made.answer(record, {"q001": "2", "q002": "En lampa", "q003": "2026-11", "q004": "3"})
    made.enter(record)
    shown = results.entered_outcome(made.akt, made.desk, record)
    assert shown.evaluation.first.status == "not-established"
    assert sheets.entered_sheet(made.akt, made.desk, record).given["q001"].code == "2"


def test_a_form_in_use_is_never_changed_and_another_version_stands_beside_it() -> None:
    made, form = in_use()
    (entered,) = own_forms.forms(made.desk)
    record = made.begin(f"{form.form}@1")
    again = own_forms.begin_again(made.desk, entered.record)
    assert again.draft.lines == FORM.lines
    own_forms.keep(made.desk, again.record, replace(again.draft, lines=FORM.lines[:2]))
    own_forms.take_into_use(made.desk, again.record)
    versions = [(each.value.form, each.value.version) for each in own_forms.forms(made.desk)]
    assert versions == [(form.form, "1"), (form.form, "2")]
    assert own_forms.forms(made.desk)[0].value == form
    assert len(sheets.sheet(made.akt, made.desk, record).definition.items) == 4
    assert len(made.desk.catalogue.find(form.form, "2").items) == 1


def test_forms_are_there_again_after_a_lock() -> None:
    made, form = in_use()
    made.bench.reopen()
    made.desk.catalogue.own.definitions = ()
    own_forms.shelve(made.desk)
    assert made.desk.catalogue.find(form.form).sha256 == form.sha256


def test_what_is_written_is_kept_at_once_and_is_offered_to_nobody() -> None:
    made = Assessed()
    begun = own_forms.begin(made.desk, "Alex")
    own_forms.keep(made.desk, begun.record, FORM)
    assert own_forms.written(made.desk) == own_forms.Written(begun.record, FORM, "")
    assert made.desk.catalogue.own.definitions == ()
    own_forms.discard(made.desk, begun.record)
    assert own_forms.written(made.desk) is None


@pytest.mark.parametrize(
    ("draft", "lacks"),
    [
        (replace(FORM, title=" "), ("title", 0)),
        (replace(FORM, owner=""), ("owner", 0)),
        (replace(FORM, made_on=""), ("day", 0)),
        (replace(FORM, lines=()), ("question", 0)),
        (replace(FORM, lines=FORM.lines[:1]), ("question", 0)),
        (replace(FORM, lines=(FormLine("text", " "),)), ("words", 1)),
        (replace(FORM, lines=(FormLine("choice", "En?", ("Ja",)),)), ("choices", 1)),
        (replace(FORM, lines=(FormLine("choice", "En?", ("a",) * 10),)), ("choices", 1)),
        (replace(FORM, lines=(FormLine("choice", "En?", ("a", "a ")),)), ("choices", 1)),
        (replace(FORM, title="Hemmet \u202e"), ("unseen", 0)),
        (replace(FORM, owner="Alex\nNattpass"), ("unseen", 0)),
        (replace(FORM, lines=(FormLine("text", "Lås\u200b?"),)), ("unseen", 1)),
        (replace(FORM, lines=(FormLine("choice", "En?", ("Ja", "Nej\u2066")),)), ("unseen", 1)),
        (replace(FORM, lines=FORM.lines[:4]), ("empty-section", 4)),
        (replace(FORM, lines=(FormLine("text", "x"),) * 201), ("too-many", 0)),
        (replace(FORM, lines=(FormLine("text", "x", (), "Ja"), *FORM.lines)), ("only-if", 1)),
        (replace(FORM, lines=(*FORM.lines, FormLine("text", "x", (), "Kanske"))), ("only-if", 7)),
    ],
)
def test_what_lacks_is_said_and_nothing_is_entered(draft, lacks) -> None:
    made = Assessed()
    begun = own_forms.begin(made.desk)
    own_forms.keep(made.desk, begun.record, draft)
    with pytest.raises(OwnFormIncompleteError) as refused:
        own_forms.take_into_use(made.desk, begun.record)
    assert (refused.value.facts["what"], refused.value.facts["line"]) == lacks
    assert own_forms.forms(made.desk) == ()
    assert own_forms.written(made.desk).draft == draft


def test_with_a_withdrawn_form_nothing_is_begun_from_an_earlier_assessment_either() -> None:
    made, form = in_use()
    record = made.begin(f"{form.form}@{form.version}")
    made.answer(record, {"q001": "2"})
    made.enter(record)
    rating.begin_again(made.akt, made.desk, record)
    own_forms.withdraw(made.desk, own_forms.forms(made.desk)[-1].record)
    before = made.akt.all(Assessment)
    someone = made.akt.user
    for begin in (
        lambda: rating.begin_again(made.akt, made.desk, record),
        lambda: rating.begin_second(made.akt, made.desk, record, had_read=True),
        lambda: second_asked.ask(made.akt, made.desk, record, someone),
    ):
        with pytest.raises(sheets.WithdrawnFormError):
            begin()
    assert made.akt.all(Assessment) == before
    assert sheets.entered_sheet(made.akt, made.desk, record).given["q001"].code == "2"


def test_a_title_that_would_turn_the_mark_around_is_shown_without_what_turns_it() -> None:
    made, form = in_use()
    definition = made.desk.catalogue.find(form.form, form.version)
    turned = {
        lang: msgspec.structs.replace(words, title=f"\u202eHemmet\n ({MARK})")
        for lang, words in definition.labels.items()
    }
    assert marked(replace(definition, labels=turned)).title("sv") == f"Hemmet ({MARK})"


def test_a_form_that_is_not_what_its_hash_says_is_not_offered() -> None:
    made, form = in_use()
    with pytest.raises(OwnFormChangedError):
        read_content(form.content.replace("lås", "las"), form.sha256)
    made.desk.house.enter(Draft(replace(form, form="own-x", content=form.content + " ")))
    own_forms.shelve(made.desk)
    assert [d.id for d in made.desk.catalogue.own.definitions] == [form.form]


def test_no_rule_can_come_in_with_a_form() -> None:
    kept = json.loads(content_of(FORM, "own-a", "1"))
    kept["table"]["class"] = "record"
    kept["table"]["rules"] = [
        {
            "id": "r",
            "primitive": "count_yes",
            "items": ["q001"],
            "yes_code": "1",
            "evidence": "seen",
        }
    ]
    content = json.dumps(kept)
    with pytest.raises(OwnFormIncompleteError):
        read_content(content, hashlib.sha256(content.encode()).hexdigest())


FOLLOWED = replace(
    FORM,
    lines=(
        FormLine("choice", "Finns lås på dörren?", ("Ja", " Nej ")),
        FormLine("choice", "Vem har nyckel?", ("Hon", "Han"), "Ja"),
        FormLine("section", "Om det saknas"),
        FormLine("text", "Vad behövs?", (), " Nej"),
        FormLine("choice", "Finns lås på porten?", ("Ja", "Nej")),
        FormLine("date", "Sedan när?", (), "Ja"),
    ),
)


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, ["q001", "q004"]),
        ({"q001": "1"}, ["q001", "q002", "q004"]),
        ({"q001": "1", "q002": "1", "q004": "2"}, ["q001", "q002", "q004"]),
        ({"q001": "2"}, ["q001", "q003", "q004"]),
        ({"q001": "2", "q004": "1"}, ["q001", "q003", "q004", "q005"]),
    ],
)
def test_a_question_can_wait_for_an_answer_to_the_one_above_that_is_always_asked(
    given, asked
) -> None:
    content = content_of(FOLLOWED, "own-a", "1").decode()
    definition = read_content(content, hashlib.sha256(content.encode()).hexdigest())
    assert draft_of(content) == FOLLOWED
    answers = {item: value(code) for item, code in given.items()}
    assert [item.id for item in visible_items(definition, answers)] == asked


def test_a_withdrawn_form_is_begun_no_more_and_what_was_asked_with_it_is_read() -> None:
    made, form = in_use()
    record = made.begin(f"{form.form}@1")
    made.answer(record, {"q001": "2"})
    made.enter(record)
    (entered,) = own_forms.forms(made.desk)
    key = f"{form.form}@1"
    assert key in load(made.akt, made.desk).definitions
    own_forms.withdraw(made.desk, entered.record)
    own_forms.withdraw(made.desk, entered.record)
    for _time in range(2):
        assert key not in load(made.akt, made.desk).definitions
        assert own_forms.forms(made.desk)[0].value.withdrawn_on == "2026-11-22"
        assert sheets.entered_sheet(made.akt, made.desk, record).given["q001"].code == "2"
        made.bench.reopen()
        made.desk.catalogue.own.withdrawn = frozenset()
        own_forms.shelve(made.desk)
    again = own_forms.begin_again(made.desk, entered.record)
    own_forms.take_into_use(made.desk, again.record)
    assert f"{form.form}@2" in load(made.akt, made.desk).definitions


def test_there_is_nothing_to_withdraw_where_there_is_no_form() -> None:
    made = Assessed()
    with pytest.raises(KeyError):
        own_forms.withdraw(made.desk, made.desk.house.new_record())


def _sent(made: Assessed):
    return shared_record(made.akt, made.desk, View("risk-assessment", "", ""), "").parts


def _read(parts) -> str:
    """As somebody reads it who has no form of ours."""
    found = record_text(parts, load_catalogue())
    return "\n".join(line for vm in found for line in (vm.heading, *vm.lines))


def test_the_receiver_of_a_bundle_reads_the_answers_in_the_words_of_the_form() -> None:
    made, form = in_use()
    record = made.begin(f"{form.form}@1")
    made.answer(record, {"q001": "2", "q002": "En lampa"})
    made.enter(record)
    parts = _sent(made)
    assert [part.body["sha256"] for part in parts if part.kind == "own_form/1"] == [form.sha256]
    told = _read(parts)
    assert f"Svar: Hemmet ({MARK})" in told
    assert "Finns lås på dörren? Nej" in told.replace("?:", "?")
    assert "Egen blankett, ej validerad" in told
    assert form.content not in told
    without = _read([part for part in parts if part.kind != "own_form/1"])
    assert "Finns lås på dörren" not in without


def test_a_form_that_was_not_asked_with_does_not_leave() -> None:
    made, _form = in_use()
    made.begin("hark")
    assert not [part for part in _sent(made) if part.kind == "own_form/1"]


def test_a_form_that_came_along_is_marked_whatever_it_calls_itself() -> None:
    made, form = in_use()
    made.answer(record := made.begin(f"{form.form}@1"), {"q001": "2"})
    made.enter(record)
    kept = json.loads(form.content)
    kept["labels"]["sv"]["title"] = "Validerad skala"
    content = json.dumps(kept)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    pin = {"id": form.form, "version": "1", "sha256": sha256}
    changed = {
        "own_form/1": {"content": content, "sha256": sha256},
        "assessment/1": {"instrument": pin},
    }
    parts = [replace(p, body=p.body | changed.get(p.kind, {})) for p in _sent(made)]
    assert f"Svar: Validerad skala ({MARK})" in _read(parts)


def test_a_form_that_came_along_changed_leaves_the_answers_as_codes() -> None:
    made, form = in_use()
    made.answer(record := made.begin(f"{form.form}@1"), {"q001": "2"})
    made.enter(record)
    for content in (form.content.replace("lås", "las"), "[]", "\ud800", 7, None):
        parts = [
            replace(p, body=p.body | ({"content": content} if p.kind == "own_form/1" else {}))
            for p in _sent(made)
        ]
        assert "q001: 2" in _read(parts)


def test_an_assessment_whose_definition_is_not_here_stops_no_bundle_and_no_answer_leaves() -> None:
    made, form = in_use()
    made.answer(record := made.begin(f"{form.form}@1"), {"q001": "2", "q002": "Hemligt"})
    made.enter(record)
    first = made.definition("hark").items[0].id
    made.answer(other := made.begin("hark"), {first: "yes"})
    made.enter(other)
    made.desk.catalogue.own.definitions = ()
    parts = _sent(made)
    pins = [part.body["instrument"]["id"] for part in parts if part.kind == "assessment/1"]
    assert sorted(pins) == ["hark", form.form]
    answered = [part.body["choice"] for part in parts if part.kind == "answer/1"]
    assert answered == ["yes"]
    assert "Hemligt" not in _read(parts)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20).filter(
    str.strip
)
LINES = st.lists(
    st.builds(
        FormLine,
        st.sampled_from(KINDS_OF["questions"]),
        WORDS,
        st.tuples(WORDS, st.just("Ja")),
        st.sampled_from(["", "", "Ja"]),
    ),
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(st.builds(FormDraft, WORDS, WORDS, st.just("2026-11-22"), LINES.map(tuple)))
def test_every_finished_form_can_be_asked_and_is_read_back_as_it_was_written(draft) -> None:
    if what_lacks(draft) is not None:
        return
    content = content_of(draft, "own-a", "1").decode()
    assert draft_of(content) == draft
    definition = read_content(content, hashlib.sha256(content.encode()).hexdigest())
    asked = [line for line in draft.lines if line.kind != "section"]
    assert len(definition.items) == len(asked)
    assert all(MARK in definition.title("sv") for _line in asked)
    evaluation = evaluate(definition, {}, assume_confirmed(definition))
    assert [each.status for each in evaluation.results] == ["not-established"]
