# SPDX-License-Identifier: EUPL-1.2
"""Verbs that follow with the instrument engine."""

from workbench.cli.verb import Verbs


def register(verbs: Verbs) -> None:
    """Nothing is offered yet."""
    del verbs
