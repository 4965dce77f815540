# SPDX-License-Identifier: EUPL-1.2
"""Where the personakt is kept, and what of this akt was filed there.

The program files nothing by itself: a person carries text or paper over and says so.
"""

from collections.abc import Sequence

from workbench.domain.documents import FiledThere, KeptWhere
from workbench.services.changes import Changes
from workbench.services.facts import document_words
from workbench.services.labels import Speech
from workbench.services.records.akt import Akt, Draft, Recorded


def kept_where(akt: Akt) -> Recorded[KeptWhere] | None:
    """Where it is kept; None when nobody has said."""
    found = akt.all(KeptWhere)
    return found[-1] if found else None


def say_where(akt: Akt, value: KeptWhere) -> Changes:
    """Enter where it is kept; the earlier word stays in the history."""
    before = kept_where(akt)
    return akt.enter(Draft(value, before.record if before is not None else None))


def filed(akt: Akt) -> tuple[Recorded[FiledThere], ...]:
    """What was filed there, newest day first."""
    by_day = sorted(akt.all(FiledThere), key=lambda each: (each.value.filed_on, each.recorded_at))
    return tuple(reversed(by_day))


def in_words(value: KeptWhere, _: Speech) -> str:
    """`Treserva, 2026-0012`: one line for the akt's page."""
    if value.where == "here":
        return document_words.where("here", _)
    return ", ".join(part for part in (value.system, value.number) if part)


def neutral_text(number: str, today: str, papers: Sequence[str], _: Speech) -> str:
    """What can be pasted into another system: number, day and papers; nobody's name or story."""
    lines = [
        _("Documentation in case file {number}.").format(number=number),
        _("As of {day}.").format(day=today),
    ]
    if papers:
        lines.append(_("Papers: {papers}.").format(papers=", ".join(papers)))
    lines.append(_("The working material is kept separately and encrypted."))
    return "\n".join(lines)
