# SPDX-License-Identifier: EUPL-1.2
"""Preferences in a small file of the installation's own state, one word and its value a line.

Read before the first paint: so neither a parser nor platformdirs is loaded for it.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from workbench.domain.file_errors import UnwritableFileError
from workbench.services.preferences import SCALES, Preferences
from workbench.words import LANGUAGES

NAME = "preferences"
_STATE, _APP = "VARN_STATE_DIR", "varn"
_MOST_BYTES = 4096


def state_folder() -> Path:
    """Where this installation keeps its own state, as `vault.installation` says, found quickly."""
    named = os.environ.get(_STATE)
    if named:
        return Path(named)
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / _APP
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / _APP
    given = os.environ.get("XDG_STATE_HOME", "").strip()
    return (Path(given) if given else home / ".local" / "state") / _APP


class Preferred:
    """Satisfies `services.preferences.KeepsPreferences`. `folder`: None is the usual one."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or state_folder()) / NAME

    def read(self) -> Preferences:
        said = dict(line.split(" ", 1) for line in self._lines() if " " in line)
        plain = Preferences()
        languages = [each for each in LANGUAGES if each == said.get("language")]
        scales = [each for each in SCALES if str(each) == said.get("scale")]
        return Preferences((*languages, plain.language)[0], (*scales, plain.scale)[0])

    def write(self, preferences: Preferences) -> None:
        """Whole or not at all; a reader never sees half of it."""
        text = f"language {preferences.language}\nscale {preferences.scale}\n"
        beside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(text, encoding="ascii")
            beside.replace(self._path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise UnwritableFileError(name=NAME) from None

    def _lines(self) -> list[str]:
        try:
            with self._path.open("rb") as file:
                content = file.read(_MOST_BYTES)
        except OSError:
            return []
        return content.decode("ascii", "replace").splitlines()
