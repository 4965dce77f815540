# SPDX-License-Identifier: EUPL-1.2
"""A damaged akt: what verifies, what is missing, and the way to have it whole again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from workbench.domain.errors import WorkbenchError
from workbench.services.copies_ports import PutBack, Watch, WholeCopy
from workbench.services.desk import Desk
from workbench.services.documents import JournalEntryPart
from workbench.services.keeping import salvage
from workbench.services.keeping.salvage import DamagedAkt
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, Place
from workbench.ui.writing import moments
from workbench.ui.writing.open_case import OpenCase
from workbench.words import ErrorText, _, error_text, language, ngettext

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LineVm:
    """One entry that verifies, as the journal's own paper says it; or a gap (`is_gap`)."""

    heading: str
    byline: str
    texts: tuple[str, ...]
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class SalvageVm:
    """The whole page."""

    number: str
    summary: str
    advice: str
    lines: tuple[LineVm, ...]


class SalvageView(Protocol):
    """What the page must be able to show."""

    def show_salvaged(self, vm: SalvageVm) -> None: ...

    def show_working(self, said: str) -> None: ...

    def show_not_found(self, said: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class SalvagePresenter:
    """Decides what the page of a damaged akt shows."""

    def __init__(self, view: SalvageView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go

    def open(self) -> None:
        """Read around the damage; nothing is changed."""
        desk, case = self._case.session.desk, self._case.case
        self._view.show_working(_("The case file is being read around the damage …"))
        self._run(
            lambda: salvaged_vm(desk, salvage.read(desk, case, self._watch())),
            self._view.show_salvaged,
        )

    def leave(self) -> None:
        self._go(Place("register"))

    def put_back(self) -> None:
        """From a backup: where it is, what it has, and only then."""
        self._asks.choose_folder(_("Where are the backups?"), got=self._find)

    def _find(self, folder: Path) -> None:
        desk, case = self._case.session.desk, self._case.case
        self._view.show_working(_("Looking for the newest whole copy of this case file …"))
        self._run(
            lambda: salvage.find_whole(desk, folder, case),
            lambda whole: self._found(folder, whole),
        )

    def _found(self, folder: Path, whole: WholeCopy | None) -> None:
        if whole is None:
            self._view.show_not_found(_("No backup there has this case file whole."))
            return
        shorter = whole.is_shorter
        self._asks.confirm(
            _meaning(whole), yes=lambda: self._put_back(folder, accepts_shorter=shorter)
        )
        self._view.show_not_found("")

    def _put_back(self, folder: Path, *, accepts_shorter: bool) -> None:
        session, case, watch = self._case.session, self._case.case, self._watch()
        self._view.show_working(_("The case file is being put back …"))

        def work() -> PutBack:
            return salvage.put_back(session, folder, case, watch, accepts_shorter=accepts_shorter)

        self._run(work, lambda _told: self._go(Place("case", case)))

    def _watch(self) -> Watch:
        return Watch(self._case.jobs.pulse)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._case.jobs.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)


def salvaged_vm(desk: Desk, damaged: DamagedAkt) -> SalvageVm:
    """What verifies in order, with every gap at its place."""
    found = damaged.salvaged
    parts = salvage.in_words(desk, damaged, language()).entries
    missing = sum(gap.last - gap.first + 1 for gap in found.gaps) + len(found.bad)
    readable = ngettext(
        "{n} entry can be read and verifies.", "{n} entries can be read and verify.", len(parts)
    ).format(n=len(parts))
    lost = ngettext("{n} cannot.", "{n} cannot.", missing).format(n=missing)
    if not parts:
        readable, lost = _nothing(damaged.entries_known), ""
    return SalvageVm(
        number=damaged.number,
        summary=f"{readable} {lost}".strip() if missing else readable,
        advice=_advice(is_readable=bool(parts)),
        lines=tuple(_in_order(damaged, parts)),
    )


def _nothing(known: int) -> str:
    """What is said instead of a count of none. `known`: entries that the register tells of."""
    said = _("Nothing in the file can be read any more.")
    if not known:
        return said
    had = ngettext("It had at least {n} entry.", "It had at least {n} entries.", known)
    return f"{said} {had.format(n=known)}"


def _advice(*, is_readable: bool) -> str:
    if is_readable:
        return _(
            "It can be read, and nothing can be written in it. The damaged file is not touched."
        )
    return _(
        "What was written is in the backups. Fetch the newest medium and choose Put back. The"
        " damaged file is not touched; keep it, and write no new case file in its place."
    )


def _in_order(damaged: DamagedAkt, parts: tuple[JournalEntryPart, ...]) -> Iterator[LineVm]:
    """Entries at their places in the file; what stands between two of them is told there."""
    found = damaged.salvaged
    holes = [(gap.first, gap.last) for gap in found.gaps]
    holes += [(bad.position, bad.position) for bad in found.bad]
    holes.sort()
    position = 0
    for part in parts:
        while holes and holes[0][0] <= position:
            first, last = holes.pop(0)
            yield _hole(first, last)
            position = last + 1
        texts = tuple(f"{line.label}: {line.text}" for line in part.lines)
        yield LineVm(part.heading, part.byline, (*texts, *((part.state,) if part.state else ())))
        position += 1
    for first, last in holes:
        yield _hole(first, last)


def _hole(first: int, last: int) -> LineVm:
    count = last - first + 1
    said = ngettext(
        "{n} entry cannot be read here.", "{n} entries cannot be read here.", count
    ).format(n=count)
    return LineVm(said, "", (), is_gap=True)


def _meaning(whole: WholeCopy) -> Question:
    made = moments.day_and_time(whole.made)
    has = ngettext("It has {n} entry.", "It has {n} entries.", whole.entries)
    sentences = [_("The copy from {when} is whole.").format(when=made), has.format(n=whole.entries)]
    if whole.is_shorter:
        sentences.append(
            _("It ends before what this computer has seen: what was written after is missing.")
        )
    sentences.append(_("The damaged file is kept beside it."))
    return Question(
        _("Put the case file back from this copy?"),
        " ".join(sentences),
        yes=_("Put back"),
        no=_("Cancel"),
        is_grave=whole.is_shorter,
    )
