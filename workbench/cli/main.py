# SPDX-License-Identifier: EUPL-1.2
"""The command `workbench`. The contract of its verbs is docs/formats/command-line.md.

Exit codes: 0 done, 1 refused (last line on stderr is `CODE message`), 2 usage.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from workbench import words
from workbench.cli import telling
from workbench.cli.verb import Family, Outcome
from workbench.domain.errors import WorkbenchError

_PRIVATE = 0o077
_INTERRUPTED = 130
_FAMILIES = {
    "run": "workbench.cli.running",
    "demo": "workbench.cli.demo.verb",
    "instruments": "workbench.cli.instruments",
    "score": "workbench.cli.scoring",
    "vault": "workbench.cli.vaults",
    "card": "workbench.cli.cards",
    "bundle": "workbench.cli.bundles",
}


def run(arguments: Sequence[str] | None = None) -> int:
    """Do one verb and return the exit code. The window comes straight from `entry`."""
    os.umask(_PRIVATE)
    telling.speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        args = _parser(given).parse_args(given)
        words.speak(args.lang or "sv")
        return _do(args)
    except WorkbenchError as error:
        return telling.refuse(error)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last net: what is told must not hold what was typed
        return telling.refuse_unexpected(error)


def _do(args: argparse.Namespace) -> int:
    outcome: Outcome = args.act(args)
    _show(outcome, as_json=args.json)
    for warning in outcome.warnings:
        telling.tell(warning)
    return telling.refuse(outcome.refused) if outcome.refused is not None else 0


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="workbench", description="Värn")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    for family in _families(given):
        family.register(verbs)
    return parser


def _families(given: Sequence[str]) -> list[Family]:
    """Only the family that is asked for is loaded: a score need not wait for vault and paper."""
    asked = _FAMILIES.get(given[0]) if given else None
    return [import_module(name) for name in ([asked] if asked else _FAMILIES.values())]


def _show(outcome: Outcome, *, as_json: bool) -> None:
    if as_json and outcome.printed:
        telling.say(telling.one_line(outcome.printed))
        return
    for key, value in outcome.printed.items():
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        telling.say(f"{key}: {shown}")
