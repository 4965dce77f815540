# SPDX-License-Identifier: EUPL-1.2
"""Somebody came: one akt a person, nothing of one in another's, and nothing twice."""

import dataclasses
from dataclasses import replace

import pytest

from tests.unit.services.offices import Office
from workbench.domain.arrivals import Arrival, ArrivedTogether, ChildArrival
from workbench.domain.clock import stamp
from workbench.domain.deadlines import OWN, Deadline
from workbench.domain.file_links import FileLink
from workbench.domain.ids import CaseId, RecordId
from workbench.domain.protected_identity import ProtectedIdentity
from workbench.domain.reserve_numbers import reserve_number
from workbench.domain.subject import Note, Subject
from workbench.services.akter import cases, file_links
from workbench.services.akter.cases import NewCase
from workbench.services.arrival import arriving
from workbench.services.arrival.arriving import Adult, ArrivalAheadError, Child, NoArrivalTimeError
from workbench.services.loop import arrived
from workbench.services.papers.journal import journal_document
from workbench.services.papers.shared import Writing
from workbench.services.person.whom import set_subject, subject_of
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt, Draft
from workbench.services.records.working import Field

CANARY = "GLASBJÖRK-4711"
_TEXTS = [
    each.name for each in dataclasses.fields(Arrival)
    if each.type is str and each.name not in ("at", "written_on", "reason")
]  # fmt: skip


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path / "jour")


def _begin(office: Office) -> Akt:
    return office.session.begin(NewCase(Subject(name="", identity="unknown")))


def _now(office: Office, **ago: int) -> str:
    office.place.clock.step(**ago) if ago else None
    return stamp(office.desk.clock.now())


def _typed(akt: Akt, kind: type, **fields: str) -> RecordId:
    record = akt.new_record()
    for name, text in fields.items():
        working.type_field(akt, Field(bodies.name_of(kind), record, name), text)
    return record


def _child(akt: Akt, at: str, name: str = "Lo Låtsas", **more: str) -> Child:
    record = _typed(akt, ChildArrival, name=name, **more)
    about = Subject(name, role="child", identity="stated" if name else "unknown")
    return Child(record, ChildArrival(at, **more), about)  # type: ignore[arg-type]


def _adult(akt: Akt, at: str, **more: str) -> Adult:
    record = _typed(akt, Arrival, **more)
    return Adult(record, Arrival(at, **more), Subject("Kim Påhittad", "19700101-0004"))  # type: ignore[arg-type]


def test_each_person_gets_an_akt_and_no_akt_names_another(office) -> None:
    akt, at = _begin(office), _now(office)
    children = [_child(akt, at), _child(akt, at)]  # two of the same name are two
    made = arriving.enter(office.desk, akt, _adult(akt, at, room="B2"), children)
    assert len({akt.case, *made}) == 3
    assert arriving.came_together(office.desk, akt) == made
    assert working.unentered(akt) == ()
    for case in made:
        own = office.afresh(case)
        assert subject_of(own).name == "Lo Låtsas"
        assert own.all(ArrivedTogether) == own.all(Arrival) == ()
        assert arriving.came_together(office.desk, own) == ()
        assert not any(akt.case in body.decode() for body in bodies_of(own))
    assert office.verify()


def test_a_childs_akt_holds_nothing_that_was_planted_about_the_adult(office) -> None:
    akt, at = _begin(office), _now(office)
    planted = {name: f"{CANARY} {name}" for name in _TEXTS}
    child = _child(akt, at, injuries="blåmärke", custody="two", postponed="köp blöjor")
    (made,) = arriving.enter(office.desk, akt, _adult(akt, at, **planted), [child])
    own = office.afresh(made)
    kept = b"".join(bodies_of(own))
    paper = repr(journal_document(Writing(own, office.desk, "sv"), lambda: None))
    listed = repr(office.desk.vault.own.row(made))
    for where in (kept.decode(), paper, listed):
        assert CANARY not in where
        assert "Kim Påhittad" not in where
        assert "19700101-0004" not in where
        assert akt.case not in where
    adults = b"".join(bodies_of(office.afresh(akt.case))).decode()
    assert CANARY in adults
    assert "blåmärke" not in adults
    assert "Lo Låtsas" not in adults


def bodies_of(akt: Akt) -> list[bytes]:
    return [repr(entry.content()).encode() for entry in akt.file.entries()]


