# SPDX-License-Identifier: EUPL-1.2
"""A passphrase that is drawn, shown, hidden and typed back. It lives here until then."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from workbench.crypto import passphrases
from workbench.services.akter.session import Session
from workbench.services.house import access
from workbench.services.jobs import Jobs


class DrawingView(Protocol):
    """What the page must be able to show."""

    def show_passphrase(self, words: tuple[str, ...], number: str) -> None:
        """Of the user with this number."""
        ...

    def ask_back(self) -> None:
        """The passphrase is out of sight; it is to be typed by who will use it."""
        ...

    def show_mismatch(self) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


@dataclass(frozen=True, slots=True)
class ForWhom:
    """Whose passphrase is drawn. `then` gets it once it was typed back."""

    place: int
    roles: tuple[str, ...]
    then: Callable[[str], None]


@dataclass(slots=True)
class _Drawn:
    whose: ForWhom
    passphrase: str = field(repr=False)


class Drawing:
    """One passphrase at a time."""

    def __init__(self, view: DrawingView, jobs: Jobs, session: Session) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._drawn: _Drawn | None = None

    def draw(self, whose: ForWhom) -> None:
        """Draw one and show it."""
        self._jobs.run(
            lambda: access.new_passphrase(self._session.desk, whose.roles),
            done=lambda passphrase: self._show(_Drawn(whose, passphrase)),
            failed=self._view.show_problem,
        )

    def again(self) -> None:
        """Another one for the same person."""
        if self._drawn is not None:
            self.draw(self._drawn.whose)

    def hide(self) -> None:
        """They remember it."""
        if self._drawn is not None:
            self._view.ask_back()

    def show_again(self) -> None:
        if self._drawn is not None:
            self._show(self._drawn)

    def type_back(self, typed: str) -> None:
        drawn = self._drawn
        if drawn is None:
            return
        if passphrases.same(typed, drawn.passphrase):
            drawn.whose.then(drawn.passphrase)
        else:
            self._view.show_mismatch()

    def forget(self) -> None:
        """At lock, and when somebody thinks better of it: what was drawn opens nothing."""
        self._drawn = None

    def _show(self, drawn: _Drawn) -> None:
        self._drawn = drawn
        words = tuple(drawn.passphrase.split())
        self._view.show_passphrase(words, f"{drawn.whose.place:02d}")
