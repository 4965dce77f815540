# SPDX-License-Identifier: EUPL-1.2
"""An earlier assessment says that a later one was made from it, wherever it is read."""

import pytest
from PySide6.QtCore import Qt

from tests.shots.of_beside import two_runs
from tests.ui.assess.test_made_again import asked
from workbench.domain.beside import Beside
from workbench.services.assess import locking, rating
from workbench.services.records.akt import Draft
from workbench.ui.alongside.standing import alongside
from workbench.ui.places import Place
from workbench.ui.result.page import ResultPage
from workbench.ui.result.presenter import ResultPresenter
from workbench.ui.result.shapes import result_vm
from workbench.words import speak

pytestmark = pytest.mark.ui
BEGUN = "En senare bedömning påbörjades utifrån den här 2027-02-20. Den är inte låst än."
REPLACED = "Ersatt av en senare bedömning, påbörjad 2027-02-20."


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def heads(qtbot, made, record) -> tuple[str, str, str]:
    """What its result, the page of what stands beside it, and the page of its questions say."""
    beside = alongside(made.akt, made.desk, record).chosen
    page = asked(qtbot, made, record)
    result = result_vm(made.akt, made.desk, record).caption
    return result, "\n".join(beside.marks), page.header.caption.text()


def test_the_earlier_one_tells_of_the_later_and_the_later_one_of_none(qtbot) -> None:
    made, first, again = two_runs()
    assert all(BEGUN in said for said in heads(qtbot, made, first))
    assert not any("senare bedömning" in said for said in heads(qtbot, made, again))
    locking.lock(made.akt, made.desk, again, "Inte mer underlag.")
    assert all(REPLACED in said and BEGUN not in said for said in heads(qtbot, made, first))
    assert rating.later(made.akt, again) is None


def test_a_second_rater_goes_from_the_result_to_where_it_is_locked_by_one_button(qtbot) -> None:
    made, first, again = two_runs()
    tie = Beside(again, (first,), "second", made.desk.vault.signer.user)
    assert not result_page(qtbot, made, first).raters_button.isVisible()
    made.akt.enter(Draft(tie, rating.tie_of(made.akt, again).record))
    page = result_page(qtbot, made, again)
    page.raters_button.setFocus()
    qtbot.keyClick(page.raters_button, Qt.Key.Key_Space)
    assert made.bench.went[-1] == Place("alongside", made.case, again)


def result_page(qtbot, made, record) -> ResultPage:
    page = ResultPage(lambda view: ResultPresenter(view, made.open, made.bench.go, record))
    qtbot.addWidget(page)
    page.show()
    return page
