# SPDX-License-Identifier: EUPL-1.2
"""What was found in the akt, in words, and the page on which each is read."""

from dataclasses import dataclass

from workbench.domain.ids import RecordId
from workbench.services.desk import Desk
from workbench.services.facts import searching
from workbench.services.facts.searching import Hit
from workbench.services.records.akt import Akt
from workbench.ui.places import PageName, Place
from workbench.ui.today.unentered import PAGE_OF
from workbench.ui.writing import vocabulary
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _

MOST = 40
NOTE = "note"
_ITS_OWN: dict[str, PageName] = {"judgement": "judgement", "document": "document"}
_OF_A_RECORD = frozenset({"assess", "own-appraisal", "review"})


@dataclass(frozen=True, slots=True)
class FoundVm:
    """One record: `place` is where it is read, `note` its record when that is this page."""

    title: str
    caption: str
    place: Place
    note: RecordId | None = None


@dataclass(frozen=True, slots=True)
class FindingVm:
    """What was sought, how many records hold it, and the newest of them."""

    sought: str
    total: int
    found: tuple[FoundVm, ...]


def tell_found(akt: Akt, desk: Desk, sought: str) -> FindingVm:
    """The newest records first."""
    hits, names = searching.find_in_akt(akt, sought), names_of(desk)
    words = vocabulary.record_words()
    told = []
    for hit in hits[:MOST]:
        kind = words.get(hit.kind, _("Another record"))
        who = name_of(hit.author, names)
        caption = _("{when} · {who}").format(when=day_and_time(hit.recorded_at), who=who)
        if hit.is_earlier:
            caption = _("{when} · in an earlier version").format(when=caption)
        title = _("{kind}: {text}").format(kind=kind, text=hit.excerpt)
        told.append(FoundVm(title, caption, _place(akt, hit), _note(hit)))
    return FindingVm(sought, len(hits), tuple(told))


def _note(hit: Hit) -> RecordId | None:
    return hit.record if hit.kind == NOTE else None


def _place(akt: Akt, hit: Hit) -> Place:
    """A page about one record is opened with it; for other kinds the page that lists them."""
    page = _ITS_OWN.get(hit.kind)
    if page is not None:
        return Place(page, akt.case, hit.record)
    page = PAGE_OF.get(hit.kind, "case")
    return Place("case" if page in _OF_A_RECORD else page, akt.case)
