# SPDX-License-Identifier: EUPL-1.2
"""An honour case: a collective, two children, two raters, a reviewer, and what must not leave."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.journey import governing, telling
from tests.journey.day_after import find
from tests.journey.first_case import left
from tests.journey.governing import Known, choose_folder
from tests.journey.handing_over import AN_ID
from tests.journey.hands import Hands
from tests.journey.place import Workplace
from tests.journey.station import Stations, texts

NAME, CHILDREN = "Zara Påhittad", ("Noor Påhittad", "Ilo Påhittad")
ROOM, CHANNEL, CODE_WORD = "R17", "Kurator 070-174 06 04", "hallonsaft"
COLLECTIVE = "Släkten på faderns sida"
MEMBERS = (
    ("Farbror Påhittad", "Beslutar"),
    ("Kusin Påhittad", "Utför"),
    ("Moster Påhittad", "Skyddar de andra"),
)
WHERE_THEY_ARE = "Två gator från skolan"
INSTRUMENT = "patriark-2013@2013"
FACTORS, CODES, OTHER_CODES, AGREED = 15, "JDN-", "JJN-", "J"
CHANGED = "N"
RATER, RATER_NUMBER = governing.SECOND, governing.SECOND_NUMBER
REVIEWER, REVIEWER_NUMBER = "Gun Granskarsson", "03"
INCIDENT = "Farbrodern sade att resan är bokad."
SCENARIO = "Hon förs utomlands under lovet."
MEASURE = "Passet spärras"
WHY = "Resan är bokad och passet är borta."
LEVELS = ("allvarligt-vald", "akut-risk")
PARTS = (
    "sannolika-offer", "andra-risker", "fortsatter", "hanteras-i-samhallet",
    "skyddsbehov", "kommentar-underlag",
)  # fmt: skip
MUST_NOT_PASS = (ROOM, CHANNEL, CODE_WORD, WHERE_THEY_ARE, *CHILDREN)
KEPT = "Den andra uppgiften bär ändå: passet är borta."


def begin(hands: Hands, stations: Stations) -> None:
    """One arrival opens an akt for her and one for each child."""
    hands.push("somebody-comes")
    hands.push("begin")
    hands.write("room", ROOM)
    hands.write("name", NAME)
    for child in CHILDREN:
        hands.push("add-child")
        hands.write("name", child)
    hands.push("enter-all")
    hands.press(Qt.Key.Key_Space)
    hands.settle()
    hands.choose("needed", "Ja")
    hands.enter()
    hands.push("safe-contact")
    hands.write("channel", CHANNEL)
    hands.write("code_word", CODE_WORD)
    hands.enter()
    hands.push("back")


def the_collective(hands: Hands, stations: Stations) -> None:
    """Who decides, who carries out, who protects."""
    hands.push("way-people")
    _person(hands, COLLECTIVE, "Flera våldsutövare")
    for name, role in MEMBERS:
        _person(hands, name, "Våldsutövare")
        hands.push("add-link")
        hands.pick("one", name)
        hands.pick("other", COLLECTIVE)
        hands.write("link", "Släkt")
        hands.choose("role", role)
        hands.enter()
    stations.look("10-collective")
    hands.push("back")
    hands.push("way-incidents")
    hands.write("day", telling.day(-3))
    hands.pick("kind", "Psykiskt våld, hot")
    hands.write("what", INCIDENT)
    hands.choose_by_key("severity", "2")
    hands.enter()
    hands.push("back")


def protect_identity(hands: Hands, stations: Stations) -> None:
    """The level, decided by whom; it is in force at once."""
    hands.push("way-about-person")
    stations.look("11-person")
    hands.push("turn-protection")
    hands.choose("protected_as", "Sekretessmarkering")
    hands.write("since", telling.day(-1))
    hands.write("decided_by", "Skatteverket")
    hands.enter()
    stations.look("12-protected", goes_round=False)
    hands.push("back")


def code(hands: Hands, stations: Stations) -> None:
    """Both columns straight down, and who is rated: several perpetrators."""
    hands.push("way-choose-instrument")
    hands.open_row(f"row-{INSTRUMENT}")
    hands.push(f"ask-{INSTRUMENT}")
    hands.write("sources", "Samtal med henne")
    hands.enter()
    straight_down(hands, CODES)
    hands.push("open-frame")
    for name, role in MEMBERS[:2]:
        hands.pick("part", "Våldsutövare")
        hands.rewrite("name", name)
        hands.tick(f"field-role:{'decides' if role == 'Beslutar' else 'carries-out'}")
        hands.enter()
    stations.look("13-frame", goes_round=False)
    hands.push("back")
    hands.push("enter")
    stations.look("14-coded", goes_round=False)
    hands.push("back")


def ask_the_second(hands: Hands, stations: Stations, known: Known) -> None:
    """Two colleagues are let in; one is asked to rate without seeing the first."""
    for name, number in ((RATER, RATER_NUMBER), (REVIEWER, REVIEWER_NUMBER)):
        governing.let_in(hands, stations, known, "reviewer", (name, number))
        find(hands, NAME)
        governing.give_access(hands, stations, name)
    hands.push("way-alongside")
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    governing.choose(hands, RATER)
    hands.push("ask-second")
    stations.look("15-second-asked")


def rate_blind(hands: Hands, stations: Stations) -> None:
    """Nothing of the first is on the screen before the second is locked."""
    hands.open_row("row-asked-0")
    stations.look("16-asked-to-rate", goes_round=False)
    hands.push("begin-second")
    straight_down(hands, OTHER_CODES)
    assert not [text for text in texts(hands.program.shell) if "Sten" in text]
    hands.push("enter")
    find(hands, NAME)
    hands.push("way-alongside")
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.push("act-lock")
    hands.push("yes")
    stations.look("17-compared")


def agree(hands: Hands, stations: Stations) -> None:
    """Both are read side by side; what they agree on is a third."""
    find(hands, NAME)
    hands.push("way-alongside")
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.push("act-consensus")
    assert [text for text in texts(hands.program.shell) if RATER in text]
    for _place in range(2 * FACTORS):
        hands.type(AGREED)
        hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.enter()
    stations.look("18-agreed", goes_round=False)


def judge(hands: Hands, stations: Stations) -> None:
    """It rests on all three, each told by whose it is."""
    hands.push("judge")
    said = " ".join(texts(hands.program.shell))
    assert "andra bedömare" in said
    assert "gemensam bedömning" in said
    hands.tick_all("assessment:")
    hands.write("risk_for_what", "Tvångsäktenskap utomlands.")
    hands.write("against_whom", "Henne och barnen")
    hands.write("why", WHY)
    for level in LEVELS:
        hands.choose(f"level:{level}", "Hög")
        hands.write(f"because:{level}", WHY)
    for part in PARTS:
        hands.write(f"said:{part}", "Se ovan.")
    hands.write("what_we_do", "Passet spärras, skolan vet.")
    hands.write("limitations", "Ingen av dem har hörts.")
    hands.write("reassess_on", telling.day(14))
    hands.enter()
    stations.look("19-judged", goes_round=False)
    hands.push("back")


def answer_it(hands: Hands, stations: Stations) -> None:
    """The scenario rests on a factor; a measure answers it."""
    hands.push("way-scenarios")
    hands.push("add-scenario")
    hands.write("what", SCENARIO)
    hands.write("who", COLLECTIVE)
    hands.pick_at("factors-list", 1)
    hands.enter()
    hands.push_first("add-measure-")
    hands.write("what", MEASURE)
    hands.write("who", "Kontaktpersonen")
    hands.write("due", telling.day(2))
    hands.enter()
    stations.look("20-answered", goes_round=False)
    hands.push("back")


def ask_for_review(hands: Hands, stations: Stations) -> None:
    """Who rated it is not asked; the third user is."""
    hands.push("way-review")
    governing.choose(hands, REVIEWER)
    hands.tab_to("review-words")
    hands.type("Räcker underlaget?")
    hands.push("ask-review")
    stations.look("21-review-asked", goes_round=False)


def review(hands: Hands, stations: Stations) -> None:
    """Read, answered, approved."""
    hands.push_first("row-asked-")
    stations.look("22-reviewed", goes_round=False)
    hands.tab_to("review-words")
    hands.type("Ja. Lovets första dag är viktigast.")
    hands.push("approve")
    stations.look("23-approved", goes_round=False)


def sign(hands: Hands, stations: Stations) -> None:
    find(hands, NAME)
    hands.open_row("row-left-0")
    hands.tab_to("field-signed_by")
    hands.enter()
    stations.look("24-signed", goes_round=False)
    hands.push("back")


def seal(hands: Hands, stations: Stations, workplace: Workplace, folder: Path) -> None:
    """What leaves is looked at with the receiver's eyes; then the passphrase again."""
    hands.push("way-seal")
    hands.press(Qt.Key.Key_Space)
    hands.push("step-on")
    hands.choose("ground", "Samtycke till att sekretessen bryts")
    hands.choose("consent", "Skriftligt")
    hands.write("text", telling.CONSENT)
    hands.write("consent_date", telling.day(0))
    hands.choose("purpose", "Riskbedömning")
    hands.push("step-on")
    stations.look("25-receiver-sees", goes_round=False)
    seen = " ".join(texts(hands.program.shell)).partition("Så här ser mottagaren det")[2]
    assert MEASURE in seen
    assert not [text for text in MUST_NOT_PASS if text in seen]
    assert not AN_ID.search(seen)
    hands.tick("tick-looked-through")
    hands.tick("tick-no-place")
    hands.push("step-on")
    hands.type(workplace.passphrase)
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    choose_folder(hands, folder)
    stations.look("26-sealed", goes_round=False)
    hands.push("step-on")


