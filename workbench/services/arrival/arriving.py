# SPDX-License-Identifier: EUPL-1.2
"""Enter that somebody came: one akt a person, the dates that begin, what was put off as tasks.

Nothing of one person is written into another's akt. What was typed of the children lies in the
adult's working material until then, and leaves it when it is entered in their own akter. Cut off
in between, the next time goes on where it stopped: a child gets one akt, never two. That they came
together is a link (`services.akter.file_links`); its mark is the id of the child's arrival.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar

from workbench.domain.arrivals import Arrival, ArrivedTogether, ChildArrival, lines_of
from workbench.domain.clock import stamp
from workbench.domain.deadlines import OWN, Deadline, day_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.file_links import FileLink
from workbench.domain.ids import CaseId, RecordId
from workbench.domain.names import is_same_name
from workbench.domain.personal_number import is_same
from workbench.domain.subject import Note, Subject
from workbench.services.akter import cases, file_links
from workbench.services.akter.cases import NewCase
from workbench.services.desk import Desk
from workbench.services.law import deadline_rules
from workbench.services.loop import deadlines
from workbench.services.loop.arrived import is_moment
from workbench.services.person import identity
from workbench.services.person.protection_view import level_of
from workbench.services.person.whom import subject_of
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt, Draft
from workbench.services.records.working import Field
from workbench.words import _

_CASE = "akt"
"""The working field of a child that says which akt was begun for it."""
_OF_ADULT = ("implementation-plan", "shelter-assessment-first")
_OF_CHILD = ("child-protection-assessment",)
_MORNING = timedelta(days=1)
_SLOW_CLOCK = timedelta(minutes=5)
_SURE = frozenset({"confirmed", "protected"})
"""What nobody at a door says otherwise without a second look."""


class ArrivalAheadError(WorkbenchError):
    """Somebody is said to have come later than now (`at`)."""

    code: ClassVar[str] = "ARRIVAL-001"


class NoArrivalTimeError(WorkbenchError):
    """The one thing that must be known is not: when."""

    code: ClassVar[str] = "ARRIVAL-002"


@dataclass(frozen=True, slots=True)
class Adult:
    """What is entered of the adult. `subject`: None leaves whom the akt is about as it is."""

    record: RecordId
    value: Arrival
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Child:
    """What is entered of one child, in an akt of its own."""

    record: RecordId
    value: ChildArrival
    subject: Subject


def enter(
    desk: Desk, akt: Akt, adult: Adult | None, children: Sequence[Child] = ()
) -> tuple[CaseId, ...]:
    """Enter the adult in `akt` and each child in an akt of its own; the akter of the children.

    Raises:
        ArrivalAheadError, NoArrivalTimeError: nothing was entered; what was typed stays.
    """
    times = [each.value.at for each in children] + ([adult.value.at] if adult else [])
    for at in times:
        _require_time(desk, at)
    if adult is not None:
        _enter_adult(desk, akt, adult)
    return tuple(_enter_child(desk, akt, each) for each in children)


def lay_time(akt: Akt, day: str, time: str) -> None:
    """The time that was typed when the akt was begun, as working material of the arrival."""
    record, kind = akt.new_record(), bodies.name_of(Arrival)
    for name, text in (("day", day.strip()), ("time", time.strip())):
        working.type_field(akt, Field(kind, record, name), text)


def came_together(desk: Desk, akt: Akt) -> tuple[CaseId, ...]:
    """The children's akter as far as this user may open them and their link is not hidden."""
    if subject_of(akt).role == "child":
        return ()  # the adult's akt is no child's
    links = file_links.links_of(desk, akt)
    shown = (each for each in links if each.relation == "came-together" and not each.is_hidden)
    return tuple(each.row.case for each in shown)


def _enter_adult(desk: Desk, akt: Akt, adult: Adult) -> None:
    rows = working.rows_of(akt, bodies.name_of(Arrival), adult.record)
    drafts = [Draft(adult.value, adult.record)]
    drafts += _whom(akt, adult.subject)
    drafts += _dates(desk, akt, adult.value.at, _OF_ADULT, adult.record)
    drafts += _put_off(akt, adult.value.at, adult.value.postponed)
    akt.enter(*drafts, clearing=working.keys_of(rows))


def _whom(akt: Akt, said: Subject | None) -> Iterator[Draft]:
    """Whom the akt is about after this: one who stays unknown gets a reserve number."""
    standing = akt.all(Subject)
    known = standing[0].value if standing else Subject(name="", identity="unknown")
    if said is not None and level_of(akt) != "assumed_identity":  # no name is joined to another
        known, before = _merged(known, said), known
        yield from _said_otherwise(known, said)
    else:
        before = known
    whom = identity.with_reserve(akt.case, known)
    if not standing or whom != before:
        yield Draft(whom, standing[0].record if standing else None)


