# SPDX-License-Identifier: EUPL-1.2
"""The library of points that a plan can be built from: data in our own words, with its marks."""

import tomllib
from dataclasses import dataclass
from typing import cast

from workbench.assets import resource
from workbench.domain.plans import Carry
from workbench.words import Language


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """One point: its id ("B2"), words and mark."""

    id: str
    text: str
    carry: Carry


@dataclass(frozen=True, slots=True)
class LibrarySection:
    """One part of the library ("B"), and which of the two plans it belongs to."""

    id: str
    title: str
    owner: str
    items: tuple[LibraryItem, ...]


def read_library(language: Language) -> tuple[LibrarySection, ...]:
    """All sections, in the order of the file."""
    path = resource("values", f"plan_items.{language}.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        LibrarySection(
            id=section["id"],
            title=section["title"],
            owner=section["owner"],
            items=tuple(
                LibraryItem(item["id"], item["text"], cast("Carry", item["carry"]))
                for item in section["items"]
            ),
        )
        for section in table["sections"]
    )
