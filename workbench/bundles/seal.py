# SPDX-License-Identifier: EUPL-1.2
"""Sealing: sign the manifest, then encrypt all of it straight to the target.

Two steps, because the organisation akt must say what is about to leave before it leaves:
`prepare` decides and signs everything and writes nothing, `write` only writes.
"""

import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from workbench.bundles import inner, profile
from workbench.bundles.card_fields import CardMailbox
from workbench.bundles.card_rules import recipient_key
from workbench.bundles.errors import (
    ManifestError,
    NoMailboxError,
    OwnCardError,
    ReadBackError,
    TargetError,
)
from workbench.bundles.manifest import encode_manifest
from workbench.bundles.manifest_fields import (
    LONGEST_NAME,
    Basis,
    Manifest,
    ManifestObject,
    Recipient,
    Sender,
)
from workbench.bundles.manifest_rules import LONGEST_VALIDITY
from workbench.bundles.requests import Addressee, ObjectToSeal, SealRequest, refuse
from workbench.bundles.strict_json import as_plain
from workbench.bundles.targets import Target
from workbench.crypto import ed25519
from workbench.crypto.labels import Signed
from workbench.crypto.mac import mac
from workbench.domain.clock import Clock, stamp
from workbench.domain.ids import BundleId, Ids
from workbench.domain.quarters import quarter_named
from workbench.services.ports import ExchangeKeys

SUFFIX = ".age"

_NAME_BYTES = 10  # sixteen characters of base32
_ID_BYTES = 16
_RECEIPT_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Prepared:
    """A signed manifest and what it takes to write the file; nothing was written yet."""

    manifest: Manifest
    front: inner.Front
    objects: tuple[ObjectToSeal, ...] = field(repr=False)
    publics: tuple[bytes, ...] = field(repr=False)

    @property
    def bundle_id(self) -> BundleId:
        return BundleId(self.manifest.bundle_id)

    @property
    def manifest_sha256(self) -> str:
        """What the next manifest of the stream says in `prev`."""
        return hashlib.sha256(self.front.manifest).hexdigest()


@dataclass(frozen=True, slots=True)
class SealedBundle:
    """A file that was written and read back. `sha256` and `size` are those of the file."""

    path: Path
    bundle_id: BundleId
    sha256: str
    size: int
    objects: tuple[ManifestObject, ...]


def seal(
    request: SealRequest,
    keys: ExchangeKeys,
    target: Target,
    clock: Clock,
    ids: Ids,
    note: Callable[[Prepared], None] = lambda _: None,
) -> SealedBundle:
    """Prepare, let `note` make it durable that this bundle exists, write.

    Raises:
        BundleError: as `prepare` and `write`.
    """
    prepared = prepare(request, keys, clock, ids)
    note(prepared)
    return write(prepared, target, ids)


def prepare(request: SealRequest, keys: ExchangeKeys, clock: Clock, ids: Ids) -> Prepared:
    """Refuse, or decide and sign.

    Raises:
        BundleError: SB-60 to SB-64, and SB-21 to SB-24 for a request that no reader would take.
    """
    now = clock.now()
    refuse(request, now)
    if ed25519.public_key(keys.sign_seed) not in request.sender.signing_keys(now.date()):
        raise OwnCardError
    mailboxes = [_mailbox(addressee, now) for addressee in request.addressees]
    manifest_bytes = encode_manifest(manifest := _manifest(request, mailboxes, now, ids))
    signature = ed25519.sign(keys.sign_seed, ed25519.pae(Signed.MANIFEST, manifest_bytes))
    front = inner.Front(manifest_bytes, inner.signature_block(signature))
    publics = tuple(recipient_key(mailbox.recipient) for mailbox in mailboxes)
    if len(set(publics)) < len(publics):
        raise ManifestError  # two cards with one key: nobody could say for whom it was
    return Prepared(manifest, front, request.objects, publics)


def write(prepared: Prepared, target: Target, ids: Ids) -> SealedBundle:
    """Write the file under a random name and read it back.

    Raises:
        BundleError: SB-71 (no file can be made there), SB-70 (it was not stored as written),
            SB-25 or SB-26 (an object changed since `prepare`). No file is then left.
    """
    name = base64.b32encode(ids.random_bytes(_NAME_BYTES)).decode("ascii").lower() + SUFFIX
    try:
        file = target.create(name)
    except OSError:
        raise TargetError from None
    is_whole = False
    try:
        sha256, size = _write_and_check(prepared, target, name, file, ids)
        is_whole = True
    except OSError:
        raise ReadBackError from None
    finally:
        if not is_whole:
            _take_back(target, name)
    return SealedBundle(
        target.path(name), prepared.bundle_id, sha256, size, prepared.manifest.objects
    )


