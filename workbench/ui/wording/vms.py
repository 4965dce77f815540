# SPDX-License-Identifier: EUPL-1.2
"""What the wording assistant shows."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SlotVm:
    """One question: what the program calls it, and the form's words once they are picked."""

    item: str
    label: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class WordingVm:
    """The whole assistant. `at` is the slot that the next words go to."""

    title: str
    slots: tuple[SlotVm, ...]
    at: int
    head: Mapping[str, str]
    needs_proof: bool
    may_change: bool
    is_begun: bool
