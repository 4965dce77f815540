# SPDX-License-Identifier: EUPL-1.2
"""Where an incident is written: a line more for the next child as soon as one is written."""

from workbench.ui.incidents.children import SLOTS, slots_shown
from workbench.ui.incidents.specs import fields
from workbench.ui.kit.page import Page
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.spec import WritingVm
from workbench.words import _


class IncidentPanel(WritingPanel):
    """A panel with the fields of an incident."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("New incident"), fields())
        self._written: dict[str, str] = {}
        self.typed.connect(self._follow)

    def show_writing(self, vm: WritingVm) -> None:
        super().show_writing(vm)
        self._written = dict(vm.values)
        self._offer()

    def _follow(self, name: str, text: str) -> None:
        self._written[name] = text
        if name.startswith("child"):
            self._offer()

    def _offer(self) -> None:
        shown = slots_shown(self._written)
        for at in range(1, SLOTS + 1):
            for name in (f"child{at}", f"child{at}_how"):
                self.form.show_field(name, shown=at <= shown)
