# SPDX-License-Identifier: EUPL-1.2
"""Our own dialogs, through one seam. No dialog waits in a loop, so none can hold up the lock."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from workbench.ui.kit.asking import Question
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column
from workbench.ui.kit.fields import SecretField, TextArea
from workbench.ui.kit.file_chooser import FileChooser
from workbench.ui.kit.labels import Label
from workbench.ui.kit.problem import Problem
from workbench.ui.kit.theme import UNIT
from workbench.words import _

Answer = bool | str | Path | None
NO_ANSWER = object()
_WIDTH = 56 * UNIT


class AskDialog(QDialog):
    """Title, text, perhaps a field, and two buttons that say what they do.

    Signals:
        answered: the person said yes; read the field then.
    """

    answered = Signal()

    def __init__(
        self, window: QWidget | None, question: Question, field: QWidget | None = None
    ) -> None:
        super().__init__(window)
        self.setWindowTitle(_("Värn"))
        self.setAccessibleName(question.title)
        self.setAccessibleDescription(question.text)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = field
        self.yes = Button(question.yes, "danger" if question.is_grave else "primary", name="yes")
        self.no = Button(question.no, "secondary", name="no")
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self.reject)
        self._lay_out(question)

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as its text needs at its width, not as a wrapped label guesses."""
        super().showEvent(event)
        box = self.layout()
        if box is not None and not isinstance(self.field, FileChooser):
            self.resize(self.width(), box.totalHeightForWidth(self.width()))

    def _say_yes(self) -> None:
        self.answered.emit()
        self.accept()

    def _lay_out(self, question: Question) -> None:
        heading, text = Label(question.title, "heading"), Label(question.text)
        box = column(heading, text, gap=UNIT)
        box.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT + 4)
        if self.field is not None:
            box.addWidget(self.field)
        box.addSpacing(UNIT)
        box.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        box.addLayout(buttons)
        self.setLayout(box)
        text.setVisible(bool(question.text))
        self.setMinimumWidth(_WIDTH)
        first = self.field or (self.no if question.is_grave else self.yes)
        first.setFocus()


class Dialogs(QObject):
    """`asking.Asks` for a window, plus `answer_next` for tests and `close_all` for the lock."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open: list[QDialog] = []
        self._answers: list[Answer] = []

    def answer_next(self, *answers: Answer) -> None:
        """The next questions are not shown: True, a text or a path answers; None declines."""
        self._answers.extend(answers)

    def close_all(self) -> None:
        """At lock: gone at once, with what was typed into them, and no callback follows."""
        while self._open:
            dialog = self._open.pop()
            dialog.blockSignals(True)  # noqa: FBT003  Qt's own signature
            dialog.hide()
            dialog.deleteLater()

    def put_away(self) -> None:
        """Out of sight with the window, still unanswered."""
        for dialog in self._open:
            dialog.hide()

    def bring_back(self) -> None:
        for dialog in self._open:
            dialog.show()

    def confirm(self, question: Question, *, yes: Callable[[], None]) -> None:
        given = self._given()
        if given is True:
            yes()
        if given is NO_ANSWER:
            dialog = AskDialog(self._window, question)
            dialog.answered.connect(yes)
            self._show(dialog)

    def ask_text(
        self, question: Question, *, got: Callable[[str], None], must_say: bool = True
    ) -> None:
        given = self._given()
        if isinstance(given, str):
            got(given)
        if given is not NO_ANSWER:
            return
        field = TextArea(lines=4, name="answer")
        field.setAccessibleName(question.title)
        dialog = AskDialog(self._window, question, field)
        if must_say:
            dialog.yes.setDisabled(True)
            field.textChanged.connect(lambda: dialog.yes.setEnabled(bool(field.text().strip())))
        dialog.answered.connect(lambda: got(field.text()))
        self._show(dialog)

    def ask_secret(self, question: Question, *, got: Callable[[str], None]) -> None:
        given = self._given()
        if isinstance(given, str):
            got(given)
        if given is not NO_ANSWER:
            return
        field = SecretField(name="answer")
        field.setAccessibleName(question.title)
        dialog = AskDialog(self._window, question, field)
        field.returnPressed.connect(dialog.yes.click)
        dialog.answered.connect(lambda: got(field.text()))
        dialog.finished.connect(field.wipe)
        self._show(dialog)

    def choose_folder(self, title: str, *, got: Callable[[Path], None]) -> None:
        self._choose(title, got, endings=None)

    def choose_file(
        self, title: str, *, got: Callable[[Path], None], endings: Sequence[str] = ()
    ) -> None:
        self._choose(title, got, endings=tuple(endings))

    def tell(self, problem: Problem) -> None:
        """A failure that belongs to no page."""
        if self._given() is NO_ANSWER:
            told = Question(problem.title, problem.detail, yes=_("Close"), no="")
            dialog = AskDialog(self._window, told)
            dialog.no.hide()
            self._show(dialog)

    def _choose(
        self, title: str, got: Callable[[Path], None], *, endings: tuple[str, ...] | None
    ) -> None:
        given = self._given()
        if isinstance(given, Path):
            got(given)
        if given is not NO_ANSWER:
            return
        chooser = FileChooser(endings)
        question = Question(title, "", yes=_("Choose"), no=_("Cancel"))
        dialog = AskDialog(self._window, question, chooser)
        dialog.yes.setEnabled(chooser.chosen() is not None)
        chooser.changed.connect(lambda: dialog.yes.setEnabled(chooser.chosen() is not None))
        chooser.taken.connect(dialog.yes.click)
        dialog.answered.connect(lambda: _hand_over(chooser, got))
        dialog.resize(80 * UNIT, 60 * UNIT)
        chooser.begin()
        self._show(dialog)

    def _given(self) -> object:
        return self._answers.pop(0) if self._answers else NO_ANSWER

    def _show(self, dialog: QDialog) -> None:
        self._open.append(dialog)
        dialog.finished.connect(lambda: self._forget(dialog))
        dialog.open()

    def _forget(self, dialog: QDialog) -> None:
        if dialog in self._open:
            self._open.remove(dialog)


def _hand_over(chooser: FileChooser, got: Callable[[Path], None]) -> None:
    path = chooser.chosen()
    if path is not None:
        got(path)
