# SPDX-License-Identifier: EUPL-1.2
"""Hide an akt, remove a part, or remove all of it, on screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from workbench.ui.case_erasing.cards import HideCard, PartCard, ProposalsCard, WholeCard
from workbench.ui.case_erasing.missing import Form
from workbench.ui.case_erasing.presenter import CaseErasingPresenter, ErasingView
from workbench.ui.case_erasing.vms import ErasingVm
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.cards import Card
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.writing.case_page import CasePage
from workbench.words import ErrorText, _


class CaseErasingPage(CasePage):
    """An `ErasingView`. One of the three forms is in front; none until it is chosen."""

    def __init__(self, make: Callable[[ErasingView], CaseErasingPresenter]) -> None:
        super().__init__(_("Hide or dispose"), _caption())
        self.what = Choices(_ways(), _("What is to be done?"))
        self.hiding, self.part, self.whole = HideCard(), PartCard(), WholeCard()
        self.missing = Banner(closes=False)
        self.add_below(self.missing)
        self.show_below(is_shown=False)
        self.proposals = ProposalsCard()
        self._forms: dict[str, Form] = {
            "hide": self.hiding,
            "part": self.part,
            "whole": self.whole,
        }
        self.add(Card(_("What is to be done?")).add(self.what), self.proposals)
        self.add(*self._forms.values())
        self._turn("")
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def place(self) -> str:
        return self.what.code()

    def go(self, place: str) -> None:
        self.what.show_chosen(place)
        self._turn(place)

    def flush(self) -> None:
        """At lock and when the page is left."""
        self._forget()
        super().flush()

    def refresh(self) -> None:
        self._presenter.open()

    def show_erasing(self, vm: ErasingVm) -> None:
        self.header.say(_("Hide or dispose"), _("Case file {number}").format(number=vm.number))
        self.hiding.show_hidden(is_hidden=vm.is_hidden)
        self.part.show_part(vm)
        self.whole.show_whole(vm)
        self.proposals.show_proposals([p for p in vm.proposals if not p.is_whole], vm.codes)
        self.order_tab()

    def show_done(self, title: str, detail: str = "") -> None:
        for card in (self.hiding, self.part, self.whole):
            card.wipe()
        self.what.show_chosen("")
        self._turn("")
        self.banner.say(title, detail)
        self.take_focus(None)  # what had it is out of sight: not to the rail
        self.reveal(self.banner)

    def show_missing(self, said: str) -> None:
        """Told at the foot of the page, in sight wherever the field is that takes the focus."""
        form = self._forms.get(self.what.code())
        gap = form.first_missing() if form is not None else None
        if form is None or gap is None:
            self.banner.say(said, tone="amber")
            self.reveal(self.banner)
            return
        self.banner.hide()
        self.missing.say(said, tone="amber")
        self.show_below(is_shown=True)
        gap.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reveal(gap)

    def show_refused(self, text: ErrorText) -> None:
        self.show_below(is_shown=False)
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")
        self.reveal(self.banner)

    def show_busy(self, *, busy: bool) -> None:
        self._forget()
        self.show_below(is_shown=False)
        for card in (self.part, self.whole, self.proposals):
            card.setDisabled(busy)

    def _forget(self) -> None:
        """No secret stays in a field."""
        for holder in (self.part.who, self.whole.who, self.proposals):
            holder.forget()

    def _connect(self) -> None:
        presenter = self._presenter
        self.left.connect(presenter.leave)
        self.what.chosen.connect(self._turn)
        self.hiding.go_button.clicked.connect(self._hide)
        self.part.go_button.clicked.connect(
            lambda: presenter.purge(self.part.typed(), self.part.who.typed())
        )
        self.whole.go_button.clicked.connect(
            lambda: presenter.erase(self.whole.typed(), self.whole.who.typed())
        )
        self.proposals.confirmed.connect(presenter.confirm_part)
        for card in (self.proposals, self.whole):
            card.taken_back.connect(presenter.take_back)

    def _hide(self) -> None:
        hide = not self.hiding.is_hidden
        self._presenter.set_hidden(self.hiding.reason.text(), is_hidden=hide)

    def _turn(self, way: str) -> None:
        for name, form in self._forms.items():
            form.setVisible(name == way)
        self.show_below(is_shown=False)
        if way in self._forms:
            self.banner.hide()
            self.reveal(self._forms[way].heading)


def _caption() -> str:
    return _("Nothing goes by itself, and nothing goes by one click.")


def _ways() -> tuple[ChoiceVm, ...]:
    return (
        ChoiceVm(
            "hide", _("Hide the case file\nIn no list and no search. Nothing is disposed of.")
        ),
        ChoiceVm(
            "part", _("Dispose of a part\nThe text of chosen entries goes, their traces stay.")
        ),
        ChoiceVm("whole", _("Dispose of all of it\nKeys and file go from this computer.")),
    )
