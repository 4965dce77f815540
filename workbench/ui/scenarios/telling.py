# SPDX-License-Identifier: EUPL-1.2
"""Scenarios and measures in words, gathered on the vault's thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.measures import CLOSED, Measure, NoMeasure
from workbench.domain.scenarios import Scenario
from workbench.services import labels
from workbench.services.akter import cases
from workbench.services.assess import linking
from workbench.services.desk import Desk
from workbench.services.facts import happening
from workbench.services.loop import outdated, planning
from workbench.services.loop.gaps import open_gaps
from workbench.services.records import bodies
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.outdated.telling import changed_words, marked
from workbench.ui.scenarios.specs import (
    code_of,
    describe_measure,
    describe_scenario,
    scenario_lines,
)
from workbench.ui.writing import vocabulary
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.gap_places import PAGE_OF_GAP
from workbench.ui.writing.history import Lines, labelled
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.voices import names_of
from workbench.words import _, language, ngettext

LOOSE = RecordId("")
"""Where measures stand that answer no scenario."""
_KEPT_OR_CHANGED = frozenset({"scenario-outdated", "measure-outdated"})
_HERE = _KEPT_OR_CHANGED | {gap for gap, page in PAGE_OF_GAP.items() if page == "scenarios"}
"""The duties that are told on this page."""


@dataclass(frozen=True, slots=True)
class ScenarioVm:
    """One scenario and its measures, or why there is none. For `LOOSE` there is no scenario."""

    scenario: RecordVm | None
    record: RecordId
    measures: tuple[RecordVm, ...]
    no_measure: RecordVm | None = None


@dataclass(frozen=True, slots=True)
class ScenariosVm:
    """All of it. `gaps` are open duties in plain words; `begun` what was left unentered.

    `factors` and `incidents` are what a scenario or a measure can be said to rest on.
    `has_outdated`: something here stands on what has changed.
    """

    number: str
    scenarios: tuple[ScenarioVm, ...]
    gaps: tuple[str, ...]
    begun: str = ""
    factors: tuple[OptionVm, ...] = ()
    incidents: tuple[OptionVm, ...] = ()
    has_outdated: bool = False


def tell_scenarios(akt: Akt, desk: Desk) -> ScenariosVm:
    """Every scenario with its measures, and what is left to do."""
    tell, known = teller(akt, names_of(desk)), linking.factors(akt, desk, language())
    today = desk.clock.today().isoformat()
    old = _outdated(akt, known)
    measures = tuple(
        (each.value.scenario, old(Measure, _measure(tell, each, today)))
        for each in sorted(akt.all(Measure), key=_by_day)
    )
    scenarios = akt.all(Scenario)
    shown = [
        ScenarioVm(
            old(Scenario, _linked(akt, known, _scenario(tell, at, each), each.value)),
            each.record,
            tuple(told for answers, told in measures if answers == each.record),
            _no_measure(akt, tell, each.record, old),
        )
        for at, each in enumerate(scenarios, 1)
    ]
    standing = {each.record for each in scenarios}
    loose = tuple(told for answers, told in measures if answers not in standing)
    if loose:
        shown.append(ScenarioVm(None, LOOSE, loose))
    words = vocabulary.gap_words()
    open_here = dict.fromkeys(each.gap for each in open_gaps(akt, today) if each.gap in _HERE)
    return ScenariosVm(
        cases.number_of(desk, akt.case),
        tuple(shown),
        tuple(words[gap] for gap in open_here),
        _begun(akt),
        factors=tuple(OptionVm(code_of(each.ref), _factor(each)) for each in known),
        incidents=tuple(OptionVm(e.record, _incident(e.value)) for e in planning.calendar(akt)),
        has_outdated=not _KEPT_OR_CHANGED.isdisjoint(open_here),
    )


def _linked(
    akt: Akt, known: Sequence[linking.Factor], vm: RecordVm, scenario: Scenario
) -> RecordVm:
    """With what it rests on, and that its method has no step for scenarios."""
    found = linking.linked(known, scenario.factors)
    rests = [_factor(each) for each in found]
    rests += [_incident(each.value) for each in linking.happened(akt, scenario.incidents)]
    told = tuple(labelled(_("Rests on"), text) for text in rests)
    beside = linking.beside_instruments(found)
    states = tuple(StateVm(_("Beside the instrument: {name}").format(name=n)) for n in beside)
    return replace(vm, lines=(*vm.lines, *told), states=(*vm.states, *states))


def _factor(of: linking.Factor) -> str:
    """`SARA:SV 2026-11-22 · 3. Upptrappning`."""
    told = _("{instrument} {day} · {factor}")
    return told.format(instrument=of.instrument, day=of.begun_on, factor=of.label)


def _incident(of: Incident) -> str:
    kind = labels.incident_kind(of.kind, _)
    return _("{day} · {kind} · {what}").format(day=happening.spelled(of), kind=kind, what=of.what)


def _by_day(each: Recorded[Measure]) -> tuple[bool, str]:
    """What is still to be done first, the nearest day first, then what has none."""
    return each.value.status in CLOSED, each.value.due or "9999"


def _begun(akt: Akt) -> str:
    count = len(left_unentered(akt, Scenario)) + len(left_unentered(akt, Measure))
    if not count:
        return ""
    return ngettext("{n} not entered yet", "{n} not entered yet", count).format(n=count)


_Old = Callable[[type[Any], RecordVm], RecordVm]


def _outdated(akt: Akt, known: Sequence[linking.Factor]) -> _Old:
    """Says of a record that it is outdated and what changed under it, where something did."""
    found = {(each.kind, each.record): each for each in outdated.outdated(akt)}

    def mark(of: type[Any], vm: RecordVm) -> RecordVm:
        each = found.get((bodies.name_of(of), vm.record))
        return vm if each is None else marked(vm, changed_words(akt, known, each.changed))

    return mark


def _no_measure(akt: Akt, tell: Teller, scenario: RecordId, old: _Old) -> RecordVm | None:
    each = planning.no_measure_of(akt, scenario)
    if each is None:
        return None
    vm = RecordVm(
        record=each.record,
        heading=_("No measure, because"),
        text=each.value.because,
        facts=standing_facts(each),
        versions=tell.versions(NoMeasure, each, _describe_without),
    )
    return old(NoMeasure, vm)


def _describe_without(without: NoMeasure) -> Lines:
    return ((_("No measure, because"), without.because),)


def _scenario(tell: Teller, at: int, each: Recorded[Scenario]) -> RecordVm:
    lines = [labelled(label, text) for label, text in scenario_lines(each.value) if text]
    return RecordVm(
        record=each.record,
        heading=_("Scenario {number}").format(number=at),
        text=each.value.what,
        facts=standing_facts(each),
        lines=tuple(lines),
        versions=tell.versions(Scenario, each, describe_scenario),
        has_working=tell.has_working(Scenario, each.record),
    )


def _measure(tell: Teller, each: Recorded[Measure], today: str) -> RecordVm:
    value = each.value
    who = value.who or _("Nobody yet")
    due = value.due or _("no date yet")
    facts = [who, due]
    if value.follow_up_on:
        facts.append(_("Followed up {day}").format(day=value.follow_up_on))
    if value.outcome:
        facts.append(value.outcome)
    return RecordVm(
        record=each.record,
        heading=value.what,
        text="",
        facts=(*facts, *standing_facts(each)),
        states=(*_open_duties(value, today), _status(value)),
        lines=(*_tags(value), *_decision(value)),
        versions=tell.versions(Measure, each, describe_measure),
        has_working=tell.has_working(Measure, each.record),
    )


def _tags(measure: Measure) -> tuple[str, ...]:
    """Both classifications on one line, as far as anybody chose."""
    sort = "" if measure.domain == "other" else vocabulary.measure_domains()[measure.domain]
    said = (sort, vocabulary.measure_protections().get(measure.protection, ""))
    line = " · ".join(tag for tag in said if tag)
    return (line,) if line else ()


def _decision(measure: Measure) -> tuple[str, ...]:
    """Which decision, by whom and when, where the organisation decides."""
    said = (measure.decision, measure.decided_by, measure.decided_on)
    line = " · ".join(part for part in said if part)
    return (labelled(_("Decision"), line),) if line else ()


def _status(measure: Measure) -> StateVm:
    words = vocabulary.measure_statuses()[measure.status]
    if measure.status == "done":
        return StateVm(words, "done")
    return StateVm(words, icon="measure")


def _open_duties(measure: Measure, today: str) -> tuple[StateVm, ...]:
    if measure.due and measure.due < today and measure.status not in CLOSED:
        return (StateVm(_("late"), "amber"),)
    if not measure.who or not measure.due:
        return (StateVm(_("left to do"), "amber"),)
    return ()
