# SPDX-License-Identifier: EUPL-1.2
"""What an organisation does with an instrument, by keys alone in the real window of a real vault."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from tests.journey.governing import choose_folder, write_into
from tests.journey.hands import Hands
from tests.journey.seats import Seat, open_akt, open_row, says, seated
from tests.unit.services.colleagues import PHRASE, Two
from tests.unit.services.offices import FREDA, Office
from tests.vault.making import PASSPHRASE
from workbench.domain.assessments import Answer, RuleConfirmation
from workbench.domain.external_results import ExternalResult
from workbench.domain.paper_twins import KeyedIn
from workbench.services.akter import cases
from workbench.services.assess import form_marks, own_rules, wording

STEN: Seat = (1, PASSPHRASE)
QUESTIONS = 20
FEW = 120
"""Keys for a form of twenty questions: at one every five seconds that is ten minutes."""
DA5 = "danger-assessment-5@strangulation-2017"
HARK, HITS = "hark@2007", "hits@4-item"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    two = Two(Office(Path(tmp_path_factory.mktemp("walk")) / "office"))
    yield two
    two.office.session.close()


@pytest.fixture
def akt(house: Two) -> str:
    """The number of an akt of its own."""
    house.anew()
    return cases.number_of(house.desk, house.case)


def to_instrument(hands: Hands, beginning: str) -> None:
    hands.push("rail-instruments")
    open_row(hands, f"row-{beginning}")


def by_clipboard(hands: Hands, folder: Path) -> None:
    del folder
    text = "\n".join(f"{n}. Påhittad fråga {n}" for n in range(1, QUESTIONS + 1))
    QGuiApplication.clipboard().setText(text)
    hands.tab_to("paste-form")
    hands.press(Qt.Key.Key_V, held=CONTROL)
    hands.press(Qt.Key.Key_Tab)


def by_pdf(hands: Hands, folder: Path) -> None:
    """A sheet on the desk of this computer, opened in the program's own dialog."""
    folder.mkdir()
    canvas = Canvas(str(folder / "blankett.pdf"))
    for n in range(1, QUESTIONS + 1):
        canvas.drawString(72, 800 - 30 * n, f"{n}. Påhittad fråga {n}")
    canvas.save()
    hands.push("open-form")
    hands.tab_to("path")
    hands.press(Qt.Key.Key_A, held=CONTROL)
    pressed = hands.keys
    hands.type(str(folder))
    hands.keys = pressed  # how long a path is says nothing about the page
    hands.press(Qt.Key.Key_Return)
    hands.tab_to("files")
    hands.press(Qt.Key.Key_Return)


@pytest.mark.parametrize("way", [by_clipboard, by_pdf])
def test_the_words_of_a_form_of_twenty_take_few_keys(
    qapp: QApplication, house: Two, tmp_path: Path, way
) -> None:
    with seated(qapp, house.office, STEN) as hands:
        to_instrument(hands, FREDA)
        hands.push("assist")
        begun = hands.keys
        way(hands, tmp_path / "desk")
        hands.wait(lambda: hands.here.objectName() == "pieces")
        hands.press(*[Qt.Key.Key_Return] * QUESTIONS)
        hands.settle()
        assert says(hands, "20 av 20")
        write_into(hands, "holder", "Socialstyrelsen")
        write_into(hands, "edition", "2014")
        hands.push("enter-wording")
        assert hands.keys - begun <= FEW
    house.be("sten")
    definition = house.office.definition(FREDA)
    pack = wording.newest_pack(house.desk, definition, "sv")
    shown = wording.worded(house.desk, definition, pack.value.sha256)
    assert [item.labels["sv"] for item in shown.items] == [
        f"Påhittad fråga {n}" for n in range(1, QUESTIONS + 1)
    ]


def test_a_rule_is_confirmed_row_by_row_and_revoked_with_a_reason(
    qapp: QApplication, house: Two
) -> None:
    with seated(qapp, house.office, STEN) as hands:
        to_instrument(hands, DA5)
        open_row(hands, f"row-{DA5}/score")
        parts = hands.tab_to("parts")
        for _row in range(parts.model().rowCount()):
            hands.press(Qt.Key.Key_Space, Qt.Key.Key_Down)
        hands.rewrite("owner", "Maj Metodsdotter")
        hands.rewrite("function", "Metodansvarig")
        hands.write("form_edition", "2017")
        hands.enter()
        assert says(hands, "Regeln bekräftades av Maj Metodsdotter")
        assert hands.here.objectName() == "back", "the focus stays on the page"
        hands.push("revoke-rule")
        hands.type("Fel utgåva jämförd")
        hands.push("yes")
        assert not says(hands, "Regeln bekräftades")
    house.be("sten")
    (said,) = house.desk.house.all(RuleConfirmation)
    assert (said.value.owner, said.value.rule) == ("Maj Metodsdotter", "score")
    assert said.value.revoked_on
    assert said.value.revoked_because == "Fel utgåva jämförd"


