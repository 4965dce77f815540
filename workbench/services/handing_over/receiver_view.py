# SPDX-License-Identifier: EUPL-1.2
"""What a given receiver may see of an akt: the one function that every bundle goes through.

What is withheld is simply absent. The safe contact, the person's own safety plan, points marked P,
journal notes, working rows, hidden answers and results that may not be shown never pass. Of a
protected person nothing passes in which a known place stands (`protection_view`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workbench.domain.assessments import (
    Answer,
    Assessment,
    Coding,
    InstrumentPin,
    Judgement,
    OwnAppraisal,
    PaperReading,
    Result,
    SignOff,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId, is_uuid4
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure
from workbench.domain.paper_twins import KeyedIn
from workbench.domain.people import Organisation, StaffMember
from workbench.domain.plans import PlanItem, ProtectionPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import ProtectionNow, Subject
from workbench.domain.worksheets import (
    Citation,
    ExtraFactor,
    FactorMark,
    Material,
    SheetPerson,
    WorksheetHead,
)
from workbench.instruments.forms import visible_items
from workbench.services.assess import own_forms, results
from workbench.services.assess.sheets import entered_sheet
from workbench.services.desk import Desk
from workbench.services.handing_over import documents_out
from workbench.services.handing_over.exchange import SharedPart, SharedRecord
from workbench.services.person import protection_view
from workbench.services.records import bodies
from workbench.services.records.akt import Akt, Recorded

SHARED: tuple[type[Any], ...] = (
    Subject,
    ProtectionNow,
    Incident,
    OwnAppraisal,
    Assessment,
    Answer,
    Coding,
    FactorMark,
    ExtraFactor,
    Citation,
    Material,
    SheetPerson,
    WorksheetHead,
    KeyedIn,
    PaperReading,
    Result,
    Judgement,
    SignOff,
    Scenario,
    Measure,
    ProtectionPlan,
    PlanItem,
)
REFERENCES = frozenset(
    {"assessment", "assessments", "judgement", "scenario", "scenarios", "rests_on"}
    | {"confirmation", "item", "items", "factors", "incidents", "incident"}
)
"""Fields that name other records. Own ids never leave: two receivers could join on them."""
WITHHELD_MARK = "P"
_ONLY_HERE = frozenset({"reason", "withdrawn_on", "established_note"})
"""Why something was corrected is for the akt's own history; what is withdrawn, and which document
of the akt an identity rests on, for the house."""


@dataclass(frozen=True, slots=True)
class View:
    """For what purpose the receiver gets it, and how the receiver knows the person."""

    purpose: str
    relation: str
    label: str


def shared_record(
    akt: Akt, desk: Desk, view: View, rendered: str, documents: Iterable[RecordId] = ()
) -> SharedRecord:
    """The akt as the receiver may see it; record ids are drawn anew for this bundle.

    `documents`: those that a person chose to send along; no other passes.

    Raises:
        WorkbenchError: PROTECT-002, a place of a protected person stands in it.
    """
    unasked = _unasked_answers(akt, desk)
    kept: list[Recorded[Any]] = [
        each
        for of in SHARED
        for each in akt.all(of)
        if each.record not in unasked and _may_pass(akt, desk, each)
    ]
    kept += documents_out.chosen(akt, documents)
    pins = _pins(akt)
    kept += [each for each in own_forms.forms(desk) if own_forms.pin_of(each.value) in pins]
    fresh = {each.record: desk.ids.new_uuid() for each in kept}
    names = {each.value.user: each.value for each in desk.house.all(StaffMember)}
    unit = _unit(akt, desk)
    made = SharedRecord(
        purpose=view.purpose,
        relation=view.relation,
        label=view.label,
        parts=tuple(_told(akt, _part(each, fresh, names, unit)) for each in kept),
        instruments=pins,
        rendered=rendered,
    )
    protection_view.require_no_place(akt, made)
    return made


def _unasked_answers(akt: Akt, desk: Desk) -> frozenset[RecordId]:
    """Answers that later answers have hidden: the journal keeps them, nobody is told.

    Of an assessment whose definition is not here nobody can say which were asked: none passes.
    """
    asked: dict[RecordId, frozenset[str]] = {}
    for made in akt.all(Assessment):
        if made.record not in akt.withheld:  # else none of its answers could pass
            asked[made.record] = _asked(akt, desk, made.record)
    return frozenset(
        each.record
        for each in akt.all(Answer)
        if each.value.item not in asked.get(each.value.assessment, ())
    )


def _asked(akt: Akt, desk: Desk, assessment: RecordId) -> frozenset[str]:
    try:
        on = entered_sheet(akt, desk, assessment)
    except WorkbenchError:
        return frozenset()
    return frozenset(item.id for item in visible_items(on.definition, on.given))


def _may_pass(akt: Akt, desk: Desk, each: Recorded[Any]) -> bool:
    value = each.value
    if isinstance(value, PlanItem):
        return value.owner == "organisation" and value.carry != WITHHELD_MARK
    if isinstance(value, Result | PaperReading):
        return not results.waits_for_own(akt, desk, value.assessment)
    return True


def _part(
    each: Recorded[Any],
    fresh: Mapping[RecordId, str],
    names: Mapping[Any, StaffMember],
    unit: str,
) -> SharedPart:
    member = names.get(each.author)
    return SharedPart(
        kind=bodies.kind_of(type(each.value)),
        id=fresh[each.record],
        body=_renamed(bodies.body_of(each.value), fresh),
        author=member.function or member.name if member else "",
        unit=unit,
        recorded_at=each.recorded_at,
    )


def _told(akt: Akt, part: SharedPart) -> SharedPart:
    """The receiver learns that the person is protected, however it is noted here; never how far."""
    if part.kind != bodies.kind_of(Subject) or not protection_view.is_protected(akt):
        return part
    return replace(part, body={**part.body, "identity": protection_view.PROTECTED})


def _renamed(body: Mapping[str, Any], fresh: Mapping[Any, str]) -> dict[str, Any]:
    """References to records under their new ids; one to a record that does not pass is empty."""
    return {
        name: _reference(value, fresh) if name in REFERENCES else value
        for name, value in body.items()
        if name not in _ONLY_HERE
    }


def _reference(value: Any, fresh: Mapping[Any, str]) -> Any:  # noqa: ANN401  any JSON value
    if isinstance(value, Mapping):
        return {name: _reference(inner, fresh) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_reference(inner, fresh) for inner in value]
    if isinstance(value, str) and is_uuid4(value):
        return fresh.get(value, "")
    return value


def _pins(akt: Akt) -> tuple[InstrumentPin, ...]:
    return tuple(dict.fromkeys(each.value.instrument for each in akt.all(Assessment)))


def _unit(akt: Akt, desk: Desk) -> str:
    """Left out where its name tells where a protected person is; the card names the sender."""
    found = desk.house.all(Organisation)
    name = found[-1].value.name if found else ""
    return "" if protection_view.protection(akt).kinds_in((name,)) else name
