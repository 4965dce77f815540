# SPDX-License-Identifier: EUPL-1.2
"""Every version of a record, in words: what was corrected stays readable beside its reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from workbench.domain.ids import EntryId, RecordId, UserId
from workbench.domain.journal import Entry
from workbench.services.records import bodies
from workbench.services.records.akt import Akt
from workbench.services.removing import withdrawing
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.voices import name_of
from workbench.words import _

T = TypeVar("T")
Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class VersionVm:
    """One version: "2026-11-22 14:32 · Name", its labelled lines, why it was corrected."""

    heading: str
    lines: Lines
    reason: str = ""


def versions_of(
    akt: Akt,
    of: type[T],
    record: RecordId,
    names: Mapping[UserId, str],
    describe: Callable[[T], Lines],
) -> tuple[VersionVm, ...]:
    """Newest first; the last one is the original. One version alone is no history: ()."""
    entries = akt.history(of, record)
    if len(entries) < 2:  # noqa: PLR2004  a history needs two
        return ()
    told = [_told(entry, at, of, names, describe) for at, entry in enumerate(entries)]
    told = [_without_text(akt, *pair) for pair in zip(told, entries, strict=True)]
    marked = [
        replace(vm, heading=clock_marked(akt, entry.id, vm.heading))
        for vm, entry in zip(told, entries, strict=True)
    ]
    return tuple(reversed(marked))


def gone_words(akt: Akt, entry: Entry) -> tuple[str, str]:
    """That a text was taken away, and when."""
    trace = withdrawing.trace_of(akt, entry)
    said = _("Withdrawn") if trace.why == "withdrawn" else _("Text disposed of")
    return said, day_and_time(trace.gone) if trace.gone else _("The text was disposed of.")


def _without_text(akt: Akt, vm: VersionVm, entry: Entry) -> VersionVm:
    return vm if entry.body is not None else replace(vm, lines=(gone_words(akt, entry),))


def clock_marked(akt: Akt, entry: EntryId, heading: str) -> str:
    """A heading with the word that the clock had gone back, where it had."""
    said = _("{heading} · the clock had gone back")
    return said.format(heading=heading) if akt.is_set_back(entry) else heading


def labelled(label: str, text: str) -> str:
    """`Label: text`, and `A question? text`."""
    told = _("{label} {text}") if label.endswith("?") else _("{label}: {text}")
    return told.format(label=label, text=text)


def _told(
    entry: Entry,
    at: int,
    of: type[T],
    names: Mapping[UserId, str],
    describe: Callable[[T], Lines],
) -> VersionVm:
    when, who = day_and_time(entry.header.recorded_at), name_of(entry.header.author, names)
    heading = _("{when} · {who} · original") if at == 0 else _("{when} · {who}")
    heading = heading.format(when=when, who=who)
    content = entry.content()
    if "tombstone" in content:
        reason = str(content["tombstone"].get("reason", ""))
        return VersionVm(heading, ((_("Withdrawn"), reason),))
    try:
        value = bodies.read(entry, of)
    except bodies.UnreadableError:
        return VersionVm(heading, ((_("This version"), _("cannot be read here")),))
    lines = tuple((label, text) for label, text in describe(value) if text)
    return VersionVm(heading, lines, str(getattr(value, "reason", "")))
