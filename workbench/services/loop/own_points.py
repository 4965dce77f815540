# SPDX-License-Identifier: EUPL-1.2
"""How the organisation words the library of plan points itself.

Ids keep their meaning, and no mark becomes looser. What it words is records of the organisation
akt; the library that ships is never changed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar

from workbench.domain.errors import WorkbenchError
from workbench.domain.plans import Carry, LocalPoint, strictest
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.loop.plan_library import (
    OWN,
    POINT_ID,
    Library,
    LibraryPoint,
    LibrarySection,
    LooserMarkError,
    read_library,
)
from workbench.services.records.akt import Akt, Draft, Recorded
from workbench.words import Language

_MOST_OWN = 99


class UnknownPointError(WorkbenchError):
    """The library has no such point, section or module (`point`)."""

    code: ClassVar[str] = "PLAN-003"


class OwnPointsFullError(WorkbenchError):
    """There are as many own points as there are numbers for (`most`)."""

    code: ClassVar[str] = "PLAN-009"


def library_of(desk: Desk, language: Language) -> Library:
    """With the organisation's own words on top. Raises DamagedLibraryError."""
    shipped = read_library(language)
    local = {each.value.point: each.value for each in own_points(desk)}
    if not local:
        return shipped
    sections = [replace(s, points=tuple(_worded(s, local))) for s in shipped.sections]
    sections = [replace(s, points=(*s.points, *_added(s.id, local))) for s in sections]
    return replace(shipped, sections=tuple(sections))


def own_points(desk: Desk) -> tuple[Recorded[LocalPoint], ...]:
    """What the organisation words itself, as it stands."""
    return desk.house.all(LocalPoint)


def word_point(desk: Desk, point: LocalPoint) -> Changes:
    """Enter how the organisation words a point, or a point of its own; the last one holds.

    Raises:
        UnknownPointError; LooserMarkError.
    """
    require_point(point)
    standing = (e.record for e in own_points(desk) if e.value.point == point.point)
    return desk.house.enter(Draft(point, next(standing, None)))


def require_mark(house: Akt, point: str, carry: Carry) -> None:
    """What the organisation keeps stays there, offered or not. Raises LooserMarkError."""
    kept = (e.value for e in house.all(LocalPoint) if e.value.point == point)
    if carry != "P" and any(each.carry == "P" for each in kept):
        raise LooserMarkError(point=point)


def next_own(house: Akt) -> str:
    """The id of the next point that only this organisation has. Raises OwnPointsFullError."""
    taken = {each.value.point for each in house.all(LocalPoint)}
    free = (f"{OWN}{number}" for number in range(1, _MOST_OWN + 1))
    found = next((each for each in free if each not in taken), None)
    if found is None:
        raise OwnPointsFullError(most=_MOST_OWN)
    return found


def require_point(point: LocalPoint) -> None:
    """What may be entered as a point worded here.

    Raises:
        UnknownPointError: neither of the library nor an own id, or in no section of it;
        LooserMarkError: a mark looser than the library's.
    """
    shipped = read_library("sv")
    known = shipped.point(point.point)
    _require_place(shipped, point, is_known=known is not None)
    if known is not None and strictest(point.carry, known.carry) != point.carry:
        raise LooserMarkError(point=point.point)


def _require_place(shipped: Library, point: LocalPoint, *, is_known: bool) -> None:
    is_own = point.point[:1] == OWN and POINT_ID.fullmatch(point.point) is not None
    is_placed = any(each.id == point.section for each in shipped.sections)
    holder = shipped.section_of(point.point)
    if is_known and holder is not None and holder.id == point.section:
        return
    if is_known or not is_own or not is_placed:
        raise UnknownPointError(point=point.point)


def _worded(section: LibrarySection, local: Mapping[str, LocalPoint]) -> Iterator[LibraryPoint]:
    for point in section.points:
        own = local.get(point.id)
        if own is None:
            yield point
        elif own.is_offered:
            carry = strictest(own.carry, point.carry)
            paper = (own.paper or point.paper) if carry == "U" else ""
            yield replace(point, text=own.text or point.text, carry=carry, paper=paper)


def _added(section: str, local: Mapping[str, LocalPoint]) -> Iterator[LibraryPoint]:
    for own in local.values():
        if own.section == section and own.point.startswith(OWN) and own.is_offered:
            paper = own.paper if own.carry == "U" else ""
            yield LibraryPoint(own.point, own.text, own.carry, paper)
