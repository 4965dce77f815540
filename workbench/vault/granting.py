# SPDX-License-Identifier: EUPL-1.2
"""Keys from hand to hand: an akt's to one more reader, the organisation's to who exchanges."""

from collections.abc import Iterator

import msgspec

from workbench.crypto.clearing import wipe
from workbench.crypto.seeds import name_of
from workbench.domain.ids import CaseId, UserId
from workbench.vault import keyrings, mailboxes
from workbench.vault.errors import DamagedFileError
from workbench.vault.inside import Inside
from workbench.vault.keyrings import Grant, Granter, Place, Reader
from workbench.vault.mailboxes import ExchangeUser
from workbench.vault.seats import EXCHANGE
from workbench.vault.slots import SlotsBody, User


def know(inside: Inside) -> None:
    """See that the register has a row for every grant; one of before there were rows has none."""
    if not inside.register.grants.are_known():
        inside.register.grants.fill(_in_files(inside))


def readers(inside: Inside, case: CaseId) -> frozenset[UserId]:
    """Who can open an akt, as its keys file says."""
    ring = inside.keychain.ring(case, inside.shelf.files(case))
    return keyrings.users_of(ring, inside.keychain.members)


def add(inside: Inside, case: CaseId, user: User) -> None:
    """One more reader for an akt that this user can open; durable on return.

    Raises:
        NoAccessError, DamagedFileError, DiskFullError.
    """
    files = inside.shelf.files(case)
    keys, ring = inside.keychain.keys(case, files), inside.keychain.ring(case, files)
    reader = Reader(user.user, user.wrap_public)
    granter = Granter(inside.keychain.user, inside.keychain.signing, inside.now())
    made: list[Grant] = []
    for key in keys:
        place = Place(inside.vault, case, _generation(ring.grants, name_of(key), files.keys_name))
        made.append(keyrings.grant(place, key, reader, granter))
    keyrings.replace(files.keys, msgspec.structs.replace(ring, grants=(*ring.grants, *made)))


def hand_round(inside: Inside, body: SlotsBody | None = None) -> None:
    """The organisation's own keys are wrapped to who may exchange, and to nobody else.

    By the list of today, or by `body`, which will be. Only one who exchanges can do it; for
    others it stays as it is.

    Raises:
        NoAccessError, DamagedFileError, NewerFormatError, DiskFullError.
    """
    if EXCHANGE not in inside.me.roles:
        return
    folder = inside.layout.folder
    held = mailboxes.read(folder, inside.body.members(), inside.vault)
    meant = {user.user: user for user in _exchanging(body or inside.body)}
    if mailboxes.holders(held) == meant.keys():
        return
    keys = mailboxes.open_keys(held, inside.keychain.user, inside.keychain.wrapping)
    try:
        users = [ExchangeUser(user.user, user.wrap_public) for user in meant.values()]
        me = inside.keychain.user
        made = mailboxes.wrap_keys(inside.vault, keys, users, me, generation=held.generation + 1)
        mailboxes.replace(folder, made, inside.keychain.signing)
    finally:
        wipe(*keys.seeds)


def _exchanging(body: SlotsBody) -> Iterator[User]:
    for slot in body.slots:
        user = body.user(slot.user)
        if user is not None and EXCHANGE in user.roles:
            yield user


def _generation(grants: tuple[Grant, ...], name: str, file: str) -> int:
    found = next((granted.generation for granted in grants if granted.key == name), None)
    if found is None:  # the file was replaced since the key was opened
        raise DamagedFileError(file=file)
    return found


def _in_files(inside: Inside) -> Iterator[tuple[CaseId, UserId]]:
    for row in inside.register.rows():
        inside.pulse()
        files = inside.shelf.files(row.case)
        yield from ((row.case, user) for user in inside.keychain.readers(row.case, files))
