# SPDX-License-Identifier: EUPL-1.2
"""What is set on one computer and not in a vault: it must be known before anything is unlocked.

Nothing of a person or of an organisation belongs here.
"""

from typing import NamedTuple, Protocol

from workbench.words import Language

SCALES = (100, 125, 150, 200)
"""Per cent of the system's size."""


class Preferences(NamedTuple):
    """How the program speaks, and how large everything is, from its next start.

    A named tuple, like whatever else is made before the first paint: a data class takes 0.7 ms.
    """

    language: Language = "sv"
    scale: int = 100


class KeepsPreferences(Protocol):
    """Where they are kept."""

    def read(self) -> Preferences:
        """What was set; what was not, or cannot be read, is as it was delivered."""
        ...

    def write(self, preferences: Preferences) -> None:
        """Raises FILE-003: what held before still holds."""
        ...


class Unkept:
    """For as long as the program runs."""

    def __init__(self) -> None:
        self.kept = Preferences()

    def read(self) -> Preferences:
        return self.kept

    def write(self, preferences: Preferences) -> None:
        self.kept = preferences
