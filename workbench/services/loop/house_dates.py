# SPDX-License-Identifier: EUPL-1.2
"""Dates of the organisation itself: begun in its own akt, settled like those of any other.

Which rows of the table are about the house, the table says. The review of the log is not begun
here: it is counted from the review before (`house.reviewing_log`).
"""

from dataclasses import replace
from datetime import timedelta

from workbench.domain.clock import moment
from workbench.domain.deadlines import Deadline, day_of
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.law import deadline_rules
from workbench.services.law.deadline_rules import DeadlineRule, Rules
from workbench.services.loop import deadlines
from workbench.services.loop.deadlines import DayAheadError, DueDate
from workbench.services.records.akt import Akt, Draft

SOON = timedelta(days=7)


def rules_of(known: Rules) -> tuple[DeadlineRule, ...]:
    """The rows of the table that are about the house, in its order."""
    return tuple(each for each in known.values() if each.is_of_house)


def begun(known: Rules, wanted: str, since: str, about: str) -> Deadline:
    """The record of one that begins. `since`: an ISO day or a moment; `about`: in few words.

    Raises:
        UnknownRuleError: no row about the house; NotADayError.
    """
    rule = deadline_rules.rule(known, wanted)
    if not rule.is_of_house:
        raise deadline_rules.UnknownRuleError(rule=wanted)
    return replace(deadlines.begun(rule, since), title=about.strip())


def require_begun(house: Akt, value: Deadline) -> None:
    """It has become known already. Raises DayAheadError."""
    said, now = value.since, moment(house.now())
    is_ahead = moment(said) > now if "T" in said else day_of(said) > now.astimezone().date()
    if is_ahead:
        raise DayAheadError(day=day_of(said).isoformat())


def begin(desk: Desk, wanted: str, since: str, about: str) -> Changes:
    """Begin one by the house's own periods; whoever works here may.

    Raises:
        UnknownRuleError; NotADayError; DayAheadError.
    """
    value = begun(deadline_rules.rules(desk.house), wanted, since, about)
    require_begun(desk.house, value)
    return desk.house.enter(Draft(value))


def waiting(desk: Desk) -> tuple[DueDate, ...]:
    """What is late or due within a week, by day."""
    last = (desk.clock.today() + SOON).isoformat()
    found = deadlines.open_deadlines(desk.house, deadline_rules.rules(desk.house))
    return tuple(each for each in found if each.day <= last)
