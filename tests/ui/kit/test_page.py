# SPDX-License-Identifier: EUPL-1.2
"""Pages, labels, banners, pills: plain text always, words for every state, names for everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.walk import controls, nameless, reached_by_tab
from workbench.domain.errors import Cancelled, WorkbenchError
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, FormRow, Rule
from workbench.ui.kit.fields import DateField, LineField, TextArea
from workbench.ui.kit.finder import Finder
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.pills import Pill, SaveState
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.stops import stop_in_focus
from workbench.ui.kit.wrap import WrapLayout

MARKUP = "<b>fet</b><img src='x'> &amp; <a href='http://x'>länk</a>"


class _ExpectedError(WorkbenchError):
    code = "TEST-002"


def _page() -> Page:
    page = Page(MARKUP, MARKUP, back="Cases")
    page.header.add_action(Button("Print", icon="print"))
    page.add(
        Card(MARKUP, MARKUP).add(
            FormRow("Note", TextArea(name="note"), "Own words"),
            FormRow("Title", LineField(name="title")),
            FormRow("Day", DateField(name="day")),
            Rule(),
        ),
        EmptyBlock("cases", MARKUP, MARKUP, Button("Begin", "primary", name="begin")),
    )
    page.add_below(Button("Next", "primary", name="next"))
    return page


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = _page()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def test_no_label_of_a_page_reads_markup(page: Page) -> None:
    page.banner.say(MARKUP, MARKUP, action="Begin")
    labels = page.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert sum(label.text() == MARKUP for label in labels) >= 7


def test_every_control_has_a_name_and_is_reached_by_tab(page: Page) -> None:
    page.banner.say("A duty is open", action="Begin")
    assert nameless(page) == []
    assert [w for w in controls(page) if w not in reached_by_tab(page)] == []


def test_tab_order_is_reading_order(page: Page) -> None:
    stops = [w.objectName() for w in reached_by_tab(page)]
    assert stops == ["back", "", "note", "title", "day", "begin", "next"]


def test_a_label_names_its_field_and_the_hint_describes_it(page: Page) -> None:
    note = page.findChild(TextArea, "note")
    assert note.accessibleName() == "Note"
    assert note.accessibleDescription() == "Own words"


def test_the_page_hands_out_everything_half_typed(page: Page, qtbot: QtBot) -> None:
    told: list[str] = []
    for field in (page.findChild(TextArea, "note"), page.findChild(LineField, "title")):
        field.typed.connect(told.append)
        qtbot.keyClicks(field, "halv")
    page.flush()
    assert told == ["halv", "halv"]


def test_an_expected_error_is_amber_and_an_unexpected_one_red_and_quotable(page: Page) -> None:
    page.show_problem(_ExpectedError())
    assert page.banner.isVisible()
    assert page.banner.property("tone") == "amber"
    page.show_problem(ZeroDivisionError())
    assert page.banner.property("tone") == "red"
    assert ":" in page.banner.detail.text()


def test_a_change_of_mind_shows_nothing(page: Page) -> None:
    page.show_problem(Cancelled())
    assert not page.banner.isVisible()


def test_the_way_back_and_the_banner_action_are_told(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.header.back):
        page.findChild(QPushButton, "back").click()
    page.banner.say("A duty is open", action="Begin")
    with qtbot.waitSignal(page.banner.acted):
        page.findChild(QPushButton, "banner-action").click()
    page.findChild(QPushButton, "banner-close").click()
    assert not page.banner.isVisible()


@pytest.mark.parametrize("width", [480, 1400])
def test_nothing_is_wider_than_the_page(page: Page, width: int) -> None:
    page.banner.say("A duty is open", "long words " * 20, tone="amber", action="Begin")
    page.resize(width, 700)
    page.grab()
    assert page._scroll.horizontalScrollBar().maximum() == 0


def test_a_banner_folds_when_it_is_narrow(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("Title", "detail", action="Begin")
    banner.show()
    action = banner.findChild(QPushButton, "banner-action")
    banner.resize(900, 200)
    qtbot.waitUntil(lambda: action.x() > 300)
    banner.resize(400, 200)
    qtbot.waitUntil(lambda: action.x() < 100)


def test_a_pill_says_its_state_in_words(qtbot: QtBot) -> None:
    pill = Pill("open", "amber")
    qtbot.addWidget(pill)
    pill.say("done", "done")
    assert pill.accessibleName() == "done"
    assert [label.text() for label in pill.findChildren(Label)] == ["done"]


def test_the_save_state_says_when_and_when_not(qtbot: QtBot) -> None:
    state = SaveState()
    qtbot.addWidget(state)
    said = [state.text]
    state.saving()
    said.append(state.text)
    state.saved("14:32")
    said.append(state.text)
    state.not_saved()
    said.append(state.text)
    assert said == ["", "Saving…", "Saved 14:32", "Not saved yet – still here on screen"]
    assert state.accessibleName() == said[-1]
    state.clear()
    assert state.accessibleName() == ""


def test_an_ampersand_in_a_button_is_an_ampersand(qtbot: QtBot) -> None:
    button = Button("Lås & göm", icon="lock", key="Ctrl+K")
    qtbot.addWidget(button)
    assert button.text() == "Lås && göm"
    assert button.accessibleName() == "Lås & göm"
    button.say("A & B")
    button.setDisabled(True)
    assert not button.grab().isNull()
    assert button.accessibleName() == "A & B"


def test_a_row_that_wraps_cuts_nothing(qtbot: QtBot) -> None:
    holder = QWidget()
    line = WrapLayout(gap=8)
    buttons = [Button(f"Button number {at}") for at in range(6)]
    for button in buttons:
        line.addWidget(button)
    holder.setLayout(line)
    qtbot.addWidget(holder)
    holder.resize(300, 400)
    holder.grab()
    assert len({button.y() for button in buttons}) > 1
    assert all(button.geometry().right() <= 300 for button in buttons)
    assert line.count() == 6
    assert line.itemAt(6) is None
    assert line.takeAt(6) is None
    assert line.takeAt(0) is not None


class Sought:
    """The find field in a window, with what it asked for and opened."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.finder = QWidget(), Finder()
        box = WrapLayout()
        box.addWidget(self.finder)
        self.window.setLayout(box)
        self.asked: list[str] = []
        self.opened: list[str] = []
        self.finder.sought.connect(self.asked.append)
        self.finder.found.connect(self.opened.append)
        qtbot.addWidget(self.window)
        self.window.resize(600, 400)
        self.window.show()
        self.window.activateWindow()
        self.finder.setFocus()
        qtbot.waitUntil(self.finder.hasFocus)


