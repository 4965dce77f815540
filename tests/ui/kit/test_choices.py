# SPDX-License-Identifier: EUPL-1.2
"""A key is always the code it shows; it picks and never moves on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.walk import reached_by_tab
from workbench.ui.kit.cards import column
from workbench.ui.kit.choices import ChoiceButton, Choices, ChoiceVm

SPJ = (
    ChoiceVm("J", "Föreligger", "J"),
    ChoiceVm("D", "Föreligger delvis", "D"),
    ChoiceVm("N", "Föreligger ej", "N"),
    ChoiceVm("--", "Information saknas", "-"),
    ChoiceVm("postponed", "Uppskjutet", "F9", is_quiet=True),
)


class Asked:
    """Choices on a page with a text field beside them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page, self.choices, self.note = QWidget(), Choices(SPJ, "Nu"), QLineEdit()
        self.page.setLayout(column(self.choices, self.note))
        self.chosen: list[str] = []
        self.choices.chosen.connect(self.chosen.append)
        self.choices.listen_on(self.page)
        qtbot.addWidget(self.page)
        self.page.show()
        self.page.activateWindow()
        self.choices.focus_first()
        qtbot.waitUntil(self.page.isActiveWindow)


@pytest.fixture
def asked(qtbot: QtBot) -> Asked:
    return Asked(qtbot)


@pytest.mark.parametrize(
    ("key", "code"),
    [
        (Qt.Key.Key_J, "J"),
        (Qt.Key.Key_D, "D"),
        (Qt.Key.Key_N, "N"),
        (Qt.Key.Key_Minus, "--"),
        (Qt.Key.Key_F9, "postponed"),
    ],
)
def test_the_key_shown_picks_what_it_shows_and_focus_stays(
    asked: Asked, qtbot: QtBot, key: Qt.Key, code: str
) -> None:
    before = asked.page.focusWidget()
    qtbot.keyClick(asked.page.focusWidget(), key)
    assert asked.chosen == [code]
    assert asked.choices.code() == code
    assert asked.page.focusWidget() is before


def test_letters_typed_in_a_field_pick_nothing(asked: Asked, qtbot: QtBot) -> None:
    asked.note.setFocus()
    qtbot.keyClicks(asked.note, "Jag Nu - D")
    assert asked.note.text() == "Jag Nu - D"
    assert asked.chosen == []


def test_arrows_never_choose(asked: Asked, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right):
        qtbot.keyClick(asked.page.focusWidget(), key)
    assert asked.chosen == []
    assert asked.choices.code() == ""


def test_space_picks_the_focused_choice_and_twice_is_still_chosen(
    asked: Asked, qtbot: QtBot
) -> None:
    for _press in range(2):
        qtbot.keyClick(asked.page.focusWidget(), Qt.Key.Key_Space)
    assert asked.choices.code() == "J"
    assert set(asked.chosen) == {"J"}


def test_only_one_choice_is_chosen_at_a_time(asked: Asked, qtbot: QtBot) -> None:
    qtbot.keyClick(asked.page.focusWidget(), Qt.Key.Key_J)
    qtbot.keyClick(asked.page.focusWidget(), Qt.Key.Key_N)
    checked = [b for b in asked.choices.findChildren(ChoiceButton) if b.isChecked()]
    assert [button.choice.code for button in checked] == ["N"]


def test_tab_stops_once_in_a_group_at_what_is_chosen_or_else_at_the_first(
    asked: Asked, qtbot: QtBot
) -> None:
    assert [w.objectName() for w in reached_by_tab(asked.choices)] == ["choice-J"]
    qtbot.keyClick(asked.page.focusWidget(), Qt.Key.Key_N)
    qtbot.keyClick(asked.page.focusWidget(), Qt.Key.Key_Tab)
    assert asked.page.focusWidget() is asked.note
    assert [w.objectName() for w in reached_by_tab(asked.choices)] == ["choice-N"]


def test_tab_leaves_the_group_from_where_the_arrows_went_and_returns_to_what_is_chosen(
    asked: Asked, qtbot: QtBot
) -> None:
    asked.choices.show_chosen("D")
    asked.choices.focus_first()
    qtbot.keyClick(asked.page.focusWidget(), Qt.Key.Key_Left)
    assert asked.page.focusWidget().objectName() == "choice-J"
    qtbot.keyClick(asked.page.focusWidget(), Qt.Key.Key_Tab)
    assert asked.page.focusWidget() is asked.note
    qtbot.keyClick(asked.note, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert asked.page.focusWidget().objectName() == "choice-D"


def test_an_answer_from_outside_is_shown_and_not_told(asked: Asked) -> None:
    asked.choices.show_chosen("D")
    assert asked.choices.code() == "D"
    asked.choices.show_chosen("")
    assert asked.choices.code() == ""
    assert asked.chosen == []


def test_single_keys_can_be_switched_off_and_function_keys_remain(
    asked: Asked, qtbot: QtBot
) -> None:
    asked.choices.listen_on(asked.page, single_keys=False)
    qtbot.keyClick(asked.page.focusWidget(), Qt.Key.Key_J)
    assert asked.chosen == []
    qtbot.keyClick(asked.page.focusWidget(), Qt.Key.Key_F9)
    assert asked.chosen == ["postponed"]


def test_a_choice_says_its_label_its_key_and_that_it_is_one_of_several(asked: Asked) -> None:
    button = asked.choices.findChild(ChoiceButton, "choice---")
    found = QAccessible.queryAccessibleInterface(button)
    assert found.role() == QAccessible.Role.RadioButton
    assert found.text(QAccessible.Text.Name) == "Information saknas"
    assert found.text(QAccessible.Text.Description) == "-"


def test_a_long_label_makes_the_button_taller_not_wider(qtbot: QtBot) -> None:
    button = ChoiceButton(ChoiceVm("a", "ett långt svarsalternativ " * 12, "1"))
    qtbot.addWidget(button)
    assert button.heightForWidth(300) > button.heightForWidth(3000)
    assert button.minimumSizeHint().width() < 300
