# SPDX-License-Identifier: EUPL-1.2
"""`vault.erased`: what was taken away for ever, signed, without names.

The organisation akt tells the same and more; this file is for where it cannot be asked: on a
backup medium, and while a copy is put back that is older than what was erased. The list only
grows. It counts when a user who has a place today signed it; whoever unlocks signs it anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from workbench.crypto.labels import Signed
from workbench.domain.ids import CaseId, EntryId, UserId
from workbench.services.ports import Member
from workbench.vault import durable, signed
from workbench.vault.errors import DamagedFileError, NewerFormatError
from workbench.vault.layout import ERASED
from workbench.vault.signed import Hash, Id

FILE = ERASED


class PurgedOf(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Entries of an akt whose texts were taken away."""

    case: Id
    entries: tuple[Hash, ...]


class ErasedBody(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole list: akter, and entries of akter that are still there; both sorted."""

    fmt: Literal["varn.erased/1"] = "varn.erased/1"
    vault: Id
    cases: tuple[Id, ...]
    purged: tuple[PurgedOf, ...]
    signed_by: Hash


@dataclass(frozen=True, slots=True)
class Erasures:
    """What was erased: akter, and entries by akt."""

    cases: frozenset[CaseId] = frozenset()
    entries: Mapping[CaseId, frozenset[EntryId]] = field(default_factory=dict)

    def entries_of(self, case: CaseId) -> frozenset[EntryId]:
        return self.entries.get(case, frozenset())

    def joined(self, other: "Erasures") -> "Erasures":
        """Both: a list only grows."""
        akter = {*self.entries, *other.entries}
        cases = self.cases | other.cases
        entries = {c: self.entries_of(c) | other.entries_of(c) for c in akter if c not in cases}
        return Erasures(cases, entries)


@dataclass(frozen=True, slots=True)
class SignedList:
    """A list as it was read: what it says, and who signed it."""

    erasures: Erasures
    signed_by: UserId


def read(path: Path, vault: str, members: Iterable[Member]) -> SignedList | None:
    """A list that counts in this vault; None where there is no file.

    Raises:
        DamagedFileError: not what we write, another vault's, or signed by nobody of today.
        NewerFormatError: written by a later version.
    """
    if not path.is_file():
        return None
    with durable.explained(), path.open("rb") as file:
        content = file.read(signed.LARGEST_BYTES)
    try:
        body, payload, signature = signed.read_signed(content, ErasedBody)
    except signed.NewerError:
        raise NewerFormatError(file=FILE) from None
    except signed.NotOursError:
        raise DamagedFileError(file=FILE) from None
    # Never somebody who was removed: place 0 is nobody's.
    signer = next((m for m in members if m.user == body.signed_by and m.place > 0), None)
    is_ours = signer is not None and body.vault == vault
    if signer is None or not is_ours or not _is_signed(signer, payload, signature):
        raise DamagedFileError(file=FILE)
    return SignedList(_erasures(body), UserId(body.signed_by))


def write(path: Path, vault: str, erasures: Erasures, user: UserId, seed: bytearray) -> None:
    """Put a list in the place of the one before; durable on return."""
    body = ErasedBody(
        vault=vault,
        cases=tuple(sorted(erasures.cases)),
        purged=tuple(
            PurgedOf(case=case, entries=tuple(sorted(entries)))
            for case, entries in sorted(erasures.entries.items())
        ),
        signed_by=user,
    )
    durable.replace(path, signed.signed_file(body, seed, Signed.ERASED))


def _is_signed(signer: Member, payload: bytes, signature: bytes) -> bool:
    return signed.is_signed_by(signer.public, Signed.ERASED, payload, signature)


def _erasures(body: ErasedBody) -> Erasures:
    return Erasures(
        cases=frozenset(CaseId(case) for case in body.cases),
        entries={
            CaseId(of.case): frozenset(EntryId(entry) for entry in of.entries) for of in body.purged
        },
    )
