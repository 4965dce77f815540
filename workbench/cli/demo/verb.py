# SPDX-License-Identifier: EUPL-1.2
"""`workbench demo [--out DIR] [--no-window]`."""

import argparse
import os
import secrets
import subprocess
import sys
from pathlib import Path

from workbench.app.opening import system_surroundings
from workbench.cli import telling
from workbench.cli.demo.fiction import Fiction
from workbench.cli.demo.folder import prepare
from workbench.cli.demo.play import Play, play
from workbench.cli.verb import Outcome, Verbs, declare

_DEFAULT = Path("build") / "demo"
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


def register(verbs: Verbs) -> None:
    """Offer the demo."""
    parser = verbs.add_parser("demo", help="the main job on fictional people")
    parser.add_argument("--out", metavar="DIR", type=Path, default=_DEFAULT)
    parser.add_argument("--no-window", action="store_true")
    declare(parser, _demo)


def _demo(args: argparse.Namespace) -> Outcome:
    around = system_surroundings()
    step = ""
    try:
        run = Play(prepare(args.out, around.ids.random_bytes), around, Fiction(secrets.randbelow))
        try:
            printed = play(run)
        finally:
            step = run.step
    except Exception as error:
        code = telling.expected(error).code
        telling.say(telling.one_line({"ok": False, "step": step, "code": code}))
        raise
    telling.say(telling.one_line(printed))
    if not args.no_window and _has_display():
        _open_window(Path(printed["sender_vault"]))
    return Outcome({})


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in _DISPLAYS)


def _open_window(vault: Path) -> None:
    """In a process of its own: Qt ends a process whose display does not answer."""
    command = [sys.executable, "-m", "workbench", "run", str(vault)]
    subprocess.run(command, check=False)  # noqa: S603  our own program
