# SPDX-License-Identifier: EUPL-1.2
"""A second user in a real vault, seated by hand: for tests of what two people do together."""

import msgspec

from tests.vault.making import CHEAP, Workplace
from workbench.crypto import ed25519, hybrid
from workbench.crypto.seeds import SEED_BYTES, UserSecrets, fingerprint
from workbench.domain.ids import UserId
from workbench.vault import seats, slots
from workbench.vault.keyrings import Granter, KeysBody, Place, Reader, grant
from workbench.vault.register_keys import wrap_register_key
from workbench.vault.signed import plain_file
from workbench.vault.slots import ROLES, User
from workbench.vault.unlocked import UnlockedVault
from workbench.vault.user_secrets import Door, seal_slot

SECOND_PLACE = 2
SECOND_PASSPHRASE = "kanot mossa tisdag pärla norrsken"


def seat_second(place: Workplace, vault: UnlockedVault, *, roles=ROLES) -> UserId:
    """Place 2, with a grant to the organisation akt and to no other."""
    inside, ids = vault._inside, place.ids
    body, keychain = inside.body, inside.keychain
    seeds = bytearray(ids.random_bytes(SEED_BYTES)), bytearray(ids.random_bytes(SEED_BYTES))
    secrets = UserSecrets(*seeds, keychain.founder)
    public, wrap = ed25519.public_key(secrets.signing), hybrid.public_key(secrets.wrapping)
    second = User(user=fingerprint(public), sign=public.hex(), wrap=wrap.hex(), roles=roles)
    register = wrap_register_key(body.vault, inside.register_keys[0], wrap)
    door = Door(SECOND_PLACE, SECOND_PASSPHRASE, CHEAP, ids.random_bytes(16))
    inside.write_slots(
        msgspec.structs.replace(
            body,
            generation=body.generation + 1,
            history=slots.after(body, seats.author(inside), slots.arrival(second)),
            users=(*body.users, second),
            slots=(*body.slots, seal_slot(body.vault, second.user, secrets, door, register)),
            signed_by=keychain.user,
        )
    )
    give(vault, UserId(second.user), vault.house().case)
    return UserId(second.user)


def give(vault: UnlockedVault, user: UserId, case) -> None:
    """A grant to an akt that the one who unlocked can open."""
    inside = vault._inside
    keychain, files = inside.keychain, inside.shelf.files(case)
    known = inside.body.user(user)
    granter = Granter(keychain.user, keychain.signing, inside.now())
    reader = Reader(user, known.wrap_public)
    given = grant(Place(vault.vault, case), keychain.keys(case, files)[0], reader, granter)
    ring = msgspec.json.decode(files.keys.read_bytes()) | {}
    ring["grants"].append(msgspec.to_builtins(given))
    files.keys.write_bytes(plain_file(msgspec.convert(ring, KeysBody)))
    inside.register.grants.put(case, user)
