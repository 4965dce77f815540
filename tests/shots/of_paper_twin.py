# SPDX-License-Identifier: EUPL-1.2
"""Paper: the empty form, what is asked of a filled-in one, and keying it in."""

from types import SimpleNamespace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.asking import DA, Assessed
from tests.support.desk import Answers
from workbench.app.outside import make_blank
from workbench.services.assess import assessing, form_marks, paper_twins
from workbench.services.assess.keyed_in import Paper
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.blank_form.page import BlankFormPage
from workbench.ui.blank_form.presenter import in_case
from workbench.ui.from_paper.page import FromPaperPage
from workbench.ui.from_paper.presenter import FromPaperPresenter
from workbench.ui.kit.page import Page
from workbench.ui.result.page import ResultPage
from workbench.ui.result.presenter import ResultPresenter

DASH = "dash-ric-24"


def _blank() -> QWidget:
    made = Assessed()
    outside = SimpleNamespace(blank=make_blank)
    page = BlankFormPage(lambda v: in_case(v, made.open, Answers(), made.bench.go, outside))
    window = in_window(page)
    page.go(f"{DA}@{made.definition(DA).version}")
    return window


def _asked(*, refused: bool) -> QWidget:
    made = Assessed()
    record = made.begin(DA)
    page = FromPaperPage(
        lambda v: FromPaperPresenter(v, made.open, Answers(), made.bench.go, record)
    )
    window = in_window(page)
    said = {"written_on": "2026-11-20", "written_at": "21:40", "hand": "Anna Påhittsson, jour"}
    mark = form_marks.mark_of(made.definition(DASH if refused else DA))
    for name, text in {"mark": mark, **said}.items():
        QTest.keyClicks(page.form.field(name), text)
    if refused:
        page.begin_button.click()
    return window


def _keying(instrument: str) -> QWidget:
    made = Assessed()
    record = _from_paper(made, instrument)
    page: Page = AssessPage(
        lambda v: AssessPresenter(v, made.open, Answers(), made.bench.go, record)
    )
    return in_window(page)


def _result() -> QWidget:
    made = Assessed()
    record = _from_paper(made, DA)
    assessing.enter_sitting(made.akt, record)
    made.say_own()
    return in_window(ResultPage(lambda v: ResultPresenter(v, made.open, made.bench.go, record)))


def _from_paper(made: Assessed, instrument: str):
    record, definition = made.begin(instrument), made.definition(instrument)
    mark = form_marks.mark_of(definition)
    paper = Paper(mark, "2026-11-20", "Anna Påhittsson, jour", "21:40")
    paper_twins.begin(made.akt, made.desk, record, paper)
    for item in definition.items[:6]:
        assessing.record_answer(made.akt, record, item.id, item.codes[0])
    assessing.record_state(made.akt, record, definition.items[6].id, "declined")
    return record


PAGES = (
    ("paper-1-blank", _blank),
    ("paper-2-asked", lambda: _asked(refused=False)),
    ("paper-3-refused", lambda: _asked(refused=True)),
    ("paper-4-keying", lambda: _keying(DA)),
    ("paper-5-written", lambda: _keying(DASH)),
    ("paper-6-result", _result),
)
