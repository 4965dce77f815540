# SPDX-License-Identifier: EUPL-1.2
"""Who may not see which assessment yet: a second rater is blind until their own is locked.

The rule stands in one place, and the akt itself withholds by it (`Akt.all`, `find`, `history`,
`entries_shown`): every screen, paper, export and bundle reads through the akt. It is the
program's wall, not a cipher: whoever may open an akt has its key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from workbench.domain.beside import AssessmentLock, Beside
from workbench.domain.ids import RecordId, UserId
from workbench.domain.measures import Measure
from workbench.domain.scenarios import Scenario

T = TypeVar("T")
OPEN = (Beside, AssessmentLock)
"""Records about an assessment that say nothing of what was answered in it."""
OPEN_KINDS = frozenset({"beside", "assessment_lock", "assessment"})


def withheld_from(
    user: UserId, ties: Iterable[Beside], locks: Iterable[AssessmentLock]
) -> frozenset[RecordId]:
    """The assessments whose content this user may not see now.

    While a second rating is under way its rater does not see the first, and nobody else the
    second.
    """
    locked = {lock.assessment for lock in locks}
    found: set[RecordId] = set()
    for tie in ties:
        if is_blind(tie) and tie.assessment not in locked:
            found.update(tie.to if tie.rater == user else (tie.assessment,))
    return frozenset(found)


def is_blind(tie: Beside) -> bool:
    """Whether it is a second rating whose rater has not looked."""
    return tie.why == "second" and not tie.broken_because


def tells_of(value: object, withheld: frozenset[RecordId]) -> bool:
    """Whether a record would tell of a withheld assessment."""
    if not withheld or isinstance(value, OPEN):
        return False
    named = {getattr(value, "assessment", None), *getattr(value, "assessments", ())}
    return not withheld.isdisjoint(named)


def without_links(value: T, withheld: frozenset[RecordId]) -> T:
    """A scenario or measure is for everybody; that it rests on a withheld factor is not."""
    if not withheld or not isinstance(value, Scenario | Measure):
        return value
    return replace(value, factors=tuple(f for f in value.factors if f.assessment not in withheld))


def body_tells_of(kind: str, body: Mapping[str, Any], withheld: frozenset[RecordId]) -> bool:
    """The same of a stored body; also of one whose kind this version cannot read."""
    if not withheld or kind in OPEN_KINDS:
        return False
    several, linked = body.get("assessments"), body.get("factors")
    named = {str(body.get("assessment")), *(several if isinstance(several, list) else ())}
    factors = linked if isinstance(linked, list) else []
    named |= {str(each.get("assessment")) for each in factors if isinstance(each, Mapping)}
    return not withheld.isdisjoint(named)
