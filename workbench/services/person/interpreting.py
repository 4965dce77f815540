# SPDX-License-Identifier: EUPL-1.2
"""What may be recorded about interpreters: never a child or a relative as one, never a name."""

import re
from typing import ClassVar

from workbench.domain.arrivals import Arrival
from workbench.domain.deadlines import day_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.interpreters import DEVIATIONS, InterpretedTalk, InterpreterNeed
from workbench.services.person import protection_view
from workbench.services.records.akt import Akt, Recorded

_OF_THE_FAMILY = frozenset(
    {"barn", "barnet", "dotter", "dottern", "son", "sonen", "syster", "systern", "bror", "brodern"}
    | {"mamma", "mamman", "pappa", "pappan", "make", "maken", "moster", "faster"}
    | {"barnen", "syskon", "syskonet", "döttrar", "söner", "föräldrar", "föräldern", "svärmor"}
    | {"mormor", "farmor", "morfar", "farfar", "morbror", "farbror", "kusin", "kusinen"}
    | {"sambo", "sambon", "partner", "partnern", "exmake", "exman", "svärfar", "svåger"}
    | {"child", "daughter", "sister", "brother", "mother", "father", "husband"}
)
_WORDS = re.compile(r"[^\W\d_]+")
_TELEPHONE = re.compile(r"(?:\+|00|0)[\d\s/-]{7,}")


class RelativeInterpretedError(WorkbenchError):
    """A child or a relative was to stand as an interpreter, or as a deviation without a why."""

    code: ClassVar[str] = "INTERPRET-001"


class NumberOfInterpreterError(WorkbenchError):
    """A telephone number of an interpreter, in the akt of somebody who is protected."""

    code: ClassVar[str] = "INTERPRET-002"


class TalkDayError(WorkbenchError):
    """A talk was said to have been interpreted on a day that has not come, or on no day."""

    code: ClassVar[str] = "INTERPRET-003"


def need_of(akt: Akt) -> Recorded[InterpreterNeed] | None:
    """The interpreter that is needed, as it stands."""
    found = akt.all(InterpreterNeed)
    return found[-1] if found else None


def said_at_arrival(akt: Akt) -> str:
    """What was said of an interpreter when the person came."""
    told = (each.value.interpreter.strip() for each in akt.all(Arrival))
    return next((each for each in told if each), "")


def require_talk(akt: Akt, talk: InterpretedTalk) -> None:
    """Refuse what may not stand as an interpreted talk.

    Raises:
        TalkDayError, RelativeInterpretedError, NumberOfInterpreterError.
    """
    _require_day(akt, talk.day)
    is_deviation = talk.by in DEVIATIONS
    if (is_deviation and not talk.deviation.strip()) or (
        not is_deviation and _names_the_family(talk.who)
    ):
        raise RelativeInterpretedError
    if protection_view.protection(akt).is_protected and _TELEPHONE.search(talk.who):
        raise NumberOfInterpreterError


def _require_day(akt: Akt, day: str) -> None:
    try:
        is_ahead = day_of(day).isoformat() > akt.today()
    except ValueError:
        raise TalkDayError from None
    if is_ahead:
        raise TalkDayError


def _names_the_family(who: str) -> bool:
    return not _OF_THE_FAMILY.isdisjoint(_WORDS.findall(who.casefold()))
