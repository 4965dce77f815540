# SPDX-License-Identifier: EUPL-1.2
"""An earlier assessment says that a later one was made from it, wherever it is read."""

import pytest

from tests.shots.of_beside import two_runs
from tests.ui.assess.test_made_again import asked
from workbench.services.assess import locking, rating
from workbench.ui.alongside.standing import alongside
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
