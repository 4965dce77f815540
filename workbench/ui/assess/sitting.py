# SPDX-License-Identifier: EUPL-1.2
"""One sitting: what was said is on screen at once and durable a moment later.

The window lays each answer on top of what it shows and hands the write to the vault's thread. When
the last write has come back, what the vault holds is shown: the screen is what the engine sees.
"""

from collections.abc import Callable
from typing import Protocol

from workbench.domain.assessments import AnswerState
from workbench.domain.ids import RecordId
from workbench.instruments.answers import Given, ItemAnswer, ItemCoding
from workbench.instruments.definition import Definition
from workbench.services.assess import assessing, results, wording
from workbench.services.assess.sheets import NOTE, SOURCE, Sheet, sheet
from workbench.services.records.akt import Akt
from workbench.ui.assess.on_screen import OnScreen
from workbench.ui.assess.unwritten import Batch, Key, Unwritten, Write
from workbench.ui.writing.moments import time_of_day
from workbench.ui.writing.open_case import OpenCase


class Hears(Protocol):
    """Who wants to know how the sitting goes."""

    def loaded(self) -> None: ...

    def changed(self) -> None:
        """Something that is shown is different now."""
        ...

    def saved(self, at: str) -> None:
        """`at` is a time of day; "" = being saved."""
        ...

    def not_saved(self, error: Exception) -> None:
        """It could not be written; it still stands on screen."""
        ...

    def failed(self, error: Exception) -> None: ...


