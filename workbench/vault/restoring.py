# SPDX-License-Identifier: EUPL-1.2
"""A vault put back from a copy: made aside, verified, then put in its place by renames.

Keys and the list of users are those of the medium's last visit, or those of the vault that is
replaced where they are newer and hold: who lost access since stays without. What was erased since
stays erased.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.crypto.clearing import wipe
from workbench.domain.clock import stamp
from workbench.domain.errors import WorkbenchError
from workbench.services.copies_ports import RestoreTold, Watch
from workbench.vault import (
    backoff,
    durable,
    erased_list,
    known_lists,
    medium,
    old_register,
    one_history,
    owner_lock,
    places,
    register,
    replacing,
    restorers,
    rings,
    slots,
)
from workbench.vault.carrying import on_medium
from workbench.vault.erased_list import Erasures
from workbench.vault.errors import (
    DamagedCopyError,
    SlotsNotSignedError,
)
from workbench.vault.inside import Inside
from workbench.vault.installation import Installation
from workbench.vault.layout import Layout
from workbench.vault.noted import Noted
from workbench.vault.old_register import Since
from workbench.vault.opening import Surroundings
from workbench.vault.recovered import Newcomer, Recovered
from workbench.vault.refilling import Refill
from workbench.vault.replaced import Verifying, holds, lying_there
from workbench.vault.restorers import Holder, Order, Returning
from workbench.vault.slots import SlotsBody
from workbench.vault.unlocked import UnlockedVault

_STATE = ".state"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A vault put back aside: whole, verified and open.

    The caller enters in its organisation akt what is done; then `take_over` makes it the vault.
    `decide` closes it and is the one step that counts: what is cut off after it is finished at
    the next start, and what is cut off before comes to nothing.
    `returning`: only where the recovery codes opened it; then a place is given before `take_over`.
    """

    vault: UnlockedVault
    told: RestoreTold
    decide: Callable[[], None]
    finish: Callable[[], None]
    returning: Returning | None = None

    def take_over(self) -> None:
        """Make it the vault. What lay in that place stays beside it."""
        self.decide()
        self.finish()


@contextmanager
def prepared(order: Order, around: Surroundings, watch: Watch) -> Iterator[Prepared]:
    """Put a copy back beside `order.target`. Without `take_over` nothing comes of it.

    Raises:
        NoCopyError, DamagedCopyError, MediumError, NoRoomError, NotEmptyError (what lies there is
        no vault, or another), UnsafePlaceError, InUseError; what unlocking raises.
    """
    target = order.target.absolute()
    places.refuse_unsafe(target)
    replacing.settle(target)
    with ExitStack() as undo:
        around = replace(around, pulse=watch.pulse)
        yield _Restoring(order, target, around, undo).prepare(watch)


