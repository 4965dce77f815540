# SPDX-License-Identifier: EUPL-1.2
"""People on screen: who they are and their links, then their accounts side by side."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from workbench.domain.ids import RecordId
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.people.network import Network
from workbench.ui.people.presenter import Part, PeoplePresenter, PeopleView
from workbench.ui.people.specs import (
    disagreement_fields,
    link_fields,
    person_fields,
    statement_fields,
)
from workbench.ui.people.telling import PeopleVm, TopicVm
from workbench.ui.writing.beside import Beside, holding
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.form import ListField
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.record_list import RecordBlock, RecordList
from workbench.ui.writing.records import RecordVm
from workbench.words import _

_AT_MOST_BESIDE = 3


class PeoplePage(CasePage):
    """A `PeopleView`."""

    def __init__(self, make: Callable[[PeopleView], PeoplePresenter]) -> None:
        super().__init__(_("People and network"))
        self.panels = self._panels()
        self._shown: list[QWidget] = []
        self._network = Network()
        self._drawn = Card(_("How they belong together")).add(self._network)
        self._links = RecordList(change=_("Correct"))
        self._drawn.add(self._links)
        self._people = RecordList(change=_("Correct"))
        self._topics = column(gap=2 * UNIT)
        self._adding = self._buttons()
        self.add(self._adding, *self.panels.values(), self._drawn, self._people)
        self.add_layout(self._topics)
        self._presenter = make(self)
        for part, panel in self.panels.items():
            panel.serve(self._presenter.writings[part])
        self._people.correcting.connect(lambda record: self._change("person", record))
        self._links.correcting.connect(lambda record: self._change("link", record))
        self._network.chosen.connect(lambda record: self._change("person", record))
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def panel(self, part: Part) -> WritingPanel:
        return self.panels[part]

    def show_people(self, vm: PeopleVm) -> None:
        self.header.say(_("People and network"), _("Case file {number}").format(number=vm.number))
        self._offer(vm)
        self._drawn.setVisible(bool(vm.network.edges))
        self._network.show_network(vm.network)
        self._links.show_records(vm.links)
        words = _("Everyone who matters: who is exposed, who uses violence, who protects.")
        self._people.show_records(vm.people, EmptyBlock("person", _("Nobody yet"), words))
        while self._shown:
            old = self._shown.pop()
            self._topics.removeWidget(old)
            old.hide()
            old.deleteLater()
        for topic in vm.topics:
            card = self._topic(topic)
            self._shown.append(card)
            self._topics.addWidget(card)
        self.order_tab()

    def show_panel(self, part: Part | None) -> None:
        for name, panel in self.panels.items():
            panel.setVisible(name == part)
        if part is None:
            first = self._adding.findChild(Button, "add-person")
            self.take_focus(first)
            return
        self.panels[part].come_forward()

    def _offer(self, vm: PeopleVm) -> None:
        chosen_from: tuple[tuple[Part, str], ...] = (
            ("link", "one"),
            ("link", "other"),
            ("statement", "person"),
        )
        for part, name in chosen_from:
            field = self.panels[part].form.field(name)
            if isinstance(field, ListField):
                chosen = str(field.currentData() or "")
                field.offer(vm.choices)
                field.show_text(chosen)
        self.panels["disagreement"].form.offer("statements", vm.accounts)

    def _topic(self, vm: TopicVm) -> Card:
        card = Card(_("What is said about: {topic}").format(topic=vm.topic))
        told = list(vm.accounts)
        while told:
            line, told = told[:_AT_MOST_BESIDE], told[_AT_MOST_BESIDE:]
            blocks = [self._block("statement", each) for each in line]
            card.add(Beside(blocks, [1] * len(blocks)) if len(blocks) > 1 else blocks[0])
        for each in vm.differences:
            card.add(self._block("disagreement", each))
        if not vm.differences and len(vm.accounts) > 1:
            card.add(Label(_("Nobody has marked that they differ. Read them yourself."), "soft"))
        return card

    def _block(self, part: Part, vm: RecordVm) -> RecordBlock:
        block = RecordBlock(vm, change=_("Correct"), is_narrow=True)
        block.correcting.connect(lambda record: self._change(part, record))
        return block

    def _panels(self) -> Mapping[Part, WritingPanel]:
        fields: dict[Part, tuple[str, tuple[FieldVm, ...]]] = {
            "person": (_("Person or group"), person_fields()),
            "link": (_("Link between people"), link_fields()),
            "statement": (_("Own account"), statement_fields()),
            "disagreement": (_("Accounts that differ"), disagreement_fields()),
        }
        panels = {
            part: WritingPanel(self, words, asked, closes=True)
            for part, (words, asked) in fields.items()
        }
        for panel in panels.values():
            panel.hide()
        return panels

    def _buttons(self) -> QWidget:
        line = WrapLayout(gap=UNIT)
        for part, words in (
            ("person", _("New person")),
            ("link", _("New link")),
            ("statement", _("New account")),
            ("disagreement", _("Mark that accounts differ")),
        ):
            is_first, name = part == "person", f"add-{part}"
            button = Button(words, "primary" if is_first else "secondary", icon="add", name=name)
            button.setProperty("part", part)
            button.clicked.connect(self._press)
            line.addWidget(button)
        return holding(line)

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.flush()
            self._presenter.add(button.property("part"))

    def _change(self, part: Part, record: str) -> None:
        self.flush()
        self._presenter.change(part, RecordId(record))
