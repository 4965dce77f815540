# SPDX-License-Identifier: EUPL-1.2
"""Writing over a real vault on its own thread: a lock in mid-sentence loses nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from tests.support.case_pages import journal_page, today_page
from tests.support.desk import Bench
from tests.vault.making import Workplace
from workbench.domain.subject import Note
from workbench.ui.kit.qt_jobs import QtJobs

T = TypeVar("T")


class Desktop:
    """A bench whose vault lives on the worker of `QtJobs`, as in the program."""

    def __init__(self, qtbot, place: Workplace) -> None:
        self._qtbot, self._place = qtbot, place
        self.jobs = QtJobs()
        self.bench = self.on_worker(lambda: Bench(vault=place.create(), ids=place.ids))
        self.bench.jobs = self.jobs
        self.case = self.on_worker(self.bench.begin)

    def on_worker(self, work: Callable[[], T]) -> T:
        """Do it on the vault's thread and wait for it."""
        came: list[T] = []
        failed: list[Exception] = []
        self.jobs.run(work, done=came.append, failed=failed.append)
        self._qtbot.waitUntil(lambda: bool(came or failed), timeout=20_000)
        assert not failed, failed
        return came[0]

    def lock_and_unlock(self) -> None:
        """Close every file, wipe the keys, unlock again with the passphrase."""
        self.on_worker(self.bench.session.close)
        place = self._place
        self.bench = self.on_worker(lambda: Bench(vault=place.unlock(), ids=place.ids))
        self.bench.jobs = self.jobs

    def settle(self) -> None:
        """Wait until everything asked of the worker so far has come back."""
        self.on_worker(lambda: None)


@pytest.fixture
def desktop(qtbot, tmp_path: Path) -> Iterator[Desktop]:
    made = Desktop(qtbot, Workplace(tmp_path))
    yield made
    made.on_worker(made.bench.session.close)
    made.jobs.stop()


def test_a_lock_in_mid_sentence_loses_nothing_and_enters_nothing(qtbot, desktop: Desktop) -> None:
    page = journal_page(desktop.bench, desktop.case)
    qtbot.addWidget(page)
    desktop.settle()
    page.note.form.field("text").setPlainText("Han står utanför just n")
    page.flush()
    desktop.lock_and_unlock()
    again = journal_page(desktop.bench, desktop.case)
    qtbot.addWidget(again)
    desktop.settle()
    assert again.note.form.field("text").text() == "Han står utanför just n"
    assert desktop.on_worker(lambda: desktop.bench.akt(desktop.case).all(Note)) == ()


def test_what_is_entered_is_in_the_journal_after_a_lock_and_no_longer_in_the_fields(
    qtbot, desktop: Desktop
) -> None:
    page = journal_page(desktop.bench, desktop.case)
    qtbot.addWidget(page)
    desktop.settle()
    page.note.form.field("text").setPlainText("Han står utanför")
    page.note.enter_button.click()
    desktop.settle()
    desktop.lock_and_unlock()
    again = journal_page(desktop.bench, desktop.case)
    qtbot.addWidget(again)
    desktop.settle()
    notes = desktop.on_worker(lambda: desktop.bench.akt(desktop.case).all(Note))
    assert [note.value.text for note in notes] == ["Han står utanför"]
    assert again.note.form.field("text").text() == ""
    assert all(report.first_bad is None for report in desktop.on_worker(desktop.bench.vault.verify))


def test_idag_finds_what_was_left_unentered_without_opening_the_akt(
    qtbot, desktop: Desktop
) -> None:
    page = journal_page(desktop.bench, desktop.case)
    qtbot.addWidget(page)
    desktop.settle()
    page.note.form.field("text").setPlainText("halv")
    page.flush()
    desktop.lock_and_unlock()
    opened = desktop.on_worker(lambda: len(desktop.bench.vault.house().entries()))
    today = today_page(desktop.bench)
    qtbot.addWidget(today)
    qtbot.waitUntil(lambda: "unentered" in today._shown)
    assert desktop.on_worker(lambda: len(desktop.bench.vault.house().entries())) == opened
