# SPDX-License-Identifier: EUPL-1.2
"""The violence calendar by keyboard alone."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.support.case_pages import incidents_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from workbench.domain.incidents import Incident


def _open(qtbot):
    bench = Bench()
    case = bench.begin()
    page = incidents_page(bench, case)
    qtbot.addWidget(page)
    return bench, case, page


def test_an_incident_is_written_by_keyboard_and_a_digit_picks_the_severity_it_shows(qtbot) -> None:
    bench, case, page = _open(qtbot)
    hands = Keyboard(page)
    hands.write("field-day", "2026-08-12")
    hands.tab_to("field-kind")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.write("field-what", "Knuffad i trappan 4 steg")
    hands.tab_to("choice-1")
    hands.press(Qt.Key.Key_4)
    hands.push("choice-yes")
    hands.enter_in_journal()
    (incident,) = bench.akt(case).all(Incident)
    assert incident.value == Incident(
        "2026-08-12", "physical", 4, "Knuffad i trappan 4 steg", children_noticed="yes"
    )


def test_the_wheel_over_a_list_chooses_nothing(qtbot) -> None:
    bench, case, page = _open(qtbot)
    page.show()
    kind = page.incident.form.field("kind")
    nowhere = QPoint(0, 0)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(kind.mapToGlobal(QPoint(5, 5))),
        nowhere,
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  Qt's own signature
    )
    QApplication.sendEvent(kind, event)
    assert kind.currentIndex() == 0
    assert bench.akt(case).file.working_rows(bench.akt(case).user) == ()
