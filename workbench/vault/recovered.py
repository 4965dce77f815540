# SPDX-License-Identifier: EUPL-1.2
"""A vault opened with its recovery code: someone gets a new passphrase, and new keys.

The old secrets lie behind a passphrase that nobody knows, and stay there. So whoever comes back is
a new user at the old place, whom the recovery key admits. Their grants are made first and the
signed list last: cut off anywhere before that, the vault is as it was and recovery can be done
again; after it, the new passphrase opens.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

import msgspec

from workbench.crypto import ed25519, hybrid, kdf
from workbench.crypto.clearing import take
from workbench.crypto.kdf import Cost
from workbench.crypto.seeds import SEED_BYTES, UserSecrets, fingerprint
from workbench.domain.errors import Cancelled, WorkbenchError
from workbench.domain.ids import CaseId, UserId
from workbench.services.jobs import Pulse
from workbench.vault import backoff, cipher, recovering, recovery_grants, seats, slots
from workbench.vault.admissions import Admitted, admit
from workbench.vault.errors import OldRecoveryError
from workbench.vault.history import Deed
from workbench.vault.inside import Inside
from workbench.vault.keyrings import RECOVERY, KeysBody, Reader
from workbench.vault.register_keys import wrap_anew
from workbench.vault.slots import SlotsBody, User
from workbench.vault.unlocked import UnlockedVault
from workbench.vault.user_secrets import Door, seal_slot
from workbench.vault.working_store import WorkingStore

AT_A_NEW_PLACE: tuple[slots.Role, ...] = ("administrator",)
"""Who comes to a place that was nobody's lets others in, and takes what nobody else can open."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A place that is somebody's."""

    place: int
    user: UserId
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who will have the place, with new keys; `before` is the user who had it, "" for nobody."""

    place: int
    before: str
    admitted: User
    secrets: UserSecrets

    @property
    def user(self) -> UserId:
        return UserId(self.admitted.user)

    @property
    def reader(self) -> Reader:
        return Reader(self.admitted.user, self.admitted.wrap_public)


