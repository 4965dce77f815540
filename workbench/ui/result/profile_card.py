# SPDX-License-Identifier: EUPL-1.2
"""Which of the instrument's profiles it is read by. None is on until a person chooses it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from workbench.ui.kit.cards import Card, FormRow
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.result.vms import ProfileVm
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.form import ListField
from workbench.words import _

_WIDEST = 56 * UNIT


class ProfileCard(Card):
    """Not there at all for an instrument without profiles.

    Signals:
        chosen: the profile, or "" for none.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            _("Profile"),
            _("A profile is the whole rule of one area or edition, and may ask more questions. "
              "None is on until you choose it."),
        )  # fmt: skip
        self.field = ListField(())
        self.field.setObjectName("profile")
        self.field.setMaximumWidth(_WIDEST)
        self.field.setItemText(0, _("No profile"))
        self._row = FormRow(_("Read by"), self.field)
        self._fixed = Label("", "strong")
        self.add(self._row, self._fixed)
        self._offered: tuple[OptionVm, ...] = ()
        self.field.typed.connect(self.chosen)

    def show_profile(self, vm: ProfileVm | None) -> None:
        self.setVisible(vm is not None)
        if vm is None:
            return
        self._offer(vm.options)
        self.field.show_text(vm.chosen)
        self._fixed.setText(vm.told)
        self._row.setVisible(vm.may_choose)
        self._fixed.setHidden(vm.may_choose)

    def _offer(self, options: Sequence[OptionVm]) -> None:
        if tuple(options) == self._offered:
            return
        self._offered = tuple(options)
        while self.field.count() > 1:
            self.field.removeItem(1)
        for option in options:
            self.field.addItem(option.label, option.code)
