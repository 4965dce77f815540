# SPDX-License-Identifier: EUPL-1.2
"""Recovery as its users meet it: reminders, drills with their date, and coming back."""

import shutil
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.services.offices import Office, exchange_cards
from tests.vault.making import CHEAP, PASSPHRASE
from workbench.app.opening import open_session
from workbench.app.recovering import Recovering
from workbench.crypto.recovery import CODE_BYTES, write_code
from workbench.domain.access import PassphraseChanged, Unlocked
from workbench.domain.backups import Drilled, RecoveryRenewed
from workbench.domain.people import StaffMember
from workbench.services.akter.session import Session
from workbench.services.handing_over import contacts
from workbench.services.house.settings import roles_of
from workbench.services.jobs import no_pulse
from workbench.services.keeping import recovery
from workbench.ui.today.house import house_duties
from workbench.vault.errors import OlderCopyError, WrongPassphraseError, WrongRecoveryError

RECOVERY_PAGE = "recovery"


def renewed(office: Office, kind="one") -> tuple[str, ...]:
    codes = office.desk.vault.recovery.renew(kind)
    recovery.prove_renewed(office.desk, codes, no_pulse)
    return codes


def come_back(office: Office, *codes: str, place: int = 1) -> tuple[Session, str]:
    """Locked out and back in: the session, and the new passphrase."""
    office.session.close()
    way = Recovering(office.place.folder, codes, office.place.around, lambda: CHEAP)
    try:
        passphrase = way.seating.draw(place)
        office.session = way.take_place(no_pulse).session
    finally:
        way.close()
    return office.session, passphrase


def is_reminded(office: Office) -> bool:
    return RECOVERY_PAGE in {duty.place.page for duty in house_duties(office.desk)}


# --- reminders and drills ---------------------------------------------------------------------


def test_a_drill_is_due_ninety_days_after_the_code_was_typed_back(office: Office):
    office.place.clock.step(days=90)
    assert not recovery.state(office.desk).is_drill_due
    assert not is_reminded(office)
    office.place.clock.step(days=1)
    assert recovery.state(office.desk).is_drill_due
    assert is_reminded(office)


def test_a_drill_is_entered_with_its_day_and_counts_from_then(office: Office):
    (code,) = renewed(office)
    office.begin()
    office.place.clock.step(days=100)
    found = recovery.drill(office.desk, [code], no_pulse)
    assert (found.opened, found.faulty) == (1, ())
    state = recovery.state(office.desk)
    assert state.drilled_on == office.place.clock.today().isoformat()
    assert not state.is_drill_due
    assert [each.value.opened for each in office.desk.house.all(Drilled)] == [1]
    office.place.clock.step(days=91)
    assert is_reminded(office)


def test_a_drill_of_the_code_before_is_none_of_the_code_of_today(office: Office):
    (code,) = renewed(office)
    recovery.drill(office.desk, [code], no_pulse)
    office.place.clock.step(days=1)
    renewed(office, "two-of-three")
    state = recovery.state(office.desk)
    assert (state.codes, state.drilled_on) == ("two-of-three", "")
    assert [each.value.codes for each in office.desk.house.all(RecoveryRenewed)] == [
        "one",
        "two-of-three",
    ]


def test_a_drill_with_another_code_is_not_entered(office: Office, other: Office):
    (code,) = renewed(other)
    with pytest.raises(WrongRecoveryError):
        recovery.drill(office.desk, [code], no_pulse)
    assert office.desk.house.all(Drilled) == ()


def test_only_administrators_are_reminded(office: Office):
    office.place.clock.step(days=200)
    vault = office.desk.vault
    vault._inside.keychain.members = tuple(
        replace(member, roles=("practitioner",)) for member in vault.members()
    )
    assert roles_of(office.desk) == ("practitioner",)
    assert not is_reminded(office)


# --- coming back -----------------------------------------------------------------------------


def test_who_comes_back_has_their_name_their_akter_and_is_in_the_log(office: Office):
    case = office.begin("Vera Exempel")
    (code,) = renewed(office)
    office.place.clock.step(minutes=5)
    session, passphrase = come_back(office, code)
    desk, me = session.desk, session.desk.vault.signer.user
    assert [row.case for row in desk.vault.cases()] == [case]
    assert recovery.names(desk.house)[me].name == "Sten Skyddsson"
    (changed,) = desk.house.all(PassphraseChanged)
    assert (changed.value, changed.author) == (PassphraseChanged(me, by_recovery=True), me)
    unlocked = [e for e in desk.house.all(Unlocked) if e.value.by_recovery]
    assert [(e.author, e.value.place) for e in unlocked] == [(me, 1)]
    assert office.verify()
    assert len(passphrase.split()) == 6
    assert session.akt(case).all(StaffMember) == ()
    assert recovery.state(desk).is_used
    assert is_reminded(office)


def test_the_old_passphrase_fails_and_the_new_one_opens_the_next_morning(office: Office):
    (code,) = renewed(office)
    session, passphrase = come_back(office, code)
    session.close()
    with pytest.raises(WrongPassphraseError):
        open_session(office.place.folder, 1, PASSPHRASE, office.place.around)
    office.session = open_session(office.place.folder, 1, passphrase, office.place.around)
    assert len(office.desk.house.all(PassphraseChanged)) == 1


