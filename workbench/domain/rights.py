# SPDX-License-Identifier: EUPL-1.2
"""What an organisation may use, and who is trained in it. All of it stands in its own akt."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import UserId

LocalKind = Literal["rule", "table"]
CheckedHow = Literal["", "here", "file"]


@dataclass(frozen=True, slots=True)
class WordingPack:
    """Licensed wording that was loaded. The words are attached under `sha256`, their hash."""

    instrument: str
    version: str
    language: str
    holder: str
    edition: str
    sha256: str
    proof: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class LocalContent:
    """A rule or table of the organisation's own, attached as a file under `sha256`.

    `content_sha256` is what was checked, whoever answers for it. `checked`: how the second
    checker said so; until then nothing is computed with it. `compared`: how many rows of it a
    checker at the same screen ticked, all that it has; 0 for a file.
    """

    instrument: str
    version: str
    kind: LocalKind
    sha256: str
    content_sha256: str
    checked: CheckedHow = ""
    reason: str = ""
    compared: int = 0


@dataclass(frozen=True, slots=True)
class RuleRejected:
    """A method owner's word that the shipped rule is not the form's."""

    instrument: str
    version: str
    rule: str
    rule_sha256: str
    by: str
    on: str
    why: str


@dataclass(frozen=True, slots=True)
class Training:
    """That somebody is trained in an instrument, or licensed to use it. It opens nothing."""

    user: UserId
    instrument: str
    version: str
    trained_on: str
    valid_to: str = ""
    licence: str = ""
    proof: str = ""
