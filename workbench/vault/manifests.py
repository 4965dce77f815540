# SPDX-License-Identifier: EUPL-1.2
"""`manifest`: the signed list of a copy, without names of anyone."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from workbench.crypto.labels import Signed
from workbench.domain.ids import EntryId, UserId
from workbench.services.copies_ports import AktState, CopyListed
from workbench.vault import signed
from workbench.vault.carrying import on_medium
from workbench.vault.errors import DamagedCopyError, NewerFormatError, TooManyAkterError
from workbench.vault.signed import Count, Hash, Id, Moment

FILE = "manifest"
MOST_AKTER = 60_000
"""At the most that one akt takes of a list: database, log, what was found, and damage."""
GENERATION = r"\d{8}T\d{6}Z-[0-9a-f]{8}"

Generation = Annotated[str, msgspec.Meta(pattern=rf"\A{GENERATION}\Z")]
Name = Annotated[str, msgspec.Meta(pattern=r"\A(register|house|cases/[0-9a-f-]{36})\.db(-wal)?\Z")]
HashOrNot = Annotated[str, msgspec.Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
Size = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]


class CopiedFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file of a copy, by its name in the vault."""

    name: Name
    size: Size
    sha256: Hash


class CopiedAkt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One akt of a copy: how far it goes, and how far it was looked into.

    `head` and `entries` are the copy's own where it was opened, else the register's word.
    """

    case: Id
    head: HashOrNot
    entries: Count
    state: AktState


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The signed list of a copy."""

    fmt: Literal["varn.copy/1"] = "varn.copy/1"
    vault: Id
    medium: Id
    generation: Generation
    made: Moment
    device: Id
    slots_generation: Count
    revision: Count
    files: tuple[CopiedFile, ...]
    akter: tuple[CopiedAkt, ...]
    damaged: tuple[Name, ...]
    signed_by: Hash

    def listed(self) -> CopyListed:
        """What is told of it."""
        states = [akt.state for akt in self.akter]
        return CopyListed(
            generation=self.generation,
            made=self.made,
            by=UserId(self.signed_by),
            opened=states.count("opened"),
            hash_only=states.count("hash-only"),
            damaged=self.damaged,
            size_bytes=sum(file.size for file in self.files),
        )


def require_readable(akter: int) -> None:
    """A list of so many akter can be read again, whatever is told of each.

    Raises:
        TooManyAkterError: before anything is written.
    """
    if akter > MOST_AKTER:
        raise TooManyAkterError(most=MOST_AKTER)


def file_of(manifest: Manifest, seed: bytearray) -> bytes:
    """The bytes of a copy's list, signed by `manifest.signed_by`, whose seed it is."""
    return signed.signed_file(manifest, seed, Signed.COPY, largest=signed.LARGEST_LIST_BYTES)


def head_of(akt: CopiedAkt) -> EntryId | None:
    """The head that a copy's list gives, as the register would."""
    return EntryId(akt.head) if akt.head else None


def read(path: Path, name: str) -> tuple[Manifest, bytes, bytes]:
    """Read a list: (what it says, signed bytes, signature). The caller checks the signature.

    Raises:
        DamagedCopyError, NewerFormatError, MediumError.
    """
    with on_medium():
        if not path.is_file():
            raise DamagedCopyError(file=name)
        with path.open("rb") as file:
            content = file.read(signed.LARGEST_LIST_BYTES)
    try:
        return signed.read_signed(content, Manifest)
    except signed.NewerError:
        raise NewerFormatError(file=name) from None
    except signed.NotOursError:
        raise DamagedCopyError(file=name) from None
