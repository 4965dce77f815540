# SPDX-License-Identifier: EUPL-1.2
"""Time is asked for, never taken: tests and papers are the same twice."""

from datetime import UTC, date, datetime
from typing import Protocol

_STAMP = "%Y-%m-%dT%H:%M:%SZ"


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """Aware, UTC, whole seconds."""
        ...

    def today(self) -> date:
        """The calendar date where the person sits."""
        ...


def stamp(moment: datetime) -> str:
    """`2026-11-22T01:10:00Z`: the one spelling of a moment in records and bundles."""
    return moment.astimezone(UTC).strftime(_STAMP)


def moment(text: str) -> datetime:
    """Read what `stamp` wrote.

    Raises:
        ValueError: any other spelling.
    """
    parsed = datetime.strptime(text, _STAMP).replace(tzinfo=UTC)
    if stamp(parsed) != text:
        raise ValueError(text)
    return parsed
