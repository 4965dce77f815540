# SPDX-License-Identifier: EUPL-1.2
"""What a tired hand or a second person can enter into the loop: refused with a code, or kept whole."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.desk import Answers, Bench
from tests.support.writing_views import KeptWriting
from tests.unit.services.offices import Office
from tests.vault.seating import SECOND_PASSPHRASE, SECOND_PLACE, give, seat_second
from workbench.app.opening import open_session
from workbench.domain.documents import TEXT, Document
from workbench.domain.errors import WorkbenchError
from workbench.domain.measures import Measure
from workbench.domain.orders import Alarm
from workbench.domain.plans import ChildPlanNote, PlanItem, SafetyPlan, StayPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Note
from workbench.services.facts.has_been import require_been
from workbench.services.jobs import InlineJobs
from workbench.services.loop import planning
from workbench.services.records.akt import Draft
from workbench.ui.scenarios.specs import MEASURE
from workbench.ui.scenarios.telling import tell_scenarios
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.writing import Writing
from workbench.words import _

DONE_ON = {
    "alarm tried": lambda day: Alarm("alarm_phone", "2026-01-01", tried_on=day),
    "child's plan gone through": lambda day: ChildPlanNote("Lo", has_plan=True, reviewed_on=day),
    "document received": lambda day: Document(1, "x", TEXT, "0" * 64, 1, received_on=day),
    "measure decided": lambda day: Measure("Larm", "Alex", "2026-12-01", decided_on=day),
    "plan talked through": lambda day: SafetyPlan("Jag ringer Sam", talked_through_on=day),
    "contact had": lambda day: StayPlan("stays", "2026-12-01", contacted_on=day),
}


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench()


@pytest.fixture
def akt(bench: Bench):
    return bench.akt(bench.begin())


@pytest.mark.parametrize("what", DONE_ON)
def test_what_is_done_was_not_done_on_a_day_that_has_not_come(bench, akt, what: str) -> None:
    today = bench.clock.today()
    for day in (today, today - timedelta(days=1)):
        require_been(akt, DONE_ON[what](day.isoformat()))
    require_been(akt, DONE_ON[what](""))
    with pytest.raises(WorkbenchError) as refused:
        require_been(akt, DONE_ON[what]((today + timedelta(days=1)).isoformat()))
    assert refused.value.code == "LOOP-018"


def test_a_refused_day_leaves_what_was_typed_and_enters_nothing(bench, akt) -> None:
    view = KeptWriting()
    case = OpenCase(InlineJobs(), bench.session, akt.case)
    writing = Writing(case, MEASURE, view, Answers(), entered=print, discarded=print)
    writing.begin()
    tomorrow = (bench.clock.today() + timedelta(days=1)).isoformat()
    for name, text in {"what": "Larm", "who": "Alex", "decided_on": tomorrow}.items():
        writing.typed(name, text)
    writing.enter()
    assert view.problems[-1].code == "LOOP-018"
    assert akt.all(Measure) == ()
    again = KeptWriting()
    Writing(case, MEASURE, again, Answers(), entered=print, discarded=print).begin()
    assert again.values["decided_on"] == tomorrow


LONG = "å" * 100_000


def test_a_hundred_thousand_characters_stand_whole_in_every_part_of_the_loop(akt) -> None:
    values = (Note(LONG), Scenario(LONG, "Han", "Kim"), Measure(LONG, "Alex", "2026-12-01"),
              PlanItem("person", "", LONG, "M"), SafetyPlan(LONG))  # fmt: skip
    akt.enter(*map(Draft, values))
    for value in values:
        assert akt.all(type(value))[-1].value == value


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["Larm", "Lås", "Flytt", ""]), min_size=2, max_size=4, unique=True))
def test_however_many_change_one_measure_at_once_each_version_stands_until_it_is_settled(
    whats,
) -> None:
    bench = Bench()
    akt = bench.akt(bench.begin())
    record = akt.enter(Draft(Measure("Först", "Alex", "2026-12-01"))).records[0]
    seen = (akt.find(Measure, record).entry,)
    for what in whats:
        akt.enter(Draft(Measure(what, "Bo", "2026-12-02"), record, seen))
    assert sorted(each.value.what for each in akt.all(Measure)) == sorted(whats)
    (loose,) = tell_scenarios(akt, bench.session.desk).scenarios
    assert len(loose.measures) == len(whats)
    said = [fact for vm in loose.measures for fact in vm.facts]
    assert said.count(_("Two versions stand against each other")) == len(whats)
    heads = tuple(each.entry for each in akt.all(Measure))
    akt.enter(Draft(Measure("Båda", "Alex och Bo", "2026-12-03"), record, heads))
    (settled,) = akt.all(Measure)
    assert not settled.is_disputed
    assert len(akt.history(Measure, record)) == len(whats) + 2


def test_two_people_on_the_same_measure_lose_nothing_of_each_other(tmp_path) -> None:
    """On one computer: the first is locked out half-way, the second enters, the first goes on."""
    office = Office(tmp_path / "office")
    case = office.begin()
    record = office.akt(case).enter(Draft(Measure("Larm", "Alex", "2026-12-01"))).records[0]
    vault = office.desk.vault
    give(vault, seat_second(office.place, vault), case)
    first = _writing(office.session, case)
    first.begin(record)
    first.typed("what", "Larmtelefon i hallen")
    office.session.close()

    other = open_session(office.place.folder, SECOND_PLACE, SECOND_PASSPHRASE, office.place.around)
    theirs = other.akt(case).find(Measure, record).value
    assert theirs.what == "Larm"
    planning.enter_measure(other.akt(case), replace(theirs, who="Bo"), record)
    other.close()

    office.relock()
    view = KeptWriting()
    again = _writing(office.session, case, view)
    again.begin(record)
    assert (view.values["what"], view.values["who"]) == ("Larmtelefon i hallen", "Bo")
    again.typed("reason", "Står i hallen nu")
    again.enter()
    (standing,) = office.akt(case).all(Measure)
    assert (standing.value.what, standing.value.who) == ("Larmtelefon i hallen", "Bo")
    authors = {e.header.author for e in office.akt(case).history(Measure, record)}
    assert (len(authors), standing.versions) == (2, 3)
    office.session.close()


def _writing(session, case, view=None) -> Writing:
    opened = OpenCase(InlineJobs(), session, case)
    return Writing(
        opened, MEASURE, view or KeptWriting(), Answers(), entered=print, discarded=print
    )
