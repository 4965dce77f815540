# SPDX-License-Identifier: EUPL-1.2
"""Ties the services' plain values to the room that seals and opens bundles."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Literal, cast, get_args

from workbench.bundles import cards, records
from workbench.bundles.errors import ManifestError, RevokedSenderError, UnverifiedSenderError
from workbench.bundles.manifest_fields import Basis, Handling, ManifestObject, Purpose
from workbench.bundles.open import OpenedBundle, open_bundle
from workbench.bundles.requests import Addressee, ObjectToSeal, SealRequest, bytes_to_seal
from workbench.bundles.seal import Prepared, seal
from workbench.bundles.senders import Receiver, SenderState
from workbench.bundles.targets import Folder
from workbench.domain.assessments import InstrumentPin
from workbench.domain.clock import Clock
from workbench.domain.disclosures import DOCUMENT, SentObject
from workbench.domain.ids import Ids
from workbench.services.handing_over.exchange import (
    ArrivedObject,
    CardFacts,
    Known,
    OpenedFile,
    Sealed,
    SealedDocument,
    SealNote,
    SealOrder,
    SharedPart,
    SharedRecord,
)
from workbench.services.ports import ExchangeKeys, Staging, StoredCard

_CARD_VALID = timedelta(days=700)
_RECORD_MEDIA = "application/vnd.sb1.record+json"
_PDF_MEDIA = "application/pdf"


class AgeBundles:
    """Satisfies `services.handing_over.exchange.Bundles`."""

    def __init__(self, clock: Clock, ids: Ids) -> None:
        self._clock, self._ids = clock, ids

    def read_card(self, untrusted_content: bytes) -> CardFacts:
        card = cards.read_card(untrusted_content)
        fields = card.fields
        return CardFacts(
            card.id, card.root_hash, fields.org, fields.unit, card.digits, fields.card_seq
        )

    def make_card(self, org: str, unit: str, keys: ExchangeKeys) -> bytes:
        now = self._clock.now()
        return cards.make_card(cards.CardDetails(org, unit, now, now + _CARD_VALID), keys)

    def check_card(self, content: bytes, known: StoredCard | None) -> None:
        if known is not None and known.state == "revoked":
            raise RevokedSenderError(date=known.since[:10])
        before = cards.read_card(known.content) if known is not None else None
        cards.check_import(cards.read_card(content), before, self._clock.now())

    def check_digits(self, content: bytes, typed: str) -> None:
        cards.require_digits(typed, cards.read_card(content))

    def seal(
        self, order: SealOrder, keys: ExchangeKeys, note: Callable[[SealNote], None]
    ) -> Sealed:
        def before_writing(prepared: Prepared) -> None:
            listed = _sent_objects(prepared.manifest.objects)
            note(SealNote(prepared.bundle_id, prepared.manifest_sha256, listed))

        made = seal(
            _request(order), keys, Folder(order.out_dir), self._clock, self._ids, before_writing
        )
        return Sealed(
            made.path, made.bundle_id, made.sha256, made.size, _sent_objects(made.objects)
        )

    def open(
        self,
        path: Path,
        keys: ExchangeKeys,
        known: Known,
        staging: Callable[[], Staging],
    ) -> OpenedFile:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            opened = open_bundle(file, _receiver(keys, known), self._clock, staging)
        return _opened_file(opened, sha256)

    def require_acceptable(self, opened: OpenedFile) -> None:
        if opened.sender_state != SenderState.VERIFIED:
            raise UnverifiedSenderError


def _receiver(keys: ExchangeKeys, known: Known) -> Receiver:
    by_id = {card.card: card for card in known.cards}
    return Receiver(
        mailboxes=keys.mailboxes,
        own_cards=frozenset({known.own_card.card} if known.own_card else ()),
        known_card=lambda _root, card: by_id.get(card),
        accepted=lambda _bundle: None,  # the services say "already known" after every check
        last_seq=known.last_seq,
        newest_seen=known.newest_seen,
        knows_instrument=known.knows_instrument,
    )


def _opened_file(opened: OpenedBundle, file_sha256: str) -> OpenedFile:
    manifest, sender = opened.manifest, opened.sender
    return OpenedFile(
        bundle=manifest.bundle_id,
        sender_card=sender.id,
        sender_root=sender.root_hash,
        sender_org=sender.fields.org,
        sender_unit=sender.fields.unit,
        sender_state=opened.state.value,
        created=manifest.created,
        purpose=manifest.purpose,
        ground=manifest.basis.text,
        seq=manifest.seq,
        case_ref=manifest.case_ref,
        file_sha256=file_sha256,
        record=_shared_record(opened.record),
        objects=tuple(
            ArrivedObject(listed.id, facts)
            for listed, facts in zip(manifest.objects, _sent_objects(manifest.objects), strict=True)
        ),
        warnings=opened.warnings,
        staging=opened.staging,
    )


def _request(order: SealOrder) -> SealRequest:
    return SealRequest(
        sender=cards.read_card(order.own_card.content),
        role=order.role,
        addressees=(Addressee.of(order.recipient),),
        objects=(
            bytes_to_seal(
                "record",
                _RECORD_MEDIA,
                "record.json",
                records.encode_record(_wire_record(order.record)),
                records.SCHEMA,
            ),
            bytes_to_seal("render", _PDF_MEDIA, "rendering.pdf", order.pdf),
            *map(_document, order.documents),
        ),
        purpose=_purpose(order.record.purpose),
        basis=Basis(
            code=order.ground.code,
            text=order.ground.text,
            consent=_consent(order.ground.consent),
            consent_date=order.ground.consent_date,
        ),
        handling=Handling(
            forward="ask",
            print="yes",
            retain_until=order.retain_until.isoformat(),
            protected_identity=order.protects_identity,
        ),
        case_link_key=order.case_link_key,
        seq=order.seq,
        prev=order.prev,
    )


def _document(each: SealedDocument) -> ObjectToSeal:
    """Under its number alone: a title may tell whom it is about."""
    name = f"document-{each.number}"
    return ObjectToSeal(DOCUMENT, each.media, name, lambda: BytesIO(each.read()))


def _wire_record(record: SharedRecord) -> records.Record:
    return records.Record(
        schema=records.SCHEMA,
        purpose=_purpose(record.purpose),
        about=records.About(relation=record.relation, label=record.label),
        parts=tuple(_wire_part(part) for part in record.parts),
        instruments=tuple(
            records.InstrumentUsed(id=pin.id, version=pin.version, sha256=pin.sha256)
            for pin in record.instruments
        ),
        rendered=record.rendered,
    )


def _wire_part(part: SharedPart) -> records.Part:
    return records.Part(
        kind=part.kind,
        id=part.id,
        body=part.body,
        author=records.Author(name_or_role=part.author, unit=part.unit),
        recorded_at=part.recorded_at,
        source=part.source,
    )


def _shared_record(record: records.Record) -> SharedRecord:
    return SharedRecord(
        purpose=record.purpose,
        relation=record.about.relation,
        label=record.about.label,
        parts=tuple(_shared_part(part) for part in record.parts),
        instruments=tuple(InstrumentPin(u.id, u.version, u.sha256) for u in record.instruments),
        rendered=record.rendered,
    )


def _shared_part(part: records.Part) -> SharedPart:
    return SharedPart(
        kind=part.kind,
        id=part.id,
        body=part.body,
        author=part.author.name_or_role,
        unit=part.author.unit,
        recorded_at=part.recorded_at,
        source=part.source,
    )


def _sent_objects(listed: Iterable[ManifestObject]) -> tuple[SentObject, ...]:
    return tuple(SentObject(each.role, each.media, each.sha256, each.size) for each in listed)


def _purpose(text: str) -> Purpose:
    found = [purpose for purpose in get_args(Purpose) if purpose == text]
    if not found:
        raise ManifestError
    return cast("Purpose", found[0])


def _consent(text: str) -> Literal["none", "verbal", "written"]:
    if text == "written":
        return "written"
    return "verbal" if text == "verbal" else "none"
