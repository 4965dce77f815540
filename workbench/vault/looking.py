# SPDX-License-Identifier: EUPL-1.2
"""A copy that was just written, looked at file by file: the bytes, then what they hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.services.copies_ports import Watch
from workbench.services.jobs import Pulse
from workbench.vault import reading, register
from workbench.vault.carrying import Carried, Carrier
from workbench.vault.errors import DamagedCopyError, MediumError
from workbench.vault.inside import Inside
from workbench.vault.layout import FilePair
from workbench.vault.reading import Looking
from workbench.vault.register import Tail


@dataclass(frozen=True, slots=True)
class Wanted:
    """An akt: how far the register heard that it goes; its keys, none if they are another's."""

    case: CaseId
    heard: Tail
    keys: tuple[bytearray, ...]


@dataclass(frozen=True, slots=True)
class CopyLook:
    """Looks at one file after the other, on a thread of its own: copies only, never the vault."""

    inside: Inside
    part: Path
    wanted: Mapping[str, Wanted]
    carried: Mapping[str, Carried]

    def at(self, name: str, pulse: Pulse) -> Tail | None:
        """Where an akt ends in the copy; None for what is not opened, or does not open.

        Raises:
            DamagedCopyError: the bytes are not those that were written.
        """
        if Carrier(Watch(pulse), 0).read_back(self.part / name) != self.carried[name]:
            raise DamagedCopyError(file=name)
        if name == register.FILE and not self.part.joinpath(name + reading.WAL).exists():
            reading.revision_of(self.part / name, self.inside.register_keys, self.inside.vault)
        akt = self.wanted.get(name)
        return self._tail(name, akt, pulse) if akt is not None and akt.keys else None

    def _tail(self, name: str, akt: Wanted, pulse: Pulse) -> Tail | None:
        files = FilePair(self.part / name, self.part, name)
        try:
            return looking_as(self.inside, Watch(pulse)).counted(
                akt.case, files, akt.keys, akt.heard.head
            )
        except MediumError:
            raise
        except WorkbenchError:
            return None


def looking_as(inside: Inside, watch: Watch) -> Looking:
    """This user, looking into a copy."""
    return Looking(
        inside.keychain,
        inside.layout.incoming,
        CaseId(inside.body.house),
        lambda: reading.to_scratch(watch),
        watch.pulse,
    )
