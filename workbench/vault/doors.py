# SPDX-License-Identifier: EUPL-1.2
"""Places and what opens them: a new slot counts when it was opened, read again from the disk."""

from collections.abc import Iterator
from contextlib import contextmanager

from workbench.crypto.clearing import wipe
from workbench.crypto.kdf import SMALLEST_MEMORY_KIB, Cost
from workbench.crypto.seeds import UserSecrets
from workbench.domain.ids import CaseId
from workbench.vault import keyrings, seats, slots, user_secrets
from workbench.vault.errors import (
    NoAccessError,
    NoSuchUserError,
    SlotLimitsError,
    WrongPassphraseError,
)
from workbench.vault.inside import Inside
from workbench.vault.keyrings import Opener
from workbench.vault.register_keys import unwrap_register_keys
from workbench.vault.slots import Slot, SlotsBody
from workbench.vault.user_secrets import Knock

_ANY_COST_KIB = 1


class Doors:
    """Installs lists with a new slot in them."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside

    def require_affordable(self, cost: Cost) -> None:
        """A slot that no reader would open is not made.

        Raises:
            SlotLimitsError.
        """
        cheapest = min(slot.cost.m_kib for slot in self._inside.body.slots)
        if not cost.is_readable(min(cheapest, SMALLEST_MEMORY_KIB)):
            raise SlotLimitsError

    @contextmanager
    def opened(self, place: int, passphrase: str | None) -> Iterator[UserSecrets]:
        """The secrets behind a place: the own ones as they are, others by their passphrase.

        Raises:
            NoSuchUserError: nobody has the place. NoAccessError: another's, and no passphrase.
            WrongPassphraseError, WaitError, NotEnoughMemoryError.
        """
        inside = self._inside
        slot = inside.body.slot(place)
        if slot is None:
            raise NoSuchUserError
        if passphrase is None and slot.user != inside.keychain.user:
            raise NoAccessError
        if passphrase is None:
            yield inside.keychain.secrets
            return
        knock = Knock(inside.body, inside.installation, inside.clock)
        found, secrets = user_secrets.knock(knock, place, passphrase)
        try:
            user_secrets.owner(inside.body, found, secrets)
            yield secrets
        finally:
            secrets.wipe()

    def install(
        self, body: SlotsBody, place: int, passphrase: str, *, closed_to: str | None = None
    ) -> None:
        """Write a list, and see that `passphrase` now opens `place`, and `closed_to` does not.

        Where that fails it is taken back.
        """
        inside, before = self._inside, self._inside.body
        inside.write_slots(body)
        try:
            self._try(place, passphrase, closed_to)
        except BaseException:
            inside.write_slots(seats.as_before(inside, before))
            raise

    def _try(self, place: int, passphrase: str, closed_to: str | None) -> None:
        """As somebody who comes with the passphrase and the folder, and knows nothing else."""
        inside = self._inside
        body = slots.read(inside.layout.folder, smallest_kib=_ANY_COST_KIB)
        slot = body.slot(place)
        if slot is None:
            raise AssertionError("it was written")
        secrets = user_secrets.open_slot(body.vault, slot, passphrase)
        try:
            user_secrets.owner(body, slot, secrets)
            slots.check_founder(body, secrets.founder)
            self._try_keys(body, slot, secrets)
        finally:
            secrets.wipe()
        if closed_to is not None and closed_to != passphrase:
            self._require_closed(body, slot, closed_to)

    def _try_keys(self, body: SlotsBody, slot: Slot, secrets: UserSecrets) -> None:
        inside = self._inside
        house = CaseId(inside.body.house)
        files = inside.shelf.files(house)
        opener = Opener(slot.user, secrets.wrapping, body.members())
        register = unwrap_register_keys(body.vault, slot.register, secrets.wrapping)
        ring = inside.keychain.ring(house, files)
        keys = keyrings.open_keys(ring, opener, name=files.keys_name)
        is_same = register == inside.register_keys
        wipe(*register, *keys)
        if not is_same:
            raise AssertionError("a slot that does not open what it should")

    def _require_closed(self, body: SlotsBody, slot: Slot, passphrase: str) -> None:
        try:
            user_secrets.open_slot(body.vault, slot, passphrase).wipe()
        except WrongPassphraseError:
            return
        raise AssertionError("the passphrase of before still opens")
