# SPDX-License-Identifier: EUPL-1.2
"""What is worth a look, in neutral words: facts to ask about, nothing that accuses anyone."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.services.house.log_entries import LogLine
from workbench.services.house.log_signals import Signal, signals
from workbench.ui.log.telling import Telling
from workbench.ui.writing.voices import name_of
from workbench.words import _, ngettext

_MOST_NUMBERS = 4


@dataclass(frozen=True, slots=True)
class SignalVm:
    """A row: what, who and when; `day` and `who` are what shows its lines."""

    key: str
    title: str
    caption: str
    icon: str
    who: str
    day: str


_ICONS = {
    "many": "cases",
    "night": "clock",
    "carried-out": "send",
    "failed": "lock",
    "older-copy": "history",
    "by-recovery": "file",
    "urgent": "protection",
    "set-back": "clock",
}


def signal_vms(lines: Sequence[LogLine], telling: Telling) -> tuple[SignalVm, ...]:
    """Newest day first."""
    found = sorted(signals(lines), key=lambda signal: signal.day, reverse=True)
    return tuple(_vm(at, signal, telling) for at, signal in enumerate(found))


def _vm(at: int, signal: Signal, telling: Telling) -> SignalVm:
    who = name_of(signal.by, telling.names)
    shown = telling.cases(signal.cases[:_MOST_NUMBERS])
    more = len(signal.cases) - _MOST_NUMBERS
    if more > 0:
        shown = _("{numbers} and {count} more").format(numbers=shown, count=more)
    caption = " · ".join(part for part in (who, signal.day, shown) if part)
    return SignalVm(f"signal-{at}", _title(signal), caption, _ICONS[signal.fact], who, signal.day)


def _title(signal: Signal) -> str:
    count = signal.count
    titles = {
        "many": ngettext(
            "{count} case file opened on one day", "{count} case files opened on one day", count
        ),
        "night": ngettext(
            "{count} case file opened at night", "{count} case files opened at night", count
        ),
        "carried-out": ngettext(
            "{count} time something left: paper, bundle, export or talk",
            "{count} times something left: paper, bundle, export or talk",
            count,
        ),
        "failed": ngettext(
            "{count} wrong passphrase before an unlock",
            "{count} wrong passphrases before an unlock",
            count,
        ),
        "older-copy": _("An older copy of the vault was opened all the same"),
        "by-recovery": _("Unlocked with the recovery code"),
        "urgent": ngettext(
            "{count} urgent exception that nobody has reviewed",
            "{count} urgent exceptions that nobody has reviewed",
            count,
        ),
        "set-back": ngettext(
            "{count} entry after the clock had gone back",
            "{count} entries after the clock had gone back",
            count,
        ),
    }
    return titles[signal.fact].format(count=count)
