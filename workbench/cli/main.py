# SPDX-License-Identifier: EUPL-1.2
"""The command `workbench`. The contract of its verbs is docs/formats/command-line.md.

Exit codes: 0 done, 1 refused (last line on stderr is `CODE message`), 2 usage.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence

from workbench import words
from workbench.cli import bundles, cards, instruments, scoring, vaults
from workbench.cli.demo import verb as demo
from workbench.cli.verb import Outcome
from workbench.domain.errors import WorkbenchError

_PRIVATE = 0o077
_FAMILIES = (demo, instruments, scoring, vaults, cards, bundles)


def run(arguments: Sequence[str] | None = None) -> int:
    """Do one verb and return the exit code."""
    os.umask(_PRIVATE)
    args = _parser().parse_args(arguments)
    words.speak(args.lang)
    try:
        outcome = args.act(args)
    except WorkbenchError as error:
        return _refuse(error)
    _show(outcome, as_json=args.json)
    if isinstance(outcome.refused, WorkbenchError):
        return _refuse(outcome.refused)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="workbench", description="Värn")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    for family in _FAMILIES:
        family.register(verbs)
    return parser


def _show(outcome: Outcome, *, as_json: bool) -> None:
    if as_json and outcome.printed:
        print(json.dumps(outcome.printed, ensure_ascii=False))
        return
    for key, value in outcome.printed.items():
        shown = value if isinstance(value, str | int) else json.dumps(value, ensure_ascii=False)
        print(f"{key}: {shown}")


def _refuse(error: WorkbenchError) -> int:
    text = words.error_text(error)
    print(f"{text.code} {text.what} {text.remedy}".rstrip(), file=sys.stderr)
    return 1
