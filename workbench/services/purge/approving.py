# SPDX-License-Identifier: EUPL-1.2
"""Who stands for taking something away for ever: two people, or one under stricter rules.

with approving.approved(desk, act, word) as approval:
    ...enter what is taken away with approval.cosigner, then take it away

The clock alone approves nothing: one person confirms after a wait that more than the clock must
tell of (`waiting`), *and* with the recovery code.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from workbench.domain import warrants
from workbench.domain.erasing import NO_WARRANT, Approval, EraseProposed, Urgent, Warrant
from workbench.domain.ids import CaseId, EntryId
from workbench.domain.purges import confirmation
from workbench.services.desk import Desk
from workbench.services.purge.erasing_errors import NotApprovedError, TooEarlyError, UncheckedError
from workbench.services.purge.waiting import is_ripe
from workbench.services.records.akt import Draft, Recorded
from workbench.services.second_ports import CoSigner


@dataclass(frozen=True, slots=True)
class TwoPeople:
    """A colleague at the same screen, with the own place number and passphrase."""

    place: int
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OnePerson:
    """The only user confirms an own proposal (its entry) with the recovery codes."""

    proposal: EntryId
    codes: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Alone:
    """*Akut undantag*: life is at risk and nobody can be reached. It is reviewed afterwards.

    `passphrase`: the own one, asked again: an unlocked screen alone takes nothing away.
    """

    reason: str
    passphrase: str = field(repr=False)


Word = TwoPeople | OnePerson | Alone


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be taken away: an akt, or these entries of it. `kind` as the log names it."""

    kind: str
    case: CaseId
    entries: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True)
class Approved:
    """How it was approved, and what the entry must carry to show it."""

    approval: Approval
    cosigner: CoSigner | None = None
    proposal: str = ""
    confirmed: str = ""
    warrant: Warrant = NO_WARRANT


@contextmanager
def approved(desk: Desk, act: Act, word: Word) -> Iterator[Approved]:
    """See that somebody may take this away; the second person's keys last as long as the block.

    Raises:
        NotApprovedError, TooEarlyError, UncheckedError (no reason given for acting alone);
        VAULT-001, VAULT-002 for the passphrase of the second person, or for the own one of who acts
        alone; VAULT-024; what the recovery code raises.
    """
    if isinstance(word, TwoPeople):
        with desk.vault.second.ask(word.place, word.passphrase) as second:
            yield Approved("two-people", second, warrant=warrant(desk, act, second))
    elif isinstance(word, OnePerson):
        yield _confirmed(desk, act, word)
    else:
        yield _urgent(desk, act, word)


def warrant(desk: Desk, act: Act, second: CoSigner | None = None) -> Warrant:
    """What the one here, and a second person, sign: for where no journal can be asked."""
    me = desk.vault.signer
    said = warrants.statement(desk.vault.vault, act.case, me.user, act.entries)
    if second is None:
        return Warrant(me.user, me.sign_warrant(said))
    return Warrant(me.user, me.sign_warrant(said), second.user, second.sign_warrant(said))


def is_only_user(desk: Desk) -> bool:
    """Whether nobody else has a place: only then may one person confirm alone."""
    return sum(member.place > 0 for member in desk.vault.members()) == 1


def proposals(desk: Desk) -> tuple[Recorded[EraseProposed], ...]:
    """What somebody proposed alone, oldest first."""
    return desk.house.all(EraseProposed)


def _confirmed(desk: Desk, act: Act, word: OnePerson) -> Approved:
    found = next((each for each in proposals(desk) if each.entry == word.proposal), None)
    if found is None or not is_only_user(desk) or not _is_of(found, act, desk):
        raise NotApprovedError
    if not is_ripe(desk, found):
        raise TooEarlyError
    statement = confirmation(desk.vault.vault, act.case, found.entry, act.entries)
    confirmed = desk.vault.erasing.confirm(word.codes, statement)
    return Approved("one-person", None, found.entry, confirmed, warrant(desk, act))


def _is_of(proposal: Recorded[EraseProposed], act: Act, desk: Desk) -> bool:
    value = proposal.value
    is_same = (value.case, sorted(value.entries)) == (act.case, sorted(act.entries))
    return is_same and proposal.author == desk.vault.signer.user


def _urgent(desk: Desk, act: Act, word: Alone) -> Approved:
    if not word.reason.strip():
        raise UncheckedError
    desk.vault.second.prove_self(word.passphrase)
    desk.house.enter(Draft(Urgent(act.kind, act.case, word.reason.strip(), act.entries)))
    return Approved("urgent", warrant=warrant(desk, act))
