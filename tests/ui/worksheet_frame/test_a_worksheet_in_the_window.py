# SPDX-License-Identifier: EUPL-1.2
"""A whole structured judgement in the real window, on a real vault, by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journey.hands import Hands
from tests.support.real_program import RealProgram, found, running
from workbench.domain.assessments import Coding, Judgement, SignOff
from workbench.domain.worksheets import Citation, ExtraFactor, FactorMark, Material, SheetPerson
from workbench.services.assess import assessing
from workbench.services.assess.assessing import Context
from workbench.ui.places import Place
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key
PATRIARK = "patriark-2013"


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[RealProgram]:
    speak("sv")
    office, case = found(tmp_path / "at")
    with running(qapp, office, case) as program:
        program.unlock()
        yield program


def begun(program: RealProgram):
    session = program.program._session

    def work():
        definition = session.desk.catalogue.find(PATRIARK)
        return assessing.begin(session.akt(program.case), definition, Context())

    return program.on_vault(work)


def entered(program: RealProgram, of):
    session = program.program._session
    return [e.value for e in program.on_vault(lambda: session.akt(program.case).all(of))]


def test_patriark_from_people_to_signature_by_keys_alone(program: RealProgram) -> None:
    made = begun(program)
    hands = Hands(program.program)
    program.open(Place("worksheet-frame", program.case, made))
    _write_frame(hands)
    (source,), (person,) = entered(program, Material), entered(program, SheetPerson)
    assert (source.number, source.what, source.standing) == ("1", "Samtal med brodern", "used")
    assert (person.part, person.name, person.roles) == ("perpetrator", "Farbror A", ("decides",))
    hands.push("back")
    _code(hands)
    assert len(entered(program, Coding)) == 31  # and the factor of this akt
    assert [each.label for each in entered(program, ExtraFactor)] == ["Vapen i huset"]
    assert [(e.item, e.provisional_because) for e in entered(program, FactorMark)] == [
        ("t1", "Psykiatrin ska läsa.")
    ]
    assert sorted(entered(program, Citation), key=lambda each: each.item) == [
        Citation(made, "t1", "now", "1", "14", "”Han höll mig.”"),
        Citation(made, "t2", "now", "1", "14"),
    ]
    hands.push("judge")
    _judge(hands)
    (judged,) = entered(program, Judgement)
    assert {(each.level, each.because) for each in judged.levels} == {("high", "Resan är bokad.")}
    assert len(entered(program, SignOff)) == 1


def _write_frame(hands: Hands) -> None:
    hands.write("question", "Var kan hon bo?")
    hands.enter()
    hands.write("what", "Samtal med brodern")
    hands.enter()
    hands.tab_to("field-part")
    hands.press(KEY.Key_Down)
    hands.write("name", "Farbror A")
    hands.tab_to("field-role:decides")
    hands.press(KEY.Key_Space)
    hands.enter()


def _code(hands: Hands) -> None:
    """Straight down; then one own factor, why one is provisional, a source and the same again."""
    hands.tab_to("worksheet")
    for _column in range(2):
        for factor in range(15):
            hands.type("JDN-"[factor % 4])
            hands.press(KEY.Key_Return)
    hands.tab_to("worksheet", back=True)
    hands.press(KEY.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
    hands.press(KEY.Key_Insert)
    hands.type("Vapen i huset")
    hands.press(KEY.Key_Return)
    hands.settle()
    hands.press(KEY.Key_Up, KEY.Key_Right)  # Enter went on to the line for the next one
    hands.type("J")
    hands.press(KEY.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
    hands.press(KEY.Key_Down, KEY.Key_Right)
    hands.press(KEY.Key_F3)
    hands.type("Psykiatrin ska läsa.")
    hands.tab_to("cite-source")
    hands.press(KEY.Key_Down)
    hands.tab_to("cite-page")
    hands.type("14")
    hands.tab_to("cite-quote")
    hands.type("”Han höll mig.”")
    hands.press(KEY.Key_Return)
    hands.settle()
    hands.press(KEY.Key_Escape)
    hands.press(KEY.Key_Down, KEY.Key_F4)
    hands.settle()
    hands.enter()


def _judge(hands: Hands) -> None:
    for name in ("risk_for_what", "against_whom", "why", "limitations"):
        hands.write(name, "Det som sagts.")
    hands.write("reassess_on", "2027-01-10")
    for level in ("allvarligt-vald", "akut-risk"):
        hands.choose(f"level:{level}", "Hög")
        hands.write(f"because:{level}", "Resan är bokad.")
    hands.write("said:kommentar-underlag", "Brodern är inte hörd.")
    hands.enter()
    hands.write("skipped", "Ensam i natt.")
    hands.enter()
