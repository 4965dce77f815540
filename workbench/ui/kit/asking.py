# SPDX-License-Identifier: EUPL-1.2
"""What can be asked of the person at the screen. No Qt: presenters may hold an `Asks`.

An answer comes by callback. Escape, "no" and the lock give no answer: the callback is not called,
and nothing has happened.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Question:
    """`yes` and `no` are verbs that say what happens, not "OK" and "Cancel"."""

    title: str
    text: str
    yes: str
    no: str
    is_grave: bool = False


class Asks(Protocol):
    """`ui.kit.dialogs.Dialogs` is the one implementation."""

    def confirm(self, question: Question, *, yes: Callable[[], None]) -> None: ...

    def ask_text(
        self, question: Question, *, got: Callable[[str], None], must_say: bool = True
    ) -> None:
        """A reason, a note. `must_say`: an empty text cannot be given."""
        ...

    def ask_secret(self, question: Question, *, got: Callable[[str], None]) -> None:
        """The passphrase again, before something leaves."""
        ...

    def choose_folder(self, title: str, *, got: Callable[[Path], None]) -> None: ...

    def choose_file(
        self, title: str, *, got: Callable[[Path], None], endings: Sequence[str] = ()
    ) -> None:
        """An existing file; `endings` like ".age" narrow what is listed."""
        ...
