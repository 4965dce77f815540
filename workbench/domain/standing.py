# SPDX-License-Identifier: EUPL-1.2
"""A person's word that something still stands although what it was built on has changed."""

from dataclasses import dataclass

from workbench.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class StillHolds:
    """`kind` and `record` are what stands. `changes`: those that were on screen.

    A change that came after them is not answered by it. Each is an entry's id, or `gone:` and the
    record that no longer is there.
    """

    kind: str
    record: RecordId
    changes: tuple[str, ...]
    because: str
