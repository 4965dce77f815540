# SPDX-License-Identifier: EUPL-1.2
"""A panel some of whose fields are asked for only when another one says so."""

from collections.abc import Collection, Mapping, Sequence

from workbench.ui.kit.page import Page
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.panel import REASON, WritingPanel
from workbench.ui.writing.spec import WritingVm

Condition = tuple[str, str]
"""A field, and what stands in it."""


class ConditionalPanel(WritingPanel):
    """Fields of `asked_if` are shown while their condition holds."""

    def __init__(
        self,
        page: Page,
        heading: str,
        fields: Sequence[FieldVm],
        asked_if: Mapping[str, Condition],
        *,
        closes: bool = False,
    ) -> None:
        super().__init__(page, heading, fields, closes=closes)
        self._asked_if, self._names = asked_if, tuple(each.name for each in fields)
        self._left_out: Collection[str] = ()
        self._said: dict[str, str] = {}
        self.typed.connect(self._turn)

    def leave_out(self, names: Collection[str]) -> None:
        """Fields that have no place here, whatever the others say."""
        self._left_out = names
        for name in self._free():
            self._show(name)

    def show_writing(self, vm: WritingVm) -> None:
        super().show_writing(vm)
        self._said = dict(vm.values)
        for name in self._asked_if:
            self._show(name)

    def _free(self) -> list[str]:
        """Fields that stand for themselves; why something is changed is the panel's own matter."""
        return [name for name in self._names if name != REASON]

    def _turn(self, field: str, text: str) -> None:
        self._said[field] = text
        for name, (asked, _wanted) in self._asked_if.items():
            if asked == field:
                self._show(name)

    def _show(self, name: str) -> None:
        field, wanted = self._asked_if.get(name, ("", ""))
        is_asked = not field or self._said.get(field, "") == wanted
        self.form.show_field(name, shown=is_asked and name not in self._left_out)
