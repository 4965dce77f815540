# SPDX-License-Identifier: EUPL-1.2
"""The protection plan on paper: the organisation's own, never for the person to carry.

Where anyone lives or stays has no place in it: the document has no field for an address.
"""

from typing import BinaryIO

from workbench.reports.blocks import (
    Column,
    field,
    heading,
    note,
    notice,
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
from workbench.reports.sheet import Sheet
from workbench.reports.strips import Part
from workbench.reports.theme import CELL, CELL_MUTED, CELL_STRONG
from workbench.reports.voice import Voice
from workbench.services.documents import OrderRow, PlannedScenarioPart, ProtectionPlanDocument
from workbench.words import Language


def write_protection_plan(
    document: ProtectionPlanDocument, *, language: Language, out: BinaryIO
) -> None:
    """Write the PDF. Same document in, same bytes out: no clock, vault or process language."""
    sheet = protection_plan_sheet(document, language)
    _ = sheet.say
    head = f"{_('Protection plan')} · {document.case_number}"
    warning = _("Must not be carried by the person it protects")
    pages = furniture(sheet, document.provenance, head=head, warning=warning)
    write_pages(sheet.strips, pages, label(sheet, document.provenance), sheet.setter, out)


def protection_plan_sheet(document: ProtectionPlanDocument, language: Language) -> Sheet:
    """All that the paper says, not yet on pages."""
    sheet = Sheet(Voice(language))
    _add_opening(sheet, document)
    _add_contact(sheet, document)
    _add_if_it_happens(sheet, document)
    _add_scenarios(sheet, document)
    _add_orders(sheet, document)
    _add_staff_items(sheet, document)
    _add_follow_ups(sheet, document)
    add_signature(sheet, document.signature)
    add_origin(sheet, document.provenance)
    return sheet


def _add_opening(sheet: Sheet, document: ProtectionPlanDocument) -> None:
    _ = sheet.say
    title(sheet, _("Protection plan"))
    notice(
        sheet,
        _("This paper stays with us. It must not be carried by the person it protects."),
        _("It is the organisation's plan: what we do, who does it and by when."),
    )
    field(sheet, _("Case number"), document.case_number, strong=True)
    add_persons(sheet, document.persons)
    field(sheet, _("Responsible"), staff(document.responsible))
    field(sheet, _("Unit"), document.unit)
    field(sheet, _("Plan made on"), sheet.voice.day(document.planned_on))
    field(sheet, _("Rests on"), document.rests_on)
    reassess = sheet.voice.day(document.reassess_by) or _("Not stated")
    field(sheet, _("New assessment by"), reassess, strong=True)
    if document.caveats:
        remarks(sheet, _("Before you read"), document.caveats)


def _add_contact(sheet: Sheet, document: ProtectionPlanDocument) -> None:
    _ = sheet.say
    heading(sheet, _("How we make contact"))
    if not document.contact_rules:
        note(sheet, _("No rule for contact has been entered. Ask before you call or write."))
        return
    columns = (Column(_("Way"), 28), Column(_("What applies"), 72))
    rows = (
        (
            (Part(rule.channel, CELL_STRONG),),
            (Part(rule.rule, CELL), Part(rule.note, CELL_MUTED)),
        )
        for rule in document.contact_rules
    )
    table(sheet, columns, rows)


def _add_if_it_happens(sheet: Sheet, document: ProtectionPlanDocument) -> None:
    _ = sheet.say
    heading(sheet, _("If something happens"))
    if not document.if_it_happens:
        note(sheet, _("Nothing has been entered."))
        return
    columns = (Column(_("If"), 32), Column(_("Then"), 44), Column(_("Who"), 24))
    rows = (
        ((Part(one.event, CELL_STRONG),), one.action, one.who) for one in document.if_it_happens
    )
    table(sheet, columns, rows)


def _add_scenarios(sheet: Sheet, document: ProtectionPlanDocument) -> None:
    _ = sheet.say
    heading(sheet, _("Measures by scenario"))
    if not document.scenarios:
        note(sheet, _("No scenario has been written."))
    for scenario in document.scenarios:
        _add_scenario(sheet, scenario)
    if document.further_measures:
        subheading(sheet, _("Further measures"))
        add_measures(sheet, document.further_measures, answers=False)


def _add_scenario(sheet: Sheet, scenario: PlannedScenarioPart) -> None:
    _ = sheet.say
    subheading(sheet, _("Scenario {reference}").format(reference=scenario.reference))
    field(sheet, _("What"), scenario.what)
    field(sheet, _("Against whom"), scenario.against_whom)
    field(sheet, _("No measure, because"), scenario.no_measure)
    if scenario.measures:
        sheet.air(3)
        add_measures(sheet, scenario.measures, answers=False)
    elif not scenario.no_measure:
        note(sheet, _("No measure has been entered."))


def _add_orders(sheet: Sheet, document: ProtectionPlanDocument) -> None:
    _ = sheet.say
    if not document.orders:
        return
    heading(sheet, _("Protection in force"))
    columns = (
        Column(_("Kind"), 28),
        Column(_("From – until"), 26),
        Column(_("What it covers"), 46),
    )
    rows = ((one.kind, _period(sheet, one), one.note) for one in document.orders)
    table(sheet, columns, rows)


def _period(sheet: Sheet, order: OrderRow) -> str:
    _ = sheet.say
    first, last = sheet.voice.day(order.starts_on), sheet.voice.day(order.ends_on)
    if first and last:
        return f"{first} – {last}"
    if last:
        return _("until {day}").format(day=last)
    return _("from {day}").format(day=first) if first else _("Not stated")


def _add_staff_items(sheet: Sheet, document: ProtectionPlanDocument) -> None:
    _ = sheet.say
    if not document.staff_items:
        return
    heading(sheet, _("For staff only"))
    columns = (Column(_("Plan item"), 28), Column(_("What applies"), 50), Column(_("Who"), 22))
    rows = (
        ((Part(f"{one.reference} {one.label}".strip(), CELL_STRONG),), one.text, one.who)
        for one in document.staff_items
    )
    table(sheet, columns, rows)


def _add_follow_ups(sheet: Sheet, document: ProtectionPlanDocument) -> None:
    _ = sheet.say
    heading(sheet, _("Follow-up"))
    if not document.follow_ups:
        note(sheet, _("No follow-up has been entered."))
        return
    columns = (Column(_("Date"), 16), Column(_("What"), 54), Column(_("Who"), 30))
    day = sheet.voice.day
    rows = (((Part(day(one.on), CELL_STRONG),), one.what, one.who) for one in document.follow_ups)
    table(sheet, columns, rows)
