# SPDX-License-Identifier: EUPL-1.2
"""The facet of an unlocked vault that takes away for ever. See `services.erasing_ports`.

The organisation akt says what was erased, the signed list (`erased_list`) repeats it for where the
organisation akt cannot be asked, `erase` removes. At every unlock the three are held together, and
what a crash cut off is finished.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from workbench.crypto import ed25519
from workbench.crypto.labels import Signed
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, EntryId, is_uuid4
from workbench.domain.journal import Entry
from workbench.domain.purges import Witness, approved, content_of, ids_in
from workbench.services.erasing_errors import NotApprovedError
from workbench.vault import erased_list, recovering
from workbench.vault.casefile import OpenCase
from workbench.vault.erase import Place, remove, remove_leftovers, unfinished
from workbench.vault.erased_list import Erasures, SignedList
from workbench.vault.errors import NewerFormatError, NoAccessError
from workbench.vault.inside import Inside
from workbench.vault.witnessing import witness

_ERASED, _PURGED, _LEVEL = "erased/1", "purged/1", "E1"


@dataclass(frozen=True, slots=True)
class Told:
    """What the organisation akt says was erased, and which sealed files came for those akter.

    `entries`: how many it has.
    """

    entries: int = 0
    erasures: Erasures = field(default_factory=Erasures)
    arrivals: Mapping[CaseId, tuple[str, ...]] = field(default_factory=dict)


class Erasing:
    """Satisfies `services.erasing_ports.Erasing`."""

    def __init__(self, inside: Inside, house: Callable[[], OpenCase]) -> None:
        self._inside, self._house = inside, house
        self._newer: NewerFormatError | None = None
        self.known_at_unlock = 0

    def begin(self) -> None:
        """At unlock: the list and the organisation akt agree, and what was begun is finished.

        It never stands in the way of an unlock. An organisation akt that does not open is told of
        by whoever opens it; the list alone is then believed.
        """
        told, listed = self._told(), self._listed()
        known = listed.erasures if listed is not None else Erasures()
        self._erasures = told.erasures.joined(known)
        self.known_at_unlock = told.entries
        with suppress(WorkbenchError):
            if self._is_to_write(listed):
                self._write()
            for case in unfinished(self._place, self._erasures.cases):
                remove(self._place, case, told.arrivals.get(case, ()))

    def is_erased(self, case: CaseId) -> bool:
        self._require_known()
        return case in self._erasures.cases

    def purged(self, case: CaseId) -> frozenset[EntryId]:
        self._require_known()
        return self._erasures.entries_of(case)

    def require_key(self, case: CaseId) -> None:
        inside = self._inside
        if inside.register.row(case) is None:
            raise NoAccessError
        inside.keychain.keys(case, inside.shelf.files(case))

    def confirm(self, codes: Sequence[str], statement: bytes) -> str:
        secrets = recovering.secrets_of(self._inside.body, codes)
        try:
            message = ed25519.pae(Signed.CONFIRMATION, statement)
            signature = ed25519.sign(secrets.signing, message).hex()
        finally:
            secrets.wipe()
        if not self._law.confirms(statement, signature):
            raise NotApprovedError  # a code of before it had a key that signs: renew it first
        return signature

    def note_purged(self, case: CaseId, entries: Collection[EntryId]) -> None:
        self._add(Erasures(entries={case: frozenset(entries)}))
        remove_leftovers(self._place, case)

    def erase(self, case: CaseId) -> None:
        told = self._told()
        if case not in told.erasures.cases:
            raise NotApprovedError
        self._add(told.erasures)
        remove(self._place, case, told.arrivals.get(case, ()))

    @property
    def _law(self) -> Witness:
        return witness(lambda: self._inside.keychain.members)

    @property
    def _place(self) -> Place:
        inside = self._inside
        return Place(inside.layout, inside.register, inside.shelf, inside.keychain)

    @property
    def _erasures(self) -> Erasures:
        return self._inside.shelf.erasures

    @_erasures.setter
    def _erasures(self, erasures: Erasures) -> None:
        self._inside.shelf.erasures = erasures

    def _told(self) -> Told:
        try:
            entries = self._house().entries()
        except WorkbenchError:
            return Told()
        return told_by(entries, self._law)

    def _listed(self) -> SignedList | None:
        """The list, when it counts. One that does not is made again from the organisation akt."""
        inside = self._inside
        try:
            return erased_list.read(inside.layout.erased, inside.vault, inside.keychain.members)
        except NewerFormatError as newer:
            self._newer = newer
        except WorkbenchError:
            pass
        return None

    def _is_to_write(self, listed: SignedList | None) -> bool:
        """A list that a user signed who is removed later would count no more: sign it now."""
        if self._newer is not None or self._erasures == Erasures():
            return False
        return listed is None or (
            listed.erasures != self._erasures or listed.signed_by != self._inside.keychain.user
        )

    def _add(self, more: Erasures) -> None:
        self._require_known()
        self._erasures = self._erasures.joined(more)
        self._write()

    def _write(self) -> None:
        inside = self._inside
        keychain = inside.keychain
        erased_list.write(
            inside.layout.erased, inside.vault, self._erasures, keychain.user, keychain.signing
        )

    def _require_known(self) -> None:
        """Raises NewerFormatError: a later version wrote the list, and it is not replaced."""
        if self._newer is not None:
            raise self._newer


def told_by(house: Sequence[Entry], law: Witness) -> Told:
    """What the organisation akt says was erased, as far as it was signed and approved."""
    arrivals: dict[CaseId, tuple[str, ...]] = {}
    purged: dict[CaseId, set[EntryId]] = {}
    for entry in house:
        if entry.header.kind not in (_ERASED, _PURGED) or not law.signs(entry):
            continue
        said = content_of(entry)
        case = CaseId(str(said.get("case")))
        if not is_uuid4(case):
            continue
        if entry.header.kind == _PURGED:
            purged.setdefault(case, set()).update(ids_in(said, "entries"))
        elif said.get("level") == _LEVEL and approved(entry, said, law):
            arrivals[case] = ids_in(said, "arrivals")
    kept = {case: frozenset(ids) for case, ids in purged.items() if case not in arrivals}
    return Told(len(house), Erasures(frozenset(arrivals), kept), arrivals)
