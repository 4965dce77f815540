# SPDX-License-Identifier: EUPL-1.2
"""What every verb of the command line returns, and how it refuses."""

import argparse
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from workbench.domain.errors import WorkbenchError

Printed = Mapping[str, Any]


class Outcome(NamedTuple):
    """One JSON object to print; `refused` is the error that makes the exit code 1.

    `warnings` stop nothing and are told on stderr.
    """

    printed: Printed
    refused: WorkbenchError | None = None
    warnings: tuple[WorkbenchError, ...] = ()


Act = Callable[[argparse.Namespace], Outcome]


class Verbs(Protocol):
    """What `add_subparsers` gives."""

    def add_parser(self, name: str, *, help: str = ...) -> argparse.ArgumentParser: ...  # noqa: A002  argparse calls it so


class Family(Protocol):
    """A module of verbs."""

    def register(self, verbs: Verbs) -> None: ...


def declare(parser: argparse.ArgumentParser, act: Act) -> None:
    """Tie a verb to what it does, with the options that every verb has."""
    parser.add_argument("--json", action="store_true", help="one JSON object on one line")
    parser.add_argument("--lang", choices=("sv", "en"), default="sv")
    parser.set_defaults(act=act)
