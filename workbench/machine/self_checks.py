# SPDX-License-Identifier: EUPL-1.2
"""Look at the computer and say what was found. What cannot be read is told as unknown.

Nothing is started and nothing is sent: files of the kernel are read, and two calls ask about this
process. What the vault and the window know is told in `Told`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from workbench.domain.self_checks import Finding, State
from workbench.machine import capture, hardening
from workbench.machine.swapping import swap_of
from workbench.machine.volumes import System, cover_of_folder

BACKUP_DAYS, DRILL_DAYS = 7, 90
RESTED_DAYS = 60
_ENTRY_SLACK = timedelta(minutes=10)
"""A second laptop's clock may go a little before ours."""
_FILE_SLACK = timedelta(days=1)
_DAY = timedelta(days=1)

_TELL_OF_SLEEP = frozenset({"login1", "windows"})
_OF_COVER: dict[str, State] = {"encrypted": "good", "plain": "duty", "unknown": "unknown"}
_OF_SWAP: dict[str, State] = {
    "none": "good",
    "protected": "good",
    "plain": "duty",
    "unknown": "unknown",
}
_OF_BLOCK: dict[str, State] = {"on": "good", "off": "danger", "unknown": "unknown"}


@dataclass(frozen=True, slots=True)
class Told:
    """What others know. Moments are aware.

    `last_worked`: when the organisation akt got its newest entry at least a day ago.
    `newest_file`: when a file of the vault was last written, as the disk says.
    `unsafe`: why the vault must not lie where it lies, "" when it may.
    `changed_settings`: what SQLCipher reads back differently; None when nobody could ask.
    `lock_signals`: where the system's own lock is heard from.
    """

    folder: Path
    now: datetime
    last_backup: datetime | None = None
    last_drill: datetime | None = None
    newest_entry: datetime | None = None
    last_worked: datetime | None = None
    newest_file: datetime | None = None
    unsafe: str = ""
    changed_settings: Sequence[str] | None = None
    lock_signals: Sequence[str] = ()
    system: System = field(default_factory=System)


def run_checks(told: Told) -> tuple[Finding, ...]:
    """Every check, in the order in which a person should read them."""
    return (
        _disk(told),
        _swap(told),
        _aged("backup", told.last_backup, told.now, BACKUP_DAYS),
        _aged("drill", told.last_drill, told.now, DRILL_DAYS),
        _place(told),
        _cipher(told),
        _clock(told),
        _dumps(),
        _lock_signals(told),
        _capture(),
    )


def _disk(told: Told) -> Finding:
    cover = cover_of_folder(told.folder, told.system)
    return Finding("disk", _OF_COVER[cover], cover)


def _swap(told: Told) -> Finding:
    swap = swap_of(told.system)
    return Finding("swap", _OF_SWAP[swap], swap)


def _dumps() -> Finding:
    block = hardening.dump_block()
    return Finding("dumps", _OF_BLOCK[block], block)


def _capture() -> Finding:
    """That it was asked for is all that can be known: no system reads it back."""
    if capture.can_block_capture():
        return Finding("capture", "unknown", "asked")
    return Finding("capture", "unknown", "impossible")


def _lock_signals(told: Told) -> Finding:
    if not told.lock_signals:
        return Finding("lock-signals", "duty", "none")
    is_whole = not _TELL_OF_SLEEP.isdisjoint(told.lock_signals)
    return Finding("lock-signals", "good", "heard" if is_whole else "screen-only")


def _aged(
    check: Literal["backup", "drill"], last: datetime | None, now: datetime, most_days: int
) -> Finding:
    if last is None:
        return Finding(check, "duty", "never")
    days = max((now - last) // _DAY, 0)
    is_old = now - last > timedelta(days=most_days)
    return Finding(
        check, "duty" if is_old else "good", "old" if is_old else "recent", {"days": days}
    )


def _place(told: Told) -> Finding:
    if told.unsafe:
        return Finding("place", "danger", "unsafe", {"why": told.unsafe})
    return Finding("place", "good", "local")


def _cipher(told: Told) -> Finding:
    if told.changed_settings is None:
        return Finding("cipher", "unknown", "unknown")
    if told.changed_settings:
        return Finding("cipher", "danger", "changed", {"which": ", ".join(told.changed_settings)})
    return Finding("cipher", "good", "as-they-should")


def _clock(told: Told) -> Finding:
    """Set back: something is newer than now. Far ahead: nobody has worked for long."""
    now = told.now
    if told.newest_entry is not None and told.newest_entry > now + _ENTRY_SLACK:
        return Finding("clock", "danger", "before-entry", {"newest": _minute(told.newest_entry)})
    if told.newest_file is not None and told.newest_file > now + _FILE_SLACK:
        return Finding("clock", "duty", "before-file", {"newest": _minute(told.newest_file)})
    if told.last_worked is not None and now - told.last_worked > timedelta(days=RESTED_DAYS):
        return Finding("clock", "duty", "far-ahead", {"days": (now - told.last_worked) // _DAY})
    return Finding("clock", "good", "plausible")


def _minute(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
