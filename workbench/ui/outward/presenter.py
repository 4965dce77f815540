# SPDX-License-Identifier: EUPL-1.2
"""Looking through what must be known before something leaves, and what was ticked of it."""

from collections.abc import Callable
from typing import Protocol

from workbench.services.handing_over import outward
from workbench.services.records.akt import Akt
from workbench.ui.outward.telling import LookVm, contact_lines, tell
from workbench.ui.places import SAFE_CONTACT, Go, Place
from workbench.ui.writing.open_case import OpenCase


class LookView(Protocol):
    """What the panel must be able to show."""

    def show_look(self, vm: LookVm) -> None: ...

    def show_ticked(self, codes: tuple[str, ...]) -> None: ...

    def show_contact(self, lines: tuple[str, ...]) -> None: ...

    def hide_contact(self) -> None: ...

    def show_unticked(self, code: str) -> None:
        """This must be ticked before anything leaves; the focus goes there."""
        ...


class LookingThrough:
    """One act at a time: what was ticked holds for the next thing that leaves, and no longer.

    `failed` is told what could not be read. `with_code_word`: no name stands on the page.
    """

    def __init__(
        self,
        case: OpenCase,
        view: LookView,
        go: Go,
        failed: Callable[[Exception], None],
        *,
        with_code_word: bool = False,
    ) -> None:
        self._case, self._view, self._go, self._failed = case, view, go, failed
        self._with_code_word = with_code_word
        self._asked: tuple[str, ...] = (outward.LOOKED_THROUGH,)
        self._ticked: dict[str, None] = {}
        self._looked_at: LookVm | None = None

    @property
    def checked(self) -> tuple[str, ...]:
        """What is ticked now."""
        return tuple(self._ticked)

    def open(self) -> None:
        """Everything, and the safe contact unfolded, before anything can be done."""
        self.refresh()
        self.ask_contact()

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(lambda akt: tell(akt, desk), done=self._show, failed=self._failed)

    def ask_contact(self) -> None:
        def lines(akt: Akt) -> tuple[str, ...]:
            return contact_lines(akt, with_code_word=self._with_code_word)

        self._case.run(lines, done=self._show_contact, failed=self._failed)

    def put_contact_away(self) -> None:
        self._view.hide_contact()

    def change_contact(self) -> None:
        self._go(Place("protection", self._case.case, SAFE_CONTACT))

    def change_known(self) -> None:
        """To where the list and the interpreter are written."""
        self._go(Place("about-person", self._case.case))

    def tick(self, code: str, *, is_ticked: bool) -> None:
        self._ticked.pop(code, None)
        if is_ticked:
            self._ticked[code] = None

    def missing(self) -> str:
        """The first that is not ticked; "" when something may leave."""
        return next((code for code in self._asked if code not in self._ticked), "")

    def is_ready(self) -> bool:
        """Whether something may leave; what is missing is said where it stands."""
        missing = self.missing()
        if missing:
            self._view.show_unticked(missing)
        return not missing

    def done(self) -> None:
        """Something left: the next thing asks again."""
        self._ticked.clear()
        self._view.show_ticked(())

    def _show(self, vm: LookVm) -> None:
        if self._looked_at not in (None, vm):
            self._ticked.clear()  # it was ticked of something else
        self._looked_at = vm
        self._asked = tuple(each.code for each in vm.ticks)
        self._view.show_look(vm)
        self._view.show_ticked(self.checked)

    def _show_contact(self, lines: tuple[str, ...]) -> None:
        if lines:
            self._view.show_contact(lines)
