# SPDX-License-Identifier: EUPL-1.2
"""Before there is a vault: one step at a time, nothing made before the passphrase was typed."""

from pathlib import Path

import pytest

from tests.support.first_start import PHRASES, Chosen, Outcomes
from workbench.services.jobs import InlineJobs
from workbench.ui.first_start.presenter import BeginningPresenter
from workbench.vault.errors import UnsafePlaceError

FOLDER = Path("/home/sten/Varn")


class Seen:
    """A view that remembers."""

    def __init__(self) -> None:
        self.step = ""
        self.folder = ("", "")
        self.is_open = False
        self.words: tuple[str, ...] = ()
        self.told: list[str] = []

    def show_step(self, step, number):
        self.step = step
        self.told.append(f"{number} {step}")

    def show_folder(self, folder, refused):
        self.folder = (folder, refused.code if refused else "")

    def show_unfinished(self, *, is_unfinished):
        self.is_unfinished = is_unfinished

    def show_way_on(self, *, is_open):
        self.is_open = is_open

    def show_passphrase(self, words):
        self.words = words

    def ask_back(self):
        self.words = ()
        self.told.append("type it")

    def show_mismatch(self):
        self.told.append("mismatch")

    def show_working(self):
        self.told.append("working")

    def show_problem(self, error):
        self.told.append(f"problem {type(error).__name__}")


def begun(outcomes: Outcomes | None = None) -> tuple[Seen, BeginningPresenter, Outcomes]:
    view, seen = Seen(), outcomes or Outcomes()
    asks = Chosen(Path("/media/disk"))
    presenter = BeginningPresenter(view, InlineJobs(), asks, seen.ways(), FOLDER)
    presenter.open()
    return view, presenter, seen


def at_passphrase(outcomes: Outcomes | None = None) -> tuple[Seen, BeginningPresenter, Outcomes]:
    view, presenter, seen = begun(outcomes)
    presenter.go_on()
    presenter.choose_profile("private_licensed")
    presenter.type("organisation", " Jouren Påhittet ")
    presenter.go_on()
    presenter.type("name", "Sten Skyddsson")
    presenter.go_on()
    return view, presenter, seen


def test_the_proposed_folder_is_tried_and_can_be_taken_at_once():
    view, _presenter, _seen = begun()
    assert view.folder == (str(FOLDER), "")
    assert view.is_open


def test_an_unsafe_folder_is_told_and_there_is_no_way_on():
    view, presenter, _seen = begun(Outcomes(UnsafePlaceError(why="nfs")))
    assert view.folder == (str(FOLDER), "VAULT-012")
    assert not view.is_open
    presenter.go_on()
    assert view.step == "where"


def test_another_folder_gets_a_folder_of_its_own_in_it():
    view, presenter, seen = begun(Outcomes(UnsafePlaceError(why="nfs")))
    seen.refused = None
    presenter.another_folder()
    assert view.folder == ("/media/disk/Varn", "")
    assert view.is_open


@pytest.mark.parametrize("missing", ["profile", "organisation", "blank"])
def test_without_kind_and_name_of_the_organisation_there_is_no_way_on(missing):
    view, presenter, _seen = begun()
    presenter.go_on()
    assert not view.is_open
    if missing != "profile":
        presenter.choose_profile("municipal")
    if missing != "organisation":
        presenter.type("organisation", "  " if missing == "blank" else "Exempelkommun")
    assert not view.is_open
    presenter.go_on()
    assert view.step == "kind"


def test_a_kind_that_there_is_not_is_none():
    view, presenter, _seen = begun()
    presenter.go_on()
    presenter.type("organisation", "Exempelkommun")
    presenter.choose_profile("hospital")
    assert not view.is_open


def test_going_back_keeps_what_was_said():
    view, presenter, _seen = at_passphrase()
    words = view.words
    for step in ("who", "kind", "where"):
        presenter.go_back()
        assert (view.step, view.is_open) == (step, True)
    presenter.go_back()
    assert view.step == "where"
    for _step in range(3):
        presenter.go_on()
    assert view.words == words, "the same passphrase as before"


def test_another_passphrase_can_be_had_as_often_as_one_likes():
    view, presenter, _seen = at_passphrase()
    assert " ".join(view.words) == PHRASES[0]
    presenter.another_passphrase()
    assert " ".join(view.words) == PHRASES[1]


def test_nothing_is_made_before_the_passphrase_was_typed_back():
    view, presenter, seen = at_passphrase()
    presenter.type_back(PHRASES[0])
    assert seen.wished == [], "it is still on screen"
    presenter.go_on()
    assert view.words == ()
    presenter.type_back(PHRASES[1])
    assert view.told[-1] == "mismatch"
    assert seen.wished == []
    presenter.type_back("  " + PHRASES[0].upper().replace(" ", "   "))
    (wishes,) = seen.founded
    assert (wishes.folder, wishes.profile) == (FOLDER, "private_licensed")
    assert (wishes.organisation, wishes.unit) == ("Jouren Påhittet", "")
    assert (wishes.name, wishes.function) == ("Sten Skyddsson", "")
    assert wishes.passphrase == PHRASES[0]


def test_one_can_look_again_while_typing():
    view, presenter, _seen = at_passphrase()
    presenter.go_on()
    presenter.go_back()
    assert view.step == "passphrase"
    assert " ".join(view.words) == PHRASES[0]


def test_a_vault_that_could_not_be_made_is_told_and_can_be_tried_again():
    view, presenter, seen = at_passphrase(Outcomes(fails=UnsafePlaceError(why="nfs")))
    presenter.go_on()
    presenter.type_back(PHRASES[0])
    assert view.told[-1] == "problem UnsafePlaceError"
    assert view.words != ()
    seen.fails = None
    presenter.go_on()
    presenter.type_back(PHRASES[0])
    assert len(seen.founded) == 1


def test_who_leaves_the_computer_finds_another_passphrase():
    view, presenter, seen = at_passphrase()
    presenter.put_away()
    assert view.step == "who"
    presenter.go_on()
    assert " ".join(view.words) == PHRASES[1]
    assert seen.drawn == 2


def test_leaving_at_an_earlier_step_changes_nothing():
    view, presenter, seen = begun()
    presenter.put_away()
    assert view.step == "where"
    assert seen.drawn == 0
