# SPDX-License-Identifier: EUPL-1.2
"""What the page about hiding and removing shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ErasedVm:
    """An akt that was removed: what its row says, and the level that was reached."""

    record: str
    number: str
    caption: str
    level: str
    remains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UrgentVm:
    """An urgent exception that nobody has looked at. `may_review`: whether the user here may.

    `is_own`: it was they who acted; what they think of it reaches no backup.
    """

    record: str
    told: str
    why: str
    may_review: bool
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class HiddenVm:
    """A hidden akt of one's own."""

    case: str
    number: str


@dataclass(frozen=True, slots=True)
class ProposalRowVm:
    """A proposal that waits for another day. `is_mine`: it can be opened from here."""

    case: str
    number: str
    caption: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class DeviceVm:
    """Another computer that has held this vault."""

    device: str
    last_seen: str


@dataclass(frozen=True, slots=True)
class HouseErasingVm:
    """The whole page."""

    urgent: tuple[UrgentVm, ...]
    proposals: tuple[ProposalRowVm, ...]
    erased: tuple[ErasedVm, ...]
    hidden: tuple[HiddenVm, ...]
    devices: tuple[DeviceVm, ...]
    own_akter: int


@dataclass(frozen=True, slots=True)
class CertificateVm:
    """A certificate, ready to be read and saved."""

    record: str
    number: str
    pdf: bytes
