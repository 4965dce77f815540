# SPDX-License-Identifier: EUPL-1.2
"""Practice: the cases, a story beside its coding, a questionnaire, both codings compared."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.desk import Answers, Bench
from workbench.instruments.catalogue import load_catalogue
from workbench.ui.practice.list_page import PracticeListPage
from workbench.ui.practice.list_presenter import PracticeListPresenter
from workbench.ui.practice.page import PracticePage
from workbench.ui.practice.presenter import PracticePresenter

SMALL_PUSH = "liten-knuff/sara-sv"


def _given(bench: Bench) -> tuple[object, ...]:
    return bench.jobs, bench.session, Answers(), bench.go, None


def _list() -> QWidget:
    bench = Bench(load_catalogue())
    return in_window(PracticeListPage(lambda v: PracticeListPresenter(v, *_given(bench))))


def _page(key: str) -> PracticePage:
    bench = Bench(load_catalogue())
    page = PracticePage(lambda v: PracticePresenter(v, *_given(bench)))
    page.go(key)
    return page


def _coded(key: str = SMALL_PUSH, codes: str = "DDNDNN") -> PracticePage:
    page = _page(key)
    for code in codes:
        page.coding.chosen.emit(code)
        page.coding.next_pressed.emit()
    return page


def _coding() -> QWidget:
    """Where there is little room: the coding in front."""
    page = _coded()
    window = in_window(page)
    page.read_button.click()
    return window


def _compared() -> QWidget:
    page = _coded()
    window = in_window(page)
    page.compare_button.click()
    page.comparison.table.selectRow(2)
    return window


PAGES = (
    ("practice-1-cases", _list),
    ("practice-2-reading", lambda: in_window(_coded("en-familj-tva-lander/patriark-2013", "JJ"))),
    ("practice-3-coding", _coding),
    ("practice-4-states", lambda: in_window(_page("bakom-dorren/freda-kortfragor"))),
    ("practice-5-compared", _compared),
)
