# SPDX-License-Identifier: EUPL-1.2
"""Who is in a vault and why: every step that made it so, signed, each naming the one before.

Nothing is taken back: who lost a role has a step that says so, and a list without that step is
older than one with it, whoever signed it. A step counts only where its author might take it by
the steps before: an administrator with a place, or the recovery key of that time.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Literal

import msgspec

from workbench.crypto import ed25519
from workbench.crypto.labels import Signed
from workbench.crypto.seeds import fingerprint
from workbench.domain.canonical import canonical_bytes
from workbench.vault import signed
from workbench.vault.admissions import ADMINISTRATOR, RECOVERY, Admitted, Role, are_admitted
from workbench.vault.signed import Hash, SignatureHex

Act = Literal["founded", "listed", "admitted", "roles", "left", "recovery"]
_OPENING = frozenset({"founded", "listed"})
_GIVEN: Mapping[Act, frozenset[str]] = {
    "founded": frozenset({"user", "recipient", "roles"}),
    "listed": frozenset({"recipient", "users", "seated"}),
    "admitted": frozenset({"user", "recipient", "roles"}),
    "roles": frozenset({"user", "roles"}),
    "left": frozenset({"user"}),
    "recovery": frozenset({"user", "recipient"}),
}
"""What a step of each kind says, and nothing else."""
_OPTIONAL = ("user", "recipient", "roles", "users", "seated")


class BrokenHistoryError(ValueError):
    """Steps that do not follow from each other."""


class Step(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """One change, signed by who made it. `recipient`: the hash of the user's hybrid key.

    `listed` opens the history of a vault that had none: the list as it stood, `seated` those with
    a place, `recipient` the recovery key of that day.
    """

    n: Annotated[int, msgspec.Meta(ge=1, lt=2**31)]
    previous: Annotated[str, msgspec.Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
    act: Act
    user: Hash = ""
    recipient: Hash = ""
    roles: tuple[Role, ...] = ()
    users: tuple[Admitted, ...] = ()
    seated: tuple[Hash, ...] = ()
    by: Hash
    signature: SignatureHex


@dataclass(frozen=True, slots=True)
class Deed:
    """What a new step says."""

    act: Act
    user: str
    recipient: str = ""
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    """Who takes a step, and with what they sign it."""

    user: str
    seed: bytes | bytearray = field(repr=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the steps say of one user. `by`: who let them in."""

    roles: tuple[str, ...]
    recipient: str
    by: str
    is_seated: bool


@dataclass(frozen=True, slots=True)
class Membership:
    """Everybody who is or was in, in the order in which they came; today's recovery key."""

    users: Mapping[str, Standing]
    recovery: str

    def may_change(self, user: str) -> bool:
        """Whether a user may take the next step, and sign the list."""
        known = self.users.get(user)
        if known is None:
            return False
        if RECOVERY in known.roles:
            return known.recipient == self.recovery
        return known.is_seated and ADMINISTRATOR in known.roles


def fold(steps: Sequence[Step]) -> Membership:
    """What the steps come to. Their signatures are `are_signed`'s, their root `begins_with`'s.

    Raises:
        BrokenHistoryError: a step is out of place, or its author might not take it.
    """
    users: dict[str, Standing] = {}
    recovery, previous = "", ""
    for n, step in enumerate(steps, 1):
        given = {name for name in _OPTIONAL if getattr(step, name)}
        if (step.n, step.previous) != (n, previous) or given != _GIVEN[step.act]:
            raise BrokenHistoryError(n)
        if (step.act in _OPENING) != (n == 1) or len(set(step.roles)) != len(step.roles):
            raise BrokenHistoryError(n)
        recovery, previous = _taken(users, recovery, step), hash_of(step)
    if not users:
        raise BrokenHistoryError(0)
    return Membership(users, recovery)


def are_signed(steps: Sequence[Step], vault: str, key_of: Callable[[str], bytes]) -> bool:
    """Whether every step is signed by its author."""
    return all(
        signed.is_signed_by(
            key_of(step.by), Signed.STEP, _statement(vault, step), bytes.fromhex(step.signature)
        )
        for step in steps
    )


