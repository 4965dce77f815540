# SPDX-License-Identifier: EUPL-1.2
"""Assignment, sources and people of a worksheet: three forms, each with what was entered."""

from collections.abc import Callable

from workbench.domain.ids import RecordId
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.cards import EmptyBlock
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.worksheet_frame.presenter import FramePresenter, FrameView
from workbench.ui.worksheet_frame.specs import source_fields
from workbench.ui.worksheet_frame.telling import FrameVm
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import labelled
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.ui.writing.records import RecordVm
from workbench.words import _


class FramePage(Page):
    """A `FrameView`. Its forms are made when it is known which worksheet it is."""

    def __init__(self, make: Callable[[FrameView], FramePresenter]) -> None:
        super().__init__(_("Assignment and sources"), back=_("Back to the worksheet"))
        self.locked, self._said_first = Banner(closes=False), Label(kind="soft")
        self._said = RecordList()
        self._of_sources = Label(_("Source of information"), "strong")
        self._of_people = Label(_("Person on the worksheet"), "strong")
        self._sources = RecordList(change=_("Correct"))
        self._people = RecordList(change=_("Correct"))
        self._full = Label(
            _("This method is about one perpetrator and one exposed person."), "soft"
        )
        self.head: WritingPanel = WritingPanel(self, _("Assignment and frame"), ())
        self.source: WritingPanel = WritingPanel(self, _("Source of information"), ())
        self.person: WritingPanel = WritingPanel(self, _("Person on the worksheet"), ())
        self._presenter = make(self)
        self.header.back.connect(self._leave)
        self._sources.correcting.connect(self._correct_source)
        self._people.correcting.connect(self._correct_person)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def lay_out(self, head: tuple[FieldVm, ...], person: tuple[FieldVm, ...]) -> None:
        self.head = WritingPanel(self, _("Assignment and frame"), head)
        self.source = WritingPanel(self, _("Source of information"), source_fields())
        self.person = WritingPanel(self, _("Person on the worksheet"), person)
        self.add(self.locked, self.head, self._said, self._of_sources, self._said_first)
        self.add(self.source, self._sources, self._full, self._of_people, self.person, self._people)
        for panel, name in ((self.head, "head"), (self.source, "source"), (self.person, "person")):
            panel.setObjectName(name)
            panel.typed.connect(lambda n, text, of=name: self._of(of, "typed", n, text))
            panel.enter_pressed.connect(lambda of=name: self._of(of, "enter"))
            panel.discard_pressed.connect(lambda of=name: self._of(of, "discard"))
        self.head.form.focus()

    def show_frame(self, vm: FrameVm) -> None:
        self.header.say(_("Assignment and sources"), vm.title)
        told = _("Sources named when it was begun: {sources}")
        self._said_first.setText(told.format(sources=" · ".join(vm.named)))
        self._said_first.setVisible(bool(vm.named))
        nothing = EmptyBlock("note", _("No source yet"), _("Also what was sought and refused."))
        self._sources.show_records(vm.sources, nothing, can_change=not vm.locked)
        nobody = EmptyBlock("cases", _("Nobody yet"), _("Whom the assessment is about."))
        self._people.show_records(vm.people, nobody, can_change=not vm.locked)
        self._full.setVisible(bool(vm.full) and not vm.locked)
        self._show_locked(vm)

    def _show_locked(self, vm: FrameVm) -> None:
        """What is locked is read: what was said stands there, and no empty field asks for more."""
        for panel in (self.head, self.source, self.person):
            panel.setVisible(not vm.locked)
            panel.setEnabled(not vm.locked)
        for told in (self.locked, self._said, self._of_sources, self._of_people):
            told.setVisible(bool(vm.locked))
        if vm.locked:
            self.locked.say(vm.locked, _("It is read as it was entered."))
            lines = tuple(labelled(label, text) for label, text in vm.said)
            heading = _("Assignment and frame")
            nothing = _("Nothing was written here.")
            said = RecordVm(RecordId(""), heading, "" if lines else nothing, lines=lines)
            self._said.show_records((said,))

    def _of(self, name: str, verb: str, *given: str) -> None:
        writing = getattr(self._presenter, name)
        if writing is not None:
            getattr(writing, verb)(*given)

    def _correct_source(self, record: str) -> None:
        self.flush()
        self._presenter.correct_source(record)
        self.source.come_forward()

    def _correct_person(self, record: str) -> None:
        self.flush()
        self._presenter.correct_person(record)
        self.person.come_forward()

    def _leave(self) -> None:
        self.flush()
        self._presenter.leave()
