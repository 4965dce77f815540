# SPDX-License-Identifier: EUPL-1.2
"""Under the worksheet: why the factor in front is marked as it is, and where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.domain.ids import RecordId
from workbench.domain.worksheets import Citation
from workbench.ui.assess.vms import CitedVm, MarginVm, OptionVm, SlotKey
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.writing.beside import Beside
from workbench.ui.writing.form import ListField
from workbench.words import _

_NARROW, _DAY = 12 * UNIT, 18 * UNIT


class MarginPane(Card):
    """Enter in the line of a citation keeps it; Escape goes back to the cell.

    Signals:
        said: item, which field of it, and the whole text.
        cited: a citation without its assessment.
        uncited: the record of one that is taken back.
        shut: the person goes back to the worksheet.
    """

    said = Signal(str, str, str)
    cited = Signal(object)
    uncited = Signal(str)
    shut = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("margin")
        self._key: SlotKey = ("", "")
        self._can_be_cited: tuple[tuple[OptionVm, ...], ...] = ((), ())
        self._lines: list[QWidget] = []
        self.where = Label(kind="strong")
        self.whys = {
            "relevance_because": LineField(name="relevance-because"),
            "provisional_because": LineField(name="provisional-because"),
        }
        rows = (_("Why it is relevant or not"), _("Why provisional"))
        fields = zip(rows, self.whys.values(), strict=True)
        self._rows = [_named(label, field) for label, field in fields]
        self.page, self.quote = LineField(name="cite-page"), LineField(name="cite-quote")
        self.day = LineField(_("YYYY-MM-DD"), name="cite-day")
        self.source, self.incident = ListField(()), ListField(())
        self.source.setObjectName("cite-source")
        self.incident.setObjectName("cite-incident")
        self.keep = Button(_("Cite"), "secondary", name="cite", takes_enter=False)
        self._close = Button(_("Back to the worksheet"), "quiet", name="shut-margin")
        self._given = QWidget()
        self._box = column(gap=2)
        self._given.setLayout(self._box)
        self._nothing = Label(
            _("No numbered source yet. Sources are written under Assignment and sources."), "soft"
        )
        self._lay()
        self._connect()

    def show_margin(self, vm: MarginVm, focus: str) -> None:
        """Another factor or another state; what is half typed stays with its own factor."""
        if vm.key != self._key:
            self.flush()
        self._key = vm.key
        self.where.setText(vm.where)
        for (name, field), line in zip(self.whys.items(), self._rows, strict=True):
            line.setVisible(name in vm.asks)
            field.setReadOnly(vm.is_locked)
            if not field.hasFocus():
                field.show_text(vm.values[name])
        self._show_sources(vm)
        self._show_cited(vm.cited, can_drop=not vm.is_locked)
        if focus == "source":
            (self.source if not vm.source else self.page).setFocus()
        elif focus:
            next(f for n, f in self.whys.items() if n in vm.asks).setFocus()

    def flush(self) -> None:
        """What is half typed is kept: a reason, and a quote whose source was chosen."""
        for field in self.whys.values():
            field.flush()
        if self.quote.text().strip() and (self.source.currentData() or self.incident.currentData()):
            self._cite()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._in_citation():
            self._cite()
        else:
            super().keyPressEvent(event)

    def _lay(self) -> None:
        self.add_layout(_line(self.where, self._close))
        self.add(Beside(self._rows, [1, 1]))
        self.add(self._given, self._nothing)
        cite = [
            _named(_("Source"), self.source),
            _named(_("Page"), self.page),
            _named(_("Quote"), self.quote),
            _named(_("When it happened"), self.day),
        ]
        self._happened = _named(_("Or an incident of the violence calendar"), self.incident)
        self.page.setFixedWidth(_NARROW)
        self.day.setFixedWidth(_DAY)
        self._citing = Beside([*cite, FormRow(" ", self.keep)], [1, 0, 2, 0, 0])
        self.add(self._citing, self._happened)

    def _connect(self) -> None:
        for name, field in self.whys.items():
            field.typed.connect(lambda text, n=name: self.said.emit(self._key[0], n, text))
        self.keep.clicked.connect(self._cite)
        self._close.clicked.connect(self.shut)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.shut)

    def _in_citation(self) -> bool:
        fields = (self.source, self.page, self.quote, self.day, self.incident)
        return any(field.hasFocus() for field in fields)

    def _show_sources(self, vm: MarginVm) -> None:
        has_any = bool(vm.sources or vm.incidents)
        self._nothing.setVisible(not vm.sources and not vm.is_locked)
        self._citing.setVisible(has_any and not vm.is_locked)
        self._happened.setVisible(bool(vm.incidents) and not vm.is_locked)
        if (vm.sources, vm.incidents) != self._can_be_cited:
            self._can_be_cited = (vm.sources, vm.incidents)
            self.source.offer(vm.sources)
            self.incident.offer(vm.incidents)
            self.source.show_text(vm.source)
            self.page.show_text(vm.page)

    def _show_cited(self, cited: Sequence[CitedVm], *, can_drop: bool) -> None:
        while self._lines:
            old = self._lines.pop()
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        for each in cited:
            line, drop = QWidget(), Button(_("Take it back"), "quiet", name=f"uncite-{each.record}")
            drop.setAccessibleName(_("{do}: {which}").format(do=drop.text(), which=each.text))
            drop.clicked.connect(lambda _on=False, record=each.record: self.uncited.emit(record))
            drop.setVisible(can_drop)
            line.setLayout(_line(Label(each.text, "soft"), drop))
            self._box.addWidget(line)
            self._lines.append(line)
        self._given.setVisible(bool(cited))

    def _cite(self) -> None:
        source, incident = (str(f.currentData() or "") for f in (self.source, self.incident))
        if not source and not incident:
            self.source.setFocus()
            return
        item, time = self._key
        told = Citation(
            assessment=RecordId(""),
            item=item,
            column=time,
            source=source,
            page=self.page.text().strip(),
            quote=self.quote.text().strip(),
            happened_on="" if incident else self.day.text().strip(),
            incident=incident,
        )
        self.incident.show_text("")
        self.quote.show_text("")
        self.day.show_text("")
        self.cited.emit(told)


def _named(label: str, field: QWidget) -> FormRow:
    field.setAccessibleName(label)
    return FormRow(label, field)


def _line(first: QWidget, *rest: QWidget) -> QHBoxLayout:
    """The first takes the room that there is."""
    line = row(first, *rest, ends=False)
    line.setStretch(0, 1)
    return line
