# SPDX-License-Identifier: EUPL-1.2
"""Who came back by the recovery code, and as whom: the history of the list tells it.

A person who comes back is a new user. Recovery takes the place from who had it and gives it to who
comes, one step after the other. Where it gave a place that was nobody's, no step says who came.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.domain.ids import UserId
from workbench.vault.history import Step

_NOBODY = UserId("")


@dataclass(frozen=True, slots=True)
class Tie:
    """`person`: the first user that this one was. `by_code`: see `services.ports.Member`."""

    person: UserId
    by_code: UserId


def ties(steps: Sequence[Step], recovery: frozenset[str]) -> Mapping[str, Tie]:
    """Of every user in a history that was checked; `recovery`: the users that are its key."""
    by = {user: giver for step in steps for user, giver in _came(step)}
    person: dict[str, str] = {}
    for before, step in pairwise(steps):
        is_back = step.act == "admitted" and before.act == "left" and step.by == before.by
        if is_back and step.by in recovery:
            person[step.user] = person.get(before.user, before.user)
    return {user: Tie(UserId(person.get(user, user)), _by_code(user, by, recovery)) for user in by}


def _came(step: Step) -> Iterator[tuple[str, str]]:
    """Who came with a step, and who let them in."""
    if step.act == "listed":
        yield from ((user.user, user.admitted_by) for user in step.users)
    elif step.act in {"founded", "admitted", "recovery"}:
        yield step.user, step.by


def _by_code(user: str, by: Mapping[str, str], recovery: frozenset[str]) -> UserId:
    """The nearest in the line of those who let them in whom the code let in; "" for none."""
    seen: set[str] = set()
    while user in by and user not in seen:
        seen.add(user)
        if by[user] in recovery and user not in recovery:
            return UserId(user)
        user = by[user]
    return _NOBODY
