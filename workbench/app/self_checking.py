# SPDX-License-Identifier: EUPL-1.2
"""The self-checks tied to a vault: what the organisation akt, the files and SQLCipher say."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from workbench.domain.backups import BackupMade, Drilled
from workbench.domain.clock import moment, stamp
from workbench.domain.self_checks import Finding
from workbench.machine.self_checks import Told, run_checks
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt
from workbench.vault import places
from workbench.vault.casefile import OpenCase
from workbench.vault.errors import UnsafePlaceError

_A_WORKING_DAY_AGO = timedelta(days=1)
_WRITTEN = ("*.slots", "*.db", "*.keys", "cases/*.db", "cases/*.keys")


def look_at_computer(
    folder: Path, lock_signals: Callable[[], Sequence[str]]
) -> Callable[[Desk], tuple[Finding, ...]]:
    """The checks for a vault in `folder`. `lock_signals`: where the system's lock is heard from."""
    return lambda desk: run_checks(told(desk, folder, lock_signals()))


def told(desk: Desk, folder: Path, lock_signals: Sequence[str] = ()) -> Told:
    """What others than the machine know, as it stands now."""
    now = desk.clock.now()
    entered = [entry.header.recorded_at for entry in desk.house.file.entries()]
    long_ago = stamp(now - _A_WORKING_DAY_AGO)
    return Told(
        folder=folder,
        now=now,
        last_backup=_newest_of(desk.house, BackupMade),
        last_drill=_newest_of(desk.house, Drilled),
        newest_entry=_newest(entered),
        last_worked=_newest([at for at in entered if at <= long_ago]),
        newest_file=max(_written(folder, now), default=None),
        unsafe=_unsafe(folder),
        changed_settings=_changed_settings(desk.house),
        lock_signals=lock_signals,
    )


def _newest_of(house: Akt, kind: type[BackupMade] | type[Drilled]) -> datetime | None:
    return _newest([made.recorded_at for made in house.all(kind)])


def _newest(stamps: Sequence[str]) -> datetime | None:
    """Stamps have one spelling, in which the later one sorts last."""
    return moment(max(stamps)) if stamps else None


def _written(folder: Path, now: datetime) -> Iterator[datetime]:
    """When the vault's files were written; one that is just being replaced is passed over."""
    for pattern in _WRITTEN:
        for path in folder.glob(pattern):
            try:
                yield datetime.fromtimestamp(path.stat().st_mtime, now.tzinfo)
            except FileNotFoundError:
                continue


def _unsafe(folder: Path) -> str:
    try:
        places.refuse_unsafe(folder)
    except UnsafePlaceError as error:
        return str(error.facts.get("why", "?"))
    return ""


def _changed_settings(house: Akt) -> tuple[str, ...] | None:
    return house.file.changed_settings() if isinstance(house.file, OpenCase) else None
