# SPDX-License-Identifier: EUPL-1.2
"""The command `workbench`. The contract of its verbs is docs/formats/command-line.md.

Exit codes: 0 done, 1 refused (last line on stderr is `CODE message`), 2 usage.
"""

import argparse
import json
import os
from collections.abc import Sequence

from workbench import words
from workbench.cli import bundles, cards, instruments, scoring, telling, vaults
from workbench.cli.demo import verb as demo
from workbench.cli.verb import Outcome
from workbench.domain.errors import WorkbenchError

_PRIVATE = 0o077
_INTERRUPTED = 130
_FAMILIES = (demo, instruments, scoring, vaults, cards, bundles)


def run(arguments: Sequence[str] | None = None) -> int:
    """Do one verb and return the exit code."""
    os.umask(_PRIVATE)
    telling.speak_utf8()
    args = _parser().parse_args(arguments)
    words.speak(args.lang)
    try:
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="workbench", description="Värn")
    verbs = parser.add_subparsers(required=True, metavar="verb")
    for family in _FAMILIES:
        family.register(verbs)
    return parser


def _show(outcome: Outcome, *, as_json: bool) -> None:
    if as_json and outcome.printed:
        telling.say(telling.one_line(outcome.printed))
        return
    for key, value in outcome.printed.items():
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        telling.say(f"{key}: {shown}")
