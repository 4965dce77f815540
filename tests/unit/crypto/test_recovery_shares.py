# SPDX-License-Identifier: EUPL-1.2
"""Three codes of which two are enough, and one tells nothing."""

import hashlib
import hmac
import json
from itertools import permutations

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given
from hypothesis import strategies as st

from tests.tools import ROOT
from tests.vault.making import SeededIds
from workbench.crypto import aead
from workbench.crypto.recovery import (
    MistypedError,
    WrongPairError,
    join_shares,
    make_shares,
    read_code,
    wrong_groups,
)

VAULT = "0c0ffee0-0000-4000-8000-0000000000aa"
SEED = bytearray(range(32))
VECTOR = json.loads((ROOT / "tests/vectors/recovery_shares.json").read_text(encoding="ascii"))


def pair_key_by_hand(first: bytes, second: bytes, vault: str) -> bytes:
    """RFC 5869 from HMAC alone; 32 bytes are one block."""
    pseudorandom = hmac.digest(vault.encode(), first + second, hashlib.sha256)
    return hmac.digest(pseudorandom, b"varn/recovery/pair/1\x01", hashlib.sha256)


def test_the_vector_opens_by_hand():
    codes = [bytes(read_code(code)) for code in VECTOR["codes"]]
    for i, j, sealed in VECTOR["sealed"]:
        key = pair_key_by_hand(codes[i - 1], codes[j - 1], VECTOR["vault"])
        bound = f'{{"fmt":"varn.recovery-pair/1","pair":[{i},{j}],"vault":"{VECTOR["vault"]}"}}'
        opened = ChaCha20Poly1305(key).decrypt(bytes(12), bytes.fromhex(sealed), bound.encode())
        assert opened.hex() == VECTOR["seed"]


def test_the_vector_is_what_is_made_from_the_same_random_bytes():
    made = make_shares(bytearray.fromhex(VECTOR["seed"]), VECTOR["vault"], SeededIds("shares"))
    assert list(made.codes) == VECTOR["codes"]
    assert [[i, j, sealed.hex()] for i, j, sealed in made.sealed] == VECTOR["sealed"]


@given(st.binary(min_size=32, max_size=32), st.text(max_size=8))
def test_any_two_in_any_order_give_the_seed_back(seed, salt):
    shares = make_shares(bytearray(seed), VAULT, SeededIds(salt))
    for one, other in permutations(shares.codes, 2):
        assert join_shares(one.lower(), other.replace("-", " "), VAULT, shares.sealed) == seed


def test_the_pairs_are_numbered_and_every_code_is_another():
    shares = make_shares(SEED, VAULT, SeededIds())
    assert [(i, j) for i, j, _sealed in shares.sealed] == [(1, 2), (1, 3), (2, 3)]
    assert len(set(shares.codes)) == 3
    assert bytearray(range(32)) == SEED, "the seed stays the caller's"


def test_one_code_twice_or_with_a_stranger_opens_nothing():
    ours, theirs = (make_shares(SEED, VAULT, SeededIds(name)) for name in ("a", "b"))
    for one, other in ((ours.codes[0], ours.codes[0]), (ours.codes[1], theirs.codes[2])):
        with pytest.raises(WrongPairError):
            join_shares(one, other, VAULT, ours.sealed)


def test_the_codes_of_one_vault_open_nothing_in_another():
    shares = make_shares(SEED, VAULT, SeededIds())
    with pytest.raises(WrongPairError):
        join_shares(*shares.codes[:2], VAULT.replace("aa", "ab"), shares.sealed)


def test_a_slip_of_the_pen_is_told_from_a_wrong_pair():
    shares = make_shares(SEED, VAULT, SeededIds())
    letter = "2" if shares.codes[0][0] != "2" else "3"
    for one, other in ((letter + shares.codes[0][1:], shares.codes[1]), (shares.codes[1], "x")):
        with pytest.raises(MistypedError):
            join_shares(one, other, VAULT, shares.sealed)


@pytest.mark.parametrize("at", range(0, 48, 7))
def test_a_changed_or_moved_ciphertext_does_not_open(at):
    shares = make_shares(SEED, VAULT, SeededIds())
    i, j, sealed = shares.sealed[0]
    changed = bytearray(sealed)
    changed[at] ^= 1
    for kept in ((i, j, bytes(changed)), (i, 3, sealed), (i, j, sealed[:-1]), (i, j, b"")):
        with pytest.raises(WrongPairError):
            join_shares(*shares.codes[:2], VAULT, (kept,))


@pytest.mark.parametrize("guess", [b"", bytes(20), None])
def test_one_code_with_a_guess_beside_it_opens_nothing(guess):
    """The key depends on 160 bits more than one code has."""
    shares = make_shares(SEED, VAULT, SeededIds())
    code = bytes(read_code(shares.codes[0]))
    for i, j, sealed in shares.sealed:
        bound = f'{{"fmt":"varn.recovery-pair/1","pair":[{i},{j}],"vault":"{VAULT}"}}'
        key = pair_key_by_hand(code, code if guess is None else guess, VAULT)
        with pytest.raises(aead.NotAuthenticError):
            aead.open_once(key, sealed, bound.encode())


def test_the_group_that_was_mistyped_is_named():
    (code, _two, _three) = make_shares(SEED, VAULT, SeededIds()).codes
    groups = code.split("-")
    assert wrong_groups(code.lower().replace("-", "  "), code) == ()
    wrong = [*groups]
    wrong[2] = "ZZZZ" if wrong[2] != "ZZZZ" else "YYYY"
    assert wrong_groups(" ".join(wrong), code) == (3,)
    assert wrong_groups(" ".join(groups[:-1]), code) == (9,)
    assert wrong_groups(code + "-0000", code) == (10,)
