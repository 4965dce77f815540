# SPDX-License-Identifier: EUPL-1.2
"""What the log reviewer reads and stands for. Nothing can be taken out of the log here."""

from dataclasses import dataclass
from typing import Literal, Protocol

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import EntryId
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.house import reviewing_log, settings
from workbench.services.house.log_entries import log_entries
from workbench.services.house.reviewing_log import LOG_REVIEWER, Opinion
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.log.facts import SignalVm, signal_vms
from workbench.ui.log.telling import LineVm, Telling
from workbench.ui.places import Go, Place
from workbench.ui.writing import moments
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _, error_text, ngettext

Extent = Literal["waiting", "all"]
MOST_REVIEWS, MOST_SIGNALS = 5, 30


@dataclass(frozen=True, slots=True)
class LogVm:
    """The whole page. `lines` by day, person and time, the newest day first.

    `read_to` and `count`: the last entry that waits for review, and how many wait. `is_own`: some
    of them are the reviewer's.
    """

    may_review: bool
    standing: str
    reviewers: str
    earlier: tuple[str, ...]
    lines: tuple[LineVm, ...]
    signals: tuple[SignalVm, ...]
    more_signals: str
    read_to: EntryId | None
    count: int
    is_own: bool
    extent: Extent


class LogView(Protocol):
    """What the page must be able to show."""

    def show_log(self, vm: LogVm) -> None: ...

    def show_lines(self, lines: tuple[LineVm, ...], told: str) -> None:
        """The lines that a filter lets through, and how many they are."""
        ...

    def show_signed(self, text: str) -> None:
        """The review was entered; what was written for it is emptied."""
        ...

    def show_refused(self, what: str, remedy: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class LogPresenter:
    """Decides what Loggranskning shows."""

    def __init__(
        self, view: LogView, jobs: Jobs, session: Session, asks: Asks, go: Go, outside: Outside
    ) -> None:
        self._view, self._jobs, self._session, self._go = view, jobs, session, go
        self._extent: Extent = "waiting"
        self._sought = ""
        self._vm: LogVm | None = None

    def open(self) -> None:
        extent = self._extent
        self._jobs.run(
            lambda: log_vm(self._session.desk, extent),
            done=self._show,
            failed=self._view.show_problem,
        )

    def filter(self, sought: str) -> None:
        """Only lines in which this text stands: a person, a day, an act, a case number."""
        self._sought = sought.strip().casefold()
        self._show_lines()

    def show_extent(self, extent: Extent) -> None:
        """What waits for review, or the whole log."""
        self._extent = extent
        self.open()

    def sign(self, opinion: str, notes: str) -> None:
        """Stand for having read what waits."""
        vm = self._vm
        if vm is None or vm.read_to is None:
            return
        if opinion not in ("nothing-to-note", "followed-up"):
            self._view.show_refused(_("Choose what the review found first."), "")
            return
        last, entries = vm.read_to, vm.count
        said: Opinion = "followed-up" if opinion == "followed-up" else "nothing-to-note"
        self._jobs.run(
            lambda: reviewing_log.sign_off(self._session.desk, last, said, notes, entries=entries),
            done=lambda _changes: self._signed(),
            failed=self._failed,
        )

    def leave(self) -> None:
        self._go(Place("organisation"))

    def _show(self, vm: LogVm) -> None:
        self._vm = vm
        self._view.show_log(vm)
        self._show_lines()

    def _show_lines(self) -> None:
        if self._vm is None:
            return
        lines = tuple(line for line in self._vm.lines if line.holds(self._sought))
        told = ngettext("{count} entry", "{count} entries", len(lines)).format(count=len(lines))
        self._view.show_lines(lines, told)

    def _signed(self) -> None:
        self._view.show_signed(_("The review is entered. Your name stands under it."))
        self._extent = "waiting"
        self.open()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            text = error_text(error)
            self._view.show_refused(text.what, f"{text.remedy} ({text.code})")
        else:
            self._view.show_problem(error)


def log_vm(desk: Desk, extent: Extent) -> LogVm:
    """The log as the user may see it: whoever is no log reviewer sees that it is reviewed."""
    names = names_of(desk)
    may_review = LOG_REVIEWER in settings.roles_of(desk)
    waiting = reviewing_log.waiting(desk) if may_review else ()
    listed = log_entries(desk) if may_review and extent == "all" else waiting
    telling = Telling(names, desk.vault.own.numbers())
    lines = sorted((telling.line(line) for line in listed), key=lambda line: (line.who, line.time))
    lines.sort(key=lambda line: line.day, reverse=True)
    me = desk.vault.signer.user
    worth = signal_vms(waiting, telling)
    return LogVm(
        may_review=may_review,
        standing=_standing(desk),
        reviewers=", ".join(
            name_of(m.user, names)
            for m in desk.vault.members()
            if LOG_REVIEWER in m.roles and m.place
        ),
        earlier=_earlier(desk),
        lines=tuple(lines),
        signals=worth[:MOST_SIGNALS],
        more_signals=_more(len(worth) - MOST_SIGNALS),
        read_to=waiting[-1].entry if waiting else None,
        count=len(waiting),
        is_own=any(line.by == me for line in waiting),
        extent=extent,
    )


def _more(left: int) -> str:
    said = ngettext("and {count} more", "and {count} more", left)
    return said.format(count=left) if left > 0 else ""


def _standing(desk: Desk) -> str:
    found = reviewing_log.standing(desk)
    said = _("The log has not been reviewed yet.")
    if found.by is not None:
        who = name_of(found.by, names_of(desk))
        said = _("Last reviewed {day} by {name}.").format(day=moments.local_day(found.at), name=who)
    waits = ngettext("{count} entry waits.", "{count} entries wait.", found.waiting)
    return _("{said} {waits}").format(said=said, waits=waits.format(count=found.waiting))


def _earlier(desk: Desk) -> tuple[str, ...]:
    names = names_of(desk)
    opinions = {"nothing-to-note": _("nothing to note"), "followed-up": _("followed up")}
    newest = reversed(reviewing_log.reviews(desk)[-MOST_REVIEWS:])
    return tuple(
        _("{day} · {name} · {count} entries · {opinion}").format(
            day=moments.local_day(each.recorded_at),
            name=name_of(each.author, names),
            count=each.value.entries,
            opinion=" – ".join(filter(None, (opinions[each.value.opinion], each.value.notes))),
        )
        for each in newest
    )
