# SPDX-License-Identifier: EUPL-1.2
"""Where each akt's journal ended when it was last open on this installation.

The register says the same, and is itself one of the files that can be put back. This stands beside
the vault, so that an older akt is named even when the register is as old as it is. One line an akt
in a file of its own, added to when a vault closes: ids, hashes and counts, nothing of anyone.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

from workbench.domain.ids import CaseId, EntryId, VaultId
from workbench.vault import durable, signed
from workbench.vault.installation import Installation
from workbench.vault.register import Tail
from workbench.vault.signed import Count, Hash, Id

_SUFFIX = ".heads"
_SPARE_LINES = 200


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line."""

    fmt: Literal["varn.head/1"] = "varn.head/1"
    case: Id
    head: Hash
    count: Count


_HEADS = msgspec.json.Decoder(Head)


@dataclass(slots=True)
class SeenHeads:
    """The heads of one vault: read when first asked for, kept when the vault closes."""

    installation: Installation
    vault: VaultId
    _known: dict[CaseId, Tail] | None = None
    _changed: dict[CaseId, Tail] = field(default_factory=dict)
    _lines: int = 0
    _is_forgotten: bool = False

    def of(self, case: CaseId) -> Tail | None:
        """Where an akt's journal ended; None when it was never open here."""
        if self._known is not None:
            return self._known.get(case)
        return _last_of(self._path, case)  # one line of ten thousand, and all that an unlock needs

    def all(self) -> Mapping[CaseId, Tail]:
        return self._heads()

    def saw(self, case: CaseId, tail: Tail) -> None:
        """An akt was put away with its journal ending here."""
        known = self._heads()
        if tail.head is not None and known.get(case) != tail:
            known[case] = self._changed[case] = tail

    def give_up(self) -> None:
        """What lies there now is taken for what should: somebody has said why."""
        self._known, self._changed, self._is_forgotten = {}, {}, True

    def keep(self, standing: frozenset[CaseId]) -> None:
        """Before the vault closes: what changed; all anew when too much of it says nothing more.

        `standing`: the akter that there are.
        """
        known = self._heads()
        is_stale = self._lines + len(self._changed) > 2 * len(known) + _SPARE_LINES
        if self._is_forgotten or is_stale or not known.keys() <= standing:
            kept = {case: tail for case, tail in known.items() if case in standing}
            durable.replace(self._path, b"".join(_line(*each) for each in kept.items()))
            self._known, self._lines = kept, len(kept)
        elif self._changed:
            _append(self._path, b"".join(_line(*each) for each in self._changed.items()))
            self._lines += len(self._changed)
        self._changed, self._is_forgotten = {}, False

    @property
    def _path(self) -> Path:
        return self.installation.folder / (self.vault + _SUFFIX)

    def _heads(self) -> dict[CaseId, Tail]:
        if self._known is None:
            lines = _read(self._path)
            self._lines = len(lines)
            self._known = {CaseId(line.case): _tail(line) for line in lines}
        return self._known


def drop(installation: Installation, vault: VaultId) -> None:
    """Know nothing of a vault's akter: another state of it was put in its place knowingly."""
    installation.drop(vault + _SUFFIX)


def _read(path: Path) -> list[Head]:
    """The lines that can be read: this is advice, and a line cut off by a power cut is none."""
    return [head for head in map(_head, _bytes_of(path).split(b"\n")) if head is not None]


def _head(line: bytes) -> Head | None:
    try:
        return _HEADS.decode(line)
    except ValueError:
        return None


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _last_of(path: Path, case: CaseId) -> Tail | None:
    named = case.encode("ascii")
    lines = (line for line in reversed(_bytes_of(path).split(b"\n")) if named in line)
    heads = (head for head in map(_head, lines) if head is not None and head.case == case)
    found = next(heads, None)
    return _tail(found) if found is not None else None


def _append(path: Path, lines: bytes) -> None:
    with durable.explained():
        durable.make_folders(path.parent)
        is_new = not path.exists()
        file = os.open(path, os.O_CREAT | os.O_RDWR | os.O_APPEND, durable.PRIVATE_FILE)
        try:
            os.write(file, (b"" if _ends_whole(file) else b"\n") + lines)
            os.fsync(file)
        finally:
            os.close(file)
        if is_new:
            durable.sync_folder(path.parent)


def _ends_whole(file: int) -> bool:
    size = os.lseek(file, 0, os.SEEK_END)
    return size == 0 or os.pread(file, 1, size - 1) == b"\n"


def _line(case: CaseId, tail: Tail) -> bytes:
    if tail.head is None:
        raise AssertionError("a journal without entries is not kept")
    return signed.plain_file(Head(case=case, head=tail.head, count=tail.count))


def _tail(line: Head) -> Tail:
    return Tail(EntryId(line.head), line.count)
