# SPDX-License-Identifier: EUPL-1.2
"""What a manifest must keep besides the types of its fields."""

import hashlib
import re
from datetime import date, timedelta

from workbench.bundles.errors import (
    ManifestError,
    ObjectNumbersError,
    RecordCountError,
)
from workbench.bundles.manifest_fields import CARD_MEDIA, RECORD_MEDIA, Basis, Manifest
from workbench.bundles.strict_json import encode
from workbench.crypto.labels import PASSPHRASE_RECIPIENT
from workbench.domain.clock import moment

LONGEST_VALIDITY = timedelta(days=60)
MOST_BUNDLE_BYTES = 256 * 1024 * 1024
MOST_RECORD_BYTES = 4 * 1024 * 1024
MOST_EXT_BYTES = 64 * 1024

_REVERSE_DNS = re.compile(r"[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+")
_PASSPHRASE = "passphrase"  # noqa: S105  a word of the format


def check(manifest: Manifest) -> None:
    """Refuse what the types let through.

    Raises:
        BundleError: SB-21, SB-23 (object ids), SB-24 (number of records).
    """
    try:
        holds = (
            _times_hold(manifest)
            and _recipients_hold(manifest)
            and _consent_holds(manifest.basis)
            and _cards_hold(manifest)
            and _sizes_hold(manifest)
            and _ext_holds(manifest)
        )
    except ValueError:
        raise ManifestError from None
    if not holds:
        raise ManifestError
    _check_objects(manifest)


def passphrase_recipient(bundle_id: str) -> str:
    """What stands for a receiver who has a passphrase and no card."""
    return hashlib.sha256(PASSPHRASE_RECIPIENT + bundle_id.encode("ascii")).hexdigest()


def _check_objects(manifest: Manifest) -> None:
    if [listed.id for listed in manifest.objects] != [*range(1, len(manifest.objects) + 1)]:
        raise ObjectNumbersError
    records = [listed for listed in manifest.objects if listed.role == "record"]
    if len(records) != (1 if manifest.kind == "transfer" else 0):
        raise RecordCountError
    if any(listed.media != RECORD_MEDIA for listed in records):
        raise ManifestError


def _times_hold(manifest: Manifest) -> bool:
    created, not_after = moment(manifest.created), moment(manifest.not_after)
    date.fromisoformat(manifest.handling.retain_until)
    return created < not_after <= created + LONGEST_VALIDITY


def _recipients_hold(manifest: Manifest) -> bool:
    cards = [recipient.card for recipient in manifest.recipients]
    if cards != sorted(set(cards)):
        return False
    if all(recipient.why != _PASSPHRASE for recipient in manifest.recipients):
        return all(recipient.epoch for recipient in manifest.recipients)
    only = manifest.recipients[0]
    return cards == [passphrase_recipient(manifest.bundle_id)] and only.epoch == ""


def _consent_holds(basis: Basis) -> bool:
    if basis.consent == "none":
        return basis.consent_date == ""
    date.fromisoformat(basis.consent_date)
    return True


def _cards_hold(manifest: Manifest) -> bool:
    cards = [listed for listed in manifest.objects if listed.role == "card"]
    if len(cards) != (1 if manifest.attach_card else 0):
        return False
    return all((x.media == CARD_MEDIA) == (x.role == "card") for x in manifest.objects)


def _sizes_hold(manifest: Manifest) -> bool:
    records = [listed.size for listed in manifest.objects if listed.role == "record"]
    return manifest.objects_size <= MOST_BUNDLE_BYTES and max(records, default=0) <= (
        MOST_RECORD_BYTES
    )


def _ext_holds(manifest: Manifest) -> bool:
    if not all(_REVERSE_DNS.fullmatch(name) for name in manifest.ext):
        return False
    return len(encode(manifest.ext)) <= MOST_EXT_BYTES
