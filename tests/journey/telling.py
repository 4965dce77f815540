# SPDX-License-Identifier: EUPL-1.2
"""What is typed on the journey: a plainly fictional case, in Swedish."""

from datetime import date, timedelta

NAME, NUMBER = "Vega Låtsasvall", "19900101-0009"
NAMED_BECAUSE = "Vega sade det själv på morgonen."
ROOM = "B2"
NEED_REASONS = "Han vet var hon bodde och har hotat i dag."
DONE_AT_ONCE = "Plats i skyddat boende i natt."
CHANNEL, TIMES = "Sms till 070-174 06 05", "Vardagar 9-11"
CODE_WORD = "blåbärssylt"
DO_NOT_CONTACT = "Hans syster"
OWN_WORDS = "Jag är räddast på kvällarna när bilen står där."
OWN_ESTIMATE = "Mycket stor"
SOURCE, FACTOR_NOTE = "Polisanmälan, s. 2", "Ingen uppgift än."
RISK = "Nytt fysiskt våld vid kontakt om barnen."
AGAINST = "Den utsatta, i andra hand barnen."
BECAUSE = "Hoten har blivit fler sedan flytten."
WHAT_WE_DO = "Skyddat boende, kontaktförbud, säkra överlämningar."
LIMITS = "Utövaren har inte intervjuats."
SKIPPED = "Ensam i tjänst i natt. Granskas på måndag."
PLAN_WORDS = "Jag ringer min vän först. Väskan står hos henne."
PLAN_POINT = "Vännen ringer 112 om jag skickar en punkt."
CONTACT_RULES = "Bara sms, vardagar 9-11."
IF_SEEN = "Ses bilen i närheten: ring 112 och lås dörren."
OUR_POINT = "Förskolan lämnar bara ut barnen till Vega."
NOTE = "Vega ringde från ett lånat nummer. Han har stått vid parkeringen två morgnar i rad."
HALF_TYPED = "Ringer igen i morgon och frågar efter"
CONSENT = "Att jouren lämnar bedömningen till kommunen för beslut om fortsatt skydd."
METHOD_OWNER = "Maj Metodsdotter"

PLANTED = (
    NAME,
    NUMBER,
    NEED_REASONS,
    CHANNEL,
    CODE_WORD,
    OWN_WORDS,
    RISK,
    BECAUSE,
    LIMITS,
    PLAN_WORDS,
    IF_SEEN,
    NOTE,
)
"""May stand in a vault, sealed or on the paper that was asked for; in no file in clear."""

INCIDENTS = (
    (140, "Fysiskt våld", "3", "Ja", "Knuff mot köksbänken, blåmärken."),
    (41, "Psykiskt våld, hot", "2", "Vet ej", "Hot per telefon, många gånger samma natt."),
    (6, "Fysiskt våld", "4", "Nej", "Grepp om halsen i trapphuset."),
)
SCENARIOS = (
    (
        "Han väntar utanför jobbet efter mörkrets inbrott.",
        "Den tidigare partnern",
        (
            ("Följa till och från arbetet", "Jouren", 1),
            ("Ansöka om kontaktförbud tillsammans", "Kontaktpersonen", 3),
        ),
    ),
    (
        "Han använder överlämningen av barnen för att komma nära.",
        "Den tidigare partnern",
        (
            ("Överlämning på neutral plats", "Socialsekreteraren", 7),
            ("Meddela förskolan vem som får hämta", "Kontaktpersonen", 2),
        ),
    ),
)


def day(ahead: int) -> str:
    """A day as one types it, from today."""
    return (date.today() + timedelta(days=ahead)).isoformat()  # noqa: DTZ011  a wall calendar's day
