# SPDX-License-Identifier: EUPL-1.2
"""What stands on the paper that a recovery code is kept on."""

from dataclasses import dataclass
from datetime import date

from workbench.words import _


@dataclass(frozen=True, slots=True)
class CodeSheet:
    """One code's paper. `number` of `of`: 1 of 1, or one of three."""

    vault: str
    code: str
    number: int
    of: int
    day: date


@dataclass(frozen=True, slots=True)
class SheetText:
    """`code` stands large and by itself; `facts` are (label, value)."""

    title: str
    code: str
    facts: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]


def sheet_text(sheet: CodeSheet) -> SheetText:
    """The words of one sheet, to be printed or written by hand. It names nobody."""
    is_one = sheet.of == 1
    title = _("Recovery code") if is_one else _("Recovery code {number} of {of}")
    return SheetText(
        title=title.format(number=sheet.number, of=sheet.of),
        code=sheet.code,
        facts=(
            (_("Vault number"), sheet.vault),
            (_("Made on"), sheet.day.isoformat()),
        ),
        sentences=(_of_one() if is_one else _of_three()) + _of_any(),
    )


def _of_one() -> tuple[str, ...]:
    return (
        _(
            "Whoever has this code and a copy of the vault can read everything in it, and nothing"
            " in the log tells of it."
        ),
        _("Put this paper in a sealed envelope, in a safe or a locked cabinet of the manager's."),
        _("Not beside the computer, not beside the backups, and never as a photograph."),
    )


def _of_three() -> tuple[str, ...]:
    return (
        _(
            "Two of the three codes together, and a copy of the vault: whoever has them can read"
            " everything in it, and nothing in the log tells of it. One code alone opens nothing."
        ),
        _("Give the three papers to three different people, each in a sealed envelope."),
        _("Locked in, not beside the computer or the backups, and never as a photograph."),
    )


def _of_any() -> tuple[str, ...]:
    return (
        _(
            "It is needed when a passphrase is forgotten: choose Forgotten the passphrase? where"
            " the program asks for it."
        ),
        _("Make a new code when this one was used, seen by somebody else, or cannot be found."),
    )
