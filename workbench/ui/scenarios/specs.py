# SPDX-License-Identifier: EUPL-1.2
"""A scenario and a measure as fields and back."""

from collections.abc import Iterable
from typing import cast

from workbench.domain.ids import RecordId
from workbench.domain.measures import Domain, Measure, MeasureStatus, Protection
from workbench.domain.scenarios import Scenario, Turn, has_number
from workbench.domain.worksheets import FactorRef
from workbench.services.assess import linking
from workbench.services.loop import planning
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

SCENARIO_OF, FACTORS, INCIDENTS = "scenario", "factors", "incidents"


def scenario_fields() -> tuple[FieldVm, ...]:
    """What a scenario is made of. Likelihood is in words, never a number."""
    return (
        FieldVm(
            "what",
            _("What could happen"),
            "text",
            _("Risk of what? Be as concrete as the person is."),
            lines=3,
        ),
        FieldVm("who", _("Who would do it"), is_short=True),
        FieldVm("against_whom", _("Against whom"), is_short=True),
        FieldVm("imminence", _("How soon"), is_short=True, starts_line=True),
        FieldVm("severity", _("How bad"), is_short=True),
        FieldVm("frequency", _("How often"), is_short=True, starts_line=True),
        FieldVm("likelihood", _("How likely, in words"), hint=_in_words(), is_short=True),
        FieldVm(
            "turn",
            _("What kind of turn"),
            "list",
            options=vocabulary.options(vocabulary.turns()),
        ),
        FieldVm("narrative", _("What would happen, step by step"), "text", lines=2),
        FieldVm("triggers", _("What could set it off"), "text", lines=2),
        FieldVm("would_change", _("What would make it more or less likely"), "text", lines=2),
        FieldVm(FACTORS, _("Factors that it rests on"), "links"),
        FieldVm(INCIDENTS, _("Incidents that it rests on"), "links"),
        checks.reason_field(),
    )


def measure_fields() -> tuple[FieldVm, ...]:
    """What a measure is made of."""
    options = vocabulary.options
    return (
        FieldVm("what", _("What is done"), "text", lines=2),
        FieldVm("who", _("Who does it"), is_short=True),
        FieldVm("due", _("Done by"), "day", is_short=True),
        FieldVm("follow_up_on", _("Followed up on"), "day", is_short=True),
        FieldVm(
            "status",
            _("Status"),
            "list",
            options=options(vocabulary.measure_statuses()),
            is_short=True,
            starts_line=True,
        ),
        FieldVm(
            "domain",
            _("Sort"),
            "list",
            options=options(vocabulary.measure_domains()),
            is_short=True,
        ),
        FieldVm(
            "protection",
            _("Sort of protection"),
            "list",
            options=options(vocabulary.measure_protections()),
            is_short=True,
        ),
        FieldVm("decision", _("Which decision, where one is made"), starts_line=True),
        FieldVm("decided_by", _("Decided by"), is_short=True),
        FieldVm("decided_on", _("Decided on"), "day", is_short=True),
        FieldVm(FACTORS, _("Factors that it answers"), "links"),
        FieldVm("outcome", _("How it went"), hint=_("Empty until it is known.")),
        checks.reason_field(),
    )


def describe_scenario(scenario: Scenario) -> Lines:
    """A version of a scenario in labelled lines."""
    return ((_("What could happen"), scenario.what), *scenario_lines(scenario))


def scenario_lines(scenario: Scenario) -> Lines:
    """Everything but what could happen."""
    return (
        (_("Who would do it"), scenario.who),
        (_("Against whom"), scenario.against_whom),
        (_("How soon"), scenario.imminence),
        (_("How bad"), scenario.severity),
        (_("How often"), scenario.frequency),
        (_("How likely, in words"), scenario.likelihood),
        (_("What kind of turn"), vocabulary.turns().get(scenario.turn, "")),
        (_("What would happen, step by step"), scenario.narrative),
        (_("What could set it off"), scenario.triggers),
        (_("What would make it more or less likely"), scenario.would_change),
    )


def describe_measure(measure: Measure) -> Lines:
    """A version of a measure in labelled lines."""
    return (
        (_("What is done"), measure.what),
        (_("Who does it"), measure.who),
        (_("Done by"), measure.due),
        (_("Status"), vocabulary.measure_statuses()[measure.status]),
        (_("Sort"), vocabulary.measure_domains()[measure.domain]),
        (_("Sort of protection"), vocabulary.measure_protections().get(measure.protection, "")),
        (_("Followed up on"), measure.follow_up_on),
        (_("Which decision, where one is made"), measure.decision),
        (_("Decided by"), measure.decided_by),
        (_("Decided on"), measure.decided_on),
        (_("How it went"), measure.outcome),
    )


