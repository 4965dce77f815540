# SPDX-License-Identifier: EUPL-1.2
"""Which age files are bundles of ours, and what is wrong with one that is not.

Profile H (app to app) has exactly four hybrid stanzas in random order; receivers that are not
there are keys made and forgotten on the spot, so that the file does not tell how many there
are. Profile P (for a receiver without the program) has exactly one scrypt stanza.
The rest of the product calls this module and never `age.py`.
"""

import io
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from workbench.bundles import age
from workbench.bundles.age_failures import (
    HeaderError,
    HeaderMacError,
    HeaderTooLongError,
    NoMatchError,
    NotAgeError,
    PayloadError,
    WorkFactorError,
)
from workbench.bundles.errors import (
    AgainstOurRulesError,
    BrokenHeaderError,
    ChangedHeaderError,
    ChangedPayloadError,
    NoKeyOpensError,
    NotABundleError,
    UnreasonableCostError,
    WrongPassphraseError,
)
from workbench.bundles.header import Header, read_header
from workbench.bundles.recipients import (
    HYBRID,
    SCRYPT,
    HybridIdentity,
    HybridRecipient,
    Identity,
    RandomBytes,
    ScryptIdentity,
    ScryptRecipient,
    hybrid_shares,
    scrypt_salts,
)
from workbench.crypto import hybrid

STANZAS = 4
MOST_HEADER_BYTES = 64 * 1024
_SORT_KEY_BYTES = 16


class Profile(StrEnum):
    """The two kinds of bundle."""

    HYBRID = "H"
    PASSPHRASE = "P"  # noqa: S105  a letter of the format


_STANZA_TYPES = {(HYBRID,) * STANZAS: Profile.HYBRID, (SCRYPT,): Profile.PASSPHRASE}


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file tells anyone who has no key."""

    profile: Profile
    stanzas: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A payload being read, and the position of the seed that opened it (None: passphrase)."""

    payload: "PayloadReader"
    seed: int | None


def hybrid_writer(out: BinaryIO, publics: Sequence[bytes], random_bytes: RandomBytes) -> age.Writer:
    """Profile H for one to four mailbox keys of 1 216 bytes, which are all different.

    Raises:
        ValueError: another number of keys, the same key twice, or bytes that are no key.
    """
    if not 1 <= len(publics) <= STANZAS or len(set(publics)) < len(publics):
        raise ValueError("one to four different keys")
    keys = [*publics, *(_forgotten(random_bytes) for _ in range(STANZAS - len(publics)))]
    keys.sort(key=lambda _: random_bytes(_SORT_KEY_BYTES))
    return age.writer(out, [HybridRecipient(key) for key in keys], random_bytes)


def passphrase_writer(out: BinaryIO, passphrase: str, random_bytes: RandomBytes) -> age.Writer:
    """Profile P.

    Raises:
        ValueError: an empty passphrase.
    """
    if not passphrase:
        raise ValueError("an empty passphrase")
    return age.writer(out, [ScryptRecipient(_passphrase_bytes(passphrase))], random_bytes)


def inspect(source: BinaryIO) -> Inspection:
    """What can be seen without a key; leaves a seekable `source` at its end.

    Raises:
        BundleError: SB-01 to SB-04.
    """
    begin = source.tell()
    header, profile = _header(source)
    size = source.seek(0, io.SEEK_END) - begin
    return Inspection(profile, tuple(stanza.type for stanza in header.stanzas), size)


def open_bundle(
    source: BinaryIO, seeds: Sequence[bytes | bytearray], *, passphrase: str | None = None
) -> Opened:
    """Open a bundle of either profile with whatever the receiver has.

    Raises:
        BundleError: SB-01 to SB-04, SB-10, SB-11, SB-13. Reading the payload raises SB-12.
    """
    header, profile = _header(source)
    with _translated(no_match=_no_match(profile, passphrase)):
        unwrapped = age.unwrap(header, _identities(profile, seeds, passphrase))
        payload = age.payload(source, header, unwrapped.file_key)
    seed = unwrapped.identity if profile is Profile.HYBRID else None
    return Opened(PayloadReader(payload), seed)


class PayloadReader(io.BufferedIOBase):
    """An `age.Reader` whose failure has our code: damage raises SB-12, again and again."""

    def __init__(self, payload: age.Reader) -> None:
        super().__init__()
        self._payload = payload

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        with _translated():
            return self._payload.read(size)

    def read1(self, size: int = -1, /) -> bytes:
        with _translated():
            return self._payload.read1(size)

    def readinto(self, buffer: "bytearray | memoryview", /) -> int:  # type: ignore[override]
        with _translated():
            return self._payload.readinto(buffer)

    def copy_to(self, out: BinaryIO) -> int:
        """Write everything that is left to `out`; gives the number of bytes."""
        with _translated():
            return self._payload.copy_to(out)


def _header(source: BinaryIO) -> tuple[Header, Profile]:
    with _translated():
        header = read_header(source, most_bytes=MOST_HEADER_BYTES)
        profile = _STANZA_TYPES.get(tuple(stanza.type for stanza in header.stanzas))
        if profile is None:
            raise AgainstOurRulesError
        hybrid_shares(header.stanzas)
        scrypt_salts(header.stanzas)
    return header, profile


def _identities(
    profile: Profile, seeds: Sequence[bytes | bytearray], passphrase: str | None
) -> list[Identity]:
    if profile is Profile.HYBRID:
        return [HybridIdentity(seed) for seed in seeds]
    return [] if passphrase is None else [ScryptIdentity(_passphrase_bytes(passphrase))]


def _no_match(profile: Profile, passphrase: str | None) -> Callable[[], Exception]:
    if profile is Profile.PASSPHRASE and passphrase is not None:
        return WrongPassphraseError
    return NoKeyOpensError


_CODES: tuple[tuple[type[Exception], Callable[[], Exception]], ...] = (
    (NotAgeError, NotABundleError),
    (HeaderTooLongError, AgainstOurRulesError),
    (WorkFactorError, UnreasonableCostError),
    (HeaderError, BrokenHeaderError),
    (HeaderMacError, ChangedHeaderError),
    (PayloadError, ChangedPayloadError),
)


@contextmanager
def _translated(no_match: Callable[[], Exception] = NoKeyOpensError) -> Iterator[None]:
    """Every way in which age can fail becomes its code; nothing else is caught."""
    try:
        yield
    except NoMatchError:
        raise no_match() from None
    except tuple(kind for kind, _ in _CODES) as failure:
        code = next(code for kind, code in _CODES if isinstance(failure, kind))
        raise code() from None


def _forgotten(random_bytes: RandomBytes) -> bytes:
    return hybrid.public_key(random_bytes(hybrid.SEED_BYTES))


def _passphrase_bytes(passphrase: str) -> bytes:
    # The same words typed on another system must be the same bytes. A lone surrogate cannot be
    # in any passphrase that we made: let it be a wrong one rather than a crash.
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
