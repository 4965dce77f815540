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
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from tests.benchmarks.vault import workplace
from tests.support import long_akt
from tests.support.case_pages import case_page, journal_page
from tests.support.desk import Bench
from tests.vault.making import Workplace
from workbench.domain.ids import CaseId
from workbench.ui.kit.fields import TextArea
from workbench.ui.kit.marks import LaneVm, MarkVm
from workbench.ui.kit.singletons import hold_singletons
from workbench.ui.kit.timeline import Timeline

Figure = tuple[str, str, float, float, float]
ENTRIES = 5000
MARKS, KEYS, LONG, PARAGRAPH = 1000, 100, 100_000, 10_000
TODAY = date(2026, 11, 22)
OPENINGS = 7


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
    for name, words, most in (
        ("", "", 60.0),
        (", note of 100 000", ("en rad till. " * 30 + "\n") * (LONG // 391), 60.0),
        (", one paragraph of 10 000", "ord till " * (PARAGRAPH // 9), 12.0),
    ):
        floor, ours = _typed(bench, case, words)
        yield f"a key press while it is kept{name}", "the same key, bare field", floor, ours, most
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


def _typed(bench: Bench, case: CaseId, words: str) -> tuple[float, float]:
    """A key until it is painted and what is typed is durable: stricter than what is aimed at."""
    page = journal_page(bench, case)
    page.resize(1166, 700)
    page.show()
    field = page.findChild(TextArea, "field-text")
    bare = QTextEdit()
    bare.resize(field.size())
    bare.show()
    for each in (field, bare):
        each.setFocus()
        each.setPlainText(words)
    QApplication.processEvents()

    def ours(_at: int) -> None:
        _press(field)
        page.flush()  # kept in the same breath, which in the program happens on another thread

    gc.collect()
    outcome = _alternating(lambda _n: _press(bare), ours)
    for each in (page, bare):
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

    def bare(_at: int) -> None:
        empty.render(canvas)

    empty = QWidget()
    empty.resize(picture.size())
    floor, took = _alternating(bare, ours)
    line.hide()
    yield "the time line with 1 000 marks, painted", "an empty picture", floor, took, 200.0


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
