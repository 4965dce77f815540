# SPDX-License-Identifier: EUPL-1.2
"""A sitting: every answer durable at once, entered whole, laid over what was entered before."""

import os
import signal
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tools import ROOT
from tests.unit.services.offices import DA, SARA, appraise
from workbench.domain.assessments import Answer, Coding
from workbench.instruments.answers import ItemAnswer
from workbench.services.assess import assessing, results, sheets
from workbench.services.records import working

ITEMS = ("q01", "q02", "q12")
ACTS = st.one_of(
    st.tuples(st.just("answer"), st.sampled_from(ITEMS), st.sampled_from(["yes", "no"])),
    st.tuples(
        st.just("state"), st.sampled_from(ITEMS),
        st.sampled_from(["dont-know", "declined", "postponed", "unanswered"]),
    ),
    st.tuples(st.just("note"), st.sampled_from(ITEMS), st.text(max_size=5)),
    st.tuples(st.just("source"), st.sampled_from(ITEMS), st.text(max_size=5)),
    st.tuples(st.sampled_from(["enter", "discard", "reopen"]), st.just(""), st.just("")),
)  # fmt: skip
FIELDS = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


class Model:
    """What should stand: by item a state or choice, a note, a source."""

    def __init__(self):
        self.entered, self.typed = {}, {}

    @property
    def shown(self):
        return {**self.entered, **self.typed}

    def enter(self):
        self.entered, self.typed = self.shown, {}


@pytest.fixture(scope="module")
def one_case(shared_office):
    """An akt with ever more assessments, which must not mix."""
    return shared_office.begin("")


@FIELDS
@given(acts=st.lists(ACTS, max_size=14))
def test_working_rows_lie_over_what_was_entered(shared_office, one_case, acts):
    case = one_case
    made = shared_office.assess(shared_office.akt(case))
    model = Model()
    for act, item, value in acts:
        _do(shared_office, case, made, model, (act, item, value))
        akt = shared_office.akt(case)
        for sheet, expected in (
            (sheets.sheet(akt, shared_office.desk, made), model.shown),
            (sheets.entered_sheet(akt, shared_office.desk, made), model.entered),
        ):
            assert _read(sheet) == _plain(expected)
        assert sheets.sheet(akt, shared_office.desk, made).unentered == bool(model.typed)


def _do(office, case, made, model, step):
    act, item, value = step
    akt = office.akt(case)
    if act == "answer":
        assessing.record_answer(akt, made, item, value)
        model.typed[item, "is"] = value
    elif act == "state":
        assessing.record_state(akt, made, item, value)
        model.typed[item, "is"] = value
    elif act in ("note", "source"):
        record = assessing.record_note if act == "note" else assessing.record_source
        record(akt, sheets.sheet(akt, office.desk, made), item, value)
        model.typed[item, act] = value
    elif act == "enter":
        assessing.enter_sitting(akt, made)
        model.enter()
    elif act == "discard":
        assessing.discard_sitting(akt, made)
        model.typed = {}
    else:
        office.afresh(case)


def _read(sheet):
    found = {}
    for item, given_answer in sheet.given.items():
        assert isinstance(given_answer, ItemAnswer)
        state = given_answer.code if given_answer.state == "value" else given_answer.state
        found[item, "is"] = state
    found.update({(item, "note"): text for item, text in sheet.notes.items()})
    found.update({(item, "source"): text for item, text in sheet.sources.items()})
    return _plain(found)


def _plain(found):
    return {key: value for key, value in found.items() if value not in ("", "unanswered")}


def test_entering_writes_only_what_changed_and_empties_the_working_material(office):
    case = office.begin()
    akt = office.akt(case)
    made = office.assess(akt)
    office.answer_all(akt, made)
    assessing.enter_sitting(akt, made)
    before = len(akt.file.entries())
    assessing.record_answer(akt, made, "q02", "no")
    assessing.enter_sitting(akt, made)
    assert len(akt.file.entries()) == before + 1
    assert working.unentered(akt) == ()
    assert assessing.enter_sitting(akt, made).records == ()
    (corrected,) = [each for each in akt.all(Answer) if each.value.item == "q02"]
    assert (corrected.value.choice, corrected.versions) == ("no", 2)


