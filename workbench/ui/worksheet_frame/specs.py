# SPDX-License-Identifier: EUPL-1.2
"""A source of information and a person on a worksheet as fields and back."""

from collections.abc import Callable
from typing import cast

from workbench.domain.ids import RecordId
from workbench.domain.worksheets import (
    MATERIAL_KINDS,
    PARTS,
    STANDINGS,
    Material,
    MaterialKind,
    Part,
    SheetPerson,
    Standing,
    WorksheetHead,
)
from workbench.instruments.definition import Definition
from workbench.services.assess import locks, worksheet_words, worksheets
from workbench.services.records.akt import Akt
from workbench.ui.worksheet_frame.head import ASSESSMENT
from workbench.ui.writing import checks
from workbench.ui.writing.fields import TICKED, FieldVm, OptionVm
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _, language

NUMBER, _ROLE = "number", "role:"


def source_fields() -> tuple[FieldVm, ...]:
    """A source that was used, or sought in vain."""
    words = worksheet_words.fields(_)
    kinds = tuple(OptionVm(k, worksheet_words.material_kind(k, _)) for k in MATERIAL_KINDS)
    standings = tuple(OptionVm(s, worksheet_words.standing(s, _)) for s in STANDINGS)
    return (
        FieldVm("what", _("What it is"), hint=_("For instance: police report, the exposed person")),
        FieldVm("kind", _("Kind"), "list", options=kinds, is_short=True),
        FieldVm("standing", words["standing"], "list", options=standings, is_short=True),
        FieldVm("on", words["on"], "day", is_short=True),
        FieldVm("because", _("Why it could not be had")),
        FieldVm("who", _("Who"), hint=_("By whom, or who was heard."), is_short=True),
        FieldVm("reliability", words["reliability"], is_short=True),
        checks.reason_field(),
    )


def person_fields(definition: Definition) -> tuple[FieldVm, ...]:
    """A person; in a collective who decides, who carries out, who protects."""
    parts = tuple(OptionVm(p, worksheet_words.part(p, _)) for p in offered_parts(definition))
    roles = definition.labels[language()].roles
    return (
        FieldVm("part", worksheet_words.fields(_)["part"], "list", options=parts, is_short=True),
        FieldVm("name", _("Name"), hint=_("Or what the person is called here."), is_short=True),
        FieldVm("relation", _("Relation to the exposed person"), is_short=True),
        *(FieldVm(f"{_ROLE}{role}", roles[role], "tick") for role in _roles(definition)),
        FieldVm("note", _("About this person"), "text", lines=2),
        checks.reason_field(),
    )


def offered_parts(definition: Definition) -> tuple[Part, ...]:
    """Others than perpetrator and exposed only where the method speaks of a network."""
    persons = definition.table.persons
    return PARTS if persons is not None and persons.network else PARTS[:2]


def source_spec(assessment: RecordId) -> Spec[Material]:
    """The sources of one assessment."""
    return Spec(Material, _read_source, _builder(assessment), _source_missing,
                fresh={"standing": "used"}, require=require_open)  # fmt: skip


def person_spec(
    assessment: RecordId, definition: Definition, full: Callable[[], frozenset[str]]
) -> Spec[SheetPerson]:
    """The people of one assessment; `full` are the parts that nobody more can have."""

    def missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
        if not is_correction and values.get("part", "") in full():
            return Missing("part", _("This method is about one of each. Make another assessment."))
        return _person_missing(values, is_correction)

    return Spec(
        SheetPerson,
        _read_person,
        lambda values: _build_person(values, assessment, definition),
        missing,
        require=require_open,
        require_as=lambda akt, value, record: worksheets.require_one_of_each(
            akt, definition, value, record
        ),
    )


def require_open(akt: Akt, value: Material | SheetPerson | WorksheetHead) -> None:
    """Nothing is entered beside an assessment that is locked."""
    locks.require_open(akt, value.assessment)


def _roles(definition: Definition) -> tuple[str, ...]:
    persons = definition.table.persons
    return tuple(persons.roles) if persons is not None else ()


def _read_source(material: Material) -> Values:
    names = ("number", "kind", "what", "on", "who", "reliability", "standing", "because")
    return {name: getattr(material, name) for name in names} | {ASSESSMENT: material.assessment}


def _builder(assessment: RecordId) -> Callable[[Values], Material]:
    def build(values: Values) -> Material:
        return Material(
            assessment=assessment,
            number=values[NUMBER],
            kind=cast("MaterialKind", values.get("kind") or "other"),
            what=values.get("what", "").strip(),
            on=checks.iso_day(values, "on"),
            who=values.get("who", "").strip(),
            reliability=values.get("reliability", "").strip(),
            standing=cast("Standing", values.get("standing") or "used"),
            because=values.get("because", "").strip(),
            reason=values.get(checks.REASON, "").strip(),
        )

    return build


def _source_missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    return (
        checks.blank(values, "what", _("Write what it is."))
        or checks.not_a_day(values, "on")
        or checks.no_reason(values, is_correction)
    )


def _read_person(person: SheetPerson) -> Values:
    names = ("part", "name", "relation", "note")
    roles = {f"{_ROLE}{role}": TICKED for role in person.roles}
    return {n: getattr(person, n) for n in names} | roles | {ASSESSMENT: person.assessment}


def _build_person(values: Values, assessment: RecordId, definition: Definition) -> SheetPerson:
    roles = tuple(r for r in _roles(definition) if values.get(f"{_ROLE}{r}") == TICKED)
    return SheetPerson(
        assessment=assessment,
        part=cast("Part", values["part"]),
        name=values.get("name", "").strip(),
        relation=values.get("relation", "").strip(),
        roles=roles,
        note=values.get("note", ""),
        reason=values.get(checks.REASON, "").strip(),
    )


def _person_missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    return (
        checks.blank(values, "part", _("Choose the part."))
        or checks.blank(values, "name", _("Write a name, or what the person is called here."))
        or checks.no_reason(values, is_correction)
    )
