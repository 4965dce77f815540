# SPDX-License-Identifier: EUPL-1.2
"""Several users in one vault: they come, change and go; each opens what they were granted."""

import msgspec
import pytest

from tests.vault.colleagues import (
    ALL_ROLES,
    BERIT,
    CILLA,
    PRACTITIONER,
    add,
    at,
    nobody,
    nothing,
    with_colleagues,
)
from tests.vault.making import CHEAP, PASSPHRASE, Workplace, writer
from workbench.crypto.kdf import Cost
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import UserId
from workbench.services.access_ports import NewUser
from workbench.vault import mailboxes, slots
from workbench.vault.errors import DiskFullError
from workbench.vault.opening import unlock_vault

DAGNY = "dagny lampa torsdag granit vinter"


def code(act) -> str:
    try:
        act()
    except WorkbenchError as error:
        return error.code
    return ""


def begun(place: Workplace, *texts: str) -> str:
    """An akt of the founder's."""
    with at(place) as vault:
        akt = writer(place, vault)
        akt.enter(*texts)
        return akt.file.case


def read(vault, case) -> list[str]:
    akt = vault.open_case(case)
    try:
        return [entry.content()["text"] for entry in akt.entries()]
    finally:
        akt.close()


def listed(vault) -> list[str]:
    return [row.case for row in vault.cases()]


def test_a_colleague_unlocks_with_their_own_number_and_passphrase(place):
    _founder, berit = with_colleagues(place, PRACTITIONER)
    with at(place, 2) as vault:
        assert vault.signer.user == berit
        assert vault.house().entries() == ()
        assert vault.cases() == ()
        assert not [each.why for each in vault.verify() if each.why]
    for number, phrase in ((1, BERIT), (2, PASSPHRASE), (3, BERIT)):
        assert code(lambda n=number, p=phrase: place.unlock(p, place=n)) == "VAULT-001"


def test_roles_open_no_akt(place):
    with_colleagues(place, ALL_ROLES)
    case = begun(place, "anteckning")
    with at(place, 2) as vault:
        assert listed(vault) == []
        assert code(lambda: vault.open_case(case)) == "VAULT-007"
        assert code(lambda: vault.access.grant(case, vault.signer.user, nothing)) == "VAULT-007"
        assert code(lambda: vault.access.readers(case)) == "VAULT-007"


def test_whoever_holds_the_key_grants_it_and_then_both_work_in_the_akt(place):
    founder, berit = with_colleagues(place, PRACTITIONER)
    case = begun(place, "ett")
    with at(place) as vault:
        vault.access.grant(case, berit, nothing)
        vault.access.grant(case, berit, nothing)
        assert vault.access.readers(case) == (founder, berit)
    with at(place, 2) as vault:
        assert listed(vault) == [case]
        akt = writer(place, vault, case)
        akt.enter("två")
        akt.file.close()
    with at(place) as vault:
        assert read(vault, case) == ["ett", "två"]
        assert not [each.why for each in vault.verify() if each.why]


def test_a_reader_who_was_granted_the_key_may_grant_it_on(place):
    _founder, berit, cilla = with_colleagues(place, PRACTITIONER, PRACTITIONER)
    case = begun(place, "ett")
    with at(place) as vault:
        vault.access.grant(case, berit, nothing)
    with at(place, 2) as vault:
        vault.access.grant(case, cilla, nothing)
    with at(place, 3) as vault:
        assert read(vault, case) == ["ett"]


def test_revoking_changes_the_key_and_the_others_go_on(place):
    founder, berit, cilla = with_colleagues(place, PRACTITIONER, PRACTITIONER)
    case = begun(place, "ett")
    with at(place) as vault:
        vault.access.grant(case, berit, nothing)
        vault.access.grant(case, cilla, nothing)
        before = (place.folder / f"cases/{case}.db").read_bytes()[:16]
        vault.access.revoke(case, berit, nothing, nothing)
        assert vault.access.readers(case) == (founder, cilla)
        assert (place.folder / f"cases/{case}.db").read_bytes()[:16] != before
        assert read(vault, case) == ["ett"]
        assert vault.access.rekey_due() == frozenset()
    with at(place, 2) as vault:
        assert listed(vault) == []
        assert code(lambda: vault.open_case(case)) == "VAULT-007"
    with at(place, 3) as vault:
        assert read(vault, case) == ["ett"]
        assert not [each.why for each in vault.verify() if each.why]
    assert sorted(p.name for p in (place.folder / "cases").iterdir()) == [
        f"{case}.db",
        f"{case}.keys",
    ]


