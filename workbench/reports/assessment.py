# SPDX-License-Identifier: EUPL-1.2
"""The assessment on paper, in the order in which it was made: protection, the person, the score.

The professional's judgement comes after what it rests on, and ends in who does what by when.
"""

from typing import BinaryIO

from workbench.reports.blocks import (
    Column,
    Content,
    field,
    heading,
    note,
    quote,
    remarks,
    subheading,
    table,
    title,
)
from workbench.reports.pages import write_pages
from workbench.reports.parties import (
    add_measures,
    add_origin,
    add_persons,
    add_signature,
    furniture,
    label,
    staff,
)
from workbench.reports.results import add_result
from workbench.reports.sheet import Sheet
from workbench.reports.strips import Part
from workbench.reports.theme import CELL, CELL_MUTED, CELL_STRONG
from workbench.reports.voice import Voice
from workbench.services.documents import (
    AssessmentDocument,
    IncidentRow,
    JudgementPart,
    LevelRow,
    MeasureRow,
    OwnAppraisalPart,
    ScenarioPart,
)
from workbench.words import Language


def write_assessment(document: AssessmentDocument, *, language: Language, out: BinaryIO) -> None:
    """Write the PDF. Same document in, same bytes out: no clock, vault or process language."""
    sheet = assessment_sheet(document, language)
    head = f"{_heading(sheet, document)} · {document.case_number}"
    pages = furniture(sheet, document.provenance, head=head)
    write_pages(sheet.strips, pages, label(sheet, document.provenance), sheet.setter, out)


def assessment_sheet(document: AssessmentDocument, language: Language) -> Sheet:
    """All that the paper says, not yet on pages."""
    sheet = Sheet(Voice(language))
    _add_opening(sheet, document)
    _add_sources(sheet, document)
    _add_own_appraisal(sheet, document.own_appraisal)
    _add_calendar(sheet, document.incidents)
    _add_results(sheet, document)
    _add_judgement(sheet, document.judgement)
    _add_scenarios(sheet, document.scenarios)
    _add_measures(sheet, document.measures)
    add_signature(sheet, document.signature)
    add_origin(sheet, document.provenance)
    return sheet


def _heading(sheet: Sheet, document: AssessmentDocument) -> str:
    _ = sheet.say
    if document.number:
        return _("Assessment {number}").format(number=document.number)
    return _("Assessment")


def _add_opening(sheet: Sheet, document: AssessmentDocument) -> None:
    _ = sheet.say
    title(sheet, _heading(sheet, document))
    field(sheet, _("Case number"), document.case_number, strong=True)
    add_persons(sheet, document.persons)
    field(sheet, _("Assessed by"), "\n".join(staff(one) for one in document.assessors))
    field(sheet, _("Assessed on"), sheet.voice.days(document.assessed_on))
    field(sheet, _("Unit"), document.unit)
    field(sheet, _("Purpose"), document.purpose)
    field(sheet, _("Protection now"), document.protection_now)
    if document.caveats:
        remarks(sheet, _("Before you read"), document.caveats)


def _add_sources(sheet: Sheet, document: AssessmentDocument) -> None:
    _ = sheet.say
    day = sheet.voice.day
    heading(sheet, _("What the assessment rests on"))
    if document.sources:
        columns = (Column(_("Source used"), 40), Column(_("Date"), 16), Column(_("Who"), 44))
        used = ((_noted(one.kind, one.note), day(one.on), one.who) for one in document.sources)
        table(sheet, columns, used)
    else:
        note(sheet, _("No source has been entered."))
    if document.sources_sought:
        source = Column(_("Sought but refused or not available"), 40)
        columns = (source, Column(_("Date"), 16), Column(_("Reason"), 44))
        sought = ((one.kind, day(one.on), one.reason) for one in document.sources_sought)
        table(sheet, columns, sought)
    else:
        note(sheet, _("No source is noted as refused or not available."))


def _add_own_appraisal(sheet: Sheet, appraisal: OwnAppraisalPart | None) -> None:
    _ = sheet.say
    heading(sheet, _("The exposed person's own appraisal"))
    if appraisal is None:
        note(sheet, _("No own appraisal has been recorded."))
        return
    if appraisal.declined:
        field(sheet, _("Answer"), _("Did not want to make an appraisal of their own."))
    if appraisal.words:
        quote(sheet, _("Own words"), appraisal.words)
    field(sheet, _("Own estimate"), appraisal.estimate)
    recorded = f"{sheet.voice.time(appraisal.recorded_at)}, {appraisal.recorder}"
    field(sheet, _("Written down"), recorded)
    when = (
        _("Recorded after the score had been shown.")
        if appraisal.after_score
        else _("Recorded before any score was shown.")
    )
    field(sheet, _("Taken when"), when)


