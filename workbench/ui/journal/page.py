# SPDX-License-Identifier: EUPL-1.2
"""The journal on screen: write at the top, search, the notes below, newest first."""

from collections.abc import Callable

from workbench.domain.ids import RecordId
from workbench.ui.journal.finding import FindingVm
from workbench.ui.journal.note_list import NoteList
from workbench.ui.journal.presenter import JournalPresenter, JournalView
from workbench.ui.journal.search_card import SearchCard
from workbench.ui.journal.spec import fields
from workbench.ui.journal.telling import JournalVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import EmptyBlock
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.words import _


class JournalPage(CasePage):
    """A `JournalView`."""

    def __init__(self, make: Callable[[JournalView], JournalPresenter]) -> None:
        super().__init__(_("Journal"))
        self.note = WritingPanel(self, _("New note"), fields())
        self.search = SearchCard()
        self._notes = NoteList()
        self.add(self.note, self.search, self._notes)
        self._presenter = make(self)
        self.note.serve(self._presenter.note)
        self._notes.correcting.connect(self._correct)
        self._notes.withdrawing.connect(lambda record: self._presenter.withdraw(RecordId(record)))
        self._notes.turned.connect(self._presenter.turn)
        self.search.sought.connect(self._presenter.seek)
        self.search.opened.connect(self._presenter.open_found)
        self.left.connect(self._presenter.leave)
        self._presenter.open()
        self.note.form.focus()

    def refresh(self) -> None:
        self._presenter.refresh()

    def empty(self) -> None:
        """What was sought, and where it stood, goes with the page."""
        self.search.forget()

    def show_journal(self, vm: JournalVm) -> None:
        self.header.say(_("Journal"), _("Case file {number}").format(number=vm.number))
        words = _(
            "What you enter stands here with date and name. For a day you can take it back; "
            "after that it is corrected."
        )
        nothing = EmptyBlock("journal", _("No notes yet"), words)
        self.note.setVisible(not vm.is_only_read)
        self._notes.show_notes(vm, nothing)
        self.order_tab()

    def show_found(self, vm: FindingVm) -> None:
        self.search.show_found(vm)
        self.order_tab()

    def show_note(self, record: RecordId) -> None:
        card = self._notes.card_of(record)
        if card is not None:
            self.take_focus(card.findChild(Button))
            self.reveal(card)

    def show_withdrawn(self) -> None:
        self.banner.say(
            _("The note is taken back."), _("That there was one, whose and when, still stands.")
        )

    def show_meanwhile(self, who: str) -> None:
        self.banner.say(
            _("Somebody else corrected this note while yours lay unentered: {who}").format(who=who),
            _("Both are kept. Read what stands in the list below before you enter yours."),
            tone="amber",
        )

    def show_new_note(self) -> None:
        self.note.heading.setText(_("New note"))

    def show_correction(self, heading: str) -> None:
        self.note.heading.setText(_("Correct the note of {when}").format(when=heading))
        self.note.come_forward()

    def _correct(self, record: str) -> None:
        self.flush()
        self._presenter.correct(RecordId(record))
