# SPDX-License-Identifier: EUPL-1.2
"""Protected personal details as fields and back: how far, and what would lead to the person."""

from typing import cast

from workbench.domain.ids import UserId
from workbench.domain.protected_identity import (
    HiddenDetail,
    HiddenKind,
    Level,
    ProtectedIdentity,
)
from workbench.services.person import protection_view, protection_words
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

_DAYS = ("since", "review_on")


def protection_fields() -> tuple[FieldVm, ...]:
    """The level, who decided it and when, when it is looked at again, who works with it."""
    levels = vocabulary.options(protection_words.levels(_))
    by_rule = _("Empty: a year after it began.")
    named = _("Those who are named to work with this. Access itself is given under Access.")
    return (
        FieldVm("protected_as", _("Level of protection"), "choice", options=levels),
        FieldVm("since", _("Since"), "day", is_short=True),
        FieldVm("review_on", _("Looked at again on"), "day", by_rule, is_short=True),
        FieldVm("decided_by", _("Who decided"), is_short=True),
        FieldVm("who_may_see", _("Who may see"), "links", named),
        FieldVm(
            "told_person",
            _("What the person was told about how the details are kept"),
            "text",
            lines=2,
        ),
        checks.reason_field(),
    )


def hidden_fields() -> tuple[FieldVm, ...]:
    """One detail, and what it tells."""
    kinds = vocabulary.options(protection_words.hidden_kinds(_))
    why = _("Only what is needed. It never leaves, and is stopped where it stands in a text.")
    return (
        FieldVm("kind", _("What it tells"), "choice", options=kinds),
        FieldVm("place", _("What would lead to the person"), hint=why),
        checks.reason_field(),
    )


def meaning(code: str) -> str:
    """What a level means for the work, in one or two sentences."""
    return {
        "secrecy_marking": _(
            "A warning that the Tax Agency sets, normally for about a year. Address, phone, "
            "municipality, school and work are shown to nobody but those who are named."
        ),
        "protected_registration": _(
            "Registered elsewhere than where the person lives; post goes through the Tax "
            "Agency's forwarding. The true address is not kept unless it is needed."
        ),
        "assumed_identity": _(
            "A new identity, decided by the police. What ties it to the old one is never "
            "written: a case file of its own, no link, no reference. Ask the manager."
        ),
        "unstated": _(
            "The identity is noted as protected and no level is stated. It is kept as strictly "
            "as protected population registration until somebody states it."
        ),
    }.get(code, "")


def describe_protection(value: ProtectedIdentity) -> Lines:
    """A version in labelled lines, without those who are named."""
    return (
        (_("Level of protection"), protection_words.level(value.protected_as, _)),
        (_("Since"), value.since),
        (_("Looked at again on"), value.review_on),
        (_("Who decided"), value.decided_by),
        (_("What the person was told about how the details are kept"), value.told_person),
    )


def describe_hidden(value: HiddenDetail) -> Lines:
    """A version in labelled lines."""
    return (
        (_("What it tells"), protection_words.hidden_kind(value.kind, _)),
        (_("What would lead to the person"), value.place),
    )


def _read_protection(value: ProtectedIdentity) -> Values:
    plain = ("protected_as", "since", "review_on", "decided_by", "told_person")
    said = {name: str(getattr(value, name)) for name in plain}
    return said | {"who_may_see": " ".join(value.who_may_see)}


def _build_protection(values: Values) -> ProtectedIdentity:
    days = {name: checks.iso_day(values, name) for name in _DAYS if values.get(name, "").strip()}
    return ProtectedIdentity(
        protected_as=cast("Level", values["protected_as"]),
        decided_by=values.get("decided_by", "").strip(),
        who_may_see=tuple(UserId(user) for user in values.get("who_may_see", "").split()),
        told_person=values.get("told_person", "").strip(),
        reason=values.get(checks.REASON, "").strip(),
        **days,
    )


def _missing_protection(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    days = (checks.not_a_day(values, name) for name in _DAYS if values.get(name, "").strip())
    return (
        checks.blank(values, "protected_as", _("Choose the level."))
        or next((found for found in days if found is not None), None)
        or checks.no_reason(values, is_correction)
    )


def _read_hidden(value: HiddenDetail) -> Values:
    return {"kind": value.kind, "place": value.place}


def _build_hidden(values: Values) -> HiddenDetail:
    return HiddenDetail(
        cast("HiddenKind", values["kind"]),
        values.get("place", "").strip(),
        values.get(checks.REASON, "").strip(),
    )


def _missing_hidden(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    return (
        checks.blank(values, "kind", _("Choose what it tells."))
        or checks.blank(values, "place", _("Write what would lead to the person."))
        or checks.no_reason(values, is_correction)
    )


PROTECTION = Spec(
    ProtectedIdentity,
    _read_protection,
    _build_protection,
    _missing_protection,
    is_single=True,
    require=protection_view.require_level,
)
HIDDEN = Spec(HiddenDetail, _read_hidden, _build_hidden, _missing_hidden)