class _Restoring:
    """One restoration. What was begun is undone at the end of the block, unless it took over."""

    def __init__(self, order: Order, target: Path, around: Surroundings, undo: ExitStack) -> None:
        self._order, self._target, self._around, self._undo = order, target, around, undo
        self._medium = medium.the_one(order.medium, order.vault)
        self._stamp = medium.generation_name(stamp(around.clock.now()), around.ids)

    def prepare(self, watch: Watch) -> Prepared:
        there = lying_there(self._target, self._medium.vault, self._around.smallest_kib)
        replaced = Layout(self._target) if self._is_replacing else None
        if self._target.exists():
            self._lock(self._target, self._around.installation)
        holder = self._holder_of(there, self._ring())
        refill = self._refill(holder, replaced, watch)
        inside = self._inside(holder, self._filled(holder, refill))
        self._undo.callback(inside.register.connection.close)
        one_history.require_seen(inside.list_known_by, holder.signed)
        returning = self._returning(inside, refill) if self._order.codes else None
        vault = returning.recovered.opened if returning else UnlockedVault(inside)
        self._undo.callback(vault.close)
        if returning is None:
            vault.erasing.begin()
        told = Verifying(vault, inside, refill, self._order.without_damaged).run(self._left_aside())
        return Prepared(
            vault,
            told,
            lambda: self._decide(vault, self._noted(inside), returning),
            lambda: self._finish(self._noted(inside), returning),
            returning,
        )

    def _returning(self, inside: Inside, refill: Refill) -> Returning:
        """Recovery reads every akt, and is nobody with a place."""
        inside.shelf.erasures = refill.erasures
        recovered = Recovered(inside)
        self._undo.callback(recovered.close)

        def sign_erased(new: Newcomer) -> None:
            if refill.erasures != Erasures():
                path, seed = refill.aside.erased, new.secrets.signing
                erased_list.write(path, inside.vault, refill.erasures, new.user, seed)

        return Returning(recovered, sign_erased)

    def _noted(self, inside: Inside) -> Noted:
        return Noted.of(inside.body, self._revision() + 1)

    def _lock(self, folder: Path, installation: Installation) -> owner_lock.OwnerLock:
        note = installation.lock_note(self._medium.vault)
        device = self._around.installation.device(self._around.ids)
        lock = owner_lock.take(folder, note, device, stamp(self._around.clock.now()))
        self._undo.callback(lock.release)
        return lock

    def _ring(self) -> SlotsBody:
        """The medium's list of users."""
        with on_medium():
            ring = slots.read(self._medium.ring, smallest_kib=self._around.smallest_kib)
        if ring.vault != self._medium.vault:
            raise DamagedCopyError(file=one_history.LIST_OF_RING)
        rings.require_whole(self._medium.ring, self._medium.vault, ring.members())
        return ring

    def _holder_of(self, there: SlotsBody | None, ring: SlotsBody) -> Holder:
        """By the list that holds: the vault's own where it is newer than the medium's.

        Raises:
            DamagedCopyError: the medium's is neither what the vault's own came of nor what came
                of it.
        """
        known = known_lists.known_here(self._around.installation, self._medium.vault)
        there = one_history.believed(ring, there, known)
        if there is not None and there.generation > ring.generation:
            holder = self._holder(there)
            aside = replacing.begin(self._target)
            self._undo.callback(replacing.abandon, self._target)
            if holds(self._target, aside, holder.register_keys, ring):
                return holder
        return self._holder(ring)

    def _holder(self, body: SlotsBody) -> Holder:
        return restorers.holder(self._order, body, self._around, self._undo)

    def _refill(self, holder: Holder, replaced: Layout | None, watch: Watch) -> Refill:
        members = holder.body.members()
        generation = self._medium.newest(self._order.generation)
        manifest = self._medium.manifest(generation, members)
        aside = Layout(replacing.begin(self._target))
        self._undo.callback(replacing.abandon, self._target)
        erasures = self._erasures(holder.body)
        return Refill(self._medium, manifest, aside, members, erasures, watch, replaced)

    def _erasures(self, body: SlotsBody) -> Erasures:
        """What was erased, by the word of the medium and of the vault that is replaced.

        Raises:
            DamagedCopyError: the medium's list does not count, and there is no other.
        """
        own = self._own_erasures(body)
        try:
            return self._medium.erasures(body.members()).joined(own or Erasures())
        except DamagedCopyError:
            if own is None:
                raise
            return own

    def _own_erasures(self, body: SlotsBody) -> Erasures | None:
        with suppress(WorkbenchError):
            path, members = Layout(self._target).erased, body.members()
            found = erased_list.read(path, self._medium.vault, members)
            return found.erasures if found is not None else None
        return None

    def _filled(self, holder: Holder, refill: Refill) -> Layout:
        """Every file of the vault, and the register told of what happened since."""
        refill.run()
        refill.carry_arrivals()
        aside, keychain = refill.aside, holder.keychain
        durable.write_new(aside.folder / slots.FILE, self._slots_file(holder.signed))
        if refill.erasures.takings and not self._order.codes:
            erased_list.write(
                aside.erased, holder.body.vault, refill.erasures, keychain.user, keychain.signing
            )
        then = old_register.keys_then(self._medium, keychain, holder.register_keys)
        try:
            old_register.bring_under(aside, holder.register_keys, then, keychain)
        finally:
            wipe(*then)
        since = (refill.erasures.cases, refill.without, self._revision() + 1, keychain.pulse)
        old_register.tell(aside, holder.register_keys, holder.body, Since(*since))
        return aside

    def _slots_file(self, body: SlotsBody) -> bytes:
        """The list as it was signed, from where it was read."""
        for folder in (self._target, self._medium.ring):
            with suppress(WorkbenchError), on_medium():
                content = (folder / slots.FILE).read_bytes()
                if slots.read(folder, smallest_kib=1) == body:
                    return content
        raise SlotsNotSignedError

    def _revision(self) -> int:
        seen = self._around.installation.seen(self._medium.vault)
        return seen.revision if seen is not None else 0

    def _inside(self, holder: Holder, aside: Layout) -> Inside:
        """The vault in its folder aside; what this installation knows of it is not touched yet."""
        around, installation = self._around, Installation(aside.folder / _STATE)
        opened = register.open_register(aside.folder, holder.register_keys, holder.keychain.vault)
        return Inside(
            body=holder.body,
            layout=aside,
            keychain=holder.keychain,
            register=opened,
            register_keys=holder.register_keys,
            installation=installation,
            lock=self._lock(aside.folder, installation),
            device=around.installation.device(around.ids),
            clock=around.clock,
            ids=around.ids,
            pulse=around.pulse,
        )

    @property
    def _is_replacing(self) -> bool:
        return self._target.exists() and not replacing.is_empty(self._target)

    def _left_aside(self) -> str:
        return replacing.replaced_name(self._target, self._stamp) if self._is_replacing else ""

    def _decide(self, vault: UnlockedVault, noted: Noted, returning: Returning | None) -> None:
        if returning is not None and not returning.seated_at:
            raise AssertionError("nobody could unlock it with a passphrase of today")
        aside = replacing.making(self._target)
        vault.close()
        with durable.explained():
            shutil.rmtree(aside / _STATE)
            for folder in (aside / "cases", aside / "incoming", aside):
                durable.sync_folder(folder)
        noted.let_older_pass(self._around.installation)
        replacing.decide(self._target, self._stamp)

    def _finish(self, noted: Noted, returning: Returning | None) -> None:
        """From now on the folder that was replaced is the older one."""
        replacing.settle(self._target)
        installation = self._around.installation
        noted.keep(installation)
        if returning is not None:  # what was typed wrong there was for another passphrase
            backoff.note_right(installation, self._medium.vault, returning.seated_at)
