# SPDX-License-Identifier: EUPL-1.2
"""What left an akt, in words, and what to remember before anything is told."""

from dataclasses import dataclass
from datetime import date

from workbench.domain.disclosures import Printed, Told
from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.facts import account_words
from workbench.services.handing_over import telling
from workbench.services.handing_over.telling import Left
from workbench.services.law.grounds import find_ground
from workbench.services.person import protection_view
from workbench.services.records.akt import Akt
from workbench.ui.told.spec import describe, ground_title
from workbench.ui.writing import moments
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.law_lines import law_line
from workbench.ui.writing.records import RecordVm, Teller, standing_facts, teller
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _


@dataclass(frozen=True, slots=True)
class GroundVm:
    """A ground as it is read: what it says, from where, how many conditions, who decides."""

    text: str = ""
    line: str = ""
    conditions: int = 0
    is_decided: bool = False


@dataclass(frozen=True, slots=True)
class ToldVm:
    """The page at one look. `points` is what can be chosen from the akt."""

    number: str
    own_name: str
    is_protected: bool
    points: tuple[OptionVm, ...]
    left: tuple[RecordVm, ...]


def tell_page(akt: Akt, desk: Desk) -> ToldVm:
    """Everything but the safe contact."""
    names, tell = names_of(desk), teller(akt, names_of(desk))
    return ToldVm(
        number=cases.number_of(desk, akt.case),
        own_name=name_of(akt.user, names),
        is_protected=protection_view.is_protected(akt),
        points=tuple(OptionVm(record, said) for record, said in telling.points_of(akt)),
        left=tuple(_left(tell, each) for each in telling.what_left(desk, akt)),
    )


def tell_ground(code: str, today: date) -> GroundVm:
    """The text of a ground with its date; nothing while none is chosen."""
    found = find_ground(code)
    if found is None:
        return GroundVm()
    line = law_line(found.text, today)
    return GroundVm(found.text.text, line, len(found.conditions), found.is_decided)


def never_told() -> tuple[str, ...]:
    """What is never told, or only with a ground for just that."""
    return (
        _("Where a protected home is: not the address, not the town."),
        _("Where the person stays, phone, school, work, car, unless just that is needed."),
        _("Anything that ties a new identity to the old one."),
        _("Who told us, where that could put them in danger."),
        _("How protection works: ways there, code words, the kind of alarm."),
        _("Other residents, staff and interpreters."),
        _("What stands in the case file of the one who uses violence, and the other way round."),
        _("Health, faith and sexuality that the receiver does not need."),
    )


def _left(tell: Teller, left: Left) -> RecordVm:
    at = moments.day_and_time(left.at) if "T" in left.at else left.at
    if isinstance(left.value, Told):
        return _told(tell, left, at)
    if isinstance(left.value, Printed):
        said = _("{when} · on paper").format(when=at)
        return RecordVm(left.record, said, _for(left.value.receiver), is_trace=True)
    said = _("{when} · sealed bundle").format(when=at)
    return RecordVm(left.record, said, ground_title(left.value.ground), is_trace=True)


def _told(tell: Teller, left: Left, at: str) -> RecordVm:
    found = tell.akt.find(Told, left.record)
    assert found is not None  # noqa: S101  it was listed from the same akt
    told = found.value
    heading = _("{when} · {way} · {receiver}").format(
        when=at, way=account_words.way(told.told_way, _), receiver=_at(told)
    )
    ground = _("Ground: {ground}").format(ground=ground_title(told.ground))
    return RecordVm(
        record=left.record,
        heading=heading,
        text="\n".join(
            part for part in (told.what, *(f"– {each}" for each in told.told_points)) if part
        ),
        facts=(ground, _("Told by {who}").format(who=told.told_by), *standing_facts(found)),
        versions=tell.versions(Told, found, describe),
        has_working=tell.has_working(Told, left.record),
    )


def _at(told: Told) -> str:
    return f"{told.receiver}, {told.receiver_org}" if told.receiver_org else told.receiver


def _for(receiver: str) -> str:
    return _("For {receiver}").format(receiver=receiver) if receiver else ""
