# SPDX-License-Identifier: EUPL-1.2
"""User secrets, and keys wrapped to one reader for one purpose."""

from dataclasses import replace

import pytest

from workbench.crypto import hybrid, seeds
from workbench.crypto.labels import Wrap
from workbench.crypto.seeds import UserSecrets, WrapScope

SEED = bytes(range(32))
KEY = bytes(range(100, 132))
SCOPE = WrapScope(Wrap.CASE_KEY, "vault", "case", 1)


def test_a_wrapped_key_opens_for_its_reader_in_a_buffer():
    wrapped = seeds.wrap(KEY, hybrid.public_key(SEED), SCOPE)
    opened = seeds.unwrap(wrapped, SEED, SCOPE)
    assert opened == KEY
    assert isinstance(opened, bytearray)


@pytest.mark.parametrize(
    "other",
    [
        replace(SCOPE, use=Wrap.REGISTER_KEY),
        replace(SCOPE, vault="another"),
        replace(SCOPE, case="another"),
        replace(SCOPE, generation=2),
    ],
)
def test_a_wrap_that_was_moved_opens_nothing(other):
    wrapped = seeds.wrap(KEY, hybrid.public_key(SEED), SCOPE)
    with pytest.raises(hybrid.CannotUnwrapError):
        seeds.unwrap(wrapped, SEED, other)


def test_a_wrap_opens_for_nobody_else_and_not_when_changed():
    wrapped = seeds.wrap(KEY, hybrid.public_key(SEED), SCOPE)
    with pytest.raises(hybrid.CannotUnwrapError):
        seeds.unwrap(wrapped, bytes(32), SCOPE)
    for changed in (
        replace(wrapped, sealed=bytes(48)),
        replace(wrapped, enc=bytes(1120)),
        replace(wrapped, enc=b""),
        replace(wrapped, sealed=b""),
    ):
        with pytest.raises(hybrid.CannotUnwrapError):
            seeds.unwrap(changed, SEED, SCOPE)


def test_user_secrets_survive_their_buffer_and_the_buffer_is_cleared():
    secrets = UserSecrets(bytearray(SEED), bytearray(KEY), bytes(32))
    buffer = secrets.to_buffer()
    assert UserSecrets.from_buffer(buffer) == secrets
    assert buffer == bytes(96)


def test_user_secrets_can_be_wiped():
    secrets = UserSecrets(bytearray(SEED), bytearray(KEY), bytes(32))
    secrets.wipe()
    assert secrets.wrapping == secrets.signing == bytes(32)


def test_secrets_of_another_length_are_refused():
    with pytest.raises(ValueError, match="95"):
        UserSecrets.from_buffer(bytearray(95))


def test_the_name_of_a_key_does_not_tell_the_key():
    assert seeds.name_of(KEY) == seeds.name_of(bytearray(KEY))
    assert seeds.name_of(KEY) != seeds.name_of(SEED)
    assert KEY.hex() not in seeds.name_of(KEY)
    assert len(seeds.name_of(KEY)) == 64
