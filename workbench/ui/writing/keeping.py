# SPDX-License-Identifier: EUPL-1.2
"""The half of writing that runs on the vault's thread: working rows in, an entry out."""

from dataclasses import dataclass
from typing import Any, TypeVar

from workbench.domain.ids import EntryId, RecordId
from workbench.services.changes import Changes
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt, Draft
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.spec import Spec, Values, WritingVm

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opened:
    """A record laid open: as shown, as it stands, and the versions that were seen."""

    vm: WritingVm
    base: Values
    seen: tuple[EntryId, ...]


def left_unentered(akt: Akt, of: type[Any]) -> tuple[RecordId, ...]:
    """New records of a kind that were begun and never entered, newest first."""
    kind = bodies.name_of(of)
    found = [each for each in working.unentered(akt) if each.kind == kind]
    return tuple(each.record for each in reversed(found) if akt.find(of, each.record) is None)


def choose(akt: Akt, spec: Spec[T], record: RecordId | None, *, resume: bool) -> RecordId:
    """The record to write: a given one, the one there is, the newest left, else a new one."""
    if record is not None:
        return record
    standing = akt.all(spec.of) if spec.is_single else ()
    if standing:
        return standing[0].record
    left = left_unentered(akt, spec.of) if resume else ()
    return left[0] if left else akt.new_record()


def lay_open(akt: Akt, spec: Spec[T], record: RecordId, start: Values) -> Opened:
    """What was entered with what was typed on top; `start` only where nothing was typed."""
    standing = [each for each in akt.all(spec.of) if each.record == record]
    base = dict(spec.read(standing[0].value) if standing else spec.fresh)
    rows = working.rows_of(akt, spec.kind, record)
    typed = {n: str(v) for n, v in working.fields_of(akt, spec.kind, record).items()}
    first = {} if rows else dict(start)
    vm = WritingVm(
        record=record,
        values=base | first | typed,
        is_correction=bool(standing),
        since=day_and_time(max(row.updated_at for row in rows)) if rows else "",
        is_single=spec.is_single,
    )
    return Opened(vm, base, tuple(each.entry for each in standing))


def keep(akt: Akt, kind: str, opened: Opened, batch: Values) -> str:
    """Keep fields as working rows; one that says what stands already needs none."""
    for name, text in batch.items():
        where = working.Field(kind, opened.vm.record, name)
        if text == opened.base.get(name, ""):
            working.clear_field(akt, where)
        else:
            working.type_field(akt, where, text)
    return akt.now()


def enter(akt: Akt, spec: Spec[T], opened: Opened, values: Values) -> tuple[Changes, str]:
    """Enter the record and clear its working rows, in one commit.

    Raises:
        WorkbenchError: what `spec.require` refuses; what was typed stays.
    """
    value = spec.build(values)
    spec.require(akt, value)
    spec.require_as(akt, value, opened.vm.record)
    spec.require_seen(akt, opened.vm.record, opened.seen)
    value, attached = spec.complete(akt, value)
    rows = working.rows_of(akt, spec.kind, opened.vm.record)
    draft = Draft(value, opened.vm.record, opened.seen)
    return akt.enter(draft, clearing=working.keys_of(rows), attachments=attached), akt.now()
