# SPDX-License-Identifier: EUPL-1.2
"""When something happened, as exactly as it is known, and which days are refused.

How exact a day is belongs to what is known: it is kept and shown, never rounded to a day.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Protocol

from workbench.domain.errors import WorkbenchError
from workbench.domain.house_codes import is_code
from workbench.domain.incidents import Incident
from workbench.domain.life_events import LifeEvent
from workbench.instruments.calendar_days import Span, read_date
from workbench.services.facts import documents_in
from workbench.services.records.akt import Akt, Recorded

_ABOUT_DAYS = {len("2026"): 183, len("2026-03"): 15, len("2026-03-10"): 3}
"""How far a day that is only about right is drawn to each side, by how it is spelled."""


class Dated(Protocol):
    """What happened at some time."""

    @property
    def day(self) -> str: ...

    @property
    def until(self) -> str: ...

    @property
    def about(self) -> bool: ...


class IncidentAheadError(WorkbenchError):
    """An incident was dated on a day that has not come (`day`)."""

    code: ClassVar[str] = "INCIDENT-001"


class EndsBeforeItBeganError(WorkbenchError):
    """Something was to end before it began (`begins`, `ends`)."""

    code: ClassVar[str] = "INCIDENT-002"


class NoSuchDayError(WorkbenchError):
    """What was written is no day, month or year."""

    code: ClassVar[str] = "INCIDENT-003"


class NotACodeError(WorkbenchError):
    """A placement names a house by something else than its code."""

    code: ClassVar[str] = "PROTECT-006"


class NoSuchDocumentError(WorkbenchError):
    """A document was named that was not read into this akt (`number`)."""

    code: ClassVar[str] = "INCIDENT-004"


@dataclass(frozen=True, slots=True)
class Reach:
    """The first and the last day that something can have been."""

    first: date
    last: date
    is_exact: bool


def reach_of(value: Dated) -> Reach | None:
    """The days it can have been; None when what stands there is no day."""
    begins = read_date(value.day)
    ends = read_date(value.until) if value.until else begins
    if begins is None or ends is None:
        return None
    first, last = begins.first, max(begins.last, ends.last)
    if value.about:
        first = _moved(first, -_ABOUT_DAYS[len(value.day)])
        last = _moved(last, _ABOUT_DAYS[len(value.until or value.day)])
    return Reach(first, last, is_exact=begins.is_exact and not value.about and first == last)


def spelled(value: Dated) -> str:
    """`2026-03-10`, `2026-03`, `2026-03 – 2026-05`, `ca 2026`: the same in both languages."""
    days = f"{value.day} – {value.until}" if value.until else value.day
    return f"ca {days}" if value.about else days


def is_a_time(text: str) -> bool:
    """Whether a day, a month or a year stands there."""
    return read_date(text) is not None


def require_incident(akt: Akt, incident: Incident) -> None:
    """Refuse days that cannot be, and a document that is not there.

    Raises:
        NoSuchDayError, EndsBeforeItBeganError, IncidentAheadError, NoSuchDocumentError.
    """
    today = date.fromisoformat(akt.today())
    for text, span in zip((incident.day, incident.until), _spans(incident), strict=False):
        if span.first > today:
            raise IncidentAheadError(day=text)
    if incident.document and documents_in.by_number(akt, incident.document) is None:
        raise NoSuchDocumentError(number=incident.document)


def require_event(_akt: Akt, event: LifeEvent) -> None:
    """Refuse days that cannot be; one that lies ahead is none of them. A house is a code.

    Raises:
        NoSuchDayError, EndsBeforeItBeganError, NotACodeError.
    """
    _spans(event)
    if event.kind == "placement" and event.what and not is_code(event.what):
        raise NotACodeError


def life_events(akt: Akt) -> tuple[Recorded[LifeEvent], ...]:
    """The events of the life, by day."""
    return tuple(sorted(akt.all(LifeEvent), key=lambda each: (each.value.day, each.recorded_at)))


def _spans(value: Dated) -> tuple[Span, ...]:
    found = []
    for text in (value.day, value.until) if value.until else (value.day,):
        span = read_date(text)
        if span is None:
            raise NoSuchDayError
        found.append(span)
    if found[-1].last < found[0].first:
        raise EndsBeforeItBeganError(begins=value.day, ends=value.until)
    return tuple(found)


def _moved(day: date, days: int) -> date:
    """So many days on, at the ends of the calendar not beyond them."""
    at = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.min + timedelta(days=at - 1)
