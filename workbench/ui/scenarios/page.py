# SPDX-License-Identifier: EUPL-1.2
"""Scenarios and measures on screen: what could happen at the left, what is done at the right."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.ids import RecordId
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, Rule, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.scenarios.presenter import ScenariosPresenter, ScenariosView
from workbench.ui.scenarios.specs import measure_fields, scenario_fields
from workbench.ui.scenarios.telling import LOOSE, ScenariosVm, ScenarioVm
from workbench.ui.writing.beside import Beside, holding
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordBlock
from workbench.ui.writing.tab_order import tab_in_order
from workbench.words import _


class ScenarioCard(Card):
    """One scenario and its measures.

    Signals:
        changing_scenario: its record.
        changing_measure: a measure's record.
        adding: the record of the scenario that a new measure answers.
        leaving: the record of the scenario that is left without a measure.
    """

    changing_scenario = Signal(str)
    changing_measure = Signal(str)
    adding = Signal(str)
    leaving = Signal(str)

    def __init__(self, vm: ScenarioVm) -> None:
        super().__init__()
        self._record = vm.record
        left = self._left(vm)
        self.add(Beside([left, self._right(vm)], [1, 1], gap=4 * UNIT))

    def _left(self, vm: ScenarioVm) -> QWidget:
        if vm.scenario is None:
            words = _("Measures that answer no scenario")
            return _stack(Label(words, "strong"), Label(_("Link them when you can."), "soft"))
        block = RecordBlock(vm.scenario, change=_("Change"))
        block.correcting.connect(self.changing_scenario)
        return block

    def _right(self, vm: ScenarioVm) -> QWidget:
        self.add_button = add = Button(
            _("Add a measure"), icon="add", name=f"add-measure-{vm.record}"
        )
        heading = Label(_("What we do about it"), "strong")
        heading.setMinimumHeight(add.sizeHint().height())
        widgets: list[QWidget] = [heading]
        for measure in vm.measures:
            block = RecordBlock(measure, change=_("Change"), is_narrow=True)
            block.correcting.connect(self.changing_measure)
            widgets += [Rule(), block]
        if vm.no_measure is not None:
            widgets += [Rule(), RecordBlock(vm.no_measure, is_narrow=True)]
        elif not vm.measures:
            widgets.append(Label(_("No measure yet."), "soft"))
        which = vm.scenario.heading if vm.scenario else ""
        add.setAccessibleName(" ".join((_("Add a measure"), which)).strip())
        add.clicked.connect(self._add)
        line = WrapLayout(gap=UNIT)
        for button in (add, *self._leave_buttons(vm, which)):
            line.addWidget(button)
        holder = QWidget()
        holder.setLayout(column(_stack(*widgets), holding(line), gap=2 * UNIT))
        return holder

    def _leave_buttons(self, vm: ScenarioVm, which: str) -> list[Button]:
        """Only while nothing is done about it: where something is, nobody needs to say why not."""
        if vm.scenario is None or (vm.measures and vm.no_measure is None):
            return []
        words = _("Change the reason…") if vm.no_measure else _("No measure, because…")
        leave = Button(words, "quiet", name=f"no-measure-{vm.record}")
        leave.setAccessibleName(_("{do}: {which}").format(do=words, which=which))
        leave.clicked.connect(lambda: self.leaving.emit(self._record))
        return [leave]

    def _add(self) -> None:
        self.adding.emit(self._record)


class ScenariosPage(CasePage):
    """A `ScenariosView`."""

    def __init__(self, make: Callable[[ScenariosView], ScenariosPresenter]) -> None:
        super().__init__(_("Scenarios and measures"), is_wide=True)
        self.scenario = WritingPanel(self, _("New scenario"), scenario_fields(), closes=True)
        self.measure = WritingPanel(self, _("A measure"), measure_fields(), closes=True)
        self.scenario.hide()
        self.measure.hide()
        self._new = Button(_("New scenario"), "primary", icon="add", name="add-scenario")
        self.header.add_action(self._new)
        self._gaps = Banner(closes=False)
        self._list = column(gap=2 * UNIT)
        self._cards: dict[RecordId, QWidget] = {}
        self._under: RecordId | None = None
        self._returning_to: RecordId | None = None
        self.add(self._gaps, self.scenario)
        self.add_layout(self._list)
        self.add(self.measure)
        self._presenter = make(self)
        self.scenario.serve(self._presenter.scenario)
        self.measure.serve(self._presenter.measure)
        self._new.clicked.connect(self._add_scenario)
        self._gaps.acted.connect(self._presenter.settle_outdated)
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_scenarios(self, vm: ScenariosVm) -> None:
        akt = _("Case file {number}").format(number=vm.number)
        caption = " · ".join(part for part in (akt, vm.begun) if part)
        self.header.say(_("Scenarios and measures"), caption)
        for panel in (self.scenario, self.measure):
            panel.form.offer("factors", vm.factors)
        self.scenario.form.offer("incidents", vm.incidents)
        self._gaps.setVisible(bool(vm.gaps))
        if vm.gaps:
            way = _("Keep or change what is outdated") if vm.has_outdated else ""
            self._gaps.say(_("Left to do"), "\n".join(vm.gaps), tone="amber", action=way)
        self._clear()
        for each in vm.scenarios:
            self._put(each.record, self._card(each))
        if not vm.scenarios:
            self._put(LOOSE, Card().add(_nothing_yet()))
        self._place_measure()
        self._return()

    def show_scenario_panel(self, *, shown: bool, correcting: bool = False) -> None:
        heading = _("Change the scenario") if correcting else _("New scenario")
        self.scenario.heading.setText(heading)
        self.scenario.setVisible(shown)
        if shown:
            self.scenario.come_forward()
        else:
            self._new.setFocus()

    def show_measure_panel(self, under: RecordId | None) -> None:
        before, self._under = self._under, under
        self.measure.setVisible(under is not None)
        self._place_measure()
        if under is not None:
            self.measure.come_forward()
        elif before is not None:
            self._returning_to = before

    def _card(self, vm: ScenarioVm) -> ScenarioCard:
        card = ScenarioCard(vm)
        card.changing_scenario.connect(self._change_scenario)
        card.changing_measure.connect(self._change_measure)
        card.adding.connect(self._add_measure)
        card.leaving.connect(self._leave_without)
        return card

    def _put(self, record: RecordId, card: QWidget) -> None:
        self._cards[record] = card
        self._list.addWidget(card)

    def _clear(self) -> None:
        self._list.removeWidget(self.measure)
        for old in self._cards.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards.clear()

    def _return(self) -> None:
        """After a measure: back where it was begun."""
        card = self._cards.get(self._returning_to) if self._returning_to is not None else None
        self._returning_to = None
        if isinstance(card, ScenarioCard):
            card.add_button.setFocus()
            self.reveal(card.add_button)

    def _place_measure(self) -> None:
        """Right under the scenario that the measure answers: order of reading, order of Tab."""
        self._list.removeWidget(self.measure)
        under = self._cards.get(self._under) if self._under is not None else None
        at = self._list.indexOf(under) + 1 if under is not None else self._list.count()
        self._list.insertWidget(at, self.measure)
        cards = list(self._cards.values())
        after = cards.index(under) + 1 if under is not None else len(cards)
        tab_in_order(self.scenario, *cards[:after], self.measure, *cards[after:])

    def _add_scenario(self) -> None:
        self.flush()
        self._presenter.add_scenario()

    def _change_scenario(self, record: str) -> None:
        self.flush()
        self._presenter.change_scenario(RecordId(record))

    def _change_measure(self, record: str) -> None:
        self.flush()
        self._presenter.change_measure(RecordId(record))

    def _add_measure(self, record: str) -> None:
        self.flush()
        self._presenter.add_measure(RecordId(record))

    def _leave_without(self, record: str) -> None:
        self.flush()
        self._presenter.leave_without(RecordId(record))


def _stack(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    holder.setLayout(column(*widgets, gap=UNIT))
    return holder


def _nothing_yet() -> EmptyBlock:
    words = _("High risk of what? Against whom? Write it as something that could really happen.")
    return EmptyBlock("scenario", _("No scenarios yet"), words)
