# SPDX-License-Identifier: EUPL-1.2
"""The program with a window, from its beginning to its end."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from workbench.app.window import Program
from workbench.ui.kit import theme


def run_window(vault: Path) -> int:
    """Open the program on a vault; return when its window is closed."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        theme.apply(app)
    else:
        app = theme.begin(sys.argv[:1])
    program = Program(app, vault)
    program.shell.show()
    code = app.exec()
    program.end()
    return code
