# SPDX-License-Identifier: EUPL-1.2
"""What each outcome of each check says to a person, and what to do about it."""

from collections.abc import Callable
from typing import NamedTuple

from workbench.domain.self_checks import Check, Finding
from workbench.words import _, ngettext


class Said(NamedTuple):
    """A sentence, and a remedy where there is something to do."""

    sentence: str
    remedy: str = ""


def title_of(check: Check) -> str:
    """What was looked at."""
    titles: dict[Check, str] = {
        "disk": _("The disk"),
        "swap": _("Memory on the disk"),
        "backup": _("Backup"),
        "drill": _("Practice with the recovery code"),
        "place": _("Where the vault lies"),
        "cipher": _("The encryption of the vault"),
        "clock": _("The clock"),
        "dumps": _("The program's memory"),
        "lock-signals": _("Locks with the computer"),
        "capture": _("Pictures of the screen"),
    }
    return titles[check]


def said_of(finding: Finding) -> Said:
    """The sentence for an outcome, with its facts in it."""
    said = _OF[finding.check]()[finding.how]
    facts: dict[str, str | int] = dict(finding.facts)
    days = facts.get("days")
    if isinstance(days, int):
        facts["ago"] = _ago(days)
    return Said(said.sentence.format_map(facts), said.remedy)


def _ago(days: int) -> str:
    if not days:
        return _("less than a day ago")
    return ngettext("{days} day ago", "{days} days ago", days).format(days=days)


def _disk() -> dict[str, Said]:
    return {
        "encrypted": Said(
            _("The disk is encrypted: a stolen computer that is switched off gives nothing away.")
        ),
        "plain": Said(
            _(
                "The disk does not seem to be encrypted. The vault is, all the same; but papers "
                "saved elsewhere can be read by whoever takes the computer."
            ),
            _(
                "Ask whoever looks after the computer to encrypt the whole disk. "
                "A disk that encrypts itself cannot be recognised here."
            ),
        ),
        "unknown": Said(
            _("Whether the disk is encrypted cannot be seen from here."),
            _(
                "Ask whoever looks after the computer. It is called BitLocker on Windows and "
                "FileVault on a Mac."
            ),
        ),
    }


def _swap() -> dict[str, Said]:
    return {
        "none": Said(_("The computer does not write its memory to the disk.")),
        "protected": Said(_("What the computer writes of its memory to the disk is encrypted.")),
        "plain": Said(
            _(
                "The computer can write memory to the disk without encryption. A text that was "
                "open here could be found there."
            ),
            _(
                "Ask for the whole disk to be encrypted. Until then, switch the computer off "
                "instead of letting it hibernate."
            ),
        ),
        "unknown": Said(
            _("Whether memory is written to the disk in clear cannot be seen from here."),
            _("When the whole disk is encrypted, this is too."),
        ),
    }


def _backup() -> dict[str, Said]:
    remedy = _("Make a copy on another disk, under Backups.")
    return {
        "never": Said(
            _("There is no backup. If this computer breaks or is stolen, everything is gone."),
            remedy,
        ),
        "old": Said(_("The last backup was made {ago}."), remedy),
        "recent": Said(_("The last backup was made {ago}.")),
    }


def _drill() -> dict[str, Said]:
    remedy = _("Practise while nothing is at stake, under Recovery code.")
    return {
        "never": Said(_("Nobody has tried to open a copy with the recovery code."), remedy),
        "old": Said(_("A copy was last opened with the recovery code {ago}."), remedy),
        "recent": Said(_("A copy was last opened with the recovery code {ago}.")),
    }


def _place() -> dict[str, Said]:
    return {
        "local": Said(
            _("The vault lies neither on a network nor in a folder that a cloud copies.")
        ),
        "unsafe": Said(
            _("The vault lies where others copy or reach it: {why}."),
            _(
                "Lock, and have the folder moved to the computer's own disk. "
                "Two copies that are both written to spoil each other."
            ),
        ),
    }


def _cipher() -> dict[str, Said]:
    return {
        "as-they-should": Said(_("The settings of the encryption were read back, and are right.")),
        "changed": Said(
            _("The encryption is not set as it should be: {which}."),
            _(
                "Lock, and start the program again. If it says the same, stop working here and "
                "ask whoever helps you."
            ),
        ),
        "unknown": Said(_("The settings of the encryption cannot be read back here.")),
    }


def _clock() -> dict[str, Said]:
    remedy = _("See that the computer's date and time are right.")
    return {
        "plausible": Said(_("The clock agrees with what was entered last.")),
        "before-entry": Said(
            _("The clock is behind: something was entered at {newest}, which is yet to come."),
            remedy,
        ),
        "before-file": Said(
            _("The clock may be behind: the vault was written at {newest}, which is yet to come."),
            remedy,
        ),
        "far-ahead": Said(
            _("Nothing was entered for {days} days: the vault has rested, or the clock is ahead."),
            remedy,
        ),
    }


def _dumps() -> dict[str, Said]:
    return {
        "on": Said(
            _("Your other programs cannot read this one's memory, and a crash leaves no copy.")
        ),
        "off": Said(
            _("Your other programs can read what this one has in memory."),
            _(
                "Start the program again. If it says the same, "
                "ask whoever looks after the computer."
            ),
        ),
        "unknown": Said(_("Whether other programs can read this one's memory cannot be asked.")),
    }


def _lock_signals() -> dict[str, Said]:
    return {
        "heard": Said(
            _("The vault is locked when the computer is locked, falls asleep or is closed.")
        ),
        "screen-only": Said(
            _("The vault is locked with the screen. Time asleep counts as time untouched.")
        ),
        "none": Said(
            _(
                "This computer does not tell when it is locked or falls asleep. The vault locks "
                "when nobody has touched it for a while; time asleep counts."
            ),
            _("Press Ctrl+L or F12 before you leave the computer."),
        ),
    }


def _capture() -> dict[str, Said]:
    return {
        "impossible": Said(
            _("This system lets no program keep its window out of pictures of the screen."),
            _("Press F11 when somebody looks on, and before you share your screen."),
        ),
        "asked": Said(
            _("The system is asked to leave these windows out of pictures and shared screens."),
            _("It cannot be read back. Take a picture of the screen to see."),
        ),
    }


_OF: dict[Check, Callable[[], dict[str, Said]]] = {
    "disk": _disk,
    "swap": _swap,
    "backup": _backup,
    "drill": _drill,
    "place": _place,
    "cipher": _cipher,
    "clock": _clock,
    "dumps": _dumps,
    "lock-signals": _lock_signals,
    "capture": _capture,
}
