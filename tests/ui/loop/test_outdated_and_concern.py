# SPDX-License-Identifier: EUPL-1.2
"""What is outdated is kept or changed, and positions on reports of concern, by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from tests.support.case_pages import concern_page, outdated_page, today_page
from tests.support.desk import Bench
from tests.support.keyboard import Keyboard
from tests.support.outdated_case import outdated_case
from tests.ui.walk import nameless
from workbench.domain.concerns import ConcernReport
from workbench.domain.plans import ChildPlanNote
from workbench.domain.standing import StillHolds
from workbench.services.loop import concerns, outdated
from workbench.services.records.akt import Draft
from workbench.ui.kit.buttons import Button
from workbench.ui.places import Place


def _outdated(qtbot, *answers: str | None):
    bench = Bench()
    case = outdated_case(bench)
    page = outdated_page(bench, case, *answers)
    qtbot.addWidget(page)
    return bench, case, page


def test_what_is_outdated_is_kept_for_a_reason_and_leaves_the_page(qtbot) -> None:
    bench, case, page = _outdated(qtbot, "Han kan ändå inget om skolan")
    akt = bench.akt(case)
    first, *others = outdated.outdated(akt)
    hands = Keyboard(page)
    hands.push(f"keep-{first.kind}-{first.record}")
    assert [(e.kind, e.record) for e in outdated.outdated(akt)] == [
        (each.kind, each.record) for each in others
    ]
    assert akt.all(StillHolds)[-1].value.because == "Han kan ändå inget om skolan"
    assert page.findChild(Button, f"keep-{first.kind}-{first.record}") not in _visible(page)
    assert hands.here.objectName() == f"keep-{others[0].kind}-{others[0].record}"


def test_without_a_reason_nothing_is_entered(qtbot) -> None:
    bench, case, page = _outdated(qtbot, None)
    before = len(bench.akt(case).file.entries())
    first = outdated.outdated(bench.akt(case))[0]
    Keyboard(page).push(f"keep-{first.kind}-{first.record}")
    assert len(bench.akt(case).file.entries()) == before


def test_each_is_changed_on_its_own_page(qtbot) -> None:
    bench, case, page = _outdated(qtbot)
    pages = set()
    for each in outdated.outdated(bench.akt(case)):
        Keyboard(page).push(f"change-{each.kind}-{each.record}")
        pages.add((each.kind, bench.went[-1]))
    assert pages == {
        ("scenario", Place("scenarios", case)),
        ("measure", Place("scenarios", case)),
    }


def test_every_button_says_which_record_it_is_about(qtbot) -> None:
    _bench, _case, page = _outdated(qtbot)
    page.show()
    assert nameless(page) == []
    names = [QAccessible.queryAccessibleInterface(b).text(QAccessible.Text.Name)
             for b in _visible(page)]  # fmt: skip
    assert len(set(names)) == len(names)
    assert any("Han väntar vid förskolan" in name for name in names)


def test_a_position_is_written_by_keyboard_and_the_child_is_no_longer_left(qtbot) -> None:
    bench = Bench()
    case = bench.begin()
    akt = bench.akt(case)
    akt.enter(Draft(ChildPlanNote("Lo", has_plan=True)))
    page = concern_page(bench, case)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    assert "Lo" in _texts(page)
    hands.write("field-child", "Lo")
    hands.push("choice-made")
    hands.enter_in_journal()
    assert akt.all(ConcernReport) == ()
    hands.write("field-made_by", "Alex")
    hands.write("field-made_on", "20261122")
    hands.enter_in_journal()
    (position,) = akt.all(ConcernReport)
    assert position.value == ConcernReport("Lo", "made", "Alex", "2026-11-22")
    assert concerns.without_position(akt) == ()
    assert nameless(page) == []


def test_idag_lists_the_kinds_of_duties_with_the_way_and_nothing_of_the_akt(qtbot) -> None:
    bench = Bench()
    case = outdated_case(bench)
    page = today_page(bench)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    shown = _texts(page)
    for secret in ("Kim", "Lo", "förskolan", "Spårsändaren"):
        assert secret not in shown
    rows = [key for key, place in page._places.items() if key.startswith("left-")]
    places = [page._places[key].page for key in rows]
    assert {"outdated", "concern-report", "scenarios"} <= set(places)
    hands.tab_to(f"row-left-{places.index('concern-report')}")
    hands.press(Qt.Key.Key_Return)
    assert bench.went == [Place("concern-report", case)]


def _visible(page) -> list[Button]:
    return [button for button in page.findChildren(Button) if button.isVisibleTo(page)]


def _texts(page) -> str:
    return "\n".join(x.text() for x in page.findChildren(QLabel) if x.isVisibleTo(page))
