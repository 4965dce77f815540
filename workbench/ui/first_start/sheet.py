# SPDX-License-Identifier: EUPL-1.2
"""What stands beside a recovery code, on screen and on the printed sheet; and the printer.

Printing goes to a printer and never to a file: a file would be the code in clear on a disk.
Only this computer's own print service is asked, by its socket: where that is not running, or a
file of the system names another computer, the print library would otherwise ask over TCP.
"""

import os

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from workbench.ui.first_start.ways import Sheet, vault_number
from workbench.words import _

_MARGIN_MM = 25.0
_AIR = 0.6
_PRINT_SERVICE = ("CUPS_SERVER", "/run/cups/cups.sock")


def sentences(of: int) -> tuple[str, ...]:
    """How to keep one code, or three: the same words on screen and on paper."""
    reads = _(
        "Whoever has this code and a copy of the vault can read everything, and the log does not"
        " tell of it."
    )
    together = _(
        "Two of the three codes and a copy of the vault: whoever has them can read everything, and"
        " the log does not tell of it. One alone opens nothing."
    )
    three = _("Give the three papers to three different people.")
    locked = _("Sealed envelope, locked cabinet. Never with the computer or the backups.")
    once = _("It cannot be shown again. If it is lost, an administrator can draw a new one.")
    lost = _("They cannot be shown again. If one is lost, an administrator can draw new ones.")
    return (reads, locked, once) if of == 1 else (together, three, locked, lost)


def default_printer() -> str:
    """The name of the computer's printer, "" when there is none."""
    return _default().printerName()


def print_sheets(sheets: tuple[Sheet, ...]) -> None:
    """One page a code, on the default printer."""
    draw(QPrinter(_default()), sheets)


def draw(printer: QPrinter, sheets: tuple[Sheet, ...]) -> None:
    """The pages themselves. The document has no name that would tell what it is."""
    printer.setDocName(_("Värn"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    painter = QPainter(printer)
    for number, sheet in enumerate(sheets):
        if number:
            printer.newPage()
        _draw_page(painter, QRectF(painter.viewport()), sheet)
    painter.end()


def lines(sheet: Sheet) -> tuple[tuple[str, float], ...]:
    """Each line of a sheet and its size in points."""
    which = _("Code {number} of {all}").format(number=sheet.number, all=sheet.of)
    groups = sheet.code.split("-")
    rows = [" ".join(groups[at : at + 3]) for at in range(0, len(groups), 3)]
    facts = _("Vault number {number} · made {day}")
    where = _("To use it: {forgotten} on the page where one unlocks. The page shows the number of"
              " its vault: it must be the one on this paper.")  # fmt: skip
    return (
        (_("Recovery code"), 18.0),
        *(((which, 13.0),) if sheet.of > 1 else ()),
        *((text, 22.0) for text in rows),
        (facts.format(number=vault_number(sheet.vault), day=sheet.day), 13.0),
        (_("Belongs to: {vault}").format(vault=sheet.vault), 10.0),
        *((text, 11.0) for text in sentences(sheet.of)),
        (where.format(forgotten=_("Forgotten the passphrase?")), 11.0),
    )


def _default() -> QPrinterInfo:
    name, socket = _PRINT_SERVICE
    os.environ[name] = socket
    return QPrinterInfo.defaultPrinter()


def _draw_page(painter: QPainter, room: QRectF, sheet: Sheet) -> None:
    wraps = int(Qt.TextFlag.TextWordWrap)
    left = QRectF(room)
    for text, points in lines(sheet):
        font = QFont(painter.font())
        font.setPointSizeF(points)
        painter.setFont(font)
        needed = painter.boundingRect(left, wraps, text).height()
        painter.drawText(left, wraps, text)
        air = painter.fontMetrics().lineSpacing() * _AIR  # alike under one line and under three
        left.setTop(left.top() + needed + air)
