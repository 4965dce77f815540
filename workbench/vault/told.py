# SPDX-License-Identifier: EUPL-1.2
"""What the organisation akt says was taken away, as far as it is to be obeyed.

Every user can write in it. So an entry alone takes nothing away: two people signed it, or the
recovery code confirmed it, or it carries a warrant that says so. What one took away because life
was at risk is obeyed by their own program; by everybody once another person found it justified.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.domain import warrants
from workbench.domain.ids import CaseId, EntryId, RecordId, UserId, VaultId, is_uuid4
from workbench.domain.journal import Entry
from workbench.domain.purges import Witness, approved, content_of, ids_in
from workbench.domain.warrants import Taking
from workbench.vault import erased_list
from workbench.vault.erased_list import Erasures

_ERASED, _PURGED, _LEVEL = "erased/1", "purged/1", "E1"
_URGENT, _REVIEWED = "urgent/1", "urgent_reviewed/1"


@dataclass(frozen=True, slots=True)
class Told:
    """What was erased, and which sealed files came for those akter.

    `entries`: how many it has. `urgent`: akter, and who took them away alone, as long as nobody
    else has looked at it; with their own word on what came. `named`: every akt that it says was
    taken away, obeyed or not.
    """

    entries: int = 0
    erasures: Erasures = field(default_factory=Erasures)
    arrivals: Mapping[CaseId, tuple[str, ...]] = field(default_factory=dict)
    urgent: Mapping[tuple[CaseId, UserId], tuple[str, ...]] = field(default_factory=dict)
    named: frozenset[CaseId] = frozenset()


def told_by(house: Sequence[Entry], vault: VaultId, law: Witness) -> Told:
    """As far as it was signed, and approved."""
    kinds = {_ERASED, _PURGED, _URGENT, _REVIEWED}
    signed = [entry for entry in house if entry.header.kind in kinds and law.signs(entry)]
    hearing = _Hearing(vault, law, _reviews(signed), _refused(signed), _Arrivals(house, law))
    for entry in signed:
        hearing.hear(entry)
    return hearing.told(len(house))


@dataclass(frozen=True, slots=True)
class _Review:
    by: UserId
    signature: str


@dataclass(frozen=True, slots=True)
class _Arrivals:
    """Who had written in the organisation akt before something was first taken away.

    Whoever has the recovery code can come as somebody new, and let others in. They look at what
    was done by then as another person only if the chain shows that they were here before it.
    """

    house: Sequence[Entry]
    law: Witness

    def was_before(self, user: UserId, untrusted: Taking) -> bool:
        """Whether a user may look at an act, as far as the code let them in or who did."""
        came = self.law.by_code(user)
        if not came:
            return True
        for entry in self.house:
            if self._names(entry, untrusted):
                return False
            if entry.header.author == came and self.law.signs(entry):
                return True
        return False

    def _names(self, entry: Entry, untrusted: Taking) -> bool:
        if entry.header.kind not in {_ERASED, _PURGED, _URGENT}:
            return False
        said = content_of(entry)
        entries = () if entry.header.kind == _ERASED else ids_in(said, "entries")
        return (said.get("case"), tuple(sorted(set(entries)))) == (
            untrusted.case, untrusted.entries
        )  # fmt: skip


@dataclass(slots=True)
class _Hearing:
    """The entries that were heard so far. Used once."""

    vault: VaultId
    law: Witness
    reviews: Sequence[_Review]
    refused: frozenset[tuple[UserId, str]]
    came: _Arrivals
    cases: set[CaseId] = field(default_factory=set)
    own: set[tuple[CaseId, UserId, EntryId]] = field(default_factory=set)
    takings: set[Taking] = field(default_factory=set)
    arrivals: dict[CaseId, tuple[str, ...]] = field(default_factory=dict)
    urgent: dict[tuple[CaseId, UserId], tuple[str, ...]] = field(default_factory=dict)
    named: set[CaseId] = field(default_factory=set)

    def hear(self, entry: Entry) -> None:
        said = content_of(entry)
        case = CaseId(str(said.get("case")))
        if not is_uuid4(case):
            return
        if entry.header.kind == _PURGED:
            self._purged(entry, said, case)
        elif entry.header.kind == _ERASED and said.get("level") == _LEVEL:
            self._erased(entry, said, case)

    def told(self, entries: int) -> Told:
        found = erased_list.obeyed(warrants.joined(self.takings))
        erasures = found.joined(Erasures(frozenset(self.cases), own=frozenset(self.own)))
        waiting = {of: came for of, came in self.urgent.items() if of[0] not in erasures.cases}
        return Told(entries, erasures, self.arrivals, waiting, frozenset(self.named))

    def _erased(self, entry: Entry, said: dict[str, Any], case: CaseId) -> None:
        self.named.add(case)
        author = entry.header.author
        whole = self._warranted(warrants.taking_in(said, case, whole_akt=True))
        is_alone = said.get("approval") == "urgent"
        if whole is not None:
            self.takings.add(whole)
        # The code's word on texts of an akt is none on the akt.
        is_cosigned = not is_alone and approved(entry, said | {"entries": []}, self.law)
        is_by_author = whole is not None and whole.by == author
        if is_cosigned or (whole is not None and whole.is_whole):
            self.cases.add(case)
            # A warrant can be copied into an entry of somebody else's, who then says more.
            if is_by_author or (is_cosigned and entry.header.cosigners):
                self.arrivals[case] = (*self.arrivals.get(case, ()), *ids_in(said, "arrivals"))
        elif is_alone and (author, case) not in self.refused:
            self.urgent[case, author] = ids_in(said, "arrivals")

    def _purged(self, entry: Entry, said: dict[str, Any], case: CaseId) -> None:
        untrusted = warrants.taking_in(said, case, whole_akt=False)
        if not untrusted.entries:
            return
        found = self._warranted(untrusted)
        if found is not None:
            self.takings.add(found)
        else:  # of before there were warrants: the word of who tells it, for texts of their own
            author = entry.header.author
            self.own.update((case, author, purged) for purged in untrusted.entries)

    def _warranted(self, untrusted: Taking) -> Taking | None:
        """With every signature that holds, that of who looked at it afterwards among them."""
        (found,) = warrants.weighed([untrusted], self.vault, self.law) or (None,)
        if found is None or found.is_whole:
            return found
        others = (each for each in self.reviews if self.came.was_before(each.by, found))
        looked_at = (found.with_second(each.by, each.signature) for each in others)
        weighed = warrants.weighed(looked_at, self.vault, self.law)
        return next((each for each in weighed if each.is_whole), found)


def _reviews(signed: Sequence[Entry]) -> tuple[_Review, ...]:
    """Signatures of those who found an urgent exception justified; what they hold for, they say."""
    found = ((e, content_of(e)) for e in signed if e.header.kind == _REVIEWED)
    return tuple(
        _Review(entry.header.author, str(said["signature"]))
        for entry, said in found
        if said.get("opinion") == "justified" and str(said.get("signature") or "")
    )


def _refused(signed: Sequence[Entry]) -> frozenset[tuple[UserId, str]]:
    """By whom, and which akt: urgent exceptions that another person did not find justified."""
    acts: dict[RecordId, tuple[UserId, str]] = {}
    for entry in signed:
        if entry.header.kind == _URGENT:
            named = entry.header.author, str(content_of(entry).get("case"))
            acts.setdefault(entry.header.record, named)
    found = ((e.header.author, content_of(e)) for e in signed if e.header.kind == _REVIEWED)
    refused = (
        (author, acts.get(RecordId(str(said.get("urgent")))))
        for author, said in found
        if said.get("opinion") == "not-justified"
    )
    return frozenset(act for author, act in refused if act is not None and act[0] != author)
