# SPDX-License-Identifier: EUPL-1.2
"""What a program asks of the disk, call by call, as strace saw it.

Only calls that change something below one folder, or make it durable, and what was written to
standard output. A call that could change a file in a way that is not understood here is refused,
so that no trace is silently less than the whole.
"""

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
CALLS = (
    "open,openat,openat2,creat,write,pwrite64,writev,pwritev,pwritev2,lseek,fsync,fdatasync,"
    "sync,syncfs,sync_file_range,ftruncate,truncate,fallocate,rename,renameat,renameat2,unlink,"
    "unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,sendfile,copy_file_range,splice,mmap"
)
_LONGEST_BYTES = 64 * 1024 * 1024
_PATIENCE_S = 600.0
_STDOUT = 1
_HEX = re.compile(r"(?:\\x[0-9a-f]{2})+")
_CALL = re.compile(
    r"(?:\d+ +)?(\w+)\((.*)\) += (0x[0-9a-f]+|\d+)(?:<(.*)>)?(?: \(.*\))?", re.DOTALL
)
_UNFINISHED = re.compile(r"(\d+) +(.*) <unfinished \.\.\.>")
_RESUMED = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)")
_FILE = re.compile(r"(\d+|AT_FDCWD)<([^>]*)>")
_GONE = " (deleted)"


class UnknownCallError(Exception):
    """A call below the folder whose effect on the disk is not known here."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change asked for, or one wish for durability; `path` is below the traced folder.

    `does`: make, folder, write, size, copy, sync, rename, link, remove, or `say` with `data`.
    `at` is a place in the file, or a size; None for the end of the file. `to` is the other path.
    """

    does: str
    path: str = ""
    at: int | None = 0
    data: bytes = b""
    to: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class _Call:
    name: str
    arguments: list[str]
    result: int
    line: str

    def file(self, position: int = 0) -> str:
        """The path of an open file among the arguments."""
        found = _FILE.fullmatch(self.arguments[position])
        return "" if found is None or found[2].endswith(_GONE) else _text(found[2])

    def descriptor(self, position: int = 0) -> int:
        return int(self.arguments[position].split("<")[0])

    def path(self, position: int, folder: int | None = None) -> str:
        """A path among the arguments, made absolute."""
        start = str(ROOT) if folder is None else self.file(folder)
        return os.path.normpath(Path(start) / _text(self.arguments[position][1:-1]))

    def number(self, position: int) -> int:
        return int(self.arguments[position])


def run(command: Sequence[str], trace: Path, *, cwd: Path = ROOT) -> None:
    """Run a program under strace until it ends by itself, the trace into a file.

    Raises:
        CalledProcessError: it failed, or strace did.
        TimeoutExpired: it does not end.
    """
    watched = ["strace", "-f", "-y", "-xx", "-s", str(_LONGEST_BYTES), "--seccomp-bpf"]
    subprocess.run(
        [*watched, "-o", str(trace), "-e", f"trace={CALLS}", *command],
        cwd=cwd,
        capture_output=True,
        check=True,
        timeout=_PATIENCE_S,
    )


def events(trace: Path, folder: Path) -> Iterator[Event]:
    """What the program asked of everything below `folder`, and said on standard output.

    Raises:
        UnknownCallError: what cannot be rebuilt.
    """
    reader = _Reader(str(folder))
    with trace.open(encoding="ascii", errors="strict") as lines:
        for line in _joined(lines):
            called = _CALL.fullmatch(line)
            if called is None:
                _require_harmless(line)
            else:
                arguments = [_decoded(each) for each in called[2].split(", ")]
                yield from reader.read(_Call(called[1], arguments, int(called[3], 0), line[:300]))


def _require_harmless(line: str) -> None:
    """A signal, an exit, or a call that failed and so did nothing."""
    if " = -1 E" not in line and not line.rstrip().endswith(("+++", "---")):
        raise UnknownCallError(line[:300])


def _joined(lines: Iterator[str]) -> Iterator[str]:
    """Calls that were cut in two by another thread's, in the order in which they ended."""
    begun: dict[str, str] = {}
    for line in lines:
        text = line.rstrip("\n")
        if unfinished := _UNFINISHED.fullmatch(text):
            begun[unfinished[1]] = unfinished[2]
        elif resumed := _RESUMED.fullmatch(text):
            yield begun.pop(resumed[1]) + resumed[2]
        else:
            yield text


def _decoded(argument: str) -> str:
    """Escaped bytes as characters of the same number, which no quote or comma disturbs."""
    return _HEX.sub(lambda found: bytes.fromhex(found[0].replace("\\x", "")).decode("latin-1"),
                    argument)  # fmt: skip


def _text(argument: str) -> str:
    return argument.encode("latin-1").decode("utf-8", "surrogateescape")