def a_factor_changes(hands: Hands, stations: Stations) -> None:
    """What was signed is changed with a reason; what rests on it says so until it is kept."""
    find(hands, NAME)
    hands.tab_to_last("row-document-")
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.push("questions")
    hands.tab_to("worksheet")
    hands.press(Qt.Key.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Right)
    hands.type(CHANGED)
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.push("enter")
    hands.type("Mostern har sagt något annat.")
    hands.push("yes")
    find(hands, NAME)
    stations.look("27-outdated", goes_round=False)
    for said in ("Det som den samlade", "Det som ett scenario"):
        found = left(hands)
        hands.open_row(f"row-left-{next(n for n, row in enumerate(found) if row.startswith(said))}")
        hands.push_first("keep-")
        hands.type(KEPT)
        hands.push("yes")
        stations.look(f"28-kept-{len(found)}", goes_round=False)
        hands.push("back")
        assert not [row for row in left(hands) if row.startswith(said)]


def straight_down(hands: Hands, codes: str) -> None:
    hands.tab_to("worksheet")
    hands.press(Qt.Key.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Right)
    for _column in range(2):
        for factor in range(FACTORS):
            hands.type(codes[factor % len(codes)])
            hands.press(Qt.Key.Key_Return)
    hands.settle()


def _person(hands: Hands, name: str, part: str) -> None:
    hands.push("add-person")
    hands.write("name", name)
    hands.choose("part", part)
    if part == "Våldsutövare":
        hands.write("where", WHERE_THEY_ARE)
    hands.enter()
