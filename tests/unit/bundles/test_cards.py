# SPDX-License-Identifier: EUPL-1.2
"""Contact cards: made, read, compared by digits, and refused."""

import hashlib
import re
from datetime import UTC, date, datetime

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from tests.vectors.sb1.world import NOW, SHELTER, STRANGER, TOWN, card, details, keys, seed
from workbench.bundles import cards, errors
from workbench.bundles.bech32 import encode
from workbench.bundles.card_fields import MOST_CARD_BYTES
from workbench.crypto import ed25519, hybrid


def changed(**changes: object) -> bytes:
    """The shelter's card with other fields, signed again by its own root."""
    fields = msgspec.to_builtins(card(SHELTER).fields) | changes
    return enveloped(rfc8785.dumps(fields))


def enveloped(card_bytes: bytes, root_seed: bytes | None = None) -> bytes:
    """A signed file, without the check that `sign_card` makes."""
    signed = ed25519.pae("application/vnd.sb1.card+json", card_bytes)
    signature = ed25519.sign(root_seed or keys(SHELTER).root_seed, signed)
    return b'{"card":' + card_bytes + b',"signature":"' + signature.hex().encode() + b'"}'


def test_a_card_says_what_it_was_made_of() -> None:
    made = card(SHELTER)
    assert (made.fields.org, made.fields.unit, made.fields.card_seq) == (SHELTER, "Mottagningen", 1)
    assert made.root == ed25519.public_key(keys(SHELTER).root_seed).hex()
    assert made.root_hash == hashlib.sha256(bytes.fromhex(made.root)).hexdigest()
    assert len(made.content) < MOST_CARD_BYTES


def test_the_identity_is_the_hash_of_the_signed_bytes() -> None:
    made = card(SHELTER)
    signed = rfc8785.dumps(msgspec.to_builtins(made.fields))
    assert made.id == hashlib.sha256(signed).hexdigest()
    assert made.content == b'{"card":' + signed + made.content[-144:]


def test_a_mailbox_is_found_for_each_of_eight_quarters_and_no_ninth() -> None:
    made = card(SHELTER)
    epochs = [box.epoch for box in made.fields.mailboxes]
    assert epochs == ["2026-Q4", *(f"2027-Q{n}" for n in (1, 2, 3, 4))] + [
        f"2028-Q{n}" for n in (1, 2, 3)
    ]
    box = made.mailbox(date(2026, 12, 31))
    assert box is not None
    assert box.epoch == "2026-Q4"
    assert made.mailbox(date(2026, 9, 30)) is None
    assert made.mailbox(date(2028, 10, 1)) is None


def test_a_signing_key_counts_only_within_its_days() -> None:
    made = card(SHELTER)
    assert made.signing_keys(date(2026, 11, 1)) == (ed25519.public_key(keys(SHELTER).sign_seed),)
    assert made.signing_keys(date(2026, 10, 31)) == ()
    assert made.signing_keys(date(2028, 11, 2)) == ()


@given(st.binary(min_size=32, max_size=32))
def test_a_fingerprint_is_forty_digits_of_the_hash(root: bytes) -> None:
    digits = cards.fingerprint_digits(root)
    expected = int.from_bytes(hashlib.sha256(b"sb1 root v1" + root).digest(), "big") % 10**40
    assert re.fullmatch(r"[0-9]{40}", digits)
    assert int(digits) == expected


def test_a_fingerprint_is_shown_in_eight_groups_of_five() -> None:
    shown = cards.grouped(card(SHELTER).digits)
    assert re.fullmatch(r"([0-9]{5} ){7}[0-9]{5}", shown)
    assert shown.replace(" ", "") == card(SHELTER).digits


def test_digits_may_be_typed_with_any_spaces() -> None:
    made = card(SHELTER)
    cards.require_digits(made.digits, made)
    cards.require_digits("  " + cards.grouped(made.digits) + "\u00a0\n", made)


@pytest.mark.parametrize("place", [0, 17, 39])
def test_one_wrong_digit_is_refused(place: int) -> None:
    digits = card(SHELTER).digits
    wrong = digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]
    with pytest.raises(errors.WrongDigitsError):
        cards.require_digits(wrong, card(SHELTER))


