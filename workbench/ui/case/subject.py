# SPDX-License-Identifier: EUPL-1.2
"""Whom an akt is about, as fields and back. A doubtful number is warned about, never refused."""

from collections.abc import Mapping
from typing import cast

from workbench.domain.subject import Established, Identity, Subject, SubjectRole
from workbench.services.handing_over import personal_file
from workbench.services.person import identity, identity_words
from workbench.services.person.protection_view import require_same_person
from workbench.services.records.akt import Akt
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines, labelled
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

_TEXTS = ("name", "personal_number", "established_note", "reason")
_STOOD = "number_before"
"""Not asked for: the number that stood when the form was laid open."""


def fields() -> tuple[FieldVm, ...]:
    """Whom the akt is about. Nothing of it has to be known."""
    options = vocabulary.options
    return (
        *_who(),
        FieldVm("identity", _("Identity"), "choice", options=options(vocabulary.identities())),
        FieldVm("role", _("The person is"), "choice", options=options(vocabulary.roles())),
        checks.reason_field(),
    )


def identity_fields() -> tuple[FieldVm, ...]:
    """The same, and how the identity is known."""
    options = vocabulary.options
    known = options(identity_words.establisheds(_))
    cited = _("Document 3, page 1, or who said so.")
    return (
        *_who(),
        FieldVm("identity", _("Identity"), "choice", options=options(vocabulary.identities())),
        FieldVm("established", _("How the identity is known"), "choice", options=known),
        FieldVm("established_note", _("Which document, which authority"), hint=cited),
        FieldVm("role", _("The person is"), "choice", options=options(vocabulary.roles())),
        checks.reason_field(),
    )


def _who() -> tuple[FieldVm, ...]:
    return (
        FieldVm("name", _("Name"), hint=_("Empty when it is not known."), is_short=True),
        FieldVm("personal_number", _("Personal number"), is_short=True),
    )


def describe(subject: Subject) -> Lines:
    """A version in labelled lines."""
    return (
        (_("Name"), subject.name or _("not known")),
        (_("Personal number"), subject.personal_number),
        (_("Reserve number"), subject.reserve_number),
        (_("Identity"), vocabulary.identities()[subject.identity]),
        (_("How the identity is known"), identity_words.established(subject.established, _)),
        (_("Which document, which authority"), subject.established_note),
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


def build(values: Values) -> Subject:
    """Whom the fields tell of. The reserve number is no field: it stays as it stood."""
    texts = {name: values.get(name, "").strip() for name in _TEXTS}
    return Subject(
        **texts,
        identity=cast("Identity", values.get("identity") or "unknown"),
        role=cast("SubjectRole", values.get("role") or "exposed"),
        established=cast("Established", values.get("established", "")),
        reserve_number=values.get("reserve_number", ""),
    )


def _read(subject: Subject) -> Values:
    texts: Mapping[str, str] = {name: getattr(subject, name) for name in _TEXTS[:-1]}
    return {
        **texts,
        "identity": subject.identity,
        "role": subject.role,
        "established": subject.established,
        "reserve_number": subject.reserve_number,
        _STOOD: subject.personal_number,
    }


def _missing(values: Values, _corrects: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    """Only where a reserve number gets a personal number it must be said why."""
    reserve, before = values.get("reserve_number", ""), values.get(_STOOD, "")
    if not identity.needs_reason(reserve, before, values.get("personal_number", "")):
        return None
    return checks.blank(
        values, checks.REASON, _("Write why the reserve number is this personal number.")
    )


def _complete(akt: Akt, subject: Subject) -> tuple[Subject, Mapping[str, bytes]]:
    return identity.with_reserve(akt.case, subject), {}


SPEC = Spec(
    Subject,
    _read,
    build,
    _missing,
    is_single=True,
    require=require_same_person,
    complete=_complete,
)