def _read_scenario(scenario: Scenario) -> Values:
    names = ("what", "who", "against_whom", "imminence", "severity", "frequency", "likelihood",
             "narrative", "turn", "triggers", "would_change")  # fmt: skip
    links = {FACTORS: codes_of(scenario.factors), INCIDENTS: " ".join(scenario.incidents)}
    return {name: getattr(scenario, name) for name in names} | links


def _build_scenario(values: Values) -> Scenario:
    return Scenario(
        what=values.get("what", ""),
        who=values.get("who", "").strip(),
        against_whom=values.get("against_whom", "").strip(),
        severity=values.get("severity", "").strip(),
        imminence=values.get("imminence", "").strip(),
        frequency=values.get("frequency", "").strip(),
        likelihood=values.get("likelihood", "").strip(),
        turn=cast("Turn", values.get("turn") or ""),
        reason=values.get("reason", "").strip(),
        narrative=values.get("narrative", "").strip(),
        factors=_refs(values),
        incidents=tuple(RecordId(each) for each in values.get(INCIDENTS, "").split()),
        triggers=values.get("triggers", "").strip(),
        would_change=values.get("would_change", "").strip(),
    )


def _missing_scenario(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    is_number = has_number(values.get("likelihood", ""))
    return (
        checks.blank(values, "what", _("Write what could happen. The rest can wait."))
        or (Missing("likelihood", _in_words()) if is_number else None)
        or checks.no_reason(values, is_correction)
    )


def _read_measure(measure: Measure) -> Values:
    return {
        "what": measure.what,
        "who": measure.who,
        "due": measure.due,
        "status": measure.status,
        "domain": measure.domain,
        "outcome": measure.outcome,
        SCENARIO_OF: measure.scenario or "",
        "protection": measure.protection,
        "follow_up_on": measure.follow_up_on,
        "decision": measure.decision,
        "decided_by": measure.decided_by,
        "decided_on": measure.decided_on,
        FACTORS: codes_of(measure.factors),
    }


def _build_measure(values: Values) -> Measure:
    answered = values.get(SCENARIO_OF, "")
    return Measure(
        what=values.get("what", ""),
        who=values.get("who", "").strip(),
        due=checks.iso_day(values, "due"),
        scenario=RecordId(answered) if answered else None,
        domain=cast("Domain", values.get("domain") or "other"),
        status=cast("MeasureStatus", values.get("status") or "proposed"),
        outcome=values.get("outcome", "").strip(),
        reason=values.get("reason", "").strip(),
        protection=cast("Protection", values.get("protection") or ""),
        follow_up_on=checks.iso_day(values, "follow_up_on"),
        decision=values.get("decision", "").strip(),
        decided_by=values.get("decided_by", "").strip(),
        decided_on=checks.iso_day(values, "decided_on"),
        factors=_refs(values),
    )


def _missing_measure(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    return (
        checks.blank(values, "what", _("Write what is done. Who and when can wait."))
        or checks.not_a_day(values, "due")
        or checks.not_a_day(values, "follow_up_on")
        or checks.not_a_day(values, "decided_on")
        or checks.no_reason(values, is_correction)
    )


def code_of(ref: FactorRef) -> str:
    """How a link to a factor stands in a field."""
    return f"{ref.assessment}/{ref.item}"


def codes_of(refs: Iterable[FactorRef]) -> str:
    """Links to factors as a field holds them."""
    return " ".join(code_of(ref) for ref in refs)


def _refs(values: Values) -> tuple[FactorRef, ...]:
    pairs = (each.partition("/") for each in values.get(FACTORS, "").split())
    return tuple(FactorRef(RecordId(assessment), item) for assessment, _bar, item in pairs)


def _in_words() -> str:
    return _("In words, or low, medium, high. Never a number.")


SCENARIO = Spec(
    Scenario,
    _read_scenario,
    _build_scenario,
    _missing_scenario,
    require=linking.require_scenario,
)
MEASURE = Spec(
    Measure,
    _read_measure,
    _build_measure,
    _missing_measure,
    fresh={"status": "proposed", "domain": "other"},
    require=planning.require_measure,
    require_seen=planning.require_newest,
)
