# SPDX-License-Identifier: EUPL-1.2
"""The loop on the akt's page: the state of each step, what is left in it, where it is mended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.domain.assessments import Assessment
from workbench.services.assess import assessing
from workbench.services.loop import planning
from workbench.services.loop.gaps import Step
from workbench.services.records.akt import Akt
from workbench.ui.places import PageName, Place
from workbench.ui.writing import vocabulary
from workbench.ui.writing.gap_places import PAGE_OF_GAP, place_of
from workbench.words import _, ngettext

State = Literal["done", "begun", "open", "waiting"]
_PAGE_OF_STEP: Mapping[Step, PageName] = {
    "protection": "protection",
    "assessment": "judgement",
    "scenarios": "scenarios",
    "measures": "scenarios",
    "follow-up": "protection-plan",
    "reassessment": "judgement",
}
_UNDER_REVIEW = frozenset({"requested", "returned", "changed-since"})


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the loop and where it is done."""

    key: str
    state: State
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class LinkVm:
    """Something to open. `is_duty`: it is an open duty of the loop."""

    title: str
    caption: str
    place: Place
    is_duty: bool = False


def step_line(akt: Akt, step: planning.LoopStep) -> StepLine:
    """A step as the loop bar shows it."""
    state: State = "open" if step.gaps else "waiting" if step.state == "empty" else step.state
    if step.step == "assessment" and state == "waiting" and _has_begun_assessing(akt):
        state = "begun"
    return StepLine(step.step, state, _note(step), Place(_page_of(akt, step), akt.case))


def _note(step: planning.LoopStep) -> str:
    """What is left, how far the review is where only the signature is left, or the day ahead."""
    reviewed = {
        "requested": _("review asked for"),
        "returned": _("remarks to answer"),
        "changed-since": _("changed since review"),
        "approved": _("reviewed, to sign"),
    }
    if step.gaps == ("judgement-not-signed",) and step.review in reviewed:
        return reviewed[step.review]
    count = len(step.gaps)
    if count:
        return ngettext("{n} left to do", "{n} left to do", count).format(n=count)
    return _("planned {day}").format(day=step.on) if step.on else ""


def _has_begun_assessing(akt: Akt) -> bool:
    return bool(assessing.own_appraisals(akt) or akt.all(Assessment))


def _page_of(akt: Akt, step: planning.LoopStep) -> PageName:
    """Where its first duty is mended; without one, where its work is done."""
    if step.gaps == ("judgement-not-signed",) and step.review in _UNDER_REVIEW:
        return "review"
    if step.gaps:
        return PAGE_OF_GAP[step.gaps[0]]
    if step.step == "assessment" and step.state != "done":
        return "choose-instrument" if assessing.own_appraisals(akt) else "own-appraisal"
    return _PAGE_OF_STEP[step.step]


def gap_rows(akt: Akt, steps: Sequence[planning.LoopStep]) -> list[LinkVm]:
    """One row for each kind of duty. It says how many there are, where there are several."""
    words, rows = vocabulary.gap_words(), []
    for step in steps:
        for gap in step.gaps:
            about = [each for each in step.found if each.gap == gap]
            count = len(about)
            said = ngettext("{n} of them", "{n} of them", count).format(n=count)
            caption = said if count > 1 else ""
            rows.append(LinkVm(words[gap], caption, place_of(about[0], akt.case), is_duty=True))
    return rows
