# SPDX-License-Identifier: EUPL-1.2
"""How the vectors in `vault/`, `journal/` and the vault in tests/vaults/v1 were made, once.

`python -m tests.vectors.freeze_vault` writes what is not there and never replaces a file: a
vector that no longer fits the program is a broken promise, not a stale file. Seeds are fixed;
what HPKE encapsulates is random by nature, so those vectors are opened, not made again.
"""

import json
import shutil
import tempfile
from pathlib import Path

from tests.unit.domain import journals
from tests.vault.making import CHEAP, PASSPHRASE, SeededIds, Workplace, writer
from workbench.crypto import aead, ed25519, hybrid, kdf, recovery, seeds
from workbench.crypto.labels import Label, Signed, Wrap
from workbench.crypto.seeds import UserSecrets, WrapScope
from workbench.domain.canonical import Json, canonical_bytes
from workbench.domain.journal import TOMBSTONE, Entry, Header, fold, hash_body, hash_header
from workbench.services.ports import CaseSummary
from workbench.vault import index_blob, slots
from workbench.vault.user_secrets import open_slot

HERE = Path(__file__).parent
VAULTS = HERE.parent / "vaults"
RECORD = "0c0ffee0-0000-4000-8000-00000000000{}"


def main() -> None:
    put("vault/hybrid.json", hybrid_vector())
    put("vault/recovery.json", recovery_vector())
    put("vault/derived.json", derived_vector())
    put("vault/index.json", index_vector())
    put("journal/entries.json", entry_vectors())
    put("journal/folds.json", fold_vectors())
    if not (VAULTS / "v1").exists():
        freeze_vault(VAULTS / "v1")
    put("vault/slots.json", slots_vector(VAULTS / "v1"))
    put("vault/keys.json", keys_vector(VAULTS / "v1"))


def put(name: str, content: object) -> None:
    path = HERE / name
    if path.exists():
        print("kept", name)
        return
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("wrote", name)


def hybrid_vector() -> dict[str, str]:
    seed, plaintext, info = bytes(range(32)), bytes(range(32, 64)), "varn/test"
    public = hybrid.public_key(seed)
    enc, sealed = hybrid.seal(public, info.encode(), plaintext)
    return {
        "seed": seed.hex(),
        "public_sha256": seeds.fingerprint(public),
        "info": info,
        "enc": enc.hex(),
        "sealed": sealed.hex(),
        "plaintext": plaintext.hex(),
    }


def recovery_vector() -> dict[str, str]:
    code, vault = bytes(range(20)), "0c0ffee0-0000-4000-8000-0000000000aa"
    seed = recovery.recovery_seed(code, vault)
    return {
        "code": code.hex(),
        "written": recovery.write_code(code),
        "vault": vault,
        "seed": seed.hex(),
        "public_sha256": seeds.fingerprint(hybrid.public_key(seed)),
    }


def derived_vector() -> dict[str, object]:
    key, public = bytes(range(32)), hybrid.public_key(bytes(range(32)))
    scope = WrapScope(Wrap.CASE_KEY, "0c0ffee0-0000-4000-8000-0000000000aa", journals.CASE, 3)
    return {
        "key": key.hex(),
        "name": seeds.name_of(key),
        "hkdf_32": {label.value: kdf.derive(key, label).hex() for label in Label},
        "file_key_48": kdf.derive(key, Label.FILE_KEY, size_bytes=48).hex(),
        "wrap_info": scope.bound_to(public).decode("ascii"),
    }


def index_vector() -> dict[str, object]:
    class OneNonce(SeededIds):
        def random_bytes(self, size_bytes: int) -> bytes:
            return bytes(range(size_bytes))

    summary = CaseSummary(
        ("Vera Exempel",), ("20000101-0000",), (("reassessment", "2027-01-31"),), ("protected",)
    )
    sealed = index_blob.seal(summary, bytes(range(32)), journals.VAULT, journals.CASE, OneNonce())
    return {
        "key": bytes(range(32)).hex(),
        "vault": journals.VAULT,
        "case": journals.CASE,
        "names": summary.names,
        "personal_numbers": summary.personal_numbers,
        "dates": summary.dates,
        "flags": summary.flags,
        "sealed": sealed.hex(),
    }