def test_an_akt_that_is_open_while_its_key_changes_goes_on_under_the_new_one(place):
    _founder, berit = with_colleagues(place, PRACTITIONER)
    case = begun(place, "ett")
    with at(place) as vault:
        vault.access.grant(case, berit, nothing)
        akt = writer(place, vault, case)
        akt.enter("två")
        akt.type("text", "halv mening")
        vault.access.revoke(case, berit, nothing, nothing)
        akt.enter("tre")
        akt.file.close()
    with at(place) as vault:
        assert read(vault, case) == ["ett", "två", "tre"]
        akt = vault.open_case(case)
        assert [row.value for row in akt.working_rows(vault.signer.user)] == ['"halv mening"']
        assert not [each.why for each in vault.verify() if each.why]


def test_the_last_who_can_open_an_akt_is_neither_revoked_nor_removed_without_a_word(place):
    founder, berit = with_colleagues(place, ALL_ROLES)
    with at(place, 2) as vault:
        case = vault.new_case("2026-0001").case
        assert code(lambda: vault.access.revoke(case, berit, nothing, nothing)) == "VAULT-022"
    with at(place) as vault:
        assert vault.access.leaving(berit).alone == ("2026-0001",)
        assert (
            code(lambda: vault.access.remove_user(berit, nobody, nothing, to_recovery=False))
            == "VAULT-022"
        )
    with at(place, 2) as vault:
        vault.access.grant(case, founder, nothing)
    with at(place) as vault:
        assert vault.access.leaving(berit).alone == ()
        vault.access.remove_user(berit, nobody, nothing, to_recovery=False)
        assert vault.open_case(case).entries() == ()


def test_what_nobody_else_can_open_may_be_left_to_the_recovery_code(place):
    _founder, berit = with_colleagues(place, PRACTITIONER)
    with at(place, 2) as vault:
        case = vault.new_case("2026-0001").case
    with at(place) as vault:
        vault.access.remove_user(berit, nobody, nothing, to_recovery=True)
        assert vault.access.rekey_due() == {case}
        assert listed(vault) == []
        assert not [each.why for each in vault.verify() if each.why]


def test_nobody_revokes_themself_from_what_others_can_open_and_still_sees_it(place):
    founder, berit = with_colleagues(place, PRACTITIONER)
    case = begun(place, "ett")
    with at(place) as vault:
        vault.access.grant(case, berit, nothing)
        vault.access.revoke(case, founder, nothing, nothing)
        assert listed(vault) == []
        assert vault.access.rekey_due() == {case}
    with at(place, 2) as vault:
        assert read(vault, case) == ["ett"]
        assert vault.access.readers(case) == (berit,)
    with at(place) as vault:
        assert code(lambda: vault.open_case(case)) == "VAULT-007"


def test_a_removed_user_neither_unlocks_nor_opens_what_they_could(place):
    _founder, berit = with_colleagues(place, PRACTITIONER)
    case, other = begun(place, "ett"), begun(place, "annan")
    with at(place) as vault:
        vault.access.grant(case, berit, nothing)
        assert vault.access.leaving(berit).could_copy == 1
        vault.access.remove_user(berit, nobody, nothing, to_recovery=False)
        assert vault.access.rekey_due() == {case}
        assert read(vault, case) == ["ett"]
        assert vault.access.rekey_due() == frozenset()
        assert sorted(listed(vault)) == sorted([case, other])
    assert code(lambda: place.unlock(BERIT, place=2)) == "VAULT-001"
    body = slots.read(place.folder, smallest_kib=1)
    assert len(body.slots) == 1
    assert [len(slot.register) for slot in body.slots] == [1]
    assert len(body.recovery.register) == 1
    with at(place) as vault:
        assert not [each.why for each in vault.verify() if each.why]
        assert [member.place for member in vault.members() if member.user == berit] == [0]


def test_entries_of_who_has_left_are_still_theirs(place):
    _founder, berit = with_colleagues(place, PRACTITIONER)
    case = begun(place, "ett")
    with at(place) as vault:
        vault.access.grant(case, berit, nothing)
    with at(place, 2) as vault:
        akt = writer(place, vault, case)
        akt.enter("Berits ord")
        akt.file.close()
    with at(place) as vault:
        vault.access.remove_user(berit, nobody, nothing, to_recovery=False)
        akt = vault.open_case(case)
        assert akt.entries()[-1].header.author == berit
        assert vault.check_signatures(akt.entries()) is None


