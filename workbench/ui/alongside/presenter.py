# SPDX-License-Identifier: EUPL-1.2
"""Decides what stands beside an assessment, and begins a second rating, a consensus, a new one."""

from collections.abc import Callable
from typing import Protocol

from workbench.domain.ids import RecordId, UserId
from workbench.services.assess import locking, rating, second_asked
from workbench.services.assess.locking import StillOpenError
from workbench.services.records.akt import Akt
from workbench.ui.alongside.standing import alongside
from workbench.ui.alongside.vms import AlongsideVm
from workbench.ui.instruments.readiness_words import unready
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, Place
from workbench.ui.writing.open_case import OpenCase
from workbench.words import _, error_text


class AlongsideView(Protocol):
    """What the page must be able to show."""

    def show_alongside(self, vm: AlongsideVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class AlongsidePresenter:
    """`record` is an assessment; None lists them to choose from."""

    def __init__(
        self,
        view: AlongsideView,
        case: OpenCase,
        asks: Asks,
        go: Go,
        record: RecordId | None = None,
    ) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._record = record
        self._other: RecordId | None = None

    def refresh(self) -> None:
        """Read it, for the first time or again."""
        desk, record, other = self._case.session.desk, self._record, self._other
        self._case.run(
            lambda akt: alongside(akt, desk, record, other),
            done=self._view.show_alongside,
            failed=self._view.show_problem,
        )

    def choose(self, record: RecordId | None) -> None:
        """Another assessment in front; None: the list of them all."""
        self._record, self._other = record, None
        self.refresh()

    def compare_with(self, other: RecordId) -> None:
        """Another run beside the chosen one."""
        self._other = other
        self.refresh()

    def open(self) -> None:
        """To its result, which says itself what may be shown."""
        self._go(Place("result", self._case.case, self._record))

    def lock(self, because: str = "") -> None:
        """Ask once; with places left a reason is asked for, which ends it incomplete."""
        if because:
            self._lock(because)
            return
        desk, record = self._case.session.desk, self._need()
        self._case.run(
            lambda akt: unready(akt, desk, record),
            done=self._ask_lock,
            failed=self._view.show_problem,
        )

    def rate_second(self, *, had_read: bool) -> None:
        """Begin a coding of one's own, blind to the first from here on."""
        desk, first = self._case.session.desk, self._need()
        self._begin(lambda akt: second_asked.begin(akt, desk, first, had_read=had_read))

    def ask_second(self, rater: str) -> None:
        """Ask a colleague; the first is withheld from them from here on."""
        desk, first = self._case.session.desk, self._need()
        if rater:
            self._do(lambda akt: second_asked.ask(akt, desk, first, UserId(rater)))

    def take_back(self) -> None:
        """Nobody is asked any more."""
        first, why = self._need(), _("The request was taken back.")
        self._do(lambda akt: second_asked.take_back(akt, first, why))

    def look_anyway(self) -> None:
        """Read the first before one's own is locked: with a reason, which stays."""
        question = Question(
            _("Read the first assessment now?"),
            _("Protection never waits for a method. Your assessment is no longer blind then, and "
              "says so. Write why."),
            yes=_("Read it"),
            no=_("Stay blind"),
            is_grave=True,
        )  # fmt: skip
        second = self._need()
        self._asks.ask_text(
            question,
            got=lambda why: self._do(lambda akt: _look(akt, second, why)),
        )

    def agree(self) -> None:
        """Begin the third record, with both codings beside it."""
        desk, second = self._case.session.desk, self._need()
        self._begin(lambda akt: rating.begin_consensus(akt, desk, second))

    def make_again(self) -> None:
        """Begin a new assessment with what was said last time in view."""
        desk, earlier = self._case.session.desk, self._need()
        self._begin(lambda akt: rating.begin_again(akt, desk, earlier))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _ask_lock(self, unready: tuple[str, ...]) -> None:
        """Once, with what is pointed out before it."""
        told = _("Nothing more is entered in it then. What changes later is a new assessment.")
        question = Question(
            _("Lock the assessment?"),
            "\n".join((told, *unready)),
            yes=_("Lock"),
            no=_("Not now"),
        )
        self._asks.confirm(question, yes=lambda: self._lock(""))

    def _lock(self, because: str) -> None:
        desk, record = self._case.session.desk, self._need()
        self._case.run(
            lambda akt: locking.lock(akt, desk, record, because),
            done=lambda _changes: self.refresh(),
            failed=self._not_locked,
        )

    def _not_locked(self, error: Exception) -> None:
        if not isinstance(error, StillOpenError):
            self._view.show_problem(error)
            return
        text = error_text(error)
        question = Question(text.what, text.remedy, yes=_("End it incomplete"), no=_("Wait"))
        self._asks.ask_text(question, got=self.lock)

    def _begin(self, work: Callable[[Akt], RecordId]) -> None:
        case = self._case.case
        self._case.run(
            work,
            done=lambda made: self._go(Place("assess", case, made)),
            failed=self._view.show_problem,
        )

    def _do(self, work: Callable[[Akt], object]) -> None:
        self._case.run(work, done=lambda _done: self.refresh(), failed=self._view.show_problem)

    def _need(self) -> RecordId:
        if self._record is None:
            raise RuntimeError("nothing is chosen")
        return self._record


def _look(akt: Akt, record: RecordId, why: str) -> None:
    asked = second_asked.asked_of_me(akt, record)
    rating.look_anyway(akt, record if asked is None else asked.value.assessment, why)
