# SPDX-License-Identifier: EUPL-1.2
"""What a form asks for. Values are text, as typed; what they mean is decided when entered."""

from dataclasses import dataclass
from typing import Literal

FieldKind = Literal["line", "text", "day", "time", "choice", "list", "tick", "links"]
"""line, text (several lines), day, time, choice (buttons in view), list (one of many), tick, links
(several of many, offered once the page knows them)."""
TICKED = "yes"


@dataclass(frozen=True, slots=True)
class OptionVm:
    """One choice. `key` is the single key that picks it and is shown on it."""

    code: str
    label: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class FieldVm:
    """One field. Neighbours that are `is_short` share a line, up to one that `starts_line`."""

    name: str
    label: str
    kind: FieldKind = "line"
    hint: str = ""
    options: tuple[OptionVm, ...] = ()
    lines: int = 4
    is_short: bool = False
    starts_line: bool = False
