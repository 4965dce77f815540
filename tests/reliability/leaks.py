# SPDX-License-Identifier: EUPL-1.2
"""Search for strings that must stand nowhere: in files, in their names, in what was ever written.

A trace of system calls shows also what was written to files that are gone, such as temporary
ones and logs of a database.
"""

import base64
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

WRITES = "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg"
FILES = "open,openat,openat2,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat"
_STDOUT = "1"
_WRITE = re.compile(r"(?:p?writev?2?|pwrite64|sendto|sendmsg)\((\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|\bcreat\(|\brename|\blink|\bsymlink")
_NUMBER = re.compile(r"\d{2}(\d{6})-(\d{4})")
_ENOUGH_LETTERS = 8  # fewer could stand there by chance


def spellings(text: str) -> set[bytes]:
    """The bytes that `text` could be in a file."""
    found = {text.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")}
    found.add(text.encode("latin-1", "ignore"))
    found.add(json.dumps(text)[1:-1].encode())
    found.add(quote(text).encode())
    found.add(unicodedata.normalize("NFD", text).encode())
    found.add(text.upper().encode())
    found.add(text.encode().hex().encode())
    found |= _in_base64(text.encode())
    digits = re.sub(r"\D", "", text)
    if len(digits) >= len("0701740605"):
        found.add(digits.encode())
    if number := _NUMBER.fullmatch(text):  # with and without century and hyphen
        found |= {"-".join(number.groups()).encode(), "".join(number.groups()).encode()}
    return found


def _in_base64(content: bytes) -> set[bytes]:
    """The letters that stand for these bytes wherever they begin, whatever stands around them."""
    found = set()
    for before in range(3):
        letters = base64.b64encode(bytes(before) + content)
        first, past = -(-before * 8 // 6), (before + len(content)) * 8 // 6
        found.add(letters[first:past])
    return {letters for letters in found if len(letters) >= _ENOUGH_LETTERS}


def leaks_in(content: bytes, planted: Iterable[str]) -> list[str]:
    """Which of the planted strings stand in some bytes, in any spelling."""
    return [text for text in planted if any(each in content for each in spellings(text))]


def leaking_files(
    paths: Iterable[Path], planted: Sequence[str], allowed: Sequence[Path] = ()
) -> dict[str, list[str]]:
    """File -> what leaked into it or into its name; `allowed` files may hold it, not be named so."""
    found: dict[str, list[str]] = {}
    for path in paths:
        content = b"" if path in allowed or not path.is_file() else path.read_bytes()
        leaked = leaks_in(str(path).encode() + b"\n" + content, planted)
        if leaked:
            found[str(path)] = leaked
    return found


def leaking_writes(trace: str, planted: Sequence[str]) -> list[str]:
    """What was ever written, to whatever file but stdout, that holds a planted string.

    `trace` comes from `strace -xx -s` with strings long enough. Pieces written one after the
    other by one call site are looked at together.
    """
    streams: dict[str, bytearray] = {}
    for descriptor, content in _writes(trace):
        streams.setdefault(descriptor, bytearray()).extend(content)
    return sorted(
        {text for stream in streams.values() for text in leaks_in(bytes(stream), planted)}
    )


def written_files(trace: str) -> set[Path]:
    """The files that a traced process opened for writing or gave a name."""
    found: set[Path] = set()
    for line in trace.splitlines():
        if _WRITING.search(line) and " = -1 " not in line:
            texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(line)]
            found |= {Path(text.decode("utf-8", "surrogateescape")) for text in texts}
    return found


def read_files(trace: str) -> str:
    """Every path in a trace, one a line."""
    texts = (bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(trace))
    return "\n".join(text.decode("utf-8", "surrogateescape") for text in texts)


def _writes(trace: str) -> Iterator[tuple[str, bytes]]:
    for line in trace.splitlines():
        called = _WRITE.search(line)
        if called and called[1] != _STDOUT:
            for text in _TEXT.findall(line):
                yield called[1], bytes.fromhex(text.replace("\\x", ""))


def page_text(texts: Mapping[Path, str]) -> str:
    """The text of papers with line breaks taken for spaces."""
    return re.sub(r"\s+", " ", "\n".join(texts.values()))
