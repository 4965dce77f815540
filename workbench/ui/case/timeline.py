# SPDX-License-Identifier: EUPL-1.2
"""The time line of an akt: what happened, what was assessed, what is to be done, what comes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from workbench.domain.assessments import Assessment
from workbench.domain.measures import CLOSED, Measure
from workbench.instruments.catalogue import Catalogue
from workbench.services import judging, keyed_in, planning
from workbench.services.akt import Akt
from workbench.ui.case.titles import title_of
from workbench.ui.places import Place
from workbench.ui.writing import moments, vocabulary
from workbench.words import _

Lane = Literal["incidents", "assessments", "measures", "reassessment"]
Tone = Literal["calm", "done", "amber"]
_SIZES = {1: 0, 2: 1, 3: 1, 4: 2, 5: 3}


@dataclass(frozen=True, slots=True)
class MarkLine:
    """Something with a date, and where it is opened. `size` 0 to 3 follows the severity."""

    lane: Lane
    day: date
    label: str
    place: Place
    tone: Tone = "calm"
    size: int = 1


def time_line(akt: Akt, catalogue: Catalogue, today: str) -> tuple[MarkLine, ...]:
    """All marks that have a day."""
    return (*_incidents(akt), *_assessed(akt, catalogue), *_measures(akt, today), *_due(akt, today))


def _incidents(akt: Akt) -> list[MarkLine]:
    place = Place("incidents", akt.case)
    kinds, severities = vocabulary.incident_kinds(), vocabulary.severities()
    found = []
    for each in planning.calendar(akt):
        day = moments.read_day(each.value.day)
        words = severities.get(str(each.value.severity), "")
        label = _("{what} · {how}").format(what=kinds[each.value.kind], how=words)
        if day is not None:
            size = _SIZES.get(each.value.severity, 1)
            found.append(MarkLine("incidents", day, label, place, size=size))
    return found


def _assessed(akt: Akt, catalogue: Catalogue) -> list[MarkLine]:
    found = []
    for each in akt.all(Assessment):
        day = moments.read_day(each.value.begun_on)
        papers = keyed_in.papers(keyed_in.keyed(akt, each.record))
        marks = [keyed_in.short(paper.value, _) for paper in papers]
        label = " · ".join((title_of(catalogue, each.value.instrument), *marks))
        if day is not None:
            place = Place("assess", akt.case, each.record)
            found.append(MarkLine("assessments", day, label, place, "done"))
    for judged in judging.judgements(akt):
        day = moments.read_day(moments.local_day(judged.recorded_at))
        if day is not None:
            place = Place("judgement", akt.case, judged.record)
            found.append(MarkLine("assessments", day, _("Overall judgement"), place, "done"))
    return found


def _measures(akt: Akt, today: str) -> list[MarkLine]:
    place = Place("scenarios", akt.case)
    found = []
    for each in akt.all(Measure):
        day = moments.read_day(each.value.due)
        is_open = each.value.status not in CLOSED
        tone: Tone = "done" if each.value.status == "done" else "calm"
        if is_open and each.value.due < today:
            tone = "amber"
        if day is not None:
            found.append(MarkLine("measures", day, each.value.what, place, tone))
    return found


def _due(akt: Akt, today: str) -> list[MarkLine]:
    judged = judging.newest_judgement(akt)
    day = moments.read_day(judged.value.reassess_on) if judged is not None else None
    if judged is None or day is None:
        return []
    tone: Tone = "amber" if judged.value.reassess_on <= today else "calm"
    place = Place("judgement", akt.case, judged.record)
    return [MarkLine("reassessment", day, _("New assessment at the latest"), place, tone)]
