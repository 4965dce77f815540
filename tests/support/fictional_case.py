# SPDX-License-Identifier: EUPL-1.2
"""One fictional akt with something in every part of it, over the memory vault."""

from tests.support.desk import Bench
from workbench.domain.assessments import Judgement, SignOff
from workbench.domain.ids import CaseId, RecordId
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure
from workbench.domain.plans import PlanItem, ProtectionPlan, SafetyPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Note, ProtectionNow, SafeContact, Subject
from workbench.services.akter.cases import NewCase
from workbench.services.person.whom import note_protection_now, set_safe_contact
from workbench.services.records.akt import Draft

NOTE = (
    "Kim ringde från ett lånat nummer. Han har hittat parkeringen vid arbetet och stått där "
    "{count} morgnar i rad. Kim vill inte att arbetsgivaren får veta."
)


def filled_case(bench: Bench) -> CaseId:
    """An akt in the middle of its loop: one measure without date, one late."""
    subject = Subject("Kim Påhittad", "19900101-0017", "stated")
    akt = bench.session.begin(NewCase(subject, "2026-0142"))
    set_safe_contact(
        akt,
        SafeContact(
            channel="070-174 06 05, bara sms",
            times="Vardagar 9–11",
            may_leave_message="no",
            code_word="Har du kvar min bok?",
            do_not_contact="Syster, arbetsgivare",
            note="Vi säger att vi ringt fel.",
        ),
    )
    note_protection_now(
        akt,
        ProtectionNow(
            "yes", "Han vet var Kim bor och har nyckel.", "Plats i boendet, polis underrättad."
        ),
    )
    for day, kind, severity, what, children in (
        ("2026-05-09", "psychological", 2, "Hot i telefon flera kvällar i rad.", "unknown"),
        ("2026-08-12", "physical", 4, "Knuffad nedför trappan, slagen i ansiktet.", "yes"),
        ("2026-10-30", "digital", 3, "Spårsändare hittad i barnvagnen.", "no"),
    ):
        akt.enter(
            Draft(Incident(day, kind, severity, what, "Kim", children, "Bilder, journal i vården"))
        )
    bench.clock.step(minutes=9)
    akt.enter(Draft(Note(NOTE.format(count="två"), "2026-11-21", "Kim, per telefon")))
    record = akt.all(Note)[0].record
    bench.clock.step(minutes=31)
    akt.enter(Draft(Note("Barnen sover. Kim har fått te och ett rum med lås.", "", "egen")))
    bench.clock.step(minutes=11)
    why = "Jag hörde fel: tre morgnar, inte två."
    akt.enter(Draft(Note(NOTE.format(count="tre"), "2026-11-21", "Kim, per telefon", why), record))
    akt.enter(
        Draft(
            Judgement(
                assessments=(),
                risk_for_what="Nytt grovt våld vid överlämning av barnen",
                against_whom="Kim och yngsta barnet",
                why="Upptrappning sedan separationen; spårsändare; hot om att aldrig släppa.",
                what_we_do="",
                limitations="Han har inte hörts.",
                reassess_on="2027-02-22",
            )
        )
    )
    judged = akt.all(Judgement)[0].record
    akt.enter(Draft(SignOff(judged, "Alex Nattpass", review_skipped_because="Ensam i natt")))
    _plan(bench, akt.case)
    return akt.case


def _plan(bench: Bench, case: CaseId) -> None:
    akt = bench.akt(case)
    one, two = RecordId(bench.ids.new_uuid()), RecordId(bench.ids.new_uuid())
    akt.enter(
        Draft(
            Scenario(
                "Han väntar vid förskolan, följer efter bilen och tränger den av vägen.",
                "Han, kanske med sin bror",
                "Kim och yngsta barnet",
                severity="Livsfarligt",
                imminence="Inom veckor",
                frequency="En gång kan räcka",
                likelihood="Hög, om han får veta tiden",
                turn="escalate",
            ),
            one,
        ),
        Draft(
            Scenario(
                "Han ringer arbetsgivaren och utger sig för att vara från vården.",
                "Han",
                "Kim",
                imminence="När som helst",
                likelihood="Medel",
            ),
            two,
        ),
        Draft(
            Measure(
                "Annan hämtning på förskolan, foto till personalen",
                "Alex Nattpass",
                "2026-11-24",
                one,
                "victim-safety",
                "decided",
            )
        ),
        Draft(Measure("Begäran om kontaktförbud", "Åklagaren", "2026-11-20", one)),
        Draft(Measure("Larmtelefon", "", "", one, "supervision")),
    )
    akt.enter(
        Draft(
            SafetyPlan(
                "Jag ringer Sam om jag blir rädd. Jag går ut genom tvättstugan. Väskan står hos "
                "mamma. Jag vill inte flytta än.",
                "2026-11-21",
                repeated_back=True,
            )
        ),
        Draft(PlanItem("person", "B7", "Tre platser: Sam, tvättstugan, macken", "M")),
        Draft(PlanItem("person", "J1", "070-174 06 77", "U", "Sam")),
        Draft(
            ProtectionPlan(
                "Bara sms, vardagar 9–11. Aldrig via systern.",
                "Vid överträdelse: 112, spara, anmäl samma dag. Alex ringer åklagaren.",
                "Alex Nattpass",
                "2026-12-01",
            )
        ),
        Draft(PlanItem("organisation", "E4", "Förskolan: bara Kim och Sam hämtar", "P", "Alex")),
    )