def _write_and_check(
    prepared: Prepared, target: Target, name: str, file: BinaryIO, ids: Ids
) -> tuple[str, int]:
    written = _Hashed(file)
    with file:
        _write_age(prepared, written, ids)
    target.settle(name)
    with target.read_back(name) as stored:
        if _digest(stored)[0] != written.digest.hexdigest():
            raise ReadBackError
    return written.digest.hexdigest(), written.size


def _write_age(prepared: Prepared, out: "_Hashed", ids: Ids) -> None:
    sealing = profile.hybrid_writer(cast("BinaryIO", out), prepared.publics, ids.random_bytes)
    inner.write_front(sealing.write, prepared.front)
    for listed, to_seal in zip(prepared.manifest.objects, prepared.objects, strict=True):
        with to_seal.open() as source:
            inner.copy_object(source, sealing.write, listed)
    end = prepared.front.size + prepared.manifest.objects_size
    inner.write_padding(sealing.write, end)
    sealing.finish()


def _take_back(target: Target, name: str) -> None:
    try:
        target.remove(name)
    except OSError:
        return  # the stick failed, and fails again: what is left is cut and opens nowhere


class _Hashed:
    """A file that remembers the hash and the number of the bytes it took."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()
        self.size = 0

    def write(self, content: bytes) -> int:
        taken = self._file.write(content)
        self.digest.update(memoryview(content)[:taken])
        self.size += taken
        return taken


def _mailbox(addressee: Addressee, now: datetime) -> CardMailbox:
    mailbox = addressee.card.mailbox(now.date())
    if mailbox is None:
        raise NoMailboxError
    return mailbox


def _manifest(
    request: SealRequest, mailboxes: Sequence[CardMailbox], now: datetime, ids: Ids
) -> Manifest:
    sender = request.sender
    recipients = [
        Recipient(card=addressee.card.id, epoch=mailbox.epoch, why=addressee.why)
        for addressee, mailbox in zip(request.addressees, mailboxes, strict=True)
    ]
    return Manifest(
        fmt="sb1",
        suite="ed25519",
        kind="transfer",
        bundle_id=ids.random_bytes(_ID_BYTES).hex(),
        created=stamp(now),
        not_after=stamp(_not_after(now, mailboxes)),
        seq=request.seq,
        prev=request.prev,
        sender=Sender(
            card=sender.id,
            root=sender.root_hash,
            unit=sender.fields.unit,
            role=as_plain(request.role, most=LONGEST_NAME),
        ),
        recipients=tuple(sorted(recipients, key=lambda recipient: recipient.card)),
        case_ref=_case_ref(request),
        purpose=request.purpose,
        basis=_plain_basis(request.basis),
        handling=request.handling,
        receipt_key=ids.random_bytes(_RECEIPT_KEY_BYTES).hex(),
        log="",
        objects=tuple(_listed(n, o) for n, o in enumerate(request.objects, start=1)),
        attach_card=any(to_seal.role == "card" for to_seal in request.objects),
        revocations=(),
        ext={},
    )


def _not_after(now: datetime, mailboxes: Sequence[CardMailbox]) -> datetime:
    """Sixty days, and never past the day on which a key that opens the file dies."""
    deaths = [
        datetime.combine(quarter_named(mailbox.epoch).key_dies, time(), UTC)
        for mailbox in mailboxes
    ]
    return min([now + LONGEST_VALIDITY, *deaths])


def _case_ref(request: SealRequest) -> str:
    """The case's name towards exactly these receivers; others cannot join on it."""
    roots = sorted(bytes.fromhex(to.card.root) for to in request.addressees if to.why == "to")
    return mac(request.case_link_key, b"".join(roots)).hex()


def _plain_basis(basis: Basis) -> Basis:
    """A legal ground is never cut: too long a text is refused."""
    return msgspec.structs.replace(basis, text=as_plain(basis.text, has_lines=True))


def _listed(number: int, to_seal: ObjectToSeal) -> ManifestObject:
    with to_seal.open() as source:
        sha256, size = _digest(source)
    return ManifestObject(
        id=number,
        role=to_seal.role,
        media=to_seal.media,
        name=as_plain(to_seal.name, most=LONGEST_NAME),
        size=size,
        sha256=sha256,
        schema=to_seal.schema,
    )


def _digest(source: BinaryIO) -> tuple[str, int]:
    """SHA-256 and length of what is left to read."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(inner.CHUNK_BYTES):
        digest.update(chunk)
        size += len(chunk)
    return digest.hexdigest(), size
