# SPDX-License-Identifier: EUPL-1.2
"""The organisation's protection plan as a document for its own staff."""

from workbench.domain.ids import RecordId
from workbench.domain.measures import Measure
from workbench.domain.plans import ProtectionPlan
from workbench.domain.scenarios import Scenario
from workbench.services.assess import judging
from workbench.services.documents import (
    ContactRuleRow,
    FollowUpRow,
    IfItHappensRow,
    MeasureRow,
    PlannedScenarioPart,
    ProtectionPlanDocument,
    StaffItemRow,
    StaffRow,
)
from workbench.services.handing_over.receiver_view import WITHHELD_MARK
from workbench.services.loop import planning
from workbench.services.loop.own_points import library_of
from workbench.services.papers import shared
from workbench.services.papers.in_force import in_force
from workbench.services.papers.shared import Writing, day
from workbench.services.records.akt import Recorded


def protection_plan_document(writing: Writing) -> ProtectionPlanDocument:
    """The plan as it stands.

    Raises:
        KeyError: the akt has no protection plan.
    """
    found = writing.akt.all(ProtectionPlan)
    if not found:
        raise KeyError("protection plan")
    plan = found[-1]
    judged = judging.newest_judgement(writing.akt)
    return ProtectionPlanDocument(
        case_number=shared.case_number(writing),
        persons=shared.persons(writing),
        unit=shared.unit(writing),
        planned_on=shared.local(writing, plan.recorded_at).date(),
        responsible=StaffRow(plan.value.responsible),
        rests_on=_rests_on(writing, judged.recorded_at if judged else ""),
        scenarios=_scenarios(writing),
        further_measures=_further(writing),
        contact_rules=_contact(writing, plan.value),
        orders=in_force(writing),
        if_it_happens=_if_it_happens(writing, plan.value),
        staff_items=_items(writing),
        follow_ups=_follow_ups(writing, plan),
        reassess_by=day(judged.value.reassess_on) if judged else None,
        signature=shared.signature(writing, judged),
        provenance=shared.provenance(writing, ()),
    )


def _rests_on(writing: Writing, recorded_at: str) -> str:
    if not recorded_at:
        return ""
    on = shared.local(writing, recorded_at).date().isoformat()
    _ = writing.speech
    return _("The assessment of {date}").replace("{date}", on)


def _scenarios(writing: Writing) -> tuple[PlannedScenarioPart, ...]:
    references = shared.references(writing)
    measures = writing.akt.all(Measure)
    return tuple(
        PlannedScenarioPart(
            reference=references[each.record],
            what=each.value.what,
            against_whom=each.value.against_whom,
            measures=tuple(
                shared.measure_row(writing, measure.value)
                for measure in measures
                if measure.value.scenario == each.record
            ),
            no_measure=_why_none(writing, each.record),
        )
        for each in writing.akt.all(Scenario)
    )


def _why_none(writing: Writing, scenario: RecordId) -> str:
    found = planning.no_measure_of(writing.akt, scenario)
    return found.value.because if found is not None else ""


def _further(writing: Writing) -> tuple[MeasureRow, ...]:
    known = set(shared.references(writing))
    free = [m.value for m in writing.akt.all(Measure) if m.value.scenario not in known]
    return tuple(shared.measure_row(writing, measure) for measure in free)


def _contact(writing: Writing, plan: ProtectionPlan) -> tuple[ContactRuleRow, ...]:
    if not plan.contact_rules:
        return ()
    _ = writing.speech
    return (ContactRuleRow(_("Contact with the person"), plan.contact_rules),)


def _if_it_happens(writing: Writing, plan: ProtectionPlan) -> tuple[IfItHappensRow, ...]:
    if not plan.if_something_happens:
        return ()
    _ = writing.speech
    return (IfItHappensRow(_("Something happens"), plan.if_something_happens, plan.responsible),)


def _items(writing: Writing) -> tuple[StaffItemRow, ...]:
    """The organisation's points, without those marked P: a paper can reach a third party."""
    found = [i.value for i in planning.items_of(writing.akt, "organisation")]
    kept = [item for item in found if item.carry != WITHHELD_MARK]
    library = library_of(writing.desk, writing.language)
    titles = {each.section: library.section_of(each.section) for each in kept}
    return tuple(
        StaffItemRow(item.section, found.title if found else "", item.text, item.who)
        for item in kept
        for found in (titles[item.section],)
    )


def _follow_ups(writing: Writing, plan: Recorded[ProtectionPlan]) -> tuple[FollowUpRow, ...]:
    on = day(plan.value.follow_up_on)
    if on is None:
        return ()
    _ = writing.speech
    return (FollowUpRow(_("The protection plan"), on, plan.value.responsible),)
