# SPDX-License-Identifier: EUPL-1.2
"""vault.slots is believed only as far as the founder's word reaches, and read strictly."""

import hashlib
import json
from pathlib import Path

import msgspec
import pytest

from tests.vault.damage import cloned, outcome
from tests.vault.making import CHEAP, Workplace
from workbench.crypto import ed25519, hybrid
from workbench.crypto.labels import Signed
from workbench.crypto.seeds import fingerprint
from workbench.vault import history, signed, slots
from workbench.vault.history import Author, Deed
from workbench.vault.slots import SlotsBody, User


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    place = Workplace(tmp_path_factory.mktemp("master"))
    place.create().close()
    return place


@pytest.fixture
def place(master: Workplace, tmp_path: Path) -> Workplace:
    return cloned(master, tmp_path / "own")


def body_of(place: Workplace) -> SlotsBody:
    return slots.read(place.folder, smallest_kib=CHEAP.m_kib)


def founder_seed(place: Workplace) -> bytes:
    vault = place.unlock()
    seed = bytes(vault._keychain.signing)
    vault.close()
    return seed


def seed_of(number: int) -> bytes:
    return bytes([number]) * 32


def someone(number: int, roles: tuple[str, ...]) -> User:
    """A user whose signing seed is `number` repeated."""
    public = ed25519.public_key(seed_of(number))
    wrap = hybrid.public_key(seed_of(number)).hex()
    return User(user=fingerprint(public), sign=public.hex(), wrap=wrap, roles=roles)


def let_in(body: SlotsBody, new: User, by: User, seed: bytes) -> SlotsBody:
    """The list with somebody more at a place, let in and signed by another."""
    steps = slots.after(body, Author(by.user, seed), slots.arrival(new))
    users = (*body.users, new)
    return change(body, users=users, slots=seated(body, new), history=steps, signed_by=by.user)


def refused(place: Workplace, body: SlotsBody, seed: bytes) -> str:
    """What unlocking says to a list that the register knows: its signatures are all that counts.

    A list that was refused is taken away again.
    """
    before, content = (place.folder / slots.FILE).read_bytes(), slots.file_of(body, seed)
    vault = place.unlock()
    vault._inside.register.pins.announce(hashlib.sha256(content).hexdigest())
    vault.close()
    slots.write(place.folder, content)
    said = outcome(lambda: place.unlock().close())
    if said:
        slots.write(place.folder, before)
    return said


def seated(body: SlotsBody, *users: User) -> tuple[slots.Slot, ...]:
    """The slots, and one for each of these: who signs a list has a place in it."""
    new = [
        msgspec.structs.replace(body.slots[0], place=len(body.slots) + 1 + at, user=user.user)
        for at, user in enumerate(users)
    ]
    return (*body.slots, *new)


def change(body, **fields):
    return msgspec.structs.replace(body, **fields)


def test_what_the_founder_signs_is_believed(place):
    body = body_of(place)
    seed = founder_seed(place)
    assert refused(place, change(body, generation=7), seed) == ""
    assert body_of(place).generation == 7


def test_a_list_that_the_register_does_not_know_is_not_believed_even_from_the_founder(place):
    body, seed = body_of(place), founder_seed(place)
    slots.write(place.folder, slots.file_of(change(body, generation=7), seed))
    assert outcome(lambda: place.unlock().close()) == "VAULT-004"


def test_an_earlier_list_is_told_as_an_older_copy(place, tmp_path):
    earlier = (place.folder / slots.FILE).read_bytes()
    body, seed = body_of(place), founder_seed(place)
    assert refused(place, change(body, generation=7), seed) == ""
    slots.write(place.folder, earlier)
    elsewhere = Workplace(place.root, state_name="other")
    assert outcome(lambda: elsewhere.unlock().close()) == "VAULT-005"


