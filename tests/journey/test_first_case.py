# SPDX-License-Identifier: EUPL-1.2
"""A small municipality's first case ever, from an empty folder to the month, by keyboard."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.journey import first_case, governing
from tests.journey.afterwards import only_akt, session_of
from tests.journey.governing import Known
from tests.journey.hands import Hands
from tests.journey.place import Workplace, running
from tests.journey.station import Stations
from tests.reliability.leaks import leaking_files
from tests.support.real_program import PATIENT
from tests.vault.making import CHEAP
from workbench.app import house_pages
from workbench.app.window import Program
from workbench.domain.assessments import Judgement, OwnAppraisal, Result
from workbench.domain.disclosures import Spoken, Told
from workbench.domain.documents import Document
from workbench.domain.measures import Measure
from workbench.domain.plans import ProtectionPlan, StayPlan
from workbench.domain.reviews import Review
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Note, ProtectionNow
from workbench.services.akter import cases
from workbench.services.loop import gaps
from workbench.services.records.akt import Akt

PLANTED = (
    *(first_case.NAME, first_case.CALL, first_case.NEED, first_case.WHY, first_case.SCENARIO),
    *(first_case.OWN_WORDS, first_case.MEASURE, first_case.TOLD, first_case.POLICE_PAGES[1]),
)


def test_the_first_case_of_a_small_municipality(
    qapp: QApplication, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(house_pages, "measured_cost", lambda: CHEAP)
    stick = tmp_path / "stick"
    stick.mkdir()
    empty = Workplace(tmp_path / "a", governing.ORGANISATION, governing.FOUNDER, "")
    known, trial = Known(), PATIENT._replace(cost=CHEAP)

    def program() -> Program:
        return Program(qapp, empty.vault, around=empty.around, trial=trial)

    with running(program) as shown:
        hands = Hands(shown)
        stations = Stations(hands, "first")
        stations.may_show_score = True
        try:
            governing.first_start(hands, stations, known, "Kommunal socialtjänst")
            _the_whole_case(hands, stations, empty, known, stick)
        finally:
            stations.end()
    _check(Workplace(empty.root, "", "", known.phrases["01"]))
    files = [path for path in empty.root.rglob("*") if path.is_file()]
    assert leaking_files(files, (*PLANTED, *known.phrases.values())) == {}


def _the_whole_case(
    hands: Hands, stations: Stations, town: Workplace, known: Known, stick: Path
) -> None:
    first_case.a_worried_call(hands, stations)
    first_case.protect_now(hands, stations)
    first_case.read_in(hands, stations, stick)
    first_case.assess(hands, stations)
    first_case.close_every_gap(hands, stations, town)
    first_case.protection_plan(hands, stations, town)
    first_case.tell_the_police(hands, stations)
    first_case.ask_for_review(hands, stations, known)
    first_case.look_ahead(hands, stations, town)


def _check(town: Workplace) -> None:
    with session_of(town) as session:
        akt, desk = only_akt(session), session.desk
        _check_told(akt)
        _check_loop(akt)
        (spoken,) = desk.house.all(Spoken)
        assert spoken.value.case == akt.case
        assert cases.number_of(desk, akt.case).endswith("-0001")
        session.put_away()
        assert [r.why for r in desk.vault.verify() if r.first_bad or r.why] == []


def _check_told(akt: Akt) -> None:
    (call,) = akt.all(Note)
    assert (call.value.text, call.value.said_by) == (first_case.CALL, first_case.CALLER)
    (need,) = akt.all(ProtectionNow)
    assert (need.value.needed, need.value.shelter) == ("yes", "declined")
    (document,) = akt.all(Document)
    assert (document.value.number, document.value.pages) == (1, len(first_case.POLICE_PAGES))
    (own,) = akt.all(OwnAppraisal)
    assert (own.value.words, own.value.after_score) == (first_case.OWN_WORDS, False)
    assert {each.value.rule for each in akt.all(Result)}
    assert int(first_case.POINTS) in {each.value.value for each in akt.all(Result)}
    (told,) = akt.all(Told)
    assert (told.value.receiver, told.value.ground) == (first_case.RECEIVER, "consent")
    assert told.value.what == first_case.TOLD


def _check_loop(akt: Akt) -> None:
    """Nothing but the signature is left, and the reviewer has been asked."""
    assert {each.gap for each in gaps.open_gaps(akt, akt.today())} == {"judgement-not-signed"}
    (judged,) = akt.all(Judgement)
    assert (judged.value.why, judged.value.against_whom) == (first_case.WHY, first_case.AGAINST)
    assert len(akt.history(Judgement, judged.record)) == 4, "one for each part that was left"
    (asked,) = akt.all(Review)
    assert asked.value.judgement == judged.record
    (scenario,) = akt.all(Scenario)
    (measure,) = akt.all(Measure)
    done = measure.value
    assert (done.scenario, done.who, done.status) == (scenario.record, "Gun", "decided")
    assert (done.decision, done.due > done.decided_on) == (first_case.DECISION, True)
    (stay,) = akt.all(StayPlan)
    assert (stay.value.choice, stay.value.contact_by) == ("declines", "Gun")
    (plan,) = akt.all(ProtectionPlan)
    assert plan.value.responsible == "Gun"
