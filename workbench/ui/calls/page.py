# SPDX-License-Identifier: EUPL-1.2
"""A call, on screen: what to look through, what became of it, and the calls before."""

from collections.abc import Callable

from workbench.domain.ids import RecordId
from workbench.ui.calls.presenter import CallsPresenter, CallsView, CallsVm
from workbench.ui.calls.spec import fields
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.cards import EmptyBlock
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.outward.panel import LookedPanel, LookPanel
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.record_list import RecordList
from workbench.ui.writing.spec import WritingVm
from workbench.words import _


class _CallPanel(LookedPanel):
    """Asks for the code word of the person, and for a function of anybody else."""

    def __init__(self, page: Page, look: LookPanel) -> None:
        super().__init__(page, _("What became of the call"), fields(), look)
        self.form.typed.connect(self._chosen)

    def show_writing(self, vm: WritingVm) -> None:
        super().show_writing(vm)
        self._chosen("to", vm.values.get("to", ""))

    def _chosen(self, name: str, text: str) -> None:
        if name == "to":
            self.form.show_field("whom", shown=text == "other")
            self.form.show_field("code_word", shown=text != "other")


class CallsPage(CasePage):
    """A `CallsView`."""

    def __init__(self, make: Callable[[CallsView], CallsPresenter]) -> None:
        super().__init__(_("Call"))
        self._given = Banner(closes=False)
        self.look = LookPanel()
        self.call = _CallPanel(self, self.look)
        self._earlier = Label(_("Calls that were made"), "heading")
        self._calls = RecordList(change=_("Correct"))
        self.add(self._given, self.look, self.call, self._earlier, self._calls)
        self._presenter = make(self)
        self.look.serve(self._presenter.looking)
        self.call.serve(self._presenter.call)
        self._calls.correcting.connect(self._correct)
        self.left.connect(self._presenter.leave)
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_calls(self, vm: CallsVm) -> None:
        self.header.say(_("Call"), _("Case file {number}").format(number=vm.number))
        words = _("A call in which the person was reached and could talk is the agreed contact.")
        self._calls.show_records(vm.calls, EmptyBlock("phone", _("No call yet"), words))
        if vm.code_word_given:
            told = _("Do what was agreed for it. In acute danger: call 112.")
            self._given.say(_("The code word was given in the last call"), told, tone="red")
        else:
            self._given.hide()
        self.order_tab()

    def show_correcting(self, *, which: str) -> None:
        told = _("Correct {which}").format(which=which) if which else _("What became of the call")
        self.call.heading.setText(told)
        if which:
            self.call.come_forward()

    def _correct(self, record: str) -> None:
        self.flush()
        self._presenter.correct(RecordId(record))
