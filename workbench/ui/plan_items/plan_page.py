# SPDX-License-Identifier: EUPL-1.2
"""What both plan pages show alike. The words and the fields are the page's own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.domain.ids import RecordId
from workbench.domain.plans import PlanOwner
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.cards import column
from workbench.ui.plan_items.modules import module_fields, shipped_library
from workbench.ui.plan_items.modules_card import ModulesCard
from workbench.ui.plan_items.panels import Condition, ConditionalPanel
from workbench.ui.plan_items.plan_presenter import PlanPresenter, PlanView, PlanVm
from workbench.ui.plan_items.section import PointsSection
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.versions import versions_fold
from workbench.words import _, ngettext


@dataclass(frozen=True, slots=True)
class PlanWords:
    """What tells the two plan pages apart on screen. `asked_if`: fields with a condition."""

    title: str
    caption: str
    heading: str
    owner: PlanOwner
    fields: Sequence[FieldVm]
    asked_if: Mapping[str, Condition] = field(default_factory=dict)


class PlanPage(CasePage):
    """A `PlanView`."""

    def __init__(self, words: PlanWords, make: Callable[[PlanView], PlanPresenter[Any]]) -> None:
        super().__init__(words.title, words.caption)
        self._words = words
        self._old = Banner(closes=False)
        self.plan = ConditionalPanel(self, words.heading, words.fields, words.asked_if)
        self._section = PointsSection(self, words.owner)
        self.point = self._section.point
        self.concerns = ModulesCard(self, module_fields(shipped_library()))
        self.modules = self.concerns.panel
        self._history = column()
        self._shown: QWidget | None = None
        self.add(self._old, self.plan)
        self.add_layout(self._history)
        self.add(self.concerns, self._section)
        self._add_more()
        self._presenter = make(self)
        self._connect()
        self._presenter.open()
        self.plan.form.focus()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_plan(self, vm: PlanVm) -> None:
        akt = _("Case file {number}").format(number=vm.number)
        self.header.say(
            self._words.title, _("{akt} · {what}").format(akt=akt, what=self._words.caption)
        )
        self._tell_outdated(len(vm.outdated))
        self.concerns.show_modules(vm.modules)
        self._section.show_points(vm.points, vm.library, vm.scenarios)
        if self._shown is not None:
            self._history.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
        if vm.versions:
            self._shown = versions_fold(vm.versions)
            self._history.addWidget(self._shown)

    def show_point_panel(self, *, shown: bool) -> None:
        self._section.show_panel(shown=shown)

    def _tell_outdated(self, count: int) -> None:
        self._old.setVisible(bool(count))
        if count:
            told = ngettext("{n} point is outdated", "{n} points are outdated", count)
            what = _("What it was built on has changed. Change it, or say why it still holds.")
            way = _("Keep or change what is outdated")
            self._old.say(told.format(n=count), what, tone="amber", action=way)

    def _add_more(self) -> None:
        """What only one of the two pages has, under the rest."""

    def _connect(self) -> None:
        self.plan.serve(self._presenter.plan)
        self.point.serve(self._presenter.point)
        self.modules.serve(self._presenter.modules)
        self.left.connect(self._presenter.leave)
        self._section.adding.connect(self._add)
        self._section.chosen.connect(self._take_up)
        self._section.correcting.connect(self._change)
        self._section.keeping.connect(self._keep)
        self._old.acted.connect(self._to_outdated)

    def _add(self) -> None:
        self.flush()
        self._presenter.add_point()

    def _take_up(self, item_id: str, carry: str) -> None:
        self.flush()
        self._presenter.take_up(item_id, carry)

    def _change(self, record: str) -> None:
        self.flush()
        self._presenter.change_point(RecordId(record))

    def _keep(self, record: str) -> None:
        self.flush()
        self._presenter.keep_point(RecordId(record))

    def _to_outdated(self) -> None:
        self.flush()
        self._presenter.go_to("outdated")
