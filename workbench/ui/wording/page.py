# SPDX-License-Identifier: EUPL-1.2
"""The wording assistant on screen."""

from collections.abc import Callable

from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column
from workbench.ui.kit.fields import DateField, LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.result.lines import Beside, empty
from workbench.ui.told_page import ToldPage
from workbench.ui.wording.picking import SlotsCard, SourceCard
from workbench.ui.wording.presenter import WordingPresenter, WordingView
from workbench.ui.wording.vms import WordingVm
from workbench.words import _


class HeadCard(Card):
    """Whose words, which edition, by what right; then the words are kept."""

    def __init__(self) -> None:
        super().__init__(_("By what right"))
        self.fields: dict[str, LineField] = {
            "holder": LineField(name="holder"),
            "edition": LineField(name="edition"),
            "proof": LineField(name="proof"),
            "valid_to": DateField(name="pack-valid-to"),
        }
        self._proof = FormRow(_("Licence or permission"), self.fields["proof"])
        self.enter_button = Button(_("Load the wording"), "primary", name="enter-wording")
        self.discard_button = Button(_("Throw away"), "quiet", name="discard-wording")
        self._faults = column(gap=UNIT // 2)
        ways = WrapLayout(gap=UNIT)
        ways.addWidget(self.enter_button)
        ways.addWidget(self.discard_button)
        self.add(
            FormRow(_("Licence holder"), self.fields["holder"]),
            FormRow(_("Edition of the form"), self.fields["edition"]),
            self._proof,
            FormRow(_("It holds until"), self.fields["valid_to"], _("If it ends.")),
        )
        self.add_layout(self._faults).add_layout(ways)

    def show_head(self, vm: WordingVm) -> None:
        for name, field in self.fields.items():
            if not field.hasFocus():
                field.show_text(vm.head.get(name, ""))
        must = _("It must be there: the holder asks for a written permission.")
        self._proof.say_hint(must if vm.needs_proof else _("If there is one."))
        self.enter_button.setEnabled(vm.may_change)
        self.discard_button.setVisible(vm.is_begun)

    def show_faults(self, faults: tuple[str, ...]) -> None:
        empty(self._faults)
        for fault in faults:
            self._faults.addWidget(Label(fault, "strong"))


class WordingPage(ToldPage):
    """A `WordingView`."""

    def __init__(self, make: Callable[[WordingView], WordingPresenter]) -> None:
        super().__init__(_("Words from your form"), back=_("Back to the instrument"), is_wide=True)
        self.source, self.slots, self.head = SourceCard(), SlotsCard(), HeadCard()
        self.points_button = Button(_("Points and levels…"), "quiet", name="to-points")
        self.header.add_action(self.points_button)
        self.add(Beside(self.source, self.slots), self.head)
        self._presenter = make(self)
        self._connect()

    def go(self, place: str) -> None:
        """`place` is id@version."""
        self._presenter.open(place)

    def show_wording(self, vm: WordingVm) -> None:
        self.header.say(_("Words from your form"), vm.title)
        self.slots.show_slots(vm.slots, vm.at)
        self.head.show_head(vm)

    def show_pieces(self, pieces: tuple[str, ...]) -> None:
        self.source.show_pieces(pieces)
        self.order_tab()

    def show_pdf(self, pdf: bytes, name: str) -> str:
        return self.source.show_pdf(pdf, name)

    def show_faults(self, faults: tuple[str, ...]) -> None:
        self.head.show_faults(faults)
        self.reveal(self.head.enter_button)

    def show_saved(self, at: str) -> None:
        self.saved.emit(at)

    def show_done(self, said: str) -> None:
        self.banner.say(said)

    def _connect(self) -> None:
        presenter, source = self._presenter, self.source
        self.header.back.connect(self._left)
        self.points_button.clicked.connect(self._to_points)
        source.open_button.clicked.connect(presenter.open_form)
        source.number_button.clicked.connect(presenter.fill_by_number)
        source.pasted.connect(presenter.paste)
        source.taken.connect(presenter.take)
        source.moved.connect(self.slots.step)
        self.slots.slots.moved.connect(self.slots.step)
        self.slots.chosen.connect(presenter.go_to)
        self.slots.typed.connect(presenter.typed)
        for name, field in self.head.fields.items():
            field.typed.connect(lambda text, name=name: presenter.typed_head(name, text))
        self.head.enter_button.clicked.connect(self._enter)
        self.head.discard_button.clicked.connect(presenter.discard)

    def _enter(self) -> None:
        self.flush()
        self._presenter.enter()

    def _to_points(self) -> None:
        self.flush()
        self._presenter.to_points()

    def _left(self) -> None:
        self.flush()
        self._presenter.leave()
