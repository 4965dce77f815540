# SPDX-License-Identifier: EUPL-1.2
"""Photograph every page: `python -m tests.shots [name…]` into build/shots/.

Light and dark, at 1366x768 and at 200 % in a window of 1366x768 pixels. The scale is fixed when
Qt starts, so every scale and palette has a process of its own.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

OUT = Path("build/shots")
WIDTH, HEIGHT = 1366, 768


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.shots")
    parser.add_argument("names", nargs="*", help="only pages whose name begins so")
    parser.add_argument("--factor", type=int, choices=(1, 2))
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--lang", choices=("sv", "en"), default="sv")
    args = parser.parse_args()
    if args.factor is None:
        return _every_look(args.names, args.lang)
    return _photograph(args)


def _every_look(names: list[str], lang: str) -> int:
    worst = 0
    for factor in (1, 2):
        environment = os.environ | {
            "QT_SCALE_FACTOR": str(factor),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "qt.qpa.*=false",
        }
        for dark in ([], ["--dark"]):
            command = [sys.executable, "-m", "tests.shots", "--factor", str(factor), *dark]
            child = subprocess.run([*command, "--lang", lang, *names], env=environment, check=False)
            worst = max(worst, child.returncode)
    return worst


def _photograph(args: argparse.Namespace) -> int:
    from PySide6.QtWidgets import QApplication, QDialog

    from tests.shots.pages import in_window, pages
    from workbench import words
    from workbench.ui.kit import theme
    from workbench.ui.kit.page import Page

    words.speak(args.lang)
    app = QApplication([])
    theme.apply(app, dark=args.dark)
    OUT.mkdir(parents=True, exist_ok=True)
    look = ("dark" if args.dark else "light") + ("-200" if args.factor == 2 else "")
    for name, build in pages():
        if args.names and not name.startswith(tuple(args.names)):
            continue
        built = build()
        window = in_window(built) if isinstance(built, Page) else built
        if not isinstance(window, QDialog):
            window.resize(WIDTH // args.factor, HEIGHT // args.factor)
        window.show()
        for _turn in range(5):
            app.processEvents()
        window.grab().save(str(OUT / f"{name}-{look}.png"))
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
