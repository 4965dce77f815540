# SPDX-License-Identifier: EUPL-1.2
"""The vault format, frozen: the bytes and results in tests/vectors/vault/."""

import hashlib
import json
from pathlib import Path

import msgspec
import pytest

from tests.vault.making import CHEAP
from workbench.crypto import aead, ed25519, hybrid, kdf, recovery, seeds
from workbench.crypto.labels import Label, Wrap
from workbench.crypto.seeds import WrapScope
from workbench.domain.canonical import canonical_bytes
from workbench.vault import history, index_blob, keyrings, slots
from workbench.vault.history import Author, Deed, Step
from workbench.vault.keyrings import Opener
from workbench.vault.register_keys import unwrap_register_keys
from workbench.vault.user_secrets import open_slot

ROOT = Path(__file__).parents[3]
V1 = ROOT / "tests" / "vaults" / "v1"


def vector(name: str) -> dict:
    path = ROOT / "tests" / "vectors" / "vault" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def test_keys_are_derived_as_frozen():
    frozen = vector("derived")
    key = bytes.fromhex(frozen["key"])
    derived = {label.value: kdf.derive(key, label).hex() for label in Label}
    assert {label: derived[label] for label in frozen["hkdf_32"]} == frozen["hkdf_32"]
    assert kdf.derive(key, Label.FILE_KEY, size_bytes=48).hex() == frozen["file_key_48"]
    assert seeds.name_of(key) == frozen["name"]
    info = json.loads(frozen["wrap_info"])
    scope = WrapScope(Wrap(info["use"]), info["vault"], info["case"], info["generation"])
    assert scope.bound_to(hybrid.public_key(key)).decode() == frozen["wrap_info"]


def test_a_recovery_code_is_written_and_used_as_frozen():
    frozen = vector("recovery")
    code = bytes.fromhex(frozen["code"])
    assert recovery.write_code(code) == frozen["written"]
    assert recovery.read_code(frozen["written"]) == code
    seed = recovery.recovery_seed(code, frozen["vault"])
    assert seed.hex() == frozen["seed"]
    assert seeds.fingerprint(hybrid.public_key(seed)) == frozen["public_sha256"]


def test_an_index_blob_opens_as_frozen():
    frozen = vector("index")
    key, sealed = bytes.fromhex(frozen["key"]), bytes.fromhex(frozen["sealed"])
    summary = index_blob.unseal(sealed, key, frozen["vault"], frozen["case"])
    assert list(summary.names) == frozen["names"]
    assert list(summary.personal_numbers) == frozen["personal_numbers"]
    assert [list(pair) for pair in summary.dates] == frozen["dates"]
    assert list(summary.flags) == frozen["flags"]

    class SameNonce:
        def random_bytes(self, size_bytes: int) -> bytes:
            return sealed[:size_bytes]

        def new_uuid(self) -> str:
            raise AssertionError

    again = index_blob.seal(summary, key, frozen["vault"], frozen["case"], SameNonce())
    assert again == sealed


@pytest.mark.parametrize("other", ["key", "vault", "case", "bytes"])
def test_an_index_blob_opens_for_nothing_else(other):
    frozen = vector("index")
    key, sealed = bytes.fromhex(frozen["key"]), bytes.fromhex(frozen["sealed"])
    parts = {"key": key, "vault": frozen["vault"], "case": frozen["case"], "bytes": sealed}
    parts[other] = parts[other][:-1] + type(parts[other])(
        b"x" if other in {"key", "bytes"} else "x"
    )
    with pytest.raises(index_blob.UnreadableBlobError):
        index_blob.unseal(parts["bytes"], parts["key"], parts["vault"], parts["case"])


