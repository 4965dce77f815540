# SPDX-License-Identifier: EUPL-1.2
"""The facet of an unlocked vault that keeps its recovery codes. See `services.recovery_ports`."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from workbench.crypto.clearing import wipe
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.services.jobs import Pulse
from workbench.services.recovery_ports import Codes, Drill, Standing
from workbench.vault import (
    drill,
    drill_on_medium,
    mailboxes,
    recovering,
    recovery_grants,
    seats,
    slots,
)
from workbench.vault.errors import NoAccessError
from workbench.vault.inside import Inside
from workbench.vault.recovering import NewRecovery
from workbench.vault.register_keys import unwrap_register_keys, wrap_anew
from workbench.vault.slots import RegisterWrap, SlotsBody


class RecoveryCodes:
    """Satisfies `services.recovery_ports.Recovery`."""

    def __init__(self, inside: Inside) -> None:
        self._inside = inside
        self._drawn: NewRecovery | None = None

    @property
    def came_by_recovery(self) -> bool:
        users = slots.membership(self._inside.body).users
        by = users.get(users[self._inside.me.user].by)
        return by is not None and slots.RECOVERY in by.roles

    def standing(self) -> Standing:
        recovery = self._inside.body.recovery
        return Standing(recovering.codes_of(recovery), recovery.proven)

    def renew(self, codes: Codes) -> tuple[str, ...]:
        inside = self._inside
        inside.require_role("administrator")
        founder = inside.keychain.founder
        self._drawn = recovering.make_codes(codes, inside.vault, founder, self._wrapped, inside.ids)
        return self._drawn.codes

    def prove(self, typed: Sequence[str], pulse: Pulse) -> None:
        if self._drawn is None:
            recovering.prove(self._inside, *typed)
            return
        recovering.check_typed(self._drawn.codes, typed)
        self._inside.require_role("administrator")
        self._install(self._drawn, pulse)
        self._drawn = None

    def forget(self) -> None:
        self._drawn = None

    def uncovered(self, pulse: Pulse) -> int:
        return recovery_grants.uncovered(self._inside, pulse)

    def bring_over(self, pulse: Pulse) -> None:
        recovery_grants.bring_over_all(self._inside, pulse)

    def keep_over(self, case: CaseId) -> None:
        """At every opening of an akt: its grant to recovery is to the key of today.

        What cannot be written now is brought over another time, and counted until then.
        """
        with suppress(WorkbenchError):
            recovery_grants.bring_over(self._inside, case)

    def drill(self, typed: Sequence[str], pulse: Pulse, medium: Path | None = None) -> Drill:
        inside = self._inside
        inside.require_role("administrator")
        if medium is not None:
            return drill_on_medium.try_out(inside, medium, typed, pulse)
        return drill.try_out(inside.layout, typed, pulse)

    def lacks_exchange(self) -> bool:
        inside = self._inside
        if "exchange" not in inside.me.roles:
            return False
        held = self._held()
        seated = {slot.user for slot in inside.body.slots}
        return held is None or mailboxes.holders(held).isdisjoint(seated)

    def renew_exchange(self) -> None:
        inside = self._inside
        if not self.lacks_exchange():
            raise NoAccessError
        held, me = self._held(), inside.me
        keys = mailboxes.new_exchange_keys(inside.clock.today(), inside.ids)
        try:
            generation = held.generation + 1 if held is not None else 1
            reader = mailboxes.ExchangeUser(me.user, me.wrap_public)
            made = mailboxes.wrap_keys(
                inside.vault, keys, (reader,), me.user, generation=generation
            )
            mailboxes.replace(inside.layout.folder, made, inside.keychain.signing)
        finally:
            wipe(*keys.seeds)

    def _held(self) -> mailboxes.MailboxBody | None:
        """mailbox.keys; None where a copy was put back, for copies hold none."""
        inside = self._inside
        if not (inside.layout.folder / mailboxes.FILE).exists():
            return None
        return mailboxes.read(inside.layout.folder, inside.body.members(), inside.vault)

    def _install(self, drawn: NewRecovery, pulse: Pulse) -> None:
        """The new key opens all it can before the list names it; then the old one goes.

        Cut off anywhere, either the codes of before hold, whole, or the new ones; akter that were
        not come to are brought over when they are opened next.
        """
        inside = self._inside
        public = bytes.fromhex(drawn.fields.public)
        cases = recovery_grants.own_cases(inside, pulse)
        for case in cases:
            pulse()
            recovery_grants.grant_also(inside, case, public)
        inside.write_slots(self._with(drawn))
        self._see_that_it_opens(drawn)
        for case in cases:
            pulse()
            recovery_grants.bring_over(inside, case)

    def _with(self, drawn: NewRecovery) -> SlotsBody:
        inside, body = self._inside, self._inside.body
        by = seats.author(inside)
        return msgspec.structs.replace(
            body,
            generation=body.generation + 1,
            history=slots.after(body, by, slots.arrival(drawn.user)),
            recovery=msgspec.structs.replace(drawn.fields, proven=inside.now()),
            users=(*body.users, drawn.user),
            signed_by=by.user,
        )

    def _wrapped(self, public: bytes) -> tuple[RegisterWrap, ...]:
        inside = self._inside
        own = next(slot for slot in inside.body.slots if slot.user == inside.me.user)
        return wrap_anew(inside.vault, own.register, inside.register_keys, public)

    def _see_that_it_opens(self, drawn: NewRecovery) -> None:
        """As it now lies on the disk, believing nothing from memory."""
        inside = self._inside
        body = slots.read(inside.layout.folder, smallest_kib=1)
        needed = 2 if body.recovery.shares else 1
        secrets = recovering.secrets_of(body, drawn.codes[:needed])
        try:
            slots.check_founder(body, secrets.founder)
            found = unwrap_register_keys(body.vault, body.recovery.register, secrets.wrapping)
            is_same = found == inside.register_keys
            wipe(*found)
        finally:
            secrets.wipe()
        keys = recovery_grants.read(inside, CaseId(body.house))
        if not is_same or not recovery_grants.opens(keys, bytes.fromhex(body.recovery.public)):
            raise AssertionError("new recovery codes that do not open what they should")
