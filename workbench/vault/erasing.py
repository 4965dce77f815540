# SPDX-License-Identifier: EUPL-1.2
"""The facet of an unlocked vault that takes away for ever. See `services.erasing_ports`.

The organisation akt says what was erased, the signed list (`erased_list`) repeats it for where the
organisation akt cannot be asked, `erase` removes. At every unlock the three are held together, and
what a crash cut off is finished.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress

from workbench.crypto import ed25519
from workbench.crypto.labels import Signed
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, EntryId
from workbench.domain.purges import Witness, content_of
from workbench.services.purge.erasing_errors import NotApprovedError
from workbench.vault import aside, erased_list, recovering
from workbench.vault.casefile import OpenCase
from workbench.vault.erase import Place, remove, remove_aside, remove_leftovers, unfinished
from workbench.vault.erased_list import Erasures, SignedList
from workbench.vault.errors import NewerFormatError, NoAccessError
from workbench.vault.inside import Inside
from workbench.vault.told import Told, told_by
from workbench.vault.witnessing import witness

_ASIDE_REMOVED = "aside_removed/1"


class Erasing:
    """Satisfies `services.erasing_ports.Erasing`."""

    def __init__(self, inside: Inside, house: Callable[[], OpenCase]) -> None:
        self._inside, self._house = inside, house
        self._newer: NewerFormatError | None = None
        self._named: frozenset[CaseId] = frozenset()
        self.known_at_unlock = 0

    def begin(self) -> None:
        """At unlock: the list and the organisation akt agree, and what was begun is finished.

        It never stands in the way of an unlock. An organisation akt that does not open is told of
        by whoever opens it; the list alone is then believed.
        """
        told, listed = self._told(), self._listed()
        known = listed.erasures if listed is not None else Erasures()
        self._hear(told, known)
        self.known_at_unlock = told.entries
        with suppress(WorkbenchError):
            if self._is_to_write(listed):
                self._write()
            for case in unfinished(self._place, self._erasures.cases | self._own_alone(told)):
                remove(self._place, case, self._arrivals(told, case))

    def is_erased(self, case: CaseId) -> bool:
        self._require_known()
        is_gone_here = case in self._named and self._inside.register.row(case) is None
        return is_gone_here or case in self._erasures.cases

    def purged(self, case: CaseId) -> frozenset[EntryId]:
        self._require_known()
        own = {entry for _user, entry in self._erasures.own_of(case)}
        return self._erasures.entries_of(case) | own

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

    def note_told(self) -> None:
        self._require_known()
        before = self._erasures
        self._hear(self._told(), before)
        if self._erasures != before:
            self._write()

    def note_purged(self, case: CaseId) -> None:
        self.note_told()
        remove_leftovers(self._place, case)

    def remove_left_aside(self, name: str) -> None:
        me = self._inside.keychain.user
        said = (e for e in self._house().entries() if e.header.kind == _ASIDE_REMOVED)
        is_said = any(
            e.header.author == me and name in content_of(e).get("names", ()) for e in said
        )
        if not (is_said and "administrator" in self._inside.me.roles):
            raise NotApprovedError
        remove_aside(aside.paths_of(self._inside.layout, name))

    def erase(self, case: CaseId) -> None:
        told = self._told()
        if case in self._own_alone(told):
            self.require_key(case)  # by one alone: only an akt that they can open
        elif case not in told.erasures.cases:
            raise NotApprovedError
        self.note_told()
        remove(self._place, case, self._arrivals(told, case))

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

    def _hear(self, told: Told, known: Erasures) -> None:
        self._inside.shelf.erasures = told.erasures.joined(known)
        self._named = told.named

    def _own_alone(self, told: Told) -> frozenset[CaseId]:
        """What the one here took away alone: their own program finishes it, and no other's."""
        me = self._inside.keychain.user
        return frozenset(case for case, user in told.urgent if user == me)

    def _arrivals(self, told: Told, case: CaseId) -> tuple[str, ...]:
        """Sealed files that came for an akt, by the word of those who took it away."""
        alone = told.urgent.get((case, self._inside.keychain.user), ())
        return (*told.arrivals.get(case, ()), *alone)

    def _told(self) -> Told:
        try:
            entries = self._house().entries()
        except WorkbenchError:
            return Told()
        return told_by(entries, self._inside.vault, self._law)

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
        takings = self._erasures.takings
        if self._newer is not None or not takings:
            return False
        return (
            listed is None
            or listed.is_bare
            or listed.erasures.takings != takings
            or listed.signed_by != self._inside.keychain.user
        )

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
