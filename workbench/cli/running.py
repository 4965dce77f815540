# SPDX-License-Identifier: EUPL-1.2
"""`workbench` and `workbench run [DIR]`: the program with its window."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from workbench import words
from workbench.app.preferences import Preferred
from workbench.cli.verb import Outcome, Verbs, declare
from workbench.services.preferences import SCALES

_PRIVATE = 0o077
_SCALE = "QT_SCALE_FACTOR"


def register(verbs: Verbs) -> None:
    """Offer the window."""
    parser = verbs.add_parser("run", help="open the program (also: no verb at all)")
    parser.add_argument("vault", metavar="DIR", type=Path, nargs="?")
    declare(parser, _open)
    parser.set_defaults(lang=None)  # what the settings of this computer say


def run(given: Sequence[str]) -> int:
    """Open the window straight away, without the other verbs; return the exit code."""
    os.umask(_PRIVATE)
    parser = argparse.ArgumentParser(prog="workbench", description="Värn")
    register(parser.add_subparsers(required=True))
    args = parser.parse_args(given or ["run"])
    preferred = Preferred().read()
    words.speak(args.lang or preferred.language)
    if preferred.scale != SCALES[0]:
        os.environ.setdefault(_SCALE, str(preferred.scale / 100))  # Qt reads it when it starts
    args.act(args)
    return 0


def _open(args: argparse.Namespace) -> Outcome:
    from workbench.app import places  # noqa: PLC0415  `--help` needs neither
    from workbench.app.run import run_window  # noqa: PLC0415

    run_window(args.vault.expanduser() if args.vault else places.usual())
    return Outcome({})
