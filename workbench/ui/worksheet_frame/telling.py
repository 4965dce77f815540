# SPDX-License-Identifier: EUPL-1.2
"""The frame of a worksheet in words, gathered on the vault's thread."""

from dataclasses import dataclass
from typing import Any

from workbench.domain.ids import RecordId
from workbench.domain.worksheets import Material, SheetPerson, WorksheetHead
from workbench.instruments.definition import Definition
from workbench.services.assess import sheets, worksheet_words, worksheets
from workbench.services.desk import Desk
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.worksheet_frame.head import ASSESSMENT, said_lines
from workbench.ui.writing.history import Lines
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.voices import names_of
from workbench.words import _, language


@dataclass(frozen=True, slots=True)
class FrameVm:
    """Sources and people as they stand. `named` are the sources said when it was begun.

    `locked` says that nothing more is entered and since when, "" while it is open; `said` is then
    what stands in the frame.
    """

    title: str
    sources: tuple[RecordVm, ...]
    people: tuple[RecordVm, ...]
    named: tuple[str, ...]
    locked: str
    full: frozenset[str]
    said: Lines = ()


@dataclass(frozen=True, slots=True)
class Framed:
    """What the presenter needs besides the vm. `head` and `left` are what is written on."""

    vm: FrameVm
    definition: Definition
    head: RecordId
    source: RecordId | None
    person: RecordId | None
    next_number: str


def framed(akt: Akt, desk: Desk, assessment: RecordId) -> Framed:
    """All of it, and which records are being written."""
    sheet = sheets.sheet(akt, desk, assessment)
    tell, definition = teller(akt, names_of(desk)), sheet.definition
    people = worksheets.people_of(akt, assessment)
    materials = worksheets.materials(akt, assessment)
    named, since = sheet.context.sources, sheet.locked_at
    head = worksheets.head_of(akt, assessment)
    numbered = _("{number}. {label}")
    vm = FrameVm(
        title=definition.title(language()),
        sources=tuple(_source(tell, each) for each in materials),
        people=tuple(_person(tell, each, definition) for each in people),
        named=tuple(numbered.format(number=n, label=s) for n, s in enumerate(named, 1)),
        locked=_("Locked {when}").format(when=day_and_time(since)) if since else "",
        full=worksheets.full_parts(akt, (assessment, definition)),
        said=said_lines(head.value, definition) if head is not None and since else (),
    )
    return Framed(
        vm=vm,
        definition=definition,
        head=head.record if head else _left(akt, WorksheetHead, assessment) or akt.new_record(),
        source=_left(akt, Material, assessment),
        person=_left(akt, SheetPerson, assessment),
        next_number=worksheets.next_number(akt, assessment, named),
    )


def _left(akt: Akt, of: type[Any], assessment: RecordId) -> RecordId | None:
    """What was begun and not entered for this very assessment."""
    kind = bodies.name_of(of)
    for record in left_unentered(akt, of):
        if working.fields_of(akt, kind, record).get(ASSESSMENT) == assessment:
            return record
    return None


def _source(tell: Teller, each: Recorded[Material]) -> RecordVm:
    value = each.value
    heading = _("{number}. {label}").format(number=value.number, label=value.what)
    kind = worksheet_words.material_kind(value.kind, _)
    said = (kind, value.on, value.who, value.reliability, value.because)
    states = (
        () if value.standing == "used" else (StateVm(worksheet_words.standing(value.standing, _)),)
    )
    return RecordVm(
        record=each.record,
        heading=heading,
        text="",
        facts=(*(text for text in said if text), *standing_facts(each)),
        states=states,
        versions=tell.versions(Material, each, _describe_source),
        has_working=tell.has_working(Material, each.record),
    )


def _person(tell: Teller, each: Recorded[SheetPerson], definition: Definition) -> RecordVm:
    value, roles = each.value, definition.labels[language()].roles
    part = worksheet_words.part(value.part, _)
    return RecordVm(
        record=each.record,
        heading=value.name,
        text=value.note,
        facts=(*(text for text in (part, value.relation) if text), *standing_facts(each)),
        states=tuple(StateVm(roles.get(role, role)) for role in value.roles),
        versions=tell.versions(SheetPerson, each, _describe_person),
        has_working=tell.has_working(SheetPerson, each.record),
    )


def _describe_source(value: Material) -> Lines:
    words = worksheet_words.fields(_)
    return (
        (words["number"], value.number),
        (_("What it is"), value.what),
        (words["standing"], worksheet_words.standing(value.standing, _)),
        (words["on"], value.on),
        (_("Who"), value.who),
        (words["reliability"], value.reliability),
        (_("Why it could not be had"), value.because),
    )


def _describe_person(value: SheetPerson) -> Lines:
    words = worksheet_words.fields(_)
    return (
        (words["part"], worksheet_words.part(value.part, _)),
        (_("Name"), value.name),
        (_("Relation to the exposed person"), value.relation),
        (_("About this person"), value.note),
    )