def test_the_forms_own_points_hold_once_a_colleague_has_ticked_every_row(
    qapp: QApplication, house: Two
) -> None:
    with seated(qapp, house.office, STEN) as hands:
        to_instrument(hands, HARK)
        hands.push("own-rule")
        for item in "hark":
            for answer, points in (("yes", "2"), ("no", "0")):
                write_into(hands, f"points:{item}:{answer}", points)
        hands.rewrite("owner", "Maj Metodsdotter")
        hands.rewrite("function", "Metodansvarig")
        hands.write("form_edition", "Påhittad utgåva")
        hands.push("enter-own-rule")
        parts = hands.tab_to("parts")
        for _row in range(parts.model().rowCount()):
            hands.press(Qt.Key.Key_Space, Qt.Key.Key_Down)
        write_into(hands, "check-place", "02")
        write_into(hands, "check-passphrase", PHRASE)
        hands.push("check-here")
        hands.wait(lambda: says(hands, "Berit"))
    house.be("sten")
    held = own_rules.rule_in_force(house.desk, house.office.definition("hark"))
    assert (held.keeping.owner, held.keeping.second) == ("Maj Metodsdotter", "Berit Påhittad")


def test_a_question_put_off_is_a_task_on_idag_and_leads_back_to_it(
    qapp: QApplication, house: Two, akt: str
) -> None:
    with seated(qapp, house.office, STEN) as hands:
        open_akt(hands, akt)
        hands.push("way-choose-instrument")
        open_row(hands, f"row-{HITS}")
        hands.push(f"ask-{HITS}")
        hands.enter()
        hands.press(Qt.Key.Key_3, Qt.Key.Key_Return)
        hands.press(Qt.Key.Key_F9)
        hands.write("note", "Barnet kom in i rummet")
        hands.enter()
        hands.push("rail-today")
        assert not says(hands, "Barnet")
        open_row(hands, "row-asked")
        assert says(hands, "2. Förolämpat")
    opened = house.be("sten")
    given = {each.value.item: each.value for each in opened.all(Answer)}
    assert (given["hurt"].choice, given["insult"].state) == ("3", "postponed")
    assert given["insult"].note == "Barnet kom in i rummet"


def test_what_the_police_found_is_kept_in_their_words(
    qapp: QApplication, house: Two, akt: str
) -> None:
    with seated(qapp, house.office, STEN) as hands:
        open_akt(hands, akt)
        hands.push("way-external-results")
        for name, text in SAID.items():
            hands.write(name, text)
        hands.enter()
        assert says(hands, SAID["stated"])
    (kept,) = house.be("sten").all(ExternalResult)
    assert {name: getattr(kept.value, name) for name in SAID} == SAID


SAID = {
    "instrument": "SARA:SV",
    "version": "okänd",
    "author": "Polisen, Påhittsta",
    "on": "2026-10-03",
    "stated": "Hög risk",
    "came_by": "Rekommenderat brev",
}


def test_an_empty_form_is_saved_and_what_was_written_on_it_is_keyed_in(
    qapp: QApplication, house: Two, akt: str, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    mark = form_marks.mark_of(house.office.definition("hark"))
    with seated(qapp, house.office, STEN) as hands:
        open_akt(hands, akt)
        hands.push("way-choose-instrument")
        open_row(hands, f"row-{HARK}")
        hands.push(f"blank-{HARK}")
        hands.push("save")
        choose_folder(hands, stick)
        hands.push("back")
        open_row(hands, f"row-{HARK}")
        hands.push(f"from-paper-{HARK}")
        hands.enter()
        for name, text in PAPER.items():
            hands.write(name, text or mark)
        hands.push("begin")
        hands.tab_to("worksheet")
        for key in "JNNJ":
            hands.type(key)
            hands.press(Qt.Key.Key_Return)
        hands.settle()
        hands.enter()
    (paper,) = stick.iterdir()
    assert akt not in paper.name
    opened = house.be("sten")
    given = {each.value.item: each.value.choice for each in opened.all(Answer)}
    assert given == {"h": "yes", "a": "no", "r": "no", "k": "yes"}
    assert {each.value.hand for each in opened.all(KeyedIn)} == {PAPER["hand"]}


PAPER = {
    "mark": "",
    "written_on": "2026-11-20",
    "written_at": "21:40",
    "hand": "Sten Skyddsson, natt",
}


def kept_of(house: Two) -> tuple[object, ...]:
    """Everything that the vault keeps outside case files, but that it was opened and shut."""
    log, me = house.desk.vault.house(), house.desk.vault.signer.user
    visits = ("unlocked/1", "opened/1")
    kinds = Counter(e.header.kind for e in log.entries() if e.header.kind not in visits)
    return house.desk.vault.cases(), kinds, log.working_rows(me)


def test_a_training_case_is_coded_and_compared_and_nothing_of_it_is_kept(
    qapp: QApplication, house: Two
) -> None:
    before = kept_of(house)
    with seated(qapp, house.office, STEN) as hands:
        hands.push("rail-instruments")
        hands.push("practise")
        open_row(hands, "row-kalendern-forst")
        for key in "JNVJ":
            hands.type(key)
            hands.press(Qt.Key.Key_Return)
        hands.push("compare")
        assert says(hands, "inte validerat")
        assert says(hands, "Mira")
    house.be("sten")
    assert kept_of(house) == before
