# SPDX-License-Identifier: EUPL-1.2
"""The list of those who must not be contacted: what may stand on it, and the step that ends a row.

A row is never taken off: it is ended, with a day and a why, and stays to be read.
"""

import re
from dataclasses import replace
from datetime import date
from typing import ClassVar

from workbench.domain.deadlines import day_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.no_contact import NoContact
from workbench.domain.subject import SafeContact
from workbench.services.changes import Changes
from workbench.services.person.place_words import plain
from workbench.services.records.akt import Akt, Draft, Recorded


class NoContactUnsaidError(WorkbenchError):
    """A row of the list does not say who, or does not say why."""

    code: ClassVar[str] = "NOCONTACT-001"


class NoContactAheadError(WorkbenchError):
    """A row of the list counts from, or was ended on, a day that has not come (`day`)."""

    code: ClassVar[str] = "NOCONTACT-002"


class EndUnsaidError(WorkbenchError):
    """A row was to be ended without a why, was ended before, or before it began."""

    code: ClassVar[str] = "NOCONTACT-003"


class OnTheListError(WorkbenchError):
    """Something was to leave to somebody who stands on the list (`who`)."""

    code: ClassVar[str] = "NOCONTACT-004"


def standing(akt: Akt) -> tuple[Recorded[NoContact], ...]:
    """The rows that hold."""
    return tuple(each for each in akt.all(NoContact) if each.value.holds)


def ended(akt: Akt) -> tuple[Recorded[NoContact], ...]:
    """Those that were ended."""
    return tuple(each for each in akt.all(NoContact) if not each.value.holds)


def refused_interpreters(akt: Akt) -> tuple[Recorded[NoContact], ...]:
    """The interpreters whom the person refuses."""
    return tuple(each for each in standing(akt) if each.value.what == "interpreter")


def said_with_contact(akt: Akt) -> str:
    """What the safe contact says of it, in its own words; "" where it says nothing."""
    found = akt.all(SafeContact)
    return found[0].value.do_not_contact.strip() if found else ""


def require_not_listed(akt: Akt, *receivers: str) -> None:
    """Refuse a receiver who stands on the list by these words. Raises OnTheListError."""
    named = {_alike(each) for each in receivers}
    for row in standing(akt):
        if _alike(row.value.who) in named:
            raise OnTheListError(who=row.value.who)


def require_row(akt: Akt, row: NoContact) -> None:
    """Who and why must be said, and no day may lie ahead.

    Raises:
        NoContactUnsaidError, NoContactAheadError, EndUnsaidError.
    """
    if not row.who.strip() or not row.why.strip():
        raise NoContactUnsaidError
    for day in (row.since, row.ended_on):
        if day and _day(day) > _day(akt.today()):
            raise NoContactAheadError(day=day)
    if row.ended_on and (not row.ended_because.strip() or row.ended_on < row.since):
        raise EndUnsaidError


def end(akt: Akt, record: RecordId, because: str) -> Changes:
    """Enter that a row holds no longer, from today on.

    Raises:
        EndUnsaidError: no why, no such row, or one that was ended before. Nothing is entered.
    """
    found = akt.find(NoContact, record)
    if found is None or not found.value.holds or not because.strip():
        raise EndUnsaidError
    over = replace(found.value, ended_on=akt.today(), ended_because=because.strip(), reason="")
    require_row(akt, over)
    return akt.enter(Draft(over, record))


def _alike(words: str) -> str:
    """However they were typed: capitals, marks and blanks aside."""
    return " ".join(re.findall(r"\w+", plain(words)))


def _day(text: str) -> date:
    """What is no day counts as one that never comes."""
    try:
        return day_of(text)
    except ValueError:
        return date.max
