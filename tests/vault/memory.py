# SPDX-License-Identifier: EUPL-1.2
"""Search a process's memory for secrets that it should have cleared.

The process works in a vault, locks it and waits; who looks is its parent (or root), which knows
what to look for because it opens the same vault with the same passphrase afterwards.
"""

import hashlib
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.vault.colleagues import BERIT
from tests.vault.making import PASSPHRASE, Workplace
from workbench.crypto import kdf
from workbench.crypto.labels import Label
from workbench.crypto.recovery import read_code, recovery_seed
from workbench.domain.ids import VaultId
from workbench.vault import cipher, slots, user_secrets
from workbench.vault.unlocked import UnlockedVault

ROOT = Path(__file__).parents[2]
CHILD = "import sys; from tests.vault import memory_work; memory_work.main(*sys.argv[1:])"
PHRASES = {1: PASSPHRASE, 2: BERIT}
ML_KEM = "ML-KEM part"  # the library frees its own copy of it without clearing it
_BLOCK_BYTES = 4096
_UNREADABLE = ("[vvar]", "[vsyscall]", "[vvar_vclock]")
Secrets = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Found:
    """How many secrets were looked for, and the copies of them by name and form.

    `told`: copies that are counted and not promised away: of the typed passphrase, and of what
    the library itself leaves.
    """

    secrets: int
    copies: Counter[str]
    told: Counter[str]


def secrets_of(root: Path, code: str) -> Secrets:
    """Every key of a closed vault by name, made anew from its passphrases and its files."""
    place = Workplace(root)
    body = slots.read(place.folder, smallest_kib=1)
    found: Secrets = {}
    if code:
        found["recovery code"] = bytes(read_code(code))
        found |= _of_hybrid("recovery seed", bytes(recovery_seed(read_code(code), body.vault)))
    for slot in body.slots:
        if slot.place in PHRASES:
            found |= _of_slot(body.vault, slot, PHRASES[slot.place])
    return found | _of_files(place.unlock())


def _of_slot(vault: str, slot: slots.Slot, phrase: str) -> Secrets:
    """What a passphrase makes, and the user's secrets behind it."""
    who = f"place {slot.place}"
    stretched = user_secrets._stretched(phrase, bytes.fromhex(slot.salt), slot.cost)
    own = user_secrets.open_slot(VaultId(vault), slot, phrase)
    wrapping = bytes(own.wrapping)
    return {
        f"{who}, Argon2id of the passphrase": bytes(stretched),
        f"{who}, KEK": bytes(kdf.derive_buffer(stretched, Label.SLOT_SECRETS)),
        f"{who}, signing seed": bytes(own.signing),
        f"{who}, key to own keys": kdf.derive(wrapping, Label.GRANT_CACHE),
        **_of_hybrid(f"{who}, wrapping seed", wrapping),
    }


def _of_files(vault: UnlockedVault) -> Secrets:
    """The keys of the register, of every akt and of the organisation; closes the vault."""
    found: Secrets = {}
    try:
        for number, key in enumerate(vault._inside.register_keys):
            found |= _of_file(f"register {number}", bytes(key))
        for number, case in enumerate([vault.house().case, *(row.case for row in vault.cases())]):
            found[f"akt {number}, link key"] = bytes(vault.case_link_key(case))
            for key in vault._keychain.keys(case, vault._shelf.files(case)):
                found |= _of_file(f"akt {number}", bytes(key))
        exchange = vault.exchange_keys()
        found["root seed"] = bytes(exchange.root_seed)
        found["bundle signing seed"] = bytes(exchange.sign_seed)
        for box in exchange.mailboxes:
            found |= _of_hybrid(f"mailbox {box.epoch}", bytes(box.seed))
    finally:
        vault.close()
    return found


def _of_hybrid(name: str, seed: bytes) -> Secrets:
    """A hybrid seed, and the two seeds that it stands for."""
    expanded = hashlib.shake_256(seed).digest(96)
    return {
        name: seed,
        f"{name}, {ML_KEM}": expanded[:64],
        f"{name}, X25519 part": expanded[64:],
    }


def _of_file(name: str, key: bytes) -> Secrets:
    """A file's key and what is derived from it: SQLCipher's key and salt, the index key."""
    raw = bytes(kdf.derive_buffer(bytearray(key), Label.FILE_KEY, size_bytes=cipher.RAW_KEY_BYTES))
    return {
        f"{name}, key": key,
        f"{name}, SQLCipher raw key": raw[:32],
        f"{name}, index key": kdf.derive(key, Label.INDEX),
    }


def copies(process: int, secrets: Mapping[str, bytes]) -> Counter[str]:
    """How often each secret stands in what a process can write to: whole, half, or in hex."""
    found: Counter[str] = Counter()
    forms = {
        (name, form): content
        for name, secret in secrets.items()
        for form, content in _forms(secret).items()
    }
    for memory in _memory(process):
        for (name, form), content in forms.items():
            if many := memory.count(content):
                found[f"{name} ({form})"] += many
    return found


def _forms(secret: bytes) -> dict[str, bytes]:
    """Parts of it: who frees memory may have written over the beginning of a copy."""
    half, text = len(secret) // 2, secret.hex()
    return {
        "first half": secret[:half],
        "second half": secret[half:],
        "hex": text[half:].encode(),
        "HEX": text[half:].upper().encode(),
    }


def _memory(process: int) -> Iterator[bytes]:
    """What is in each writable region, long rows of zeros left out."""
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for first, last in _regions(process):
            memory.seek(first)
            yield _dense(memory.read(last - first))


def _regions(process: int) -> list[tuple[int, int]]:
    found = []
    for line in Path(f"/proc/{process}/maps").read_text().splitlines():
        place, rights, *rest = line.split()
        if rights.startswith("rw") and rest[-1] not in _UNREADABLE:
            first, last = (int(each, 16) for each in place.split("-"))
            found.append((first, last))
    return found


def _dense(region: bytes) -> bytes:
    empty = bytes(_BLOCK_BYTES)
    blocks = (region[at : at + _BLOCK_BYTES] for at in range(0, len(region), _BLOCK_BYTES))
    return b"".join(block if block != empty else bytes(8) for block in blocks)


@contextmanager
def waiting(name: str, root: Path, *, keeps_everything: bool) -> Iterator[tuple[int, list[str]]]:
    """A child that did its work (see memory_work.py) and waits: its number, and what it said."""
    order = [sys.executable, "-c", CHILD, name, str(root), "keep" if keeps_everything else ""]
    with subprocess.Popen(
        order, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        said: list[str] = []
        for line in child.stdout:
            if line == "waiting\n":
                break
            said.append(line.rstrip("\n"))
        else:
            raise ChildProcessError(f"the child ended after {said}")
        try:
            yield child.pid, said
        finally:
            child.communicate("\n")


def found_after(name: str, root: Path, *, keeps_everything: bool = False) -> "Found":
    """What a child still holds when it has locked the vaults that it worked in."""
    with waiting(name, root, keeps_everything=keeps_everything) as (process, said):
        secrets: Secrets = {}
        for line in said:
            place, _, code = line.rpartition(" ")
            seen = secrets_of(Path(place), code)
            secrets |= {f"{key} ({len(secrets)})" if key in secrets else key: value
                        for key, value in seen.items()}  # fmt: skip
        gated = {key: value for key, value in secrets.items() if ML_KEM not in key}
        told = {key: value for key, value in secrets.items() if ML_KEM in key}
        told["passphrase"] = PASSPHRASE.encode()
        return Found(len(gated), copies(process, gated), copies(process, told))
