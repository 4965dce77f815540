# SPDX-License-Identifier: EUPL-1.2
"""Working rows: what a person typed or ticked, durable at once, not yet entered."""

from dataclasses import dataclass

from workbench.domain.ids import RecordId, UserId


@dataclass(frozen=True, slots=True, order=True)
class WorkingKey:
    """Where a working row belongs. `column` is "" unless the item has time columns."""

    kind: str
    record: RecordId
    field: str
    column: str
    author: UserId


@dataclass(frozen=True, slots=True)
class WorkingRow:
    """One field as it stands: `value` is canonical JSON text."""

    key: WorkingKey
    value: str
    updated_at: str
