# SPDX-License-Identifier: EUPL-1.2
"""What must be known before anything leaves an akt of somebody fictional."""

from workbench.domain.arrivals import ArrivedTogether
from workbench.domain.ids import CaseId
from workbench.domain.interpreters import InterpretedTalk, InterpreterNeed
from workbench.domain.no_contact import NoContact
from workbench.domain.plans import PlanModules
from workbench.domain.protected_identity import HiddenDetail, ProtectedIdentity
from workbench.domain.subject import SafeContact
from workbench.services.records.akt import Akt, Draft


def write_known(akt: Akt) -> None:
    """A safe contact, two rows of the list and one that was ended, and an interpreter."""
    kept = akt.all(SafeContact)
    contact = SafeContact("Mottagningen, via Exempelby", "vardagar 9-11", "no", "Blåbär")
    akt.enter(
        Draft(contact, kept[0].record if kept else None),
        Draft(NoContact("SFI Exempelby", "office", "En kusin arbetar i receptionen.",
                        "2026-11-03")),
        Draft(NoContact("Tolk 4711", "interpreter", "Känner släkten.", "2026-11-05")),
        Draft(NoContact("Förra skolan", "office", "Gav ut schemat.", "2026-10-01", "2026-11-10",
                        "Barnet har bytt skola.")),
        Draft(InterpreterNeed("arabiska", "syrisk", "woman", from_elsewhere=True, way="phone",
                              same="same")),
        Draft(InterpretedTalk("2026-11-12", "Bokning 48213", way="phone", how_it_went="Lugnt.")),
        Draft(InterpretedTalk("2026-11-01", "dottern", "child", deviation="Natt, ingen svarade.")),
        Draft(PlanModules(("honour", "interpreter"))),
    )  # fmt: skip


def write_protection(akt: Akt, child: CaseId) -> None:
    """A secrecy marking with hidden details, and a child with an akt of its own."""
    akt.enter(
        Draft(ProtectedIdentity("secrecy_marking", "2026-11-02", "Skatteverket", "2027-10-01",
                                (akt.user,), "Hur uppgifterna hanteras, muntligt.")),
        Draft(HiddenDetail("municipality", "Exempelby kommun")),
        Draft(HiddenDetail("school", "Påhittade skolan")),
        Draft(ArrivedTogether(child)),
    )  # fmt: skip
