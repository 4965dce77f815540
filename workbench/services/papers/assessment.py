# SPDX-License-Identifier: EUPL-1.2
"""The assessment document of one judgement."""

from collections.abc import Iterator
from datetime import date

from workbench.domain.assessments import Assessment, Judgement
from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import ProtectionNow
from workbench.services import labels
from workbench.services.assess import linking, results, worksheet_words, worksheets
from workbench.services.documents import (
    AssessmentDocument,
    IncidentRow,
    JudgementPart,
    LevelRow,
    OwnAppraisalPart,
    ScenarioPart,
    SoughtSourceRow,
    SourceRow,
)
from workbench.services.facts import happening
from workbench.services.loop import planning
from workbench.services.papers import shared
from workbench.services.papers.results import result_part
from workbench.services.papers.shared import Writing, day
from workbench.services.records.akt import Recorded


def assessment_document(writing: Writing, judgement: RecordId) -> AssessmentDocument:
    """Everything that stands on the pages of one judgement.

    Raises:
        KeyError: no such judgement in this akt.
    """
    judged = writing.akt.find(Judgement, judgement)
    if judged is None:
        raise KeyError(judgement)
    made = _assessments(writing, judged.value)
    outcomes = [results.entered_outcome(writing.akt, writing.desk, each.record) for each in made]
    parts = [part for shown in outcomes if (part := result_part(writing, shown)) is not None]
    begun = [on for each in made if (on := day(each.value.begun_on)) is not None]
    return AssessmentDocument(
        case_number=shared.case_number(writing),
        persons=shared.persons(writing),
        assessors=(shared.staff(writing, judged.author),),
        assessed_on=tuple(sorted(set(begun))),
        unit=shared.unit(writing),
        purpose=_first([each.value.purpose for each in made]),
        sources=(*_sources(made), *_materials(writing, made)),
        sources_sought=(*_sought(made), *_sought_materials(writing, made)),
        own_appraisal=_own_appraisal(writing, outcomes),
        incidents=_incidents(writing),
        results=tuple(parts),
        judgement=_judgement(writing, judged.value, outcomes),
        scenarios=_scenarios(writing),
        measures=tuple(shared.measure_row(writing, m.value) for m in writing.akt.all(Measure)),
        signature=shared.signature(writing, judged),
        provenance=shared.provenance(writing, _pins(made)),
        number=_number(writing, judgement),
        protection_now=_protection_now(writing),
    )


def neutral_name(document: str, prepared: str) -> str:
    """A file name that tells nothing: a kind as a letter, and when."""
    return f"{document}-{prepared}.pdf"


def _assessments(writing: Writing, judgement: Judgement) -> list[Recorded[Assessment]]:
    known = {each.record: each for each in writing.akt.all(Assessment)}
    return [known[record] for record in judgement.assessments if record in known]


def _first(texts: list[str]) -> str:
    return next((text for text in texts if text), "")


def _sources(made: list[Recorded[Assessment]]) -> tuple[SourceRow, ...]:
    named = dict.fromkeys(source for each in made for source in each.value.sources)
    return tuple(SourceRow(source) for source in named)


def _sought(made: list[Recorded[Assessment]]) -> tuple[SoughtSourceRow, ...]:
    named = dict.fromkeys(source for each in made for source in each.value.sources_refused)
    return tuple(SoughtSourceRow(source, "") for source in named)


def _materials(writing: Writing, made: list[Recorded[Assessment]]) -> Iterator[SourceRow]:
    """The numbered sources that were used, each with how far it is to be relied on."""
    for each in made:
        for found in worksheets.materials(writing.akt, each.record):
            value = found.value
            if value.standing == "used":
                what = f"{value.number}. {value.what}"
                yield SourceRow(what, day(value.on), value.who, value.reliability)


def _sought_materials(
    writing: Writing, made: list[Recorded[Assessment]]
) -> Iterator[SoughtSourceRow]:
    for each in made:
        for found in worksheets.materials(writing.akt, each.record):
            value = found.value
            if value.standing != "used":
                said = worksheet_words.standing(value.standing, writing.speech)
                why = ". ".join(part for part in (said, value.because) if part)
                yield SoughtSourceRow(value.what, why, day(value.on))


def _pins(made: list[Recorded[Assessment]]) -> tuple[str, ...]:
    pins = [each.value.instrument for each in made]
    return tuple(f"{pin.id}@{pin.version} · sha256 {pin.sha256}" for pin in pins)


