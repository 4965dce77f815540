# SPDX-License-Identifier: EUPL-1.2
"""Training cases: the six that ship are whole in both languages; faulty ones are not offered."""

import shutil
from pathlib import Path

import pytest

from workbench.assets import resource
from workbench.instruments.catalogue import Catalogue, load_catalogue
from workbench.instruments.definition import LANGUAGES
from workbench.instruments.training_cases import Training, load_training

SIX = {
    "kalendern-forst": ("danger-assessment",),
    "fore-huvudforhandling": ("sara-v2",),
    "en-familj-tva-lander": ("patriark-2013",),
    "sju-manader": ("sam-2008",),
    "bakom-dorren": ("freda-kortfragor", "sara-sv"),
    "liten-knuff": ("sara-sv",),
}
SMALL_PUSH, HONOUR = "liten-knuff", "en-familj-tva-lander"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def shipped(catalogue: Catalogue) -> Training:
    return load_training(catalogue)


def changed(catalogue: Catalogue, tmp_path: Path, case: str, *edits: tuple[str, str, str]):
    """A copy of one case with (file, text, other text) put in, read again."""
    folder = tmp_path / case
    shutil.copytree(resource("training", case), folder)
    for name, text, other in edits:
        path = folder / name
        before = path.read_text(encoding="utf-8")
        assert text in before
        path.write_text(before.replace(text, other, 1), encoding="utf-8")
    return load_training(catalogue, tmp_path)


def told(read: Training) -> set[str]:
    assert read.cases == (), "a faulty case is not offered"
    return {fault.fault.code for fault in read.faults}


def test_the_six_load_without_a_fault_in_their_order(shipped: Training) -> None:
    assert shipped.faults == ()
    found = {case.id: tuple(f.definition.id for f in case.forms) for case in shipped.cases}
    assert list(found.items()) == list(SIX.items())


def test_every_item_has_a_coding_with_a_reason_and_a_place_in_both_languages(shipped) -> None:
    for case in shipped.cases:
        for form in case.forms:
            items = {item.id for item in form.definition.items}
            assert form.table.codings.keys() == items
            for lang in LANGUAGES:
                assert form.words[lang].reasons.keys() == items
                assert case.words[lang].mistakes
                assert case.words[lang].plan, "a plan, whatever the level"
            cited = [bool(t.cite) or t.state == "unanswered" for t in form.table.codings.values()]
            assert all(cited)


def test_a_reason_says_the_code_that_it_is_the_reason_of(shipped) -> None:
    """Of worksheets with one column: the reason begins with the code, in both languages."""
    for case in shipped.cases:
        for form in case.forms:
            if form.definition.id not in ("sam-2008", "sara-v2"):
                continue
            for name, teaching in form.table.codings.items():
                (code,) = teaching.codes.values()
                left_out = ("Utelämnas", "Left out")
                for lang in LANGUAGES:
                    reason = form.words[lang].reasons[name]
                    assert reason.startswith(left_out if reason.startswith(left_out) else code)
                    assert (code == "--") or not reason.startswith(left_out)


def test_all_states_but_not_applicable_and_the_code_for_missing_are_taught(shipped) -> None:
    of = {(case.id, f.definition.id): f.table.codings for case in shipped.cases for f in case.forms}
    states = {t.state for t in of["bakom-dorren", "freda-kortfragor"].values()}
    assert states == {"value", "unanswered", "dont-know", "declined", "postponed"}
    codes = [c for t in of["bakom-dorren", "sara-sv"].values() for c in t.codes.values()]
    assert codes.count("--") > len(codes) / 2


def test_the_day_of_the_window_decides_the_column(shipped) -> None:
    """29 May: 2 May is day 27 and current, 1 May is day 28 and past; the threat was on 1 May."""
    (case,) = [case for case in shipped.cases if case.id == SMALL_PUSH]
    (form,) = case.forms
    assert next(c.within_days for c in form.definition.columns if c.id == "current") == 28
    assert dict(form.table.codings["f02"].codes) == {"current": "N", "past": "D"}
    assert set(form.table.levels.values()) == {"low"}


