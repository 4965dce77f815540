# SPDX-License-Identifier: EUPL-1.2
"""A small municipality's first case ever: a worried call, and everything that follows from it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt

from tests.journey import governing
from tests.journey.day_after import find
from tests.journey.governing import Known, choose
from tests.journey.handing_over import choose_file
from tests.journey.hands import Hands
from tests.journey.place import Workplace
from tests.journey.station import Stations, texts
from tests.support.outside_files import pdf
from workbench.ui.kit.rows import RowButton

NAME = "Nadja Nyskaffad"
CALL = "Skolsköterskan ringde: dottern säger att mamma inte får gå ut."
CALLER = "Skolsköterskan"
NEED = "Han läser hennes telefon. Hon vill inte flytta i dag."
POLICE_PAGES = ("Anmälan. Hot per telefon.", "Han sade att han vet var hon arbetar.")
INSTRUMENT = "hits@4-item"
ANSWERS, POINTS = "2435", "14"
OWN_WORDS = "Jag är rädd när han har druckit."
RISK, AGAINST, WHY = "Grovt våld i hemmet.", "Nadja", "Hoten kommer oftare, och han dricker."
WE_DO = "Kontaktperson, stöd av polisen, ny kontakt i veckan."
SCENARIO = "Han slår henne när hon säger att hon vill skiljas."
MEASURE, DECISION = "Kontaktperson två gånger i veckan", "Bistånd, kontaktperson"
TOLD = "Att hon har en kontaktperson, inget mer."
RECEIVER = "Vakthavande befäl"


def a_worried_call(hands: Hands, stations: Stations) -> None:
    """Nobody is here: an akt with a number, who rang, and what was said."""
    hands.push("rail-register")
    hands.push("new-akt")
    hands.push("begin")
    stations.look("10-first-akt")
    hands.push("way-journal")
    hands.write("text", CALL)
    hands.write("said_by", CALLER)
    hands.write("source", "Telefonsamtal")
    hands.choose("nature", "Bedömning eller åsikt")
    hands.enter()
    hands.push("back")


def protect_now(hands: Hands, stations: Stations) -> None:
    """The first thing that is left to do; she says no to a place."""
    hands.open_row("row-left-0")
    hands.choose("needed", "Ja")
    hands.write("reasons", NEED)
    hands.choose("shelter", "Säger nej till en plats")
    hands.enter()
    hands.push("back")
    assert left(hands) == ["Nej till en plats: planera för att stanna, och en ny kontakt"]
    hands.push("change-contact")
    hands.write("channel", "Ring på lunchen, aldrig sms")
    hands.choose("may_leave_message", "Nej")
    hands.enter()
    hands.push("back")
    hands.push("change-subject")
    hands.write("name", NAME)
    hands.choose("identity", "Som personen säger")
    hands.write("reason", "Skolsköterskan sade namnet.")
    hands.enter()


def read_in(hands: Hands, stations: Stations, stick: Path) -> None:
    """A police report from a stick becomes document 1, and is read here."""
    (stick / "anm.pdf").write_bytes(pdf(*POLICE_PAGES))
    hands.push("way-documents")
    hands.push("read-in")
    choose_file(hands, stick)
    hands.rewrite("title", "Polisanmälan")
    hands.write("came_from", "Polisen")
    hands.pick("way", "På en sticka eller annat medium")
    stations.look("12-document")
    hands.enter()
    hands.push_first("row-")
    stations.look("13-document-read")
    hands.push("back")
    hands.push("back")


def assess(hands: Hands, stations: Stations) -> None:
    """Her own words first; the page finds an instrument by what it is for; keys answer it."""
    hands.push("way-own-appraisal")
    hands.write("words", OWN_WORDS)
    hands.enter()
    hands.push("way-choose-instrument")
    hands.tab_to("seek-instrument")
    hands.type("våld från partner")
    hands.open_row(f"row-{INSTRUMENT}")
    stations.look("14-chosen")
    hands.push(f"ask-{INSTRUMENT}")
    hands.write("sources", "Samtal med henne\nHandling 1")
    hands.enter()
    for key in ANSWERS:
        hands.type(key)
        hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.enter()
    stations.look("15-result", goes_round=False)
    hands.push("judge")
    hands.tick_all("assessment:")
    hands.write("risk_for_what", RISK)
    hands.enter()
    stations.look("16-half-a-judgement", goes_round=False)
    hands.push("back")


def close_every_gap(hands: Hands, stations: Stations, town: Workplace) -> None:
    """What is left to do leads to where it is done, and is left until it is done."""
    doing = {
        "Skriv skälen till": lambda: _judge(hands, why=WHY),
        "Skriv klart den": lambda: _judge(hands, against_whom=AGAINST, what_we_do=WE_DO,
                                          limitations="Han har inte hörts."),
        "Sätt datum för ny": lambda: _judge(hands, reassess_on=town.day(21)),
        "Skriv ett scenario": lambda: _scenario(hands),
        "Ett scenario har": lambda: _measure(hands),
        "En åtgärd saknar ansvarig": lambda: _complete(hands, "who", "Gun"),
        "En åtgärd saknar datum": lambda: _complete(hands, "due", town.day(2)),
        "Nej till en plats": lambda: _stay(hands, town),
    }  # fmt: skip
    seen: list[str] = []
    while (found := left(hands)) != ["Signera den samlade bedömningen"]:
        assert len(seen) < len(doing), (seen, found)
        said = next(row for row in found if not row.startswith("Signera"))
        seen.append(said)
        hands.open_row(f"row-left-{found.index(said)}")
        doing[next(key for key in doing if said.startswith(key))]()
        hands.push("back")
        assert said not in left(hands)
    assert len(set(seen)) == len(doing), seen
    stations.look("17-only-to-sign")


def protection_plan(hands: Hands, stations: Stations, town: Workplace) -> None:
    hands.push("way-protection-plan")
    hands.write("contact_rules", "Bara på lunchen.")
    hands.write("if_something_happens", "Ring polisen, sedan chefen.")
    hands.write("responsible", "Gun")
    hands.write("follow_up_on", town.day(7))
    hands.enter()
    stations.look("18-plan", goes_round=False)
    hands.push("back")


def tell_the_police(hands: Hands, stations: Stations) -> None:
    """No ground is chosen beforehand; what was said and who heard it is entered."""
    hands.push("way-told")
    hands.write("told_by", "Sten")
    hands.enter()
    stations.look("19-look-through-first")
    look_through(hands)
    hands.write("receiver", RECEIVER)
    hands.write("receiver_org", "Polisen")
    hands.pick("ground", "Samtycke till att sekretessen bryts")
    hands.write("because", "Hon har sagt ja i dag.")
    hands.write("what", TOLD)
    hands.choose("way", "Per telefon")
    hands.enter()
    stations.look("20-told", goes_round=False)
    hands.push("back")


def look_through(hands: Hands) -> None:
    """Safe contact, whom not to contact, interpreter: looked at, ticked."""
    for tick in ("looked-through",):
        hands.tab_to(f"tick-{tick}")
        hands.press(Qt.Key.Key_Space)
    hands.settle()


def ask_for_review(hands: Hands, stations: Stations, known: Known) -> None:
    """Nobody can be asked; a colleague is let in, given access, and asked."""
    hands.push("way-review")
    stations.look("21-nobody-to-ask")
    assert [text for text in texts(hands.program.shell) if "Ingen kan" in text]
    governing.let_in(hands, stations, known, role="reviewer")
    find(hands, NAME)
    governing.give_access(hands, stations)
    hands.push("way-review")
    choose(hands, governing.SECOND)
    hands.tab_to("review-words")
    hands.type("Räcker underlaget?")
    hands.push("ask-review")
    stations.look("22-asked", goes_round=False)
    hands.push("back")


def look_ahead(hands: Hands, stations: Stations, town: Workplace) -> None:
    """The month shows each day that was set, and no name."""
    hands.push("rail-today")
    hands.push("to-month")
    if town.day(2)[:7] != town.day()[:7]:
        hands.push("month-after")
    stations.look("23-month")
    table = hands.program.shell.page().table
    shown = table.model()
    said = [
        " ".join(str(shown.index(row, column).data()) for column in range(shown.columnCount()))
        for row in range(shown.rowCount())
    ]
    assert [line for line in said if town.day(2) in line and "Åtgärd" in line], said
    assert not [line for line in said if NAME in line]


def left(hands: Hands) -> list[str]:
    """What is left to do, as the akt's page says it."""
    shown = [row for row in hands.program.shell.findChildren(RowButton) if row.isVisible()]
    return [r.accessibleName() for r in shown if r.objectName().startswith("row-left-")]


