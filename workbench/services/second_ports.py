# SPDX-License-Identifier: EUPL-1.2
"""What the use cases need of a vault when two people must act. Satisfied by `vault.second`."""

from contextlib import AbstractContextManager
from typing import Protocol

from workbench.domain.ids import UserId


class CoSigner(Protocol):
    """A second person who has just shown their passphrase; usable until the block ends."""

    @property
    def user(self) -> UserId: ...

    @property
    def roles(self) -> tuple[str, ...]: ...

    def sign_entry(self, header_bytes: bytes) -> bytes:
        """64 bytes, as `Signer.sign_entry`, by the second person's key."""
        ...

    def sign_warrant(self, statement: bytes) -> str:
        """In hex, as `Signer.sign_warrant`, by the second person's key."""
        ...


class Second(Protocol):
    """A second person at the same screen."""

    def ask(self, place: int, passphrase: str) -> AbstractContextManager[CoSigner]:
        """Let another user sign beside this one; their keys are cleared when the block ends.

        One derivation. Wrong passphrases count as they do at unlocking.

        Raises (on entering the block):
            VAULT-001, VAULT-002, VAULT-013; VAULT-024: it is the same person.
        """
        ...

    def prove_self(self, passphrase: str) -> None:
        """The one who unlocked shows the own passphrase again, before acting alone.

        One derivation. Wrong passphrases count as they do at unlocking.

        Raises VAULT-001, VAULT-002, VAULT-013.
        """
        ...
