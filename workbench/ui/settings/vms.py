# SPDX-License-Identifier: EUPL-1.2
"""What Inställningar shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SettingVm:
    """One setting. `value` is what holds now."""

    name: str
    title: str
    caption: str
    label: str
    limits: str
    value: str


@dataclass(frozen=True, slots=True)
class ComputerVm:
    """What holds on this computer: a language, and a size in per cent."""

    language: str
    scale: str


@dataclass(frozen=True, slots=True)
class OrganisationVm:
    """Whose vault it is. `has_card`: this user has to do with contact cards."""

    name: str
    unit: str
    kind: str
    has_card: bool


@dataclass(frozen=True, slots=True)
class SettingsVm:
    """The whole page. `vault`: a sentence about which vault it is. `asks`: of acquaintances."""

    settings: tuple[SettingVm, ...]
    computer: ComputerVm
    organisation: OrganisationVm
    vault: str
    may_change: bool
    asks: bool = False
