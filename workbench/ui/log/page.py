# SPDX-License-Identifier: EUPL-1.2
"""Loggranskning on screen: what is worth a look, the entries, the sign-off."""

from collections.abc import Callable

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, FormRow, column, row
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.fields import LineField, TextArea
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.tables import Column, RowsTable
from workbench.ui.kit.theme import UNIT
from workbench.ui.log.presenter import LogPresenter, LogView, LogVm
from workbench.ui.log.telling import LineVm
from workbench.words import _


class LogPage(Page):
    """A `LogView`."""

    def __init__(self, make: Callable[[LogView], LogPresenter]) -> None:
        super().__init__(
            _("Review of the log"),
            _("Who opened, printed and handed over what. Nothing can be taken out of it."),
            back=_("Organisation"),
        )
        self._who = Card()
        self._who_text = Label()
        self._who.add(self._who_text)
        self._signals = _Signals()
        self._entries = _Entries()
        self.sign = _SignOff()
        self._earlier = Card(_("Earlier reviews"))
        self._earlier_box = column(gap=UNIT)
        self._earlier.add_layout(self._earlier_box)
        self.add(self._who, self._signals, self._entries, self.sign, self._earlier)
        for card in (self._who, self._signals, self._entries, self.sign, self._earlier):
            card.hide()
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def refresh(self) -> None:
        if not self.sign.notes.text():
            self._presenter.open()

    def show_log(self, vm: LogVm) -> None:
        self.header.say(_("Review of the log"), vm.standing)
        self._who.setVisible(not vm.may_review)
        self._who_text.setText(
            _("A log reviewer reads the log: {names}.").format(names=vm.reviewers or "–")
        )
        rows = [RowVm(each.key, each.title, each.caption, each.icon) for each in vm.signals]
        self._signals.show_signals(rows, vm.more_signals)
        self._signals.sought = {s.key: (s.day, s.who) for s in vm.signals}
        self._signals.setVisible(vm.may_review)
        self._entries.show_extent(is_all=vm.extent == "all")
        self._entries.setVisible(vm.may_review)
        self.sign.show_count(vm.count, is_own=vm.is_own)
        self.sign.setVisible(vm.may_review and vm.count > 0)
        self._show_earlier(vm.earlier)
        self.order_tab()

    def show_lines(self, lines: tuple[LineVm, ...], told: str) -> None:
        self._entries.show_lines(lines, told)

    def show_signed(self, text: str) -> None:
        self.sign.notes.show_text("")
        self.sign.opinion.show_chosen("")
        self.banner.say(text)
        self.take_focus(None)  # the banner and the way back stand above all that was read
        self.reveal(self.banner)

    def show_refused(self, what: str, remedy: str) -> None:
        self.banner.say(what, remedy, tone="amber")
        self.reveal(self.banner)

    def _connect(self) -> None:
        self.header.back.connect(self._presenter.leave)
        self._signals.rows.opened.connect(self._seek_signal)
        self._entries.sought.typed.connect(self._presenter.filter)
        self._entries.sought.textChanged.connect(self._entries.sought.flush)
        self._entries.turn.clicked.connect(self._turn)
        self.sign.button.clicked.connect(self._sign)

    def _seek_signal(self, key: str) -> None:
        """The lines of that person on that day."""
        day, who = self._signals.sought[key]
        self._entries.sought.setText(f"{day} {who}")
        self.reveal(self._entries.table)

    def _turn(self) -> None:
        self._presenter.show_extent("waiting" if self._entries.is_all else "all")

    def _sign(self) -> None:
        self._presenter.sign(self.sign.opinion.code(), self.sign.notes.text())

    def _show_earlier(self, told: tuple[str, ...]) -> None:
        while self._earlier_box.count():
            item = self._earlier_box.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for text in told:
            self._earlier_box.addWidget(Label(text))
        self._earlier.setVisible(bool(told))


class _Signals(Card):
    """What is worth a look."""

    def __init__(self) -> None:
        super().__init__(_("Worth a look"), _("Facts to ask about. They say nothing about why."))
        self.rows = Rows(_("Worth a look"))
        self.sought: dict[str, tuple[str, str]] = {}
        self._nothing = EmptyBlock(
            "check", _("Nothing stands out"), _("The entries below are read all the same.")
        )
        self._more = Label("", "soft")
        self.add(self.rows, self._more, self._nothing)

    def show_signals(self, rows: list[RowVm], more: str) -> None:
        self.rows.show_rows(rows)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.rows.setVisible(bool(rows))
        self._nothing.setVisible(not rows)


class _Entries(Card):
    """The lines, and what narrows them."""

    def __init__(self) -> None:
        super().__init__(_("Entries"))
        self.is_all = False
        self.sought = LineField("", name="log-sought")
        self.sought.setAccessibleName("")
        self.turn = Button("", "quiet", name="log-extent")
        self.table = RowsTable[LineVm](_("Entries"), _columns())
        self._whole, self._told = Label(), Label("", "soft")
        self.add(
            FormRow(
                _("Show only"),
                self.sought,
                _("A person, a day, what was done, or a case number."),
                beside=self.turn,
            ),
            self.table,
            self._whole,
            self._told,
        )
        self.table.walked.connect(self._show_whole)

    def show_extent(self, *, is_all: bool) -> None:
        self.is_all = is_all
        self.turn.say(_("Show what waits") if is_all else _("Show the whole log"))

    def show_lines(self, lines: tuple[LineVm, ...], told: str) -> None:
        self.table.show_rows(lines)
        self.table.fit_height(most=14)
        self._show_whole(self.table.currentIndex().row())
        self._told.setText(told)

    def _show_whole(self, at: int) -> None:
        """The line that is walked to, in full: the table cuts what it has no room for."""
        said = self.table.row(at) if at >= 0 else None
        if said is not None:
            words = (said.day, said.time, said.who, said.what, said.cases)
            self._whole.setText(" · ".join(word for word in words if word))
        self._whole.setVisible(said is not None)


class _SignOff(Card):
    """What the review found, and the button that says so."""

    def __init__(self) -> None:
        super().__init__(_("Sign the review"))
        self._count = Label()
        self._own = Label(_("You are reviewing yourself in part."), "strong")
        self.opinion = Choices(
            (
                ChoiceVm("nothing-to-note", _("Nothing to note")),
                ChoiceVm("followed-up", _("Something was followed up")),
            ),
            _("What the review found"),
        )
        self.notes = TextArea(lines=3, name="log-notes")
        self.button = Button(_("Sign the review"), "primary", name="log-sign")
        self.add(
            self._count,
            self._own,
            self.opinion,
            FormRow(_("Notes"), self.notes, _("What was followed up, and how.")),
        )
        self.add_layout(row(self.button))

    def show_count(self, count: int, *, is_own: bool) -> None:
        said = _("You stand for having read all {count} entries that wait.")
        self._count.setText(said.format(count=count))
        self._own.setVisible(is_own)


def _columns() -> tuple[Column[LineVm], ...]:
    return (
        Column(_("Day"), lambda line: line.day),
        Column(_("Who"), lambda line: line.who),
        Column(_("Time"), lambda line: line.time),
        Column(_("What"), lambda line: line.what, stretches=True),
        Column(_("Case number"), lambda line: line.cases),
    )
