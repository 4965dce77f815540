# SPDX-License-Identifier: EUPL-1.2
"""Rows that both documents have: persons, staff, measures, signature, provenance."""

from dataclasses import dataclass
from datetime import date, datetime

from workbench.domain.assessments import Judgement
from workbench.domain.clock import moment
from workbench.domain.ids import RecordId, UserId
from workbench.domain.measures import Measure
from workbench.domain.people import Organisation, StaffMember
from workbench.domain.scenarios import Scenario
from workbench.services import labels
from workbench.services.akter import cases
from workbench.services.assess import judging, reviewing
from workbench.services.desk import Desk
from workbench.services.documents import (
    MeasureRow,
    PersonRow,
    Provenance,
    SignaturePart,
    StaffRow,
)
from workbench.services.labels import Speech
from workbench.services.person import protection_view
from workbench.services.person.whom import subject_of
from workbench.services.records.akt import Akt, Recorded
from workbench.words import Language, speech


@dataclass(frozen=True, slots=True)
class Writing:
    """One paper in the making: of which akt, at which desk, in which language."""

    akt: Akt
    desk: Desk
    language: Language

    @property
    def speech(self) -> Speech:
        return speech(self.language)


def day(text: str) -> date | None:
    """An ISO date as typed, or None when it is empty or no date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def local(writing: Writing, stamp_text: str) -> datetime:
    """A recorded moment in the zone where the reader is."""
    return moment(stamp_text).astimezone(writing.desk.clock.now().astimezone().tzinfo)


def persons(writing: Writing) -> tuple[PersonRow, ...]:
    """Whom the document is about."""
    subject = subject_of(writing.akt)
    role = labels.subject_role(subject.role, writing.speech)
    known = protection_view.protection(writing.akt)
    who = (known.without_places(text) for text in (subject.name, subject.number))
    return (PersonRow(role, *who),)


def case_number(writing: Writing) -> str:
    """The number under which the akt is kept, without a place that somebody wrote into it."""
    number = cases.number_of(writing.desk, writing.akt.case)
    return protection_view.protection(writing.akt).without_places(number)


def unit(writing: Writing) -> str:
    """The organisation and its unit; neither where its name tells where a protected person is."""
    found = writing.desk.house.all(Organisation)
    if not found:
        return ""
    parts = (found[-1].value.name, found[-1].value.unit)
    known = protection_view.protection(writing.akt)
    return ", ".join(part for part in parts if part and not known.kinds_in((part,)))


def staff(writing: Writing, user: UserId) -> StaffRow:
    """A user by name and function; "" when the organisation akt names nobody."""
    known = {each.value.user: each.value for each in writing.desk.house.all(StaffMember)}
    member = known.get(user)
    return StaffRow(member.name, member.function) if member else StaffRow("")


def references(writing: Writing) -> dict[RecordId, str]:
    """The scenarios' references on paper: S1, S2 ..."""
    found = writing.akt.all(Scenario)
    return {each.record: f"S{number}" for number, each in enumerate(found, start=1)}


def measure_row(writing: Writing, measure: Measure) -> MeasureRow:
    """A measure: what, who, when, which scenario."""
    known = references(writing)
    answered = known.get(measure.scenario) if measure.scenario else None
    when = day(measure.due)
    return MeasureRow(
        what=measure.what,
        who=measure.who,
        status=labels.measure_status(measure.status, writing.speech),
        due=when,
        when="" if when else measure.due,
        scenarios=(answered,) if answered else (),
        follow_up=day(measure.follow_up_on),
    )


def signature(writing: Writing, judged: Recorded[Judgement] | None) -> SignaturePart:
    """Who stands for the judgement, reviewed or with the reason for no review."""
    author = judged.author if judged else writing.akt.user
    signed = judging.signature_of(writing.akt, judged.record) if judged else None
    signer = staff(writing, signed.author if signed else author)
    review = reviewing.approved_before(writing.akt, signed) if signed else None
    reviewer = signed.value.reviewer if signed else ""
    return SignaturePart(
        signer=StaffRow(signed.value.signed_by, signer.function) if signed else signer,
        entered_at=local(writing, judged.recorded_at) if judged else None,
        signed_at=local(writing, signed.recorded_at) if signed else None,
        reviewer=StaffRow(reviewer) if reviewer and review else None,
        reviewed_at=local(writing, review.recorded_at) if review else None,
        named_reviewer="" if review else reviewer,
        review_skipped=signed.value.review_skipped_because if signed else "",
    )


def provenance(writing: Writing, pins: tuple[str, ...]) -> Provenance:
    """What made this paper."""
    return Provenance(writing.desk.program, writing.desk.clock.now().astimezone(), pins)
