# SPDX-License-Identifier: EUPL-1.2
"""DASH, 24 items, and the Marac rule (10.3): four criteria; a judgement only raises."""

from dataclasses import dataclass, field
from datetime import date

from tests.oracle.days import Event, months_before, reaches, window_count
from tests.oracle.logic import MET, NOT_MET, UNDECIDED, both, judgement, or_rules, row_of, threshold
from tests.oracle.outcome import INVALID, Answers, Outcome, UnusableError, codes_of

INSTRUMENT = "dash-ric-24"
ITEMS = tuple(f"q{n:02}" for n in range(1, 25))
CODES = ("yes", "no", "dont-know")
# (10.3) Local banding; 0 is in no band.
LOCAL_BANDS = ((1, 9, "standard"), (10, 13, "medium"), (14, 24, "high"))
SCALE = ("standard", "medium", "high")


@dataclass(frozen=True, slots=True)
class Profile:
    """(10.3) What an area has agreed. No boundary by default (DR-13)."""

    boundary: str
    threshold: int = 14
    incidents: int = 3
    crimes: int | None = None  # None: every event is an incident
    needs_increase: bool = False
    months: int = 12


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside the form, on the day it is judged (the anchor)."""

    anchor: date | None = None
    events: tuple[Event, ...] = ()
    judged: str | None = None
    reason: str | None = None
    rising: str | None = None
    rising_reason: str | None = None
    last_contact: date | None = None  # last referral, or last meeting where the area counts from it
    further: tuple[date | None, ...] = ()  # further incidents, same victim and perpetrator
    extra: dict[str, str] = field(default_factory=dict)  # local triggers, yes or no


def national(boundary: str = "include") -> Profile:
    """The national rule."""
    return Profile(boundary)


def kingston(boundary: str = "include") -> Profile:
    """The local variant (5 incidents or 3 crimes, and rising)."""
    return Profile(boundary, incidents=5, crimes=3, needs_increase=True)


def evaluate(
    answers: Answers,
    *,
    profile: Profile | None = None,
    around: Around | None = None,
    confirmed: bool = True,
) -> Outcome:
    """The count, don't know shown beside it, and the criteria or_ruled together."""
    profile, around = profile or national(), around or Around()
    try:
        given = list(codes_of(answers, ITEMS, CODES).values())
        criteria = {
            "visible": _visible(given, profile) if confirmed else "not-confirmed",
            "judgement": judgement(around.judged, around.reason),
            "escalation": escalation(profile, around),
            "repeat": repeat(profile, around),
            **{name: MET if said == "yes" else NOT_MET for name, said in around.extra.items()},
        }
    except UnusableError:
        return INVALID
    status, decision = or_rules(criteria)
    if not confirmed:
        return Outcome(status, decision=decision, criteria=criteria)
    yes, open_, vague = given.count("yes"), given.count(None), given.count("dont-know")
    # (6.1) "vet ej" counts in the displayed maximum, and nowhere else.
    return Outcome(
        status,
        None if open_ else yes,
        yes,
        yes + open_ + vague,
        decision=decision,
        criteria=criteria,
        parts={"yes": yes, "dont-know": vague, "unknown": open_},
    )


def _visible(given, profile: Profile) -> str:
    """(5.3) A don't know is an answer worth 0; an unknown leaves it undecided under the threshold."""
    yes, open_ = given.count("yes"), given.count(None)
    found = threshold(yes, yes + open_, profile.threshold, complete=not open_)
    return found if found in (MET, NOT_MET) else UNDECIDED


def escalation(profile: Profile, around: Around) -> str:
    """(10.3) Events in the window; where the area wants it, a person also says that it rises."""
    if not around.events:
        return NOT_MET
    limits = (
        [(None, profile.incidents)]
        if profile.crimes is None
        else [(("incident",), profile.incidents), (("crime",), profile.crimes)]
    )
    found = []
    for kinds, limit in limits:
        try:
            inside, undated = window_count(
                around.events, around.anchor, profile.months, profile.boundary, kinds
            )
        except ValueError as wrong:
            if "after" not in str(wrong):
                raise
            raise UnusableError(str(wrong)) from wrong
        found.append(reaches(inside, undated, limit))
    count = MET if MET in found else UNDECIDED if UNDECIDED in found else NOT_MET
    if not profile.needs_increase:
        return count
    rising = UNDECIDED if around.rising is None else judgement(around.rising, around.rising_reason)
    return both(count, rising)


def repeat(profile: Profile, around: Around) -> str:
    """(10.3) A further incident within 12 months of the last referral, regardless of the threshold."""
    since = around.last_contact
    if since is None:
        return NOT_MET
    end = months_before(since, -profile.months)
    found = {_again(day, since, end, profile.boundary) for day in around.further}
    return MET if MET in found else UNDECIDED if UNDECIDED in found else NOT_MET


def _again(day: date | None, since: date, end: date, boundary: str) -> str:
    """(DR-25) From the day of the referral up to the boundary; without a date it may be so."""
    if day is None:
        return UNDECIDED
    inside = since <= day < end or (day == end and boundary == "include")
    return MET if inside else NOT_MET


def local_band(count: int) -> str | None:
    """(10.3) The local word for a count, None for 0."""
    return row_of(LOCAL_BANDS, count)


def raised(count: int, judged: str | None, reason: str | None) -> str | None:
    """(6 upward_override) The higher of the two; a lower judgement has no effect (DR-23)."""
    band = local_band(count)
    if judged is None or not (reason or "").strip():
        return band
    return max(band, judged, key=lambda word: -1 if word is None else SCALE.index(word))
