# SPDX-License-Identifier: EUPL-1.2
"""Pages about the house itself: users, backups, the log, the machine. Reached from *Verksamhet*.

Each presenter is given (view, jobs, session, asks, go, outside).
"""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.ui.kit.page import Page
from workbench.ui.places import PageName

HOUSE_PAGES: Mapping[PageName, tuple[Callable[..., Page], Callable[..., Any]]] = {}