@pytest.mark.parametrize("typed", ["", "12345", "0" * 39, "0" * 41])
def test_too_few_or_too_many_digits_are_refused(typed: str) -> None:
    with pytest.raises(errors.WrongDigitsError):
        cards.require_digits(typed, card(SHELTER))


def test_a_later_card_follows_the_earlier_one() -> None:
    first = card(SHELTER)
    second = cards.read_card(cards.make_card(details(SHELTER, previous=first), keys(SHELTER)))
    assert (second.fields.card_seq, second.fields.prev_card) == (2, first.id)
    cards.check_import(second, first, NOW)
    cards.check_import(second, second, NOW)
    with pytest.raises(errors.OlderCardError):
        cards.check_import(first, second, NOW)


def test_another_card_with_the_same_number_is_refused() -> None:
    other = cards.read_card(changed(unit="En annan enhet"))
    with pytest.raises(errors.OlderCardError):
        cards.check_import(other, card(SHELTER), NOW)


def test_an_expired_card_is_refused_and_says_when() -> None:
    with pytest.raises(errors.ExpiredCardError) as refused:
        cards.check_import(card(SHELTER), None, datetime(2028, 11, 1, 0, 0, 1, tzinfo=UTC))
    assert refused.value.facts == {"date": "2028-11-01"}


SMALL_ORDER = ("00" * 32, "01" + "00" * 31, "ec" + "ff" * 30 + "7f", "ec" + "ff" * 31)
NOT_CANONICAL = ("ed" + "ff" * 30 + "7f", "ff" * 32)


@pytest.mark.parametrize("key", SMALL_ORDER + NOT_CANONICAL)
def test_a_weak_signing_key_is_refused(key: str) -> None:
    [signing] = msgspec.to_builtins(card(SHELTER).fields.sign)
    with pytest.raises(errors.WeakKeyError):
        cards.read_card(changed(sign=[signing | {"ed25519": key}]))


@pytest.mark.parametrize("key", SMALL_ORDER + NOT_CANONICAL)
def test_a_weak_root_key_is_refused(key: str) -> None:
    with pytest.raises(errors.WeakKeyError):
        cards.read_card(changed(root=key))


def with_recipient(text: str) -> bytes:
    boxes = msgspec.to_builtins(card(SHELTER).fields.mailboxes)
    boxes[0]["recipient"] = text
    return changed(mailboxes=boxes)


PUBLIC = hybrid.public_key(seed("a key"))


@pytest.mark.parametrize(
    "text",
    [
        encode("age1pq", PUBLIC)[:-1] + "q",
        encode("age1pq", PUBLIC[:-1]),
        encode("age1pq", PUBLIC + b"\0"),
        encode("age1pq", b"\xff" * 1216),
        encode("age1pq", PUBLIC[:-32] + bytes(32)),
        "age1pq1qqqqqqqq",
    ],
    ids=["checksum", "short", "long", "no ML-KEM key", "low order X25519", "nothing"],
)
def test_a_recipient_that_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(errors.MailboxKeyError):
        cards.read_card(with_recipient(text))


def test_another_kind_of_recipient_is_refused() -> None:
    with pytest.raises(errors.CardError):
        cards.read_card(
            with_recipient("age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj")
        )


def test_the_same_key_for_two_quarters_is_refused() -> None:
    boxes = msgspec.to_builtins(card(SHELTER).fields.mailboxes)
    boxes[1]["recipient"] = boxes[0]["recipient"]
    with pytest.raises(errors.CardError):
        cards.read_card(changed(mailboxes=boxes))


