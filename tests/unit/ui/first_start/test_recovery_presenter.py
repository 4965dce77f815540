# SPDX-License-Identifier: EUPL-1.2
"""The recovery code is shown once and proven by being typed."""

from tests.support.first_start import CODES, VAULT, Proving
from workbench.services.jobs import InlineJobs
from workbench.ui.first_start.recovery_presenter import RecoveryPresenter
from workbench.vault.errors import RecoveryTypoError


class Seen:
    """A view that remembers."""

    def __init__(self) -> None:
        self.vault = ""
        self.codes: tuple[str, ...] = ()
        self.asked: tuple[int, bool] | None = None
        self.told: list[str] = []

    def show_codes(self, vault, day, codes):
        self.vault, self.codes, self.asked = vault, codes, None

    def ask_back(self, how_many, *, may_show):
        self.codes, self.asked = (), (how_many, may_show)

    def show_wrong_groups(self, number, groups):
        self.told.append(f"code {number} groups {groups}")

    def show_refused(self, text):
        self.told.append(text.code)

    def show_working(self):
        self.told.append("working")

    def show_printed(self):
        self.told.append("printed")

    def show_problem(self, error):
        self.told.append(type(error).__name__)


def begun(proving: Proving | None = None) -> tuple[Seen, RecoveryPresenter, Proving]:
    view, seen = Seen(), proving or Proving()
    presenter = RecoveryPresenter(view, InlineJobs(), seen.ways())
    presenter.open()
    return view, presenter, seen


def test_the_code_that_came_with_the_vault_is_shown_with_the_vaults_number():
    view, _presenter, seen = begun()
    assert (view.vault, view.codes) == (VAULT, CODES[:1])
    assert seen.recovery.drawn == []


def test_typed_back_it_is_proven_and_the_program_knows_it_no_more():
    view, presenter, seen = begun()
    presenter.hide()
    assert view.asked == (1, True)
    presenter.type_back([CODES[0].lower().replace("-", " ")])
    assert seen.proven == 1
    assert len(seen.recovery.proven) == 1
    presenter.show_again()
    assert view.codes == ()


def test_a_slip_is_told_with_its_group_and_nothing_is_tried():
    view, presenter, seen = begun()
    presenter.hide()
    presenter.type_back([CODES[0].replace("91GT", "91GV")])
    assert view.told == ["code 1 groups (3,)"]
    assert (seen.proven, seen.recovery.proven) == (0, [])


def test_three_codes_can_be_had_instead_and_all_are_typed():
    view, presenter, seen = begun()
    presenter.choose("one")
    assert seen.recovery.drawn == [], "that is what stands there already"
    presenter.choose("two-of-three")
    assert view.codes == CODES
    presenter.hide()
    assert view.asked == (3, True)
    presenter.type_back([CODES[0], CODES[1], CODES[1]])
    assert view.told[-1].startswith("code 3 groups (1, 2")
    presenter.type_back(CODES)
    assert seen.recovery.proven == [CODES]


def test_from_three_one_comes_back_to_one():
    view, presenter, seen = begun()
    presenter.choose("two-of-three")
    presenter.choose("one")
    assert seen.recovery.drawn == ["two-of-three", "one"]
    assert len(view.codes) == 1


def test_broken_off_the_code_is_asked_for_or_drawn_anew():
    view, presenter, seen = begun(Proving(code=""))
    assert view.asked == (1, False)
    presenter.show_again()
    presenter.hide()
    assert view.asked == (1, False), "there is nothing to show"
    presenter.draw_anew()
    assert view.codes == CODES[1:2]
    presenter.hide()
    presenter.type_back(CODES[1:2])
    assert seen.proven == 1


def test_the_code_of_the_other_time_is_taken_from_the_paper():
    _view, presenter, seen = begun(Proving(code=""))
    presenter.type_back([CODES[0]])
    assert seen.recovery.proven == [(CODES[0],)]
    assert seen.proven == 1


def test_what_the_vault_refuses_is_told_with_its_code():
    view, presenter, seen = begun(Proving(code=""))
    seen.recovery.fails = RecoveryTypoError()
    presenter.type_back(["ABCD"])
    assert view.told[-1] == "VAULT-016"
    assert view.asked == (1, False)
    seen.recovery.fails = None
    presenter.type_back([CODES[0]])
    assert seen.proven == 1


def test_each_code_is_a_sheet_of_its_own():
    view, presenter, seen = begun()
    presenter.choose("two-of-three")
    presenter.print_out()
    ((one, two, three),) = seen.printed
    assert [(s.number, s.of, s.code) for s in (one, two, three)] == [
        (number, 3, code) for number, code in enumerate(CODES, 1)
    ]
    assert {one.vault, two.vault, three.vault} == {VAULT}
    assert view.told[-1] == "printed"


def test_after_a_lock_there_is_nothing_to_show():
    view, presenter, _seen = begun()
    presenter.forget()
    presenter.hide()
    presenter.show_again()
    assert view.asked is None
