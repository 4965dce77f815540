# SPDX-License-Identifier: EUPL-1.2
"""What opening a bundle shows. Nothing of its contents before a person accepted it."""

from dataclasses import dataclass
from typing import Literal

Stage = Literal["choose", "inspected", "quarantine", "known"]


@dataclass(frozen=True, slots=True)
class FileVm:
    """A file that was chosen: what can be told of it without any key."""

    name: str
    what: str
    technical: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RefusedVm:
    """Why it was not opened, what to do, and what support asks for."""

    what: str
    remedy: str
    technical: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuarantineVm:
    """Who sent it when, for what, and which objects it holds."""

    sender: str
    is_verified: bool
    facts: tuple[str, ...]
    objects: tuple[str, ...]
    warnings: tuple[str, ...]
    cases: tuple[tuple[str, str], ...]
    technical: tuple[str, ...]
    case: str = ""
