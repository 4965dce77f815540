# SPDX-License-Identifier: EUPL-1.2
"""A second person signs beside the one who unlocked: two pairs of eyes, two keys.

Satisfies `services.second_ports.Second`. The second person's register keys are never unwrapped, no
akt is opened with their secrets, and all that is kept of them is cleared when the block ends.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from workbench.domain.ids import UserId
from workbench.vault import user_secrets
from workbench.vault.errors import SameSecondPersonError
from workbench.vault.inside import Inside
from workbench.vault.keychain import EntrySigner
from workbench.vault.user_secrets import Knock


@dataclass(frozen=True, slots=True)
class CoSigner:
    """Satisfies `services.second_ports.CoSigner`."""

    user: UserId
    roles: tuple[str, ...]
    signer: EntrySigner

    def sign_entry(self, header_bytes: bytes) -> bytes:
        return self.signer.sign_entry(header_bytes)

    def sign_warrant(self, statement: bytes) -> str:
        return self.signer.sign_warrant(statement)


class Second:
    """The facet of an unlocked vault that lets a second person in beside the first."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside

    @contextmanager
    def ask(self, place: int, passphrase: str) -> Iterator[CoSigner]:
        """See `services.second_ports.Second.ask`."""
        inside = self._inside
        slot = inside.body.slot(place)
        if slot is not None and slot.user == inside.keychain.user:
            raise SameSecondPersonError
        knock = self._knock()
        found, secrets = user_secrets.knock(knock, place, passphrase)
        user = UserId(found.user)
        signer = EntrySigner(user, secrets.signing)
        try:
            known = user_secrets.owner(inside.body, found, secrets)
            yield CoSigner(user, tuple(known.roles), signer)
        finally:
            signer.forget()
            secrets.wipe()

    def prove_self(self, passphrase: str) -> None:
        """See `services.second_ports.Second.prove_self`."""
        me = self._inside.keychain.user
        place = next(slot.place for slot in self._inside.body.slots if slot.user == me)
        _found, secrets = user_secrets.knock(self._knock(), place, passphrase)
        secrets.wipe()

    def _knock(self) -> Knock:
        inside = self._inside
        return Knock(inside.body, inside.installation, inside.clock)
