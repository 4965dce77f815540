# SPDX-License-Identifier: EUPL-1.2
"""Hiding and removing, for the whole house, on screen."""

from collections.abc import Callable

from workbench.ui.erasing.cards import (
    CertificateCard,
    DevicesCard,
    ListCard,
    OpenCopyCard,
    UrgentCard,
)
from workbench.ui.erasing.presenter import HouseErasingPresenter, HouseErasingView
from workbench.ui.erasing.vms import CertificateVm, HouseErasingVm
from workbench.ui.kit.page import Page
from workbench.ui.kit.rows import RowVm
from workbench.words import ErrorText, _


class HouseErasingPage(Page):
    """A `HouseErasingView`."""

    def __init__(self, make: Callable[[HouseErasingView], HouseErasingPresenter]) -> None:
        super().__init__(
            _("Disposal"),
            _("What was hidden and disposed of, how far it reaches, and what is known to remain."),
            back=_("Organisation"),
        )
        self.urgent, self.certificate = UrgentCard(), CertificateCard()
        self.proposals = ListCard(
            _("Proposed, and waiting for another day"), _("Nothing has been disposed of yet.")
        )
        self.erased = ListCard(
            _("Case files disposed of"),
            _("Open one for its certificate."),
            _("No case file has been disposed of. That is done in the case file itself."),
        )
        self.hidden = ListCard(_("Hidden case files"), _("Nothing of them was disposed of."))
        self.devices, self.copying = DevicesCard(), OpenCopyCard()
        self.add(self.urgent, self.proposals, self.erased, self.certificate)
        self.add(self.hidden, self.devices, self.copying)
        self._presenter = make(self)
        self._connect()
        self._presenter.open()

    def go(self, place: str) -> None:
        """`place` is what was removed: its certificate."""
        if place:
            self._presenter.open_certificate(place)

    def refresh(self) -> None:
        self._presenter.open()

    def show_house(self, vm: HouseErasingVm) -> None:
        self.urgent.show_urgent(vm.urgent)
        self.proposals.show_rows(
            [RowVm(each.case, each.number or _("Another user's case file"), each.caption)
             for each in vm.proposals if each.is_mine]
        )  # fmt: skip
        self.erased.show_rows(
            [RowVm(each.record, each.number, each.caption, "cases", _how_far(each.level))
             for each in vm.erased],
            always=True,
        )  # fmt: skip
        self.hidden.show_rows([RowVm(each.case, each.number, "", "hide") for each in vm.hidden])
        self.devices.show_devices(vm.devices if vm.erased else ())
        self.copying.show_akter(vm.own_akter)

    def show_certificate(self, vm: CertificateVm) -> None:
        self.certificate.show_certificate(vm)
        self.certificate.save_button.setFocus()
        self.reveal(self.certificate.save_button)

    def show_done(self, title: str, detail: str = "") -> None:
        self.copying.wipe()
        self.banner.say(title, detail)
        self.reveal(self.banner)

    def show_missing(self, said: str) -> None:
        self.banner.say(said, tone="amber")
        self.reveal(self.banner)

    def show_refused(self, text: ErrorText) -> None:
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")
        self.reveal(self.banner)

    def show_busy(self, said: str) -> None:
        self.copying.setDisabled(bool(said))
        if said:
            self.banner.say(said)

    def _connect(self) -> None:
        presenter = self._presenter
        self.header.back.connect(presenter.leave)
        self.proposals.opened.connect(presenter.open_case)
        self.hidden.opened.connect(presenter.open_case)
        self.erased.opened.connect(presenter.open_certificate)
        self.certificate.save_button.clicked.connect(presenter.save_certificate)
        self.urgent.reviewed.connect(self._review)
        self.devices.opened.connect(presenter.note_sanitised)
        self.copying.go_button.clicked.connect(
            lambda: presenter.copy_open(self.copying.reason.text())
        )

    def _review(self, record: str, is_justified: bool) -> None:  # noqa: FBT001  a signal's
        self._presenter.review(record, is_justified=is_justified)


def _how_far(level: str) -> str:
    """What the level means; its letter stands on the certificate."""
    words = {
        "E1": _("on this computer"),
        "E1b": _("on the backups too"),
        "E4": _("the computer itself too"),
    }
    return words.get(level, level)
