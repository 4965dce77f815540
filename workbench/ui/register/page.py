# SPDX-License-Identifier: EUPL-1.2
"""Akter on screen: find, open, begin."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, FormRow, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.tables import Column, RowsTable
from workbench.ui.kit.theme import UNIT
from workbench.ui.register.presenter import CaseVm, RegisterPresenter, RegisterView, RegisterVm
from workbench.words import _

_NUMBER_WIDTH = 30 * UNIT
_MOST_ROWS = 200


class RegisterPage(Page):
    """A `RegisterView`."""

    def __init__(self, make: Callable[[RegisterView], RegisterPresenter]) -> None:
        super().__init__(_("Case files"), _("Your own case files. Others' are not seen here."))
        self.new = Button(_("New case file"), "primary", icon="add", name="new-akt")
        self.header.add_action(self.new)
        self._new_card = _NewCard()
        self.sought = LineField("", name="sought")
        self.sought.setAccessibleName("")
        find = FormRow(
            _("Find"), self.sought, _("Beginning of a name, a personal number or a case number.")
        )
        self.table = RowsTable[CaseVm](_("Your case files"), _columns())
        self._list = Card().add(find, self.table)
        self._nothing = Label("", "soft")
        self._list.add(self._nothing)
        self._first = Card().add(_nothing_yet())
        self.add(self._new_card, self._first, self._list)
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_cases(self, vm: RegisterVm) -> None:
        is_empty = vm.is_first and not vm.sought
        self._first.setVisible(is_empty)
        self._list.setVisible(not is_empty)
        self.table.show_rows(vm.cases)
        self.table.fit_height(most=_MOST_ROWS)
        self.table.setVisible(bool(vm.cases))
        self._nothing.setText(_("None of your case files begins so.") if not vm.cases else "")
        self._nothing.setVisible(not vm.cases)

    def show_new(self, number: str) -> None:
        at: QWidget | None = self.focusWidget()
        if not number and at is not None and self._new_card.isAncestorOf(at):
            self.new.setFocus()  # else Qt gives it to the rail, and the akt opens without it
        self._new_card.setVisible(bool(number))
        self._new_card.show_missing("")
        if number:
            self._new_card.number.show_text(number)
            self._new_card.begin.setFocus()

    def show_missing(self, text: str) -> None:
        self._new_card.show_missing(text)

    def _connect(self) -> None:
        self.new.clicked.connect(self._presenter.ask_new)
        self.sought.typed.connect(self._presenter.seek)
        self.sought.textChanged.connect(self.sought.flush)
        self.table.opened.connect(self._open)
        self._new_card.begin.clicked.connect(self._begin)
        self._new_card.cancel.clicked.connect(self._presenter.never_mind)

    def _open(self, number: int) -> None:
        self._presenter.open_case(self.table.row(number).case)

    def _begin(self) -> None:
        self._presenter.begin(self._new_card.number.text())


class _NewCard(Card):
    """The one thing that is needed: a number."""

    def __init__(self) -> None:
        super().__init__(_("New case file"), _("Whom it is about is written in the case file."))
        self.number = LineField("", name="number")
        self.number.setAccessibleName("")
        self.number.setMaximumWidth(_NUMBER_WIDTH)
        self._missing = Label("", "strong")
        self.begin = Button(_("Begin the case file"), "primary", name="begin")
        self.cancel = Button(_("Cancel"), "quiet", name="cancel")
        self.add(FormRow(_("Case number"), self.number), self._missing)
        self.add_layout(row(self.begin, self.cancel))
        self.number.returnPressed.connect(self.begin.click)

    def show_missing(self, text: str) -> None:
        self._missing.setText(text)
        self._missing.setVisible(bool(text))


def _columns() -> tuple[Column[CaseVm], ...]:
    return (
        Column(_("Case number"), lambda case: case.number),
        Column(_("Name"), lambda case: case.name, stretches=True),
        Column(_("Nearest date"), _date_of),
    )


def _date_of(case: CaseVm) -> str:
    """What the register says may be behind the akt: then that is said too."""
    if not case.is_stale:
        return case.next_date
    said = _("may be out of date")
    return _("{day} · {what}").format(day=case.next_date, what=said) if case.next_date else said


def _nothing_yet() -> EmptyBlock:
    words = _("Begin one with the button above. Only those you give access to can open it.")
    return EmptyBlock("cases", _("You have no case files yet"), words)
