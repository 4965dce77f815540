# SPDX-License-Identifier: EUPL-1.2
"""What this installation has seen in a later state: named, and gone on from only when said so."""

from workbench.domain.ids import VaultId
from workbench.vault import register, slots
from workbench.vault.inside import Inside
from workbench.vault.installation import Installation
from workbench.vault.register import Register
from workbench.vault.seen_heads import SeenHeads
from workbench.vault.slots import SlotsBody


def older_than_seen(
    installation: Installation, body: SlotsBody, opened: Register
) -> tuple[str, ...]:
    """The files of the vault itself that were seen here in a later state."""
    seen = installation.seen(VaultId(body.vault))
    if seen is None:
        return ()
    is_older = {
        slots.FILE: seen.generation > body.generation,
        register.FILE: seen.revision > opened.revision(),
    }
    return tuple(name for name, older in is_older.items() if older)


def take_as_it_is(inside: Inside) -> None:
    """Name every akt that had come farther when it was last open here; then go on from it."""
    shelf, seen = inside.shelf, SeenHeads(inside.installation, inside.vault)
    behind = (
        inside.layout.case(row.case).name
        for row in inside.register.rows()
        if (known := seen.of(row.case)) is not None and known.count > row.tail.count
    )
    inside.coming_in = inside.coming_in.over(*behind)
    seen.give_up()
    shelf.seen, shelf.takes_older_house = seen, True
