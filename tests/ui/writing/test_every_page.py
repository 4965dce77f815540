# SPDX-License-Identifier: EUPL-1.2
"""What holds for every page of an akt, and for Idag and Akter."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from tests.support.case_pages import PAGES
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from tests.ui.walk import controls, nameless, reached_by_tab
from workbench.ui.kit.fields import LineField, TextArea
from workbench.ui.kit.page import Page
from workbench.ui.writing.fold import FoldButton
from workbench.ui.writing.panel import WritingPanel

EVERY = pytest.mark.parametrize("name", sorted(PAGES))
WRITTEN = pytest.mark.parametrize(
    "name", ["incidents", "journal", "protection", "protection-plan", "safety-plan"]
)
WIDTHS = pytest.mark.parametrize("width", [1166, 560])


def _page(qtbot, name: str, width: int = 1166) -> Page:
    bench = Bench()
    page = PAGES[name](bench, filled_case(bench))
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    return page


@EVERY
def test_every_control_says_what_it_is(qtbot, name: str) -> None:
    assert nameless(_page(qtbot, name)) == []


@EVERY
def test_every_control_is_reached_by_tab(qtbot, name: str) -> None:
    page = _page(qtbot, name)
    stops = reached_by_tab(page)
    missed = [c for c in controls(page) if c not in stops and _takes_tab(c)]
    assert missed == []


@EVERY
@WIDTHS
def test_tab_follows_the_reading_order(qtbot, name: str, width: int) -> None:
    page = _page(qtbot, name, width)
    stops = reached_by_tab(page)
    assert stops
    for one, other in pairwise(stops):
        assert not _stands_before(page, other, one), (one.objectName(), other.objectName())


@EVERY
@WIDTHS
def test_nothing_is_wider_than_the_page(qtbot, name: str, width: int) -> None:
    page = _page(qtbot, name, width)
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or widget.window() is not page.window():
            continue
        right = widget.mapTo(page, QPoint(widget.width(), 0)).x()
        assert right <= width, (type(widget).__name__, widget.objectName(), right)


@EVERY
def test_no_text_on_the_page_is_read_as_markup(qtbot, name: str) -> None:
    labels = _page(qtbot, name).findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


@WRITTEN
def test_half_typed_text_is_kept_when_the_page_is_flushed(qtbot, name: str) -> None:
    bench = Bench()
    case = filled_case(bench)
    page = PAGES[name](bench, case)
    qtbot.addWidget(page)
    for area in page.findChildren(TextArea):
        if area.isVisibleTo(page):
            area.setPlainText("halvskrivet " + area.objectName())
    page.flush()
    bench.reopen()
    again = PAGES[name](bench, case)
    qtbot.addWidget(again)
    kept = {a.objectName(): a.text() for a in again.findChildren(TextArea) if a.isVisibleTo(again)}
    assert kept
    assert all(text == "halvskrivet " + at for at, text in kept.items())


HARD = {
    "markup": "<b>fet</b> <img src=x onerror=alert(1)> &amp; </p>",
    "emoji": "🙂🏳️‍🌈👩‍👧‍👦 e\u0301",
    "right-to-left": "\u0634\u06a9\u0631\u0627\u064b שלום \u202eomvänt\u202c",
    "long": "å" * 100_000,
    "lines": "rad ett\n\n\trad tre\u00a0hårt",
}


@WRITTEN
@pytest.mark.parametrize("kind", sorted(HARD))
def test_hard_text_is_kept_and_shown_as_typed(qtbot, name: str, kind: str) -> None:
    bench = Bench()
    case = filled_case(bench)
    page = PAGES[name](bench, case)
    qtbot.addWidget(page)
    area = next(a for a in page.findChildren(TextArea) if a.isVisibleTo(page))
    area.setPlainText(HARD[kind])
    page.flush()
    bench.reopen()
    again = PAGES[name](bench, case)
    qtbot.addWidget(again)
    shown = next(a for a in again.findChildren(TextArea) if a.objectName() == area.objectName())
    assert shown.text() == HARD[kind]


@pytest.mark.parametrize("kind", sorted(HARD))
def test_a_hard_note_stands_in_the_journal_as_plain_text(qtbot, kind: str) -> None:
    bench = Bench()
    case = bench.begin()
    page = PAGES["journal"](bench, case)
    qtbot.addWidget(page)
    page.show()
    page.note.form.field("text").setPlainText(HARD[kind])
    page.note.enter_button.click()
    for fold in page.findChildren(FoldButton):  # a long one is folded until it is asked for
        fold.unfold()
    shown = [label.text() for label in page.findChildren(QLabel)]
    whole = [text.toPlainText() for text in page.findChildren(QPlainTextEdit) if text.isReadOnly()]
    assert HARD[kind] in shown + whole


@WRITTEN
def test_a_panel_without_working_material_says_nothing_of_it(qtbot, name: str) -> None:
    page = _page(qtbot, name)
    panel = next(p for p in page.findChildren(WritingPanel) if p.isVisibleTo(page))
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]
    assert not any("Working material" in text for text in shown)


@WRITTEN
def test_the_time_of_saving_is_told_to_the_window(qtbot, name: str) -> None:
    page = _page(qtbot, name)
    field = next(
        w for w in page.findChildren(QWidget)
        if isinstance(w, LineField | TextArea) and w.isVisibleTo(page)
    )  # fmt: skip
    told: list[str] = []
    page.saved.connect(told.append)
    field.setFocus()
    qtbot.keyClicks(field, "x")
    page.flush()
    assert told[0] == ""
    assert len(told[-1]) == len("14:32")


def _takes_tab(control: QWidget) -> bool:
    """Groups that Tab enters once are walked by arrows; the rest of them take clicks only."""
    return bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _stands_before(page: Page, one: QWidget, other: QWidget) -> bool:
    """Whether `one` is read before `other`: above it, and not in a column to its right."""
    a, b = one.mapTo(page, QPoint(0, 0)), other.mapTo(page, QPoint(0, 0))
    is_above = a.y() + one.height() <= b.y()
    is_right = a.x() >= b.x() + other.width()
    return is_above and not is_right
