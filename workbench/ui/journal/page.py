# SPDX-License-Identifier: EUPL-1.2
"""The journal on screen: write at the top, the notes below, newest first."""

from collections.abc import Callable

from workbench.domain.ids import RecordId
from workbench.ui.journal.presenter import JournalPresenter, JournalView, JournalVm, fields
from workbench.ui.kit.cards import EmptyBlock
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.words import _


class JournalPage(CasePage):
    """A `JournalView`."""

    def __init__(self, make: Callable[[JournalView], JournalPresenter]) -> None:
        super().__init__(_("Journal"))
        self.note = WritingPanel(self, _("New note"), fields())
        self._notes = RecordList(change=_("Correct"))
        self.add(self.note, self._notes)
        self._presenter = make(self)
        self.note.serve(self._presenter.note)
        self._notes.correcting.connect(self._correct)
        self._notes.withdrawing.connect(lambda record: self._presenter.withdraw(RecordId(record)))
        self.left.connect(self._presenter.leave)
        self._presenter.open()
        self.note.form.focus()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_journal(self, vm: JournalVm) -> None:
        self.header.say(_("Journal"), _("Case file {number}").format(number=vm.number))
        words = _(
            "What you enter stands here with date and name. For a day you can take it back; "
            "after that it is corrected."
        )
        nothing = EmptyBlock("journal", _("No notes yet"), words)
        self.note.setVisible(not vm.is_only_read)
        self._notes.show_records(vm.notes, nothing, can_change=not vm.is_only_read)

    def show_withdrawn(self) -> None:
        self.banner.say(
            _("The note is taken back."), _("That there was one, whose and when, still stands.")
        )

    def show_new_note(self) -> None:
        self.note.heading.setText(_("New note"))

    def show_correction(self, heading: str) -> None:
        self.note.heading.setText(_("Correct the note of {when}").format(when=heading))
        self.note.come_forward()

    def _correct(self, record: str) -> None:
        self.flush()
        self._presenter.correct(RecordId(record))
