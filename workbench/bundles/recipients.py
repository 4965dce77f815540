# SPDX-License-Identifier: EUPL-1.2
"""The native recipient types of age v1 that we write and read.

A recipient wraps a file key into a stanza, an identity unwraps it. An identity first checks
every stanza of its type and only then tries any, so that a malformed one is never passed over
because another opened.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, Self

from workbench.bundles import bech32
from workbench.bundles.age_failures import HeaderError, WorkFactorError
from workbench.bundles.header import Stanza, decode_base64, encode_base64
from workbench.crypto import agreement, hybrid, kdf, scrypt
from workbench.crypto.aead import TAG_BYTES, NotAuthenticError, open_once, seal_once
from workbench.crypto.labels import Age

RandomBytes = Callable[[int], bytes]
Secret = bytes | bytearray

FILE_KEY_BYTES = 16
SCRYPT_LOG_N = 18
MOST_SCRYPT_LOG_N = 20

HYBRID = "mlkem768x25519"
X25519 = "X25519"
SCRYPT = "scrypt"

_WRAPPED_BYTES = FILE_KEY_BYTES + TAG_BYTES
_SALT_BYTES = 16
_HYBRID_INFO = Age.HYBRID.encode("ascii")
_SCRYPT_LABEL = Age.SCRYPT.encode("ascii")
_LOG_N = re.compile(r"[1-9][0-9]*")


class Recipient(Protocol):
    """Who can open the file."""

    def wrap(self, file_key: bytes, random_bytes: RandomBytes) -> Stanza: ...


class Identity(Protocol):
    """What opens a file."""

    def unwrap(self, stanzas: Sequence[Stanza]) -> Secret | None:
        """The file key, or None when no stanza is for this identity.

        Raises:
            HeaderError: a stanza of this identity's type breaks the rules of the type.
        """


@dataclass(frozen=True, slots=True)
class HybridRecipient:
    """ML-KEM-768 with X25519; `public` is 1 216 bytes."""

    public: bytes
    PREFIX = "age1pq"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Undo `text`.

        Raises:
            Bech32Error: not such a recipient, or a key that the library refuses.
        """
        public = _decode(text, cls.PREFIX, hybrid.PUBLIC_BYTES)
        if not hybrid.is_public_key(public):
            raise bech32.Bech32Error("not a key")
        return cls(public)

    def text(self) -> str:
        return bech32.encode(self.PREFIX, self.public)

    def wrap(self, file_key: bytes, random_bytes: RandomBytes) -> Stanza:
        """The library draws the randomness of HPKE itself."""
        enc, body = hybrid.seal(self.public, _HYBRID_INFO, file_key)
        return Stanza((HYBRID, _text(enc)), body)


@dataclass(frozen=True, slots=True)
class HybridIdentity:
    """The 32-byte seed behind a `HybridRecipient`."""

    seed: Secret = field(repr=False)
    PREFIX = "AGE-SECRET-KEY-PQ-"

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(_decode(text, cls.PREFIX, hybrid.SEED_BYTES))

    def text(self) -> str:
        return bech32.encode(self.PREFIX, bytes(self.seed)).upper()

    def recipient(self) -> HybridRecipient:
        return HybridRecipient(hybrid.public_key(self.seed))

    def unwrap(self, stanzas: Sequence[Stanza]) -> Secret | None:
        for enc, body in hybrid_shares(stanzas):
            try:
                return hybrid.open_sealed(self.seed, _HYBRID_INFO, enc, body)
            except hybrid.CannotUnwrapError:
                continue
        return None


@dataclass(frozen=True, slots=True)
class X25519Recipient:
    """The classical type; `public` is 32 bytes."""

    public: bytes
    PREFIX = "age"

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(_decode(text, cls.PREFIX, agreement.PUBLIC_BYTES))

    def text(self) -> str:
        return bech32.encode(self.PREFIX, self.public)

    def wrap(self, file_key: bytes, random_bytes: RandomBytes) -> Stanza:
        seed = random_bytes(agreement.SEED_BYTES)
        share = agreement.public_key(seed)
        key = _x25519_key(agreement.agree(seed, self.public), share, self.public)
        return Stanza((X25519, _text(share)), seal_once(key, file_key, b""))


@dataclass(frozen=True, slots=True)
class X25519Identity:
    """The 32-byte secret behind an `X25519Recipient`."""

    seed: bytes = field(repr=False)
    PREFIX = "AGE-SECRET-KEY-"

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(_decode(text, cls.PREFIX, agreement.SEED_BYTES))

    def text(self) -> str:
        return bech32.encode(self.PREFIX, self.seed).upper()

    def recipient(self) -> X25519Recipient:
        return X25519Recipient(agreement.public_key(self.seed))

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        public = agreement.public_key(self.seed)
        for share, body in _x25519_shares(stanzas):
            key = _x25519_key(agreement.agree(self.seed, share), share, public)
            try:
                return open_once(key, body, b"")
            except NotAuthenticError:
                continue
        return None


