# SPDX-License-Identifier: EUPL-1.2
"""Grants: from a member who holds the key, to one reader, for one akt and generation."""

from dataclasses import replace

import msgspec
import pytest

from workbench.crypto import ed25519, hybrid
from workbench.crypto.seeds import fingerprint, name_of
from workbench.services.ports import Member
from workbench.vault import keyrings
from workbench.vault.errors import DamagedFileError, NoAccessError
from workbench.vault.keyrings import Granter, KeysBody, Opener, Place, Reader

ALICE, BERIT, MALLORY = (bytearray([n]) * 32 for n in (1, 2, 3))
VAULT = "0c0ffee0-0000-4000-8000-0000000000aa"
CASE = "0c0ffee0-0000-4000-8000-00000000c0de"
KEY, NEXT = bytearray(b"k" * 32), bytearray(b"n" * 32)
AT = "2026-11-22T01:10:00Z"


def member(seed: bytearray) -> Member:
    public = ed25519.public_key(seed)
    return Member(fingerprint(public), 1, public, ("practitioner",))


MEMBERS = (member(ALICE), member(BERIT))
EVERYBODY = (*MEMBERS, member(MALLORY))


def granted(key=KEY, *, to=BERIT, by=ALICE, place=None) -> keyrings.Grant:
    reader = Reader(member(to).user, hybrid.public_key(to))
    place = place or Place(VAULT, CASE)
    return keyrings.grant(place, key, reader, Granter(member(by).user, by, AT))


def opened(*grants, to=BERIT, members=MEMBERS, vault=VAULT, case=CASE):
    """The keys behind these grants, beside those of Alice, who made the key, to herself."""
    made = {g.generation: (NEXT if g.key == name_of(NEXT) else KEY) for g in grants}
    own = [granted(key, to=ALICE, place=Place(vault, case, n)) for n, key in made.items()]
    return opened_alone(*own, *grants, to=to, members=members, vault=vault, case=case)


def opened_alone(*grants, to=BERIT, members=MEMBERS, vault=VAULT, case=CASE):
    body = KeysBody(vault=vault, case=case, grants=grants)
    return keyrings.open_keys(body, Opener(member(to).user, to, members), name="x.keys")


def test_a_grant_opens_for_its_reader():
    assert opened(granted()) == (KEY,)


def test_while_a_key_is_rotated_the_later_comes_first():
    later = granted(NEXT, place=Place(VAULT, CASE, 2))
    assert opened(granted(), later) == (NEXT, KEY)
    assert opened(later, granted()) == (NEXT, KEY)


def test_without_a_grant_there_is_no_access():
    with pytest.raises(NoAccessError):
        opened_alone(granted(to=ALICE))


def test_where_no_user_has_a_grant_it_is_damage_and_not_want_of_access():
    reader = Reader(keyrings.RECOVERY, hybrid.public_key(MALLORY))
    recovery = keyrings.grant(
        Place(VAULT, CASE), KEY, reader, Granter(member(ALICE).user, ALICE, AT)
    )
    for left in ((), (recovery,), (recovery, granted(to=MALLORY))):
        with pytest.raises(DamagedFileError):
            opened_alone(*left)
    with pytest.raises(NoAccessError):
        opened_alone(recovery, granted(to=ALICE))


def test_a_grant_by_someone_who_is_no_member_does_not_count():
    line = (granted(to=MALLORY), granted(by=MALLORY))
    with pytest.raises(DamagedFileError):
        opened(*line)
    assert opened(*line, members=EVERYBODY) == (KEY,)


def test_a_grant_by_a_member_who_never_held_the_key_does_not_count():
    with pytest.raises(DamagedFileError):
        opened(granted(by=MALLORY), members=EVERYBODY)


def test_who_never_held_the_key_cannot_put_themself_among_its_readers():
    """A second line would be followed at the next change of the key, which would go to them."""
    own = granted(to=MALLORY, by=MALLORY)
    body = KeysBody(vault=VAULT, case=CASE, grants=(granted(to=ALICE), granted(), own))
    assert keyrings.users_of(body, EVERYBODY) == frozenset()
    with pytest.raises(DamagedFileError):
        opened_alone(*body.grants, members=EVERYBODY)


def test_grants_that_lead_in_a_circle_begin_nowhere():
    circle = (granted(to=BERIT, by=MALLORY), granted(to=MALLORY, by=BERIT))
    with pytest.raises(DamagedFileError):
        opened_alone(*circle, members=EVERYBODY)


def test_one_generation_is_of_one_key():
    with pytest.raises(DamagedFileError):
        opened_alone(granted(to=ALICE), granted(NEXT))


def test_recovery_grants_to_whom_it_likes():
    code = Member(member(MALLORY).user, 0, member(MALLORY).public, ("recovery",))
    assert opened_alone(granted(by=MALLORY), members=(*MEMBERS, code)) == (KEY,)


@pytest.mark.parametrize("elsewhere", [{"vault": CASE}, {"case": VAULT}])
def test_a_grant_moved_to_another_akt_does_not_count(elsewhere):
    with pytest.raises(DamagedFileError):
        opened(granted(), **elsewhere)


@pytest.mark.parametrize(
    "change",
    [
        {"key": name_of(NEXT)},
        {"generation": 2},
        {"recipient": "ab" * 32},
        {"at": "2026-11-22T01:10:01Z"},
        {"by": member(BERIT).user},
        {"signature": "00" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_field_of_a_grant_is_signed(change):
    with pytest.raises(DamagedFileError):
        opened(msgspec.structs.replace(granted(), **change))


def test_a_member_cannot_pass_off_another_key_as_the_one_that_others_hold():
    honest = granted()
    false = granted(NEXT)
    lying = msgspec.structs.replace(false, key=honest.key)
    statement = keyrings._statement(VAULT, CASE, lying)
    signature = ed25519.sign(ALICE, ed25519.pae(keyrings.Signed.GRANT, statement))
    with pytest.raises(DamagedFileError):
        opened(msgspec.structs.replace(lying, signature=signature.hex()))


def test_a_file_is_read_as_it_was_written_and_not_written_over(tmp_path):
    body = KeysBody(vault=VAULT, case=CASE, grants=(granted(),))
    keyrings.write_new(tmp_path / "x.keys", body)
    assert keyrings.read(tmp_path / "x.keys", name="x.keys") == body
    with pytest.raises(keyrings.durable.NotEmptyError):
        keyrings.write_new(tmp_path / "x.keys", body)


def test_a_place_names_its_generation():
    assert replace(Place(VAULT, CASE), generation=2).scope.generation == 2
