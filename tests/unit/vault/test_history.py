# SPDX-License-Identifier: EUPL-1.2
"""The history of a list of users: only who may takes a step, and what is there stays there."""

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.crypto import ed25519
from workbench.crypto.seeds import fingerprint
from workbench.vault import admissions, history
from workbench.vault.admissions import ROLES, Admitted
from workbench.vault.history import Author, BrokenHistoryError, Deed, Membership, Step

VAULT = "0c0ffee0-0000-4000-8000-0000000000aa"
PEOPLE = 6
"""The founder, four more, and somebody of whom nothing is said."""
SEEDS = [bytes([number]) * 32 for number in range(1, PEOPLE + 1)]
PUBLIC = [ed25519.public_key(seed) for seed in SEEDS]
USERS = [fingerprint(public) for public in PUBLIC]
KEYS = dict(zip(USERS, PUBLIC, strict=True))
WRAPS = [fingerprint(bytes([number])) for number in range(PEOPLE)]
FOUNDED = Deed("founded", USERS[0], WRAPS[0], ROLES)
SOME = [("administrator",), ("reviewer", "practitioner"), ("log-reviewer",), ROLES]


def by(number: int) -> Author:
    return Author(USERS[number], SEEDS[number])


def grown(steps: Sequence[Step], number: int, *deeds: Deed) -> tuple[Step, ...]:
    return history.after(steps, VAULT, by(number), *deeds)


def holds(steps: Sequence[Step]) -> Membership | None:
    """What a reader makes of it; None where it is refused."""
    try:
        found = history.fold(steps)
    except BrokenHistoryError:
        return None
    return found if history.are_signed(steps, VAULT, lambda user: KEYS[user]) else None


def deeds() -> st.SearchStrategy[Deed]:
    who = st.integers(0, PEOPLE - 1)
    roles = st.sampled_from(SOME)
    return st.one_of(
        st.builds(lambda n, given: Deed("admitted", USERS[n], WRAPS[n], given), who, roles),
        st.builds(lambda n, given: Deed("roles", USERS[n], roles=given), who, roles),
        st.builds(lambda n: Deed("left", USERS[n]), who),
        st.builds(lambda n: Deed("recovery", USERS[n], WRAPS[n]), who),
        st.builds(lambda n: Deed("founded", USERS[n], WRAPS[n], ROLES), who),
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, PEOPLE - 1), deeds()), max_size=25))
def test_no_step_of_who_may_not_take_it_is_ever_believed(tried):
    """Everybody signs what they like with their own key; a reader goes on with what it believes."""
    steps = grown((), 0, FOUNDED)
    for author, deed in tried:
        before, wanted = holds(steps), grown(steps, author, deed)
        assert before is not None
        found = holds(wanted)
        if found is None:
            continue
        assert before.may_change(USERS[author])
        known = before.users.get(USERS[author])
        assert known is not None
        is_administrator = known.is_seated and "administrator" in known.roles
        assert is_administrator or known.recipient == before.recovery
        assert list(found.users)[: len(before.users)] == list(before.users)
        assert [user for user in before.users if found.users[user] != before.users[user]] in (
            [],
            [deed.user],
        )
        steps = wanted


@settings(max_examples=60, deadline=None)
@given(st.lists(deeds(), min_size=1, max_size=4), st.sampled_from(["roles", "left"]))
def test_whoever_was_made_less_or_is_gone_changes_nothing_by_any_steps(wanted, how):
    """With the key that was an administrator's, and all the steps of before."""
    let_in = Deed("admitted", USERS[1], WRAPS[1], ("administrator",))
    ended = Deed(how, USERS[1], roles=("reviewer",) if how == "roles" else ())
    steps = grown((), 0, FOUNDED, let_in, ended)
    assert holds(steps) is not None
    assert holds(grown(steps, 1, *wanted)) is None


def test_a_recovery_key_that_was_replaced_takes_no_step():
    steps = grown((), 0, FOUNDED, Deed("recovery", USERS[1], WRAPS[1]))
    assert holds(grown(steps, 1, Deed("left", USERS[0]))) is not None
    steps = grown(steps, 0, Deed("recovery", USERS[2], WRAPS[2]))
    assert holds(grown(steps, 1, Deed("left", USERS[0]))) is None
    assert holds(grown(steps, 2, Deed("left", USERS[0]))) is not None


def replaced(step: Step, **fields) -> Step:
    return msgspec.structs.replace(step, **fields)


