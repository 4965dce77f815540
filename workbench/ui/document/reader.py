# SPDX-License-Identifier: EUPL-1.2
"""Reading one document: where one is, words to find in it, larger and smaller, and citing."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.document.pdf_pane import PdfPane
from workbench.ui.document.picture_pane import PicturePane
from workbench.ui.document.text_pane import TextPane
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.words import _

STEP = 1.25
_HIGH = 50 * UNIT
_AT_ONCE = 20
_SHORT, _LONG = 8 * UNIT, 26 * UNIT


Pane = PdfPane | PicturePane | TextPane
"""What shows one kind of document. Pages and paragraphs are counted from 1."""


class Reader(QWidget):
    """A pane with its bar. F4 cites where one is; the worksheet's F4 then takes it from here.

    Signals:
        citing: the page or paragraph, and whether it is a page.
    """

    citing = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__()
        self.pane: Pane | None = None
        self._widget: QWidget | None = None
        self._is_text = False
        self.at = LineField(name="page-at")
        self.at.setFixedWidth(_SHORT)
        self.of = Label("", "soft", wraps=False)
        self.sought = LineField(_("Find in this document"), name="find-in-document")
        self.sought.setMinimumWidth(_LONG)
        self.found = Label("", "soft", wraps=False)
        self.found.setObjectName("found")
        self.as_text = Button(_("Read as text"), "quiet", icon="file", name="as-text")
        self.cite = Button(_("Cite this place (F4)"), "secondary", icon="note", name="cite-here")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(UNIT)
        self._place = Label(_("Page"), "soft", wraps=False)
        self._box.addWidget(self._bar())
        self._seeking, self._left = 0, 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look_on)
        self._connect()

    def show_pane(self, pane: Pane) -> None:
        """This document in the place of another."""
        if self._widget is not None:
            self._box.removeWidget(self._widget)
            self._widget.deleteLater()
        self.pane, self._widget = pane, pane
        pane.setMinimumHeight(_HIGH)
        self._box.addWidget(pane, 1)
        label = _("Page") if pane.has_pages else _("Paragraph")
        self._place.setText(label)
        self.at.setAccessibleName(label)
        is_picture = isinstance(pane, PicturePane)
        self._where.setVisible(not is_picture)
        for widget in (self.sought, self._seek):
            widget.setVisible(not is_picture)
        for button in (self._back, self._on):
            button.setVisible(not is_picture)
        self.as_text.setVisible(pane.has_pages and not is_picture)
        pane.reading().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if isinstance(pane, TextPane):
            pane.moved.connect(self._tell)
        self._tell()

    def empty(self) -> None:
        """At lock: nothing of the document stays in the widgets."""
        self._soon.stop()
        self.sought.show_text("")
        if self.pane is not None:
            self.pane.empty()

    def turn(self, by: int) -> None:
        """So many pages or paragraphs on."""
        if self.pane is not None:
            self.go(self.pane.at() + by)

    def go(self, at: int) -> None:
        if self.pane is not None:
            self.pane.go(at)
            self._tell()

    def seek(self) -> None:
        """The next page or paragraph after this one with these words; from the end on to here."""
        if self.pane is None or not self.sought.text().strip():
            return
        self._seeking, self._left = self.pane.at(), self.pane.count()
        self.found.setText(_("Looking…"))
        self._soon.start(0)

    def _look_on(self) -> None:
        """A few pages at a time, so that a lock never waits for a long document."""
        pane, text = self.pane, self.sought.text().strip()
        if pane is None or not text:
            return
        for _each in range(min(_AT_ONCE, self._left)):
            self._seeking = self._seeking % pane.count() + 1
            self._left -= 1
            if pane.holds(self._seeking, text):
                self._show_found(pane, text)
                return
        if self._left > 0:
            self._soon.start(0)
        else:
            self.say(_("Not found"))

    def _show_found(self, pane: Pane, text: str) -> None:
        pane.go(self._seeking)
        pane.mark(text)
        self._tell()
        told = _("Found on page {at}") if pane.has_pages else _("Found in paragraph {at}")
        self.say(told.format(at=self._seeking))

    def say(self, told: str) -> None:
        """One line in the bar; who listens hears it at once, and nothing moves."""
        self.found.setText(told)
        self.found.setAccessibleName(told)
        spoken = QAccessibleEvent(self.found, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(spoken)

    def _tell(self) -> None:
        if self.pane is not None:
            self.at.show_text(str(self.pane.at()))
            self.of.setText(_("of {n}").format(n=self.pane.count()))

    def _bar(self) -> QWidget:
        self._back = Button(_("Previous"), "quiet", icon="back", name="page-back")
        self._on = Button(_("Next"), "quiet", icon="next", name="page-on")
        self._seek = Button(_("Find next (F3)"), "quiet", icon="search", name="find-next")
        self._smaller = Button(_("Smaller"), "quiet", icon="dash", name="smaller")
        self._larger = Button(_("Larger"), "quiet", icon="add", name="larger")
        self._where = QWidget()
        self._where.setLayout(row(self._place, self.at, self.of, ends=False))
        first: tuple[QWidget, ...] = (self._where, self._back, self._on, self._smaller)
        first = (*first, self._larger, self.as_text, self.cite)
        lines = WrapLayout(gap=UNIT), WrapLayout(gap=UNIT)
        for line, widgets in zip(
            lines, (first, (self.sought, self._seek, self.found)), strict=True
        ):
            for widget in widgets:
                line.addWidget(widget)
        self.found.setMinimumHeight(self._seek.sizeHint().height())  # in line with the button
        bar = QWidget()
        bar.setLayout(column(*(holding(line) for line in lines)))
        return bar

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.turn(-1))
        self._on.clicked.connect(lambda: self.turn(1))
        self._larger.clicked.connect(lambda: self._zoom(STEP))
        self._smaller.clicked.connect(lambda: self._zoom(1 / STEP))
        self._seek.clicked.connect(self.seek)
        self.sought.returnPressed.connect(self.seek)
        self.at.returnPressed.connect(self._go_typed)
        self.as_text.clicked.connect(self._turn_to_text)
        self.cite.clicked.connect(self._cite)
        for key, act in (
            ("Ctrl+F", self.sought.setFocus),
            ("F3", self.seek),
            ("F4", self._cite),
            ("Ctrl+PgDown", lambda: self.turn(1)),
            ("Ctrl+PgUp", lambda: self.turn(-1)),
            ("Ctrl++", lambda: self._zoom(STEP)),
            ("Ctrl+-", lambda: self._zoom(1 / STEP)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _go_typed(self) -> None:
        typed = self.at.text().strip()
        self.go(int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 8 else 0)  # noqa: PLR2004

    def _zoom(self, by: float) -> None:
        if self.pane is not None:
            self.pane.zoom(by)

    def _turn_to_text(self) -> None:
        self._is_text = not self._is_text
        self.as_text.say(_("Show the pages") if self._is_text else _("Read as text"))
        if self.pane is not None:
            self.pane.show_text(is_text=self._is_text)
            self.pane.reading().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.pane.reading().setFocus()

    def _cite(self) -> None:
        if self.pane is not None:
            self.citing.emit(self.pane.at(), self.pane.has_pages)
