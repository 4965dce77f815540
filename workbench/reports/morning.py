# SPDX-License-Identifier: EUPL-1.2
"""The report of the morning on paper: by room, short lines that can be read aloud."""

from typing import BinaryIO

from workbench.reports.blocks import field, heading, note, title
from workbench.reports.in_house import write_for_staff
from workbench.reports.sheet import Sheet
from workbench.reports.voice import Voice
from workbench.services.documents import MorningDocument, RoomPart
from workbench.words import Language


def write_morning(document: MorningDocument, *, language: Language, out: BinaryIO) -> None:
    """Write the PDF. Same report in, same bytes out."""
    sheet = morning_strips(document, language)
    write_for_staff(
        sheet,
        sheet.say("Morning report"),
        out,
        program=document.program,
        prepared_at=document.prepared_at,
    )


def morning_strips(document: MorningDocument, language: Language) -> Sheet:
    """All that the paper says, not yet on pages."""
    sheet = Sheet(Voice(language))
    _ = sheet.say
    title(sheet, _("Morning report"))
    note(sheet, _("{when}. By room code, without names. Destroy it when it has been read.").format(
        when=f"{document.prepared_at:%Y-%m-%d %H:%M}"))  # fmt: skip
    for room in document.rooms:
        _add_room(sheet, room)
    if not document.rooms:
        note(sheet, _("Nobody was chosen."))
    return sheet


def _add_room(sheet: Sheet, room: RoomPart) -> None:
    _ = sheet.say
    with sheet.together():
        where = room.room or _("Without a room code")
        heading(sheet, f"{where} · {room.who}")
        field(sheet, _("Came"), room.came)
        field(sheet, _("Protection now"), room.protection)
        field(sheet, _("To do"), "\n".join(room.tasks), strong=True)
        field(sheet, _("Dates"), "\n".join(room.dates))
        field(sheet, _("Whom to call"), room.call)
