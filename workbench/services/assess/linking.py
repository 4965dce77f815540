# SPDX-License-Identifier: EUPL-1.2
"""What scenarios and measures rest on: factors of worksheets and incidents of the calendar.

Nothing is linked, proposed or written by the program; it lists what there is to choose from.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from workbench.domain.assessments import Assessment
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.incidents import Incident
from workbench.domain.measures import Measure
from workbench.domain.scenarios import Scenario, has_number
from workbench.domain.worksheets import FactorRef
from workbench.instruments.definition import Definition, Language
from workbench.services.assess.sheets import Sheet, entered_sheet
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt, Recorded


class UnknownLinkError(WorkbenchError):
    """A scenario or a measure names a factor, an incident or a scenario that is not there."""

    code: ClassVar[str] = "LOOP-009"


class LikelihoodNumberError(WorkbenchError):
    """A likelihood was told as a number."""

    code: ClassVar[str] = "LOOP-010"


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor that can be linked: which one, what it is called, and on which worksheet."""

    ref: FactorRef
    label: str
    instrument: str
    begun_on: str
    is_beside: bool


def has_scenarios(definition: Definition) -> bool:
    """Whether scenarios are a step of the method; else they are kept beside the instrument."""
    return "scenarios" in definition.table.steps


def factors(akt: Akt, desk: Desk, lang: Language) -> tuple[Factor, ...]:
    """Every factor of every worksheet in the akt, the newest worksheet first."""
    sheets = reversed(_worksheets(akt, desk))
    return tuple(found for sheet in sheets for found in _factors(sheet, lang))


def linked(known: Iterable[Factor], refs: Iterable[FactorRef]) -> tuple[Factor, ...]:
    """Those of `known` that are linked, in the order in which they were."""
    found = {each.ref: each for each in known}
    return tuple(found[ref] for ref in refs if ref in found)


def happened(akt: Akt, records: Iterable[RecordId]) -> tuple[Recorded[Incident], ...]:
    """The incidents that are linked and still hold."""
    found = (akt.find(Incident, record) for record in records)
    return tuple(each for each in found if each is not None)


def beside_instruments(found: Iterable[Factor]) -> tuple[str, ...]:
    """Titles of the methods of these factors that have no step for scenarios."""
    return tuple(dict.fromkeys(each.instrument for each in found if each.is_beside))


def unanswered(akt: Akt, desk: Desk) -> tuple[Recorded[Scenario], ...]:
    """Scenarios of methods that propose measures for each scenario, and that have none."""
    per_scenario = {
        sheet.assessment for sheet in _worksheets(akt, desk) if _is_per_scenario(sheet.definition)
    }
    answered = {each.value.scenario for each in akt.all(Measure)}
    return tuple(
        each
        for each in akt.all(Scenario)
        if each.record not in answered
        and per_scenario & {factor.assessment for factor in each.value.factors}
    )


def require_scenario(akt: Akt, scenario: Scenario) -> None:
    """Refuse a likelihood in figures, and links to what is not in this akt.

    Raises:
        LikelihoodNumberError; UnknownLinkError.
    """
    if has_number(scenario.likelihood):
        raise LikelihoodNumberError
    _require_factors(akt, scenario.factors)
    for record in scenario.incidents:
        if akt.find(Incident, record) is None:
            raise UnknownLinkError


def require_measure(akt: Akt, measure: Measure) -> None:
    """Refuse links to what is not in this akt. Raises UnknownLinkError."""
    _require_factors(akt, measure.factors)
    if measure.scenario is not None and akt.find(Scenario, measure.scenario) is None:
        raise UnknownLinkError


def _require_factors(akt: Akt, refs: Iterable[FactorRef]) -> None:
    if any(akt.find(Assessment, ref.assessment) is None for ref in refs):
        raise UnknownLinkError


def _worksheets(akt: Akt, desk: Desk) -> list[Sheet]:
    """Those that can be read here and now, in the order in which they were begun."""
    found = []
    for made in akt.all(Assessment):
        try:
            sheet = entered_sheet(akt, desk, made.record)
        except (WorkbenchError, KeyError):
            continue  # withheld, or of a definition that is not here
        if sheet.definition.kind == "spj":
            found.append(sheet)
    return found


def _factors(sheet: Sheet, lang: Language) -> list[Factor]:
    definition = sheet.definition
    labels = {item.id: f"{item.number}. {item.labels[lang]}" for item in definition.items}
    labels |= {extra.record: extra.label for extra in sheet.beside.extras}
    return [
        Factor(
            ref=FactorRef(sheet.assessment, item),
            label=label,
            instrument=definition.title(lang),
            begun_on=sheet.context.begun_on,
            is_beside=not has_scenarios(definition),
        )
        for item, label in labels.items()
    ]


def _is_per_scenario(definition: Definition) -> bool:
    return any(scheme.per_scenario for scheme in definition.table.management)