def test_dates_begin_with_the_arrival_and_what_was_put_off_becomes_tasks(office) -> None:
    akt, at = _begin(office), _now(office)
    child = _child(akt, at, decision="immediate", postponed="ring skolan")
    adult = _adult(akt, at, postponed="tolk\n\n läkare \ntolk")
    (made,) = arriving.enter(office.desk, akt, adult, [child])
    akt = office.afresh(akt.case)
    assert _rules(akt) == {"implementation-plan", "shelter-assessment-first", OWN}
    assert [each.title for each in _own(akt)] == ["tolk", "läkare"]
    own = office.afresh(made)
    assert _rules(own) == {
        "child-protection-assessment", "immediate-measure-submission",
        "application-after-immediate", "placement-consideration", OWN,
    }  # fmt: skip
    assert {"tolk", "läkare"}.isdisjoint(each.title for each in _own(own))


@pytest.mark.parametrize(
    ("decided_on", "due"),
    [("", "2026-11-29"), ("2026-11-21", "2026-11-28"), ("2026-11-22", "2026-11-29"),
     ("2026-11-23", "2026-11-29"), ("2062-11-22", "2026-11-29")],
)  # fmt: skip
def test_a_decision_that_lies_ahead_puts_no_statute_off(office, decided_on: str, due: str) -> None:
    akt, at = _begin(office), _now(office)
    child = _child(akt, at, decision="immediate", decided_on=decided_on)
    (made,) = arriving.enter(office.desk, akt, None, [child])
    known = {e.value.rule.partition("@")[0]: e.value.due for e in office.akt(made).all(Deadline)}
    assert known["immediate-measure-submission"] == due


def _rules(akt: Akt) -> set[str]:
    return {each.value.rule.partition("@")[0] for each in akt.all(Deadline)}


def _own(akt: Akt) -> list[Deadline]:
    return [each.value for each in akt.all(Deadline) if each.value.rule == OWN]


def test_a_corrected_time_moves_the_dates_that_began_and_begins_none_twice(office) -> None:
    akt, at = _begin(office), _now(office)
    adult = _adult(akt, at, postponed="tolk")
    arriving.enter(office.desk, akt, adult)
    before = len(akt.all(Deadline))
    office.place.clock.step(hours=30)
    later = _now(office)
    again = Adult(adult.record, dataclasses.replace(adult.value, at=later, reason="fel klocka"))
    arriving.enter(office.desk, akt, again)
    assert len(akt.all(Deadline)) == before
    assert {each.value.since for each in akt.all(Deadline) if each.value.rule != OWN} == {later}
    assert arrived.arrived_at(akt) == later
    assert subject_of(akt).name == "Kim Påhittad"


@pytest.mark.parametrize("left", ["nothing", "an empty akt", "an entered akt"])
def test_cut_off_in_between_the_child_gets_one_akt(office, left) -> None:
    akt, at = _begin(office), _now(office)
    child = _child(akt, at)
    before = len(office.desk.vault.own.rows())
    if left != "nothing":
        own = arriving._own_akt(office.desk, akt, child)
        if left == "an entered akt":
            own.enter(*arriving._of_child(office.desk, own, child))
        own.close()
    case = akt.case
    office.relock()
    akt = office.akt(case)
    (made,) = arriving.enter(office.desk, akt, None, [child])
    assert len(office.desk.vault.own.rows()) == before + 1
    assert len(office.afresh(made).all(ChildArrival)) == 1
    assert working.unentered(office.akt(case)) == ()


def test_a_time_that_has_not_come_enters_nothing_at_all(office) -> None:
    akt = _begin(office)
    ahead, at = "2099-01-01T00:00:00Z", _now(office)
    with pytest.raises(ArrivalAheadError, match="ARRIVAL-001"):
        arriving.enter(office.desk, akt, _adult(akt, at, room="A1"), [_child(akt, ahead)])
    with pytest.raises(NoArrivalTimeError, match="ARRIVAL-002"):
        arriving.enter(office.desk, akt, _adult(akt, "i natt"))
    assert akt.all(Arrival) == ()
    assert len(office.desk.vault.own.rows()) == 1
    assert {each.kind for each in working.unentered(akt)} == {"arrival", "child_arrival"}


def test_an_arrival_before_the_one_of_the_latest_akt_is_entered(office) -> None:
    akt, at = _begin(office), _now(office)
    arriving.enter(office.desk, akt, _adult(akt, at))
    earlier = _begin(office)
    arriving.enter(office.desk, earlier, _adult(earlier, "2020-02-29T23:59:00Z"))
    assert arrived.arrived_at(earlier) < at


