# SPDX-License-Identifier: EUPL-1.2
"""A point of the list in the organisation's words, as fields and back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from workbench.domain.plans import Carry, LocalPoint, strictest
from workbench.services.loop import own_points, plan_library
from workbench.services.loop.plan_library import OWN, Library, LibraryPoint, read_library
from workbench.services.records.akt import Akt
from workbench.ui.plan_items.points import PAPER
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm, OptionVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _, language

SECTION, OFFERED = "section", "offered"


def point_fields(library: Library) -> tuple[FieldVm, ...]:
    """What a point is made of; where it stands is asked of one's own points alone."""
    sections = tuple(OptionVm(each.id, each.title) for each in library.sections)
    carries = vocabulary.options(vocabulary.carries(), "UMP")
    return (
        FieldVm(SECTION, _("Where in the list"), "list", options=sections),
        FieldVm("text", _("The point"), "text", _("In words that fit everybody."), lines=3),
        FieldVm("carry", _("Where it may stand"), "choice", options=carries),
        FieldVm(
            PAPER,
            _("What stands on paper"),
            hint=_("Neutral words: a number, a name. Never why, never who we are."),
        ),
        FieldVm(
            OFFERED,
            _("Is it shown in the list?"),
            "choice",
            options=vocabulary.options(vocabulary.yes_or_no()),
        ),
        checks.reason_field(),
    )


def start_of(library: Library, point: str) -> Values:
    """Where writing begins: the list's own words and mark; for a new point that it is shown."""
    known, section = library.point(point), library.section_of(point)
    if known is None or section is None:
        return {"point": OWN, OFFERED: "yes"}
    return {
        "point": known.id,
        SECTION: section.id,
        "text": known.text,
        "carry": known.carry,
        PAPER: known.paper,
        OFFERED: "yes",
    }


def describe(point: LocalPoint) -> Lines:
    """A version in labelled lines."""
    return (
        (_("The point"), point.text),
        (_("Where it may stand"), vocabulary.carries()[point.carry]),
        (_("What stands on paper"), point.paper),
        (_("Is it shown in the list?"), _("Yes") if point.is_offered else _("No")),
    )


def _read(point: LocalPoint) -> Values:
    """Where nothing was worded, the list's own words stand."""
    begun = start_of(read_library(language()), point.point)
    own = {"text": point.text, PAPER: point.paper}
    return {
        **begun,
        **{name: text for name, text in own.items() if text},
        "point": point.point,
        SECTION: point.section,
        "carry": point.carry,
        OFFERED: "yes" if point.is_offered else "no",
    }


def _build(values: Values) -> LocalPoint:
    carry = cast("Carry", values["carry"])
    point = LocalPoint(
        point=values.get("point", OWN),
        section=values.get(SECTION, ""),
        text=values.get("text", "").strip(),
        carry=carry,
        paper=values.get(PAPER, "").strip() if carry == "U" else "",
        is_offered=values.get(OFFERED) != "no",
        reason=values.get("reason", "").strip(),
    )
    shipped = [found for each in ("sv", "en") if (found := _shipped(each, point.point))]
    is_same = any(point.text == each.text for each in shipped)
    is_same_paper = any(point.paper == each.paper for each in shipped)
    return replace(
        point,
        text="" if is_same else point.text,  # what the list says already, it says in two languages
        paper="" if is_same_paper else point.paper,
    )


def _shipped(which: str, point: str) -> LibraryPoint | None:
    return read_library("sv" if which == "sv" else "en").point(point)


def _complete(house: Akt, point: LocalPoint) -> tuple[LocalPoint, Mapping[str, bytes]]:
    """A new point gets its number when it is entered, so that no two have the same."""
    own = replace(point, point=own_points.next_own(house)) if point.point == OWN else point
    own_points.require_point(own)
    return own, {}


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, SECTION, _("Choose where in the list it stands."))
        or checks.blank(values, "text", _("Write the point first."))
        or checks.blank(values, "carry", _("Choose where it may stand."))
        or _too_loose(values)
        or _no_paper(values)
        or checks.no_reason(values, is_correction)
    )


def _too_loose(values: Values) -> Missing | None:
    known = _shipped("sv", values.get("point", ""))
    carry = cast("Carry", values["carry"])
    if known is None or strictest(carry, known.carry) == carry:
        return None
    mark = vocabulary.carries()[known.carry]
    said = _("The list says {mark}. A mark can be made stricter, never looser.")
    return Missing("carry", said.format(mark=mark))


def _no_paper(values: Values) -> Missing | None:
    """A telling word is stopped here already, not first when a sheet is printed."""
    told = plan_library.telling_in(values.get(PAPER, "")) if values["carry"] == "U" else ()
    if not told:
        return None
    said = _("It would tell what the paper is: {words}. Write neutral words.")
    return Missing(PAPER, said.format(words=", ".join(told)))


SPEC = Spec(LocalPoint, _read, _build, _missing, complete=_complete)
