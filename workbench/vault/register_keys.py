# SPDX-License-Identifier: EUPL-1.2
"""The register's key as vault.slots holds it: wrapped to each user and to recovery."""

from workbench.crypto import hybrid, seeds
from workbench.crypto.labels import Wrap
from workbench.crypto.seeds import WrapScope
from workbench.vault.errors import SlotsNotSignedError
from workbench.vault.signed import WrapFields
from workbench.vault.slots import RegisterWrap

FIRST_GENERATION = 1


def wrap_register_key(vault: str, key: bytearray, public: bytes) -> tuple[RegisterWrap, ...]:
    """The first register key of a new vault for one reader."""
    wrapped = seeds.wrap(key, public, _register_scope(vault, FIRST_GENERATION))
    return (RegisterWrap(generation=FIRST_GENERATION, wrap=WrapFields.of(wrapped)),)


def unwrap_register_keys(
    vault: str, wraps: tuple[RegisterWrap, ...], seed: bytearray
) -> tuple[bytearray, ...]:
    """The register's keys, the latest generation first. The caller wipes them.

    Raises:
        SlotsNotSignedError: a wrap does not open for this reader.
    """
    ordered = sorted(wraps, key=lambda each: -each.generation)
    try:
        return tuple(
            seeds.unwrap(w.wrap.wrapped(), seed, _register_scope(vault, w.generation))
            for w in ordered
        )
    except hybrid.CannotUnwrapError:
        raise SlotsNotSignedError from None


def _register_scope(vault: str, generation: int) -> WrapScope:
    return WrapScope(Wrap.REGISTER_KEY, vault, "", generation)
