# SPDX-License-Identifier: EUPL-1.2
"""It still holds: asked why, then entered against the changes that were on screen."""

from collections.abc import Callable

from workbench.services.changes import Changes
from workbench.services.loop import outdated
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.outdated.telling import OutdatedVm
from workbench.ui.writing.open_case import OpenCase
from workbench.words import _


class Keeping:
    """What a page does for somebody who keeps what is outdated. Without a reason nothing is."""

    def __init__(
        self,
        case: OpenCase,
        asks: Asks,
        *,
        kept: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._case, self._asks, self._kept, self._failed = case, asks, kept, failed

    def ask(self, vm: OutdatedVm) -> None:
        """Why does it still hold? Answered, it is entered."""
        question = Question(
            _("It still holds: why?"),
            "\n".join((vm.text, *vm.changed)),
            yes=_("Enter in the journal"),
            no=_("Cancel"),
        )
        self._asks.ask_text(question, got=lambda because: self._enter(vm, because))

    def _enter(self, vm: OutdatedVm, because: str) -> None:
        self._case.run(
            lambda akt: outdated.still_holds(akt, vm.seen, because),
            done=self._entered,
            failed=self._failed,
        )

    def _entered(self, _changes: Changes) -> None:
        self._kept()
