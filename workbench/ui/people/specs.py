# SPDX-License-Identifier: EUPL-1.2
"""People, links, accounts and where accounts differ, as fields."""

from collections.abc import Callable
from typing import Any, cast

from workbench.domain.ids import RecordId
from workbench.domain.persons import (
    CollectiveRole,
    Disagreement,
    Person,
    PersonLink,
    PersonPart,
    Statement,
)
from workbench.domain.subject import Nature
from workbench.services.facts import account_words, persons
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _


def person_fields() -> tuple[FieldVm, ...]:
    """Who it is; a name is enough to begin with."""
    parts = vocabulary.options(account_words.parts(_))
    never = _("Never an address, and never where somebody is protected.")
    return (
        FieldVm("name", _("Name, or what they are called"), is_short=True),
        FieldVm("relation", _("Relation"), is_short=True),
        FieldVm("part", _("Part"), "choice", options=parts),
        FieldVm("where", _("Where, in words"), hint=never, is_short=True),
        FieldVm("influence", _("Influence"), hint=_("What they can bring about."), is_short=True),
        FieldVm("note", _("Note"), "text", lines=2),
        checks.reason_field(),
    )


def link_fields() -> tuple[FieldVm, ...]:
    """Who belongs together with whom, and how."""
    roles = vocabulary.options(account_words.collective_roles(_))
    return (
        FieldVm("one", _("Who"), "list", is_short=True),
        FieldVm("other", _("With whom"), "list", is_short=True),
        FieldVm("link", _("How they belong together"), hint=_("Brother, member, works there.")),
        FieldVm("role", _("Part among several who use violence together"), "choice", options=roles),
        checks.reason_field(),
    )


def statement_fields() -> tuple[FieldVm, ...]:
    """What one of them says about something."""
    natures = vocabulary.options(account_words.natures(_))
    same = _("The same words put accounts side by side.")
    return (
        FieldVm("person", _("Who said it"), "list", is_short=True),
        FieldVm("topic", _("What it is about"), hint=same, is_short=True),
        FieldVm("text", _("What the person says"), "text", lines=4),
        FieldVm("stated_to", _("To whom it was said"), is_short=True),
        FieldVm("stated_on", _("When it was said"), "day", is_short=True),
        FieldVm("source", _("Source"), is_short=True),
        FieldVm("nature", _("Fact or opinion"), "choice", options=natures),
        checks.reason_field(),
    )


def disagreement_fields() -> tuple[FieldVm, ...]:
    """That a person saw that accounts differ."""
    return (
        FieldVm("statements", _("Which accounts"), "links"),
        FieldVm("topic", _("What it is about")),
        FieldVm("differs_in", _("What differs"), "text", lines=2),
        FieldVm("settled", _("What it was found to be"), hint=_("Empty while nobody knows.")),
        checks.reason_field(),
    )


def _text(values: Values, name: str) -> str:
    return values.get(name, "").strip()


def _read(*names: str) -> Callable[[Any], Values]:
    return lambda record: {name: str(getattr(record, name)) for name in names}


def _build_person(values: Values) -> Person:
    told = {n: _text(values, n) for n in ("relation", "where", "influence", "note", "reason")}
    return Person(_text(values, "name"), cast("PersonPart", values.get("part", "")), **told)


def _build_link(values: Values) -> PersonLink:
    return PersonLink(
        RecordId(_text(values, "one")),
        RecordId(_text(values, "other")),
        _text(values, "link"),
        cast("CollectiveRole", values.get("role", "")),
        _text(values, "reason"),
    )


def _build_statement(values: Values) -> Statement:
    return Statement(
        person=RecordId(_text(values, "person")),
        topic=_text(values, "topic"),
        text=values.get("text", ""),
        stated_on=checks.iso_day(values, "stated_on"),
        stated_to=_text(values, "stated_to"),
        nature=cast("Nature", values.get("nature", "")),
        source=_text(values, "source"),
        reason=_text(values, "reason"),
    )


def _read_disagreement(value: Disagreement) -> Values:
    told = {"topic": value.topic, "differs_in": value.differs_in, "settled": value.settled}
    return {"statements": " ".join(value.statements), **told}


def _build_disagreement(values: Values) -> Disagreement:
    return Disagreement(
        topic=_text(values, "topic"),
        statements=tuple(RecordId(each) for each in _text(values, "statements").split()),
        differs_in=_text(values, "differs_in"),
        settled=_text(values, "settled"),
        reason=_text(values, "reason"),
    )


def _first(values: Values, *wanted: tuple[str, str]) -> Missing | None:
    blanks = (checks.blank(values, name, told) for name, told in wanted)
    return next((each for each in blanks if each is not None), None)


def _missing_person(values: Values, corrects: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    wanted = (("name", _("Write what they are called.")), ("part", _("Choose the part.")))
    return _first(values, *wanted) or checks.no_reason(values, corrects)


def _missing_link(values: Values, corrects: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    choose, how = _("Choose a person."), _("Write how they belong together.")
    wanted = (("one", choose), ("other", choose), ("link", how))
    return _first(values, *wanted) or checks.no_reason(values, corrects)


def _missing_said(values: Values, corrects: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    wanted = (
        ("person", _("Choose a person.")),
        ("topic", _("Write what it is about.")),
        ("text", _("Write what the person says.")),
    )
    day = checks.not_a_day(values, "stated_on")
    return _first(values, *wanted) or day or checks.no_reason(values, corrects)


def _missing_differs(values: Values, corrects: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    wanted = (
        ("statements", _("Choose two accounts.")),
        ("topic", _("Write what it is about.")),
        ("differs_in", _("Write what differs.")),
    )
    return _first(values, *wanted) or checks.no_reason(values, corrects)


PERSON = Spec(
    Person,
    _read("name", "part", "relation", "where", "influence", "note"),
    _build_person,
    _missing_person,
)
LINK = Spec(
    PersonLink,
    _read("one", "other", "link", "role"),
    _build_link,
    _missing_link,
    require=persons.require_link,
)
STATEMENT = Spec(
    Statement,
    _read("person", "topic", "text", "stated_on", "stated_to", "nature", "source"),
    _build_statement,
    _missing_said,
    require=persons.require_statement,
)
DISAGREEMENT = Spec(
    Disagreement,
    _read_disagreement,
    _build_disagreement,
    _missing_differs,
    require=persons.require_disagreement,
)