class Recovered:
    """What the code opened. `opened` is the vault as recovery sees it: every akt, nobody's list."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside
        self.opened = UnlockedVault(inside)
        self._made: list[Newcomer] = []

    def seats(self) -> tuple[Seat, ...]:
        """Every place, by number. The signed list names nobody; the organisation akt does."""
        body = self._inside.body
        taken = [(slot.place, body.user(slot.user)) for slot in body.slots]
        found = [Seat(at, UserId(user.user), user.roles) for at, user in taken if user is not None]
        return tuple(sorted(found, key=lambda seat: seat.place))

    def newcomer(self, place: int) -> Newcomer:
        """New keys for a place, in the roles of who had it. Nothing is written yet."""
        inside = self._inside
        slot = inside.body.slot(place)
        had = inside.body.user(slot.user) if slot is not None else None
        wrapping, signing = (take(inside.ids.random_bytes(SEED_BYTES)) for _ in range(2))
        public = ed25519.public_key(signing)
        admitted = User(
            user=fingerprint(public),
            sign=public.hex(),
            wrap=hybrid.public_key(wrapping).hex(),
            roles=had.roles if had is not None else AT_A_NEW_PLACE,
        )
        secrets = UserSecrets(wrapping, signing, inside.keychain.founder)
        made = Newcomer(place, had.user if had is not None else "", admitted, secrets)
        self._made.append(made)
        return made

    def seat(self, new: Newcomer, passphrase: str, cost: Cost, pulse: Pulse) -> tuple[str, ...]:
        """Give the place to the newcomer: grants, then the signed list, then the old grants go.

        Returns the case numbers of akter that stayed closed: whoever had the place could open
        them, and this code cannot, because they were not brought over to it.

        Raises:
            NotEnoughMemoryError, DiskFullError, DiskError: nothing changed hands.
        """
        inside = self._inside
        self._adopt()
        closed = tuple(self._grants(new, pulse))
        inside.write_slots(self._with(new, passphrase, cost))
        backoff.note_right(inside.installation, inside.vault, new.place)
        new.secrets.wipe()
        with suppress(WorkbenchError, Cancelled):  # it is done; what is left opens nothing
            self._let_go(new, pulse)
        return closed

    def close(self) -> None:
        """Every file closed, every key cleared, the vault free."""
        for new in self._made:
            new.secrets.wipe()
        self.opened.close()

    def _grants(self, new: Newcomer, pulse: Pulse) -> Iterator[str]:
        """A grant to the newcomer in each of their akter; yields the numbers that stay closed."""
        public = bytes.fromhex(self._inside.body.recovery.public)
        for case, number, body in self._akter(pulse):
            holders = {granted.to for granted in body.grants}
            if number is not None and not self._is_for(new, holders):
                continue
            if recovery_grants.opens(body, public):
                self._grant(case, body, new)
            else:
                yield number or ""

    def _is_for(self, new: Newcomer, holders: set[str]) -> bool:
        """Who had the place had a grant; or it was nobody's place, and is nobody's akt any more."""
        seated = {slot.user for slot in self._inside.body.slots}
        return new.before in holders if new.before else holders.isdisjoint(seated)

    def _grant(self, case: CaseId, body: KeysBody, new: Newcomer) -> None:
        """Also drops what a recovery that was cut off left: grants to users who never came."""
        inside = self._inside
        known = {user.user for user in inside.body.users} | {RECOVERY}
        kept = [granted for granted in body.grants if granted.to in known]
        recovery_grants.write(inside, recovery_grants.regranted(inside, body, kept, [new.reader]))
        if case != inside.body.house:
            inside.register.grants.put(case, new.user)
            with suppress(WorkbenchError):  # a damaged akt hinders nobody from the others
                self._working_rows(case, new, is_copied=True)

    def _let_go(self, new: Newcomer, pulse: Pulse) -> None:
        """The grants and the working rows of who had the place.

        What they had granted to others is granted anew, by recovery: no line may hang in the air.
        """
        inside = self._inside
        for case, _number, body in self._akter(pulse):
            holders = {granted.to for granted in body.grants}
            if not {new.before, new.user} <= holders:
                continue
            kept = self._seated(holders - {new.before})
            recovery_grants.write(inside, recovery_grants.regranted(inside, body, (), kept))
            if case != inside.body.house:
                inside.register.grants.drop(case, UserId(new.before))
                with suppress(WorkbenchError):
                    self._working_rows(case, new, is_copied=False)

    def _seated(self, holders: set[str]) -> list[Reader]:
        """Recovery, and those of the holders who have a place."""
        body = self._inside.body
        seated = [body.user(slot.user) for slot in body.slots if slot.user in holders]
        recovery = Reader(RECOVERY, bytes.fromhex(body.recovery.public))
        return [recovery, *(Reader(u.user, u.wrap_public) for u in seated if u is not None)]

    def _working_rows(self, case: CaseId, new: Newcomer, *, is_copied: bool) -> None:
        """What was typed and not entered follows the person; copied first, dropped afterwards."""
        inside, before = self._inside, UserId(new.before)
        files = inside.shelf.files(case)
        connection = inside.keychain.connect(case, files)
        try:
            store = WorkingStore(connection, name=files.name)
            rows = store.of(before)
            if not rows:
                return
            with cipher.transaction(connection, name=files.name):
                if is_copied:
                    for row in rows:
                        store.put(replace(row, key=replace(row.key, author=new.user)))
                else:
                    store.drop([row.key for row in rows])
        finally:
            cipher.close_file(connection, name=files.name)

    def _akter(self, pulse: Pulse) -> Iterator[tuple[CaseId, str | None, KeysBody]]:
        """Every akt whose keys file can be read, with its number; the organisation akt has none."""
        inside = self._inside
        numbers: dict[CaseId, str | None] = {CaseId(inside.body.house): None}
        numbers |= {row.case: row.number for row in inside.register.rows()}
        for case, number in numbers.items():
            pulse()
            try:
                body = recovery_grants.read(inside, case)
            except WorkbenchError:
                continue
            yield case, number, body

    def _with(self, new: Newcomer, passphrase: str, cost: Cost) -> SlotsBody:
        inside, body = self._inside, self._inside.body
        wraps = wrap_anew(
            inside.vault, body.recovery.register, inside.register_keys, new.admitted.wrap_public
        )
        door = Door(new.place, passphrase, cost, inside.ids.random_bytes(kdf.SALT_BYTES))
        slot = seal_slot(inside.vault, new.user, new.secrets, door, wraps)
        others = [known for known in body.slots if known.place != new.place]
        gone = [Deed("left", new.before)] if new.before else []
        by = seats.author(inside)
        return msgspec.structs.replace(
            body,
            generation=body.generation + 1,
            history=slots.after(body, by, *gone, slots.arrival(new.admitted)),
            users=(*body.users, new.admitted),
            slots=tuple(sorted([*others, slot], key=lambda each: each.place)),
            signed_by=by.user,
        )

    def _adopt(self) -> None:
        """A vault of an earlier version gets the list in which recovery stands; see `adopted`."""
        inside = self._inside
        if slots.read(inside.layout.folder, smallest_kib=1).user(inside.keychain.user) is None:
            generation = inside.body.generation + 1
            inside.write_slots(msgspec.structs.replace(inside.body, generation=generation))


def adopted(body: SlotsBody, secrets: UserSecrets) -> SlotsBody:
    """The list with recovery in it, for vaults that were made before it had a key that signs.

    Nobody who is trusted can let it in any more, so it admits everyone anew and begins the history:
    `secrets` then carries it as the founder. Who else had a place would not believe that, so there
    may be one only.

    Raises:
        OldRecoveryError: there are more.
    """
    own = recovering.signer(secrets)
    if body.user(own.user) is not None:
        return body
    if len(body.slots) > 1:
        raise OldRecoveryError
    secrets.founder = bytes.fromhex(own.user)
    users, recovery = (own, *body.users), recovering.resealed(body, secrets)
    listed = tuple(_admitted(body.vault, user, own.user, secrets.signing) for user in users)
    return msgspec.structs.replace(
        body,
        history=(slots.begin(listed, body.slots, recovery),),
        recovery=recovery,
        users=users,
        signed_by=own.user,
    )


def _admitted(vault: str, user: User, by: str, seed: bytearray) -> Admitted:
    unsigned = Admitted(
        user=user.user,
        sign=user.sign,
        wrap=user.wrap,
        roles=user.roles,
        admitted_by=by,
        admission="",
    )
    return admit(vault, unsigned, seed)


def unsealed(body: SlotsBody, typed: Sequence[str]) -> tuple[SlotsBody, UserSecrets]:
    """What the typed codes open of a list that they believe. The caller wipes the secrets.

    Raises:
        what `recovering.secrets_of` raises; OldRecoveryError, SlotsNotSignedError.
    """
    secrets = recovering.secrets_of(body, typed)
    try:
        slots.check_founder(body, secrets.founder)
        return adopted(body, secrets), secrets
    except BaseException:
        secrets.wipe()
        raise
