# SPDX-License-Identifier: EUPL-1.2
"""Opening, strictly in the order of the format: nothing is read before what it rests on holds.

Header and keys, prefix and manifest, sender, signature, addressee, time, replay, objects,
record. What is decrypted goes to the staging place only, and any failure drops that.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from workbench.bundles import inner, profile, senders
from workbench.bundles.cards import Card
from workbench.bundles.errors import (
    BundleError,
    NewerFormatError,
    NoKeyOpensError,
    RecordError,
    UnverifiedSenderError,
)
from workbench.bundles.manifest import read_manifest
from workbench.bundles.manifest_fields import Manifest
from workbench.bundles.records import SCHEMA, Record, read_record, unknown_instruments
from workbench.bundles.senders import Receiver, SenderState
from workbench.domain.clock import Clock
from workbench.services.ports import Staging

NewStaging = Callable[[], Staging]


@dataclass(frozen=True, slots=True)
class OpenedBundle:
    """A bundle that held in every respect. Its objects are in `staging` by their ids.

    `warnings` are errors with code and facts that are shown and stop nothing: SB-36, SB-42,
    SB-50.
    """

    manifest: Manifest
    manifest_bytes: bytes
    sender: Card
    state: SenderState
    record: Record
    staging: Staging
    warnings: tuple[BundleError, ...]


@dataclass(frozen=True, slots=True)
class _Trusted:
    """What is known once the signature and everything that rests on it held."""

    manifest: Manifest
    front: inner.Front
    sender: Card
    state: SenderState
    gap: BundleError | None


def open_bundle(
    untrusted_file: BinaryIO, receiver: Receiver, clock: Clock, new_staging: NewStaging
) -> OpenedBundle:
    """Open a bundle of profile H that was made for us. An unverified sender's is quarantined.

    Raises:
        BundleError: every code from SB-01 to SB-50 except the warnings. Nothing is then left.
    """
    boxes = receiver.usable_mailboxes(clock.today())
    opened = profile.open_bundle(untrusted_file, [box.seed for box in boxes])
    if opened.seed is None:
        raise NoKeyOpensError
    trusted = _check_front(opened.payload, receiver, boxes[opened.seed].epoch, clock)
    staging = new_staging()
    try:
        record = _stage(opened.payload, trusted, staging)
    except BaseException:  # also when a person stops it: nothing decrypted may stay
        staging.drop()
        raise
    return OpenedBundle(
        manifest=trusted.manifest,
        manifest_bytes=trusted.front.manifest,
        sender=trusted.sender,
        state=trusted.state,
        record=record,
        staging=staging,
        warnings=_warnings(trusted, record, receiver),
    )


def require_acceptable(opened: OpenedBundle) -> None:
    """Refuse to let an unverified sender's bundle out of quarantine.

    Raises:
        UnverifiedSenderError: SB-36.
    """
    if opened.state is not SenderState.VERIFIED:
        raise UnverifiedSenderError


def _check_front(payload: inner.Source, receiver: Receiver, epoch: str, clock: Clock) -> _Trusted:
    front = inner.read_front(payload)
    manifest = read_manifest(front.manifest)
    signature = inner.read_signature(front.signatures)
    sender, state = senders.find_sender(manifest, receiver)
    senders.check_signature(sender, manifest, front.manifest, signature)
    senders.check_addressed(manifest, receiver, epoch)
    if manifest.kind != "transfer":
        raise NewerFormatError  # receipts, revocations and cards are kinds of a later version
    senders.check_time(manifest, receiver, clock.now())
    senders.check_replay(manifest, receiver)
    gap = senders.find_gap(manifest, receiver, sender)
    return _Trusted(manifest, front, sender, state, gap)


def _stage(payload: inner.Source, trusted: _Trusted, staging: Staging) -> Record:
    for listed in trusted.manifest.objects:
        inner.copy_object(payload, partial(staging.write, listed.id), listed)
    inner.read_padding(payload, trusted.front.size + trusted.manifest.objects_size)
    if trusted.manifest.record.schema != SCHEMA:
        raise RecordError
    record = read_record(staging.read(trusted.manifest.record.id))
    _check_matches(record, trusted.manifest)
    return record


def _check_matches(record: Record, manifest: Manifest) -> None:
    """The record speaks of this bundle: its purpose, and the PDF that lies beside it."""
    renders = [listed.sha256 for listed in manifest.objects if listed.role == "render"]
    if record.purpose != manifest.purpose:
        raise RecordError
    if record.rendered not in (renders or [""]):
        raise RecordError


def _warnings(trusted: _Trusted, record: Record, receiver: Receiver) -> tuple[BundleError, ...]:
    warnings: list[BundleError] = []
    if trusted.state is not SenderState.VERIFIED:
        warnings.append(UnverifiedSenderError())
    if trusted.gap is not None:
        warnings.append(trusted.gap)
    if unknown_instruments(record, receiver.knows_instrument):
        warnings.append(RecordError())
    return tuple(warnings)
