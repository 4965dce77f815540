# SPDX-License-Identifier: EUPL-1.2
"""What is outdated in words, gathered on the vault's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.domain.assessments import Judgement
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure, NoMeasure
from workbench.domain.plans import PlanItem
from workbench.domain.scenarios import Scenario
from workbench.domain.worksheets import FactorRef
from workbench.services import labels
from workbench.services.akter import cases
from workbench.services.assess import linking
from workbench.services.assess.linking import Factor
from workbench.services.desk import Desk
from workbench.services.loop import outdated
from workbench.services.loop.outdated import Changed, Outdated
from workbench.services.records.akt import Akt
from workbench.ui.places import PageName, Place
from workbench.ui.writing import moments, vocabulary
from workbench.ui.writing.records import RecordVm, StateVm
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _, language

_PAGE_OF: Mapping[str, PageName] = {
    "judgement": "judgement",
    "scenario": "scenarios",
    "measure": "scenarios",
    "no_measure": "scenarios",
}


@dataclass(frozen=True, slots=True)
class OutdatedVm:
    """One record: what it is, what it says, what changed under it, how it was kept before.

    `seen` are the changes on screen, which a confirmation answers; `place` is where it is changed.
    """

    key: str
    heading: str
    text: str
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    seen: Outdated
    place: Place


@dataclass(frozen=True, slots=True)
class OutdatedListVm:
    """All of it."""

    number: str
    records: tuple[OutdatedVm, ...]


def tell_outdated(akt: Akt, desk: Desk) -> OutdatedListVm:
    """Everything in the akt that is outdated."""
    found = outdated.outdated(akt)
    known = linking.factors(akt, desk, language()) if found else ()
    records = tuple(_told(akt, desk, known, each) for each in found)
    return OutdatedListVm(cases.number_of(desk, akt.case), records)


def changed_words(akt: Akt, known: Sequence[Factor], changed: Sequence[Changed]) -> tuple[str, ...]:
    """What changed, each once, in words."""
    return tuple(dict.fromkeys(_changed(akt, known, each) for each in changed))


def marked(vm: RecordVm, changed: Sequence[str]) -> RecordVm:
    """Said of a record on a page of its own: that it is outdated, and what changed under it."""
    state = StateVm(_("Outdated"), "amber", "clock")
    told = (*vm.lines, *changed)
    return replace(vm, lines=told, states=(state, *vm.states), is_outdated=True)


def _told(akt: Akt, desk: Desk, known: Sequence[Factor], each: Outdated) -> OutdatedVm:
    names = names_of(desk)
    kept = [
        _("Kept {when} by {who}: {why}").format(
            when=moments.day_and_time(said.recorded_at),
            who=name_of(said.author, names),
            why=said.value.because,
        )
        for said in outdated.reasons_to_keep(akt, each.kind, each.record)
    ]
    return OutdatedVm(
        key=f"{each.kind}-{each.record}",
        heading=vocabulary.record_words()[each.kind],
        text=_text(akt, each),
        changed=changed_words(akt, known, each.changed),
        kept=tuple(kept),
        seen=each,
        place=_place(akt, each),
    )


def _place(akt: Akt, each: Outdated) -> Place:
    if each.kind == "judgement":
        return Place("judgement", akt.case, each.record)
    item = akt.find(PlanItem, each.record) if each.kind == "plan_item" else None
    if item is None:
        return Place(_PAGE_OF[each.kind], akt.case)
    return Place("safety-plan" if item.value.owner == "person" else "protection-plan", akt.case)


def _text(akt: Akt, each: Outdated) -> str:
    """The words that it is known by. A plan item's own words are the person's: shown as such."""
    judged, scenario = akt.find(Judgement, each.record), akt.find(Scenario, each.record)
    measure, item = akt.find(Measure, each.record), akt.find(PlanItem, each.record)
    without = akt.find(NoMeasure, each.record)
    found = (
        judged.value.risk_for_what if judged is not None else "",
        scenario.value.what if scenario is not None else "",
        measure.value.what if measure is not None else "",
        item.value.text if item is not None else "",
        without.value.because if without is not None else "",
    )
    return next((text for text in found if text), "")


def _changed(akt: Akt, known: Sequence[Factor], each: Changed) -> str:
    words = {
        "scenario": _("The scenario has changed"),
        "judgement": _("There is a newer overall judgement"),
        "incident": _incident(akt, each),
    }
    gone = {
        "scenario": _("The scenario is no longer there"),
        "incident": _("An incident is no longer there"),
    }
    if each.is_gone and each.kind in gone:
        return gone[each.kind]
    return words.get(each.kind) or _factor(known, each)


def _incident(akt: Akt, each: Changed) -> str:
    found = akt.find(Incident, each.record) if each.kind == "incident" else None
    if found is None:
        return ""
    told = _("The incident has changed: {day} · {kind}")
    return told.format(day=found.value.day, kind=labels.incident_kind(found.value.kind, _))


def _factor(known: Sequence[Factor], each: Changed) -> str:
    """`An answer or a factor has changed: SARA:SV 2026-11-22 · 3. Upptrappning`."""
    ref = FactorRef(each.record, each.item)
    found = next((factor for factor in known if factor.ref == ref), None)
    if found is None:
        return _("An answer or a factor of the assessment has changed")
    told = _("The factor has changed: {instrument} {day} · {factor}")
    return told.format(instrument=found.instrument, day=found.begun_on, factor=found.label)
