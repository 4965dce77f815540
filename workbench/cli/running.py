# SPDX-License-Identifier: EUPL-1.2
"""`workbench run [DIR]`: the program with its window."""

import argparse
from pathlib import Path

from workbench.cli.verb import Outcome, Verbs, declare

_USUAL = Path("~") / "Varn"


def register(verbs: Verbs) -> None:
    """Offer the window."""
    parser = verbs.add_parser("run", help="open the program")
    parser.add_argument("vault", metavar="DIR", type=Path, nargs="?", default=_USUAL)
    declare(parser, _run)


def _run(args: argparse.Namespace) -> Outcome:
    from workbench.app.window import run_window  # noqa: PLC0415  no Qt for the other verbs

    run_window(args.vault.expanduser())
    return Outcome({})
