# SPDX-License-Identifier: EUPL-1.2
"""Versions of records become entries: hashed, chained to what stands before them, signed."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.ids import CaseId, EntryId, Ids
from workbench.domain.journal import (
    SALT_BYTES,
    Entry,
    Header,
    RecordVersion,
    hash_body,
    hash_header,
)
from workbench.services.ports import Vault
from workbench.services.records import bodies
from workbench.services.second_ports import CoSigner


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes, in which akt, and when."""

    vault: Vault
    ids: Ids
    case: CaseId
    at: str

    def entries(
        self, versions: Sequence[RecordVersion], head: EntryId | None, cosigner: CoSigner | None
    ) -> list[Entry]:
        """Each the child of the one before, the first of `head`; nothing is stored."""
        sealed: list[Entry] = []
        for version in versions:
            entry = self._entry(version, (head,) if head is not None else (), cosigner)
            sealed.append(entry)
            head = entry.id
        return sealed

    def _entry(
        self, version: RecordVersion, parents: tuple[EntryId, ...], cosigner: CoSigner | None
    ) -> Entry:
        salt, body = self.ids.random_bytes(SALT_BYTES), bodies.encode(version.body)
        header = Header(
            vault=self.vault.vault,
            case=self.case,
            kind=version.kind,
            record=version.record,
            author=self.vault.signer.user,
            device=self.vault.device,
            recorded_at=self.at,
            supersedes=version.supersedes,
            parents=parents,
            body_hash=hash_body(salt, body),
            cosigners=(cosigner.user,) if cosigner is not None else (),
        )
        header_bytes = header.to_bytes()
        signature = self.vault.signer.sign_entry(header_bytes)
        beside = (cosigner.sign_entry(header_bytes),) if cosigner is not None else ()
        id_ = hash_header(header_bytes)
        return Entry(id_, header, header_bytes, signature, salt, body, beside)