def entry_vectors() -> list[dict[str, object]]:
    seed, second = bytes(range(32)), bytes(range(1, 33))
    bodies: list[tuple[str, dict[str, Json], int]] = [
        ("plain", {"text": "Ringde kl 14.10.", "number": 7, "none": None, "yes": True}, 0),
        ("characters", {"text": 'å "citat" \\ \u0007 \u2028 \U0001f600 \u05d0', "list": []}, 0),
        ("tombstone", {TOMBSTONE: {"reason": "fel akt"}}, 0),
        ("cosigned", {"reason": "två i förening", "order": [3, 1, 2]}, 1),
    ]
    made: list[dict[str, object]] = []
    parents: tuple[str, ...] = ()
    for number, (name, body, cosigners) in enumerate(bodies):
        salt, text = bytes([number]) * 32, canonical_bytes(body)
        header = Header(
            vault=journals.VAULT,
            case=journals.CASE,
            kind="note/1",
            record=RECORD.format(number),
            author=seeds.fingerprint(ed25519.public_key(seed)),
            device="0c0ffee0-0000-4000-8000-0000000000dd",
            recorded_at=f"2026-11-22T01:1{number}:00Z",
            supersedes=parents[-1:] if name == "tombstone" else (),
            parents=parents[-1:],
            body_hash=hash_body(salt, text),
            cosigners=(seeds.fingerprint(ed25519.public_key(second)),) * cosigners,
        )
        signed = ed25519.pae(Signed.ENTRY, header.to_bytes())
        entry = hash_header(header.to_bytes())
        made.append(
            {
                "name": name,
                "seed": seed.hex(),
                "salt": salt.hex(),
                "body": text.decode(),
                "body_hash": header.body_hash,
                "header": header.to_bytes().decode(),
                "id": entry,
                "pae": signed.decode(),
                "signature": ed25519.sign(seed, signed).hex(),
                "cosigner_seeds": [second.hex()] * cosigners,
                "cosignatures": [ed25519.sign(second, signed).hex()] * cosigners,
            }
        )
        parents = (*parents, entry)
    return made


def fold_vectors() -> list[dict[str, object]]:
    make, record = journals.make, RECORD.format(1)
    first = make(1, record=record)
    edit = make(2, record=record, supersedes=(first.id,), parents=(first.id,))
    rival = make(3, record=record, supersedes=(first.id,), parents=(first.id,))
    gone = make(
        4, record=record, body={TOMBSTONE: {"reason": "fel"}}, supersedes=(first.id,),
        parents=(first.id,),
    )  # fmt: skip
    settled = make(
        5, record=record, kind="note/2", supersedes=(edit.id, rival.id), parents=(edit.id, rival.id)
    )
    early = make(6, record=record, recorded_at="2020-01-01T00:00:00Z", supersedes=(first.id,))
    stories = {
        "one version": [first],
        "a correction": [first, edit],
        "two rivals": [first, edit, rival],
        "rivals settled by a later kind version": [first, edit, rival, settled],
        "withdrawn": [first, gone],
        "withdrawal against an edit": [first, edit, gone],
        "an earlier clock supersedes all the same": [first, early],
        "another record and another kind": [
            first,
            make(7, record=RECORD.format(2)),
            make(8, record=record, kind="incident/1"),
        ],
    }
    return [{"name": name, **_story(entries)} for name, entries in stories.items()]


def _story(entries: list[Entry]) -> dict[str, object]:
    return {
        "entries": [
            {
                "header": entry.header_bytes.decode(),
                "salt": (entry.salt or b"").hex(),
                "body": (entry.body or b"").decode(),
            }
            for entry in entries
        ],
        "records": [
            {
                "kind": key.kind,
                "record": key.record,
                "heads": [head.id for head in found.heads],
                "history": [version.id for version in found.history],
                "disputed": found.is_disputed,
                "current": found.current.id if found.current else None,
            }
            for key, found in sorted(fold(entries).items())
        ],
    }


