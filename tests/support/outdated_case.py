# SPDX-License-Identifier: EUPL-1.2
"""A fictional akt in which something changed under what was built on it."""

from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from workbench.domain.concerns import ConcernReport
from workbench.domain.ids import CaseId
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure
from workbench.domain.plans import ChildPlanNote, PlanItem
from workbench.domain.scenarios import Scenario
from workbench.services.loop import concerns, outdated, planning
from workbench.services.records.akt import Draft

THIRD = "Han följer efter från tågstationen en kväll när det är mörkt"


def outdated_case(bench: Bench) -> CaseId:
    """Two incidents were corrected; one of the scenarios was kept once and changed again."""
    case = filled_case(bench)
    akt = bench.akt(case)
    hit, tracker = (each for each in akt.all(Incident) if each.value.day > "2026-06")
    first, second = akt.all(Scenario)[:2]
    for scenario, incident in ((first, hit), (second, tracker)):
        value = scenario.value
        linked = Scenario(
            value.what, value.who, value.against_whom, value.severity, value.imminence,
            incidents=(incident.record,), triggers="Han får veta var hon arbetar.",
        )  # fmt: skip
        akt.enter(Draft(linked, scenario.record))
    akt.enter(Draft(Measure(
        "Larmtelefon", "Bo Exempelsson", "2026-11-24", first.record, "victim-safety", "decided",
        decision="Bistånd, larm", decided_by="Socialnämnden", decided_on="2026-11-20",
    )))  # fmt: skip
    _correct(bench, case, hit.record, "Journalen säger den 12, inte den 9.")
    for each in outdated.outdated(akt):
        if each.kind == "scenario":
            outdated.still_holds(akt, each, "Det ändrar inget i vad han kan göra.")
    bench.clock.step(minutes=4)
    _correct(bench, case, hit.record, "Hon slog i huvudet, det stod inte.")
    _correct(bench, case, tracker.record, "Spårsändaren satt i väskan.")
    third = akt.enter(Draft(Scenario(THIRD, "Han", "Kim"))).records[0]
    planning.enter_no_measure(akt, third, "Kim åker inte tåg så länge hon bor här.")
    _children(bench, case)
    return case


def _correct(bench: Bench, case: CaseId, record, reason: str) -> None:
    akt = bench.akt(case)
    value = akt.find(Incident, record).value
    corrected = Incident(value.day, value.kind, value.severity, value.what, reason=reason)
    akt.enter(Draft(corrected, record))


def _children(bench: Bench, case: CaseId) -> None:
    akt = bench.akt(case)
    for child in ("Lo", "Mio"):
        akt.enter(Draft(ChildPlanNote(child, has_plan=child == "Lo", reviewed_on="2026-11-20")))
    concerns.enter_position(akt, ConcernReport("Lo", "made", "Alex Nattpass", "2026-11-21"))
    akt.enter(Draft(PlanItem("person", "", "Nyckel hos grannen på tvåan.", "M")))
