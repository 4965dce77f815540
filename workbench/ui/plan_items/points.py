# SPDX-License-Identifier: EUPL-1.2
"""One point of a plan as fields and back, and the points as they stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from workbench.domain.ids import RecordId
from workbench.domain.plans import Carry, PlanItem, PlanOwner
from workbench.services.loop import plan_library, planning, safety_planning
from workbench.services.loop.plan_library import Library
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines, labelled
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

CARRY_ICONS: dict[str, str] = {"U": "file", "M": "person", "P": "lock"}
SCENARIOS, PAPER = "scenarios", "paper"


@dataclass(frozen=True, slots=True)
class PointsVm:
    """The points of one section as they stand."""

    title: str
    records: tuple[RecordVm, ...]


def spec_for(owner: PlanOwner, house: Callable[[], Akt]) -> Spec[PlanItem]:
    """How a point of one of the two plans is written. `house`: whose marks hold by then."""

    def build(values: Values) -> PlanItem:
        carry = cast("Carry", values["carry"])
        return PlanItem(
            owner=owner,
            section=values.get("section", ""),
            text=values.get("text", ""),
            carry=carry,
            who=values.get("who", "").strip(),
            reason=values.get("reason", "").strip(),
            paper=values.get(PAPER, "").strip() if carry == "U" and owner == "person" else "",
            scenarios=tuple(RecordId(each) for each in values.get(SCENARIOS, "").split()),
        )

    def require(akt: Akt, item: PlanItem) -> None:
        safety_planning.require_item(akt, item, house())

    return Spec(PlanItem, _read, build, _missing, require=require)


def point_fields(owner: PlanOwner) -> tuple[FieldVm, ...]:
    """What a point is made of; only a point of the person's own plan has words for paper."""
    carries = vocabulary.options(vocabulary.carries(), "UMP")
    hint = _("In the person's own words.") if owner == "person" else _("In your own words.")
    paper = FieldVm(
        PAPER,
        _("What stands on paper"),
        hint=_("A number, or a name the person chose. Never why. Without it nothing is printed."),
    )
    return (
        FieldVm("text", _("The point"), "text", hint, lines=3),
        FieldVm("carry", _("Where it may stand"), "choice", options=carries),
        *((paper,) if owner == "person" else ()),
        FieldVm("who", _("Who sees to it")),
        FieldVm(SCENARIOS, _("Which scenarios it answers"), "links"),
        checks.reason_field(),
    )


def start_of(library: Library, item_id: str, carry: str = "") -> Values:
    """The first values of a point chosen from the library; {} for an unknown id.

    `carry` is a mark that was chosen with it; a point that stays with us stays.
    """
    point = library.point(item_id)
    if point is None:
        return {}
    marked = point.carry if point.carry == "P" or not carry else carry
    paper = {PAPER: point.paper} if point.paper and marked == "U" else {}
    return {"section": point.id, "text": point.text, "carry": marked, **paper}


def points(
    tell: Teller, owner: PlanOwner, library: Library, numbers: Mapping[RecordId, int]
) -> tuple[PointsVm, ...]:
    """The points of one plan as they stand, by section; own ones last."""
    found: dict[str, list[RecordVm]] = {}
    for each in planning.items_of(tell.akt, owner):
        section = library.section_of(each.value.section)
        title = section.title if section is not None else _("Own points")
        found.setdefault(title, []).append(_point(tell, each, numbers))
    own = found.pop(_("Own points"), [])
    ordered = [PointsVm(title, tuple(records)) for title, records in found.items()]
    return (*ordered, PointsVm(_("Own points"), tuple(own))) if own else tuple(ordered)


def describe(item: PlanItem) -> Lines:
    """A version of a point in labelled lines."""
    return (
        (_("The point"), item.text),
        (_("Where it may stand"), vocabulary.carries()[item.carry]),
        (_("What stands on paper"), item.paper),
        (_("Who sees to it"), item.who),
    )


def scenario_words(records: Sequence[RecordId], numbers: Mapping[RecordId, int]) -> str:
    """`Scenario 1, 3` for those that still stand; "" for none."""
    known = sorted(numbers[record] for record in records if record in numbers)
    if not known:
        return ""
    return _("Scenario {number}").format(number=", ".join(map(str, known)))


def _point(tell: Teller, each: Recorded[PlanItem], numbers: Mapping[RecordId, int]) -> RecordVm:
    value = each.value
    answers = scenario_words(value.scenarios, numbers)
    facts = [fact for fact in (value.who, answers) if fact]
    paper = labelled(_("What stands on paper"), value.paper) if value.paper else ""
    if value.carry == "U" and value.owner == "person" and not value.paper:
        paper = _("Nothing is worded for paper yet.")
    return RecordVm(
        record=each.record,
        heading=value.text,
        text="",
        facts=(*facts, *standing_facts(each)),
        lines=(paper,) if paper else (),
        states=(StateVm(vocabulary.carries()[value.carry], icon=CARRY_ICONS[value.carry]),),
        versions=tell.versions(PlanItem, each, describe),
        has_working=tell.has_working(PlanItem, each.record),
    )


def _read(item: PlanItem) -> Values:
    return {
        "section": item.section,
        "text": item.text,
        "carry": item.carry,
        "who": item.who,
        PAPER: item.paper,
        SCENARIOS: " ".join(item.scenarios),
    }


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "text", _("Write the point first."))
        or checks.blank(values, "carry", _("Choose where it may stand."))
        or _too_loose(values)
        or checks.no_reason(values, is_correction)
    )


def _too_loose(values: Values) -> Missing | None:
    """What the library keeps with us cannot be marked for less."""
    point = plan_library.read_library("sv").point(values.get("section", ""))
    if point is None or point.carry != "P" or values.get("carry") == "P":
        return None
    return Missing("carry", _("This point of the list stays with us: choose Only with us."))
