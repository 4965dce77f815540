# SPDX-License-Identifier: EUPL-1.2
"""What a hostile reader tried: acts cut short, forged entries, cards and ids used twice."""

from dataclasses import replace

import pytest

from tests.unit.services.offices import (
    DA,
    appraise,
    enter_judgement,
    exchange_cards,
)
from tests.unit.services.test_exchange import hand_over, refused
from tests.vault.making import PASSPHRASE
from workbench.app.opening import open_session
from workbench.app.paper import assessment_pdf, protection_plan_pdf
from workbench.domain.assessments import SignOff
from workbench.domain.disclosures import Received
from workbench.domain.measures import Measure
from workbench.domain.plans import PlanItem, ProtectionPlan
from workbench.services.akter import cases
from workbench.services.assess import assessing, judging, results
from workbench.services.handing_over import contacts, receiving
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.law import erasing_law
from workbench.services.loop import planning
from workbench.services.papers.assessment import assessment_document
from workbench.services.papers.shared import Writing
from workbench.services.person.whom import set_subject, subject_of
from workbench.services.purge.approving import Alone
from workbench.services.records.akt import Akt, Draft
from workbench.services.removing import erasing
from workbench.services.removing.erasing import EraseRequest
from workbench.ui.result.shapes import result_vm
from workbench.vault.errors import DamagedFileError, DiskFullError


class PulledPlugError(Exception):
    """The machine stopped here."""


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def arrived(office, other, stick):
    """A sealed bundle that `other` may open."""
    card = exchange_cards(office, other)
    akt = office.akt(office.begin())
    enter_judgement(akt)
    return hand_over(office, akt, card, stick)


@pytest.mark.parametrize("at", [Received, "house"])
def test_an_acceptance_that_was_cut_short_goes_on_in_the_same_akt(other, arrived, at, monkeypatch):
    enter, stopped = Akt.enter, []

    def cut(self, *drafts, **given):
        names = {type(draft.value) for draft in drafts}
        done = any(getattr(draft.value, "is_done", False) for draft in drafts)
        if not stopped and (at in names if at is Received else done):
            stopped.append(True)
            raise PulledPlugError
        return enter(self, *drafts, **given)

    monkeypatch.setattr(Akt, "enter", cut)
    arrival = receiving.open_bundle(other.desk, other.bundles, arrived.path)
    with pytest.raises(PulledPlugError):
        receiving.accept(other.session, other.bundles, arrival)
    other.relock()
    again = receiving.open_bundle(other.desk, other.bundles, arrived.path)
    assert again.state == "quarantined"
    accepted = receiving.accept(other.session, other.bundles, again)
    assert len(other.desk.vault.cases()) == 1
    assert len(receiving.received_of(other.afresh(accepted.case))) == 1


def test_another_sender_with_the_same_bundle_id_does_not_hide_the_genuine_one(other, arrived):
    first = receiving.open_bundle(other.desk, other.bundles, arrived.path)
    copied = replace(first, opened=replace(first.opened, sender_root="ab" * 32))
    receiving.accept(other.session, other.bundles, copied)
    genuine = receiving.open_bundle(other.desk, other.bundles, arrived.path)
    assert genuine.state == "quarantined"
    genuine.opened.staging.drop()


def test_another_file_at_the_same_path_is_not_kept_as_what_arrived(other, arrived):
    arrival = receiving.open_bundle(other.desk, other.bundles, arrived.path)
    arrived.path.write_bytes(b"another file")
    assert receiving.put_aside(other.desk, arrival, arrived.path) is None


def test_what_is_entered_is_entered_when_the_register_cannot_follow(office, monkeypatch):
    case = office.begin()
    akt = office.akt(case)
    vault = type(office.desk.vault)
    mirror = vault.mirror

    def full(*_given):
        raise DiskFullError

    monkeypatch.setattr(vault, "mirror", full)
    planning.enter_measure(akt, Measure("Byt lås", "Jouren", "2026-12-01"))
    monkeypatch.setattr(vault, "mirror", mirror)
    office.relock()
    assert [row.is_stale for row in office.desk.vault.cases()] == [True]
    assert len(office.akt(case).all(Measure)) == 1
    (row,) = office.desk.vault.cases()
    assert (row.is_stale, row.summary.dates) == (False, (("measure", "2026-12-01"),))


