# SPDX-License-Identifier: EUPL-1.2
"""The recovery code: shown once, typed back, or drawn anew when first start was broken off."""

from collections.abc import Sequence
from typing import Protocol

from workbench.domain.errors import WorkbenchError
from workbench.services.jobs import Jobs, no_pulse
from workbench.services.recovery_ports import Codes
from workbench.ui.first_start.ways import RecoveryWays, Sheet
from workbench.words import ErrorText, error_text

THREE = 3


class RecoveryView(Protocol):
    """What the page must be able to show."""

    def show_codes(self, vault: str, day: str, codes: tuple[str, ...]) -> None: ...

    def ask_back(self, how_many: int, *, may_show: bool) -> None:
        """The codes are out of sight; they are to be typed. `may_show`: they can be seen again."""
        ...

    def show_wrong_groups(self, number: int, groups: tuple[int, ...]) -> None:
        """Which code (from 1), and which of its groups differ from what was shown."""
        ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_working(self) -> None: ...

    def show_printed(self) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class RecoveryPresenter:
    """No akt can be begun before `ways.recovery` has the codes back."""

    def __init__(self, view: RecoveryView, jobs: Jobs, ways: RecoveryWays) -> None:
        self._view, self._jobs, self._ways = view, jobs, ways
        self._codes: tuple[str, ...] = (ways.code,) if ways.code else ()
        self._is_working = False

    def open(self) -> None:
        """Show the code that came with the vault; without it ask for it, or for a new one."""
        if self._codes:
            self._show()
        else:
            self._view.ask_back(1, may_show=False)

    def choose(self, codes: Codes) -> None:
        """One code, or three of which two are enough. New codes are drawn; the old one goes."""
        if self._is_working or len(self._codes) == (1 if codes == "one" else THREE):
            return
        self._run(codes)

    def draw_anew(self) -> None:
        """The code that was shown the other time is not at hand."""
        self._run("one")

    def hide(self) -> None:
        """Written down: out of sight, to be typed."""
        if self._codes and not self._is_working:
            self._view.ask_back(len(self._codes), may_show=True)

    def show_again(self) -> None:
        if self._codes and not self._is_working:
            self._show()

    def print_out(self) -> None:
        """One sheet a code, on the printer; no file is kept by the program."""
        of = len(self._codes)
        sheets = tuple(
            Sheet(self._ways.vault, code, number, of, self._ways.day)
            for number, code in enumerate(self._codes, 1)
        )
        self._ways.print_sheets(sheets)
        self._view.show_printed()

    def type_back(self, typed: Sequence[str]) -> None:
        """All of them. A slip is told with its group, while the program still knows the code."""
        if self._is_working:
            return
        for number, (one, code) in enumerate(zip(typed, self._codes, strict=False), 1):
            wrong = self._ways.wrong_groups(one, code)
            if wrong:
                self._view.show_wrong_groups(number, wrong)
                return
        self._is_working = True
        self._view.show_working()
        given, recovery = tuple(typed), self._ways.recovery
        self._jobs.run(
            lambda: recovery.prove(given, no_pulse), done=self._proven, failed=self._failed
        )

    def forget(self) -> None:
        """At lock: what was shown once is not shown again."""
        self._codes = ()

    def _run(self, codes: Codes) -> None:
        self._is_working = True
        self._view.show_working()
        recovery = self._ways.recovery
        self._jobs.run(lambda: recovery.renew(codes), done=self._drawn, failed=self._failed)

    def _drawn(self, codes: tuple[str, ...]) -> None:
        self._is_working = False
        self._codes = codes
        self._show()

    def _show(self) -> None:
        self._view.show_codes(self._ways.vault, self._ways.day, self._codes)

    def _proven(self, _nothing: None) -> None:
        self.forget()
        self._ways.proven()

    def _failed(self, error: Exception) -> None:
        self._is_working = False
        self._view.ask_back(len(self._codes) or 1, may_show=bool(self._codes))
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)