def test_a_code_taken_back_is_not_yet_coded(office):
    akt = office.akt(office.begin())
    made = office.assess(akt, SARA)
    assessing.record_coding(akt, made, "f01", "current", "J")
    assessing.enter_sitting(akt, made)
    assessing.record_coding(akt, made, "f01", "current", "")
    assessing.enter_sitting(akt, made)
    evaluation = results.outcome(akt, office.desk, made).evaluation
    assert evaluation.counts.coded == 0
    assert [each.value.code for each in akt.all(Coding)] == [""]


def test_results_papers_and_records_rest_on_what_is_entered_not_on_working_rows(office):
    akt = office.akt(office.begin())
    office.confirm()
    appraise(akt)
    made = office.assess(akt)
    office.answer_all(akt, made)
    assert results.outcome(akt, office.desk, made).evaluation.first.status == "computed"
    assert results.entered_outcome(akt, office.desk, made).evaluation.first.status == "incomplete"
    results.keep_results(akt, office.desk, made)
    (kept,) = akt.all(results.Result)
    assert kept.value.status == "incomplete"
    assert (kept.value.value, kept.value.band) == (None, "")


_CHILD = """
import os, signal, sys
from pathlib import Path
from tests.vault.making import CHEAP, PASSPHRASE, SeededIds
from tests.support.memory_vault import SteppingClock
from workbench.app.opening import open_session
from workbench.services.assess import assessing
from workbench.vault.opening import Surroundings
root, case, made, acts = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4].split()
around = Surroundings(SteppingClock(), SeededIds("child" + sys.argv[4]), root / "state", CHEAP.m_kib)
akt = open_session(root / "vault", 1, PASSPHRASE, around).akt(case)
for act in acts:
    if act == "enter":
        assessing.enter_sitting(akt, made)
    else:
        item, _, choice = act.partition("=")
        assessing.record_answer(akt, made, item, choice)
os.kill(os.getpid(), signal.SIGKILL)
"""


def _killed_after(office, case, made, acts):
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, office.root, case, made, acts],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr


def test_a_sitting_that_was_killed_goes_on_where_it_was(office):
    case = office.begin()
    made = office.assess(office.akt(case))
    office.session.close()
    _killed_after(office, case, made, "q01=yes q02=no")
    _killed_after(office, case, made, "q02=yes enter q05=no")
    office.relock()
    akt = office.akt(case)
    sheet = sheets.sheet(akt, office.desk, made)
    assert {item: given.code for item, given in sheet.given.items()} == {
        "q01": "yes", "q02": "yes", "q05": "no",
    }  # fmt: skip
    assert sheet.unentered
    assert sorted(each.value.item for each in akt.all(Answer)) == ["q01", "q02"]
    (left,) = working.unentered(akt)
    assert (left.kind, left.record, left.fields) == ("answer", made, 1)
    assessing.discard_sitting(akt, made)
    assert set(sheets.sheet(akt, office.desk, made).given) == {"q01", "q02"}
    assert office.verify()


def test_two_assessments_of_one_instrument_do_not_mix(office):
    akt = office.akt(office.begin())
    first, second = office.assess(akt), office.assess(akt, DA)
    assessing.record_answer(akt, first, "q01", "yes")
    assessing.record_answer(akt, second, "q01", "no")
    assessing.enter_sitting(akt, first)
    told = [sheets.sheet(akt, office.desk, made) for made in (first, second)]
    assert [sheet.given["q01"].code for sheet in told] == ["yes", "no"]
    assert [sheet.unentered for sheet in told] == [False, True]
