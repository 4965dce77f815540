# SPDX-License-Identifier: EUPL-1.2
"""A fictional akt whose days are known to the day, to the month, to the year, or only about."""

from tests.support.desk import Bench
from tests.support.protected_case import protected_case
from workbench.domain.ids import CaseId
from workbench.domain.incidents import ChildThere, Incident
from workbench.domain.life_events import LifeEvent
from workbench.services.records.akt import Draft

INCIDENTS = (
    Incident("2023", "psychological", 2, "Han började läsa hennes meddelanden.", about=True),
    Incident("2024-02", "physical", 3, "Höll fast henne i köket.", "Kim", certainty="told"),
    Incident("2024-06", "financial", 2, "Tog hennes kort.", until="2024-09"),
    Incident(
        "2026-03-10", "physical", 4, "Slog henne i tamburen.", "Kim", "yes", "Bilder, rättsintyg",
        certainty="documented", involved="Sam",
        children=(ChildThere("Love", "yes", "yes"), ChildThere("Mio", "unknown", "yes")),
    ),
    Incident("2026-08-14", "breach", 3, "Stod utanför förskolan.", certainty="told-by-other"),
    Incident("2026-11", "threat", 5, "Sms: han vet var de bor.", about=True),
)  # fmt: skip
EVENTS = (
    LifeEvent("2024-10", "separation", "Hon flyttade till sin syster."),
    LifeEvent("2025-01-28", "birth", "Mio föds."),
    LifeEvent("2026-12-15", "court_date", "Huvudförhandling."),
)


def dated_case(bench: Bench) -> CaseId:
    """The akt."""
    case, _order = protected_case(bench)
    drafts = [Draft(each) for each in (*INCIDENTS, *EVENTS)]
    bench.akt(case).enter(*drafts)
    return case
