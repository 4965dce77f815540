# SPDX-License-Identifier: EUPL-1.2
"""The shape of a stored sample: `name: value` lines, an empty line, the bytes.

expect   the code, or `success`
says     the exact Swedish words that a person reads
layer    what the bytes are: a bundle file (age), what is in one (inner), or a card
pad      inner: the length with the zeros that were left out at the end
passphrase, now, sender, epoch, accepted, last-seq, known, digits: what the reader knows
comment  for people
"""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "samples"


@dataclass(frozen=True)
class Sample:
    """One stored sample."""

    name: str
    facts: dict[str, str]
    payload: bytes

    def to_bytes(self) -> bytes:
        lines = "".join(f"{name}: {value}\n" for name, value in self.facts.items())
        return lines.encode() + b"\n" + self.payload

    @property
    def inner(self) -> bytes:
        """The inner file with its zeros."""
        return self.payload.ljust(int(self.facts["pad"]), b"\0")


def read(path: Path) -> Sample:
    """A sample from its file."""
    head, _, payload = path.read_bytes().partition(b"\n\n")
    facts = dict(line.split(": ", 1) for line in head.decode().splitlines())
    return Sample(path.name, facts, payload)


def samples() -> list[Sample]:
    """All of them, by name."""
    return [read(path) for path in sorted(FOLDER.iterdir()) if not path.name.startswith(".")]
