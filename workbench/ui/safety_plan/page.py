# SPDX-License-Identifier: EUPL-1.2
"""The person's own plan on screen."""

from collections.abc import Callable
from typing import cast

from workbench.domain.ids import RecordId
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.plan_items.plan_page import PlanPage, PlanWords
from workbench.ui.plan_items.plan_presenter import PlanVm
from workbench.ui.safety_plan.children import child_fields
from workbench.ui.safety_plan.fields import OF_A_CHILD, fields
from workbench.ui.safety_plan.presenter import SafetyPlanPresenter, SafetyPlanView
from workbench.ui.writing.beside import holding
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.ui.writing.records import RecordVm
from workbench.words import _


class SafetyPlanPage(PlanPage):
    """A `SafetyPlanView`."""

    _presenter: SafetyPlanPresenter

    def __init__(self, make: Callable[[SafetyPlanView], SafetyPlanPresenter]) -> None:
        words = PlanWords(
            title=_("Safety plan"),
            caption=_("The person's own plan"),
            heading=_("Own words first"),
            owner="person",
            fields=fields(),
            asked_if=dict.fromkeys(("on_paper", "size", "reader"), ("paper", "asked-for")),
        )
        super().__init__(words, lambda view: make(cast("SafetyPlanView", view)))

    def show_plan(self, vm: PlanVm) -> None:
        super().show_plan(vm)
        self.plan.leave_out(() if vm.role == "child" else OF_A_CHILD)
        self._family.setVisible(vm.role == "exposed")
        self._stay.setVisible(vm.role == "exposed")
        self.order_tab()

    def show_children(self, children: tuple[RecordVm, ...]) -> None:
        nothing = _("No child is noted here. A child's plan stands in the child's own case file.")
        self._children.show_records(children, Label(nothing, "soft"))
        self.order_tab()

    def show_child_panel(self, *, shown: bool) -> None:
        self.child.setVisible(shown)
        if shown:
            self.child.come_forward()
        else:
            self._add_child.setFocus()

    def _add_more(self) -> None:
        self._stay = Button(_("Going home or staying"), icon="protection", name="stay-plan")
        self._print = Button(_("Print"), "quiet", icon="print", name="to-print")
        ways = WrapLayout(gap=UNIT)
        ways.addWidget(self._stay)
        ways.addWidget(self._print)
        self.child = WritingPanel(self, _("A child's own plan"), child_fields(), closes=True)
        self.child.hide()
        self._children = RecordList(change=_("Change"))
        self._add_child = Button(_("Note a child"), icon="add", name="add-child")
        self._family = Card(
            _("The children's plans"), _("Only that a plan exists, and when it was gone through.")
        )
        self._family.add_action(self._add_child)
        self._family.add(self._children, self.child)
        self.add(self._family, holding(ways))

    def _connect(self) -> None:
        super()._connect()
        self.child.serve(self._presenter.child)
        self._add_child.clicked.connect(self._note_child)
        self._children.correcting.connect(self._change_child)
        self._stay.clicked.connect(self._to_stay)
        self._print.clicked.connect(self._to_print)

    def _note_child(self) -> None:
        self.flush()
        self._presenter.add_child()

    def _change_child(self, record: str) -> None:
        self.flush()
        self._presenter.change_child(RecordId(record))

    def _to_stay(self) -> None:
        self.flush()
        self._presenter.go_to("stay-plan")

    def _to_print(self) -> None:
        self.flush()
        self._presenter.print()
