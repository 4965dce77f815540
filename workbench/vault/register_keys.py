# SPDX-License-Identifier: EUPL-1.2
"""The register's key as vault.slots holds it: wrapped to each user and to recovery."""

from workbench.crypto import hybrid, seeds
from workbench.crypto.labels import Wrap
from workbench.crypto.seeds import WrapScope
from workbench.vault.errors import SlotsNotSignedError
from workbench.vault.signed import WrapFields
from workbench.vault.slots import RegisterWrap

FIRST_GENERATION = 1


def wrap_register_key(
    vault: str, key: bytearray, public: bytes, *, generation: int = FIRST_GENERATION
) -> tuple[RegisterWrap, ...]:
    """The register key of one generation for one reader."""
    wrapped = seeds.wrap(key, public, _register_scope(vault, generation))
    return (RegisterWrap(generation=generation, wrap=WrapFields.of(wrapped)),)


def wrap_anew(
    vault: str, wraps: tuple[RegisterWrap, ...], keys: tuple[bytearray, ...], public: bytes
) -> tuple[RegisterWrap, ...]:
    """For another reader, the keys that `wraps` opened to (`unwrap_register_keys`)."""
    ordered = sorted(wraps, key=lambda each: -each.generation)
    return tuple(
        one
        for wrap, key in zip(ordered, keys, strict=True)
        for one in wrap_register_key(vault, key, public, generation=wrap.generation)
    )


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
