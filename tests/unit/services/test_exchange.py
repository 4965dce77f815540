# SPDX-License-Identifier: EUPL-1.2
"""From office to office: what may be sealed, what is kept of a card, what arrives once."""

from datetime import timedelta

import pytest

from tests.unit.services.offices import enter_judgement, exchange_cards
from workbench.domain.disclosures import Arrived, Received, Sent
from workbench.domain.errors import WorkbenchError
from workbench.domain.no_contact import NoContact
from workbench.domain.protected_identity import ProtectedIdentity
from workbench.services.handing_over import contacts, outward, receiving, sharing
from workbench.services.handing_over.exchange import Ground
from workbench.services.handing_over.receiver_view import View
from workbench.services.records.akt import Draft

PDF = b"%PDF-1.7 made up"


def refused(code, act, *given):
    with pytest.raises(WorkbenchError) as caught:
        act(*given)
    assert caught.value.code == code, caught.value


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def hand_over(office, akt, card, stick):
    today = office.desk.clock.today().isoformat()
    ground = Ground("consent", "Samtycke", "verbal", today)
    view, ticks = View("referral", "", ""), outward.ticks_of(akt)
    order = sharing.HandOver(card, view, ground, PDF, stick, ticks)
    return sharing.seal_bundle(akt, office.desk, office.bundles, order)


def _akt(office):
    akt = office.akt(office.begin())
    enter_judgement(akt)
    return akt


def test_a_bundle_arrives_is_accepted_once_and_is_then_known(office, other, stick):
    card = exchange_cards(office, other)
    sealed = hand_over(office, _akt(office), card, stick)
    arrival = receiving.open_bundle(other.desk, other.bundles, sealed.path)
    assert arrival.state == "quarantined"
    accepted = receiving.accept(other.session, other.bundles, arrival)
    assert accepted.state == "accepted"
    assert receiving.accept(other.session, other.bundles, accepted).case == accepted.case
    again = receiving.open_bundle(other.desk, other.bundles, sealed.path)
    assert (again.state, again.case) == ("already-known", accepted.case)
    receiving.accept(other.session, other.bundles, again)
    akt = other.afresh(accepted.case)
    (received,) = receiving.received_of(akt)
    assert received.bundle == sealed.bundle
    stored = {facts.role: akt.file.attachment(facts.sha256) for facts in received.objects}
    assert stored["render"] == PDF
    assert len(other.desk.house.all(Arrived)) == 1
    assert [each.value.bundle for each in office.desk.house.all(Sent)] == [sealed.bundle]
    assert list((other.place.folder / "incoming").iterdir()) == []
    assert office.verify()
    assert other.verify()


def test_what_is_put_aside_leaves_only_the_sealed_file(office, other, stick):
    card = exchange_cards(office, other)
    sealed = hand_over(office, _akt(office), card, stick)
    for _ in range(2):
        arrival = receiving.open_bundle(other.desk, other.bundles, sealed.path)
        kept = receiving.put_aside(other.desk, arrival, sealed.path)
    assert [each.read_bytes() for each in kept.parent.iterdir()] == [sealed.path.read_bytes()]
    assert other.desk.house.all(Arrived) == ()
    assert other.desk.vault.cases() == ()


def test_a_card_without_digits_neither_receives_nor_is_accepted_from(office, other, stick):
    theirs = contacts.own_card(other.desk, other.bundles)
    kept = contacts.import_card(office.desk, office.bundles, theirs.content)
    assert kept.state == "unverified"
    akt = _akt(office)
    refused("SB-60", hand_over, office, akt, kept.facts.card, stick)
    refused("SB-89", hand_over, office, akt, "0" * 64, stick)
    assert list(stick.iterdir()) == []
    assert office.desk.house.all(Sent) == ()

    digits = contacts.own_digits(other.desk, other.bundles)
    contacts.import_card(office.desk, office.bundles, theirs.content, digits)
    sealed = hand_over(office, akt, kept.facts.card, stick)
    refused("SB-30", receiving.open_bundle, other.desk, other.bundles, sealed.path)
    ours = contacts.own_card(office.desk, office.bundles)
    contacts.import_card(other.desk, other.bundles, ours.content)
    arrival = receiving.open_bundle(other.desk, other.bundles, sealed.path)
    assert [warning.code for warning in arrival.opened.warnings] == ["SB-36"]
    refused("SB-36", receiving.accept, other.session, other.bundles, arrival)
    assert other.desk.vault.cases() == ()
    receiving.put_aside(other.desk, arrival, sealed.path)


