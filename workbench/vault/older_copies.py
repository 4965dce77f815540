# SPDX-License-Identifier: EUPL-1.2
"""What this installation has seen in a later state: named, and gone on from only when said so."""

from workbench.domain.ids import VaultId
from workbench.vault import known_lists, register, slots
from workbench.vault.inside import Inside
from workbench.vault.known_lists import KnownBy
from workbench.vault.seen_heads import SeenHeads
from workbench.vault.slots import SlotsBody


def older_than_seen(by: KnownBy, body: SlotsBody) -> tuple[str, ...]:
    """The files of the vault itself that were seen in a later state, here or by who unlocks.

    Raises:
        SlotsNotSignedError: the list of users is no older copy, but somebody's own.
    """
    older, seen = known_lists.older_than_known(by, body), by.installation.seen(VaultId(body.vault))
    if seen is not None:
        is_older = {
            slots.FILE: seen.generation > body.generation,
            register.FILE: seen.revision > by.register.revision(),
        }
        older = (*(name for name, is_ in is_older.items() if is_), *older)
    return tuple(dict.fromkeys(older))


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
    known_lists.remember(inside.installation, known_lists.as_known(inside.body))
    shelf.seen, shelf.takes_older_house = seen, True