def test_a_list_that_was_announced_and_not_written_leaves_the_old_one_in_force(place):
    vault = place.unlock()
    vault._inside.register.pins.announce("ab" * 32)
    vault.close()
    assert outcome(lambda: place.unlock().close()) == ""


def test_an_administrator_whom_nobody_let_in_is_not_believed(place):
    body, mallory = body_of(place), someone(7, ("administrator",))
    forged = change(
        body, users=(*body.users, mallory), slots=seated(body, mallory), signed_by=mallory.user
    )
    assert refused(place, forged, seed_of(7)) == "VAULT-004"
    by_themself = change(let_in(body, mallory, mallory, seed_of(7)), generation=9)
    assert refused(place, by_themself, seed_of(7)) == "VAULT-004"


def test_an_admitted_user_who_is_no_administrator_cannot_sign_the_list(place):
    body, seed = body_of(place), founder_seed(place)
    reviewer = someone(7, ("reviewer",))
    honest = let_in(body, reviewer, body.users[0], seed)
    assert refused(place, honest, seed) == ""
    assert refused(place, change(honest, signed_by=reviewer.user), seed_of(7)) == "VAULT-004"


def test_who_is_no_administrator_lets_nobody_in(place):
    body, seed = body_of(place), founder_seed(place)
    reviewer, friend = someone(7, ("reviewer",)), someone(8, ("administrator",))
    honest = let_in(body, reviewer, body.users[0], seed)
    forged = let_in(honest, friend, reviewer, seed_of(7))
    for signer, key in ((body.users[0], seed), (friend, seed_of(8))):
        assert refused(place, change(forged, signed_by=signer.user), key) == "VAULT-004"


def test_a_line_of_administrators_that_begins_with_the_founder_is_believed(place):
    body, seed = body_of(place), founder_seed(place)
    second, third = someone(7, ("administrator",)), someone(8, ("administrator",))
    longer = let_in(let_in(body, second, body.users[0], seed), third, second, seed_of(7))
    assert refused(place, change(longer, signed_by=third.user), seed_of(8)) == ""


def test_who_has_no_place_any_more_does_not_sign_the_list(place):
    body, seed = body_of(place), founder_seed(place)
    former = someone(7, ("administrator",))
    with_place = change(let_in(body, former, body.users[0], seed), signed_by=former.user)
    assert refused(place, with_place, seed_of(7)) == ""
    taken = slots.after(with_place, Author(body.users[0].user, seed), Deed("left", former.user))
    without = change(with_place, generation=9, history=taken, slots=body.slots)
    assert refused(place, without, seed_of(7)) == "VAULT-004"
    only_the_slot = change(with_place, generation=9, slots=body.slots)
    assert refused(place, only_the_slot, seed_of(7)) == "VAULT-004"


@pytest.mark.parametrize("field", ["roles", "recipient", "vault", "user"])
def test_a_step_covers_all_that_it_says(place, field):
    body, seed = body_of(place), founder_seed(place)
    second, author = someone(7, ("reviewer",)), Author(body.users[0].user, seed)
    honest = let_in(body, second, body.users[0], seed)
    last, other = honest.history[-1], someone(8, ("reviewer",))
    wider = change(second, roles=("administrator",))
    elsewhere = history.after(body.history, "another", author, slots.arrival(second))[-1]
    step, user = {
        "roles": (change(last, roles=wider.roles), wider),
        "recipient": (
            change(last, recipient=fingerprint(other.wrap_public)), change(second, wrap=other.wrap)
        ),
        "vault": (elsewhere, second),
        "user": (change(last, user=other.user), change(other, wrap=second.wrap)),
    }[field]  # fmt: skip
    forged = change(
        honest,
        history=(*body.history, step),
        users=(*body.users, user),
        slots=seated(body, user),
    )
    assert history.fold(forged.history).users[user.user].roles == user.roles
    assert refused(place, forged, seed) == "VAULT-004"


