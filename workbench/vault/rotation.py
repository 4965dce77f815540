# SPDX-License-Identifier: EUPL-1.2
"""The register under a new key, because somebody lost their place.

In this order, each step durable: a signed list without them, in which all others and recovery have
the keys n and n+1; the register copied aside under n+1, looked at afresh, put in its place, their
akter marked; a signed list with n+1 alone. Cut off anywhere, whoever has a place can open the
vault, and the next who does goes on; the last step waits for an administrator.
"""

import msgspec

from workbench.crypto.clearing import take
from workbench.crypto.seeds import SEED_BYTES, wipe
from workbench.domain.ids import CaseId, UserId
from workbench.services.jobs import Pulse
from workbench.vault import cipher, exporting, register, schemas
from workbench.vault.exporting import Export
from workbench.vault.inside import Inside
from workbench.vault.register_keys import wrap_register_key
from workbench.vault.slots import RegisterWrap, Slot, SlotsBody


class Rotation:
    """Changes the register's key."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside

    def begin(self, body: SlotsBody) -> None:
        """Write the list `body` with one key more, which everyone who is left has beside the first.

        From here on, who is not in the list cannot unlock, and the rest is `finish`.
        """
        inside, new = self._inside, take(self._inside.ids.random_bytes(SEED_BYTES))
        generation = max(wrap.generation for wrap in self._own().register) + 1

        def both(had: tuple[RegisterWrap, ...], public: bytes) -> tuple[RegisterWrap, ...]:
            return (*wrap_register_key(body.vault, new, public, generation=generation), *had)

        def seated(slot: Slot) -> Slot:
            user = body.user(slot.user)
            if user is None:
                raise AssertionError("a list whose places are all somebody's")
            return msgspec.structs.replace(slot, register=both(slot.register, user.wrap_public))

        had = body.recovery
        recovery = msgspec.structs.replace(
            had, register=both(had.register, bytes.fromhex(had.public))
        )
        slots = tuple(seated(slot) for slot in body.slots)
        inside.write_slots(msgspec.structs.replace(body, slots=slots, recovery=recovery))
        inside.register_keys = (new, *inside.register_keys)

    def finish(self, pulse: Pulse) -> None:
        """What is left of a change that was begun; nothing when none was.

        Raises:
            DiskFullError, DiskError, DamagedFileError: it is as far as it came.
        """
        inside = self._inside
        if len(inside.register_keys) == 1:
            return
        if not register.is_under(inside.layout.folder, inside.register_keys[0]):
            self._mark()
            self._change(pulse)
        if "administrator" in inside.me.roles:
            self._drop_earlier()

    def _own(self) -> Slot:
        inside = self._inside
        return next(slot for slot in inside.body.slots if slot.user == inside.keychain.user)

    def _mark(self) -> None:
        """Every akt to which somebody without a place has a grant is due for another key."""
        inside = self._inside
        seated = {slot.user for slot in inside.body.slots}
        gone = [UserId(user.user) for user in inside.body.users if user.user not in seated]
        cases: set[CaseId] = set()
        for user in gone:
            cases |= inside.register.grants.of(user).keys()
        inside.register.grants.mark_rekey(sorted(cases), is_due=True)

    def _change(self, pulse: Pulse) -> None:
        inside = self._inside
        folder, keys, vault = inside.layout.folder, inside.register_keys, inside.vault
        newest = schemas.NEWEST["register"]
        export = Export(folder / register.FILE, keys[0], register.FILE, newest)
        try:
            inside.register.close()
            source = register.connect(folder, keys[1:], vault)
            try:
                exporting.make(export, source, pulse)
            finally:
                cipher.close_file(source, name=register.FILE)
            exporting.put_in_place(export)
        finally:
            inside.register.connection = register.connect(folder, keys, vault)

    def _drop_earlier(self) -> None:
        inside, latest = self._inside, max(wrap.generation for wrap in self._own().register)

        def last(had: tuple[RegisterWrap, ...]) -> tuple[RegisterWrap, ...]:
            return tuple(wrap for wrap in had if wrap.generation == latest)

        body = inside.body
        recovery = msgspec.structs.replace(body.recovery, register=last(body.recovery.register))
        slots = tuple(
            msgspec.structs.replace(slot, register=last(slot.register)) for slot in body.slots
        )
        inside.write_slots(
            msgspec.structs.replace(
                body,
                generation=body.generation + 1,
                recovery=recovery,
                slots=slots,
                signed_by=inside.keychain.user,
            )
        )
        kept, *dropped = inside.register_keys
        inside.register_keys = (kept,)
        wipe(*dropped)
