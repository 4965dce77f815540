# SPDX-License-Identifier: EUPL-1.2
"""Who was an administrator does not make themself one again, with all that they know and kept.

They sign with their own key, write the register with a key of it that they had, and may change
every file of the vault. What they cannot do is take a step in a history that ended theirs.
"""

import json
import shutil
from pathlib import Path

import msgspec

from tests.vault.backing_up import copied, restored
from tests.vault.colleagues import (
    ALL_ROLES,
    BERIT,
    PRACTITIONER,
    add,
    at,
    nothing,
    with_colleagues,
)
from tests.vault.damage import accept_older, outcome
from tests.vault.demoting import FAR, demoted, elsewhere, removed
from tests.vault.making import PASSPHRASE
from workbench.domain.ids import VaultId
from workbench.vault import known_lists, slots
from workbench.vault.history import Author, Deed
from workbench.vault.installation import Installation


def test_a_demoted_administrator_with_a_place_does_not_make_themself_one_again(place):
    berit = demoted(place)
    now = slots.read(place.folder, smallest_kib=1)
    for body in (
        berit.as_it_was(now.generation + FAR),
        berit.as_an_administrator_again(now),
        msgspec.structs.replace(berit.as_an_administrator_again(now), history=now.history),
    ):
        berit.puts(place, body)
        for where in (place, elsewhere(place)):  # the installation knows, and the founder does
            assert outcome(where.unlock) == "VAULT-004"
            assert outcome(lambda at=where: accept_older(at, PASSPHRASE)) == "VAULT-004"


def test_other_steps_from_the_same_beginning_are_never_an_older_copy(place):
    """Less steps and a lower number than what was seen, and one of them is hers."""
    berit = demoted(place)
    with at(place) as vault:
        for roles in (("reviewer",), PRACTITIONER):
            vault.access.change_roles(berit.user, roles, nothing)
        seen = vault._inside.body.generation
    friend = Deed("roles", berit.user, roles=("administrator",))
    steps = slots.after(berit.body, Author(berit.user, berit.seed), friend)
    users = (
        *berit.body.users[:-1],
        msgspec.structs.replace(berit.body.users[-1], roles=friend.roles),
    )
    own = msgspec.structs.replace(berit.body, generation=seen - 1, history=steps, users=users)
    slots.check(msgspec.structs.replace(own, signed_by=berit.user))
    berit.puts(place, own)
    for where in (place, elsewhere(place)):
        assert outcome(where.unlock) == "VAULT-004"
        assert outcome(lambda at=where: accept_older(at, PASSPHRASE)) == "VAULT-004"


def test_a_list_that_was_is_told_as_older_to_who_saw_a_later_one(place):
    berit = demoted(place)
    berit.puts(place, berit.as_it_was(berit.body.generation))
    for where in (place, elsewhere(place)):
        assert outcome(where.unlock) == "VAULT-005"


def test_the_own_mark_taken_away_is_missed(place):
    """By the installation, and where that knows nothing, by what else the user has sealed."""
    berit = demoted(place)
    gone = "DELETE FROM own_mark"
    berit.puts(place, berit.as_it_was(berit.body.generation + FAR), gone)
    assert outcome(place.unlock) == "VAULT-004"
    assert outcome(elsewhere(place).unlock) == "VAULT-005"
    restart = elsewhere(place)
    vault = accept_older(restart, PASSPHRASE)
    assert "register.db" in vault.came_in.older
    vault.close()


def test_a_mark_of_another_user_is_none(place):
    berit = demoted(place)
    opened = berit.register(place)
    founder = berit.body.users[0].user
    opened.own.put_mark(founder, opened.own.mark(berit.user) or b"")
    opened.close()
    assert outcome(place.unlock) == "VAULT-005"


def test_a_removed_administrator_s_old_register_and_list_with_raised_numbers_do_not_hold(place):
    berit = removed(place)
    today = slots.read(place.folder, smallest_kib=1)
    for name in ("register.db", "house.db", "house.keys"):
        shutil.copy(berit.kept / name, place.folder / name)
    berit.puts(place, berit.as_it_was(today.generation + FAR))
    for unlock in (place.unlock, lambda: place.unlock(BERIT, place=2)):
        assert outcome(unlock) == "VAULT-004"
    assert outcome(lambda: accept_older(place, PASSPHRASE)) == "VAULT-004"


