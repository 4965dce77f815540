# SPDX-License-Identifier: EUPL-1.2
"""The recovery code on screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.services.recovery_ports import Codes
from workbench.ui.first_start import sheet
from workbench.ui.first_start.ways import Sheet
from workbench.ui.kit.page import Page
from workbench.ui.kit.problem import Problem
from workbench.ui.recovery.cards import (
    BackCard,
    CodeCard,
    DrillCard,
    KindCard,
    OverviewCard,
    WorkingCard,
)
from workbench.ui.recovery.overview import DrilledVm, OverviewVm
from workbench.ui.recovery.presenter import CodeVm, RecoveryPresenter, RecoveryView
from workbench.words import ErrorText, _


class RecoveryPage(Page):
    """A `RecoveryView`. No code outlives the page, nor the lock."""

    def __init__(
        self,
        make: Callable[[RecoveryView], RecoveryPresenter],
        printer: Callable[[], str] = sheet.default_printer,
        print_sheets: Callable[[tuple[Sheet, ...]], None] = sheet.print_sheets,
    ) -> None:
        super().__init__(
            _("Recovery code"),
            _("The only way in when a passphrase is forgotten and nobody else can let you in."),
            back=_("Organisation"),
        )
        self.overview, self.drill, self.kind = OverviewCard(), DrillCard(), KindCard()
        self.code, self.back, self.working = CodeCard(print_sheets), BackCard(), WorkingCard()
        self._cards = (self.overview, self.drill, self.kind, self.code, self.back, self.working)
        self._printer = printer
        self._before: QWidget = self.overview
        self._begun_at: QWidget | None = None
        self.add(*self._cards)
        self._front(self.overview)
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def flush(self) -> None:
        """At lock and when the page is left: no code stays in a field."""
        self._presenter.forget()
        self._wipe()
        self._front(self.overview)
        super().flush()

    def show_overview(self, vm: OverviewVm) -> None:
        self.overview.show_overview(vm)
        if self.working.isVisibleTo(self):
            self._front(self.overview)

    def ask_codes(self, how_many: int) -> None:
        self.banner.hide()
        self.drill.ask(how_many)
        self._front(self.drill, self.drill.rows[0].line)

    def show_drilled(self, vm: DrilledVm) -> None:
        self._front(self.overview)
        self.banner.say(vm.title, vm.detail, tone="calm" if vm.is_whole else "red")
        self.take_focus(None)  # the way back stands above what is told, and both are in sight
        self.reveal(self.banner)

    def ask_kind(self, now: str) -> None:
        self.banner.hide()
        self.kind.ask(now)
        self._front(self.kind, self.kind.go_button)

    def show_code(self, vm: CodeVm) -> None:
        self.banner.hide()
        self.code.show_code(vm, self._printer())
        self._front(self.code, self.code.shown)

    def ask_back(self, number: int, of: int) -> None:
        self.banner.hide()
        self.back.ask(number, of)
        self._front(self.back, self.back.row.line)

    def show_wrong_groups(self, groups: tuple[int, ...]) -> None:
        where = ", ".join(str(group) for group in groups)
        self.back.row.say_hint(_("Compare group {groups} with the sheet.").format(groups=where))
        self.back.row.line.setFocus()

    def show_renewed(self) -> None:
        self._front(self.overview)
        self.banner.say(
            _("The new code holds."),
            _("The old one is void here: destroy its paper. A copy of the vault from before still "
              "opens with the old code."),
        )  # fmt: skip
        self.take_focus(None)
        self.reveal(self.banner)

    def show_working(self, said: str) -> None:
        self.banner.hide()
        self._before = next(card for card in self._cards if not card.isHidden())
        self._begun_at = self.focusWidget()
        self.working.say(said)
        self._front(self.working, self.working.bar)

    def show_refused(self, text: ErrorText) -> None:
        self._go_back()
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")

    def show_told(self, problem: Problem | None) -> None:
        self._go_back()
        super().show_told(problem)

    def _go_back(self) -> None:
        if self.working.isVisibleTo(self):
            self._front(self._before)

    def _front(self, card: QWidget, begin: QWidget | None = None) -> None:
        """One card at a time; a code stays in a field only while it is being tried."""
        if card not in (self.drill, self.working):
            self.drill.wipe()
        if card is not self.code:
            self.code.wipe()
        if card not in (self.back, self.working):
            self.back.wipe()
        waited = self.working.bar.hasFocus()
        for each in self._cards:
            each.setVisible(each is card)
        if begin is not None:
            begin.setFocus()
            self.reveal(begin)
        elif waited:
            self.take_focus(self._begun_at)

    def _wipe(self) -> None:
        for card in (self.drill, self.code, self.back):
            card.wipe()

    def _connect(self) -> None:
        presenter = self._presenter
        self.header.back.connect(presenter.leave)
        self.overview.drill_button.clicked.connect(presenter.begin_drill)
        self.overview.renew_button.clicked.connect(presenter.begin_renewal)
        self.overview.bring_button.clicked.connect(presenter.bring_over)
        self.drill.go_button.clicked.connect(lambda: presenter.drill(self.drill.typed()))
        self.drill.medium_button.clicked.connect(
            lambda: presenter.drill_on_medium(self.drill.typed())
        )
        self.kind.wanted.connect(lambda kind: presenter.draw(_kind(kind)))
        self.code.go_button.clicked.connect(presenter.hide)
        self.back.go_button.clicked.connect(lambda: presenter.type_back(self.back.row.text()))
        self.back.again_button.clicked.connect(presenter.show_again)
        for card in (self.drill, self.kind, self.code):
            card.no_button.clicked.connect(self._not_now)

    def _not_now(self) -> None:
        self._front(self.overview, self.overview.drill_button)
        self._presenter.open()


def _kind(code: str) -> Codes:
    return "two-of-three" if code == "two-of-three" else "one"
