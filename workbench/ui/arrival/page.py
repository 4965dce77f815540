# SPDX-License-Identifier: EUPL-1.2
"""Somebody comes now, on screen: the adult, the children, and the way to Skydd nu."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from workbench.ui.arrival.presenter import ArrivalPresenter, ArrivalView, ArrivalVm, Who
from workbench.ui.arrival.specs import adult_fields, child_fields
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.ui.writing.spec import Missing
from workbench.words import _, ngettext


class ArrivalPage(CasePage):
    """An `ArrivalView`."""

    def __init__(self, make: Callable[[ArrivalView], ArrivalPresenter]) -> None:
        super().__init__(_("Somebody comes now"))
        self.panels: dict[Who, WritingPanel] = {
            "adult": WritingPanel(self, _("The adult"), adult_fields()),
            "child": WritingPanel(self, _("A child"), child_fields(), closes=True),
        }
        self.add_child = Button(_("Add a child"), icon="add", name="add-child")
        self._typed = RecordList(change=_("Go on"))
        self._came = Rows(_("Children who came too"))
        acute = Banner(closes=False)
        self.add(acute, self.panels["adult"], self._children_card(), self.panels["child"])
        self.enter_button = Button(_("Enter in the journal"), "primary", name="enter-all")
        self.protection = Button(
            _("Protection now?"), "secondary", icon="protection", name="to-protection"
        )
        self.add_below(self._foot())
        acute.say(
            _("In acute danger: call 112"),
            _("Only the time is needed. Ask what can be asked; the rest waits until morning."),
        )
        self._presenter = make(self)
        self._connect()
        self.show_child(shown=False)
        self._presenter.open()
        self.panels["adult"].form.focus()

    def refresh(self) -> None:
        self._presenter.refresh()

    def panel(self, who: Who) -> WritingPanel:
        return self.panels[who]

    def show_arrival(self, vm: ArrivalVm) -> None:
        told = _("Case file {number}").format(number=vm.number)
        self.header.say(_("Somebody comes now"), told)
        self._typed.show_records(vm.typed)
        self._typed.setVisible(bool(vm.typed))
        rows = [RowVm(case, number, _("The child's own case file"), "person")
                for case, number in vm.came]  # fmt: skip
        self._came.show_rows(rows)
        self._came.setVisible(bool(rows))
        self.first_day.setVisible(vm.is_entered)
        for name in ("name", "personal_number"):  # later it is changed where it stands
            self.panels["adult"].form.show_field(name, shown=not vm.is_entered)
        self.order_tab()

    def show_child(self, *, shown: bool, comes_forward: bool = True) -> None:
        was_shown = self.panels["child"].isVisibleTo(self)
        self.panels["child"].setVisible(shown)
        self.order_tab()
        if shown and comes_forward:
            self.panels["child"].come_forward()
        elif shown:
            QTimer.singleShot(0, self, self._keep_in_sight)
        elif was_shown and not shown:
            self.add_child.setFocus()

    def show_missing(self, who: Who, missing: Missing) -> None:
        self.panels[who].show_missing(missing)

    def show_entered(self, children: int) -> None:
        told = _("The dates that follow have begun. What was put off is a task for tomorrow.")
        if children:
            own = ngettext(
                "{count} child has a case file of its own.",
                "{count} children have case files of their own.",
                children,
            )
            told = own.format(count=children) + " " + told
        self.banner.say(_("Entered"), told)
        self.scroll_to(0)
        self.protection.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        self.enter_button.setDisabled(busy)

    def _keep_in_sight(self) -> None:
        """A child's form came back under what has the focus, as after a lock."""
        at = QApplication.focusWidget()
        if at is not None and self.panels["child"].isAncestorOf(at):
            self.reveal(at)

    def _children_card(self) -> Card:
        card = Card(
            _("Children"),
            _("Each child gets a case file of its own. Nothing about the adult is copied there."),
        )
        card.add_action(self.add_child)
        card.add(self._typed, self._came)
        return card

    def _foot(self) -> QWidget:
        """Always in sight: what enters everybody, and the way that nothing blocks."""
        self.first_day = Button(_("First day"), "quiet", icon="check", name="to-first-day")
        self.night_sheet = Button(_("Night sheet"), "quiet", icon="print", name="to-night-sheet")
        line = WrapLayout(gap=UNIT)
        for widget in (self.enter_button, self.protection, self.first_day, self.night_sheet):
            line.addWidget(widget)
        return holding(line)

    def _connect(self) -> None:
        for who, panel in self.panels.items():
            writing = self._presenter.writings[who]
            panel.typed.connect(writing.typed)
            panel.discard_pressed.connect(writing.discard)
            panel.enter_pressed.connect(self._presenter.enter)
            panel.enter_button.hide()  # one for everybody stands below
        self.add_child.clicked.connect(self._add_child)
        self._typed.correcting.connect(self._go_on)
        self._came.opened.connect(self._presenter.open_case)
        self.enter_button.clicked.connect(self._enter)
        self.protection.clicked.connect(self._to_protection)
        self.first_day.clicked.connect(self._to_first_day)
        self.night_sheet.clicked.connect(self._to_night_sheet)
        self.left.connect(self._presenter.leave)

    def _add_child(self) -> None:
        self.flush()
        self._presenter.add_child()

    def _go_on(self, record: str) -> None:
        self.flush()
        self._presenter.go_on(record)

    def _enter(self) -> None:
        self.flush()
        self._presenter.enter()

    def _to_protection(self) -> None:
        self.flush()
        self._presenter.go_to("protection")

    def _to_first_day(self) -> None:
        self.flush()
        self._presenter.go_to("first-day")

    def _to_night_sheet(self) -> None:
        self.flush()
        self._presenter.to_night_sheet()