def test_a_hundred_thousand_characters_are_kept_and_nameless_people_come(office) -> None:
    akt, at = _begin(office), _now(office)
    long = "å" * 100_000
    record = _typed(akt, Arrival, injuries=long)
    made = arriving.enter(
        office.desk, akt, Adult(record, Arrival(at, injuries=long)), [_child(akt, at, "")]
    )
    found = arrived.arrival_of(office.afresh(akt.case))
    assert found is not None
    assert found.value.injuries == long
    assert subject_of(office.afresh(made[0])).identity == "unknown"


def test_a_link_of_an_earlier_version_is_read_hidden_with_a_reason_and_comes_back(office) -> None:
    akt, at = _begin(office), _now(office)
    old = cases.create_case(office.desk, NewCase(Subject("Lo Låtsas", role="child")))
    old.close()
    akt.enter(Draft(ArrivedTogether(CaseId(old.case))))
    (linked,) = file_links.links_of(office.desk, akt)
    assert arriving.came_together(office.desk, akt) == (old.case,)
    file_links.hide(akt, linked, "en vårdnadshavare begär ut akten")
    assert arriving.came_together(office.desk, akt) == ()
    (hidden,) = file_links.links_of(office.desk, akt)
    assert hidden.is_hidden
    assert hidden.is_old
    file_links.show_again(office.desk, akt, hidden, "klart")
    assert arriving.came_together(office.desk, akt) == (old.case,)
    (made,) = arriving.enter(office.desk, akt, None, [_child(akt, at)])
    assert set(arriving.came_together(office.desk, akt)) == {old.case, made}


def test_a_child_who_comes_with_an_assumed_identity_is_tied_to_nobody(office) -> None:
    akt, at = _begin(office), _now(office)
    akt.enter(Draft(ProtectedIdentity("assumed_identity")))
    (made,) = arriving.enter(office.desk, akt, None, [_child(akt, at)])
    assert arriving.came_together(office.desk, akt) == akt.all(FileLink) == ()
    assert office.afresh(made).all(FileLink) == ()
    assert working.unentered(office.akt(akt.case)) == ()


def test_a_person_who_stays_unknown_gets_a_reserve_number_and_one_who_is_named_none(office) -> None:
    akt, at = _begin(office), _now(office)
    (made,) = arriving.enter(
        office.desk, akt, Adult(akt.new_record(), Arrival(at)), [_child(akt, at)]
    )
    assert subject_of(akt).number == reserve_number(akt.case)
    assert subject_of(office.akt(made)).reserve_number == ""
    named = _begin(office)
    arriving.enter(office.desk, named, _adult(named, at))
    assert subject_of(named).reserve_number == ""


def test_an_arrival_joins_no_name_to_an_assumed_identity(office) -> None:
    akt = _begin(office)
    akt.enter(Draft(ProtectedIdentity("assumed_identity")))
    arriving.enter(office.desk, akt, _adult(akt, _now(office)), [])
    about = subject_of(akt)
    assert (about.name, about.personal_number) == ("", "")
    assert arrived.arrival_of(akt) is not None, "nothing stops an arrival"


def test_who_was_confirmed_is_not_replaced_by_what_is_said_at_the_door(office) -> None:
    akt = _begin(office)
    sure = Subject("Vera Ljung", "19900101-0009", "confirmed", established="id-document")
    set_subject(akt, sure)
    arriving.enter(office.desk, akt, _adult(akt, _now(office)))
    assert subject_of(akt) == sure
    (note,) = akt.all(Note)
    assert "Kim Påhittad" in note.value.text, "what was said is kept, beside"
    assert "19700101-0004" in note.value.text
    arriving.enter(office.desk, akt, replace(_adult(akt, _now(office)), subject=sure))
    assert len(akt.all(Note)) == 1, "the same again is nothing else"


def test_who_was_only_stated_is_corrected_at_the_door(office) -> None:
    akt = _begin(office)
    set_subject(akt, Subject("Kim"))
    arriving.enter(office.desk, akt, _adult(akt, _now(office)))
    about = subject_of(akt)
    assert (about.name, about.personal_number) == ("Kim Påhittad", "19700101-0004")
    assert (about.reason, akt.all(Note)) == ("", ())
    other = Subject("Kim Påhittad", "19900101-0009")
    arriving.enter(office.desk, akt, replace(_adult(akt, _now(office)), subject=other))
    assert subject_of(akt).personal_number == "19900101-0009"
    assert subject_of(akt).reason, "that another number stands is said"