class _Reader:
    """Reads calls in order; knows where in each open file a plain `write` goes."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._as_decoded = folder.encode().decode("latin-1")
        self._places: dict[tuple[int, str], int | None] = {}

    def read(self, call: _Call) -> Iterator[Event]:
        if call.name == "write" and call.descriptor() == _STDOUT:
            yield Event("say", data=call.arguments[1][1:-1].encode("latin-1"))
        elif self._as_decoded in "".join(call.arguments):
            yield from getattr(self, f"_{call.name}", self._unknown)(call)

    def _unknown(self, call: _Call) -> Iterator[Event]:
        raise UnknownCallError(call.line)

    def _ours(self, path: str) -> bool:
        return path.startswith(self._folder + "/")

    def _short(self, path: str) -> str:
        return path.removeprefix(self._folder).lstrip("/")

    def _openat(self, call: _Call) -> Iterator[Event]:
        path, flags = call.path(1, 0), call.arguments[2]
        if not self._ours(path):
            return
        key = (call.result, path)
        self._places.pop(key, None)
        if "O_APPEND" in flags:
            self._places[key] = None
        elif "O_WRONLY" in flags:  # where a plain write goes after reading is not followed
            self._places[key] = 0
        if "O_CREAT" in flags:
            yield Event("make", self._short(path))
        if "O_TRUNC" in flags:
            yield Event("size", self._short(path), 0)

    def _lseek(self, call: _Call) -> Iterator[Event]:
        self._places[call.descriptor(), call.file()] = call.result
        yield from ()

    def _write(self, call: _Call) -> Iterator[Event]:
        path, key = call.file(), (call.descriptor(), call.file())
        if not self._ours(path):
            return
        if key not in self._places:
            raise UnknownCallError(f"where in the file? {call.line}")
        at = self._places[key]
        data = call.arguments[1][1:-1].encode("latin-1")[: call.result]
        self._places[key] = None if at is None else at + call.result
        yield Event("write", self._short(path), at, data)

    def _pwrite64(self, call: _Call) -> Iterator[Event]:
        if self._ours(call.file()):
            data = call.arguments[1][1:-1].encode("latin-1")[: call.result]
            yield Event("write", self._short(call.file()), call.number(3), data)

    def _sendfile(self, call: _Call) -> Iterator[Event]:
        """`shutil.copyfile`: from one file to another, both from the beginning on."""
        to, key = call.file(0), (call.descriptor(0), call.file(0))
        if not self._ours(to):
            return
        start = call.arguments[2]
        if not self._ours(call.file(1)) or key not in self._places or start == "NULL":
            raise UnknownCallError(call.line)
        at = self._places[key]
        self._places[key] = None if at is None else at + call.result
        begun = int(re.sub(r"\D.*", "", start.strip("[]")))
        yield Event("copy", self._short(call.file(1)), begun, b"", self._short(to), call.result)

    def _fsync(self, call: _Call) -> Iterator[Event]:
        if call.file() == self._folder or self._ours(call.file()):
            yield Event("sync", self._short(call.file()))

    _fdatasync = _fsync

    def _ftruncate(self, call: _Call) -> Iterator[Event]:
        if self._ours(call.file()):
            yield Event("size", self._short(call.file()), call.number(1))

    def _rename(self, call: _Call) -> Iterator[Event]:
        yield self._renamed(call.path(0), call.path(1))

    def _renameat(self, call: _Call) -> Iterator[Event]:
        yield self._renamed(call.path(1, 0), call.path(3, 2))

    _renameat2 = _renameat

    def _link(self, call: _Call) -> Iterator[Event]:
        yield Event("link", self._short(call.path(0)), to=self._short(call.path(1)))

    def _renamed(self, old: str, new: str) -> Event:
        if not (self._ours(old) and self._ours(new)):
            raise UnknownCallError(f"renamed across the border: {old} to {new}")
        return Event("rename", self._short(old), to=self._short(new))

    def _unlink(self, call: _Call) -> Iterator[Event]:
        yield Event("remove", self._short(call.path(0)))

    _rmdir = _unlink

    def _unlinkat(self, call: _Call) -> Iterator[Event]:
        yield Event("remove", self._short(call.path(1, 0)))

    def _mkdir(self, call: _Call) -> Iterator[Event]:
        yield Event("folder", self._short(call.path(0)))

    def _mmap(self, call: _Call) -> Iterator[Event]:
        path = call.file(4)
        is_seen_through = "MAP_SHARED" in call.arguments[3] and "PROT_WRITE" in call.arguments[2]
        if self._ours(path) and is_seen_through and not path.endswith("-shm"):
            raise UnknownCallError(call.line)
        yield from ()
