# SPDX-License-Identifier: EUPL-1.2
"""Which pages are photographed. A room adds its own file `of_<task>.py` beside this one.

Such a file holds `PAGES`: a tuple of (name, builder). A builder returns a widget with fictional
rows in it. A `Page` is shown inside the window with its rail; anything else is shown as it is.
"""

import importlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.ui.kit.dialogs import Dialogs
from workbench.ui.kit.frame import Frame
from workbench.ui.kit.page import Page
from workbench.ui.kit.rail import Entry
from workbench.ui.shell import Shell
from workbench.ui.unlock.page import UnlockPage

Builder = Callable[[], QWidget]


def pages() -> list[tuple[str, Builder]]:
    """Every (name, builder), in order of file and place."""
    found: list[tuple[str, Builder]] = []
    for path in sorted(Path(__file__).parent.glob("of_*.py")):
        found.extend(importlib.import_module(f"tests.shots.{path.stem}").PAGES)
    return found


def in_window(page: Page, under: str = "cases") -> Shell:
    """The page as it stands in the real window, vault open."""
    shell = Shell(UnlockPage(folder=""), lock_now=lambda: None)
    rail = (("today", "Idag", "today"), ("cases", "Akter", "cases"))
    entries = [Entry(key, label, icon, lambda: Page("")) for key, label, icon in rail]
    entries.append(Entry("receive", "Öppna paket", "open-bundle", lambda: Page("")))
    entries.append(Entry("shown", "", "", lambda: page, under=under))
    shell.unlocked("fictional", Frame(entries, Dialogs(shell)), "shown")
    return shell
