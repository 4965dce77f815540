# SPDX-License-Identifier: EUPL-1.2
"""The pages of an assessment: choosing, asking, the worksheet, own appraisal, result."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.asking import DA, SARA, Assessed
from tests.support.desk import Answers
from workbench.services import assessing
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter


def _questions() -> QWidget:
    made = Assessed()
    record = made.begin(DA)
    made.answer_da(record, leaving=("q05a", "q06", "q07", "q19", "q20"))
    assessing.record_state(made.akt, record, "q04", "dont-know")
    assessing.record_state(made.akt, record, "q09", "declined")
    assessing.record_state(made.akt, record, "q17", "postponed")
    return _in_window(made, record)


def _worksheet() -> QWidget:
    made = Assessed()
    record = made.begin(SARA)
    made.code_sara(record)
    on = assessing_sheet(made, record)
    for item in ("f08", "f09", "f10"):
        assessing.record_coding(made.akt, record, item, "past", "")
    assessing.record_note(made.akt, on, "f01", "Slag mot huvudet 12 augusti, läkarintyg finns.")
    assessing.record_source(made.akt, on, "f01", "handling 3, s. 2")
    assessing.record_note(made.akt, on, "f03", "Tätare sedan separationen.")
    assessing.record_source(made.akt, on, "f03", "den utsatta")
    return _in_window(made, record)


def assessing_sheet(made: Assessed, record):
    from workbench.services.sheets import sheet

    return sheet(made.akt, made.desk, record)


def _in_window(made: Assessed, record) -> QWidget:
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    shell = in_window(page)
    shell.frame().top.save_state.saved("02:10")
    return shell


PAGES = (("assess-question", _questions), ("assess-worksheet", _worksheet))
