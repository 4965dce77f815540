# SPDX-License-Identifier: EUPL-1.2
"""A drill on a backup: what would be left if the computer were gone, opened with recovery alone."""

from collections.abc import Sequence
from pathlib import Path

from workbench.services.copies_ports import Watch
from workbench.services.jobs import Pulse
from workbench.services.recovery_ports import Drill
from workbench.vault import carrying, drill, durable, medium, recovering, slots
from workbench.vault.errors import NoCopyError
from workbench.vault.inside import Inside
from workbench.vault.refilling import Refill


def try_out(inside: Inside, chosen: Path, typed: Sequence[str], pulse: Pulse) -> Drill:
    """Fill a folder beside the vault from the newest copy, as a restore would, and drill on that.

    The medium is only read. The codes are those of the medium's last visit.

    Raises:
        NoCopyError, DamagedCopyError, MediumError, NoRoomError; what `drill.try_out` raises.
    """
    found = medium.find(chosen, inside.vault)
    if found is None:
        raise NoCopyError
    manifest = found.manifest(found.newest(), inside.keychain.members)
    recovering.secrets_of(slots.read(found.ring, smallest_kib=1), typed).wipe()
    with drill.aside(inside.layout.folder, inside.vault, of=drill.OF_MEDIUM) as filled:
        members, erasures = inside.keychain.members, inside.shelf.erasures
        refill = Refill(found, manifest, filled, members, erasures, Watch(pulse))
        refill.run()
        refill.require_whole(inside.register.own.numbers())
        with carrying.on_medium():
            listed = (found.ring / slots.FILE).read_bytes()
        durable.write_new(filled.folder / slots.FILE, listed)
        return drill.try_out(filled, typed, pulse)
