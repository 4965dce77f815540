# SPDX-License-Identifier: EUPL-1.2
"""Working material: durable at once, seen by its author, entered or thrown away by choice."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.canonical import Json, canonical_bytes, replace_surrogates
from workbench.domain.ids import RecordId
from workbench.domain.working import WorkingKey, WorkingRow
from workbench.services.records.akt import Akt


@dataclass(frozen=True, slots=True)
class Unentered:
    """Working material of one record: its kind, how much of it, since when."""

    kind: str
    record: RecordId
    fields: int
    since: str


@dataclass(frozen=True, slots=True)
class Field:
    """Where something was typed: which record, which field of it, which time column."""

    kind: str
    record: RecordId
    name: str
    column: str = ""


def type_field(akt: Akt, field: Field, value: Json) -> None:
    """Keep what was typed or ticked: one durable write."""
    clean = replace_surrogates(value) if isinstance(value, str) else value
    text = canonical_bytes(clean).decode("utf-8")
    akt.file.put_working(WorkingRow(_key(akt, field), text, akt.now()))


def clear_field(akt: Akt, field: Field) -> None:
    """Take one working row back."""
    akt.file.drop_working([_key(akt, field)])


def rows_of(akt: Akt, kind: str, record: RecordId) -> tuple[WorkingRow, ...]:
    """The author's own working rows of one record."""
    rows = akt.file.working_rows(akt.user)
    return tuple(row for row in rows if (row.key.kind, row.key.record) == (kind, record))


def fields_of(akt: Akt, kind: str, record: RecordId) -> Mapping[str, Json]:
    """The author's working fields of one record by name (rows without a column)."""
    rows = rows_of(akt, kind, record)
    return {row.key.field: json.loads(row.value) for row in rows if not row.key.column}


def discard(akt: Akt, kind: str, record: RecordId) -> None:
    """Throw away one record's working material (never anything entered)."""
    akt.file.drop_working([row.key for row in rows_of(akt, kind, record)])


def unentered(akt: Akt) -> tuple[Unentered, ...]:
    """What the author has typed and neither entered nor thrown away, oldest first."""
    grouped: dict[tuple[str, RecordId], list[WorkingRow]] = {}
    for row in akt.file.working_rows(akt.user):
        grouped.setdefault((row.key.kind, row.key.record), []).append(row)
    found = [
        Unentered(kind, record, len(rows), min(row.updated_at for row in rows))
        for (kind, record), rows in grouped.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.since, each.record)))


def keys_of(rows: Sequence[WorkingRow]) -> list[WorkingKey]:
    """The keys that an entry clears."""
    return [row.key for row in rows]


def _key(akt: Akt, field: Field) -> WorkingKey:
    return WorkingKey(field.kind, field.record, field.name, field.column, akt.user)
