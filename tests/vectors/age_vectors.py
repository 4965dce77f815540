# SPDX-License-Identifier: EUPL-1.2
"""Reads the official age vectors: what each file is, and what must become of it."""

import io
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

FOLDER = Path(__file__).parent / "age"
KNOWN = {
    "expect",
    "payload",
    "identity",
    "passphrase",
    "armored",
    "compressed",
    "file key",
    "comment",
}


@dataclass(frozen=True, slots=True)
class Vector:
    name: str
    expect: str
    payload: str
    identities: tuple[str, ...]
    passphrases: tuple[str, ...]
    is_armored: bool
    content: bytes

    def file(self) -> BinaryIO:
        return io.BytesIO(self.content)


def load() -> list[Vector]:
    return [_parse(path) for path in sorted(FOLDER.iterdir()) if path.suffix != ".md"]


def _parse(path: Path) -> Vector:
    head, _, content = path.read_bytes().partition(b"\n\n")
    pairs = [line.split(": ", 1) for line in head.decode("utf-8").split("\n")]
    assert {key for key, _ in pairs} <= KNOWN, path.name
    values: dict[str, list[str]] = {key: [v for k, v in pairs if k == key] for key in KNOWN}
    if values["compressed"]:
        assert values["compressed"] == ["zlib"]
        content = zlib.decompress(content)
    return Vector(
        name=path.name,
        expect=values["expect"][0],
        payload="".join(values["payload"]),
        identities=tuple(values["identity"]),
        passphrases=tuple(values["passphrase"]),
        is_armored=values["armored"] == ["yes"],
        content=content,
    )
