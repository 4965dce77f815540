# SPDX-License-Identifier: EUPL-1.2
"""A medium beside a real vault (on the same disk, which only tests and a flag may)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.vault.making import PASSPHRASE, Workplace, writer
from workbench.domain.ids import CaseId
from workbench.services.copies_ports import CopyMade, RestoreTold, Watch
from workbench.vault import restoring
from workbench.vault.restorers import Order
from workbench.vault.restoring import Prepared
from workbench.vault.unlocked import UnlockedVault

TEXTS = ("måndag", "tisdag")
PEACE = Watch()


def medium_of(place: Workplace, name: str = "medium") -> Path:
    folder = place.root / name
    folder.mkdir(exist_ok=True)
    return folder


def copied(place: Workplace, vault: UnlockedVault, name: str = "medium") -> CopyMade:
    """A copy, a minute later than the one before."""
    place.clock.step(minutes=1)
    return vault.copies.make(medium_of(place, name), Watch(place.pulse), allows_same_disk=True)


def akt_with(place: Workplace, vault: UnlockedVault, *texts: str, case=None) -> CaseId:
    """These notes in a new akt or in a given one, which is closed again."""
    akt = writer(place, vault, case)
    akt.enter(*(texts or TEXTS))
    akt.file.close()
    return akt.file.case


def said_in(vault: UnlockedVault, case: CaseId) -> tuple[str, ...]:
    """What the notes of an akt say."""
    akt = vault.open_case(case)
    try:
        return tuple(entry.content()["text"] for entry in akt.entries())
    finally:
        akt.close()


def folder_of(place: Workplace, made: CopyMade, name: str = "medium") -> Path:
    """Where a copy lies."""
    (folder,) = (place.root / name / "varn-copies").iterdir()
    return folder / "generations" / made.copy.generation


def order(place: Workplace, **said) -> Order:
    given = {"medium": place.root / "medium", "target": place.folder, "place": 1}
    return Order(**{**given, "passphrase": PASSPHRASE, **said})


@contextmanager
def prepared(place: Workplace, **said) -> Iterator[Prepared]:
    """A copy put back aside."""
    with restoring.prepared(order(place, **said), place.around, Watch(place.pulse)) as ready:
        yield ready


def restored(place: Workplace, **said) -> RestoreTold:
    """A copy put back, and in its place."""
    with prepared(place, **said) as ready:
        ready.take_over()
    return ready.told


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Stopping:
    """A pulse that stops work at its nth beat, as a lock does."""

    def __init__(self, beats: int, stop: Callable[[], None]) -> None:
        self._left, self._stop = beats, stop

    def __call__(self) -> None:
        self._left -= 1
        if self._left == 0:
            self._stop()
