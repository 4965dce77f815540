# SPDX-License-Identifier: EUPL-1.2
"""Dialogs answer by callback, can be answered in advance, and cannot hold up the lock."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.walk import nameless
from workbench.ui.kit.asking import Question
from workbench.ui.kit.dialogs import AskDialog, Dialogs
from workbench.ui.kit.file_chooser import FileChooser
from workbench.ui.kit.problem import Problem

DISCARD = Question("Discard?", "<b>It</b> goes.", yes="Discard", no="Keep", is_grave=True)
REASON = Question("Why?", "", yes="Correct", no="Cancel")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _shown(window: QWidget) -> AskDialog:
    found = [d for d in window.findChildren(AskDialog) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def test_yes_calls_back_and_escape_does_not(window: QWidget, qtbot: QtBot) -> None:
    dialogs = Dialogs(window)
    told: list[str] = []
    dialogs.confirm(DISCARD, yes=lambda: told.append("first"))
    qtbot.keyClick(_shown(window), Qt.Key.Key_Escape)
    assert told == []
    qtbot.waitUntil(lambda: not window.findChildren(AskDialog))
    dialogs.confirm(DISCARD, yes=lambda: told.append("second"))
    _shown(window).yes.click()
    assert told == ["second"]


def test_asking_returns_at_once(window: QWidget) -> None:
    Dialogs(window).confirm(DISCARD, yes=lambda: None)
    assert _shown(window).isVisible()


def test_a_grave_question_has_its_focus_on_no(window: QWidget, qtbot: QtBot) -> None:
    Dialogs(window).confirm(DISCARD, yes=lambda: None)
    dialog = _shown(window)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.no.hasFocus)


def test_a_mandatory_reason_cannot_be_blank(window: QWidget, qtbot: QtBot) -> None:
    told: list[str] = []
    Dialogs(window).ask_text(REASON, got=told.append)
    dialog = _shown(window)
    field = dialog.findChild(QPlainTextEdit, "answer")
    assert not dialog.yes.isEnabled()
    qtbot.keyClicks(field, "   ")
    assert not dialog.yes.isEnabled()
    qtbot.keyClicks(field, "fel datum")
    dialog.yes.click()
    assert told == ["   fel datum"]


def test_lock_closes_every_dialog_and_no_callback_follows(window: QWidget, qtbot: QtBot) -> None:
    dialogs = Dialogs(window)
    told: list[object] = []
    dialogs.ask_secret(REASON, got=told.append)
    dialogs.choose_folder("Where?", got=told.append)
    opened = window.findChildren(AskDialog)
    assert len(opened) == 2
    dialogs.close_all()
    assert not any(dialog.isVisible() for dialog in opened)
    qtbot.waitUntil(lambda: not window.findChildren(AskDialog))
    assert told == []


def test_questions_can_be_answered_in_advance(window: QWidget, tmp_path: Path) -> None:
    dialogs = Dialogs(window)
    told: list[object] = []
    answers = (True, "because", "secret", tmp_path, tmp_path / "x.age", None, None)
    dialogs.answer_next(*answers)
    dialogs.confirm(DISCARD, yes=lambda: told.append(True))
    dialogs.ask_text(REASON, got=told.append)
    dialogs.ask_secret(REASON, got=told.append)
    dialogs.choose_folder("Where?", got=told.append)
    dialogs.choose_file("Which?", got=told.append, endings=(".age",))
    dialogs.confirm(DISCARD, yes=lambda: told.append("declined"))
    dialogs.choose_file("Which?", got=told.append)
    assert told == [True, "because", "secret", tmp_path, tmp_path / "x.age"]
    assert window.findChildren(QDialog) == []


def test_put_away_and_brought_back_it_still_waits_for_an_answer(window: QWidget) -> None:
    dialogs = Dialogs(window)
    told: list[bool] = []
    dialogs.confirm(DISCARD, yes=lambda: told.append(True))
    dialog = _shown(window)
    dialogs.put_away()
    assert not dialog.isVisible()
    dialogs.bring_back()
    dialog.yes.click()
    assert told == [True]


def test_a_failure_that_belongs_to_no_page_is_told(window: QWidget) -> None:
    Dialogs(window).tell(Problem("J0PA:7RTK:7RTK", "Something went wrong", "Quote the code"))
    dialog = _shown(window)
    assert dialog.accessibleName() == "Something went wrong"
    dialog.yes.click()
    assert not dialog.isVisible()


def test_no_dialog_names_anything_in_its_title_and_every_control_has_a_name(
    window: QWidget,
) -> None:
    dialogs = Dialogs(window)
    dialogs.ask_text(REASON, got=lambda _text: None)
    dialogs.choose_file("Which?", got=lambda _path: None)
    for dialog in window.findChildren(AskDialog):
        assert dialog.windowTitle() == "Värn"
        assert nameless(dialog) == []


def _folder(tmp_path: Path) -> Path:
    (tmp_path / "inside").mkdir()
    for name in ("b.age", "a.AGE", "notes.txt", ".hidden.age"):
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


def _names(chooser: FileChooser) -> list[str]:
    rows = range(chooser._list.count())
    return [chooser._list.item(row).text() for row in rows]


def test_the_chooser_lists_folders_then_files_that_end_so(qtbot: QtBot, tmp_path: Path) -> None:
    chooser = FileChooser((".age",))
    qtbot.addWidget(chooser)
    chooser.walk_to(_folder(tmp_path))
    assert _names(chooser) == ["inside", "a.AGE", "b.age"]
    assert chooser.chosen() is None
    chooser._list.setCurrentRow(2)
    assert chooser.chosen() == tmp_path / "b.age"


def test_enter_walks_into_folders_and_takes_files(qtbot: QtBot, tmp_path: Path) -> None:
    chooser = FileChooser(())
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.walk_to(_folder(tmp_path))
    with qtbot.waitSignal(chooser.changed):
        chooser._list.itemActivated.emit(chooser._list.item(0))
    assert chooser._folder == tmp_path / "inside"
    chooser.walk_to(tmp_path)
    chooser._list.setCurrentRow(1)
    with qtbot.waitSignal(chooser.taken):
        chooser._list.itemActivated.emit(chooser._list.item(1))


def test_a_folder_is_chosen_by_standing_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    chooser = FileChooser(None)
    qtbot.addWidget(chooser)
    chooser.walk_to(_folder(tmp_path))
    assert _names(chooser) == ["inside"]
    assert chooser.chosen() == tmp_path


def test_the_path_of_a_file_that_is_typed_chooses_it(qtbot: QtBot, tmp_path: Path) -> None:
    chooser = FileChooser((".age",))
    qtbot.addWidget(chooser)
    chooser.show()
    _folder(tmp_path)
    chooser._path.show_text(f" {tmp_path / 'b.age'}")
    qtbot.keyClick(chooser._path, Qt.Key.Key_Return)
    assert chooser.chosen() == tmp_path / "b.age"
    assert chooser._path.text() == str(tmp_path)
    assert chooser._note.text() == ""
    (tmp_path / "c.txt").write_text("x")
    chooser._path.show_text(str(tmp_path / "c.txt"))
    qtbot.keyClick(chooser._path, Qt.Key.Key_Return)
    assert chooser._note.text() == "That folder cannot be read"


def test_where_a_folder_is_wanted_the_path_of_a_file_is_none(qtbot: QtBot, tmp_path: Path) -> None:
    chooser = FileChooser(None)
    qtbot.addWidget(chooser)
    chooser.walk_to(_folder(tmp_path))
    chooser._path.show_text(str(tmp_path / "b.age"))
    qtbot.keyClick(chooser._path, Qt.Key.Key_Return)
    assert chooser.chosen() == tmp_path
    assert chooser._note.text() == "That folder cannot be read"


def test_a_folder_that_cannot_be_read_is_said_and_nothing_moves(
    qtbot: QtBot, tmp_path: Path
) -> None:
    chooser = FileChooser(())
    qtbot.addWidget(chooser)
    chooser.walk_to(_folder(tmp_path))
    chooser.walk_to(tmp_path / "not there")
    assert chooser._folder == tmp_path
    assert chooser._note.text() == "That folder cannot be read"


def test_a_chosen_file_is_handed_over(window: QWidget, tmp_path: Path) -> None:
    told: list[Path] = []
    Dialogs(window).choose_file("Which?", got=told.append, endings=(".age",))
    dialog = _shown(window)
    chooser = dialog.findChild(FileChooser)
    chooser.walk_to(_folder(tmp_path))
    assert not dialog.findChild(QPushButton, "yes").isEnabled()
    chooser._list.setCurrentRow(1)
    QApplication.processEvents()
    dialog.yes.click()
    assert told == [tmp_path / "a.AGE"]