def _add_calendar(sheet: Sheet, incidents: tuple[IncidentRow, ...]) -> None:
    _ = sheet.say
    heading(sheet, _("Violence calendar"))
    if not incidents:
        note(sheet, _("No event has been entered."))
        return
    columns = (
        Column(_("Date"), 16),
        Column(_("What happened"), 44),
        Column(_("Severity 1–5"), 12, "centre"),
        Column(_("Source"), 28),
    )
    table(sheet, columns, (_incident(sheet, one) for one in incidents))
    note(sheet, _("Each severity stands for its own event. They are never added up."))


def _incident(sheet: Sheet, incident: IncidentRow) -> tuple[Content, ...]:
    severity = "" if incident.severity is None else str(incident.severity)
    when = incident.day or sheet.voice.day(incident.on)
    return (when, _noted(incident.kind, incident.note), severity, incident.source)


def _add_results(sheet: Sheet, document: AssessmentDocument) -> None:
    _ = sheet.say
    heading(sheet, _("Instruments"))
    if not document.results:
        note(sheet, _("No instrument has been used."))
    for part in document.results:
        add_result(sheet, part)


def _add_judgement(sheet: Sheet, judgement: JudgementPart | None) -> None:
    _ = sheet.say
    heading(sheet, _("Overall judgement"))
    if judgement is None:
        note(sheet, _("No overall judgement has been made."))
        return
    missing = _("Not stated")
    field(sheet, _("Risk of what"), judgement.risk_of_what or missing)
    field(sheet, _("Against whom"), judgement.against_whom or missing)
    field(sheet, _("Why"), judgement.reasons or missing)
    field(sheet, _("What we do"), judgement.what_we_do or missing)
    field(sheet, _("Own view and score"), judgement.comparison)
    field(sheet, _("Limitations"), judgement.limitations or missing)
    day = sheet.voice.day(judgement.reassess_by)
    field(sheet, _("New assessment by"), day or missing, strong=True)
    for conclusion, said in judgement.conclusions:
        field(sheet, conclusion, said)
    if judgement.levels:
        sheet.air(4)
        columns = (Column(_("Judged"), 62), Column(_("Level"), 38))
        table(sheet, columns, (_level(sheet, one) for one in judgement.levels))


def _level(sheet: Sheet, level: LevelRow) -> tuple[Content, ...]:
    _ = sheet.say
    condition = _("if no measures are taken") if level.without_measures else ""
    return (
        _noted(level.question, level.reason),
        (Part(level.level, CELL_STRONG), Part(condition, CELL_MUTED)),
    )


def _add_scenarios(sheet: Sheet, scenarios: tuple[ScenarioPart, ...]) -> None:
    _ = sheet.say
    heading(sheet, _("Scenarios"))
    if not scenarios:
        note(sheet, _("No scenario has been written."))
    for scenario in scenarios:
        _add_scenario(sheet, scenario)


def _add_scenario(sheet: Sheet, scenario: ScenarioPart) -> None:
    _ = sheet.say
    with sheet.together():
        subheading(sheet, _("Scenario {reference}").format(reference=scenario.reference))
        field(sheet, _("What"), scenario.what, strong=True)
        field(sheet, _("Who"), scenario.who)
        field(sheet, _("Against whom"), scenario.against_whom)
        field(sheet, _("How serious"), scenario.severity)
        field(sheet, _("How soon"), scenario.imminence)
        field(sheet, _("How often"), scenario.frequency)
        field(sheet, _("How likely"), scenario.likelihood)
        field(sheet, _("Kind"), scenario.kind)
        field(sheet, _("Remark"), scenario.note)


def _add_measures(sheet: Sheet, measures: tuple[MeasureRow, ...]) -> None:
    _ = sheet.say
    heading(sheet, _("Measures"))
    if measures:
        add_measures(sheet, measures, answers=True)
    else:
        note(sheet, _("No measure has been entered."))


def _noted(text: str, remark: str) -> tuple[Part, ...]:
    return (Part(text, CELL), Part(remark, CELL_MUTED))
