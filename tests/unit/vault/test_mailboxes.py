# SPDX-License-Identifier: EUPL-1.2
"""The organisation's own keys: one a quarter, for exchange-role users, signed by one."""

from datetime import date

import msgspec
import pytest

from tests.unit.vault.test_keyrings import ALICE, BERIT, MALLORY, VAULT, member
from tests.vault.making import SeededIds
from workbench.crypto import hybrid
from workbench.services.ports import Member
from workbench.vault import mailboxes
from workbench.vault.errors import DamagedFileError, NoAccessError
from workbench.vault.mailboxes import ExchangeUser


def exchange_member(seed) -> Member:
    found = member(seed)
    return Member(found.user, found.place, found.public, ("exchange",))


KEYS = mailboxes.new_exchange_keys(date(2026, 11, 22), SeededIds())
BODY = mailboxes.wrap_keys(
    VAULT, KEYS, [ExchangeUser(member(ALICE).user, hybrid.public_key(ALICE))], member(ALICE).user
)


def test_keys_open_for_whom_they_are_wrapped_to_and_for_nobody_else():
    assert mailboxes.open_keys(BODY, member(ALICE).user, ALICE) == KEYS
    with pytest.raises(NoAccessError):
        mailboxes.open_keys(BODY, member(BERIT).user, BERIT)
    with pytest.raises(DamagedFileError):
        mailboxes.open_keys(BODY, member(ALICE).user, BERIT)


def test_a_key_that_is_not_the_one_it_says_is_refused():
    first, second, *rest = BODY.keys
    swapped = msgspec.structs.replace(first, public=second.public)
    body = msgspec.structs.replace(BODY, keys=(swapped, second, *rest))
    with pytest.raises(DamagedFileError):
        mailboxes.open_keys(body, member(ALICE).user, ALICE)


@pytest.mark.parametrize("missing", [0, 1])
def test_without_root_or_signing_key_the_file_is_no_use(missing):
    keys = [key for at, key in enumerate(BODY.keys) if at != missing]
    with pytest.raises(DamagedFileError):
        mailboxes.open_keys(
            msgspec.structs.replace(BODY, keys=tuple(keys)), member(ALICE).user, ALICE
        )


def test_a_quarter_can_be_destroyed_alone():
    body = msgspec.structs.replace(BODY, keys=(*BODY.keys[:2], *BODY.keys[3:]))
    boxes = mailboxes.open_keys(body, member(ALICE).user, ALICE).mailboxes
    assert boxes == KEYS.mailboxes[1:]


def test_the_file_is_believed_when_an_exchange_user_of_this_vault_signed_it(tmp_path):
    mailboxes.write_new(tmp_path, BODY, ALICE)
    assert mailboxes.read(tmp_path, (exchange_member(ALICE),), VAULT) == BODY
    for members, vault in (
        ((member(ALICE),), VAULT),
        ((exchange_member(BERIT),), VAULT),
        ((exchange_member(ALICE),), "another"),
    ):
        with pytest.raises(DamagedFileError):
            mailboxes.read(tmp_path, members, vault)


def test_keys_of_a_stranger_in_the_name_of_a_user_are_refused(tmp_path):
    mailboxes.write_new(tmp_path, BODY, MALLORY)
    with pytest.raises(DamagedFileError):
        mailboxes.read(tmp_path, (exchange_member(ALICE),), VAULT)
