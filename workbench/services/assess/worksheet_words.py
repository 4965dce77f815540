# SPDX-License-Identifier: EUPL-1.2
"""The words of worksheets, the same on screen and on paper: kinds, fields and codes of records."""

from collections.abc import Mapping

from workbench.domain.worksheets import Depth, MaterialKind, Part, Standing, YesNo
from workbench.services.facts import document_words
from workbench.services.labels import Speech


def kinds(_: Speech) -> Mapping[str, str]:
    """What a kind of record is called."""
    return {
        "factor_mark": _("Mark on a factor"),
        "extra_factor": _("Added factor"),
        "citation": _("Where a coding comes from"),
        "material": _("Source of information"),
        "sheet_person": _("Person on the worksheet"),
        "worksheet_head": _("Assignment and frame"),
    }


def fields(_: Speech) -> dict[str, str]:
    """What a field is called."""
    return {
        "number": _("Number"),
        "group": _("Group"),
        "label": _("Factor"),
        "relevance": _("Relevance"),
        "relevance_because": _("Why it is relevant or not"),
        "critical": _("Critical"),
        "provisional": _("Provisional"),
        "provisional_because": _("Why provisional"),
        "page": _("Page"),
        "quote": _("Quote"),
        "happened_on": _("When it happened"),
        "on": _("Day"),
        "reliability": _("How reliable it is"),
        "standing": _("Used, refused or not available"),
        "because": _("Why"),
        "part": _("Part"),
        "relation": _("Relation"),
        "roles": _("Role in the collective"),
        "requester": _("Who asks for it"),
        "legal_basis": _("Legal basis"),
        "question": _("The question"),
        "police_consent": _("Consent to information from the police"),
        "depth": _("Depth"),
        "fields": _("Fields of the worksheet"),
        "procedure": _("Procedure"),
        "procedure_note": _("About the procedure"),
        "columns": _("Time columns"),
        "formulation": _("Formulation"),
        "motivators": _("What drives it"),
        "disinhibitors": _("What takes away restraint"),
        "destabilisers": _("What unsettles"),
        "conclusions": _("Conclusions"),
    }


def material_kind(kind: MaterialKind, _: Speech) -> str:
    """What sort of source it is."""
    return {
        "interview": _("Conversation or interview"),
        "document": _("Document"),
        "register": _("Register"),
        "observation": _("Own observation"),
        "other": _("Other source"),
    }[kind]


def standing(of: Standing, _: Speech) -> str:
    """What came of a source."""
    return {
        "used": _("Used"),
        "refused": _("Sought, refused"),
        "unavailable": _("Sought, not available"),
    }[of]


def part(of: Part, _: Speech) -> str:
    """Whom a person is on a worksheet."""
    return {
        "perpetrator": _("Perpetrator"),
        "victim": _("Exposed person"),
        "other": _("Somebody else in the family or network"),
    }[of]


def depth(of: Depth, _: Speech) -> str:
    """How deep an assessment goes, in the terms of the police."""
    return {
        "": "",
        "initial": _("Initial assessment"),
        "structured": _("Structured assessment"),
        "in-depth": _("In-depth assessment"),
    }[of]


def yes_no(of: YesNo, _: Speech) -> str:
    """Yes, no, or nothing said."""
    return {"": "", "yes": _("Yes"), "no": _("No")}[of]


def cited(source: str, page: str, _: Speech, *, incident: str = "") -> str:
    """`källa 3, s. 14`: one spelling of where something stands. `incident`: the day of one."""
    happened = _("incident {day}").format(day=incident) if incident else ""
    placed = _placed(source, page, _) if source else ""
    return ", ".join(part for part in (placed, happened) if part)


def _placed(source: str, page: str, _: Speech) -> str:
    document = document_words.cited_source(source, page, _)
    if document:
        return document
    if not page:
        return _("source {number}").format(number=source)
    return _("source {number}, p. {page}").format(number=source, page=page)