def _own_appraisal(writing: Writing, outcomes: list[results.Outcome]) -> OwnAppraisalPart | None:
    own = next((shown.own_appraisal for shown in outcomes if shown.own_appraisal), None)
    if own is None:
        return None
    return OwnAppraisalPart(
        words=own.value.words,
        estimate=own.value.estimate,
        recorded_at=shared.local(writing, own.recorded_at),
        recorder=shared.staff(writing, own.author).name,
        declined=own.value.declined,
        after_score=own.value.after_score,
    )


def _incidents(writing: Writing) -> tuple[IncidentRow, ...]:
    return tuple(
        IncidentRow(
            on=_exact_day(each.value),
            kind=labels.incident_kind(each.value.kind, writing.speech),
            severity=each.value.severity,
            source=each.value.source,
            day="" if _exact_day(each.value) else happening.spelled(each.value),
            note=each.value.what,
        )
        for each in planning.calendar(writing.akt)
    )


def _exact_day(incident: Incident) -> date | None:
    reach = happening.reach_of(incident)
    return reach.first if reach is not None and reach.is_exact else None


def _judgement(
    writing: Writing, judgement: Judgement, outcomes: list[results.Outcome]
) -> JudgementPart:
    return JudgementPart(
        risk_of_what=judgement.risk_for_what,
        against_whom=judgement.against_whom,
        reasons=judgement.why,
        what_we_do=judgement.what_we_do,
        limitations=judgement.limitations,
        levels=tuple(
            LevelRow(
                _of_conclusions(outcomes, writing, level.field),
                _of_levels(outcomes, writing, level.level),
                without_measures=level.if_no_measures,
                reason=level.because,
            )
            for level in judgement.levels
            if level.level
        ),
        reassess_by=day(judgement.reassess_on),
        conclusions=tuple(
            (_of_conclusions(outcomes, writing, each.field), _said(writing, each.said))
            for each in judgement.conclusions
        ),
    )


def _said(writing: Writing, text: str) -> str:
    return {"yes": writing.speech("Yes"), "no": writing.speech("No")}.get(text, text)


def _of_conclusions(outcomes: list[results.Outcome], writing: Writing, field: str) -> str:
    labelled = [shown.definition.labels[writing.language].conclusions for shown in outcomes]
    return next((names[field] for names in labelled if field in names), field)


def _of_levels(outcomes: list[results.Outcome], writing: Writing, level: str) -> str:
    labelled = [shown.definition.labels[writing.language].levels for shown in outcomes]
    return next((names[level] for names in labelled if level in names), level)


def _resting(writing: Writing, known: tuple[linking.Factor, ...], scenario: Scenario) -> str:
    """What a scenario rests on, what would happen, and that its method has no such step."""
    _, found = writing.speech, linking.linked(known, scenario.factors)
    days = (
        happening.spelled(each.value) for each in linking.happened(writing.akt, scenario.incidents)
    )
    rests = [f"{each.instrument}, {each.begun_on}: {each.label}" for each in found]
    rests += [_("incident {day}").format(day=on) for on in days]
    parts = [scenario.narrative, *scenario.rests_on]
    if rests:
        parts.append(_("Rests on: {what}").format(what="; ".join(rests)))
    beside = _("Beside the instrument: {name}")
    parts += [beside.format(name=name) for name in linking.beside_instruments(found)]
    return "\n".join(part for part in parts if part)


def _scenarios(writing: Writing) -> tuple[ScenarioPart, ...]:
    references = shared.references(writing)
    known = linking.factors(writing.akt, writing.desk, writing.language)
    return tuple(
        ScenarioPart(
            reference=references[each.record],
            what=each.value.what,
            who=each.value.who,
            against_whom=each.value.against_whom,
            severity=each.value.severity,
            imminence=each.value.imminence,
            frequency=each.value.frequency,
            likelihood=each.value.likelihood,
            kind=labels.turn(each.value.turn, writing.speech),
            note=_resting(writing, known, each.value),
        )
        for each in writing.akt.all(Scenario)
    )


def _number(writing: Writing, judgement: RecordId) -> int:
    found = [each.record for each in writing.akt.all(Judgement)]
    return found.index(judgement) + 1


def _protection_now(writing: Writing) -> str:
    found = writing.akt.all(ProtectionNow)
    if not found:
        return ""
    newest = found[-1].value
    said = labels.need_now(newest.needed, writing.speech)
    return " ".join(part for part in (f"{said}.", newest.reasons, newest.done_at_once) if part)
