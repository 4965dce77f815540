# SPDX-License-Identifier: EUPL-1.2
"""Skydd nu, decided without a window."""

import pytest

from tests.support.desk import Answers, Bench
from tests.support.writing_views import KeptWriting
from workbench.domain.subject import ProtectionNow, SafeContact
from workbench.ui.protection.presenter import ProtectionPresenter, ProtectionVm


class Kept:
    def __init__(self) -> None:
        self.decision, self.contact = KeptWriting(), KeptWriting()
        self.vm: ProtectionVm | None = None
        self.told: list[str] = []

    def show_protection(self, vm: ProtectionVm) -> None:
        self.vm = vm

    def show_decided(self) -> None:
        self.told.append("decided")

    def show_agreed(self) -> None:
        self.told.append("agreed")

    def show_problem(self, error: Exception) -> None:
        raise error


@pytest.fixture
def opened():
    bench = Bench()
    case = bench.begin()
    view = Kept()
    presenter = ProtectionPresenter(view, bench.open_case(case), Answers(), bench.go)
    presenter.open()
    return bench, case, view, presenter


@pytest.mark.parametrize("needed", ["yes", "no", "unclear"])
def test_one_choice_is_enough_and_nothing_unfinished_stands_in_the_way(opened, needed) -> None:
    bench, case, view, presenter = opened
    presenter.contact.typed("channel", "halvskrivet")
    presenter.decision.typed("needed", needed)
    presenter.decision.enter()
    assert [each.value for each in bench.akt(case).all(ProtectionNow)] == [
        ProtectionNow(needed, "")
    ]
    assert len(view.vm.considered) == 1
    assert view.told == ["decided"]


def test_each_time_it_is_considered_is_kept_newest_first(opened) -> None:
    bench, _case, view, presenter = opened
    for needed in ("unclear", "yes"):
        presenter.decision.typed("needed", needed)
        presenter.decision.typed("reasons", needed)
        presenter.decision.enter()
        bench.clock.step(hours=1)
    assert [each.text for each in view.vm.considered] == ["yes", "unclear"]


def test_without_a_choice_the_question_is_asked_again_calmly(opened) -> None:
    _bench, _case, view, presenter = opened
    presenter.decision.typed("reasons", "x")
    presenter.decision.enter()
    assert view.decision.missing.field == "needed"


def test_an_empty_safe_contact_never_stands_as_an_agreement(opened) -> None:
    bench, case, view, presenter = opened
    presenter.contact.typed("may_leave_message", "yes")
    presenter.contact.enter()
    assert bench.akt(case).all(SafeContact) == ()
    assert view.contact.missing.field == "channel"
    assert not view.vm.has_contact


def test_safe_contact_is_one_record_with_a_history(opened) -> None:
    bench, case, view, presenter = opened
    presenter.contact.typed("channel", "sms")
    presenter.contact.typed("may_leave_message", "yes")
    presenter.contact.enter()
    presenter.contact.typed("times", "vardagar")
    presenter.contact.enter()
    akt = bench.akt(case)
    found = akt.all(SafeContact)
    assert [each.value for each in found] == [
        SafeContact("sms", "vardagar", may_leave_message="yes")
    ]
    assert found[0].versions == 2
    assert view.vm.has_contact