def test_a_list_that_is_not_what_its_history_comes_to_is_refused(place):
    body, seed = body_of(place), founder_seed(place)
    honest = let_in(body, someone(7, ("reviewer",)), body.users[0], seed)
    *others, second = honest.users
    for forged in (
        change(honest, users=(*others, change(second, roles=("administrator",)))),
        change(honest, users=(*others, change(second, wrap=someone(8, ()).wrap))),
        change(honest, users=(second, *others)),
        change(honest, slots=body.slots),
        change(honest, recovery=change(body.recovery, public=second.wrap)),
        change(honest, history=body.history),
        change(honest, history=honest.history[1:]),
        change(honest, history=(*honest.history, honest.history[-1])),
    ):
        assert refused(place, forged, seed) == "VAULT-004"


def test_the_file_of_another_vault_does_not_fit(place, tmp_path):
    other = Workplace(tmp_path / "other", seed="other")
    other.create().close()
    (place.folder / slots.FILE).write_bytes((other.folder / slots.FILE).read_bytes())
    # It opens with its own passphrase, and then nothing else in the folder is its own.
    assert outcome(lambda: place.unlock().close()) == "VAULT-006"


def test_a_slot_moved_to_another_place_does_not_open(place):
    body, seed = body_of(place), founder_seed(place)
    moved = msgspec.structs.replace(body.slots[0], place=2)
    slots.write(place.folder, slots.file_of(change(body, slots=(moved,)), seed))
    assert outcome(lambda: place.unlock(place=2)) == "VAULT-001"


def test_a_slot_that_was_given_to_another_user_does_not_open(place):
    body, seed = body_of(place), founder_seed(place)
    founder = body.users[0]
    second = someone(7, ("administrator",))
    longer = let_in(body, second, founder, seed)
    gone = slots.after(longer, Author(founder.user, seed), Deed("left", founder.user))
    given = msgspec.structs.replace(body.slots[0], user=second.user)
    forged = change(longer, history=gone, slots=(given,), signed_by=second.user)
    assert refused(place, forged, seed_of(7)) == "VAULT-004"


@pytest.mark.parametrize(
    "parameters",
    [
        {"m_kib": CHEAP.m_kib - 1},
        {"m_kib": 1024 * 1024 + 1},
        {"m_kib": 2**31 - 1},
        {"t": 9},
        {"t": 0},
        {"p": 5},
        {"p": 0},
    ],
    ids=str,
)
def test_parameters_outside_the_limits_are_refused_before_anything_is_derived(place, parameters):
    body, seed = body_of(place), founder_seed(place)
    hostile = msgspec.structs.replace(body.slots[0], **parameters)
    assert refused(place, change(body, slots=(hostile,)), seed) == "VAULT-003"


def test_a_slot_that_would_do_for_a_test_does_not_do_for_the_program(place):
    assert outcome(lambda: slots.read(place.folder)) == "VAULT-003"


CONTRADICTIONS = {
    "no slots": lambda body: change(body, slots=()),
    "a place twice": lambda body: change(body, slots=body.slots * 2),
    "a user twice": lambda body: change(body, users=body.users * 2),
    "a slot of nobody": lambda body: change(
        body,
        slots=(*body.slots, msgspec.structs.replace(body.slots[0], place=2, user="ab" * 32)),
    ),
    "a name that is not the key's": lambda body: change(
        body, users=(msgspec.structs.replace(body.users[0], sign="00" * 32),)
    ),
    "no administrator": lambda body: change(
        body, users=(msgspec.structs.replace(body.users[0], roles=("reviewer",)),)
    ),
    "signed by nobody": lambda body: change(body, signed_by="ab" * 32),
}


@pytest.mark.parametrize("fault", CONTRADICTIONS)
def test_a_list_that_contradicts_itself_is_refused(place, fault):
    seed = founder_seed(place)
    assert refused(place, CONTRADICTIONS[fault](body_of(place)), seed) == "VAULT-004"