def test_an_akt_that_will_not_close_does_not_keep_the_vault_open(office, monkeypatch):
    office.akt(office.begin())
    close = Akt.close

    def full(self):
        raise DiskFullError

    monkeypatch.setattr(Akt, "close", full)
    with pytest.raises(DiskFullError):
        office.session.close()
    monkeypatch.setattr(Akt, "close", close)
    office.relock()  # VAULT-011 if the lock were still held


def test_a_refused_unlocking_leaves_nothing_open(office):
    place = office.place
    office.session.close()
    house = place.folder / "house.db"
    sound = house.read_bytes()
    house.write_bytes(sound[:4096] + b"\0" * 4096 + sound[8192:])
    with pytest.raises(DamagedFileError):
        open_session(place.folder, 1, PASSPHRASE, place.around)
    house.write_bytes(sound)
    office.relock()


def test_a_signature_stands_only_under_the_answers_that_were_signed(office):
    office.confirm()
    akt = office.akt(office.begin())
    appraise(akt)
    made = office.assess(akt)
    office.answer_all(akt, made)
    assessing.enter_sitting(akt, made)
    results.keep_results(akt, office.desk, made)
    judged = enter_judgement(akt, made)
    judging.sign(akt, SignOff(judged, "Sten", review_skipped_because="Ensam i natt"))
    assessment_pdf(akt, office.desk, judged, "sv")
    assert judging.signature_of(akt, judged) is not None
    assessing.record_answer(akt, made, "q01", "no")
    assessing.enter_sitting(akt, made, "Hon rättade sig")
    assert judging.signature_of(akt, judged) is None


def test_printing_enters_nothing_where_the_rule_was_confirmed_after_the_signature(office):
    akt = office.akt(office.begin())
    appraise(akt)
    made = office.assess(akt)
    office.answer_all(akt, made)
    assessing.enter_sitting(akt, made)
    results.keep_results(akt, office.desk, made)
    judged = enter_judgement(akt, made)
    judging.sign(akt, SignOff(judged, "Sten", review_skipped_because="Ensam i natt"))
    office.confirm()
    head = akt.file.head()
    assessment_pdf(akt, office.desk, judged, "sv")
    assert akt.file.head() == head
    assert judging.signature_of(akt, judged) is not None
    (part,) = assessment_document(Writing(akt, office.desk, "sv"), judged).results
    assert part.value == "11"
    assert any("Inte infört i akten" in said for said in part.remarks)
    vm = result_vm(akt, office.desk, made)
    assert (vm.can_enter, vm.unsigns) == (True, True)

    results.keep_results(akt, office.desk, made)
    assert judging.signature_of(akt, judged) is None
    assert not result_vm(akt, office.desk, made).can_enter
    (part,) = assessment_document(Writing(akt, office.desk, "sv"), judged).results
    assert not any("Inte infört" in said for said in part.remarks)
    record = shared_record(akt, office.desk, View("referral", "", ""), "")
    (result,) = [part.body for part in record.parts if part.kind == "result/1"]
    assert (result["status"], result["value"]) == ("computed", 11)


def _forge(akt, monkeypatch):
    """Enter something in this akt whose signature is nobody's."""
    signer = type(akt._vault.signer)
    with monkeypatch.context() as forging:
        forging.setattr(signer, "sign_entry", lambda self, _header: bytes(64))
        akt.enter(Draft(Measure("Förfalskad", "Någon", "")))


