# SPDX-License-Identifier: EUPL-1.2
"""Whether signatures in a journal are those of the people, and of the recovery code, they name."""

from collections.abc import Callable, Mapping, Sequence

from workbench.crypto import ed25519
from workbench.crypto.labels import Signed
from workbench.domain.ids import UserId
from workbench.domain.journal import Entry
from workbench.domain.purges import Witness
from workbench.services.jobs import Pulse, no_pulse
from workbench.services.ports import Member
from workbench.vault.slots import RECOVERY

NOBODY = Witness(lambda _entry: False, lambda _statement, _signature: False)
"""Where no word allows that a text is taken away."""


def first_unsigned(
    entries: Sequence[Entry], members: Sequence[Member], pulse: Pulse = no_pulse
) -> Entry | None:
    """The first entry whose signature, or a cosignature, is not that of who it names."""
    keys = {member.user: member.public for member in members}
    people = frozenset(member.user for member in members if _had_place(member))
    for entry in entries:
        pulse()
        if not (_is_signed(entry, keys) and _by_people(entry, people)):
            return entry
    return None


def witness(members: Callable[[], Sequence[Member]]) -> Witness:
    """Who tells, for the users that there are by then, whether a text may have been taken away."""

    def signs(entry: Entry) -> bool:
        return first_unsigned((entry,), members()) is None

    def confirms(statement: bytes, signature: str) -> bool:
        keys = (member.public for member in members() if RECOVERY in member.roles)
        return any(_is_under(statement, signature, key, Signed.CONFIRMATION) for key in keys)

    def warrants(statement: bytes, user: UserId, signature: str) -> bool:
        keys = (member.public for member in members() if member.user == user and _had_place(member))
        return any(_is_under(statement, signature, key, Signed.WARRANT) for key in keys)

    def is_person(user: UserId) -> bool:
        return any(member.user == user and _had_place(member) for member in members())

    def person(user: UserId) -> UserId:
        known = (member.person for member in members() if member.user == user)
        return next(known, user) or user

    def by_code(user: UserId) -> str:
        return next((member.by_code for member in members() if member.user == user), "")

    return Witness(signs, confirms, warrants, is_person, person, by_code)


def _had_place(member: Member) -> bool:
    """Somebody who sits or sat at a place; the recovery code never did."""
    return RECOVERY not in member.roles


def _is_under(statement: bytes, signature: str, key: bytes, kind: Signed) -> bool:
    try:
        untrusted = bytes.fromhex(signature)
    except ValueError:
        return False
    return ed25519.verifies(key, untrusted, ed25519.pae(kind, statement))


def _by_people(entry: Entry, people: frozenset[UserId]) -> bool:
    """A cosigner is somebody: the recovery code is no second person."""
    return people.issuperset(entry.header.cosigners)


def _is_signed(entry: Entry, keys: Mapping[UserId, bytes]) -> bool:
    users = (entry.header.author, *entry.header.cosigners)
    signatures = (entry.signature, *entry.cosignatures)
    if len(users) != len(signatures):
        return False
    message = ed25519.pae(Signed.ENTRY, entry.header_bytes)
    return all(
        ed25519.verifies(keys.get(user, b""), signature, message)
        for user, signature in zip(users, signatures, strict=True)
    )
