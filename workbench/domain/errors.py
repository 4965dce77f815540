# SPDX-License-Identifier: EUPL-1.2
"""The one family of failures that we expect and can explain."""

from typing import ClassVar


class WorkbenchError(Exception):
    """A failure we expect and can explain.

    `code` is stable; its wording and remedy are in `resources/errors/` and docs/errors.md.
    `facts` may be shown and logged, so they never hold answers, names or secrets.
    """

    code: ClassVar[str]

    def __init__(self, **facts: str | int) -> None:
        self.facts = facts
        super().__init__(f"{self.code} {facts}" if facts else self.code)


class Cancelled(Exception):  # noqa: N818  it is no error: a person changed their mind
    """A person withdrew from what they began; nothing is shown."""
