# SPDX-License-Identifier: EUPL-1.2
"""What takes long in a vault with a big akt, each of it in a place of its own.

How big is for the caller: a test wants little, `make bench` an akt of 80 MB.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.vault.backing_up import medium_of, prepared
from tests.vault.colleagues import PHRASES, add, nobody, nothing
from tests.vault.damage import flip
from tests.vault.making import CHEAP, Workplace, Writer
from tests.vault.pulses import Gaps
from workbench.domain.ids import CaseId
from workbench.services.copies_ports import Watch
from workbench.vault import cipher
from workbench.vault.returning import recover_vault
from workbench.vault.unlocked import UnlockedVault

_RUN = 500


@dataclass(frozen=True, slots=True)
class Size:
    """Of the akt: attachments of so many bytes each, and entries."""

    attachments: int
    attachment_bytes: int
    entries: int


@dataclass
class BigVault:
    """A vault for two users with one big akt that both can open, and a copy of it on a medium."""

    root: Path
    size: Size
    place: Workplace = field(init=False)
    case: CaseId = field(init=False)

    def __post_init__(self) -> None:
        self.place = Workplace(self.root)
        vault = self.place.create()
        berit = add(vault, roles=("administrator", "practitioner", "exchange"))
        akt = Writer(vault, vault.new_case("2026-0001"), self.place.around)
        self.case = akt.file.case
        for n in range(self.size.attachments):
            content = os.urandom(self.size.attachment_bytes)
            akt.file.append(akt.run([{"text": str(n)}]), attachments={f"{n:064}": content})
        for _run in range(self.size.entries // _RUN):
            akt.file.append(akt.run([{"text": "Ringde. Träff på måndag."}] * _RUN))
        akt.file.close()
        vault.access.grant(self.case, berit, nothing)
        vault.copies.make(medium_of(self.place), Watch(), allows_same_disk=True)
        vault.close()

    def copied(self, root: Path) -> Workplace:
        """The same in a place of its own, in which each may do harm."""
        shutil.copytree(self.root, root, dirs_exist_ok=True)
        place = Workplace(root, "another", self.place.clock, self.place.code)
        place.clock.step(minutes=5)
        return place

    def database(self, place: Workplace) -> Path:
        return place.folder / "cases" / f"{self.case}.db"


@contextmanager
def unlocked(place: Workplace, number: int = 1) -> Iterator[UnlockedVault]:
    vault = place.unlock(PHRASES[number], place=number)
    _begin(place)  # unlocking is a job of its own, and so is closing
    try:
        yield vault
        place.pulse()
    finally:
        vault.close()


def _begin(place: Workplace) -> None:
    if isinstance(place.pulse, Gaps):
        place.pulse.begin()


def _verify(big: BigVault, place: Workplace) -> None:
    with unlocked(place) as vault:
        assert not any(report.why for report in vault.verify())


def _revoke(big: BigVault, place: Workplace) -> None:
    with unlocked(place) as vault:
        berit = next(m.user for m in vault.members() if m.place == 2)
        vault.access.revoke(big.case, berit, nothing, place.pulse)


def _due(big: BigVault, place: Workplace) -> None:
    """The founder loses their place, by who opens the akt next."""
    pulse, place.pulse = place.pulse, nothing
    with unlocked(place) as vault:
        gone = add(vault, 3, phrase="plats tre torsdag granit vinter")
        vault.access.grant(big.case, gone, nothing)
        vault.access.remove_user(gone, nobody, nothing, to_recovery=True)
    place.pulse = pulse


def _open_due(big: BigVault, place: Workplace) -> None:
    with unlocked(place, 2) as vault:
        akt = vault.open_case(big.case)
        assert len(vault.access.rekey_due()) == 0
        akt.close()


def _older(big: BigVault, place: Workplace) -> None:
    """The akt as it was in schema 1."""
    with unlocked(place) as vault:
        files = vault._shelf.files(big.case)
        connection = vault._keychain.connect(big.case, files)
        connection.execute("DROP TABLE link")
        connection.execute("PRAGMA user_version = 1")
        cipher.close_file(connection, name=files.name)


def _migrate(big: BigVault, place: Workplace) -> None:
    with unlocked(place) as vault:
        vault.open_case(big.case).close()


def _copy(big: BigVault, place: Workplace) -> None:
    with unlocked(place) as vault:
        vault.copies.make(medium_of(place), Watch(place.pulse), allows_same_disk=True)


def _check(big: BigVault, place: Workplace) -> None:
    with unlocked(place) as vault:
        vault.copies.check(medium_of(place), Watch(place.pulse))


def _rehearse(big: BigVault, place: Workplace) -> None:
    with unlocked(place) as vault:
        vault.copies.rehearse(medium_of(place), Watch(place.pulse))


def _restore(big: BigVault, place: Workplace) -> None:
    with prepared(place) as ready:
        ready.take_over()


def _damaged(big: BigVault, place: Workplace) -> None:
    flip(big.database(place), big.database(place).stat().st_size // 2)


def _put_back(big: BigVault, place: Workplace) -> None:
    with unlocked(place) as vault:
        vault.copies.put_back(medium_of(place), big.case, Watch(place.pulse))


def _salvage(big: BigVault, place: Workplace) -> None:
    with unlocked(place) as vault:
        vault.copies.salvage(big.case, Watch(place.pulse))


def _drill(big: BigVault, place: Workplace) -> None:
    with unlocked(place) as vault:
        vault.recovery.drill([place.code], place.pulse)


def _come_back(big: BigVault, place: Workplace) -> None:
    recovered = recover_vault(place.folder, [place.code], place.around)
    _begin(place)
    try:
        recovered.seat(recovered.newcomer(1), "en ny fras för den som kom", CHEAP, place.pulse)
    finally:
        recovered.close()


def _sign(big: BigVault, place: Workplace) -> None:
    with unlocked(place) as vault:
        akt = vault.open_case(big.case)
        entries = akt.entries()
        place.pulse()
        assert vault.check_signatures(entries) is None
        place.pulse()
        akt.close()


def _open(big: BigVault, place: Workplace) -> None:
    with unlocked(place) as vault:
        place.pulse()
        akt = vault.open_case(big.case)
        place.pulse()
        akt.close()


def _as_it_is(big: BigVault, place: Workplace) -> None:
    """Nothing more is to be prepared."""


Part = Callable[[BigVault, Workplace], None]

LONG: dict[str, tuple[Part, Part]] = {
    "open": (_as_it_is, _open),
    "verify": (_as_it_is, _verify),
    "check signatures": (_as_it_is, _sign),
    "end a grant": (_as_it_is, _revoke),
    "open with a change of key due": (_due, _open_due),
    "bring to today's format": (_older, _migrate),
    "copy": (_as_it_is, _copy),
    "check a copy": (_as_it_is, _check),
    "rehearse": (_as_it_is, _rehearse),
    "restore": (_as_it_is, _restore),
    "put an akt back": (_damaged, _put_back),
    "read around damage": (_damaged, _salvage),
    "drill": (_as_it_is, _drill),
    "come back by the code": (_as_it_is, _come_back),
}
"""Name → how it is prepared, without a pulse, and the work."""
