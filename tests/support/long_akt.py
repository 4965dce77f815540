# SPDX-License-Identifier: EUPL-1.2
"""An akt of some years with something in every part of the loop: thousands of entries.

Mostly notes, answers and codes. Every scenario rests on incidents and factors, every measure and
point of a plan on a scenario, every judgement on assessments; one in ten of those is corrected.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from workbench.domain.assessments import (
    Answer,
    Assessment,
    Coding,
    InstrumentPin,
    Judgement,
    SignOff,
)
from workbench.domain.ids import RecordId
from workbench.domain.incidents import INCIDENT_KINDS, Incident
from workbench.domain.life_events import LifeEvent
from workbench.domain.measures import Measure
from workbench.domain.orders import RestrainingOrder
from workbench.domain.plans import PlanItem
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Note, ProtectionNow
from workbench.domain.worksheets import Citation, FactorRef
from workbench.services.records.akt import Akt, Draft

ROUND = 125
"""How many entries one round of the loop leaves in this akt."""
_SITTING = 50
_PIN = InstrumentPin("danger-assessment", "weighted-20", "0" * 64)
_TEXT = "vardag, arbete, skola. " * 8


def fill(akt: Akt, entries: int, today: date) -> None:
    """Enter so many, round by round, in sittings as a person would."""
    drafts = list[Draft]()
    for at in range(entries // ROUND):
        drafts.extend(_round(akt, at, today))
    for first in range(0, len(drafts), _SITTING):
        akt.enter(*drafts[first : first + _SITTING])


def _round(akt: Akt, at: int, today: date) -> Iterator[Draft]:
    """A stretch of work: what happened, an assessment, and what followed from it."""
    assessment, judged = akt.new_record(), akt.new_record()
    incidents = [akt.new_record() for _ in range(12)]
    day = today - timedelta(days=40 * at % 1500)
    for n in range(51):
        yield Draft(Note(f"Samtal {at}-{n}: {_TEXT}", (day + timedelta(days=n % 40)).isoformat()))
    for n, record in enumerate(incidents):
        on, kind = (day + timedelta(days=n)).isoformat(), INCIDENT_KINDS[n]
        yield Draft(Incident(on, kind, n % 5 + 1, "Knuffad", source="Kim"), record)
    yield Draft(LifeEvent(day.isoformat(), "court_date", "Huvudförhandling"))
    yield Draft(ProtectionNow("no", "Bor kvar i boendet"))
    yield Draft(RestrainingOrder("no_contact", "Robin", applied_on=day.isoformat()))
    yield Draft(Assessment(_PIN, day.isoformat()), assessment)
    yield from _answers(assessment)
    yield Draft(_judgement(assessment, day), judged)
    yield Draft(SignOff(judged, "Alex Nattpass", review_skipped_because="Ensam i natt"))
    yield from _plans(akt, FactorRef(assessment, "f1"), incidents, day)


def _answers(assessment: RecordId) -> Iterator[Draft]:
    for n in range(20):
        yield Draft(Answer(assessment, f"q{n}", "value", "yes"))
    for n in range(8):
        yield Draft(Coding(assessment, f"f{n}", "now", "present", "Se anteckning"))
    for n in range(4):
        yield Draft(Citation(assessment, f"f{n}", "now", "document:1", "3"))


def _judgement(assessment: RecordId, day: date) -> Judgement:
    again = (day + timedelta(days=90)).isoformat()
    return Judgement((assessment,), "Nytt våld", "Kim", "Upptrappning", "", "Ej hörd", again)


def _plans(akt: Akt, factor: FactorRef, incidents: list[RecordId], day: date) -> Iterator[Draft]:
    scenario = akt.new_record()
    resting = Scenario(
        "Söker upp", "Robin", "Kim", factors=(factor,), incidents=tuple(incidents[:6])
    )
    yield Draft(resting, scenario)
    for n in range(8):
        due = (day + timedelta(days=n)).isoformat()
        yield Draft(Measure(f"Åtgärd {n}", "Sten", due, scenario, factors=(factor,)))
    for n in range(6):
        yield Draft(PlanItem("person", "", f"Punkt {n}", "M", scenarios=(scenario,)))
    for n in range(6):
        corrected = Incident(day.isoformat(), INCIDENT_KINDS[n], 3, "Slagen", reason="Fel ord")
        yield Draft(corrected, incidents[n])