def test_wrong_digits_keep_nothing_and_take_nothing_away(office, other):
    theirs = contacts.own_card(other.desk, other.bundles)
    digits = contacts.own_digits(other.desk, other.bundles)
    wrong = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    refused("SB-87", contacts.import_card, office.desk, office.bundles, theirs.content, wrong)
    assert contacts.contacts(office.desk, office.bundles) == ()
    contacts.import_card(office.desk, office.bundles, theirs.content, digits)
    refused("SB-87", contacts.import_card, office.desk, office.bundles, theirs.content, wrong)
    (kept,) = contacts.contacts(office.desk, office.bundles)
    assert kept.state == "verified"


def test_nothing_is_sealed_to_a_card_past_its_last_day(office, other, stick):
    card = exchange_cards(office, other)
    akt = _akt(office)
    office.place.clock.step(days=701)
    refused("SB-61", hand_over, office, akt, card, stick)
    assert list(stick.iterdir()) == []


def test_nothing_is_sealed_for_a_quarter_without_a_key(office, other, stick):
    card = exchange_cards(office, other)
    akt = _akt(office)
    office.place.clock.step(days=690)
    refused("SB-62", hand_over, office, akt, card, stick)
    assert list(stick.iterdir()) == []


def test_a_bundle_is_refused_after_its_days_and_when_a_clock_is_wrong(office, other, stick):
    card = exchange_cards(office, other)
    sealed = hand_over(office, _akt(office), card, stick)
    other.place.clock.moment -= timedelta(days=5)
    refused("SB-43", receiving.open_bundle, other.desk, other.bundles, sealed.path)
    other.place.clock.moment += timedelta(days=5 + 61)
    refused("SB-40", receiving.open_bundle, other.desk, other.bundles, sealed.path)
    assert other.desk.house.all(Arrived) == ()


def test_a_missing_bundle_between_is_warned_of(office, other, stick):
    card = exchange_cards(office, other)
    akt = _akt(office)
    first, second, third = (hand_over(office, akt, card, stick) for _ in range(3))
    told = []
    for sealed in (first, third):
        arrival = receiving.open_bundle(other.desk, other.bundles, sealed.path)
        told.append([warning.code for warning in arrival.opened.warnings])
        receiving.accept(other.session, other.bundles, arrival)
    assert told == [[], ["SB-42"]]
    assert second.path.exists()
    (case,) = [row.case for row in other.desk.vault.cases()]
    assert len(other.akt(case).all(Received)) == 2


def test_the_own_card_is_never_replaced_by_a_copy_of_itself(office):
    own = contacts.own_card(office.desk, office.bundles)
    digits = contacts.own_digits(office.desk, office.bundles)
    for typed in ("", digits):
        kept = contacts.import_card(office.desk, office.bundles, own.content, typed)
        assert kept.state == "own"
    assert contacts.own_card(office.desk, office.bundles) == own
    assert contacts.contacts(office.desk, office.bundles) == ()


def test_nothing_is_sealed_to_somebody_on_the_list(office, other, stick):
    card, akt = exchange_cards(office, other), _akt(office)
    facts = office.bundles.read_card(contacts.get_card(office.desk, card).content)
    akt.enter(Draft(NoContact(facts.org, "office", "Kusinen arbetar där.", "2026-11-01")))
    refused("NOCONTACT-004", hand_over, office, akt, card, stick)
    assert list(stick.iterdir()) == []
    assert office.desk.house.all(Sent) == ()


def test_nothing_about_another_name_is_taken_into_an_assumed_identity(office, other, stick):
    card = exchange_cards(office, other)
    sealed = hand_over(office, _akt(office), card, stick)
    akt = other.akt(other.begin("Ny Namnsson"))
    akt.enter(Draft(ProtectedIdentity("assumed_identity")))
    arrival = receiving.open_bundle(other.desk, other.bundles, sealed.path)
    refused("PROTECT-003", receiving.accept, other.session, other.bundles, arrival, akt.case)
    assert other.desk.house.all(Arrived) == other.akt(akt.case).all(Received) == ()
    same = other.akt(other.begin())
    same.enter(Draft(ProtectedIdentity("assumed_identity")))
    receiving.accept(other.session, other.bundles, arrival, same.case)
    assert len(other.akt(same.case).all(Received)) == 1
