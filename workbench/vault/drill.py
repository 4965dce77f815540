# SPDX-License-Identifier: EUPL-1.2
"""A drill: a copy of the vault is opened with recovery alone, counted, and put away again.

The copy is ciphertext, lies in a private folder beside the vault, and never holds more than one
akt at a time. The vault itself is only read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from workbench.crypto import hybrid
from workbench.crypto.clearing import wipe
from workbench.domain.ids import CaseId, EntryId, UserId, VaultId
from workbench.services.jobs import Pulse
from workbench.services.ports import CaseReport
from workbench.services.recovery_ports import Drill
from workbench.vault import checking, durable, recovering, register, slots
from workbench.vault.errors import NotEmptyError
from workbench.vault.journal_store import Law
from workbench.vault.keychain import Keychain
from workbench.vault.layout import CASES, INCOMING, Layout
from workbench.vault.register import Register
from workbench.vault.register_keys import unwrap_register_keys
from workbench.vault.slots import SlotsBody
from workbench.vault.witnessing import witness

_PREFIX = ".varn-drill-"
_CHUNK_BYTES = 1024 * 1024
_ID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_ENDING = r"(db(\.migrating|\.damaged-[0-9TZa-f-]+)?(-wal|-shm|-journal)?|db\.before-\d+|keys)"
_OURS = re.compile(rf"(vault\.slots|(register|house|{_ID})\.{_ENDING})")
_BESIDE = ("-wal",)
OF_MEDIUM = ".medium"


def try_out(source: Layout, typed: Sequence[str], pulse: Pulse) -> Drill:
    """Open a copy of the vault in `source` with the typed codes alone.

    Raises:
        what `recovering.secrets_of` raises, before anything is copied; DiskFullError, DiskError;
        SlotsNotSignedError, DamagedFileError, NewerFormatError: not even the register opens.
    """
    body = slots.read(source.folder, smallest_kib=1)
    recovering.secrets_of(body, typed).wipe()
    with aside(source.folder, VaultId(body.vault)) as copy:
        with durable.explained():
            durable.make_folder(copy.cases)
        return _Copying(source, copy, pulse).run(typed)


@contextmanager
def aside(folder: Path, vault: VaultId, of: str = "") -> Iterator[Layout]:
    """A private, empty folder beside the vault, and none when the block has ended."""
    path = _aside(folder, vault, of)
    _remove(path)  # left by a drill that was cut off
    with durable.explained():
        durable.make_folder(path)
    try:
        yield Layout(path)
    finally:
        _remove(path)


def sweep(folder: Path, vault: VaultId) -> None:
    """Remove the copy that a drill left when it was cut off."""
    for of in ("", OF_MEDIUM):
        with suppress(NotEmptyError, OSError):
            _remove(_aside(folder, vault, of))


@dataclass(slots=True)
class _Found:
    """What the drill has seen so far."""

    opened: int = 0
    entries: int = 0
    uncovered: list[str] = field(default_factory=list)
    faulty: list[str] = field(default_factory=list)

    def count(self, number: str, report: CaseReport | None) -> None:
        if report is None:
            self.uncovered.append(number)
        elif report.why:
            self.faulty.append(number)
        else:
            self.opened += number != ""
            self.entries += report.entries


@dataclass(frozen=True, slots=True)
class _Copying:
    """One drill: from `source` to `aside`, an akt at a time."""

    source: Layout
    aside: Layout
    pulse: Pulse

    def run(self, typed: Sequence[str]) -> Drill:
        self._copy((slots.FILE, register.FILE))
        body = slots.read(self.aside.folder, smallest_kib=1)
        keychain, register_keys = _unlocked(body, typed)
        try:
            opened = register.open_register(self.aside.folder, register_keys, VaultId(body.vault))
            try:
                found = self._look(body, opened, keychain)
            finally:
                opened.close()
        finally:
            keychain.close()
            wipe(*register_keys)
        return Drill(
            codes=recovering.codes_of(body.recovery),
            opened=found.opened,
            entries=found.entries,
            uncovered=tuple(found.uncovered),
            faulty=tuple(found.faulty),
        )

    def _look(self, body: SlotsBody, opened: Register, keychain: Keychain) -> _Found:
        found = _Found()
        found.count("", self._check(CaseId(body.house), "house", opened.house().head, keychain))
        for row in opened.rows():
            stem = f"{CASES}/{row.case}"
            found.count(row.number, self._check(row.case, stem, row.tail.head, keychain))
        return found

    def _check(
        self, case: CaseId, stem: str, heard: EntryId | None, keychain: Keychain
    ) -> CaseReport | None:
        """One akt copied, opened by recovery, verified, and its copy removed."""
        self._copy((stem + ".db", stem + ".keys"))
        files = self.aside.house() if stem == "house" else self.aside.case(case)
        connect = partial(keychain.connect_anew, case, files)
        law = Law(witness(lambda: keychain.members))
        subject = checking.Subject(case, files, heard, connect, law)
        report = checking.check(subject, keychain.members, self.pulse)
        _unlink(path for path in files.keys.parent.iterdir() if path.name.startswith(_stem(stem)))
        self.pulse()
        return report

    def _copy(self, names: Iterable[str]) -> None:
        """Whatever is there; what is missing is found missing by who opens it."""
        for name in names:
            for ending in ("", *_BESIDE):
                path = self.source.folder / (name + ending)
                if path.is_file():
                    self._pour(path, self.aside.folder / (name + ending))

    def _pour(self, path: Path, copy: Path) -> None:
        durable.reserve(copy)
        with durable.explained(), path.open("rb") as read, copy.open("wb") as write:
            while chunk := read.read(_CHUNK_BYTES):
                write.write(chunk)
                self.pulse()


def _unlocked(body: SlotsBody, typed: Sequence[str]) -> tuple[Keychain, tuple[bytearray, ...]]:
    secrets = recovering.secrets_of(body, typed)
    try:
        slots.check_founder(body, secrets.founder)
        keys = unwrap_register_keys(body.vault, body.recovery.register, secrets.wrapping)
    except BaseException:
        secrets.wipe()
        raise
    user = UserId(recovering.signer(secrets).user)
    keychain = Keychain(VaultId(body.vault), user, secrets, body.members())
    keychain.read_as_recovery(hybrid.public_key(secrets.wrapping))
    return keychain, keys


def _aside(folder: Path, vault: str, of: str) -> Path:
    return folder.absolute().parent / (_PREFIX + vault + of)


def _stem(stem: str) -> str:
    return stem.rpartition("/")[2] + "."


def _remove(aside: Path) -> None:
    """A copy of ours, and nothing else that may lie there.

    Raises:
        NotEmptyError: something does.
    """
    if aside.is_symlink() or not aside.is_dir():
        return
    for folder in (aside / CASES, aside / INCOMING, aside):
        if folder.is_dir() and not folder.is_symlink():
            _unlink(path for path in folder.iterdir() if _OURS.fullmatch(path.name))
            with suppress(OSError):
                folder.rmdir()
    if aside.exists():
        raise NotEmptyError


def _unlink(paths: Iterable[Path]) -> None:
    with durable.explained():
        for path in list(paths):
            path.unlink(missing_ok=True)