def freeze_vault(target: Path) -> None:
    """A small vault: two akter, a correction, a withdrawal, working rows, an attachment."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Workplace(Path(scratch), seed="tests/vaults/v1")
        vault = place.create()
        one = writer(place, vault)
        (first,) = one.enter("Ringde. Träff på måndag.")
        place.clock.step(minutes=5)
        again = one.version(
            {"reason": "fel dag", "text": "Ringde. Träff på tisdag."},
            record=first.header.record,
            supersedes=(first.id,),
        )
        picture = bytes(range(256)) * 5
        one.file.append([again], attachments={seeds.fingerprint(picture): picture})
        (wrong,) = one.enter("Hör till en annan akt.")
        gone = one.version(
            {TOMBSTONE: {"reason": "fel akt"}}, record=wrong.header.record, supersedes=(wrong.id,)
        )
        one.file.append([gone])
        one.type("text", "Halvskrivet, inte infört.")
        vault.announce(one.file.case)
        vault.mirror(one.file.case, CaseSummary(("Vera Exempel",), flags=("protected",)))
        two = writer(place, vault)
        two.enter(*[f"Anteckning {number}" for number in range(20)])
        vault.announce(two.file.case)
        vault.house().append(
            [
                writer_of_house(place, vault).version(
                    {"name": "Exempeljouren"}, kind="organisation/1"
                )
            ]
        )
        vault.close()
        shutil.copytree(place.folder, target / "vault")
        facts = {
            "passphrase": PASSPHRASE,
            "place": 1,
            "recovery_code": place.code,
            "m_kib": CHEAP.m_kib,
            "cases": [one.file.case, two.file.case],
            "attachment": seeds.fingerprint(picture),
            "corrected": [first.id, again.id],
            "withdrawn": [wrong.id, gone.id],
            "working": ["text", '"Halvskrivet, inte infört."'],
        }
        (target / "content.json").write_text(
            json.dumps(facts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )


def writer_of_house(place: Workplace, vault):
    from tests.vault.making import Writer

    return Writer(vault, vault.house(), place.around)


def slots_vector(frozen: Path) -> dict[str, object]:
    """The slots file of the frozen vault, and what its one slot opens to."""
    body = slots.read(frozen / "vault", smallest_kib=CHEAP.m_kib)
    secrets: UserSecrets = open_slot(body.vault, body.slots[0], PASSPHRASE)
    return {
        "file": "tests/vaults/v1/vault/vault.slots",
        "passphrase": PASSPHRASE,
        "wrapping_seed": secrets.wrapping.hex(),
        "signing_seed": secrets.signing.hex(),
        "founder": secrets.founder.hex(),
        "user": seeds.fingerprint(ed25519.public_key(secrets.signing)),
        "register_key": _register_key(body, secrets).hex(),
        "recovery_seal_opens_to": _recovery_seal(body, frozen),
    }


def _register_key(body: slots.SlotsBody, secrets: UserSecrets) -> bytearray:
    from workbench.vault.register_keys import unwrap_register_keys

    return unwrap_register_keys(body.vault, body.slots[0].register, secrets.wrapping)[0]


def _recovery_seal(body: slots.SlotsBody, frozen: Path) -> str:
    facts = json.loads((frozen / "content.json").read_text(encoding="utf-8"))
    seed = recovery.recovery_seed(recovery.read_code(facts["recovery_code"]), body.vault)
    aad = canonical_bytes({"fmt": "varn.recovery/1", "vault": body.vault})
    sealing = kdf.derive(seed, Label.RECOVERY_SEAL)
    return aead.open_once(sealing, bytes.fromhex(body.recovery.seal), aad).hex()


def keys_vector(frozen: Path) -> dict[str, object]:
    """The keys of one akt in the frozen vault, by the user's grant and by recovery's."""
    from workbench.vault import keyrings

    facts = json.loads((frozen / "content.json").read_text(encoding="utf-8"))
    body = slots.read(frozen / "vault", smallest_kib=CHEAP.m_kib)
    secrets = open_slot(body.vault, body.slots[0], PASSPHRASE)
    case = facts["cases"][0]
    path = frozen / "vault" / "cases" / f"{case}.keys"
    user = body.users[0].user
    opener = keyrings.Opener(user, secrets.wrapping, body.members())
    (key,) = keyrings.open_keys(keyrings.read(path, name=""), opener, name="")
    return {"file": f"tests/vaults/v1/vault/cases/{case}.keys", "case_key": key.hex()}


if __name__ == "__main__":
    main()