def test_a_forged_entry_in_the_organisation_akt_stops_numbers_paper_and_sealing(
    office, other, stick, monkeypatch
):
    card = exchange_cards(office, other)
    akt = office.akt(office.begin())
    judged = enter_judgement(akt)
    _forge(office.desk.house, monkeypatch)
    refused("JOURNAL-002", results.confirmations_of, office.desk, office.definition(DA))
    refused("JOURNAL-002", assessment_pdf, akt, office.desk, judged, "sv")
    refused("JOURNAL-002", hand_over, office, akt, card, stick)
    assert list(stick.iterdir()) == []


def test_a_forged_entry_in_the_akt_stops_sealing(office, other, stick, monkeypatch):
    card = exchange_cards(office, other)
    akt = office.akt(office.begin())
    enter_judgement(akt)
    _forge(akt, monkeypatch)
    refused("JOURNAL-002", hand_over, office, akt, card, stick)
    assert list(stick.iterdir()) == []


def test_a_card_imported_twice_without_digits_is_still_unverified(office, other):
    theirs = contacts.own_card(other.desk, other.bundles).content
    for _ in range(2):
        assert contacts.import_card(office.desk, office.bundles, theirs).state == "unverified"


def test_wrong_digits_are_wrong_for_the_own_card_too(office):
    own = contacts.own_card(office.desk, office.bundles)
    refused("SB-87", contacts.import_card, office.desk, office.bundles, own.content, "123")


def test_points_marked_p_stand_on_no_paper_and_reasons_of_corrections_do_not_leave(office):
    akt = office.akt(office.begin())
    plan = ProtectionPlan("Sms", "Ring 112", "Sten", "2026-12-01", "KANARIESKÄL")
    planning.enter_protection_plan(akt, plan)
    for section, carry in (("F2", "M"), ("G1", "P")):
        item = PlanItem("organisation", section, f"KANARIEPUNKT{carry}", carry)
        planning.enter_plan_item(akt, item)
    paper = cases_text(protection_plan_pdf(akt, office.desk, "sv"))
    assert "KANARIEPUNKTM" in paper
    assert "KANARIEPUNKTP" not in paper
    record = shared_record(akt, office.desk, View("referral", "", ""), "")
    assert "KANARIESKÄL" not in str(record)


def cases_text(pdf):
    """The text of a PDF."""
    import io

    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_the_register_follows_an_akt_again_when_it_was_cut_off_before_it_could(office, monkeypatch):
    case = office.begin()
    akt = office.akt(case)
    vault = type(office.desk.vault)

    def cut(*_given):
        raise PulledPlugError

    with monkeypatch.context() as pulled:
        pulled.setattr(vault, "mirror", cut)
        with pytest.raises(PulledPlugError):
            set_subject(akt, replace(subject_of(akt), name="Nytt Namn"))
    office.relock()
    assert [row.is_stale for row in office.desk.vault.cases()] == [True]
    office.akt(case)
    assert cases.find_cases(office.desk, "nytt")[0].case == case


def test_what_comes_for_an_akt_that_was_erased_goes_to_a_new_one(office, other, stick):
    card = exchange_cards(office, other)
    akt = office.akt(office.begin())
    enter_judgement(akt)
    sealed = hand_over(office, akt, card, stick)
    first = receiving.open_bundle(other.desk, other.bundles, sealed.path)
    gone = receiving.accept(other.session, other.bundles, first).case
    asked = frozenset(question.version for question in erasing_law.questions("sv"))
    request = EraseRequest(gone, "legal", "Skulle inte ha kommit", asked, has_seen_open=True)
    erasing.erase(other.session, request, Alone("Fara för liv", PASSPHRASE))
    again = receiving.open_bundle(other.desk, other.bundles, sealed.path)
    assert again.state == "already-known"
    later = hand_over(office, akt, card, stick)
    arrival = receiving.open_bundle(other.desk, other.bundles, later.path)
    accepted = receiving.accept(other.session, other.bundles, arrival)
    assert [row.case for row in other.desk.vault.cases()] == [accepted.case]
    assert accepted.case != gone