def test_several_exposed_people_and_the_roles_of_a_collective(shipped) -> None:
    (case,) = [case for case in shipped.cases if case.id == HONOUR]
    sides = [person.side for person in case.table.people]
    assert sides.count("victim") > 1
    assert sides.count("perpetrator") > 1
    roles = {role for person in case.table.people for role in person.roles}
    assert roles == {"decides", "carries-out", "protects"}


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (("case.toml", "f03 = {", "f99 = {"), "TRAIN-001"),
        (("case.toml", 'f03 = { codes = { current = "N"', 'f03 = { codes = { nu = "N"'), "TRAIN-001"),
        (("case.toml", 'current-risk = "low"', 'current-fear = "low"'), "TRAIN-001"),
        (("case.toml", 'current = "D", past = "D"', 'current = "2", past = "D"'), "TRAIN-002"),
        (("case.toml", 'current-risk = "low"', 'current-risk = "none"'), "TRAIN-002"),
        (("case.toml", 'cite = ["1:1", "2:1"] }', 'cite = ["1:1"], critical = true }'), "TRAIN-002"),
        (("case.toml", 'cite = ["1:1", "2:1"] }', 'cite = ["1:1"], relevance = "yes" }'), "TRAIN-002"),
        (("case.toml", 'id = "petra", side', 'id = "petra", roles = ["decides"], side'), "TRAIN-002"),
        (("case.toml", 'sha256 = "f9a6', 'sha256 = "09a6'), "TRAIN-003"),
        (("case.toml", 'version = "v2-2010"', 'version = "v3-2030"'), "TRAIN-003"),
        (("case.toml", 'current = "D", past = "D"', 'current = "D"'), "TRAIN-004"),
        (("case.toml", 'current-risk = "low", ', ""), "TRAIN-004"),
        (("en.toml", 'f07 = "', 'f99 = "'), "TRAIN-005"),
        (("sv.toml", "linus = ", "lina = "), "TRAIN-005"),
        (("sv.toml", "current-risk = ", "other-risk = "), "TRAIN-005"),
        (("en.toml", "[sources.3]", "[sources.4]"), "TRAIN-005"),
        (("case.toml", 'cite = ["3:1"]', 'cite = ["3:2"]'), "TRAIN-006"),
        (("case.toml", 'cite = ["3:1"]', "cite = []"), "TRAIN-006"),
        (("sv.toml", "summary = ", "resume = "), "INSTR-012"),
        (("case.toml", "order = 6", 'order = "6"'), "INSTR-012"),
        (("en.toml", "title = ", "title = = "), "INSTR-011"),
    ],
)  # fmt: skip
def test_a_fault_has_its_code_and_the_story_is_left_out(catalogue, tmp_path, edit, code) -> None:
    assert code in told(changed(catalogue, tmp_path, SMALL_PUSH, edit))


def test_a_state_that_the_form_does_not_offer_and_an_answer_beside_a_state(catalogue, tmp_path):
    case = "kalendern-forst"
    one = ("case.toml", 'state = "declined"', 'state = "not-applicable"')
    two = ("case.toml", 'q01 = { answer = "yes"', 'q01 = { answer = "yes", state = "declined"')
    three = ("case.toml", 'q02 = { answer = "yes"', 'q02 = { answer = "kanske"')
    read = changed(catalogue, tmp_path, case, one, two, three)
    assert told(read) == {"TRAIN-002"}
    assert len(read.faults) == 3


def test_a_language_that_lacks_is_a_fault(catalogue, tmp_path) -> None:
    folder = tmp_path / SMALL_PUSH
    shutil.copytree(resource("training", SMALL_PUSH), folder)
    (folder / "en.toml").unlink()
    assert "INSTR-010" in told(load_training(catalogue, tmp_path))


def test_one_faulty_story_does_not_hide_the_others(catalogue, tmp_path) -> None:
    shutil.copytree(resource("training", HONOUR), tmp_path / HONOUR)
    read = changed(catalogue, tmp_path, SMALL_PUSH, ("case.toml", "f03 = {", "f99 = {"))
    assert [case.id for case in read.cases] == [HONOUR]
