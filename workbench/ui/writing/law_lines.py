# SPDX-License-Identifier: EUPL-1.2
"""Where a text of law is from, how far it is to be believed, and how old it is."""

from datetime import date

from workbench.services.law.erasing_law import LawText
from workbench.services.law.law_files import age_of
from workbench.words import _


def law_line(text: LawText, today: date) -> str:
    """`Act 4 § · As of 2025-09-01, to be checked · 14 months old`."""
    if not text.as_of:
        return _("Text is missing – ask the responsible manager or a lawyer.")
    told = _("As of {day}, reviewed") if text.is_reviewed else _("As of {day}, to be checked")
    parts = [text.ground, told.format(day=text.as_of)]
    if age_of(text, today):
        parts.append(_("{count} months old").format(count=text.months_old(today)))
    return " · ".join(part for part in parts if part)


def is_old(text: LawText, today: date) -> bool:
    """Whether somebody must look at the text in force before it is relied on."""
    return age_of(text, today) == "old"
