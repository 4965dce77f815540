# SPDX-License-Identifier: EUPL-1.2
"""The register of a copy, made the register of a vault of today.

Its key may have changed since the copy was made, akter may have been erased, access may have been
taken away, and vault.slots is another: each is told to it before anybody unlocks.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, UserId, VaultId
from workbench.services.jobs import Pulse, no_pulse
from workbench.vault import (
    cipher,
    counting,
    exporting,
    keyrings,
    register,
    register_keys,
    rings,
    schemas,
    slots,
)
from workbench.vault.exporting import Export
from workbench.vault.keychain import Keychain
from workbench.vault.layout import Layout
from workbench.vault.medium import Medium
from workbench.vault.register import Register
from workbench.vault.slots import SlotsBody


@dataclass(frozen=True, slots=True)
class Since:
    """What happened since the copy was made.

    `without`: who had access to an akt then and has none now. `revision`: the register counts on
    from there, so that no folder of before is taken for a later one.
    """

    erased: frozenset[CaseId]
    without: Mapping[CaseId, set[UserId]]
    revision: int
    pulse: Pulse = no_pulse


def keys_then(
    found: Medium, keychain: Keychain, today: tuple[bytearray, ...]
) -> tuple[bytearray, ...]:
    """The register's keys that the ring leads this user to. The caller wipes them."""
    own: tuple[bytearray, ...] = ()
    with suppress(WorkbenchError):  # the ring may be of a time when they had no place
        body = slots.read(found.ring, smallest_kib=1)
        wraps = next((s.register for s in body.slots if s.user == keychain.user), ())
        own = register_keys.unwrap_register_keys(body.vault, wraps, keychain.wrapping)
    return (*own, *rings.unsealed(found.ring, found.vault, (*today, *own)))


def bring_under(
    aside: Layout, today: tuple[bytearray, ...], then: tuple[bytearray, ...], keychain: Keychain
) -> None:
    """See that the register is under a key of today.

    Raises:
        DamagedFileError: none of the keys opens it.
    """
    if any(register.is_under(aside.folder, key) for key in today):
        return
    newest = schemas.NEWEST["register"]
    export = Export(aside.folder / register.FILE, today[0], register.FILE, newest)
    source = register.connect(aside.folder, (*then, *today), keychain.vault)
    try:
        exporting.make(export, source, keychain.pulse)
    finally:
        cipher.close_file(source, name=register.FILE)
    exporting.put_in_place(export)


def tell(aside: Layout, keys: tuple[bytearray, ...], body: SlotsBody, since: Since) -> None:
    """Tell the register what happened since."""
    connection = register.connect(aside.folder, keys, VaultId(body.vault))
    opened = Register(connection)
    try:
        for case in since.erased:
            if opened.row(case) is not None:
                opened.remove(case)
        for case, readers in _more_readers(opened, aside, body):
            since.pulse()
            opened.grants.put(case, *readers)
        for case, users in since.without.items():
            for user in sorted(users):
                opened.grants.end(case, user)
        opened.grants.mark_rekey(sorted(_of_the_gone(opened, body)), is_due=True)
        opened.pins.settle(body.generation, slots.hash_of(aside.folder))
        counting.raise_revision(connection, since.revision)
    finally:
        opened.close()


def _more_readers(
    opened: Register, aside: Layout, body: SlotsBody
) -> Iterator[tuple[CaseId, list[UserId]]]:
    """Who was let into an akt after the copy was made: the ring has their key, and no row is there.

    Not where a change of key was due: there somebody's grant has ended who still has a key.
    """
    seated, due = {UserId(slot.user) for slot in body.slots}, opened.grants.rekey_due()
    for row in opened.rows():
        with suppress(WorkbenchError):  # damaged, or none: then nobody more can open it
            files = aside.case(row.case)
            ring = keyrings.read(files.keys, name=files.keys_name)
            more = {UserId(granted.to) for granted in ring.grants} & seated
            more -= set(opened.grants.users(row.case))
            if more and row.case not in due:
                yield row.case, sorted(more & keyrings.users_of(ring, body.members()))


def _of_the_gone(opened: Register, body: SlotsBody) -> frozenset[CaseId]:
    """The akter of whoever has lost their place: their keys are due for a change."""
    seated = {slot.user for slot in body.slots}
    gone = [UserId(user.user) for user in body.users if user.user not in seated]
    return frozenset(case for user in gone for case in opened.grants.of(user))
