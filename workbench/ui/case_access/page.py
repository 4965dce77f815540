# SPDX-License-Identifier: EUPL-1.2
"""Who may open an akt, on screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.ui.case_access.presenter import (
    AccessView,
    AccessVm,
    CaseAccessPresenter,
    ReaderVm,
)
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column, row
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.fields import TextArea
from workbench.ui.kit.icons import IconView
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.tables import Column, RowsTable
from workbench.ui.kit.theme import UNIT
from workbench.ui.log.telling import LineVm
from workbench.ui.result.lines import empty
from workbench.words import ErrorText, _


class CaseAccessPage(Page):
    """An `AccessView`."""

    def __init__(self, make: Callable[[AccessView], CaseAccessPresenter]) -> None:
        super().__init__(
            _("Access to the case file"),
            _("Only who is listed here can open it, whatever roles others have."),
            back=_("Case file"),
        )
        self._readers_box = column(gap=UNIT)
        self._readers = Card(_("Who can open it")).add_layout(self._readers_box)
        self.letting = _LettingIn()
        self._opened = _Opened()
        self.missing = Banner(closes=False)
        self.add_below(self.missing)
        self.show_below(is_shown=False)
        self.add(self._readers, self.letting, self._opened)
        self._presenter = make(self)
        self.header.back.connect(self._presenter.leave)
        self.letting.go_button.clicked.connect(self._let_in)
        self._presenter.open()

    def refresh(self) -> None:
        if not self.letting.reason.text():
            self._presenter.open()

    def show_access(self, vm: AccessVm) -> None:
        caption = _("Only who is listed here can open it, whatever roles others have.")
        said = _("Case file {number}. {caption}").format(number=vm.number, caption=caption)
        self.header.say(_("Access to the case file"), said if vm.number else caption)
        empty(self._readers_box)
        for reader in vm.readers:
            self._readers_box.addWidget(self._reader(reader, is_only=len(vm.readers) == 1))
        self.letting.show_others(vm.others)
        self._opened.table.show_rows(vm.lines)
        self._opened.table.fit_height(most=14)
        self.order_tab()

    def show_done(self, title: str, detail: str = "") -> None:
        self.letting.wipe()
        self.show_below(is_shown=False)
        self.banner.say(title, detail)
        self.take_focus(None)  # what had it may be out of sight: not to the list below
        self.reveal(self.banner)

    def show_missing(self, said: str) -> None:
        """At the foot of the page, in sight wherever the field is that takes the focus."""
        self.missing.say(said, tone="amber")
        self.show_below(is_shown=True)
        self.take_focus(self.letting.first_missing())

    def show_refused(self, text: ErrorText) -> None:
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")
        self.reveal(self.banner)

    def _let_in(self) -> None:
        self._presenter.grant(self.letting.chosen(), self.letting.reason.text())

    def _reader(self, reader: ReaderVm, *, is_only: bool) -> QWidget:
        """A name, and the end of their access, where somebody else is left."""
        end = Button(_("End the access…"), "quiet", name=f"end-{reader.user[:8]}")
        end.setAccessibleName(_("End the access of {name}").format(name=reader.name))
        end.clicked.connect(lambda: self._presenter.end(reader.user))
        holder = QWidget()
        who = column(Label(reader.name, "strong"), Label(reader.caption, "soft"), gap=0)
        line = row(IconView("person", "accent"), ends=False, gap=UNIT + 4)
        line.addLayout(who, 1)
        line.addWidget(end)
        holder.setLayout(line)
        end.setVisible(not is_only)
        return holder


class _LettingIn(Card):
    """A colleague and a reason."""

    def __init__(self) -> None:
        super().__init__(
            _("Let a colleague in"), _("They see all of the case file then, from its beginning.")
        )
        self._holder = column()
        self._choices: Choices | None = None
        self._nobody = Label(_("Every user can open it already."), "soft")
        self.reason = TextArea(lines=2, name="grant-reason")
        hint = _(
            "Stands in the log. A log reviewer reads it; everyone here has the key to it. "
            "No word about the person."
        )
        self._why = FormRow(_("Why?"), self.reason, hint)
        self.go_button = Button(_("Let them in"), "primary", name="grant")
        self.add(self._nobody).add_layout(self._holder).add(self._why)
        self.add_layout(row(self.go_button))

    def chosen(self) -> str:
        return self._choices.code() if self._choices is not None else ""

    def first_missing(self) -> QWidget:
        """Whom, then why."""
        if self._choices is not None and not self.chosen():
            return self._choices.first()
        return self.reason

    def show_others(self, others: tuple[ReaderVm, ...]) -> None:
        before = self.chosen()
        empty(self._holder)
        shown = [ChoiceVm(each.user, f"{each.name}\n{each.caption}") for each in others]
        self._choices = Choices(shown, _("Whom to let in")) if others else None
        if self._choices is not None:
            self._choices.show_chosen(before)
            self._holder.addWidget(self._choices)
        self._nobody.setVisible(not others)
        for part in (self._why, self.go_button):
            part.setVisible(bool(others))

    def wipe(self) -> None:
        self.reason.show_text("")
        if self._choices is not None:
            self._choices.show_chosen("")


class _Opened(Card):
    """What the log tells of this akt."""

    def __init__(self) -> None:
        super().__init__(
            _("Who has opened it"),
            _("And printed, sealed, let others in. Nothing can be taken out of the log."),
        )
        columns = (
            Column[LineVm](_("Day"), lambda line: line.day),
            Column[LineVm](_("Time"), lambda line: line.time),
            Column[LineVm](_("Who"), lambda line: line.who),
            Column[LineVm](_("What"), lambda line: line.what, stretches=True),
        )
        self.table = RowsTable[LineVm](_("Who has opened it"), columns)
        self._whole = Label()
        self._whole.hide()
        self.add(self.table, self._whole)
        self.table.walked.connect(self._show_whole)

    def _show_whole(self, at: int) -> None:
        """The line that is walked to, in full: the table cuts what it has no room for."""
        if at >= 0:
            said = self.table.row(at)
            self._whole.setText(f"{said.day} · {said.time} · {said.who} · {said.what}")
        self._whole.setVisible(at >= 0)
