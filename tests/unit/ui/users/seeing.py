# SPDX-License-Identifier: EUPL-1.2
"""A view that remembers what it was told."""

from typing import Any


class View:
    """Any view: every call is kept, the newest last."""

    def __init__(self) -> None:
        self.told: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str):
        return lambda *args, **named: self.told.append((name, (*args, *named.values())))

    @property
    def phrases(self) -> "View":
        return self

    def last(self, name: str) -> tuple[Any, ...]:
        return next(args for told, args in reversed(self.told) if told == name)

    def names(self) -> list[str]:
        return [name for name, _args in self.told]