def test_a_place_is_taken_once_and_given_anew_when_it_is_free(place):
    _founder, berit = with_colleagues(place, PRACTITIONER)
    with at(place) as vault:
        assert code(lambda: add(vault, 2, phrase=CILLA)) == "VAULT-023"
        vault.access.remove_user(berit, nobody, nothing, to_recovery=False)
        assert (
            code(lambda: vault.access.remove_user(berit, nobody, nothing, to_recovery=False))
            == "VAULT-023"
        )
        again = add(vault, 2, phrase=CILLA)
        assert again != berit
    with at(place, 2, CILLA) as vault:
        assert vault.signer.user == again


def test_only_an_administrator_lets_others_in_and_out(place):
    founder, _berit = with_colleagues(place, ("practitioner", "reviewer", "log-reviewer"))
    with at(place, 2) as vault:
        access = vault.access
        assert code(lambda: add(vault, 3)) == "VAULT-007"
        assert (
            code(lambda: access.remove_user(founder, nobody, nothing, to_recovery=False))
            == "VAULT-007"
        )
        assert code(lambda: access.change_roles(founder, PRACTITIONER, nothing)) == "VAULT-007"
        assert code(lambda: access.change_passphrase(1, PASSPHRASE, CILLA)) == "VAULT-007"
    with at(place):
        pass


def test_the_only_administrator_stays_one(place):
    founder, berit = with_colleagues(place, PRACTITIONER)
    with at(place) as vault:
        assert (
            code(lambda: vault.access.remove_user(founder, nobody, nothing, to_recovery=False))
            == "VAULT-021"
        )
        assert (
            code(lambda: vault.access.change_roles(founder, PRACTITIONER, nothing)) == "VAULT-021"
        )
        vault.access.change_roles(berit, ("administrator", "practitioner", "exchange"), nothing)
    with at(place, 2) as vault:
        vault.access.change_roles(founder, PRACTITIONER, nothing)
        assert vault.exchange_keys().root_seed
    with at(place) as vault:
        assert code(lambda: add(vault, 3)) == "VAULT-007"
        assert code(vault.exchange_keys) == "VAULT-007"
        assert not [each.why for each in vault.verify() if each.why]


def test_who_was_let_in_by_one_who_is_no_administrator_any_more_is_believed(place):
    _founder, berit = with_colleagues(place, ALL_ROLES)
    with at(place, 2) as vault:
        cilla = add(vault, 3)
    with at(place) as vault:
        vault.access.change_roles(berit, PRACTITIONER, nothing)
    with at(place, 3) as vault:
        assert vault.signer.user == cilla


def test_an_administrator_is_made_less_by_any_other_who_came_through_them_too(place):
    with_colleagues(place, ALL_ROLES)
    with at(place, 2) as vault:
        berit = vault.signer.user
        add(vault, 3, ALL_ROLES)
    with at(place, 3) as vault:
        add(vault, 4, ALL_ROLES, DAGNY)
    with at(place, 4, DAGNY) as vault:
        founder = vault.members()[0].user
        vault.access.change_roles(berit, PRACTITIONER, nothing)
        vault.access.remove_user(founder, nobody, nothing, to_recovery=True)
    for number, phrase in ((2, ""), (3, ""), (4, DAGNY)):
        with at(place, number, phrase) as vault:
            assert not [each.why for each in vault.verify() if each.why]


def test_an_administrator_changes_their_own_roles_and_stays_one(place):
    with_colleagues(place, ("administrator",))
    with at(place, 2) as vault:
        me = vault.signer.user
        vault.access.change_roles(me, ("administrator", "reviewer"), nothing)
        assert code(lambda: vault.access.change_roles(me, ("reviewer",), nothing)) == "VAULT-021"
    with at(place, 2) as vault:
        assert vault._inside.me.roles == ("administrator", "reviewer")


def test_a_list_that_is_not_what_its_history_comes_to_is_not_written(place):
    with_colleagues(place, ALL_ROLES)
    with at(place) as vault:
        inside = vault._inside
        body, berit = inside.body, inside.body.users[-1]
        less = msgspec.structs.replace(berit, roles=("reviewer",))
        users = (*body.users[:-1], less)
        wrong = msgspec.structs.replace(body, generation=body.generation + 1, users=users)
        assert code(lambda: inside.write_slots(wrong)) == "VAULT-004"
    with at(place, 2):
        pass