@dataclass(frozen=True, slots=True)
class ScryptRecipient:
    """Whoever knows the passphrase. Must be a file's only recipient."""

    passphrase: bytes = field(repr=False)
    log_n: int = SCRYPT_LOG_N

    def wrap(self, file_key: bytes, random_bytes: RandomBytes) -> Stanza:
        salt = random_bytes(_SALT_BYTES)
        key = scrypt.stretch(self.passphrase, _SCRYPT_LABEL + salt, self.log_n)
        body = seal_once(key, file_key, b"")
        return Stanza((SCRYPT, _text(salt), str(self.log_n)), body)


@dataclass(frozen=True, slots=True)
class ScryptIdentity:
    """A passphrase, and how much work the reader is willing to do with it."""

    passphrase: bytes = field(repr=False)
    most_log_n: int = MOST_SCRYPT_LOG_N

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        for salt, log_n, body in scrypt_salts(stanzas, most_log_n=self.most_log_n):
            try:
                key = scrypt.stretch(self.passphrase, _SCRYPT_LABEL + salt, log_n)
                return open_once(key, body, b"")
            except NotAuthenticError:
                continue
            except MemoryError:
                raise WorkFactorError("more memory than there is") from None
        return None


def hybrid_shares(stanzas: Sequence[Stanza]) -> list[tuple[bytes, bytes]]:
    """Encapsulated key and body of every hybrid stanza; HeaderError if one is malformed."""
    shares = []
    for stanza in _of_type(stanzas, HYBRID, arguments=2):
        enc = _sized(stanza.arguments[1], hybrid.ENCAPSULATED_BYTES)
        # HPKE stops at such a share too, but as if the key were wrong; it is a forgery.
        if agreement.is_low_order(enc[-agreement.PUBLIC_BYTES :]):
            raise HeaderError("low order share")
        shares.append((enc, stanza.body))
    return shares


def scrypt_salts(
    stanzas: Sequence[Stanza], *, most_log_n: int = MOST_SCRYPT_LOG_N
) -> list[tuple[bytes, int, bytes]]:
    """Salt, work factor and body of the scrypt stanza, if there is one.

    Raises:
        WorkFactorError: well formed, but more work than `most_log_n`.
        HeaderError: malformed.
    """
    salts = []
    for stanza in _of_type(stanzas, SCRYPT, arguments=3):
        salt = _sized(stanza.arguments[1], _SALT_BYTES)
        if _LOG_N.fullmatch(stanza.arguments[2]) is None:
            raise HeaderError("work factor")
        # The length first: int() refuses thousands of digits in its own way.
        if len(stanza.arguments[2]) > 2 or int(stanza.arguments[2]) > most_log_n:  # noqa: PLR2004
            raise WorkFactorError("work factor")
        salts.append((salt, int(stanza.arguments[2]), stanza.body))
    return salts


def _x25519_shares(stanzas: Sequence[Stanza]) -> list[tuple[bytes, bytes]]:
    shares = []
    for stanza in _of_type(stanzas, X25519, arguments=2):
        share = _sized(stanza.arguments[1], agreement.PUBLIC_BYTES)
        if agreement.is_low_order(share):
            raise HeaderError("low order share")
        shares.append((share, stanza.body))
    return shares


def _of_type(stanzas: Sequence[Stanza], kind: str, *, arguments: int) -> list[Stanza]:
    ours = [stanza for stanza in stanzas if stanza.type == kind]
    for stanza in ours:
        if len(stanza.arguments) != arguments or len(stanza.body) != _WRAPPED_BYTES:
            raise HeaderError(f"a malformed {kind} stanza")
    return ours


def _sized(text: str, size_bytes: int) -> bytes:
    decoded = decode_base64(text.encode("ascii"))
    if len(decoded) != size_bytes:
        raise HeaderError("length of a stanza argument")
    return decoded


def _text(content: bytes) -> str:
    return encode_base64(content).decode("ascii")


def _decode(text: str, prefix: str, size_bytes: int) -> bytes:
    found, content = bech32.decode(text)
    if found != prefix.lower() or len(content) != size_bytes:
        raise bech32.Bech32Error("another kind of key")
    return content


def _x25519_key(secret: bytes, share: bytes, public: bytes) -> bytes:
    return kdf.derive(secret, Age.X25519, salt=share + public)
