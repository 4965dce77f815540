# SPDX-License-Identifier: EUPL-1.2
"""What is said and done in the demo: a plainly fictional case, told in Swedish.

`PLANTED` sentences are whole: they must come out in a PDF and stand in no other file.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from workbench.domain.assessments import OwnAppraisal
from workbench.domain.incidents import Incident
from workbench.domain.plans import PlanItem, ProtectionPlan, SafetyPlan
from workbench.domain.subject import ProtectionNow, SafeContact

SHELTER, SHELTER_UNIT = "Kvinnojouren Påhittet", "Jouren"
MUNICIPALITY, MUNICIPALITY_UNIT = "Exempelkommuns socialtjänst", "Vuxenenheten"

OWN_WORDS = "Jag är räddast på kvällarna när bilen står där."
BECAUSE = "Hoten har blivit fler sedan hon flyttade ut."
LIMITS = "Utövaren har inte intervjuats."
RISK = "Nytt fysiskt våld vid kontakt om barnen."
AFTER_DARK = "Han väntar utanför jobbet efter mörkrets inbrott."
IF_SEEN = "Ses bilen i närheten: ring 112 och lås dörren."
PLANTED_SENTENCES = (OWN_WORDS, BECAUSE, LIMITS, RISK, AFTER_DARK, IF_SEEN)

PURPOSE = "Bedöma risken för nytt våld inför beslut om fortsatt skydd."
SOURCES = ("Samtal med den utsatta", "Polisanmälan som hon visade", "Jourens egna anteckningar")
SOURCES_REFUSED = ("Utövarens uppgifter",)
REVIEW_SKIPPED = "Ensam i tjänst i natt. Granskas av föreståndaren på måndag."


@dataclass(frozen=True, slots=True)
class ToldScenario:
    """A scenario of the story and the measures that answer it: (what, who, days until due)."""

    what: str
    who: str
    against_whom: str
    severity: str
    imminence: str
    frequency: str
    likelihood: str
    escalates: bool
    measures: tuple[tuple[str, str, int], ...]


SCENARIOS = (
    ToldScenario(
        what=AFTER_DARK,
        who="Den tidigare partnern",
        against_whom="Den utsatta",
        severity="Slag eller strypgrepp, kan bli livshotande",
        imminence="De närmaste veckorna",
        frequency="Har hänt två gånger på en månad",
        likelihood="Trolig om inget görs",
        escalates=True,
        measures=(
            ("Följa till och från arbetet", "Jouren", 1),
            ("Ansöka om kontaktförbud tillsammans", "Kontaktpersonen", 3),
        ),
    ),
    ToldScenario(
        what="Han använder överlämningen av barnen för att komma nära.",
        who="Den tidigare partnern",
        against_whom="Den utsatta och barnen",
        severity="Hot, knuffar, barnen ser det",
        imminence="Vid nästa överlämning",
        frequency="Varannan vecka",
        likelihood="Möjlig",
        escalates=False,
        measures=(
            ("Överlämning på neutral plats med umgängesstöd", "Socialsekreteraren", 7),
            ("Meddela förskolan vem som får hämta", "Kontaktpersonen", 2),
        ),
    ),
)

NEED_NOW = ProtectionNow(
    needed="yes",
    reasons="Han vet var hon bodde och har hotat i dag.",
    done_at_once="Plats i skyddat boende i natt. Barnen är med.",
)

YES_ITEMS = ("q01", "q03", "q06", "q10", "q13", "q14", "q18", "q19")
UNKNOWN_FIRST = "q12"
SUB_BOXES = ("q03a", "q05a", "q13a", "q15a")

PRESENT_NOW = ("f01", "f02", "f03", "f07", "f12", "f14")
PARTIAL_NOW = ("f05", "f08", "f15")
PRESENT_BEFORE = ("f01", "f02", "f05", "f07")
NO_INFORMATION = ("f06", "f10")

PAPER_POINTS, PAPER_LEVEL, PAPER_EDITION = "11", "enligt blankettens tabell", "oktober 2014"


def incidents(today: date) -> tuple[Incident, ...]:
    """Three dated incidents of the past months."""
    return (
        Incident(
            day=(today - timedelta(days=140)).isoformat(),
            kind="physical",
            severity=3,
            what="Knuff mot köksbänken, blåmärken.",
            source="den utsatta",
            children_noticed="yes",
        ),
        Incident(
            day=(today - timedelta(days=41)).isoformat(),
            kind="psychological",
            severity=2,
            what="Hot per telefon, många gånger samma natt.",
            source="den utsatta, samtalslogg",
            children_noticed="unknown",
        ),
        Incident(
            day=(today - timedelta(days=6)).isoformat(),
            kind="physical",
            severity=4,
            what="Grepp om halsen i trapphuset.",
            source="den utsatta, granne",
            children_noticed="no",
        ),
    )


def own_appraisal() -> OwnAppraisal:
    """What the person says of the risk, before any score."""
    return OwnAppraisal(words=OWN_WORDS, estimate="Jag tror att han kommer tillbaka.")


def safe_contact(phone: str) -> SafeContact:
    """How to reach the person."""
    return SafeContact(
        channel=f"Sms till {phone}",
        times="Vardagar 9-11, när barnen är på förskolan",
        may_leave_message="no",
        code_word="blåbärssylt",
        do_not_contact="Hans syster",
    )


def safety_plan(today: date) -> SafetyPlan:
    """The person's own plan: recorded, not printed."""
    return SafetyPlan(
        own_words="Jag ringer min vän först. Väskan står hos henne. Vi går bakvägen.",
        talked_through_on=today.isoformat(),
        repeated_back=True,
        paper="none",
    )


def plan_items() -> tuple[PlanItem, ...]:
    """Points of both plans."""
    return (
        PlanItem("person", "B2", "Vännen ringer 112 om jag skickar en punkt.", "M"),
        PlanItem("person", "C1", "Väskan med pass och nycklar står hos vännen.", "M"),
        PlanItem("organisation", "", "Kontaktförbud sökt.", "M", "Kontaktpersonen"),
        PlanItem("organisation", "H3", "Vem som vet var hon är: bara jourens personal.", "P"),
    )


def protection_plan(phone: str, today: date) -> ProtectionPlan:
    """The organisation's plan."""
    return ProtectionPlan(
        contact_rules=f"Bara sms till {phone}.",
        if_something_happens=IF_SEEN,
        responsible="Kontaktpersonen",
        follow_up_on=(today + timedelta(days=7)).isoformat(),
    )
