# SPDX-License-Identifier: EUPL-1.2
"""The library of points that plans are built from: data in our own words, with its marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Literal

import msgspec

from workbench.assets import resource
from workbench.domain.errors import WorkbenchError
from workbench.domain.plans import Carry, PlanOwner
from workbench.domain.subject import SubjectRole
from workbench.words import Language

_FILE = "plan_library.toml"
POINT_ID = re.compile(r"[A-Z]{1,2}[1-9][0-9]?")
OWN = "X"
"""The section of points that only this organisation has, and how their ids begin."""
Tag = Literal[
    "physical", "psychological", "sexual", "financial", "digital", "latent", "neglect", "honour",
    "repeat", "escalate", "twist",
]  # fmt: skip
"""Kinds of violence that a scenario rests on, and the turn it may take."""


class DamagedLibraryError(WorkbenchError):
    """The library is not of its format (`what`, an English word for the log)."""

    code: ClassVar[str] = "PLAN-001"


class LooserMarkError(WorkbenchError):
    """A point that only the organisation may have was to be marked for less (`point`)."""

    code: ClassVar[str] = "PLAN-002"


@dataclass(frozen=True, slots=True)
class LibraryPoint:
    """One point: its id ("B2"), words, mark, and what may stand on paper ("" unless U).

    `answers`: what a scenario can rest on or turn into, for which it is worth a thought.
    """

    id: str
    text: str
    carry: Carry
    paper: str = ""
    answers: frozenset[str] = frozenset()

    @property
    def owner(self) -> PlanOwner:
        """The plan that it is offered to: what stays with us is the organisation's."""
        return "organisation" if self.carry == "P" else "person"


@dataclass(frozen=True, slots=True)
class LibrarySection:
    """One part of the library ("B") or one module ("honour"), and in whose akter it is offered.

    `notices` are read before anything is chosen; `rule` is the id of a point that is a rule.
    """

    id: str
    title: str
    roles: tuple[SubjectRole, ...]
    points: tuple[LibraryPoint, ...]
    notices: tuple[str, ...] = ()
    rule: str = ""
    is_module: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """The whole of it in one language."""

    sections: tuple[LibrarySection, ...]
    telling: tuple[str, ...]
    """Words that would tell what a sheet of paper is."""

    @property
    def modules(self) -> tuple[LibrarySection, ...]:
        return tuple(each for each in self.sections if each.is_module)

    def point(self, point: str) -> LibraryPoint | None:
        """A point by its id."""
        found = (p for section in self.sections for p in section.points if p.id == point)
        return next(found, None)

    def section_of(self, point: str) -> LibrarySection | None:
        """The part that a point stands in."""
        holds = (s for s in self.sections if any(p.id == point for p in s.points))
        return next(holds, None)


def read_library(language: Language) -> Library:
    """As it ships. Raises DamagedLibraryError."""
    path = resource("values", _FILE)
    try:
        content, changed = path.read_bytes(), path.stat().st_mtime_ns
    except OSError:
        raise DamagedLibraryError(what="missing") from None
    return _read(content, changed, language)


def require_mark(library: Library, point: str, carry: Carry) -> None:
    """What the library keeps with the organisation stays there. Raises LooserMarkError."""
    known = library.point(point)
    if known is not None and known.carry == "P" and carry != "P":
        raise LooserMarkError(point=point)


def telling_in(text: str) -> tuple[str, ...]:
    """The words in it that would tell what a sheet is to whoever finds it."""
    folded = text.casefold()
    return tuple(word for word in read_library("sv").telling if word in folded)


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class _Point(_Strict, frozen=True):
    id: str
    carry: Carry
    sv: str
    en: str
    paper_sv: str = ""
    paper_en: str = ""
    answers: tuple[Tag, ...] = ()


class _Rule(_Strict, frozen=True):
    id: str
    sv: str
    en: str


class _Section(_Strict, frozen=True):
    id: str
    roles: tuple[SubjectRole, ...]
    sv: str
    en: str
    points: tuple[_Point, ...]
    notice_sv: str = ""
    notice_en: str = ""
    rule: _Rule | None = None


class _Module(_Strict, frozen=True):
    id: str
    prefix: str
    roles: tuple[SubjectRole, ...]
    sv: str
    en: str
    warnings_sv: tuple[str, ...]
    warnings_en: tuple[str, ...]
    points: tuple[_Point, ...]


class _About(_Strict, frozen=True):
    as_of: str


class _Paper(_Strict, frozen=True):
    telling: tuple[str, ...]


class _Document(_Strict, frozen=True):
    file: _About
    paper: _Paper
    sections: tuple[_Section, ...]
    modules: tuple[_Module, ...]


@lru_cache(maxsize=8)
def _read(content: bytes, _changed_ns: int, language: Language) -> Library:
    try:
        read = msgspec.toml.decode(content, type=_Document)
    except (msgspec.DecodeError, ValueError) as error:
        raise DamagedLibraryError(what=str(error)) from None
    _require_whole(read)
    sections = [_section(each, language) for each in read.sections]
    sections += [_module(each, language) for each in read.modules]
    return Library(tuple(sections), tuple(word.casefold() for word in read.paper.telling))


def _require_whole(read: _Document) -> None:
    """Ids once each and of their section, both languages, neutral words for paper."""
    parts: Sequence[tuple[str, _Section | _Module]] = [
        *((each.id, each) for each in read.sections),
        *((each.prefix, each) for each in read.modules),
    ]
    seen: set[str] = {part.id for _prefix, part in parts}
    if len(seen) != len(parts) or len({prefix for prefix, _part in parts}) != len(parts):
        raise DamagedLibraryError(what="a section twice")
    for prefix, part in parts:
        if not (part.sv and part.en and part.roles and part.points):
            raise DamagedLibraryError(what=part.id)
        for point in part.points:
            if point.id in seen or not _is_whole(point, prefix):
                raise DamagedLibraryError(what=point.id)
            seen.add(point.id)


def _is_whole(point: _Point, prefix: str) -> bool:
    is_of_it = POINT_ID.fullmatch(point.id) is not None and point.id.rstrip("0123456789") == prefix
    has_paper = bool(point.paper_sv and point.paper_en)
    says_paper = bool(point.paper_sv or point.paper_en)
    fits = has_paper if point.carry == "U" else not says_paper
    return is_of_it and bool(point.sv and point.en) and fits and prefix != OWN


def _point(each: _Point, language: Language) -> LibraryPoint:
    text, paper = (each.sv, each.paper_sv) if language == "sv" else (each.en, each.paper_en)
    return LibraryPoint(each.id, text, each.carry, paper, frozenset(each.answers))


def _section(each: _Section, language: Language) -> LibrarySection:
    is_swedish = language == "sv"
    notices = [each.notice_sv if is_swedish else each.notice_en]
    if each.rule is not None:
        notices.append(each.rule.sv if is_swedish else each.rule.en)
    return LibrarySection(
        id=each.id,
        title=each.sv if is_swedish else each.en,
        roles=each.roles,
        points=tuple(_point(point, language) for point in each.points),
        notices=tuple(notice for notice in notices if notice),
        rule=each.rule.id if each.rule is not None else "",
    )


def _module(each: _Module, language: Language) -> LibrarySection:
    is_swedish = language == "sv"
    return LibrarySection(
        id=each.id,
        title=each.sv if is_swedish else each.en,
        roles=each.roles,
        points=tuple(_point(point, language) for point in each.points),
        notices=each.warnings_sv if is_swedish else each.warnings_en,
        is_module=True,
    )