def _judge(hands: Hands, **parts: str) -> None:
    for name, text in parts.items():
        hands.write(name, text)
    hands.write("reason", "Skrivs klart")
    hands.enter()


def _scenario(hands: Hands) -> None:
    hands.push("add-scenario")
    hands.write("what", SCENARIO)
    hands.write("who", "Han")
    hands.enter()


def _measure(hands: Hands) -> None:
    """What is decided, by whom and when; who does it is not said yet."""
    hands.push_first("add-measure-")
    hands.write("what", MEASURE)
    hands.pick("status", "Beslutad")
    hands.write("decision", DECISION)
    hands.write("decided_by", "Socialsekreteraren, på delegation")
    hands.write("decided_on", date.today().isoformat())  # noqa: DTZ011  a wall calendar's day
    hands.enter()


def _complete(hands: Hands, name: str, text: str) -> None:
    """The measure itself, not the scenario above it."""
    hands.tab_to_last("change-")
    hands.press(Qt.Key.Key_Space)
    hands.settle()
    hands.write(name, text)
    hands.write("reason", "Bestämt i dag")
    hands.enter()


def _stay(hands: Hands, town: Workplace) -> None:
    hands.choose("choice", "Säger nej till en plats")
    hands.write("contact_on", town.day(3))
    hands.write("contact_by", "Gun")
    hands.write("told", "Att det kan vara farligt, och att platsen finns kvar.")
    hands.enter()
