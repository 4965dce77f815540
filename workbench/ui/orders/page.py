# SPDX-License-Identifier: EUPL-1.2
"""Protection measures on screen: the orders with what belongs to each, alarms, the police."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, column
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.orders.alarm_specs import alarm_fields, police_fields
from workbench.ui.orders.order_card import OrderCard
from workbench.ui.orders.presenter import OrdersPresenter, OrdersView, Part
from workbench.ui.orders.specs import breach_fields, extension_fields, order_fields
from workbench.ui.orders.telling import OrdersVm
from workbench.ui.writing.beside import holding
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordList
from workbench.words import _


class OrdersPage(CasePage):
    """An `OrdersView`."""

    def __init__(self, make: Callable[[OrdersView], OrdersPresenter]) -> None:
        super().__init__(_("Orders and alarms"))
        self.panels = self._panels()
        self._cards: dict[str, OrderCard] = {}
        self._shown: list[QWidget] = []
        self._under = ""
        self._add_buttons = self._adding()
        self._orders = column(gap=2 * UNIT)
        self._alarms = RecordList(change=_("Correct"))
        self._police = RecordList(change=_("Correct"))
        self.add(self._add_buttons)
        self.add(*self.panels.values())
        self.add_layout(self._orders)
        self.add(self._alarms, self._police)
        self._presenter = make(self)
        for part, panel in self.panels.items():
            panel.serve(self._presenter.writings[part])
        self._alarms.correcting.connect(lambda record: self._change("alarm", record))
        self._police.correcting.connect(lambda record: self._change("police", record))
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def panel(self, part: Part) -> WritingPanel:
        return self.panels[part]

    def show_orders(self, vm: OrdersVm) -> None:
        self.header.say(_("Orders and alarms"), _("Case file {number}").format(number=vm.number))
        self._clear()
        for each in vm.orders:
            card = OrderCard(each)
            card.changing.connect(self._change)
            card.adding.connect(self._add)
            card.becoming_incident.connect(self._make_incident)
            self._cards[each.order.record] = card
            self._show(card)
        if not vm.orders:
            self._show(Card().add(_nothing_yet()))
        for shown, records in ((self._alarms, vm.alarms), (self._police, vm.police)):
            shown.show_records(records)
            shown.setVisible(bool(records))
        self._place_panels()

    def show_panel(self, part: Part | None, *, correcting: bool = False, under: str = "") -> None:
        self._under = under
        for name, panel in self.panels.items():
            panel.setVisible(name == part)
        self._place_panels()
        if part is None:
            self._first_button().setFocus()
            return
        self.panels[part].heading.setText(_headings(correcting=correcting)[part])
        self.panels[part].come_forward()

    def _panels(self) -> Mapping[Part, WritingPanel]:
        headings = _headings(correcting=False)
        fields = {
            "order": order_fields(),
            "extension": extension_fields(),
            "breach": breach_fields(),
            "alarm": alarm_fields(),
            "police": police_fields(),
        }
        panels = {
            part: WritingPanel(self, headings[part], fields[part], closes=True) for part in headings
        }
        for panel in panels.values():
            panel.hide()
        return panels

    def _adding(self) -> QWidget:
        line = WrapLayout(gap=UNIT)
        for part, words in (
            ("order", _("New restraining order")),
            ("alarm", _("New alarm")),
            ("police", _("New contact at the police")),
        ):
            name = f"add-{part}"
            is_first = part == "order"
            button = Button(words, "primary" if is_first else "secondary", icon="add", name=name)
            button.setProperty("part", part)
            button.clicked.connect(self._press)
            line.addWidget(button)
        return holding(line)

    def _first_button(self) -> QWidget:
        found = self._add_buttons.findChild(Button, "add-order")
        return found if found is not None else self._add_buttons

    def _place_panels(self) -> None:
        """What belongs to an order is written right under it: order of reading, order of Tab."""
        for part in ("extension", "breach"):
            panel = self.panels[part]
            self._orders.removeWidget(panel)
            self.body.removeWidget(panel)
            under = self._cards.get(self._under)
            at = self._orders.indexOf(under) + 1 if under is not None else 0
            self._orders.insertWidget(at, panel)
        self.order_tab()

    def _show(self, card: QWidget) -> None:
        self._shown.append(card)
        self._orders.addWidget(card)

    def _clear(self) -> None:
        for part in ("extension", "breach"):
            self._orders.removeWidget(self.panels[part])
        for old in self._shown:
            self._orders.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown.clear()
        self._cards.clear()

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self._add(button.property("part"), "")

    def _add(self, part: Part, order: str) -> None:
        self.flush()
        self._presenter.add(part, order)

    def _change(self, part: Part, record: str, under: str = "") -> None:
        self.flush()
        self._presenter.change(part, record, under)

    def _make_incident(self, breach: str) -> None:
        self.flush()
        self._presenter.make_incident(breach)


def _headings(*, correcting: bool) -> Mapping[Part, str]:
    if correcting:
        return {
            "order": _("Correct the restraining order"),
            "extension": _("Correct the extension"),
            "breach": _("Correct the breach"),
            "alarm": _("Correct the alarm"),
            "police": _("Correct the contact at the police"),
        }
    return {
        "order": _("New restraining order"),
        "extension": _("New extension"),
        "breach": _("New breach"),
        "alarm": _("New alarm"),
        "police": _("New contact at the police"),
    }


def _nothing_yet() -> EmptyBlock:
    words = _("Orders that were asked for, that hold and that ended. A week before one ends it "
              "stands on Today.")  # fmt: skip
    return EmptyBlock("protection", _("No restraining orders yet"), words)
