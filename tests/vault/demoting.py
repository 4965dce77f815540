# SPDX-License-Identifier: EUPL-1.2
"""Somebody who was an administrator, with all that they know and kept, and what they try."""

import hashlib
import shutil
from pathlib import Path

import msgspec

from tests.vault.colleagues import ALL_ROLES, PRACTITIONER, at, nobody, nothing, with_colleagues
from tests.vault.making import Workplace, writer
from workbench.crypto.labels import Signed
from workbench.domain.ids import VaultId
from workbench.vault import counting, register, rings, signed, slots
from workbench.vault.admissions import Admitted, admit
from workbench.vault.history import Author, Deed
from workbench.vault.register import Register
from workbench.vault.slots import SlotsBody

FAR = 50


class Berit:
    """What somebody at place 2 keeps: their keys, the register's, the list and the folder."""

    def __init__(self, place: Workplace, kept: Path) -> None:
        with at(place, 2) as vault:
            self.user, self.seed = vault.signer.user, bytes(vault._keychain.signing)
            self.body: SlotsBody = vault._inside.body
            self.register_keys = tuple(bytearray(key) for key in vault._inside.register_keys)
        self.kept = kept
        shutil.copytree(place.folder, kept)

    def puts(self, place: Workplace, body: SlotsBody, *statements: str) -> None:
        """Sign a list, and have the register say that it holds; its numbers are raised."""
        content = slots.file_of(msgspec.structs.replace(body, signed_by=self.user), self.seed)
        opened = self.register(place)
        try:
            opened.pins.settle(body.generation, hashlib.sha256(content).hexdigest())
            for statement in statements:
                opened.connection.execute(statement)
            counting.raise_revision(opened.connection, opened.revision() + FAR)
        finally:
            opened.close()
        slots.write(place.folder, content)

    def puts_on_medium(self, place: Workplace) -> None:
        """Her list in the ring of a medium, whose list of files she signs too."""
        generation = slots.read(ring_of(place), smallest_kib=1).generation + FAR
        own = msgspec.structs.replace(self.as_it_was(generation), signed_by=self.user)
        self.puts_list_on_medium(place, slots.file_of(own, self.seed))

    def puts_list_on_medium(self, place: Workplace, content: bytes) -> None:
        ring = ring_of(place)
        body, _payload, _signature = signed.read_signed(
            (ring / rings.LIST).read_bytes(), rings._RingList
        )
        sha256 = hashlib.sha256(content).hexdigest()
        files = tuple(
            msgspec.structs.replace(file, sha256=sha256) if file.name == slots.FILE else file
            for file in body.files
        )
        listed = msgspec.structs.replace(body, files=files, signed_by=self.user)
        (ring / slots.FILE).write_bytes(content)
        (ring / rings.LIST).write_bytes(signed.signed_file(listed, self.seed, Signed.COPY))

    def as_of_before_histories(self, generation: int, founder_seed: bytes) -> bytes:
        """A list of format 1 that she signs; then the founder's word on her stood in it."""
        founder = self.body.history[0].user
        users = tuple(
            admit(self.body.vault, Admitted(
                user=user.user, sign=user.sign, wrap=user.wrap, roles=user.roles,
                admitted_by=founder, admission="",
            ), founder_seed)
            for user in self.body.users
        )  # fmt: skip
        body = slots._FirstBody(
            vault=self.body.vault,
            house=self.body.house,
            generation=generation,
            recovery=self.body.recovery,
            users=users,
            slots=self.body.slots,
            signed_by=self.user,
        )
        return signed.signed_file(body, self.seed, Signed.SLOTS)

    def register(self, place: Workplace) -> Register:
        return register.open_register(place.folder, self.register_keys, VaultId(self.body.vault))

    def as_an_administrator_again(self, now: SlotsBody) -> SlotsBody:
        """Today's list with the roles of before, and a step of her own that says so."""
        steps = slots.after(now, Author(self.user, self.seed), Deed("roles", self.user, roles=()))
        users = tuple(
            next(then for then in self.body.users if then.user == self.user)
            if user.user == self.user
            else user
            for user in now.users
        )
        said = msgspec.structs.replace(steps[-1], roles=users[-1].roles)
        return msgspec.structs.replace(
            now, generation=now.generation + FAR, users=users, history=(*steps[:-1], said)
        )

    def as_it_was(self, generation: int) -> SlotsBody:
        """The list of when she was one, with another number."""
        return msgspec.structs.replace(self.body, generation=generation)


def ring_of(place: Workplace) -> Path:
    return next((place.root / "medium").glob("varn-copies/*/ring"))


def elsewhere(place: Workplace) -> Workplace:
    """An installation that never saw the vault; the user has been in it all the same."""
    return Workplace(place.root, place.seed, place.clock, state_name="other")


def demoted(place: Workplace) -> Berit:
    """She was an administrator, is one no more, and has her place."""
    with_colleagues(place, ALL_ROLES)
    berit = Berit(place, place.root / "kept")
    with at(place) as vault:
        writer(place, vault).enter("ett")
        vault.access.change_roles(berit.user, PRACTITIONER, nothing)
    with at(place) as vault:
        assert len(vault.cases()) == 1
        vault.own.read_more()
    return berit


def removed(place: Workplace) -> Berit:
    """She was an administrator, and has no place."""
    with_colleagues(place, ALL_ROLES)
    berit = Berit(place, place.root / "kept")
    with at(place) as vault:
        vault.access.remove_user(berit.user, nobody, nothing, to_recovery=False)
    return berit
