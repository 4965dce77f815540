# SPDX-License-Identifier: EUPL-1.2
"""The dates of an akt on screen: late, coming, settled; and what calls for a new assessment."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.follow_up.presenter import FollowUpPresenter, FollowUpView, Part
from workbench.ui.follow_up.specs import date_fields, settle_fields, trigger_fields
from workbench.ui.follow_up.telling import DateVm, FollowUpVm
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, Rule, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.writing.beside import holding
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.fold import Fold
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordBlock, RecordList
from workbench.words import _


class DatesCard(Card):
    """Dates under one heading.

    Signals:
        settling: the key of a date.
    """

    settling = Signal(str)

    def __init__(self, heading: str, dates: Sequence[DateVm], *, is_folded: bool = False) -> None:
        super().__init__(heading if not is_folded else "")
        self.setAccessibleName(heading)
        widgets: list[QWidget] = []
        for each in dates:
            block = RecordBlock(each.shown, change=each.act)
            block.correcting.connect(self.settling)
            widgets += [Rule(), block] if widgets else [block]
        if not is_folded:
            self.add(*widgets)
            return
        holder = QWidget()
        holder.setLayout(column(*widgets, gap=2 * UNIT))
        self.add(Fold(_("Hide what is settled"), heading, holder))


class FollowUpPage(CasePage):
    """A `FollowUpView`. What is asked for, and by which buttons, another akt may say otherwise."""

    def __init__(
        self, make: Callable[[FollowUpView], FollowUpPresenter], *, title: str = "", back: str = ""
    ) -> None:
        self._title = title or _("Follow-up and dates")
        super().__init__(self._title, back=back)
        self.panels = self._panels()
        self._buttons = self._adding()
        self._old = Banner(closes=False)
        self._old.hide()
        self._dates = column(gap=2 * UNIT)
        self._shown: list[QWidget] = []
        self._about = ""
        self._why = Label(_("What calls for a new assessment"), "heading")
        self._triggers = RecordList(change=_("Correct"))
        self.add(self._buttons, self._old, *self.panels.values())
        self.add_layout(self._dates)
        self.add(self._why, self._triggers)
        self._presenter = make(self)
        for part, panel in self.panels.items():
            panel.serve(self._presenter.writings[part])
        self._triggers.correcting.connect(self._correct_trigger)
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def panel(self, part: Part) -> WritingPanel:
        return self.panels[part]

    def show_dates(self, vm: FollowUpVm) -> None:
        self.header.say(self._title, self.caption_of(vm))
        self._old.setVisible(vm.is_old)
        if vm.is_old:
            words = _("Look in the text in force before you rely on a period.")
            self._old.say(_("The texts of law here are more than a year old."), words)
        self._clear()
        if vm.late:
            self._put(DatesCard(_("Late"), vm.late))
        if vm.coming:
            self._put(DatesCard(_("Coming"), vm.coming))
        if not vm.late and not vm.coming:
            self._put(Card().add(self.nothing_waits()))
        if vm.settled:
            heading = _("Settled ({count})").format(count=len(vm.settled))
            self._put(DatesCard(heading, vm.settled, is_folded=True))
        self._triggers.show_records(vm.triggers)
        for widget in (self._why, self._triggers):
            widget.setVisible(bool(vm.triggers))
        self.order_tab()

    def caption_of(self, vm: FollowUpVm) -> str:
        return _("Case file {number}").format(number=vm.number)

    def show_panel(self, part: Part | None, *, about: str = "", correcting: bool = False) -> None:
        for name, panel in self.panels.items():
            panel.setVisible(name == part)
        if part is None:
            self._return()
            return
        self._about = about
        self.panels[part].heading.setText(self._heading(part, about, correcting=correcting))
        self.order_tab()
        self.panels[part].come_forward()

    def _heading(self, part: Part, about: str, *, correcting: bool) -> str:
        if part == "trigger" and correcting:
            return _("Correct what happened")
        block = self.findChild(QWidget, f"change-{about}") if about else None
        return block.accessibleName() if block is not None else self.parts()[part][0]

    def _return(self) -> None:
        """Back to the date that was being settled, else to the first button."""
        at = self.findChild(QWidget, f"change-{self._about}") if self._about else None
        (at or self._buttons.findChildren(Button)[0]).setFocus()

    def parts(self) -> Mapping[Part, tuple[str, tuple[FieldVm, ...]]]:
        """What can be written here: its heading and its fields."""
        return {
            "settle": (_("What became of it?"), settle_fields()),
            "date": (_("New date"), date_fields()),
            "trigger": (_("Something that calls for a new assessment"), trigger_fields()),
        }

    def adding(self) -> tuple[Button, ...]:
        """What begins something, the first before the others."""
        self.add_date = Button(_("New date"), "primary", icon="add", name="add-date")
        self.add_trigger = Button(_("Something happened"), icon="add", name="add-trigger")
        self.call = Button(_("Call"), icon="phone", name="to-calls")
        self.add_date.clicked.connect(self._add_date)
        self.add_trigger.clicked.connect(self._add_trigger)
        self.call.clicked.connect(self._call)
        return self.add_date, self.add_trigger, self.call

    def nothing_waits(self) -> EmptyBlock:
        words = _("Dates come here by themselves from measures, plans, orders and assessments. "
                  "You can add your own.")  # fmt: skip
        return EmptyBlock("check", _("No date waits"), words)

    def begin(self, part: Part) -> None:
        self.flush()
        self._presenter.add(part)

    def _panels(self) -> Mapping[Part, WritingPanel]:
        panels: dict[Part, WritingPanel] = {
            part: WritingPanel(self, heading, fields, closes=True)
            for part, (heading, fields) in self.parts().items()
        }
        for panel in panels.values():
            panel.hide()
        return panels

    def _adding(self) -> QWidget:
        line = WrapLayout(gap=UNIT)
        for button in self.adding():
            line.addWidget(button)
        return holding(line)

    def _put(self, card: QWidget) -> None:
        if isinstance(card, DatesCard):
            card.settling.connect(self._settle)
        self._shown.append(card)
        self._dates.addWidget(card)

    def _clear(self) -> None:
        for old in self._shown:
            self._dates.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown.clear()

    def _add_date(self) -> None:
        self.begin("date")

    def _add_trigger(self) -> None:
        self.begin("trigger")

    def _call(self) -> None:
        self.flush()
        self._presenter.call()

    def _settle(self, key: str) -> None:
        self.flush()
        self._presenter.settle(key)

    def _correct_trigger(self, record: str) -> None:
        self.flush()
        self._presenter.correct_trigger(record)
