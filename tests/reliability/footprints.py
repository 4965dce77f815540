# SPDX-License-Identifier: EUPL-1.2
"""What processes did outside their own memory, call by call, as strace saw it.

Every byte that was written, by the file or stream it went to: what was written to a file that is
gone again is kept. Every file that was opened for writing or given a name, every socket, every
file that was mapped so that memory becomes file, and every file that was poured into another.
"""

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.reliability.leaks import FILES, WRITES, leaks_in

_SPECIAL = "memfd_create,mmap,sendfile,copy_file_range,splice,tee,vmsplice"
CALLS = f"trace=%network,{WRITES},{FILES},{_SPECIAL}"
_LONGEST_STRING = "4000000"
_STDOUT = "1"

_CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)")
_FILE = re.compile(r"(\d+)<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FOLDER = re.compile(r"AT_FDCWD<([^>]*)>")
_ADDRESS = re.compile(r"sa_family=(\w+)")
_FOR_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE")
_OPENING = frozenset({"open", "openat", "openat2", "creat"})
_NAMING = frozenset(
    {"rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "memfd_create"}
)
_WRITING = frozenset(WRITES.split(","))
_POURING = frozenset({"sendfile", "copy_file_range", "splice", "tee", "vmsplice"})
_FROM_FIRST = frozenset({"copy_file_range", "splice", "tee"})


@dataclass(frozen=True, slots=True)
class Done:
    """How a process ended, and its two streams."""

    code: int
    out: bytes
    err: bytes


@dataclass
class Footprint:
    """The traces of processes, one after the other."""

    written: dict[str, bytearray] = field(default_factory=dict)
    for_writing: set[Path] = field(default_factory=set)
    sockets: set[str] = field(default_factory=set)
    mapped: set[Path] = field(default_factory=set)
    poured: set[tuple[str, str]] = field(default_factory=set)

    def run(
        self,
        command: Sequence[str | Path],
        log: Path,
        environment: Mapping[str, str],
        folder: Path,
        timeout_s: float = 120,
    ) -> Done:
        """Run a program and whatever it starts, to their end; its trace is read and thrown away."""
        made = subprocess.run(
            ["strace", "-f", "-qq", "-y", "-xx", "-s", _LONGEST_STRING, "--seccomp-bpf",
             "-e", CALLS, "-o", log, *command],
            env=dict(environment), cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
            timeout=timeout_s, check=False,
        )  # fmt: skip
        with log.open(encoding="ascii") as lines:
            self.read(lines)
        log.unlink()
        return Done(made.returncode, made.stdout, made.stderr)

    def read(self, lines: Iterator[str]) -> None:
        """Take in a trace."""
        for line in lines:
            called = _CALL.match(line)
            if called is not None:
                self._take(called[1], called[2])

    def _take(self, name: str, rest: str) -> None:
        failed = " = -1 E" in rest
        if name in _WRITING:
            self._write(rest)
        if name in _OPENING and not failed and _is_for_writing(name, rest):
            self.for_writing.add(_opened(rest))
        elif name in _NAMING and not failed:
            self.for_writing |= _named(rest)
        elif name == "mmap" and "MAP_SHARED" in rest and "PROT_WRITE" in rest:
            self.mapped |= {Path(_plain(found[2])) for found in _FILE.finditer(rest)}
        elif name in _POURING:
            self._pour(name, rest)
        elif name in {"socket", "socketpair"} or (address := _ADDRESS.search(rest)):
            family = rest.split(",", 1)[0] if name.startswith("socket") else address[1]
            self.sockets.add(family)

    def _write(self, rest: str) -> None:
        at = _FILE.match(rest)
        target = _plain(at[2]) if at else "?"
        if not target.startswith("/"):
            target = at[1] if at else "?"
        if target != _STDOUT:
            stream = self.written.setdefault(target, bytearray())
            for text in _TEXT.findall(rest):
                stream += bytes.fromhex(text.replace("\\x", ""))

    def _pour(self, name: str, rest: str) -> None:
        ends = [_plain(found[2]) for found in _FILE.finditer(rest)][:2]
        if len(ends) == len(("from", "to")):
            self.poured.add((ends[0], ends[1]) if name in _FROM_FIRST else (ends[1], ends[0]))


def files_below(folder: Path) -> list[Path]:
    """Every plain file."""
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def leaking_streams(
    footprint: Footprint, planted: Iterable[str], asked: Path
) -> dict[str, list[str]]:
    """What of the planted was written, by where it went; `asked` may hold it."""
    planted = list(planted)
    streams = {
        t: bytes(s) for t, s in footprint.written.items() if not Path(t).is_relative_to(asked)
    }
    found = {target: leaks_in(stream, planted) for target, stream in streams.items()}
    return {target: leaked for target, leaked in found.items() if leaked}


def _is_for_writing(name: str, rest: str) -> bool:
    flags = _TEXT.sub("", rest)
    return name == "creat" or _FOR_WRITING.search(flags) is not None


def _opened(rest: str) -> Path:
    """The whole path of what was opened stands with the number that was given to it."""
    given = rest.rpartition(") = ")[2]
    found = _FILE.match(given)
    return Path(_plain(found[2])) if found else min(_named(rest))


def _named(rest: str) -> set[Path]:
    """Paths among the arguments; relative ones from where they begin."""
    folder = _FOLDER.search(rest)
    start = Path(_plain(folder[1])) if folder else Path()
    return {start / _plain(text) for text in _TEXT.findall(rest)}


def _plain(text: str) -> str:
    """Escaped bytes as a path."""
    if "\\x" not in text:
        return text
    return bytes.fromhex(text.replace("\\x", "")).decode("utf-8", "surrogateescape")
