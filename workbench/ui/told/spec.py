# SPDX-License-Identifier: EUPL-1.2
"""Something told by mouth as fields. No ground is chosen beforehand."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from workbench.domain.disclosures import GroundCode, Told, Way
from workbench.domain.ids import RecordId
from workbench.services.facts import account_words
from workbench.services.handing_over import telling
from workbench.services.law.grounds import find_ground, grounds
from workbench.services.records.akt import Akt
from workbench.ui.outward.looked import carried
from workbench.ui.writing import checks, moments, vocabulary
from workbench.ui.writing.fields import TICKED, FieldVm, OptionVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

MOST_CONDITIONS = 3
CONDITIONS = tuple(f"condition_{n + 1}" for n in range(MOST_CONDITIONS))


def fields() -> tuple[FieldVm, ...]:
    """First what is known before the call, then what is known after it."""
    ways, now = vocabulary.options(account_words.ways(_)), _("Empty means now.")
    function = _("A named function, not only a name.")
    return (
        FieldVm("receiver", _("Receiver"), hint=function, is_short=True),
        FieldVm("receiver_org", _("Where the receiver works"), is_short=True),
        FieldVm("asked_by_receiver", _("What the receiver asked"), "text", lines=2),
        FieldVm("points", _("Points to tell, from this case file"), "links"),
        FieldVm("ground", _("On which ground may it be told?"), "list", options=_grounds()),
        *(FieldVm(name, label, "tick") for name, label in _conditions().items()),
        FieldVm("decided_by", _("Who decided"), hint=_("The manager, for this ground each time.")),
        FieldVm("because", _("Why the ground holds"), "text", lines=2),
        FieldVm("what", _("What was told"), "text", _("As it was said. Empty: only the points.")),
        FieldVm("way", _("How it was told"), "choice", options=ways),
        FieldVm("told_by", _("Who told it"), is_short=True),
        FieldVm("day", _("When it was told"), "day", now, is_short=True),
        FieldVm("time", _("Time"), "time", is_short=True),
        checks.reason_field(),
    )


def ground_title(code: str) -> str:
    """A ground as it is called; its code where the text is missing."""
    found = find_ground(code)
    return found.text.title if found is not None else code


def describe(told: Told) -> Lines:
    """A version in labelled lines."""
    return (
        (_("Receiver"), told.receiver),
        (_("Where the receiver works"), told.receiver_org),
        (_("What the receiver asked"), told.asked_by_receiver),
        (_("What was told"), told.what),
        (_("Points from the case file"), "; ".join(told.told_points)),
        (_("Ground"), ground_title(told.ground)),
        (_("Why the ground holds"), told.because),
        (_("Who decided"), told.decided_by),
        (_("How it was told"), account_words.way(told.told_way, _)),
        (_("Who told it"), told.told_by),
        (_("When it was told"), moments.when(told.told_at)),
    )


def _grounds() -> tuple[OptionVm, ...]:
    return tuple(OptionVm(each.code, each.text.title) for each in grounds())


def _conditions() -> Mapping[str, str]:
    said = [c for each in grounds() for c in each.conditions]
    return dict(zip(CONDITIONS, said, strict=False))


def _read(told: Told) -> Values:
    day, time = moments.split_observed(told.told_at)
    ticked = {f"condition_{number}": TICKED for number in told.conditions}
    return (
        ticked
        | carried(told.checked)
        | {
            "receiver": told.receiver,
            "receiver_org": told.receiver_org,
            "asked_by_receiver": told.asked_by_receiver,
            "points": " ".join(told.rests_on),
            "ground": told.ground,
            "decided_by": told.decided_by,
            "because": told.because,
            "what": told.what,
            "way": told.told_way,
            "told_by": told.told_by,
            "day": day,
            "time": time,
        }
    )


def _build(values: Values) -> Told:
    def typed(name: str) -> str:
        return values.get(name, "").strip()

    found = find_ground(typed("ground"))
    asked = CONDITIONS[: len(found.conditions)] if found is not None else ()
    return Told(
        receiver=typed("receiver"),
        receiver_org=typed("receiver_org"),
        ground=cast("GroundCode", typed("ground")),
        because=typed("because"),
        what=typed("what"),
        told_by=typed("told_by"),
        told_at=moments.observed(typed("day"), typed("time")),
        told_way=cast("Way", typed("way")),
        asked_by_receiver=typed("asked_by_receiver"),
        conditions=tuple(name[-1] for name in asked if typed(name) == TICKED),
        decided_by=typed("decided_by") if found is not None and found.is_decided else "",
        rests_on=tuple(RecordId(each) for each in typed("points").split()),
        reason=typed("reason"),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    wanted = (
        ("receiver", _("Write who was told.")),
        ("ground", _("Choose the ground. Without one nothing is told: ask the manager.")),
        ("because", _("Write why the ground holds.")),
    )
    blanks = (checks.blank(values, name, told) for name, told in wanted)
    return (
        next((each for each in blanks if each is not None), None)
        or _ground_open(values)
        or checks.nothing(values, ("what", "points"), "what", _("Write what was told."))
        or checks.blank(values, "way", _("Choose how it was told."))
        or checks.blank(values, "told_by", _("Write who told it."))
        or checks.not_a_day(values, "day")
        or checks.not_a_time(values, "time")
        or checks.no_reason(values, is_correction)
    )


def _ground_open(values: Values) -> Missing | None:
    found = find_ground(values["ground"])
    if found is None:
        return Missing(
            "ground", _("Choose the ground. Without one nothing is told: ask the manager.")
        )
    for name in CONDITIONS[: len(found.conditions)]:
        if values.get(name) != TICKED:
            return Missing(
                name, _("All the conditions must hold. If one does not: ask the manager.")
            )
    if found.is_decided:
        return checks.blank(values, "decided_by", _("Write who decided."))
    return None


def _complete(akt: Akt, told: Told) -> tuple[Told, Mapping[str, bytes]]:
    """When, which points in words, and from which text: as they are at this moment."""
    known, found = dict(telling.points_of(akt)), find_ground(told.ground)
    return replace(
        told,
        told_at=told.told_at or akt.now(),
        told_points=tuple(known[each] for each in told.rests_on if each in known),
        law=found.text.as_of if found is not None else "",
    ), {}


SPEC = Spec(Told, _read, _build, _missing, require=telling.require_told, complete=_complete)
