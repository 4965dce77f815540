# SPDX-License-Identifier: EUPL-1.2
"""The fields of an arrival on paper, to be written by hand when there is no computer."""

from dataclasses import dataclass
from datetime import datetime

from workbench.services.documents.blank import Box


@dataclass(frozen=True, slots=True)
class NightField:
    """One thing to ask: boxes to tick, or so many lines to write on."""

    label: str
    boxes: tuple[Box, ...] = ()
    lines: int = 1


@dataclass(frozen=True, slots=True)
class NightSheet:
    """One adult, and room for `children` children, each on a page of its own."""

    adult: tuple[NightField, ...]
    child: tuple[NightField, ...]
    children: int
    prepared_at: datetime
    program: str
