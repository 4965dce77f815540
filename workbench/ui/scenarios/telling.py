# SPDX-License-Identifier: EUPL-1.2
"""Scenarios and measures in words, gathered on the vault's thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.measures import CLOSED, Measure
from workbench.domain.scenarios import Scenario
from workbench.services import cases, labels, linking, planning
from workbench.services.akt import Akt, Recorded
from workbench.services.desk import Desk
from workbench.ui.scenarios.specs import (
    code_of,
    describe_measure,
    describe_scenario,
    scenario_lines,
)
from workbench.ui.writing import vocabulary
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.history import labelled
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.voices import names_of
from workbench.words import _, language, ngettext

LOOSE = RecordId("")
"""Where measures stand that answer no scenario."""
_STEPS = frozenset({"scenarios", "measures"})


@dataclass(frozen=True, slots=True)
class ScenarioVm:
    """One scenario and its measures. For `LOOSE` there is no scenario to show."""

    scenario: RecordVm | None
    record: RecordId
    measures: tuple[RecordVm, ...]


@dataclass(frozen=True, slots=True)
class ScenariosVm:
    """All of it. `gaps` are open duties in plain words; `begun` what was left unentered.

    `factors` and `incidents` are what a scenario or a measure can be said to rest on.
    """

    number: str
    scenarios: tuple[ScenarioVm, ...]
    gaps: tuple[str, ...]
    begun: str = ""
    factors: tuple[OptionVm, ...] = ()
    incidents: tuple[OptionVm, ...] = ()


def tell_scenarios(akt: Akt, desk: Desk) -> ScenariosVm:
    """Every scenario with its measures, and what is left to do."""
    tell, known = teller(akt, names_of(desk)), linking.factors(akt, desk, language())
    today = desk.clock.today().isoformat()
    measures = tuple(sorted(akt.all(Measure), key=_by_day))
    scenarios = akt.all(Scenario)
    shown = [
        ScenarioVm(
            _linked(akt, known, _scenario(tell, at, each), each.value),
            each.record,
            _answering(tell, measures, each.record, today),
        )
        for at, each in enumerate(scenarios, 1)
    ]
    standing = {each.record for each in scenarios}
    loose = [each for each in measures if each.value.scenario not in standing]
    if loose:
        told = tuple(_measure(tell, each, today) for each in loose)
        shown.append(ScenarioVm(None, LOOSE, told))
    words = vocabulary.gap_words()
    steps = [step for step in planning.loop_of(akt, today) if step.step in _STEPS]
    gaps = tuple(words[gap] for step in steps for gap in step.gaps)
    return ScenariosVm(
        cases.number_of(desk, akt.case),
        tuple(shown),
        gaps,
        _begun(akt),
        factors=tuple(OptionVm(code_of(each.ref), _factor(each)) for each in known),
        incidents=tuple(OptionVm(e.record, _incident(e.value)) for e in planning.calendar(akt)),
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
    return _("{day} · {kind} · {what}").format(day=of.day, kind=kind, what=of.what)


def _by_day(each: Recorded[Measure]) -> tuple[bool, str]:
    """What is still to be done first, the nearest day first, then what has none."""
    return each.value.status in CLOSED, each.value.due or "9999"


def _begun(akt: Akt) -> str:
    count = len(left_unentered(akt, Scenario)) + len(left_unentered(akt, Measure))
    if not count:
        return ""
    return ngettext("{n} not entered yet", "{n} not entered yet", count).format(n=count)


def _answering(
    tell: Teller, measures: tuple[Recorded[Measure], ...], scenario: RecordId, today: str
) -> tuple[RecordVm, ...]:
    return tuple(_measure(tell, m, today) for m in measures if m.value.scenario == scenario)


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
        lines=_tags(value),
        versions=tell.versions(Measure, each, describe_measure),
        has_working=tell.has_working(Measure, each.record),
    )


def _tags(measure: Measure) -> tuple[str, ...]:
    """Both classifications on one line, as far as anybody chose."""
    sort = "" if measure.domain == "other" else vocabulary.measure_domains()[measure.domain]
    said = (sort, vocabulary.measure_protections().get(measure.protection, ""))
    line = " · ".join(tag for tag in said if tag)
    return (line,) if line else ()


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