@pytest.fixture
def sought(qtbot: QtBot) -> Sought:
    return Sought(qtbot)


def test_the_finder_asks_and_opens_by_keyboard(sought: Sought, qtbot: QtBot) -> None:
    qtbot.keyClicks(sought.finder, " 2026 ")
    qtbot.keyClick(sought.finder, Qt.Key.Key_Return)
    assert sought.asked == ["2026"]
    sought.finder.show_found((RowVm("c1", "2026-0142"), RowVm("c2", "2026-0139")))
    qtbot.keyClick(sought.finder, Qt.Key.Key_Down)
    qtbot.keyClick(sought.window.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(sought.window.focusWidget(), Qt.Key.Key_Space)
    assert sought.opened == ["c2"]
    assert sought.finder.text() == ""


def test_no_match_is_said_and_escape_clears(sought: Sought, qtbot: QtBot) -> None:
    qtbot.keyClicks(sought.finder, "x")
    sought.finder.show_found(())
    assert sought.finder._none.isVisible()
    qtbot.keyClick(sought.finder, Qt.Key.Key_Escape)
    assert sought.finder.text() == ""
    assert not sought.finder._panel.isVisible()


@pytest.mark.parametrize("found", [(), (RowVm("c1", "2026-0142"), RowVm("c2", "2026-0139"))])
def test_a_name_that_was_sought_does_not_stay_above_what_follows(sought: Sought, qtbot, found):
    """Neither where it was not found, nor where what was found was not wanted."""
    elsewhere = Button("Back", "quiet", name="back")
    sought.window.layout().addWidget(elsewhere)
    elsewhere.show()
    qtbot.keyClicks(sought.finder, "Vega")
    sought.finder.show_found(found)
    qtbot.keyClick(sought.finder, Qt.Key.Key_Down)
    assert sought.finder.text() == "Vega"
    elsewhere.setFocus()
    assert sought.finder.text() == ""
    assert not sought.finder._panel.isVisible()


def test_an_answer_that_comes_too_late_is_not_shown(sought: Sought) -> None:
    sought.finder.show_found((RowVm("c1", "2026-0142"),))
    assert not sought.finder._panel.isVisible()
    assert sought.window.findChildren(Rows) == []


def test_after_a_lock_the_focus_outlives_the_button_that_had_it(qtbot: QtBot):
    """What the page shows comes anew: the block with the button in focus is taken down."""
    page = Page("Journal")
    qtbot.addWidget(page)
    first = Button("Take it back…", "quiet", name="take-back")
    block = Card("Note").add(Button("Correct", "quiet", name="change"), first)
    page.add(block)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.go_back_to("take-back", 0, is_untouched=lambda: True)
    assert first.hasFocus()
    for _round in range(3):
        again = Button("Take it back…", "quiet", name="take-back")
        page.body.removeWidget(block)
        block.deleteLater()
        block = Card("Note").add(Button("Correct", "quiet", name="change"), again)
        page.add(block)
        qtbot.waitUntil(again.hasFocus)


def test_after_a_lock_the_same_one_of_two_fields_that_are_called_alike_goes_on(qtbot: QtBot):
    """Two people are written about on one page; what is typed on belongs to the second."""
    page = Page("Somebody comes")
    qtbot.addWidget(page)
    adult, child = TextArea(name="field-needs"), TextArea(name="field-needs")
    page.add(adult, child)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    child.setFocus()
    left = stop_in_focus(page)
    adult.setFocus()
    page.go_back_to(left, 0, is_untouched=lambda: True)
    assert child.hasFocus()
    child.show_text("Väll")
    qtbot.keyClicks(child, "ing")
    assert (child.text(), adult.text()) == ("Välling", "")
