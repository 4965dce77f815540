# SPDX-License-Identifier: EUPL-1.2
"""The parts of the page about hiding and removing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.erasing.vms import CertificateVm, DeviceVm, UrgentVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.paper.pdf_view import PdfPreview
from workbench.ui.result.lines import empty
from workbench.words import _

_PREVIEW = 60 * UNIT


class ListCard(Card):
    """Rows to open. Without any, the card is not shown, unless there is something to say then.

    Signals:
        opened: the key of a row.
    """

    opened = Signal(str)

    def __init__(self, heading: str, caption: str, nothing: str = "") -> None:
        super().__init__(heading, caption)
        self.rows = Rows(heading)
        self._nothing = Label(nothing, "soft")
        self.rows.opened.connect(self.opened)
        self.add(self.rows, self._nothing)
        self.hide()

    def show_rows(self, rows: Sequence[RowVm], *, always: bool = False) -> None:
        self.rows.show_rows(rows)
        self.caption.setVisible(bool(rows))
        self.rows.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.setVisible(always or bool(rows))


class UrgentCard(Card):
    """Urgent exceptions that nobody has looked at.

    Signals:
        reviewed: the record, and whether it was justified.
    """

    reviewed = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(
            _("Urgent exceptions to look at"),
            _("Somebody acted alone because life was at risk. Another person says what to think."),
        )
        self._holder = column(gap=2 * UNIT)
        self.add_layout(self._holder)
        self.hide()

    def show_urgent(self, urgent: Sequence[UrgentVm]) -> None:
        empty(self._holder)
        for vm in urgent:
            self._holder.addWidget(self._one(vm))
        self.setVisible(bool(urgent))

    def _one(self, vm: UrgentVm) -> QWidget:
        right = Button(_("Justified"), "secondary", name=f"justified-{vm.record}")
        wrong = Button(_("Not justified…"), "quiet", name=f"not-justified-{vm.record}")
        for button, answer in ((right, True), (wrong, False)):
            button.setAccessibleName(f"{button.text()}: {vm.told}")
            button.setProperty("answer", answer)
        right.clicked.connect(lambda: self.reviewed.emit(vm.record, True))  # noqa: FBT003
        wrong.clicked.connect(lambda: self.reviewed.emit(vm.record, False))  # noqa: FBT003
        box = column(Label(vm.told, "strong"), Label(vm.why), gap=UNIT // 2)
        box.addWidget(Label(_reach(is_own=vm.is_own), "soft"))
        box.addLayout(row(right, wrong))
        one = QWidget()
        one.setLayout(box)
        for button in (right, wrong):
            button.setVisible(vm.may_review)
        return one


def _reach(*, is_own: bool) -> str:
    """What the answer means on the backups, which one person alone never reaches."""
    if is_own:
        return _(
            "You did this yourself. The backups keep what was disposed of until another person has "
            "found it justified; yours is only noted."
        )
    return _(
        "Justified: what was disposed of goes from the backups too, from each the next time it is "
        "used. Not justified: the backups keep it, and it can be put back from them."
    )


class CertificateCard(Card):
    """The certificate that was opened, and a way to save it."""

    def __init__(self) -> None:
        super().__init__(_("Certificate of disposal"), _("It names nobody whom it was about."))
        self.preview = PdfPreview()
        self.preview.setMinimumHeight(_PREVIEW)
        self.save_button = Button(_("Save as…"), "primary", icon="file", name="save-certificate")
        self.add_layout(row(self.save_button))
        self.add(self.preview)
        self.hide()

    def show_certificate(self, vm: CertificateVm) -> None:
        title = _("Certificate of disposal")
        self.heading.setText(f"{title} · {vm.number}")
        self.preview.show_pdf(vm.pdf, title)
        self.show()


class DevicesCard(ListCard):
    """Other computers that have held the vault: level E4 is somebody's word about one."""

    def __init__(self) -> None:
        super().__init__(
            _("Other computers that have held the vault"),
            _("Open one to note that it was sanitised or destroyed."),
        )

    def show_devices(self, devices: Sequence[DeviceVm]) -> None:
        seen = _("last used {day}")
        self.show_rows(
            [RowVm(d.device, _("Computer {name}").format(name=d.device[:8]),
                   seen.format(day=d.last_seen), "folder") for d in devices]
        )  # fmt: skip


class OpenCopyCard(Card):
    """Everything that one can open, in plain, for the time after the program."""

    def __init__(self) -> None:
        super().__init__(
            _("Open copy"),
            _("Everything that you can open, as plain files for the time after this program. "
              "Nothing protects them."),
        )  # fmt: skip
        self._count = Label("", "soft")
        self.reason = LineField(name="copy-reason")
        self.go_button = Button(_("Make an open copy…"), "secondary", icon="folder", name="copy")
        hint = _("It stands in the log before anything is written.")
        self.add(self._count, FormRow(_("Why?"), self.reason, hint))
        self.add_layout(row(self.go_button))

    def show_akter(self, count: int) -> None:
        self._count.setText(_("Case files that you can open: {count}").format(count=count))
        self.go_button.setEnabled(count > 0)

    def wipe(self) -> None:
        self.reason.show_text("")
