# SPDX-License-Identifier: EUPL-1.2
"""Entry headers read fast: what `domain.journal.read_header` reads, at a fifth of its time.

Opening an akt parses thousands of them. The tests hold the two readers against each other.
"""

from typing import Literal

import msgspec

from workbench.domain.ids import CaseId, DeviceId, EntryId, RecordId, UserId, VaultId
from workbench.domain.journal import Header, MalformedEntryError


class _Fields(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    fmt: Literal["varn.entry/1"]
    vault: VaultId
    case: CaseId
    kind: str
    record: RecordId
    author: UserId
    device: DeviceId
    recorded_at: str
    supersedes: tuple[EntryId, ...]
    parents: tuple[EntryId, ...]
    body_hash: str
    cosigners: tuple[UserId, ...]


_DECODER = msgspec.json.Decoder(_Fields)


def read_header(untrusted_bytes: bytes) -> Header:
    """Parse header bytes.

    Raises:
        MalformedEntryError: not the fields of the format, each of its type.
    """
    try:
        read = _DECODER.decode(untrusted_bytes)
    except ValueError:  # not JSON, other fields, or not UTF-8
        raise MalformedEntryError("not the fields of the format") from None
    return Header(
        read.vault,
        read.case,
        read.kind,
        read.record,
        read.author,
        read.device,
        read.recorded_at,
        read.supersedes,
        read.parents,
        read.body_hash,
        read.cosigners,
    )