def test_the_organisations_keys_go_from_hand_to_hand(place):
    founder, berit = with_colleagues(place, ("administrator",))
    keys = place.folder / mailboxes.FILE
    with at(place, 2) as vault:
        assert code(lambda: add(vault, 3, ("exchange",))) == "VAULT-007"
        assert code(lambda: vault.access.change_roles(berit, ALL_ROLES, nothing)) == "VAULT-007"
        assert (
            code(lambda: vault.access.remove_user(founder, nobody, nothing, to_recovery=False))
            == "VAULT-007"
        )
    with at(place) as vault:
        root = bytes(vault.exchange_keys().root_seed)
        cilla = add(vault, 3, ("exchange",))
        body = mailboxes.read(place.folder, vault.members(), vault.vault)
        assert (body.generation, mailboxes.holders(body)) == (2, {founder, cilla})
    with at(place, 3) as vault:
        assert bytes(vault.exchange_keys().root_seed) == root
    with at(place) as vault:
        vault.access.remove_user(cilla, nobody, nothing, to_recovery=False)
        body = mailboxes.read(place.folder, vault.members(), vault.vault)
        assert (body.generation, mailboxes.holders(body)) == (3, {founder})
    assert keys.is_file()


def test_a_new_passphrase_opens_and_the_old_one_does_not(place):
    with_colleagues(place, PRACTITIONER)
    with at(place) as vault:
        assert (
            code(lambda: vault.access.change_passphrase(2, CILLA, "x", cost=CHEAP)) == "VAULT-001"
        )
        assert code(lambda: vault.access.change_passphrase(2, None, "x", cost=CHEAP)) == "VAULT-007"
        assert code(lambda: vault.access.change_passphrase(9, None, "x", cost=CHEAP)) == "VAULT-023"
        vault.access.change_passphrase(2, BERIT, CILLA, cost=CHEAP)
        vault.access.change_passphrase(1, None, "ny fras", cost=CHEAP)
    assert code(lambda: place.unlock(BERIT, place=2)) == "VAULT-001"
    assert code(place.unlock) == "VAULT-001"
    with at(place, 2, CILLA), pytest.raises(WorkbenchError):
        place.unlock("ny fras")
    with at(place, 1, "ny fras") as vault:
        assert not [each.why for each in vault.verify() if each.why]


@pytest.mark.parametrize("cost", [Cost(1024, 1, 1), Cost(2**21, 3, 4), Cost(8192, 99, 1)])
def test_a_slot_that_no_reader_would_open_is_not_made(place, cost):
    with_colleagues(place)
    with at(place) as vault:
        new = NewUser(2, BERIT, PRACTITIONER, cost)
        assert code(lambda: vault.access.add_user(new, nobody)) == "VAULT-003"
        change = lambda: vault.access.change_passphrase(1, None, CILLA, cost=cost)  # noqa: E731
        assert code(change) == "VAULT-003"
        assert len(vault.members()) == 2


def test_who_is_entered_in_the_log_first_is_in_the_list_afterwards(place):
    place.create().close()
    told: list[tuple[UserId, int]] = []
    with at(place) as vault:
        user = vault.access.add_user(
            NewUser(2, BERIT, PRACTITIONER, CHEAP),
            lambda user: told.append((user, len(slots.read(place.folder, smallest_kib=1).slots))),
        )
    assert told == [(user, 1)]


def test_an_entry_that_cannot_be_made_lets_nobody_in(place):
    place.create().close()

    def refuse(_user: UserId) -> None:
        raise DiskFullError

    with at(place) as vault, pytest.raises(DiskFullError):
        vault.access.add_user(NewUser(2, BERIT, PRACTITIONER, CHEAP), refuse)
    assert code(lambda: place.unlock(BERIT, place=2)) == "VAULT-001"


def test_a_second_person_signs_with_their_own_key_and_only_while_asked(place):
    _founder, berit = with_colleagues(place, ("reviewer",))
    with at(place) as vault:
        with vault.second.ask(2, BERIT) as beside:
            assert (beside.user, beside.roles) == (berit, ("reviewer",))
            assert len(beside.sign_entry(b"header")) == 64
        with pytest.raises(ValueError, match="forgotten"):
            beside.sign_entry(b"header")


def test_nobody_is_their_own_second_person_and_wrong_passphrases_count(place):
    with_colleagues(place, PRACTITIONER)
    with at(place) as vault:

        def ask(number: int, phrase: str) -> str:
            def act() -> None:
                with vault.second.ask(number, phrase):
                    pass

            return code(act)

        assert ask(1, PASSPHRASE) == "VAULT-024"
        assert ask(9, BERIT) == "VAULT-001"
        assert [ask(2, "fel") for _ in range(5)] == ["VAULT-001"] * 5
        assert ask(2, BERIT) == "VAULT-002"
        place.clock.step(minutes=10)
        assert ask(2, BERIT) == ""


def test_the_folder_of_a_vault_with_several_users_is_refused_to_a_second_process(place):
    with_colleagues(place, PRACTITIONER)
    other = Workplace(place.root, state_name="elsewhere")
    with at(place):
        assert code(lambda: unlock_vault(other.folder, 2, BERIT, other.around)) == "VAULT-011"
