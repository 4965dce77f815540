# SPDX-License-Identifier: EUPL-1.2
"""Whom an akt is about, as fields and back. A doubtful number is warned about, never refused."""

from typing import cast

from workbench.domain.personal_number import doubt_about
from workbench.domain.subject import Identity, Subject, SubjectRole
from workbench.services import personal_file
from workbench.services.akt import Akt
from workbench.services.protection_view import require_same_person
from workbench.ui.writing import vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines, labelled
from workbench.ui.writing.spec import Spec, Values
from workbench.words import _


def fields() -> tuple[FieldVm, ...]:
    """Whom the akt is about. Nothing of it has to be known."""
    options = vocabulary.options
    return (
        FieldVm("name", _("Name"), hint=_("Empty when it is not known."), is_short=True),
        FieldVm("personal_number", _("Personal number"), is_short=True),
        FieldVm("identity", _("Identity"), "choice", options=options(vocabulary.identities())),
        FieldVm("role", _("The person is"), "choice", options=options(vocabulary.roles())),
    )


def describe(subject: Subject) -> Lines:
    """A version in labelled lines."""
    return (
        (_("Name"), subject.name or _("not known")),
        (_("Personal number"), subject.personal_number),
        (_("Identity"), vocabulary.identities()[subject.identity]),
        (_("The person is"), vocabulary.roles()[subject.role]),
    )


def told(subject: Subject) -> tuple[str, ...]:
    """The same for the akt's page, without what is empty."""
    return tuple(labelled(label, text) for label, text in describe(subject) if text)


def kept_where(akt: Akt) -> tuple[str, ...]:
    """Where the personakt itself is kept, when somebody has said so."""
    found = personal_file.kept_where(akt)
    said = personal_file.in_words(found.value, _) if found is not None else ""
    return (labelled(_("Personal file"), said),) if said else ()


def _read(subject: Subject) -> Values:
    return {
        "name": subject.name,
        "personal_number": subject.personal_number,
        "identity": subject.identity,
        "role": subject.role,
    }


def _build(values: Values) -> Subject:
    return Subject(
        name=values.get("name", "").strip(),
        personal_number=values.get("personal_number", "").strip(),
        identity=cast("Identity", values.get("identity") or "unknown"),
        role=cast("SubjectRole", values.get("role") or "exposed"),
    )


def _hints(values: Values) -> Values:
    typed = values.get("personal_number", "").strip()
    if not typed:
        return {"personal_number": ""}
    doubts = {
        "": "",
        "length": _("It usually has ten or twelve digits. It can be kept as it is."),
        "date": _("The first digits are no date. It can be kept as it is."),
        "check-digit": _("The last digit does not fit: a typing error? It can be kept as it is."),
    }
    return {"personal_number": doubts[doubt_about(typed)]}


SPEC = Spec(Subject, _read, _build, hints=_hints, is_single=True, require=require_same_person)
