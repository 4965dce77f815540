# SPDX-License-Identifier: EUPL-1.2
"""Whether the list of users on a medium, and the one that it replaces, are states of one list."""

from workbench.vault import known_lists, medium, slots
from workbench.vault.errors import DamagedCopyError, SlotsNotSignedError
from workbench.vault.known_lists import Known, KnownBy
from workbench.vault.slots import SlotsBody

LIST_OF_RING = f"{medium.RING}/{slots.FILE}"


def believed(ring: SlotsBody, there: SlotsBody | None, known: Known | None) -> SlotsBody | None:
    """The list of the vault that is replaced; None where it is not what was seen here before.

    Raises:
        DamagedCopyError: the medium's is neither an earlier nor a later state of what was seen
            here, or of that list.
    """
    if there is not None and known is not None and not _is_of(known, there):
        there = None
    own = known_lists.as_known(there) if there is not None else None
    if not all(_is_of(seen, ring) for seen in (known, own) if seen is not None):
        raise DamagedCopyError(file=LIST_OF_RING)
    if there is not None and not there.chain and ring.generation >= there.generation:
        _require_signed_by_who_may(ring, there)
    return there


def require_seen(by: KnownBy, body: SlotsBody) -> None:
    """The list is one that who puts it back has seen, or goes on from it.

    Their own mark is in the register of the copy, and nobody else can make one. A list without a
    history goes before any, but a medium's list is never of before its copies.

    Raises:
        DamagedCopyError: it is somebody's own.
    """
    if not body.chain and known_lists.has_seen_a_history(by):
        raise DamagedCopyError(file=LIST_OF_RING)
    try:
        known_lists.older_than_known(by, body)
    except SlotsNotSignedError:
        raise DamagedCopyError(file=LIST_OF_RING) from None


def _is_of(seen: Known, body: SlotsBody) -> bool:
    try:
        known_lists.is_behind(seen, body)
    except SlotsNotSignedError:
        return False
    return True


def _require_signed_by_who_may(ring: SlotsBody, there: SlotsBody) -> None:
    """What lies there is of before there was a history: it knows who might begin one."""
    if not there.may_sign(ring.history[0].by or ring.signed_by):
        raise DamagedCopyError(file=LIST_OF_RING)
