# SPDX-License-Identifier: EUPL-1.2
"""What is done and what is left of the first day, and where each step is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.loop import first_day
from workbench.services.loop.first_day import Step
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks
from workbench.ui.places import SAFE_CONTACT, Go, PageName, Place
from workbench.ui.writing.open_case import OpenCase
from workbench.words import _

PAGE_OF: Mapping[Step, PageName] = {
    "arrival": "arrival",
    "protection": "protection",
    "contact": "protection",
    "who": "case",
    "put-off": "follow-up",
    "own-words": "own-appraisal",
    "assessment": "choose-instrument",
    "plan": "safety-plan",
}


@dataclass(frozen=True, slots=True)
class StepVm:
    """One step: what, why, and whether it is done."""

    step: Step
    title: str
    why: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class FirstDayVm:
    """The whole page. `is_over`: nothing is left, or the reader closed it."""

    number: str
    steps: tuple[StepVm, ...]
    is_over: bool


class FirstDayView(Protocol):
    """What the page must be able to show."""

    def show_steps(self, vm: FirstDayVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class FirstDayPresenter:
    """Decides what the page of the first day shows."""

    def __init__(self, view: FirstDayView, case: OpenCase, _asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: tell_steps(akt, desk),
            done=self._view.show_steps,
            failed=self._view.show_problem,
        )

    def open_step(self, step: Step) -> None:
        """To where it is done."""
        part = SAFE_CONTACT if step == "contact" else None
        self._go(Place(PAGE_OF[step], self._case.case, part))

    def close(self) -> None:
        """This user wants no guide here any more."""
        self._case.run(
            first_day.close, done=lambda _changes: self.leave(), failed=self._view.show_problem
        )

    def leave(self) -> None:
        self._go(Place("case", self._case.case))


def tell_steps(akt: Akt, desk: Desk) -> FirstDayVm:
    """The steps in words, in the order in which they are best done."""
    words, found = _words(), first_day.steps_of(akt)
    steps = tuple(StepVm(each.step, *words[each.step], each.is_done) for each in found)
    is_over = all(each.is_done for each in found) or first_day.is_closed(akt, akt.user)
    return FirstDayVm(cases.number_of(desk, akt.case), steps, is_over)


def _words() -> Mapping[Step, tuple[str, str]]:
    return {
        "arrival": (_("Note who came"), _("The time is enough.")),
        "protection": (
            _("Decide whether protection is needed now"),
            _("First of all, and again when something changes."),
        ),
        "contact": (
            _("Agree on a safe contact"),
            _("Read before every call, letter and print."),
        ),
        "who": (_("Write whom it is about"), _("A name is enough. An unknown person stays so.")),
        "put-off": (
            _("Do what was put off until morning"),
            _("Each is a task with its day. Say what became of it."),
        ),
        "own-words": (
            _("Ask how the person sees it"),
            _("Before any points: how afraid, and of what."),
        ),
        "assessment": (
            _("Begin an assessment"),
            _("When there is calm. It can be put off and resumed."),
        ),
        "plan": (
            _("Begin a safety plan together"),
            _("What the person already does, and can do. Own words first."),
        ),
    }