WRONG_FIELDS = [
    {"extra": 1},
    {"fmt": "card"},
    {"org": ""},
    {"org": "x" * 201},
    {"org": "dold\u202etext"},
    {"org": "rad\nbrytning"},
    {"org": "e\u0301"},
    {"country": "se"},
    {"root": "AB" * 32},
    {"root": "ab"},
    {"sign": []},
    {"mailboxes": []},
    {"suites": []},
    {"suites": ["rsa"]},
    {"profiles": ["P", "H"]},
    {"profiles": ["H", "H"]},
    {"card_seq": 0},
    {"card_seq": "1"},
    {"card_seq": True},
    {"created": "2026-11-01"},
    {"created": "2026-13-01T00:00:00Z"},
    {"expires": "2026-11-01T00:00:00Z"},
    {"escrow": [1]},
]


@pytest.mark.parametrize("changes", WRONG_FIELDS, ids=str)
def test_a_field_that_breaks_its_rule_is_refused(changes: dict) -> None:
    with pytest.raises(errors.CardError) as refused:
        cards.read_card(changed(**changes))
    assert refused.value.code == "SB-80"


@pytest.mark.parametrize("name", [field.name for field in msgspec.structs.fields(cards.CardFields)])
def test_a_card_without_one_of_its_fields_is_refused(name: str) -> None:
    fields = msgspec.to_builtins(card(SHELTER).fields)
    del fields[name]
    with pytest.raises(errors.CardError):
        cards.read_card(enveloped(rfc8785.dumps(fields)))


def test_a_mailbox_must_last_its_whole_quarter() -> None:
    boxes = msgspec.to_builtins(card(SHELTER).fields.mailboxes)
    boxes[0]["to"] = "2026-12-30"
    with pytest.raises(errors.CardError):
        cards.read_card(changed(mailboxes=boxes))


def test_a_card_signed_by_another_root_is_refused() -> None:
    signed = card(SHELTER).content[8:-144]
    with pytest.raises(errors.CardSignatureError):
        cards.read_card(enveloped(signed, keys(STRANGER).root_seed))


def test_a_newer_card_format_is_told_apart() -> None:
    with pytest.raises(errors.NewerCardError):
        cards.read_card(changed(fmt="sbcard2", more="of it"))


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"null", b"\xff", b'{"card":{},"signature":""}', b"[" * 5000, b"1e999"],
)
def test_something_else_is_no_card(content: bytes) -> None:
    with pytest.raises(errors.CardError):
        cards.read_card(content)


def test_a_card_over_64_kib_is_refused_unread() -> None:
    with pytest.raises(errors.CardError):
        cards.read_card(b" " * (MOST_CARD_BYTES + 1))


@pytest.mark.parametrize(
    "spell",
    [
        lambda content: content + b"\n",
        lambda content: content.replace(b'"org"', b' "org"'),
        lambda content: content.replace(b'"card_seq":1', b'"card_seq":1,"card_seq":1'),
        lambda content: content.replace(b"Mottagningen", rb"\u004dottagningen"),
    ],
    ids=["line feed", "space", "twice", "escape"],
)
def test_a_second_spelling_of_a_card_is_refused(spell: object) -> None:
    with pytest.raises(errors.AmbiguousCardError):
        cards.read_card(spell(card(TOWN).content))


@given(st.integers(min_value=0), st.integers(min_value=0, max_value=7))
def test_no_flipped_bit_of_a_card_is_accepted(place: int, bit: int) -> None:
    content = bytearray(card(TOWN).content)
    content[place % len(content)] ^= 1 << bit
    with pytest.raises(errors.BundleError):
        cards.read_card(bytes(content))


@given(st.text(), st.text())
def test_whatever_name_an_organisation_has_its_card_can_be_read(org: str, unit: str) -> None:
    made = cards.read_card(cards.make_card(details("Hus " + org, unit=unit), keys(SHELTER)))
    assert made.fields.org.startswith("Hus")


def test_a_name_on_a_card_is_made_plain() -> None:
    org, unit = "A\u030angermanhus\u202e", "x" * 500
    made = cards.read_card(cards.make_card(details(org, unit=unit), keys(SHELTER)))
    assert (made.fields.org, made.fields.unit) == ("Ångermanhus", "x" * 199 + "…")


def test_a_card_needs_a_name() -> None:
    with pytest.raises(errors.CardError):
        cards.make_card(details(""), keys(SHELTER))
