# SPDX-License-Identifier: EUPL-1.2
"""Who opens the vault, and what they are told. One derivation runs at a time."""

from collections.abc import Callable
from typing import Generic, NamedTuple, Protocol, TypeVar

from workbench.domain.errors import WorkbenchError
from workbench.services.jobs import Jobs
from workbench.words import ErrorText, error_text

S = TypeVar("S")
PLACE_DIGITS = 2
OLDER_COPY = "VAULT-005"


class UnlockView(Protocol):
    """What the page can show."""

    def show_working(self) -> None: ...

    def show_refused(self, text: ErrorText, wait_s: int) -> None: ...

    def show_older(self, text: ErrorText) -> None:
        """A file is an older copy: refused, and a way to go on that asks for a reason."""
        ...

    def show_problem(self, error: Exception) -> None: ...

    def empty(self) -> None: ...


class Typed(NamedTuple):
    """What stands in the fields. `over_older`: why an older copy is opened all the same."""

    place: str
    passphrase: str
    over_older: str = ""

    @property
    def is_complete(self) -> bool:
        is_number = self.place.isascii() and self.place.isdigit()
        return is_number and len(self.place) <= PLACE_DIGITS and bool(self.passphrase.strip())


class UnlockPresenter(Generic[S]):
    """`unlock` derives the key and opens the vault; `opened` gets what it returned."""

    def __init__(
        self,
        view: UnlockView,
        jobs: Jobs,
        unlock: Callable[[int, str, str], S],
        opened: Callable[[S], None],
    ) -> None:
        self._view, self._jobs, self._unlock, self._opened = view, jobs, unlock, opened
        self.is_working = False

    def submit(self, typed: Typed) -> None:
        """Try what was typed; an incomplete or second attempt does nothing."""
        if self.is_working or not typed.is_complete:
            return
        self.is_working = True
        self._view.show_working()
        place, passphrase, why = int(typed.place), typed.passphrase, typed.over_older
        self._jobs.run(
            lambda: self._unlock(place, passphrase, why), done=self._done, failed=self._failed
        )

    def _done(self, session: S) -> None:
        self.is_working = False
        self._view.empty()
        self._opened(session)

    def _failed(self, error: Exception) -> None:
        self.is_working = False
        if isinstance(error, WorkbenchError) and error.code == OLDER_COPY:
            self._view.show_older(error_text(error))
        elif isinstance(error, WorkbenchError):
            wait = error.facts.get("seconds", 0)
            self._view.show_refused(error_text(error), wait if isinstance(wait, int) else 0)
        else:
            self._view.show_problem(error)