def test_a_removed_administrator_s_list_on_a_medium_does_not_hold(place):
    berit = removed(place)
    with at(place) as vault:
        copied(place, vault)
    berit.puts_on_medium(place)
    assert outcome(lambda: restored(place)) == "VAULT-026"
    shutil.rmtree(place.folder)
    assert outcome(lambda: restored(place)) == "VAULT-026"


def test_a_demoted_administrator_s_list_on_a_medium_is_missed_where_nobody_saw_the_vault(place):
    """The mark of who puts it back lies in the copy's register."""
    berit = demoted(place)
    with at(place) as vault:
        copied(place, vault)
    shutil.rmtree(place.folder)
    new = elsewhere(place)
    assert restored(new).opened == 2
    shutil.rmtree(place.folder)
    shutil.rmtree(new.state)
    berit.puts_on_medium(place)
    assert outcome(lambda: restored(new)) == "VAULT-026"


def test_nor_does_one_of_before_there_were_histories(place):
    """No number is too low for it: the copy's own register knows of a history."""
    berit = demoted(place)
    with at(place) as vault:
        seed, generation = bytes(vault._keychain.signing), vault._inside.body.generation
        copied(place, vault)
    berit.puts_list_on_medium(place, berit.as_of_before_histories(generation - 1, seed))
    assert outcome(lambda: restored(place)) == ""  # by the vault's own list, which is newer
    shutil.rmtree(place.folder)
    for where in (place, elsewhere(place)):
        assert outcome(lambda at=where: restored(at)) == "VAULT-026"


def test_what_was_seen_goes_on_with_every_list_that_is_written(place):
    with_colleagues(place, PRACTITIONER)
    with at(place) as vault:
        berit = vault.members()[-1].user
        vault.access.change_roles(berit, ("reviewer",), nothing)
        body = vault._inside.body
    known = known_lists.known_here(Installation(place.state), VaultId(body.vault))
    assert known is not None
    assert known.chain == body.chain
    assert known.generation == body.generation
    assert berit not in known.users
    with at(place, 2):
        pass
    known = known_lists.known_here(Installation(place.state), VaultId(body.vault))
    assert berit in known.users


def test_an_older_list_that_holds_for_a_reason_shuts_nobody_out(place):
    """Whoever saw the later one is told too, may say why, and goes on."""
    with_colleagues(place, ALL_ROLES)
    before = (place.folder / slots.FILE).read_bytes()
    with at(place) as vault:
        add(vault, 3)
    with at(place, 2):
        pass
    (place.folder / slots.FILE).write_bytes(before)
    assert outcome(place.unlock) == "VAULT-005"
    accept_older(place, PASSPHRASE).close()
    with at(place) as vault:
        add(vault, 3)
        add(vault, 4, phrase="dagny lampa torsdag granit vinter")
    for number in (1, 2, 3):
        with at(place, number) as vault:
            assert len(vault.members()) == 5


V2 = Path(__file__).parents[1] / "vaults" / "v2"


def test_a_vault_of_before_there_was_a_history_gets_one_when_an_administrator_unlocks_it(place):
    facts = json.loads((V2 / "content.json").read_text(encoding="utf-8"))
    shutil.copytree(V2 / "vault", place.folder)
    before = (place.folder / slots.FILE).read_bytes()
    place.unlock(facts["passphrases"]["2"], place=2).close()
    assert (place.folder / slots.FILE).read_bytes() == before
    first = slots.read(place.folder, smallest_kib=1)
    assert first.chain == ()
    place.unlock(facts["passphrases"]["1"]).close()
    body = slots.read(place.folder, smallest_kib=1)
    assert (len(body.chain), body.users, body.history[0].by) == (1, first.users, body.signed_by)
    vault = place.unlock(facts["passphrases"]["1"])
    vault.prove_recovery(facts["recovery_code"])
    vault.close()
    for number in ("1", "2"):
        place.unlock(facts["passphrases"][number], place=int(number)).close()
    (place.folder / slots.FILE).write_bytes(before)
    assert outcome(lambda: place.unlock(facts["passphrases"]["1"])) == "VAULT-005"


def test_a_list_that_no_reader_would_take_is_not_written(place):
    vault = place.create()
    too_high = msgspec.structs.replace(vault._inside.body, generation=2**31)
    assert outcome(lambda: vault._inside.write_slots(too_high)) == "VAULT-004"
    vault.close()
    place.unlock()
