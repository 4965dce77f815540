# SPDX-License-Identifier: EUPL-1.2
"""The time line of an akt: what happened, what protects, what was assessed, what comes."""

from datetime import date

from workbench.domain.assessments import Assessment
from workbench.domain.measures import CLOSED, Measure
from workbench.domain.subject import Note
from workbench.instruments.catalogue import Catalogue
from workbench.services.assess import judging, keyed_in
from workbench.services.facts.silence import Silence, silences
from workbench.services.records.akt import Akt
from workbench.ui.case.happened import incident_marks, life_marks, order_marks, placed_marks
from workbench.ui.case.mark_lines import LANES, MarkLine, Tone
from workbench.ui.case.titles import title_of
from workbench.ui.places import Place
from workbench.ui.writing import moments
from workbench.words import _

__all__ = ["LANES", "MarkLine", "silent_in", "time_line"]
_DAY = len("2026-03-10")
"""Of a moment only its day: a silence is months long, the hour changes nothing."""
_NOTED = frozenset({"incidents", "life", "orders", "assessments"})


def time_line(akt: Akt, catalogue: Catalogue, today: str) -> tuple[MarkLine, ...]:
    """All marks that have a day."""
    return (
        *incident_marks(akt),
        *life_marks(akt),
        *placed_marks(akt),
        *order_marks(akt),
        *_assessed(akt, catalogue),
        *_measures(akt, today),
        *_due(akt, today),
    )


def silent_in(akt: Akt, marks: tuple[MarkLine, ...], today: date) -> tuple[Silence, ...]:
    """The long stretches in which nothing was noted. Notes of the journal count as well."""
    noted = [_days(mark) for mark in marks if mark.lane in _NOTED]
    for each in akt.all(Note):
        day = moments.read_day((each.value.observed_at or each.recorded_at)[:_DAY])
        if day is not None:
            noted.append((day, day))
    return silences(noted, today)


def _days(mark: MarkLine) -> tuple[date, date]:
    """An order is noted when it begins: that it holds says nothing of the days after."""
    is_event = mark.lane == "orders" or mark.ends is None
    return mark.day, mark.day if is_event or mark.ends is None else mark.ends


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