class Sitting:
    """The answers of one assessment, as its author sees and changes them."""

    def __init__(self, case: OpenCase, assessment: RecordId, hears: Hears) -> None:
        self._case, self._assessment, self._hears = case, assessment, hears
        self._stored: Sheet | None = None
        self.screen = OnScreen({}, {}, {})
        self._writes = 0
        self._unwritten = Unwritten()
        self._has_typed = False

    @property
    def is_loaded(self) -> bool:
        return self._stored is not None

    @property
    def is_open(self) -> bool:
        """Whether anything can be said in it."""
        return self._stored is not None and not self._stored.locked_at

    @property
    def stored(self) -> Sheet:
        """What the vault held when it was last asked; only when loaded."""
        if self._stored is None:
            raise RuntimeError("not loaded")
        return self._stored

    @property
    def last_cited(self) -> tuple[str, str]:
        """Source and page that were read or cited last in this akt; ("", "") without any."""
        return self._case.session.cited.get(self._case.case, ("", ""))

    @last_cited.setter
    def last_cited(self, place: tuple[str, str]) -> None:
        self._case.session.cited[self._case.case] = place

    @property
    def definition(self) -> Definition:
        return self.stored.definition

    @property
    def given(self) -> dict[str, Given]:
        """The answers on screen."""
        return self.screen.given

    @property
    def is_unentered(self) -> bool:
        """Whether För in has something to do."""
        return self._has_typed or self.stored.unentered

    def note(self, item: str) -> str:
        return self.screen.notes.get(item, "")

    def source(self, item: str) -> str:
        return self.screen.sources.get(item, "")

    def load(self) -> None:
        """Read it; not while something said here is still on its way."""
        if not self._writes and not self._unwritten.has_failed:
            self._case.run(self._read, done=self._took, failed=self._hears.failed)

    def choose(self, item: str, code: str) -> None:
        """A choice; "" takes the answer back to not yet asked."""
        if not code:
            self.say_state(item, "unanswered")
            return
        self.screen.given[item] = ItemAnswer("value", code)
        on = self._assessment
        self.write_down((item, ""), lambda akt: assessing.record_answer(akt, on, item, code))

    def say_state(self, item: str, state: AnswerState) -> None:
        """No answer, and which kind of none."""
        self.screen.given[item] = ItemAnswer(state)
        on = self._assessment
        self.write_down((item, ""), lambda akt: assessing.record_state(akt, on, item, state))

    def code(self, item: str, column: str, code: str) -> None:
        """A presence code in a time column; "" takes it back to not yet coded."""
        codes = {**self.screen.codes(item), column: code}
        coded = {name: text for name, text in codes.items() if text}
        screen = self.screen
        place = screen.given if item in self.definition.by_id else screen.extras
        place[item] = ItemCoding.of(coded)
        on = self._assessment
        self.write_down(
            (item, column), lambda akt: assessing.record_coding(akt, on, item, column, code)
        )

    def write_note(self, item: str, text: str) -> None:
        self.screen.notes[item] = text
        on = self.stored
        self.write_down((item, NOTE), lambda akt: assessing.record_note(akt, on, item, text))

    def write_source(self, item: str, text: str) -> None:
        self.screen.sources[item] = text
        on = self.stored
        self.write_down((item, SOURCE), lambda akt: assessing.record_source(akt, on, item, text))

    def enter(
        self, reason: str, *, done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        """För in: the answers become entries, and what the rules give is kept beside them.

        What is not known to be written is written first; if it fails, nothing is entered.
        """
        batch = self._unwritten.everything()

        def work(akt: Akt) -> str:
            _write_all(akt, batch)
            assessing.enter_sitting(akt, self._assessment, reason)
            results.keep_results(akt, self._case.session.desk, self._assessment)
            return akt.now()

        self._case.run(work, done=lambda at: self._entered(batch, at, done), failed=failed)

    def make_sure(self, *, done: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Write what is not known to be written, before the page is left."""
        batch = self._unwritten.everything()

        def settled() -> None:
            self._unwritten.settle(batch)
            done()

        self._case.run(
            lambda akt: _write_all(akt, batch), done=lambda _nothing: settled(), failed=failed
        )

    def discard(self, *, done: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Kasta: what was said since the last För in is gone; what was entered stays."""
        batch = self._unwritten.everything()

        def thrown() -> None:
            self._unwritten.settle(batch)
            done()

        self._case.run(
            lambda akt: assessing.discard_sitting(akt, self._assessment),
            done=lambda _nothing: thrown(),
            failed=failed,
        )

    def _read(self, akt: Akt) -> Sheet:
        desk = self._case.session.desk
        return wording.in_words(desk, sheet(akt, desk, self._assessment))

    def _took(self, stored: Sheet) -> None:
        if self._writes:
            return
        is_first = self._stored is None
        self._stored = stored
        self.screen = OnScreen.of(stored)
        self._has_typed = False
        if is_first:
            self._hears.loaded()
        else:
            self._hears.changed()

    def write_down(self, key: Key, write: Write) -> None:
        """What is on screen already is handed to the vault."""
        batch = self._unwritten.say(key, write)
        self._writes += 1
        self._has_typed = True
        self._hears.saved("")
        self._hears.changed()

        def work(akt: Akt) -> tuple[Sheet, str]:
            _write_all(akt, batch)
            return self._read(akt), akt.now()

        self._case.run(
            work,
            done=lambda outcome: self._wrote(batch, outcome),
            failed=lambda error: self._not_written(batch, error),
        )

    def _wrote(self, batch: Batch, outcome: tuple[Sheet, str]) -> None:
        stored, at = outcome
        self._writes -= 1
        self._unwritten.settle(batch)
        if not self._writes and not self._unwritten.has_failed:
            self._hears.saved(time_of_day(at))
            self._took(stored)

    def _not_written(self, batch: Batch, error: Exception) -> None:
        """They stay on screen and are tried again with the next write, or by För in."""
        self._writes -= 1
        self._unwritten.fail(batch)
        self._hears.not_saved(error)

    def _entered(self, batch: Batch, at: str, done: Callable[[], None]) -> None:
        self._unwritten.settle(batch)
        self._has_typed = False
        self._hears.saved(time_of_day(at))
        done()


def _write_all(akt: Akt, batch: Batch) -> None:
    for write in batch.values():
        write(akt)
