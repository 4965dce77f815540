# SPDX-License-Identifier: EUPL-1.2
"""Which periods hold here. Stricter than a statute is allowed, laxer never."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from workbench.domain.deadlines import Period
from workbench.services.akter.session import Session
from workbench.services.changes import Changes
from workbench.services.house import settings
from workbench.services.jobs import Jobs
from workbench.services.law import deadline_rules
from workbench.services.law.deadline_rules import DeadlineRule
from workbench.services.loop import protective_words
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing.law_lines import law_line
from workbench.words import _, ngettext

_EDITABLE = frozenset({"hours", "days", "weeks", "months", "year-end"})


@dataclass(frozen=True, slots=True)
class PeriodVm:
    """One row, and what its field shows. `unit`: the word after the number."""

    rule: str
    title: str
    holds: str
    by: str
    text: str
    number: str
    unit: str


@dataclass(frozen=True, slots=True)
class PeriodsVm:
    """The whole page; `may_change`: whether this user may."""

    rows: tuple[PeriodVm, ...]
    may_change: bool


class PeriodsView(Protocol):
    """What the page must be able to show."""

    def show_periods(self, vm: PeriodsVm) -> None: ...

    def show_missing(self, text: str) -> None: ...

    def show_entered(self) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class PeriodsPresenter:
    """Decides what the page of periods shows."""

    def __init__(
        self,
        view: PeriodsView,
        jobs: Jobs,
        session: Session,
        _asks: Asks,
        go: Go,
        _outside: Outside,
    ) -> None:
        self._view, self._jobs, self._session, self._go = view, jobs, session, go

    def open(self) -> None:
        self._jobs.run(self._look, done=self._view.show_periods, failed=self._view.show_problem)

    def set_period(self, rule: str, number: str, reason: str) -> None:
        """Enter the house's own number, with a reason."""
        clean = number.strip()
        if not clean.isascii() or not clean.isdigit():
            self._view.show_missing(_("Write a whole number."))
            return
        if not reason.strip():
            self._view.show_missing(_("Write why."))
            return
        wanted = int(clean[:6])
        self._jobs.run(
            lambda: deadline_rules.set_period(self._session.desk, rule, wanted, reason.strip()),
            done=self._entered,
            failed=self._view.show_problem,
        )

    def leave(self) -> None:
        self._go(Place("organisation"))

    def _entered(self, _changes: Changes) -> None:
        self._view.show_entered()
        self.open()

    def _look(self) -> PeriodsVm:
        desk = self._session.desk
        found = deadline_rules.rules(desk.house).values()
        editable = [each for each in found if each.law_period.unit in _EDITABLE]
        rows = tuple(_row(each, desk.clock.today()) for each in editable)
        return PeriodsVm(rows, settings.ADMINISTRATOR in settings.roles_of(desk))


def _row(rule: DeadlineRule, today: date) -> PeriodVm:
    by = protective_words.deadline_kinds(_)[rule.kind]
    text = " ".join(part for part in (rule.text.text, law_line(rule.text, today)) if part)
    return PeriodVm(
        rule=rule.id,
        title=rule.text.title,
        holds=period_words(rule.period),
        by=by,
        text=text,
        number=str(rule.period.number),
        unit=unit_words(rule.period),
    )


def period_words(period: Period) -> str:
    """`14 days`, `7 days before`."""
    said = _("{number} {unit}").format(number=period.number, unit=unit_words(period))
    return _("{period} before").format(period=said) if period.direction == "before" else said


def unit_words(period: Period) -> str:
    """The unit of a period, as it follows its number."""
    n = period.number
    units: Mapping[str, str] = {
        "hours": ngettext("hour", "hours", n),
        "days": ngettext("day", "days", n),
        "weeks": ngettext("week", "weeks", n),
        "months": ngettext("month", "months", n),
        "year-end": _("years, to the end of the year after"),
    }
    return units.get(period.unit, "")