def begins_with(steps: Sequence[Step], vault: str, founder: bytes) -> bool:
    """Whether the founder stands at the root: of the first step, or of the list that it takes."""
    first = steps[0]
    if first.act == "founded":
        return first.user == founder.hex()
    return are_admitted(first.users, vault, founder)


def is_pending(steps: Sequence[Step]) -> bool:
    """A list of before there was a history: its first step is not signed yet."""
    return steps[0].signature == ""


def chain(steps: Sequence[Step]) -> tuple[str, ...]:
    """The hash of each step; none of a list that has no history yet."""
    return () if is_pending(steps) else tuple(map(hash_of, steps))


def hash_of(step: Step) -> str:
    """Hex SHA-256 of the one spelling of a step, its signature included."""
    return hashlib.sha256(signed.body_bytes(step)).hexdigest()


def listed(users: tuple[Admitted, ...], seated: tuple[str, ...], recovery: str) -> Step:
    """The first step of a list that has no history: nobody has signed it yet."""
    return Step(
        n=1,
        previous="",
        act="listed",
        recipient=fingerprint(bytes.fromhex(recovery)),
        users=users,
        seated=seated,
        by="",
        signature="",
    )


def after(steps: Sequence[Step], vault: str, by: Author, *deeds: Deed) -> tuple[Step, ...]:
    """The steps and those that somebody takes now; a list without a history gets its first."""
    made = list(steps)
    if made and is_pending(made):
        made = [_signed(vault, made[0], by)]
    for deed in deeds:
        step = Step(
            n=len(made) + 1,
            previous=hash_of(made[-1]) if made else "",
            act=deed.act,
            user=deed.user,
            recipient=deed.recipient,
            roles=deed.roles,
            by="",
            signature="",
        )
        made.append(_signed(vault, step, by))
    return tuple(made)


def _taken(users: dict[str, Standing], recovery: str, step: Step) -> str:
    """Put a step into what those before it came to. The recovery key after it."""
    if step.act == "listed":
        users |= _as_listed(step)
        return step.recipient
    is_founder = step.act == "founded" and step.by == step.user
    if not (is_founder or Membership(users, recovery).may_change(step.by)):
        raise BrokenHistoryError(step.n)
    if step.act in {"roles", "left"}:
        users[step.user] = _changed(users.get(step.user), step)
        return recovery
    if step.user in users:
        raise BrokenHistoryError(step.n)
    is_recovery = step.act == RECOVERY
    roles = (RECOVERY,) if is_recovery else step.roles
    users[step.user] = Standing(roles, step.recipient, step.by, is_seated=not is_recovery)
    return step.recipient if is_recovery else recovery


def _changed(known: Standing | None, step: Step) -> Standing:
    """Other roles, or no place, for somebody who has one."""
    if known is None or not known.is_seated:
        raise BrokenHistoryError(step.n)
    if step.act == "left":
        return replace(known, is_seated=False)
    return replace(known, roles=tuple(step.roles))


def _as_listed(step: Step) -> dict[str, Standing]:
    """The list of before. Whoever takes it over is one who might have signed it."""
    users = {
        user.user: Standing(
            tuple(user.roles),
            fingerprint(bytes.fromhex(user.wrap)),
            user.admitted_by,
            is_seated=user.user in step.seated,
        )
        for user in step.users
    }
    named = all(fingerprint(bytes.fromhex(user.sign)) == user.user for user in step.users)
    is_once = len(users) == len(step.users) and len(set(step.seated)) == len(step.seated)
    may = is_pending((step,)) or Membership(users, step.recipient).may_change(step.by)
    if not (named and is_once and may and set(step.seated) <= users.keys()):
        raise BrokenHistoryError(step.n)
    return users


def _signed(vault: str, step: Step, by: Author) -> Step:
    unsigned = msgspec.structs.replace(step, by=by.user)
    statement = ed25519.pae(Signed.STEP, _statement(vault, unsigned))
    return msgspec.structs.replace(unsigned, signature=ed25519.sign(by.seed, statement).hex())


def _statement(vault: str, step: Step) -> bytes:
    said = {**msgspec.to_builtins(step), "fmt": "varn.step/1", "vault": vault}
    del said["signature"]
    return canonical_bytes(said)
