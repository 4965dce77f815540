# SPDX-License-Identifier: EUPL-1.2
"""`vault.erased`: what was taken away for ever, each with its warrant, without names.

The organisation akt tells the same and more; this file is for where it cannot be asked: on a
backup medium, and while a copy is put back that is older than what was erased. That a user of today
signed the list says that nobody cut it; what is obeyed is what two people, or the recovery code,
stand for (`domain.warrants`). The list only grows.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from workbench.crypto.labels import Signed
from workbench.domain import warrants
from workbench.domain.ids import CaseId, EntryId, UserId, VaultId
from workbench.domain.warrants import Taking
from workbench.services.ports import Member
from workbench.vault import durable, signed
from workbench.vault.errors import DamagedFileError, NewerFormatError, TooManyAkterError
from workbench.vault.layout import ERASED
from workbench.vault.manifests import MOST_AKTER
from workbench.vault.signed import Hash, Hex, HexOrNot, Id
from workbench.vault.witnessing import witness

FILE = ERASED


class Taken(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An akt that was erased, or entries of one whose texts were taken away."""

    case: Id
    entries: tuple[Hash, ...]
    by: HexOrNot
    signature: Hex
    second: HexOrNot
    cosignature: Hex
    proposal: HexOrNot
    confirmed: Hex


class ErasedBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole list, sorted."""

    fmt: Literal["varn.erased/2"] = "varn.erased/2"
    vault: Id
    taken: tuple[Taken, ...]
    signed_by: Hash


class _Bare(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    case: Id
    entries: tuple[Hash, ...]


class _BareBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The list of before there were warrants: anybody with a place could make it say anything."""

    fmt: Literal["varn.erased/1"] = "varn.erased/1"
    vault: Id
    cases: tuple[Id, ...]
    purged: tuple[_Bare, ...]
    signed_by: Hash


@dataclass(frozen=True, slots=True)
class Erasures:
    """What is obeyed: akter, entries by akt, and by akt and author what an author took back.

    `takings`: what is carried on, each with its warrant; what one alone stands for among it.
    """

    cases: frozenset[CaseId] = frozenset()
    entries: Mapping[CaseId, frozenset[EntryId]] = field(default_factory=dict)
    own: frozenset[tuple[CaseId, UserId, EntryId]] = frozenset()
    takings: frozenset[Taking] = frozenset()

    def entries_of(self, case: CaseId) -> frozenset[EntryId]:
        return self.entries.get(case, frozenset())

    def own_of(self, case: CaseId) -> frozenset[tuple[UserId, EntryId]]:
        """What holds where the entry is that user's."""
        return frozenset((user, entry) for of, user, entry in self.own if of == case)

    def joined(self, other: "Erasures") -> "Erasures":
        """Both: a list only grows."""
        akter = {*self.entries, *other.entries}
        cases = self.cases | other.cases
        entries = {c: self.entries_of(c) | other.entries_of(c) for c in akter if c not in cases}
        own = frozenset(each for each in self.own | other.own if each[0] not in cases)
        takings = warrants.joined(self.takings, other.takings)
        kept = frozenset(each for each in takings if not (each.entries and each.case in cases))
        return Erasures(cases, entries, own, kept)


@dataclass(frozen=True, slots=True)
class SignedList:
    """A list as it was read: what is obeyed of it, who signed it, whether it is of before."""

    erasures: Erasures
    signed_by: UserId
    is_bare: bool = False


def obeyed(weighed: Iterable[Taking]) -> Erasures:
    """What is to be done about takings whose warrants were looked at."""
    cases: set[CaseId] = set()
    entries: dict[CaseId, frozenset[EntryId]] = {}
    own: set[tuple[CaseId, UserId, EntryId]] = set()
    takings = frozenset(weighed)
    for each in takings:
        if not each.entries:
            cases.update([each.case] if each.is_whole else [])
        elif each.is_whole:
            entries[each.case] = entries.get(each.case, frozenset()) | set(each.entries)
        else:
            own.update((each.case, each.by, entry) for entry in each.entries)
    return Erasures(takings=takings).joined(Erasures(frozenset(cases), entries, frozenset(own)))


def read(path: Path, vault: VaultId, members: Iterable[Member]) -> SignedList | None:
    """A list that counts in this vault; None where there is no file.

    Raises:
        DamagedFileError: not what we write, another vault's, or signed by nobody of today.
        NewerFormatError: written by a later version.
    """
    if not path.is_file():
        return None
    with durable.explained(), path.open("rb") as file:
        content = file.read(signed.LARGEST_LIST_BYTES)
    known = tuple(members)
    try:
        body, payload, signature = _read(content)
    except signed.NewerError:
        raise NewerFormatError(file=FILE) from None
    except signed.NotOursError:
        raise DamagedFileError(file=FILE) from None
    # Never somebody who was removed: place 0 is nobody's.
    signer = next((m for m in known if m.user == body.signed_by and m.place > 0), None)
    is_ours = signer is not None and body.vault == vault
    if signer is None or not is_ours or not _is_signed(signer, payload, signature):
        raise DamagedFileError(file=FILE)
    if isinstance(body, _BareBody):
        return SignedList(Erasures(), UserId(body.signed_by), is_bare=True)
    found = warrants.weighed(_takings(body), vault, witness(lambda: known))
    return SignedList(obeyed(found), UserId(body.signed_by))


def write(path: Path, vault: str, erasures: Erasures, user: UserId, seed: bytearray) -> None:
    """Put a list in the place of the one before; durable on return.

    What one alone stands for is left out where the whole could not be read again: everybody could
    make it so long.

    Raises:
        TooManyAkterError: also without that it is too long. DiskFullError, DiskError.
    """
    whole = frozenset(each for each in erasures.takings if each.is_whole)
    for takings in (erasures.takings, whole):
        with suppress(signed.TooLargeError):
            durable.replace(path, _file_of(vault, takings, user, seed))
            return
    raise TooManyAkterError(most=MOST_AKTER)


def _file_of(vault: str, takings: frozenset[Taking], user: UserId, seed: bytearray) -> bytes:
    body = ErasedBody(
        vault=vault,
        taken=tuple(
            Taken(
                case=each.case,
                entries=each.entries,
                by=each.by,
                signature=each.signature,
                second=each.second,
                cosignature=each.cosignature,
                proposal=each.proposal,
                confirmed=each.confirmed,
            )
            for each in sorted(takings)
        ),
        signed_by=user,
    )
    return signed.signed_file(body, seed, Signed.ERASED, largest=signed.LARGEST_LIST_BYTES)


def _read(untrusted: bytes) -> tuple[ErasedBody | _BareBody, bytes, bytes]:
    try:
        return signed.read_signed(untrusted, ErasedBody)
    except signed.NotOursError:
        with_bare: tuple[_BareBody, bytes, bytes] = signed.read_signed(untrusted, _BareBody)
        return with_bare


def _is_signed(signer: Member, payload: bytes, signature: bytes) -> bool:
    return signed.is_signed_by(signer.public, Signed.ERASED, payload, signature)


def _takings(body: ErasedBody) -> Iterator[Taking]:
    for each in body.taken:
        yield Taking(
            CaseId(each.case),
            tuple(EntryId(entry) for entry in each.entries),
            UserId(each.by),
            each.signature,
            each.second,
            each.cosignature,
            each.proposal,
            each.confirmed,
        )
