# SPDX-License-Identifier: EUPL-1.2
"""What must be looked through before anything leaves an akt: a call, a paper, a bundle, a talk.

One place decides what is shown and what must be ticked. Whoever does it ticks; the ticks are kept
with the act (`checked` of `Printed`, `Sent`, `Told`, `Call`, `FiledThere`), whose entry says who
and when. Without them the act is refused. Nothing here stops an arrival, the question whether
protection is needed now, or a note: nothing leaves by them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.interpreters import InterpreterNeed
from workbench.domain.no_contact import NoContact
from workbench.services.person import interpreting, no_contact, protection_view
from workbench.services.records.akt import Akt

LOOKED_THROUGH = "looked-through"
"""Safe contact, whom not to contact and the interpreter were looked through."""
BY_COMMAND = "by-command"
"""A bundle that was sealed from the command line: no page was shown, and the log says so."""


class NotLookedThroughError(WorkbenchError):
    """Something was to leave an akt, and nobody ticked that they had looked through it."""

    code: ClassVar[str] = "OUTWARD-001"


class Leaving(Protocol):
    """A record of an act by which something leaves."""

    @property
    def checked(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Before:
    """What is shown beside the safe contact, and the codes of what must be ticked."""

    not_contacted: tuple[NoContact, ...]
    said_with_contact: str
    interpreter: InterpreterNeed | None
    refused_interpreters: tuple[NoContact, ...]
    said_at_arrival: str
    ticks: tuple[str, ...]


def before(akt: Akt) -> Before:
    """All of it, as the akt stands."""
    need = interpreting.need_of(akt)
    refused = tuple(each.value for each in no_contact.refused_interpreters(akt))
    return Before(
        not_contacted=tuple(each.value for each in no_contact.standing(akt)),
        said_with_contact=no_contact.said_with_contact(akt),
        interpreter=need.value if need is not None else None,
        refused_interpreters=refused,
        said_at_arrival=interpreting.said_at_arrival(akt) if need is None else "",
        ticks=ticks_of(akt),
    )


def ticks_of(akt: Akt) -> tuple[str, ...]:
    """What must be ticked before anything leaves this akt, in the order in which it is asked."""
    return (LOOKED_THROUGH, *protection_view.ticks_of(akt))


def require_looked_through(akt: Akt, checked: Iterable[str]) -> None:
    """Refuse an act whose ticks are not all there.

    Raises:
        NotLookedThroughError; NotReadThroughError: a protected person's texts, by command too.
    """
    ticked = frozenset(checked)
    if ticked.isdisjoint({BY_COMMAND, LOOKED_THROUGH}):
        raise NotLookedThroughError
    protection_view.require_read_through(akt, ticked)


def require_at_first(akt: Akt, act: Leaving, record: RecordId) -> None:
    """The same for a record that is written: its correction is no new act.

    Raises:
        NotLookedThroughError.
    """
    of: type[Any] = type(act)
    if not akt.history(of, record):
        require_looked_through(akt, act.checked)
