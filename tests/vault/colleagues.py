# SPDX-License-Identifier: EUPL-1.2
"""A vault with several users: who they are, and how each of them unlocks it."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.vault.making import CHEAP, PASSPHRASE, Workplace
from workbench.domain.ids import UserId
from workbench.services.access_ports import NewUser
from workbench.vault.slots import ROLES
from workbench.vault.unlocked import UnlockedVault

BERIT, CILLA = "berit lampa torsdag granit vinter", "cilla lampa torsdag granit vinter"
PHRASES = {1: PASSPHRASE, 2: BERIT, 3: CILLA}
PRACTITIONER = ("practitioner",)


def nothing() -> None:
    """No lock comes in between; nothing is entered anywhere."""


def nobody(_told: object) -> None:
    """Nothing is entered anywhere."""


def add(
    vault: UnlockedVault, place: int = 2, roles: tuple[str, ...] = PRACTITIONER, phrase: str = ""
) -> UserId:
    """Let somebody in at a place."""
    new = NewUser(place, phrase or PHRASES[place], roles, CHEAP)
    return vault.access.add_user(new, nobody)


@contextmanager
def at(place: Workplace, number: int = 1, phrase: str = "") -> Iterator[UnlockedVault]:
    """Unlocked by who sits there."""
    vault = place.unlock(phrase or PHRASES[number], place=number)
    try:
        yield vault
    finally:
        vault.close()


def with_colleagues(place: Workplace, *roles: tuple[str, ...]) -> tuple[UserId, ...]:
    """A new vault; the founder at place 1, the others from place 2 on. Who they are."""
    vault = place.create()
    users = [vault.signer.user]
    users += [add(vault, number, given) for number, given in enumerate(roles, 2)]
    vault.close()
    return tuple(users)


ALL_ROLES: tuple[str, ...] = ROLES
