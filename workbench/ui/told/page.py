# SPDX-License-Identifier: EUPL-1.2
"""Told by mouth, on screen: whom not to reach, what never to say, the talk, what has left."""

from collections.abc import Callable

from workbench.domain.ids import RecordId
from workbench.ui.kit.cards import Card, EmptyBlock
from workbench.ui.kit.labels import Label
from workbench.ui.outward.panel import LookPanel
from workbench.ui.told.panel import TalkSheet, ToldPanel
from workbench.ui.told.presenter import ToldPresenter, ToldView
from workbench.ui.told.telling import GroundVm, ToldVm, never_told
from workbench.ui.writing.case_page import CasePage
from workbench.ui.writing.fold import Fold
from workbench.ui.writing.record_list import RecordList
from workbench.words import _


class ToldPage(CasePage):
    """A `ToldView`."""

    def __init__(self, make: Callable[[ToldView], ToldPresenter]) -> None:
        super().__init__(_("Told by mouth"))
        self.look = LookPanel()
        self.told = ToldPanel(self, self.look)
        self._talk = TalkSheet()
        self._left = RecordList(change=_("Correct"))
        self.add(self.look, self._reminder(), self.told, self._talk)
        self.add(Label(_("What has left this case file"), "heading"), self._left)
        self._presenter = make(self)
        self.told.serve(self._presenter.told)
        self.look.serve(self._presenter.looking)
        self._connect()
        self._presenter.open()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_page(self, vm: ToldVm) -> None:
        self.header.say(_("Told by mouth"), _("Case file {number}").format(number=vm.number))
        self._protected.setVisible(vm.is_protected)
        self.told.form.offer("points", vm.points)
        self._talk.words = {each.code: each.label for each in vm.points}
        words = _("Papers, sealed bundles and what was told by mouth stand here together.")
        self._left.show_records(vm.left, EmptyBlock("send", _("Nothing has left yet"), words))
        self.order_tab()

    def show_ground(self, vm: GroundVm) -> None:
        self.told.show_ground(vm)

    def show_new(self) -> None:
        self.told.heading.setText(_("Prepare the talk, then enter what was said"))

    def show_correction(self) -> None:
        self.told.heading.setText(_("Correct what was told"))
        self.told.come_forward()

    def _reminder(self) -> Card:
        self._protected = Label(
            _("This person has protected personal details. Think twice about every detail."),
            "strong",
        )
        self._protected.hide()
        lines = Label("\n".join(f"– {each}" for each in never_told()))
        lines.setObjectName("never-told")
        fold = Fold(_("Hide the list"), _("Show the list"), lines, name="never")
        card = Card(_("Never told, or only with a ground for just that"))
        return card.add(self._protected, fold)

    def _connect(self) -> None:
        self.told.shown.connect(self._take)
        self.told.typed.connect(self._take_one)
        self._left.correcting.connect(self._correct)
        self.left.connect(self._presenter.leave)

    def _take(self, values: dict[str, str]) -> None:
        self._talk.show_values(values)
        self._presenter.choose_ground(values.get("ground", ""))

    def _take_one(self, name: str, text: str) -> None:
        self._talk.show_values({name: text})
        if name == "ground":
            self._presenter.choose_ground(text)

    def _correct(self, record: str) -> None:
        self.flush()
        self._presenter.correct(RecordId(record))
