# SPDX-License-Identifier: EUPL-1.2
"""An incident as fields and back."""

from typing import cast

from workbench.domain.incidents import Certainty, ChildThere, Incident, IncidentKind, Noticed
from workbench.services.facts import happening
from workbench.services.facts import happening_words as said
from workbench.ui.incidents.children import child_fields, children_of, shown_as
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import TICKED, FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

_SEPARATOR = " · "


def fields() -> tuple[FieldVm, ...]:
    """What an incident is made of."""
    options = vocabulary.options
    told = _("As the person tells it. The numbers are never added up.")
    kinds = options(vocabulary.incident_kinds())
    serious = options(vocabulary.severities(), "12345")
    known = options(said.certainties(_))
    return (
        *time_fields(),
        FieldVm("kind", _("Kind"), "list", options=kinds, is_short=True, starts_line=True),
        FieldVm("what", _("What happened"), "text", lines=4),
        FieldVm("severity", _("How serious"), "choice", told, options=serious),
        FieldVm("certainty", _("How it is known"), "list", options=known, is_short=True),
        FieldVm("source", _("Source"), hint=_("Who said it, or where it stands."), is_short=True),
        FieldVm("involved", _("Who was involved")),
        FieldVm(
            "children_noticed",
            _("Did children notice?"),
            "choice",
            options=options(vocabulary.noticed()),
        ),
        *child_fields(),
        FieldVm("evidence", _("Evidence, and where it is kept")),
        FieldVm("document", _("Document number"), is_short=True),
        FieldVm("page", _("Page"), is_short=True),
        checks.reason_field(),
    )


def time_fields() -> tuple[FieldVm, ...]:
    """When it was, as exactly as it is known."""
    exact = _("As it is known: a day, only 2026-03, or only 2026.")
    return (
        FieldVm("day", _("Day"), "day", exact, is_short=True),
        FieldVm("until", _("To, for a period"), "day", is_short=True),
        FieldVm("about", _("About then"), "tick"),
    )


def describe(incident: Incident) -> Lines:
    """A version of an incident in labelled lines."""
    return (
        (_("Day"), happening.spelled(incident)),
        (_("Kind"), kind_of(incident)),
        (_("What happened"), incident.what),
        (_("How serious"), severity_in_words(incident.severity)),
        (_("How it is known"), said.certainty(incident.certainty, _)),
        (_("Source"), incident.source),
        (_("Who was involved"), incident.involved),
        (_("Did children notice?"), vocabulary.noticed()[incident.children_noticed]),
        (_("Children"), children_in_words(incident)),
        (_("Evidence, and where it is kept"), incident.evidence),
        (_("Document"), cited(incident)),
    )


def facts(incident: Incident) -> tuple[str, ...]:
    """What stands in a row under it; nothing that was not said."""
    children = children_in_words(incident)
    if not children and incident.children_noticed == "yes":
        children = _("Children noticed")
    source, evidence = _("Source: {source}"), _("Evidence: {what}")
    parts = (
        said.certainty(incident.certainty, _),
        source.format(source=incident.source) if incident.source else "",
        incident.involved,
        children,
        evidence.format(what=incident.evidence) if incident.evidence else "",
        cited(incident),
    )
    return tuple(part for part in parts if part)


def kind_of(incident: Incident) -> str:
    """Its kind in words."""
    return vocabulary.incident_kinds()[incident.kind]


def severity_in_words(severity: int) -> str:
    """`3 of 5: Serious`."""
    words = vocabulary.severities().get(str(severity), "")
    return _("{severity} of 5: {words}").format(severity=severity, words=words)


def children_in_words(incident: Incident) -> str:
    """`Kim: saw it · Love: does not know`."""
    told = _("{who}: {what}")
    words = said.there(_)
    each = (told.format(who=c.who, what=words[shown_as(c)]) for c in incident.children)
    return _SEPARATOR.join(each)


def cited(incident: Incident) -> str:
    """`document 3, p. 14`; "" without one."""
    if not incident.document:
        return ""
    if not incident.page:
        return _("document {number}").format(number=incident.document)
    return _("document {number}, p. {page}").format(number=incident.document, page=incident.page)


def time_missing(values: Values) -> Missing | None:
    """What must still be said of when it was."""
    missing = checks.blank(values, "day", _("Write the day, as near as it is known."))
    if missing is not None:
        return missing
    for name in ("day", "until"):
        text = checks.iso_day(values, name)
        if text and not happening.is_a_time(text):
            return Missing(name, _("Write it like this: 2026-11-22, 2026-11 or 2026."))
    return None


def _read(incident: Incident) -> Values:
    values = {
        "day": incident.day,
        "until": incident.until,
        "about": TICKED if incident.about else "",
        "kind": incident.kind,
        "what": incident.what,
        "severity": str(incident.severity),
        "certainty": incident.certainty,
        "source": incident.source,
        "involved": incident.involved,
        "children_noticed": incident.children_noticed,
        "evidence": incident.evidence,
        "document": str(incident.document or ""),
        "page": incident.page,
    }
    return values | _children_read(incident.children)


def _children_read(children: tuple[ChildThere, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for at, child in enumerate(children, 1):
        found |= {f"child{at}": child.who, f"child{at}_how": shown_as(child)}
    return found


def _build(values: Values) -> Incident:
    def text(name: str) -> str:
        return values.get(name, "").strip()

    return Incident(
        day=checks.iso_day(values, "day"),
        kind=cast("IncidentKind", values["kind"]),
        severity=int(values["severity"]),
        what=values.get("what", ""),
        source=text("source"),
        children_noticed=cast("Noticed", values.get("children_noticed") or "unknown"),
        evidence=text("evidence"),
        reason=text("reason"),
        until=checks.iso_day(values, "until"),
        about=values.get("about") == TICKED,
        certainty=cast("Certainty", values.get("certainty") or ""),
        children=children_of(values),
        involved=text("involved"),
        document=int(text("document") or 0),
        page=text("page"),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        time_missing(values)
        or checks.blank(values, "kind", _("Choose the kind."))
        or checks.blank(values, "what", _("Write what happened."))
        or checks.blank(values, "severity", _("Choose how serious it was."))
        or _no_number(values)
        or checks.no_reason(values, is_correction)
    )


def _no_number(values: Values) -> Missing | None:
    text = values.get("document", "").strip()
    if not text or (text.isascii() and text.isdigit() and len(text) < 10):  # noqa: PLR2004
        return None
    return Missing("document", _("Write only the number of the document."))


SPEC = Spec(Incident, _read, _build, _missing, require=happening.require_incident)
