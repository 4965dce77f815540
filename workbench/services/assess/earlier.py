# SPDX-License-Identifier: EUPL-1.2
"""What stands beside an assessment that is being made: last time's answers, or two raters' codes.

None of it is an answer here. A place counts as not reviewed until a person has said something of
it, and saying "still so" is the same as choosing: it goes the way of every other answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workbench.domain.assessments import Assessment
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.instruments.answers import ItemAnswer
from workbench.instruments.definition import Column, Item
from workbench.instruments.forms import is_sound
from workbench.services.assess import rating
from workbench.services.assess.comparing import Said, said
from workbench.services.assess.sheets import entered_sheet, pinned
from workbench.services.desk import Desk
from workbench.services.house import access
from workbench.services.records.akt import Akt, Recorded

Place = tuple[str, str]
"""Item id and time column, "" where the instrument has none."""


@dataclass(frozen=True, slots=True)
class SaidThen:
    """What one earlier run says at one place. `may_stand`: it can be confirmed as it is.

    `by` is named where two raters stand side by side.
    """

    run: Recorded[Assessment]
    said: Said
    may_stand: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """By place, what the runs beside this one say there, in their order.

    `later`: the newest assessment that was made from this one.
    """

    why: str
    places: Mapping[Place, tuple[SaidThen, ...]]
    later: rating.Later | None = None


NOTHING = Earlier("", {})


def earlier_of(akt: Akt, desk: Desk, assessment: RecordId) -> Earlier:
    """What stands beside an assessment; NOTHING for one that stands alone or is blind."""
    return replace(_earlier(akt, desk, assessment), later=rating.later(akt, assessment))


def _earlier(akt: Akt, desk: Desk, assessment: RecordId) -> Earlier:
    tie = rating.tie_of(akt, assessment)
    if tie is None or tie.value.why == "second":
        return NOTHING
    try:
        found = [_run(akt, desk, record, tie.value.why) for record in tie.value.to]
    except (WorkbenchError, KeyError):
        return NOTHING  # it is withheld, withdrawn, or of a definition that is not here
    places: dict[Place, tuple[SaidThen, ...]] = {}
    for run in found:
        for place, then in run.items():
            places[place] = (*places.get(place, ()), then)
    return Earlier(tie.value.why, places)


def _run(akt: Akt, desk: Desk, record: RecordId, why: str) -> dict[Place, SaidThen]:
    made = akt.find(Assessment, record)
    if made is None:
        raise KeyError(record)
    definition = pinned(desk, made.value.instrument)
    sheet = entered_sheet(akt, desk, record)
    columns: list[Column | None] = list(definition.columns) or [None]
    by = _rater(akt, desk, made) if why == "consensus" else ""
    found = {}
    for item in definition.items:
        for column in columns:
            then = said(sheet, item, column)
            if then.code:
                stands = why == "again" and _is_known(item, column, then.code)
                found[(item.id, column.id if column else "")] = SaidThen(made, then, stands, by)
    return found


def _rater(akt: Akt, desk: Desk, made: Recorded[Assessment]) -> str:
    tie = rating.tie_of(akt, made.record)
    rater = tie.value.rater if tie is not None and tie.value.why == "second" else made.author
    return access.find_colleague(desk, rater).name


def _is_known(item: Item, column: Column | None, code: str) -> bool:
    """A code that this version does not know is shown, and cannot be taken over."""
    if column is not None:
        return code in item.codes
    return is_sound(item, ItemAnswer("value", code))