FAULTS = {
    "nothing": lambda _steps: (),
    "the first missing": lambda steps: steps[1:],
    "one missing": lambda steps: (steps[0], *steps[2:]),
    "one twice": lambda steps: (*steps, steps[-1]),
    "another order": lambda steps: (steps[0], steps[2], steps[1]),
    "another number": lambda steps: (*steps[:-1], replaced(steps[-1], n=9)),
    "another one before": lambda steps: (*steps[:-1], replaced(steps[-1], previous="ab" * 32)),
    "another author": lambda steps: (*steps[:-1], replaced(steps[-1], by=USERS[1])),
    "other roles": lambda steps: (*steps[:-1], replaced(steps[-1], roles=("administrator",))),
    "more than it says": lambda steps: grown(steps, 0, Deed("left", USERS[1], roles=("reviewer",))),
    "less than it says": lambda steps: grown(steps, 0, Deed("roles", USERS[1])),
    "a role twice": lambda steps: grown(
        steps, 0, Deed("roles", USERS[1], roles=("reviewer", "reviewer"))
    ),
    "founded again": lambda steps: grown(steps, 3, Deed("founded", USERS[3], WRAPS[3], ROLES)),
    "founded by another": lambda _steps: grown((), 3, FOUNDED),
    "let in twice": lambda steps: grown(steps, 0, Deed("admitted", USERS[1], WRAPS[1], ROLES)),
    "a role for recovery": lambda steps: grown(steps, 0, Deed("roles", USERS[2], roles=ROLES)),
    "of another vault": lambda steps: history.after(
        steps, "another", by(0), Deed("left", USERS[1])
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_steps_that_do_not_follow_are_refused(fault):
    let_in = Deed("admitted", USERS[1], WRAPS[1], ("reviewer",))
    recovery = Deed("recovery", USERS[2], WRAPS[2])
    steps = grown((), 0, FOUNDED, let_in, recovery)
    steps = grown(steps, 0, Deed("roles", USERS[1], roles=("practitioner",)))
    assert holds(steps) is not None
    assert holds(FAULTS[fault](steps)) is None


def test_the_first_step_is_the_founder_s():
    steps = grown((), 0, FOUNDED)
    assert history.begins_with(steps, VAULT, bytes.fromhex(USERS[0]))
    assert not history.begins_with(steps, VAULT, bytes.fromhex(USERS[1]))


def admitted(number: int, admitter: int, roles: tuple[str, ...] = ("administrator",)) -> Admitted:
    unsigned = Admitted(
        user=USERS[number], sign=PUBLIC[number].hex(), wrap=bytes([number]).hex(), roles=roles,
        admitted_by=USERS[admitter], admission="",
    )  # fmt: skip
    return admissions.admit(VAULT, unsigned, SEEDS[admitter])


def taken_over(users: Sequence[Admitted], number: int, *seated: int) -> tuple[Step, ...]:
    first = history.listed(tuple(users), tuple(USERS[n] for n in seated), bytes([9]).hex())
    return grown((first,), number)


def test_a_list_of_before_is_taken_over_by_one_who_might_have_signed_it():
    users = (admitted(0, 0), admitted(1, 0), admitted(2, 1, ("reviewer",)))
    assert history.chain((history.listed(users, (USERS[0],), "09"),)) == ()
    steps = taken_over(users, 1, 1, 2)
    found = holds(steps)
    assert found is not None
    assert [known.is_seated for known in found.users.values()] == [False, True, True]
    assert [found.may_change(USERS[number]) for number in range(4)] == [False, True, False, False]
    assert history.begins_with(steps, VAULT, bytes.fromhex(USERS[0]))
    for other in (0, 2, 3):
        assert holds(taken_over(users, other, 1, 2)) is None
    assert holds(grown(steps, 1, Deed("left", USERS[2]))) is not None


@pytest.mark.parametrize(
    "users",
    [
        (admitted(0, 0), admitted(1, 2), admitted(2, 1)),  # a circle, which hangs in the air
        (admitted(0, 0), admitted(1, 0, ("reviewer",)), admitted(2, 1)),
        (admitted(1, 1),),
        (admitted(0, 0), msgspec.structs.replace(admitted(1, 0, ("reviewer",)), roles=ROLES)),
        (admitted(0, 0), msgspec.structs.replace(admitted(1, 0), wrap="07")),
    ],
)
def test_a_list_of_before_begins_with_the_founder_too(users):
    first = history.listed(users, (users[0].user,), "09")
    assert not history.begins_with((first,), VAULT, bytes.fromhex(USERS[0]))
