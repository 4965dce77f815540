# SPDX-License-Identifier: EUPL-1.2
"""The akt on screen."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from workbench.ui.case.about import AboutCard, DamagedCard, HiddenCard
from workbench.ui.case.contact import ContactCard
from workbench.ui.case.lane_rows import bands_of, lanes_of
from workbench.ui.case.loop import LinkVm, StepLine
from workbench.ui.case.overview import CaseVm
from workbench.ui.case.presenter import CasePresenter, CaseView
from workbench.ui.case.subject import fields
from workbench.ui.case.ways import Ways
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.loop_bar import LoopBar, StepVm
from workbench.ui.kit.page import Page
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.timeline import Timeline
from workbench.ui.places import Place
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.tab_order import tab_in_order
from workbench.words import _

_STEP_ICONS = {
    "protection": "protection",
    "assessment": "assessment",
    "scenarios": "scenario",
    "measures": "measure",
    "follow-up": "history",
    "reassessment": "clock",
}


class CasePage(Page):
    """A `CaseView`."""

    def __init__(self, make: Callable[[CaseView], CasePresenter]) -> None:
        super().__init__(_("Case file"), back=_("Case files"))
        self._places: dict[str, Place] = {}
        self._vm: CaseVm | None = None
        self._is_writing = False
        self._older = Banner(closes=False)
        self.damaged, self.hidden = DamagedCard(), HiddenCard()
        self.contact = ContactCard()
        self.ways = Ways()
        self._loop = LoopBar()
        self._left = Rows(_("Left to do"))
        self._left_card = Card(_("Left to do")).add(self._left)
        self._line = Timeline()
        self._line_card = Card(_("Time line"))
        self._documents = Rows(_("Assessments and documents"))
        self._documents_card = Card(_("Assessments and documents"))
        self.subject = WritingPanel(self, _("Whom the case file is about"), fields(), closes=True)
        self._about = AboutCard()
        self._lay_out()
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_case(self, vm: CaseVm) -> None:
        self._vm = vm
        self._akt.show()
        self.damaged.hide()
        self.hidden.setVisible(vm.is_hidden and not vm.is_only_read)
        self._places.clear()
        self._say_name()
        self.contact.show_agreed(agreed=vm.has_contact)
        self._loop.show_steps([self._step(step) for step in vm.steps])
        self._left_card.setVisible(bool(vm.left))
        self._left.show_rows(self._rows("left", vm.left, "note"))
        self._documents.setVisible(bool(vm.documents))
        self._no_documents.setVisible(not vm.documents)
        self._documents.show_rows(self._rows("document", vm.documents, "file"))
        self._line.setVisible(bool(vm.marks))
        self._no_marks.setVisible(not vm.marks)
        lanes, places = lanes_of(vm.marks)
        self._places |= places
        today = date.fromisoformat(vm.today)
        self._line.show_lanes(lanes, today=today, silences=bands_of(vm.silences))
        self._about.show_about(vm)
        self._show_only_read(is_only_read=vm.is_only_read)
        tab_in_order(self)

    def show_older(self, what: str, remedy: str) -> None:
        self._akt.hide()
        self.banner.say(what, remedy, tone="amber", action=_("Read without changing"))

    def show_damaged(self, what: str, remedy: str, number: str) -> None:
        """Nothing is known of it: no card may say that nothing was agreed or written."""
        self._akt.hide()
        self.hidden.hide()
        if number:
            self.header.say(_("Case file {number}").format(number=number), "")
        self.banner.say(what, remedy, tone="red")
        self.damaged.show()
        self.damaged.read.setFocus()

    def show_contact(self, lines: tuple[str, ...]) -> None:
        self.contact.show_lines(lines)
        self._say_name()

    def hide_contact(self) -> None:
        self.contact.hide_lines()
        self._say_name()

    def show_subject_panel(self, *, shown: bool) -> None:
        was, self._is_writing = self._is_writing, shown
        self._say_name()
        if shown:
            self.subject.come_forward()
        elif was:
            self._about.change.setFocus()

    def place(self) -> str:
        return "subject" if self._is_writing else ""

    def _lay_out(self) -> None:
        self._no_documents = Label(_("No assessment yet and nothing received."), "soft")
        self._no_marks = Label(_("Nothing with a date yet."), "soft")
        self._line_card.add(self._line, self._no_marks)
        self._documents_card.add(self._documents, self._no_documents)
        inside = column(self.contact, Card().add(self._loop), self._left_card, gap=2 * UNIT)
        for card in (self.ways, self._line_card, self._documents_card):
            inside.addWidget(card)
        inside.addWidget(self._about)
        inside.addWidget(self.subject)
        self._akt = QWidget()
        self._akt.setLayout(inside)
        self._akt.hide()
        self.add(self._older, self.damaged, self.hidden, self._akt)

    def _show_only_read(self, *, is_only_read: bool) -> None:
        """Every way to write is off; the vault refuses it as well."""
        self.ways.show_only_reading(is_only_read=is_only_read)
        self.contact.change.setVisible(not is_only_read)
        self._about.change.setVisible(not is_only_read)
        self._loop.setEnabled(not is_only_read)
        self._older.setVisible(is_only_read)
        if is_only_read:
            self.banner.hide()
            words = _("Look in the backups for the newer one, or ask the administrator.")
            self._older.say(_("An older copy: it can be read, and nothing written in it."), words)

    def _connect(self) -> None:
        self.banner.acted.connect(self._presenter.only_read)
        self.damaged.taken.connect(self._presenter.salvage)
        self.hidden.show_again.clicked.connect(self._presenter.show_again)
        self.subject.serve(self._presenter.subject)
        self.header.back.connect(self._leave)
        self.contact.asked.connect(self._presenter.ask_contact)
        self.contact.put_away.connect(self._presenter.put_contact_away)
        self.contact.changing.connect(self._presenter.agree_on_contact)
        self.ways.taken.connect(self._presenter.go_to)
        self._about.change.clicked.connect(self._presenter.change_subject)
        self._loop.chosen.connect(self._open)
        self._left.opened.connect(self._open)
        self._documents.opened.connect(self._open)
        self._line.opened.connect(self._open)

    def _leave(self) -> None:
        self.flush()
        self._presenter.leave()

    def _open(self, key: str) -> None:
        self.flush()
        self._presenter.go(self._places[key])

    def _say_name(self) -> None:
        """Never beside a code word."""
        is_hidden = self.contact.is_open()
        self._about.setVisible(not is_hidden and not self._is_writing)
        self.subject.setVisible(not is_hidden and self._is_writing)
        if self._vm is None:
            return
        title = _("Case file {number}").format(number=self._vm.number)
        name = self._vm.name or _("Name not known")
        said = _("The name is hidden while safe contact is shown.") if is_hidden else name
        self.header.say(title, said)

    def _step(self, step: StepLine) -> StepVm:
        self._places[step.key] = step.place
        label = _step_words()[step.key]
        return StepVm(step.key, label, _STEP_ICONS[step.key], step.state, step.note)

    def _rows(self, prefix: str, links: Sequence[LinkVm], icon: str) -> list[RowVm]:
        rows = []
        for at, link in enumerate(links):
            key = f"{prefix}-{at}"
            self._places[key] = link.place
            if link.is_duty:
                rows.append(RowVm(key, link.title, link.caption, "clock", "", "amber"))
            else:
                rows.append(RowVm(key, link.title, link.caption, icon))
        return rows


def _step_words() -> dict[str, str]:
    return {
        "protection": _("Protection now"),
        "assessment": _("Assessment"),
        "scenarios": _("The scenarios"),
        "measures": _("Measures and decisions"),
        "follow-up": _("Follow-up"),
        "reassessment": _("New assessment"),
    }
