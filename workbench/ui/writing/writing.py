# SPDX-License-Identifier: EUPL-1.2
"""One record being written: what is typed is durable at once, entered or thrown away by choice."""

from collections.abc import Callable
from typing import Generic, TypeVar

from workbench.domain.ids import RecordId
from workbench.services.changes import Changes
from workbench.services.records import working
from workbench.services.records.akt import Akt
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.writing import keeping
from workbench.ui.writing.keeping import Opened
from workbench.ui.writing.moments import time_of_day
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Spec, Values, WritingView
from workbench.words import _

T = TypeVar("T")


class Writing(Generic[T]):
    """The working material of one record on one page.

    `entered` is called with what changed, `discarded` when the material was thrown away.
    """

    def __init__(
        self,
        case: OpenCase,
        spec: Spec[T],
        view: WritingView,
        asks: Asks,
        *,
        entered: Callable[[Changes], None],
        discarded: Callable[[], None],
    ) -> None:
        self._case, self._spec, self._view, self._asks = case, spec, view, asks
        self._entered, self._discarded = entered, discarded
        self._opened: Opened | None = None
        self._values: dict[str, str] = {}
        self._unsaved: dict[str, str] = {}
        self._is_begun = False

    @property
    def record(self) -> RecordId | None:
        """The record that is being written, None before `begin` came back."""
        return self._opened.vm.record if self._opened is not None else None

    @property
    def is_begun(self) -> bool:
        """Whether anything was typed that is neither entered nor thrown away."""
        return self._is_begun

    def begin(
        self,
        record: RecordId | None = None,
        *,
        start: Values | None = None,
        resume: bool = True,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Lay a record open: a given one, else the newest left unentered, else a new one.

        `start` are the first values of a new record; they are kept once something is typed.
        `then` is called when it is shown.
        """
        first, spec = dict(start or {}), self._spec

        def work(akt: Akt) -> Opened:
            chosen = keeping.choose(akt, spec, record, resume=resume)
            return keeping.lay_open(akt, spec, chosen, first)

        def shown(opened: Opened) -> None:
            self._show(opened)
            if then is not None:
                then()

        self._case.run(work, done=shown, failed=self._view.show_problem)

    def typed(self, name: str, text: str) -> None:
        """Keep what stands in a field now."""
        if self._opened is None:
            return
        self._values[name] = text
        if not self._is_begun:
            self._is_begun = True
            self._keep_start()
        self._unsaved[name] = text
        self._view.show_hints(self._spec.hints(self._values))
        self._save()

    def enter(self) -> None:
        """För in: from working material to the journal, in one commit."""
        opened = self._opened
        if opened is None:
            return
        missing = self._spec.missing(self._values, opened.vm.is_correction)
        if missing is not None:
            self._view.show_missing(missing)
            return
        self._view.show_busy(busy=True)
        values, spec = dict(self._values), self._spec
        self._case.run(
            lambda akt: keeping.enter(akt, spec, opened, values),
            done=self._after_entering,
            failed=self._failed,
        )

    def discard(self) -> None:
        """Kasta: asked once, then gone. What was entered before stays."""
        if self._opened is None:
            return
        if not self._is_begun:
            self._forget()
            self._discarded()
            return
        self._asks.confirm(
            Question(
                _("Throw away what you wrote?"),
                _("It has not been entered in the journal. Nothing that was entered is changed."),
                yes=_("Throw away"),
                no=_("Keep writing"),
                is_grave=True,
            ),
            yes=self._throw_away,
        )

    def _show(self, opened: Opened) -> None:
        self._opened = opened
        self._values = dict(opened.vm.values)
        self._unsaved.clear()
        self._is_begun = bool(opened.vm.since)
        self._view.show_writing(opened.vm)
        self._view.show_hints(self._spec.hints(self._values))

    def _keep_start(self) -> None:
        assert self._opened is not None  # noqa: S101  `typed` has looked
        base = self._opened.base
        changed = {n: v for n, v in self._opened.vm.values.items() if v != base.get(n, "")}
        self._unsaved = changed | self._unsaved

    def _save(self) -> None:
        opened, batch = self._opened, dict(self._unsaved)
        assert opened is not None  # noqa: S101  `typed` has looked
        kind = self._spec.kind
        self._view.show_saving()
        self._case.run(
            lambda akt: keeping.keep(akt, kind, opened, batch),
            done=lambda at: self._after_saving(batch, at),
            failed=self._view.show_not_saved,
        )

    def _after_saving(self, batch: Values, at: str) -> None:
        for name, text in batch.items():
            if self._unsaved.get(name) == text:
                del self._unsaved[name]
        self._view.show_saved(time_of_day(at))

    def _after_entering(self, outcome: tuple[Changes, str]) -> None:
        changes, at = outcome
        self._forget()
        self._view.show_busy(busy=False)
        self._view.show_saved(time_of_day(at))
        self._entered(changes)

    def _throw_away(self) -> None:
        opened, kind = self._opened, self._spec.kind
        assert opened is not None  # noqa: S101  `discard` has looked
        self._view.show_busy(busy=True)
        self._case.run(
            lambda akt: working.discard(akt, kind, opened.vm.record),
            done=lambda _nothing: self._after_throwing(),
            failed=self._failed,
        )

    def _after_throwing(self) -> None:
        self._forget()
        self._view.show_busy(busy=False)
        self._discarded()

    def _forget(self) -> None:
        self._opened = None
        self._values.clear()
        self._unsaved.clear()
        self._is_begun = False

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(error)