def rewritten(content: bytes) -> dict[str, bytes]:
    """Other bytes for the same or nearly the same values."""
    payload, signature, _ = content.split(b"\n")
    fields = json.loads(payload)
    pretty = json.dumps(fields, sort_keys=True).encode()
    unsorted = json.dumps(dict(reversed(fields.items())), separators=(",", ":")).encode()
    extra = json.dumps(fields | {"zzz": 1}, sort_keys=True, separators=(",", ":")).encode()
    return {
        "spaces": pretty + b"\n" + signature + b"\n",
        "another order": unsorted + b"\n" + signature + b"\n",
        "an unknown field": extra + b"\n" + signature + b"\n",
        "upper case": payload + b"\n" + signature.upper() + b"\n",
        "no last line end": content[:-1],
        "one line more": content + b"\n",
        "something after": content + b"x",
        "a line end before": b"\n" + content,
        "carriage returns": content.replace(b"\n", b"\r\n"),
        "no signature": payload + b"\n",
        "a byte order mark": b"\xef\xbb\xbf" + content,
        "a field twice": payload[:-1] + b',"vault":"x"}\n' + signature + b"\n",
        "empty": b"",
        "not JSON": b"\x00\xff" * 50,
        "a list": b"[]\n" + signature + b"\n",
        "another kind of file": payload.replace(b"varn.slots/2", b"varn.keys/1") + b"\n",
    }


@pytest.mark.parametrize(
    "spelling", list(rewritten(b'{"vault":"x"}\n' + b"0" * 128 + b"\n")), ids=str
)
def test_only_one_spelling_is_read(place, spelling):
    path = place.folder / slots.FILE
    path.write_bytes(rewritten(path.read_bytes())[spelling])
    assert outcome(lambda: place.unlock().close()) == "VAULT-004"


def test_any_changed_letter_of_what_is_signed_is_refused(place):
    path = place.folder / slots.FILE
    good = path.read_bytes()
    codes = set()
    for at in range(0, len(good), 251):
        changed = bytearray(good)
        changed[at] ^= 1
        path.write_bytes(changed)
        codes.add(outcome(lambda: place.unlock().close()))
    assert codes <= {"VAULT-003", "VAULT-004"}
    path.write_bytes(good)
    place.unlock().close()


@pytest.mark.parametrize("size", [0, 1, 50, 5000, -200, -130, -1])
def test_a_cut_file_is_refused(place, size):
    path = place.folder / slots.FILE
    path.write_bytes(path.read_bytes()[:size])
    assert outcome(lambda: place.unlock().close()) == "VAULT-004"


@pytest.mark.parametrize("fmt", ["varn.slots/3", "varn.slots/37"])
def test_a_later_format_is_told_and_not_touched(place, fmt):
    path = place.folder / slots.FILE
    later = json.dumps({"fmt": fmt, "all": "new"}).encode() + b"\nwhatever\n"
    path.write_bytes(later)
    assert outcome(lambda: place.unlock().close()) == "VAULT-010"
    assert path.read_bytes() == later


def test_a_key_of_small_order_signs_nothing_here(place):
    body = body_of(place)
    neutral = (1).to_bytes(32, "little")
    user = User(
        user=fingerprint(neutral),
        sign=neutral.hex(),
        wrap=body.users[0].wrap,
        roles=("administrator",),
    )
    forged = let_in(body, user, user, seed_of(7))
    last = change(forged.history[-1], signature=(neutral + bytes(32)).hex())
    forged = change(forged, history=(*body.history, last))
    payload = signed.body_bytes(forged)
    line = (neutral + bytes(32)).hex().encode()
    (place.folder / slots.FILE).write_bytes(payload + b"\n" + line + b"\n")
    assert outcome(lambda: place.unlock().close()) == "VAULT-004"
    assert not signed.is_signed_by(neutral, Signed.SLOTS, payload, neutral + bytes(32))
