# SPDX-License-Identifier: EUPL-1.2
"""People by keyboard: who they are, how they belong together, and their accounts side by side."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from tests.support.case_pages import people_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import reached_by_tab
from workbench.domain.persons import Disagreement, Person, PersonLink, Statement
from workbench.services.records.akt import Draft
from workbench.ui.people.network import line_between

pytestmark = pytest.mark.ui


def _texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def _choose(hands: Keyboard, name: str, code: str) -> None:
    box = hands.tab_to(name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def test_people_and_their_links_are_written(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    group = akt.enter(Draft(Person("Släkten", "collective"))).records[0]
    page = people_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("add-person")
    hands.write("field-name", "Brodern")
    page.panels["person"].form.field("part").focus_first()
    page.panels["person"].typed.emit("part", "perpetrator")
    hands.enter_in_journal()
    brother = next(e.record for e in akt.all(Person) if e.value.name == "Brodern")
    hands.push("add-link")
    _choose(hands, "field-one", brother)
    _choose(hands, "field-other", group)
    hands.write("field-link", "medlem")
    hands.enter_in_journal()
    assert [each.value.link for each in akt.all(PersonLink)] == ["medlem"]
    QApplication.processEvents()
    assert _texts(page).count("Brodern – Släkten: medlem") == 3


def test_an_account_is_written_and_stands_beside_what_another_says(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    group = akt.enter(Draft(Person("Släkten", "collective"))).records[0]
    akt.enter(Draft(Statement(group, "Natten", "Alla sov.")))
    brother = akt.enter(Draft(Person("Brodern", "perpetrator"))).records[0]
    page = people_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("add-statement")
    _choose(hands, "field-person", brother)
    hands.write("field-topic", "Natten")
    hands.write("field-text", "Inget hände.")
    hands.enter_in_journal()
    QApplication.processEvents()
    told = _texts(page)
    assert "Inget hände." in told
    assert "Alla sov." in told
    assert "Nobody has marked that they differ. Read them yourself." in told
    assert akt.all(Disagreement) == ()


def test_the_network_is_drawn_in_the_same_place_read_out_and_walked_by_keyboard(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    kim = akt.enter(Draft(Person("Kim", "victim"))).records[0]
    robin = akt.enter(Draft(Person("Robin", "perpetrator"))).records[0]
    akt.enter(Draft(PersonLink(kim, robin, "f.d. sambo")), Draft(PersonLink(robin, kim, "hotar")))
    page = people_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    places = [page.findChild(QWidget, f"node-{each}").geometry() for each in (kim, robin)]
    assert places[0].right() < places[1].left()
    stops = [each.objectName() for each in reached_by_tab(page)]
    assert stops.index(f"node-{robin}") == stops.index("add-disagreement") + 2
    said = hands.tab_to(f"node-{robin}").accessibleName()
    assert said == "Robin, Uses violence, Kim – Robin: f.d. sambo, Robin – Kim: hotar"
    page.refresh()
    QApplication.processEvents()
    again = [page.findChild(QWidget, f"node-{each}").geometry() for each in (kim, robin)]
    assert again == places
    hands.push(f"change-{akt.all(PersonLink)[0].record}")
    assert page.panels["link"].isVisible()
    assert page.panels["link"].form.field("other").currentText() == "Robin"
    hands.push(f"node-{kim}")
    assert hands.here.objectName() == "field-name"


def test_a_line_goes_round_those_who_stand_between_the_two_and_never_over_them() -> None:
    """A family in one column: who belongs to the group is not strung together with the others."""
    column = [QRect(600, row * 68, 240, 44) for row in range(4)]
    for at, one in enumerate(column):
        for other in column[at + 1 :]:
            line = line_between(other, one)
            between = [each for each in column if each not in (one, other)]
            crossed = [box for box in between for p, q in pairwise(line) if _touches(box, p, q)]
            assert crossed == []
    first = [QRect(0, row * 68, 240, 44) for row in range(3)]
    assert min(point.x() for point in line_between(first[0], first[2])) >= 0


def _touches(box: QRect, one: QPoint, other: QPoint) -> bool:
    return box.intersects(QRect(one, other).normalized().adjusted(0, 0, 1, 1))
