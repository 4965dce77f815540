# SPDX-License-Identifier: EUPL-1.2
"""A fictional akt with orders, alarms and dates of every sort, over the memory vault."""

from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from workbench.domain.deadlines import ReviewDate
from workbench.domain.ids import CaseId, RecordId
from workbench.domain.orders import (
    Alarm,
    OrderBreach,
    OrderExtension,
    PoliceContact,
    RestrainingOrder,
)
from workbench.domain.triggers import ReassessmentTrigger
from workbench.services.law import deadline_rules
from workbench.services.loop import deadlines
from workbench.services.records.akt import Draft

AREAS = "Storgatan 1–9 i Påhittinge, förskolan Sländan"


def protected_case(bench: Bench) -> tuple[CaseId, RecordId]:
    """The akt, and the order that ends in seven days."""
    case = filled_case(bench)
    akt = bench.akt(case)
    ending = RestrainingOrder(
        "extended", "Sam Påhittad", monitored=True, applied_on="2026-05-20", decision="granted",
        decided_on="2026-05-29", begins="2026-05-29", ends="2026-08-29", reference="C-00-000-26",
        areas=AREAS,
    )  # fmt: skip
    order = akt.enter(Draft(ending)).records[0]
    home = RestrainingOrder(
        "shared_home", "Sam Påhittad", decision="granted", decided_on="2026-10-20",
        begins="2026-10-20", ends="2026-12-20", note="Han får hämta sina saker med polis.",
    )  # fmt: skip
    asked = RestrainingOrder("no_contact", "Kusinen", for_child=True, applied_on="2026-11-18")
    akt.enter(
        Draft(OrderExtension(order, "2026-08-25", "2026-11-29", "Ny överträdelse i augusti.")),
        Draft(OrderBreach(order, "2026-08-14", "Stod utanför förskolan i en timme.", "yes")),
        Draft(home),
        Draft(asked),
        Draft(Alarm("alarm_number", "2026-06-01", tried_on="2026-10-02")),
        Draft(Alarm("alarm_phone", "2026-09-01", note="Ligger i den blå väskan.")),
        Draft(PoliceContact("Brottsofferhandläggare", "Påhittinge", "010-000 00 00")),
        Draft(ReassessmentTrigger("address_leak", "2026-11-20", "Kusinen vet var skolan ligger.")),
        Draft(ReviewDate("2026-12-05", "Ring skolan om hämtning")),
    )
    _begin(bench, case)
    return case, order


def _begin(bench: Bench, case: CaseId) -> None:
    known, akt = deadline_rules.rules(), bench.akt(case)
    deadlines.start(akt, known["child-protection-assessment"], "2026-11-19")
    deadlines.start(akt, known["implementation-plan"], "2026-11-15")
    late = next(d for d in deadlines.open_deadlines(akt) if d.what == "child-protection-assessment")
    plan = next(d for d in deadlines.open_deadlines(akt) if d.what == "implementation-plan")
    deadlines.settle(akt, late, "done", "2026-11-20", "Inget akut skyddsbehov för barnet.")
    deadlines.settle(akt, plan, "moved", "2026-12-03", "Hon är sjuk i veckan.")
