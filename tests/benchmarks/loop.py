# SPDX-License-Identifier: EUPL-1.2
"""Översikt of a large akt, a key press while what is typed is kept, the time line painted.

The floors make the figures comparable between machines; what each may take at most is in
`__main__`. A key press and a painting are the 95th of a hundred, as a hand and an eye meet them.
Rubbish is collected in between, as the program does on its window's thread.
"""

import gc
import itertools
import json
import statistics
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from tests.benchmarks.vault import bare, workplace
from tests.support import long_akt
from tests.support.case_pages import case_page, incidents_page, journal_page
from tests.support.desk import Bench
from tests.vault.making import Workplace
from workbench.domain.ids import CaseId
from workbench.ui.kit.fields import TextArea
from workbench.ui.kit.marks import LaneVm, MarkVm
from workbench.ui.kit.page import Page
from workbench.ui.kit.singletons import hold_singletons
from workbench.ui.kit.timeline import Timeline
from workbench.vault.cipher import Connection

Figure = tuple[str, str, float, float, float]
ENTRIES = 5000
MARKS, KEYS, LONG, PARAGRAPH = 1000, 100, 100_000, 10_000
TODAY = date(2026, 11, 22)
OPENINGS = 7
_UPDATE = "UPDATE row SET value = ? WHERE id = 1"


def measure() -> Iterable[Figure]:
    """Name, name of the floor, seconds of the floor, our seconds, highest ratio."""
    app = QApplication.instance() or QApplication([])
    hold_singletons()
    gc.disable()
    try:
        with workplace() as place:
            yield from _on_a_real_vault(place)
        yield from _painted()
    finally:
        gc.enable()
    app.processEvents()  # it is held until here


def _on_a_real_vault(place: Workplace) -> Iterable[Figure]:
    bench = Bench(vault=place.create(), ids=place.ids)
    case = bench.begin()
    long_akt.fill(bench.akt(case), ENTRIES, TODAY)
    floor, ours = _openings(bench, case)
    yield "an akt of 5 000 entries to Översikt", "its bodies read as JSON", floor, ours, 30.0
    file = bare(place.root)
    file.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, value TEXT) STRICT")
    file.execute("INSERT INTO row VALUES (1, '')")
    for name, page_of, words in (
        ("", journal_page, ""),
        (", note of 100 000", journal_page, ("en rad till. " * 30 + "\n") * (LONG // 391)),
        (", one paragraph of 10 000", journal_page, "ord till " * (PARAGRAPH // 9)),
        (", over 480 incidents", incidents_page, ""),
    ):
        floor, ours = _typed(page_of(bench, case), words, file)
        yield f"a key press while it is kept{name}", "bare field and write", floor, ours, 4.0
    file.close()
    bench.session.put_away()


def _openings(bench: Bench, case: CaseId) -> tuple[float, float]:
    bodies = [entry.body for entry in bench.akt(case).file.entries() if entry.body is not None]

    def ours() -> None:
        bench.session.put_away()
        page = case_page(bench, case)
        page.resize(1166, 700)
        page.show()
        QApplication.processEvents()
        page.hide()
        page.deleteLater()

    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(OPENINGS):
        gc.collect()
        times[0].append(_timed(lambda: [json.loads(body) for body in bodies]))
        times[1].append(_timed(ours))
    return statistics.median(times[0]), statistics.median(times[1])


def _typed(page: Page, words: str, file: Connection) -> tuple[float, float]:
    """A key until it is painted and what is typed is durable: stricter than what is aimed at."""
    page.resize(1166, 700)
    page.show()
    field = page.findChild(TextArea)
    bare_field = QTextEdit()
    bare_field.resize(field.size())
    bare_field.show()
    for each in (field, bare_field):
        each.setFocus()
        each.setPlainText(words)
    QApplication.processEvents()

    def theirs(_at: int) -> None:
        _press(bare_field)
        file.execute(_UPDATE, (bare_field.toPlainText(),))

    def ours(_at: int) -> None:
        _press(field)
        page.flush()  # kept in the same breath, which in the program happens on another thread

    gc.collect()
    outcome = _alternating(theirs, ours)
    for each in (page, bare_field):
        each.hide()
        each.deleteLater()
    QApplication.processEvents()
    return outcome


def _press(field: QWidget) -> None:
    QTest.keyClick(field, Qt.Key.Key_A)
    QApplication.processEvents()


def _painted() -> Iterable[Figure]:
    days = itertools.cycle([1, 2, 3, 5, 8])
    day, lanes = TODAY - timedelta(days=3000), []
    for lane in range(6):
        marks = []
        for at in range(MARKS // 6 + 1):
            day += timedelta(days=next(days))
            ends = day + timedelta(days=20) if at % 5 == 0 else None
            marks.append(
                MarkVm(f"{lane}-{at}", day, "x", weight=at % 4, sign=str(at % 5), ends=ends)
            )
        lanes.append(LaneVm(f"{lane}", tuple(marks)))
    line = Timeline()
    line.show_lanes(lanes, today=TODAY)
    line.resize(1200, 340)
    line.show()
    QApplication.processEvents()
    picture = line._lanes
    canvas = QPixmap(picture.size())

    def ours(at: int) -> None:
        picture.pan(0.001 if at % 2 else -0.001)
        picture.render(canvas)

    def theirs(_at: int) -> None:
        stamped.render(canvas)

    stamped = _Stamped()
    stamped.resize(picture.size())
    floor, took = _alternating(theirs, ours)
    line.hide()
    yield "the time line with 1 000 marks, painted", "1 000 bare stamps", floor, took, 15.0


class _Stamped(QWidget):
    """As many pictures as there are marks, and nothing else."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, stamp = QPainter(self), QPixmap(20, 20)
        stamp.fill(Qt.GlobalColor.red)
        for at in range(MARKS):
            painter.drawPixmap(at % self.width(), at % self.height(), stamp)


def _alternating(
    floor: Callable[[int], object], ours: Callable[[int], object]
) -> tuple[float, float]:
    """The 95th of a hundred of each, in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for at in range(KEYS):
        times[0].append(_timed(lambda at=at: floor(at)))
        times[1].append(_timed(lambda at=at: ours(at)))
    return _p95(times[0]), _p95(times[1])


def _p95(times: list[float]) -> float:
    return sorted(times)[len(times) * 95 // 100 - 1]


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
