# SPDX-License-Identifier: EUPL-1.2
"""Single flipped bits in a backup: named when the copy is checked, or when it is put back.

As in `vault_files`, a bit that no reader looks at may flip, but then the copy must tell and hold
what it did before.
"""

from functools import partial
from pathlib import Path

from tests.evidence.campaign import Campaign
from tests.evidence.vault_files import AT_ONCE, Look, Specimen, trial
from tests.vault.backing_up import PEACE, akt_with, copied, medium_of, prepared
from tests.vault.making import Workplace


def with_copy(root: Path) -> Specimen:
    """A closed vault with two akter, and a medium with one copy of it."""
    place = Workplace(root / "copied", cost=AT_ONCE)
    place.root.mkdir(parents=True)
    vault = place.create()
    akt_with(place, vault)
    akt_with(place, vault, "onsdag")
    copied(place, vault)
    vault.close()
    return Specimen.of(place)


def checked(place: Workplace) -> object:
    """Unlock the vault and check the copy: what is told of it.

    Raises:
        WorkbenchError: it is damaged.
    """
    vault = place.unlock()
    try:
        return vault.copies.check(medium_of(place), PEACE)
    finally:
        vault.close()


def put_aside(place: Workplace) -> object:
    """Put the copy back aside, where it is opened and verified: what is told of it.

    Raises:
        WorkbenchError: it is damaged.
    """
    with prepared(place) as ready:
        return ready.told


_COPY, _RING = "medium/varn-copies/*/generations/*/", "medium/varn-copies/*/ring/"
FILES: tuple[tuple[str, str, int, Look], ...] = (
    (_COPY + "register.db", "the register of a copy", 2000, checked),
    (_COPY + "cases/*.db", "an akt of a copy", 3000, checked),
    (_COPY + "manifest", "the list of a copy", 2000, checked),
    (_RING + "cases/*.keys", "the keys of a medium", 1000, put_aside),
    (_RING + "vault.slots", "the slots of a medium", 1000, put_aside),
)
CAMPAIGNS = tuple(
    Campaign(
        f"a flipped bit in {what} is refused, or it reads as before",
        total,
        partial(trial, pattern=pattern, looking=looking, making=with_copy, truly=looking),
        250,
    )
    for pattern, what, total, looking in FILES
)
