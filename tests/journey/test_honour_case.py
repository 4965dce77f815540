# SPDX-License-Identifier: EUPL-1.2
"""An honour case with a collective, two children, two raters and a reviewer, by keyboard."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.journey import governing, handing_over, honour
from tests.journey.afterwards import only_akt, session_of
from tests.journey.governing import Known
from tests.journey.hands import Hands
from tests.journey.place import Workplace
from tests.journey.station import Stations
from tests.journey.test_main_job import unlocked
from tests.reliability.leaks import leaking_files
from tests.vault.making import CHEAP
from workbench.app import house_pages
from workbench.domain.assessments import Coding, Judgement, SignOff
from workbench.domain.disclosures import Received
from workbench.domain.persons import Person, PersonLink
from workbench.domain.protected_identity import ProtectedIdentity
from workbench.domain.reviews import Review
from workbench.domain.scenarios import Scenario
from workbench.domain.standing import StillHolds
from workbench.domain.worksheets import SheetPerson
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.arrival import arriving
from workbench.services.assess import rating
from workbench.services.loop import gaps, outdated
from workbench.services.person.whom import subject_of
from workbench.services.records.akt import Akt

PLANTED = (honour.NAME, honour.CHANNEL, honour.WHERE_THEY_ARE, honour.WHY, honour.KEPT)


def test_an_honour_case_from_the_door_to_what_still_holds(
    qapp: QApplication, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(house_pages, "measured_cost", lambda: CHEAP)
    shelter = Workplace(tmp_path / "a", "Jouren Påhittet", "Sten Skyddsson", "granit körsbär")
    town = Workplace(tmp_path / "b", "Exempelkommun", "Tor Tjänsteman", "lampa torsdag")
    shelter.found()
    town.found()
    stick = {name: tmp_path / "stick" / name for name in ("a", "b", "bundle")}
    for folder in stick.values():
        folder.mkdir(parents=True)
    with unlocked(qapp, town, "honour-town") as (hands, stations):
        town_digits = handing_over.export_card(hands, stations, stick["b"])
    with unlocked(qapp, shelter, "honour") as (hands, stations):
        stations.may_show_score = True
        _rated_and_reviewed(hands, stations, Known({"01": shelter.passphrase}))
        digits = handing_over.export_card(hands, stations, stick["a"])
        handing_over.bring_card(hands, stations, stick["b"], town_digits)
        honour.find(hands, honour.NAME)
        honour.seal(hands, stations, shelter, stick["bundle"])
        honour.a_factor_changes(hands, stations)
    with unlocked(qapp, town, "honour-received") as (hands, stations):
        stations.may_show_score = True
        hands.push("rail-receive")
        hands.push("contacts")
        handing_over.bring_card(hands, stations, stick["a"], digits)
        handing_over.open_bundle(hands, stations, stick["bundle"], honour.MEASURE)
    _check_shelter(shelter)
    _check_town(town)
    assert leaking_files([path for path in tmp_path.rglob("*") if path.is_file()], PLANTED) == {}


def _rated_and_reviewed(hands: Hands, stations: Stations, known: Known) -> None:
    """Three people at one screen, one after the other."""

    def hand_over_to(number: str) -> None:
        governing.lock(hands, stations, f"locked-for-{number}")
        governing.unlock(hands, known, number)

    honour.begin(hands, stations)
    honour.the_collective(hands, stations)
    honour.protect_identity(hands, stations)
    honour.code(hands, stations)
    honour.answer_it(hands, stations)
    honour.ask_the_second(hands, stations, known)
    hand_over_to(honour.RATER_NUMBER)
    honour.rate_blind(hands, stations)
    hand_over_to("01")
    honour.agree(hands, stations)
    honour.judge(hands, stations)
    honour.ask_for_review(hands, stations)
    hand_over_to(honour.REVIEWER_NUMBER)
    honour.review(hands, stations)
    hand_over_to("01")
    honour.sign(hands, stations)


def _check_shelter(shelter: Workplace) -> None:
    with session_of(shelter) as session:
        rows = cases.open_cases(session.desk)
        akter = [session.akt(row.case) for row in rows]
        (akt,) = [each for each in akter if subject_of(each).name == honour.NAME]
        children = [each for each in akter if each is not akt]
        assert {subject_of(each).name for each in children} == set(honour.CHILDREN)
        assert set(arriving.came_together(session.desk, akt)) == {each.case for each in children}
        _check_people(akt)
        _check_raters(akt)
        _check_review(akt, session)
        _check_what_still_holds(akt)
        of_children = [e.body for each in children for e in each.file.entries()]
        assert honour.COLLECTIVE not in repr(of_children)
        session.put_away()
        assert [r.why for r in session.desk.vault.verify() if r.first_bad or r.why] == []


def _check_people(akt: Akt) -> None:
    people = {each.record: each.value for each in akt.all(Person)}
    (family,) = [record for record, one in people.items() if one.part == "collective"]
    links = [each.value for each in akt.all(PersonLink)]
    assert {link.other for link in links} == {family}
    roles = {people[link.one].name: link.role for link in links}
    assert roles == dict(
        zip([n for n, _role in honour.MEMBERS], ["decides", "carries-out", "protects"], strict=True)
    )
    (protected,) = akt.all(ProtectedIdentity)
    assert protected.value.protected_as == "secrecy_marking"


def _check_raters(akt: Akt) -> None:
    """Two raters, each their own codes, and one record of what they agreed on."""
    ties = [rating.tie_of(akt, each) for each in {c.value.assessment for c in akt.all(Coding)}]
    assert sorted(tie.value.why for tie in ties if tie) == ["consensus", "second"]
    of: dict[str, set[str]] = {}
    for coding in akt.all(Coding):
        of.setdefault(coding.value.assessment, set()).add(coding.value.code)
    assert {"J"} in of.values(), "the consensus says what was agreed"
    assert len(of) == 3
    rated = [each.value for each in akt.all(SheetPerson)]
    assert {each.roles for each in rated} == {("decides",), ("carries-out",)}


def _check_review(akt: Akt, session: Session) -> None:
    (review,) = akt.all(Review)
    assert review.value.state == "approved"
    assert review.value.asked_by == session.desk.vault.signer.user != review.value.reviewer
    (judged,) = akt.all(Judgement)
    assert len(judged.value.assessments) == 3
    (signed,) = akt.all(SignOff)
    assert (signed.value.reviewer, signed.value.review_skipped_because) == (honour.REVIEWER, "")


def _check_what_still_holds(akt: Akt) -> None:
    """Kept with a reason, and only what is open is still told."""
    kept = {each.value.kind for each in akt.all(StillHolds)}
    assert kept == {"scenario", "judgement"}
    assert {each.value.because for each in akt.all(StillHolds)} == {honour.KEPT}
    assert outdated.outdated(akt) == ()
    (scenario,) = akt.all(Scenario)
    assert len(scenario.value.factors) == 1
    left = {each.gap for each in gaps.open_gaps(akt, akt.today())}
    assert left == {"judgement-not-signed"}, "what was signed is not what stands now"


def _check_town(town: Workplace) -> None:
    with session_of(town) as session:
        akt = only_akt(session)
        assert len(akt.all(Received)) == 1
        arrived = repr([(entry.key, entry.body) for entry in akt.file.entries()])
        assert [text for text in honour.MUST_NOT_PASS if text in arrived] == []