def test_the_frozen_slot_opens_to_the_frozen_secrets():
    frozen = vector("slots")
    body = slots.read(ROOT / Path(frozen["file"]).parent, smallest_kib=CHEAP.m_kib)
    (slot,) = body.slots
    secrets = open_slot(body.vault, slot, frozen["passphrase"])
    assert secrets.wrapping.hex() == frozen["wrapping_seed"]
    assert secrets.signing.hex() == frozen["signing_seed"]
    assert secrets.founder.hex() == frozen["founder"] == frozen["user"] == slot.user
    assert seeds.fingerprint(ed25519.public_key(secrets.signing)) == frozen["user"]
    slots.check_founder(body, secrets.founder)
    (key,) = unwrap_register_keys(body.vault, slot.register, secrets.wrapping)
    assert key.hex() == frozen["register_key"]


def test_the_frozen_grants_open_to_the_frozen_case_key_for_the_user_and_for_recovery():
    frozen, of_slots = vector("keys"), vector("slots")
    facts = json.loads((V1 / "content.json").read_text(encoding="utf-8"))
    body = slots.read(V1 / "vault", smallest_kib=CHEAP.m_kib)
    keys = keyrings.read(ROOT / frozen["file"], name="")
    code = recovery.read_code(facts["recovery_code"])
    readers = {
        of_slots["user"]: bytearray.fromhex(of_slots["wrapping_seed"]),
        keyrings.RECOVERY: recovery.recovery_seed(code, body.vault),
    }
    assert len(keys.grants) == len(readers)
    for to, seed in readers.items():
        (key,) = keyrings.open_keys(keys, Opener(to, seed, body.members()), name="")
        assert key.hex() == frozen["case_key"]
        assert {granted.key for granted in keys.grants} == {seeds.name_of(key)}


def test_recovery_alone_opens_the_register_and_knows_the_founder():
    frozen = vector("slots")
    facts = json.loads((V1 / "content.json").read_text(encoding="utf-8"))
    body = slots.read(V1 / "vault", smallest_kib=CHEAP.m_kib)
    seed = recovery.recovery_seed(recovery.read_code(facts["recovery_code"]), body.vault)
    (key,) = unwrap_register_keys(body.vault, body.recovery.register, seed)
    assert key.hex() == frozen["register_key"]
    bound_to = canonical_bytes({"fmt": "varn.recovery/1", "vault": body.vault})
    sealing = kdf.derive(seed, Label.RECOVERY_SEAL)
    founder = aead.open_once(sealing, bytes.fromhex(body.recovery.seal), bound_to)
    assert founder.hex() == frozen["recovery_seal_opens_to"] == frozen["founder"]


def test_steps_of_a_history_are_spelt_signed_and_chained_as_frozen():
    """What is signed is the page's: the step without its signature, its format and its vault."""
    frozen = vector("steps")
    vault, seeds_of = frozen["vault"], frozen["seeds"]
    made: tuple[Step, ...] = ()
    previous = ""
    for line in frozen["steps"]:
        spelt = json.loads(line["step"])
        said = {k: v for k, v in spelt.items() if k != "signature"}
        statement = canonical_bytes(said | {"fmt": "varn.step/1", "vault": vault})
        assert statement.decode() == line["signed"]
        seed = bytes.fromhex(seeds_of[spelt["by"]])
        pae = ed25519.pae("application/vnd.varn.step+json", statement)
        assert ed25519.sign(seed, pae).hex() == spelt["signature"]
        assert spelt["previous"] == previous
        previous = hashlib.sha256(line["step"].encode()).hexdigest()
        assert previous == line["sha256"]
        told = {name: spelt[name] for name in ("act", "user", "recipient") if name in spelt}
        deed = Deed(**told, roles=tuple(spelt.get("roles", ())))
        made = history.after(made, vault, Author(spelt["by"], seed), deed)
        assert made[-1] == msgspec.json.decode(line["step"], type=Step)
    held = history.fold(made)
    assert [history.hash_of(step) for step in made] == [line["sha256"] for line in frozen["steps"]]
    assert [held.may_change(user) for user in seeds_of] == [False, True, True, True]
