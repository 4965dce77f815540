# SPDX-License-Identifier: EUPL-1.2
"""An honour case through PATRIARK: the collective, incidents, scenarios, and the locked sheet."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.case_pages import scenarios_page
from tests.support.desk import Answers
from tests.support.honour_case import HonourCase
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.judgement.page import JudgementPage
from workbench.ui.judgement.presenter import JudgementPresenter
from workbench.ui.worksheet_frame.page import FramePage
from workbench.ui.worksheet_frame.presenter import FramePresenter


def _sheet(then: Callable[[HonourCase, AssessPage], None]) -> QWidget:
    case = HonourCase()
    record = case.record
    page = AssessPage(
        lambda view: AssessPresenter(view, case.open, Answers(), case.bench.go, record)
    )
    shell = in_window(page)
    then(case, page)
    return shell


def _sheet_again() -> QWidget:
    case = HonourCase()
    again = case.again()
    page = AssessPage(
        lambda view: AssessPresenter(view, case.open, Answers(), case.bench.go, again)
    )
    shell = in_window(page)
    page._presenter.show_as("worksheet")
    return shell


def _locked(view: str) -> QWidget:
    case = HonourCase()
    case.lock()
    page = AssessPage(
        lambda shown: AssessPresenter(shown, case.open, Answers(), case.bench.go, case.record)
    )
    shell = in_window(page)
    page._presenter.show_as(view)
    return shell


def _frame() -> QWidget:
    case = HonourCase()
    case.lock()
    return in_window(
        FramePage(
            lambda view: FramePresenter(view, case.open, Answers(), case.bench.go, case.record)
        )
    )


def _scenarios(*, writing: bool) -> QWidget:
    case = HonourCase()
    page = scenarios_page(case.bench, case.case)
    shell = in_window(page)
    if writing:
        page._presenter.change_scenario(case.scenario)
    return shell


def _judgement() -> QWidget:
    case = HonourCase()
    return in_window(
        JudgementPage(
            lambda view: JudgementPresenter(
                view, case.open, Answers(), case.bench.go, case.judged()
            )
        )
    )


PAGES = (
    ("honour-sheet", lambda: _sheet(lambda case, page: page._presenter.margin.open("t2", "now"))),
    ("honour-again", _sheet_again),
    ("honour-locked", lambda: _locked("worksheet")),
    ("honour-locked-question", lambda: _locked("questions")),
    ("honour-frame-locked", _frame),
    ("honour-scenarios", lambda: _scenarios(writing=False)),
    ("honour-scenario-links", lambda: _scenarios(writing=True)),
    ("honour-judgement", _judgement),
)
