# SPDX-License-Identifier: EUPL-1.2
"""One point of a plan as fields and back, and the points as they stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from workbench.domain.plans import Carry, PlanItem, PlanOwner
from workbench.services import planning
from workbench.services.akt import Recorded
from workbench.ui.plan_items.library import LibrarySection
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

CARRY_ICONS: dict[str, str] = {"U": "file", "M": "person", "P": "lock"}


@dataclass(frozen=True, slots=True)
class SuggestionVm:
    """One point of the library. `is_chosen`: a point of the plan came from it."""

    id: str
    text: str
    carry: str
    icon: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class SuggestionsVm:
    """One section of the library."""

    title: str
    items: tuple[SuggestionVm, ...]


def spec_for(owner: PlanOwner) -> Spec[PlanItem]:
    """How a point of one of the two plans is written."""

    def build(values: Values) -> PlanItem:
        return PlanItem(
            owner=owner,
            section=values.get("section", ""),
            text=values.get("text", ""),
            carry=cast("Carry", values["carry"]),
            who=values.get("who", "").strip(),
            reason=values.get("reason", "").strip(),
        )

    return Spec(PlanItem, _read, build, _missing)


def point_fields(owner: PlanOwner) -> tuple[FieldVm, ...]:
    """What a point is made of."""
    carries = vocabulary.options(vocabulary.carries(), "UMP")
    hint = _("In the person's own words.") if owner == "person" else _("In your own words.")
    return (
        FieldVm("text", _("The point"), "text", hint, lines=3),
        FieldVm("carry", _("Where it may stand"), "choice", options=carries),
        FieldVm("who", _("Who sees to it")),
        checks.reason_field(),
    )


def start_of(library: Sequence[LibrarySection], item_id: str) -> Values:
    """The first values of a point chosen from the library; {} for an unknown id."""
    found = [i for section in library for i in section.items if i.id == item_id]
    return (
        {"section": i.id, "text": i.text, "carry": i.carry}
        if (i := next(iter(found), None))
        else {}
    )


def suggestions(
    library: Sequence[LibrarySection], owner: PlanOwner, standing: Sequence[Recorded[PlanItem]]
) -> tuple[SuggestionsVm, ...]:
    """What the library offers to one plan."""
    chosen = {each.value.section for each in standing}
    carries = vocabulary.carries()
    return tuple(
        SuggestionsVm(
            section.title,
            tuple(
                SuggestionVm(
                    item.id,
                    item.text,
                    carries[item.carry],
                    CARRY_ICONS[item.carry],
                    item.id in chosen,
                )
                for item in section.items
            ),
        )
        for section in library
        if section.owner == owner
    )


def points(tell: Teller, owner: PlanOwner) -> tuple[RecordVm, ...]:
    """The points of one plan as they stand."""
    return tuple(_point(tell, each) for each in planning.items_of(tell.akt, owner))


def describe(item: PlanItem) -> Lines:
    """A version of a point in labelled lines."""
    return (
        (_("The point"), item.text),
        (_("Where it may stand"), vocabulary.carries()[item.carry]),
        (_("Who sees to it"), item.who),
    )


def _point(tell: Teller, each: Recorded[PlanItem]) -> RecordVm:
    value = each.value
    facts = (value.who,) if value.who else ()
    return RecordVm(
        record=each.record,
        heading=value.text,
        text="",
        facts=(*facts, *standing_facts(each)),
        states=(StateVm(vocabulary.carries()[value.carry], icon=CARRY_ICONS[value.carry]),),
        versions=tell.versions(PlanItem, each, describe),
        has_working=tell.has_working(PlanItem, each.record),
    )


def _read(item: PlanItem) -> Values:
    return {"section": item.section, "text": item.text, "carry": item.carry, "who": item.who}


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, "text", _("Write the point first."))
        or checks.blank(values, "carry", _("Choose where it may stand."))
        or checks.no_reason(values, is_correction)
    )
