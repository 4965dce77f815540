# SPDX-License-Identifier: EUPL-1.2
"""The grants to recovery, akt by akt: brought over to the recovery key of today.

A keys file is replaced whole or not at all, so every step can be cut off and done again.
"""

from collections.abc import Iterator, Sequence

import msgspec

from workbench.crypto.seeds import fingerprint, name_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.services.jobs import Pulse
from workbench.vault import durable, keyrings, signed
from workbench.vault.errors import DamagedFileError, NoAccessError
from workbench.vault.inside import Inside
from workbench.vault.keyrings import RECOVERY, Grant, Granter, KeysBody, Place, Reader


def read(inside: Inside, case: CaseId) -> KeysBody:
    """An akt's keys file.

    Raises:
        DamagedFileError: not there, not what we write, or another akt's; NewerFormatError.
    """
    files = inside.shelf.files(case)
    body = keyrings.read(files.keys, name=files.keys_name)
    if (body.vault, body.case) != (inside.vault, case):
        raise DamagedFileError(file=files.keys_name)
    return body


def all_cases(inside: Inside) -> tuple[CaseId, ...]:
    """Every akt, the organisation akt first."""
    return (CaseId(inside.body.house), *(row.case for row in inside.register.rows()))


def opens(body: KeysBody, public: bytes) -> bool:
    """Whether a recovery key opens this akt."""
    return fingerprint(public) in {g.recipient for g in body.grants if g.to == RECOVERY}


def is_brought_over(body: KeysBody, public: bytes) -> bool:
    """Whether a recovery key opens this akt, and no other recovery key does."""
    return {g.recipient for g in body.grants if g.to == RECOVERY} == {fingerprint(public)}


def uncovered(inside: Inside, pulse: Pulse) -> int:
    """How many akter are not brought over; one whose keys file cannot be read is none."""
    public = bytes.fromhex(inside.body.recovery.public)
    return sum(not _is_sound(inside, case, public) for case in _slowly(inside, pulse))


def bring_over_all(inside: Inside, pulse: Pulse) -> None:
    """Bring over every akt that this user can open."""
    for case in own_cases(inside, pulse):
        pulse()
        bring_over(inside, case)


def bring_over(inside: Inside, case: CaseId) -> None:
    """See that recovery, as it is today, opens this akt, and no recovery of before.

    Raises:
        NoAccessError, DamagedFileError, NewerFormatError, DiskFullError, DiskError.
    """
    public = bytes.fromhex(inside.body.recovery.public)
    body = read(inside, case)
    if not is_brought_over(body, public):
        _replace(inside, body, (public,))


def grant_also(inside: Inside, case: CaseId, public: bytes) -> None:
    """Another recovery key beside the one of today, until it has taken over."""
    today = bytes.fromhex(inside.body.recovery.public)
    _replace(inside, read(inside, case), (today, public))


def own_cases(inside: Inside, pulse: Pulse) -> tuple[CaseId, ...]:
    """The akter that this user has a grant to, the organisation akt among them."""
    me = inside.keychain.user
    return tuple(case for case in _slowly(inside, pulse) if me in readers(inside, case))


def readers(inside: Inside, case: CaseId) -> frozenset[str]:
    """Who has a grant; nobody where the keys file cannot be read."""
    try:
        return frozenset(granted.to for granted in read(inside, case).grants)
    except WorkbenchError:
        return frozenset()


def regranted(
    inside: Inside, body: KeysBody, kept: Sequence[Grant], to: Sequence[Reader]
) -> KeysBody:
    """`body` with the grants `kept`, and one to each of `to` for each key that is opened here.

    A grant that is among `kept` already is not made twice.
    """
    have = {(granted.to, granted.recipient, granted.key) for granted in kept}
    granter = Granter(inside.keychain.user, inside.keychain.signing, inside.now())
    case, made = CaseId(body.case), list(kept)
    for key in inside.keychain.keys(case, inside.shelf.files(case)):
        name = name_of(key)
        generation = _generation(body, name)
        for reader in to:
            if (reader.to, fingerprint(reader.public), name) not in have:
                place = Place(inside.vault, case, generation)
                made.append(keyrings.grant(place, key, reader, granter))
    return msgspec.structs.replace(body, grants=tuple(made))


def write(inside: Inside, body: KeysBody) -> None:
    """Put a keys file in the place of the one before."""
    path = inside.shelf.files(CaseId(body.case)).keys
    durable.replace(path, signed.plain_file(body))


def _replace(inside: Inside, body: KeysBody, publics: Sequence[bytes]) -> None:
    wanted = {fingerprint(public) for public in publics}
    kept = [g for g in body.grants if g.to != RECOVERY or g.recipient in wanted]
    readers_ = [Reader(RECOVERY, public) for public in publics]
    changed = regranted(inside, body, kept, readers_)
    if changed != body:
        write(inside, changed)


def _generation(body: KeysBody, name: str) -> int:
    found = next((granted.generation for granted in body.grants if granted.key == name), None)
    if found is None:  # the file was replaced since the key was opened
        raise NoAccessError
    return found


def _is_sound(inside: Inside, case: CaseId, public: bytes) -> bool:
    try:
        return is_brought_over(read(inside, case), public)
    except WorkbenchError:
        return False


def _slowly(inside: Inside, pulse: Pulse) -> Iterator[CaseId]:
    for case in all_cases(inside):
        pulse()
        yield case