def test_wrong_tries_before_do_not_make_who_comes_back_wait(office: Office):
    (code,) = renewed(office)
    office.session.close()
    for _ in range(5):
        with pytest.raises(WrongPassphraseError):
            open_session(office.place.folder, 1, "fel", office.place.around)
    way = Recovering(office.place.folder, [code], office.place.around, lambda: CHEAP)
    way.seating.draw(1)
    office.session = way.take_place(no_pulse).session


def test_a_return_that_was_cut_off_before_the_log_had_it_is_entered_at_the_next_unlock(
    office: Office, monkeypatch
):
    (code,) = renewed(office)
    office.session.close()
    way = Recovering(office.place.folder, [code], office.place.around, lambda: CHEAP)
    passphrase = way.seating.draw(1)

    def killed(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("workbench.app.recovering.unlock_vault", killed)
    with pytest.raises(KeyboardInterrupt):
        way.take_place(no_pulse)
    office.session = open_session(office.place.folder, 1, passphrase, office.place.around)
    me = office.desk.vault.signer.user
    assert [c.value.user for c in office.desk.house.all(PassphraseChanged)] == [me]
    assert recovery.names(office.desk.house)[me].name == "Sten Skyddsson"
    assert office.verify()


def test_the_organisations_card_is_made_anew_when_its_keys_are_beyond_reach(
    office: Office, other: Office
):
    exchange_cards(office, other)
    before = contacts.own_digits(office.desk, office.bundles)
    (code,) = renewed(office)
    session, _passphrase = come_back(office, code)
    after = contacts.own_digits(session.desk, office.bundles)
    assert after != before
    states = [card.state for card in session.desk.vault.cards()]
    assert sorted(states) == ["own", "revoked", "verified"]


def test_a_new_place_is_an_administrators_and_opens_no_akt(office: Office):
    office.begin()
    (code,) = renewed(office)
    session, passphrase = come_back(office, code, place=4)
    assert session.desk.vault.cases() == ()
    assert len(passphrase.split()) == 6
    assert session.desk.vault.signer.user not in recovery.names(session.desk.house)


def test_an_older_copy_is_recovered_for_a_reason_that_the_log_holds(office: Office, tmp_path):
    (code,) = renewed(office)
    office.session.close()
    shutil.copytree(office.place.folder, tmp_path / "yesterday")
    open_session(office.place.folder, 1, PASSPHRASE, office.place.around).close()
    shutil.rmtree(office.place.folder)
    shutil.copytree(tmp_path / "yesterday", office.place.folder)
    with pytest.raises(OlderCopyError):
        Recovering(office.place.folder, [code], office.place.around, lambda: CHEAP)
    way = Recovering(
        office.place.folder, [code], office.place.around, lambda: CHEAP, over_older="ny disk"
    )
    way.seating.draw(1)
    office.session = way.take_place(no_pulse).session
    told = office.desk.house.all(Unlocked)[-1].value
    assert (told.by_recovery, told.reason) == (True, "ny disk")
    assert "register.db" in told.older


def test_the_places_are_named_as_the_log_knows_them(office: Office):
    (code,) = renewed(office)
    office.session.close()
    way = Recovering(office.place.folder, [code], office.place.around, lambda: CHEAP)
    (seat,) = way.seating.seats()
    assert (seat.place, seat.name, seat.is_administrator) == (1, "Sten Skyddsson", True)
    assert way.seating.free_place() == 2
    way.close()
    way.close()
    office.session = open_session(office.place.folder, 1, PASSPHRASE, office.place.around)


# --- what can be told of a typed code ------------------------------------------------------------

codes = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES).map(write_code)
signs = st.sampled_from(sorted("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))


@given(codes, st.integers(0, 35), signs)
def test_one_wrong_sign_is_told_by_its_group_or_not_at_all(code: str, at: int, sign: str):
    plain = code.replace("-", "")
    wrong = plain[:at] + sign + plain[at + 1 :]
    if wrong == plain:
        assert recovery.is_code(wrong)
    elif not recovery.is_code(wrong):
        assert recovery.doubtful_groups(wrong) in ((at // 4 + 1,), ())


@given(codes, st.integers(0, 35))
def test_a_sign_that_no_code_has_is_seen_at_once(code: str, at: int):
    plain = code.replace("-", "")
    assert recovery.doubtful_groups(plain[:at] + "Ö" + plain[at + 1 :]) == (at // 4 + 1,)


@given(codes, st.lists(st.sampled_from([" ", "-", "\t"]), max_size=6))
def test_a_code_is_grouped_as_it_is_typed(code: str, between: list[str]):
    typed = "".join(between).join(code.replace("-", "").lower())
    assert recovery.grouped(typed) == code
    assert recovery.is_code(typed)
    assert recovery.doubtful_groups(code[:20]) == ()


def test_two_signs_that_changed_places_are_found():
    code = "07BW-884Y-9ZZ4-TCSH-4Z8P-73GX-Z9P4-RAHG-63TK"
    assert recovery.doubtful_groups(code.replace("73GX", "7G3X")) == (6,)
    assert recovery.doubtful_groups(code.replace("73GX", "0000")) == ()
