# SPDX-License-Identifier: EUPL-1.2
"""The protection plan as a document: what the organisation does, kept by staff."""

from dataclasses import dataclass
from datetime import date

from workbench.services.documents.staff import (
    MeasureRow,
    PersonRow,
    Provenance,
    SignaturePart,
    StaffRow,
)


@dataclass(frozen=True, slots=True)
class PlannedScenarioPart:
    """A scenario in one line, and the measures that answer it.

    `no_measure` is the reason when it was decided that none is needed.
    """

    reference: str
    what: str
    against_whom: str
    measures: tuple[MeasureRow, ...]
    no_measure: str = ""


@dataclass(frozen=True, slots=True)
class ContactRuleRow:
    """One rule for how to reach the person safely: "Sms", "Ja, vardagar 9–11", a remark."""

    channel: str
    rule: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class IfItHappensRow:
    """What applies when something happens: the event, what is done, who does it."""

    event: str
    action: str
    who: str


@dataclass(frozen=True, slots=True)
class OrderRow:
    """A protection in force: "Kontaktförbud", from, until, what it covers."""

    kind: str
    starts_on: date | None
    ends_on: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class StaffItemRow:
    """An item for staff only; `reference` is its id in the library ("B5") or empty.

    `label` is what its section of the library is called, `who` sees to it.
    """

    reference: str
    label: str
    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """What is followed up, on which day, by whom."""

    what: str
    on: date
    who: str


@dataclass(frozen=True, slots=True)
class ProtectionPlanDocument:
    """The organisation's plan. It must not be carried by the person it protects.

    `rests_on` names the assessment that the plan answers ("Bedömning 2, 2026-11-22").
    `further_measures` answer no single scenario.
    """

    case_number: str
    persons: tuple[PersonRow, ...]
    unit: str
    planned_on: date
    responsible: StaffRow
    rests_on: str
    scenarios: tuple[PlannedScenarioPart, ...]
    further_measures: tuple[MeasureRow, ...]
    contact_rules: tuple[ContactRuleRow, ...]
    orders: tuple[OrderRow, ...]
    if_it_happens: tuple[IfItHappensRow, ...]
    staff_items: tuple[StaffItemRow, ...]
    follow_ups: tuple[FollowUpRow, ...]
    reassess_by: date | None
    signature: SignaturePart
    provenance: Provenance
    caveats: tuple[str, ...] = ()
