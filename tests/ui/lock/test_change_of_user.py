# SPDX-License-Identifier: EUPL-1.2
"""Quick change of user on one laptop: the other sees their own Idag, and nothing of the first."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.real_program import RealProgram, running
from tests.unit.services.offices import NOBODY, Office
from tests.vault.making import CHEAP
from workbench.services.house import access
from workbench.ui.kit.fields import TextArea
from workbench.ui.places import Place

OTHERS = "kanot mossa tisdag pärla norrsken"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    made = Office(tmp_path_factory.mktemp("office") / "at")
    case = made.begin()
    roles = ("practitioner",)
    access.add_colleague(
        made.desk, access.NewColleague("Vera Vakt", "kurator", 2, OTHERS, roles, CHEAP)
    )
    made.session.close()
    return made, case


@pytest.fixture
def program(qapp: QApplication, office) -> Iterator[RealProgram]:
    with running(qapp, *office) as made:
        made.unlock()
        yield made


def test_another_user_comes_to_their_own_idag_and_sees_nothing_of_the_first(
    program: RealProgram,
) -> None:
    page = program.open(Place("journal", program.case))
    page.findChild(TextArea).setPlainText("Han står utanför just n")
    program.lock(program.press_f12)
    program.unlock(OTHERS, place=2)
    assert program.shell.frame().key == "today"
    said = " ".join(label.text() for label in program.shell.findChildren(QLabel))
    assert NOBODY not in said
    assert program.on_vault(program.program._session.desk.vault.cases) == ()
    assert "står utanför" not in said
    program.lock(program.press_f12)


def test_and_the_first_comes_back_to_the_same_place_and_to_what_was_half_typed(
    program: RealProgram,
) -> None:
    program.open(Place("journal", program.case)).findChild(TextArea).setPlainText("Bara halv")
    place = program.shell.frame().key
    program.lock(program.press_f12)
    program.unlock(OTHERS, place=2)
    program.lock(program.press_f12)
    program.unlock()
    assert program.shell.frame().key == place
    assert program.shell.page().findChild(TextArea).text() == "Bara halv"


def test_the_way_to_make_room_is_there_as_soon_as_there_is_somebody(program: RealProgram) -> None:
    page = program.open(Place("users"))
    change = program.shell.frame().top.change_button
    assert change.isVisible()
    page.counted.emit(1)
    assert not change.isVisible()
    page.refresh()
    program.settle()
    assert change.isVisible()