def _merged(known: Subject, said: Subject) -> Subject:
    """What was said at the door fills what was not known; what was confirmed stands as it is."""
    if known.identity in _SURE:
        said = replace(
            said,
            name=known.name or said.name,
            personal_number=known.personal_number or said.personal_number,
        )
    number, stood = said.personal_number, known.personal_number
    joins = identity.needs_reason(known.reserve_number, stood, number)
    joins = joins or bool(number and stood and not is_same(number, stood))
    return replace(
        known,
        reason=_("Said at the arrival.") if joins else "",
        name=said.name or known.name,
        personal_number=said.personal_number or known.personal_number,
        identity=said.identity if known.identity == "unknown" else known.identity,
    )


def _said_otherwise(known: Subject, said: Subject) -> Iterator[Draft]:
    """A note of what does not stand as it was said: nobody else is put in the person's place."""
    names = [said.name] if said.name and not is_same_name(said.name, known.name) else []
    number, stands = said.personal_number, known.personal_number
    told = names + ([number] if number and not is_same(number, stands) else [])
    if told:
        words = _("Said at the arrival, otherwise than what was confirmed: {said}")
        yield Draft(Note(words.replace("{said}", ", ".join(told))))


def _enter_child(desk: Desk, akt: Akt, child: Child) -> CaseId:
    kind = bodies.name_of(ChildArrival)
    own = _own_akt(desk, akt, child)
    is_tied = level_of(akt) != "assumed_identity"  # nothing leads to a person's new identity
    try:
        if own.find(ChildArrival, child.record) is None:
            own.enter(*_of_child(desk, own, child))
        if is_tied and not any(e.value.link == child.record for e in own.all(FileLink)):
            own.enter(_came_together(child.record))
        case = own.case
    finally:
        own.close()
    rows = working.rows_of(akt, kind, child.record)
    if not is_tied or _is_linked(akt, child.record, case):
        akt.file.drop_working(working.keys_of(rows))
    else:
        akt.enter(_came_together(child.record), clearing=working.keys_of(rows))
    return case


def _came_together(mark: RecordId) -> Draft:
    return Draft(FileLink(mark, "came-together"))


def _is_linked(akt: Akt, mark: RecordId, case: CaseId) -> bool:
    """Before it was cut off; an arrival of an earlier version left another record."""
    new = any(each.value.link == mark for each in akt.all(FileLink))
    return new or any(each.value.other == case for each in akt.all(ArrivedTogether))


def _own_akt(desk: Desk, akt: Akt, child: Child) -> Akt:
    """The akt that was begun for this child before something was cut off, else a new one."""
    kind = bodies.name_of(ChildArrival)
    begun = str(working.fields_of(akt, kind, child.record).get(_CASE, ""))
    if begun and desk.vault.own.row(CaseId(begun)) is not None:
        return cases.open_case(desk, CaseId(begun))
    nobody = Subject(name="", identity="unknown", role="child")
    own = cases.create_case(desk, NewCase(nobody))  # cut off here, it says nothing of anybody
    working.type_field(akt, Field(kind, child.record, _CASE), own.case)
    return own


def _of_child(desk: Desk, own: Akt, child: Child) -> Iterator[Draft]:
    value = child.value
    yield Draft(value, child.record)
    whom = identity.with_reserve(own.case, child.subject)
    yield Draft(whom, own.all(Subject)[0].record)
    if value.decision == "immediate":
        is_ahead = value.decided_on > own.today()  # a slip of the pen puts no statute off
        decided = value.at if is_ahead else value.decided_on or value.at
        yield from _dates(desk, own, decided, ("immediate-measure-submission",), child.record)
        yield from _dates(desk, own, value.at, ("application-after-immediate",), child.record)
    if value.decision in ("immediate", "court"):
        yield from _dates(desk, own, value.at, ("placement-consideration",), child.record)
    yield from _dates(desk, own, value.at, _OF_CHILD, child.record)
    yield from _put_off(own, value.at, value.postponed)


def _dates(
    desk: Desk, akt: Akt, since: str, wanted: Sequence[str], about: RecordId
) -> Iterator[Draft]:
    """The dates that begin; one that began on another time is counted anew, none begins twice."""
    known = deadline_rules.rules(desk.house)
    standing = {each.value.rule.partition("@")[0]: each for each in akt.all(Deadline)}
    for each in wanted:
        old = standing.get(each)
        value = deadlines.begun(deadline_rules.rule(known, each), since, about=about)
        if old is None:
            yield Draft(value)
        elif old.value.about == about and old.value.since != since and old.value.is_open:
            yield Draft(value, old.record)


def _put_off(akt: Akt, at: str, postponed: str) -> Iterator[Draft]:
    """Each line becomes a task of the day after; one that there is already stays as it is."""
    known = {each.value.title for each in akt.all(Deadline) if each.value.rule == OWN}
    since = day_of(at)
    morning = (since + _MORNING).isoformat()
    for line in lines_of(postponed):
        if line not in known:
            yield Draft(Deadline(OWN, since.isoformat(), morning, "local", line, first_due=morning))


def _require_time(desk: Desk, at: str) -> None:
    if not is_moment(at):
        raise NoArrivalTimeError
    if at > stamp(desk.clock.now() + _SLOW_CLOCK):
        raise ArrivalAheadError(at=at)
