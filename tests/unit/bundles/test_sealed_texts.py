# SPDX-License-Identifier: EUPL-1.2
"""A small text under a passphrase: made here or by another age program, read whole or not at all."""

import io

import pyrage
import pytest

from tests.support.memory_vault import CountedIds
from workbench.bundles import profile
from workbench.bundles.errors import BundleError
from workbench.bundles.sealed_texts import open_text, seal_text
from workbench.crypto import hybrid
from workbench.crypto.passphrases import ADMINISTRATORS_WORDS, generate

WORDS = b"[items]\nq1 = 'made up'\n"
PHRASE = generate(CountedIds(), ADMINISTRATORS_WORDS)


@pytest.fixture(scope="module")
def sealed() -> bytes:
    return seal_text(WORDS, PHRASE, CountedIds().random_bytes)


def code(untrusted: bytes, phrase: str = PHRASE, most: int = 100) -> str:
    with pytest.raises(BundleError) as refused:
        open_text(untrusted, phrase, most)
    return refused.value.code


def test_it_opens_with_its_passphrase_however_that_is_typed(sealed):
    assert open_text(sealed, PHRASE, 100) == WORDS
    assert open_text(sealed, f"  {PHRASE.upper()} ", 100) == WORDS


def test_another_age_program_makes_and_opens_it(sealed):
    assert pyrage.passphrase.decrypt(sealed, PHRASE) == WORDS
    assert open_text(pyrage.passphrase.encrypt(WORDS, "pass"), "pass", 100) == WORDS


def test_no_more_is_read_than_asked_for(sealed):
    assert open_text(sealed, PHRASE, 4) == WORDS[:5]


def test_what_is_wrong_has_a_code_and_nothing_is_given(sealed):
    assert code(sealed, "en annan fras") == "SB-13"
    assert code(sealed[:-1]) == "SB-12"
    assert code(sealed[:-1] + bytes([sealed[-1] ^ 1])) == "SB-12"
    assert code(WORDS) == "SB-01"
    out = io.BytesIO()
    key = hybrid.public_key(bytes(range(32)))
    writer = profile.hybrid_writer(out, [key], CountedIds().random_bytes)
    writer.write(WORDS)
    writer.finish()
    assert code(out.getvalue()) == "SB-01"
