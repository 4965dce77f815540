# SPDX-License-Identifier: EUPL-1.2
"""Read a vault without the program that made it: every journal as JSON, one entry a line.

Written from vault.md and journal.md alone; needs Python 3.11, `cryptography` (48 or later) and
`sqlcipher3`. Nothing in the vault is changed; read a copy all the same. What is printed is plain.

    python read_vault.py FOLDER --place 1     the passphrase is asked for, or read from stdin
    python read_vault.py FOLDER --recovery    the recovery code; of three codes two, a line each

A line: file, entry, header and body (null where it was emptied), and whether its signatures hold.
What is wrong with a file is told on stderr, and the exit code is 1; what was read before it stands.
"""

import argparse
import getpass
import hashlib
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlcipher3 import dbapi2

P = 2**255 - 19
Y = 2707385501144840649318285225287225658788936804267575313519463743609750303402022
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V", " ": None, "-": None})
Json = dict[str, Any]


class RefusedError(SystemExit):
    """What does not hold, in a sentence; where nobody catches it, the program ends with it."""


def require(holds: object, sentence: str) -> None:
    if not holds:
        raise RefusedError(sentence)


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def read_lines(path: Path, lines: int) -> tuple[list[bytes], Json]:
    """The lines of a key file, and what the first one says; any other spelling is refused."""
    parts = path.read_bytes().split(b"\n")
    body = json.loads(parts[0])
    is_ours = canonical(body) == parts[0] and len(parts) == lines + 1 and parts[-1] == b""
    require(is_ours, f"{path.name}: another spelling")
    return parts, body


def derive(key: bytes, label: str, size: int = 32, salt: bytes = b"") -> bytes:
    return HKDF(hashes.SHA256(), size, salt or None, label.encode("ascii")).derive(key)


def open_first(keys: Iterable[bytes], sealed: str, bound_to: Json, what: str) -> bytes:
    """What was sealed, by the first key that opens it; each key seals once, under a zero nonce."""
    for key in keys:
        with suppress(InvalidTag):
            opener = ChaCha20Poly1305(key)
            return opener.decrypt(bytes(12), bytes.fromhex(sealed), canonical(bound_to))
    raise RefusedError(f"{what} does not open")


def hybrid(seed: bytes) -> tuple[MLKEM768X25519PrivateKey, bytes]:
    """The private key of a seed, and the 1 216 bytes of its public key."""
    both = hashlib.shake_256(seed).digest(96)
    mlkem = MLKEM768PrivateKey.from_seed_bytes(both[:64])
    x25519 = X25519PrivateKey.from_private_bytes(both[64:])
    public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
    return MLKEM768X25519PrivateKey(mlkem, x25519), public


def is_signed(public: bytes, kind: str, message: bytes, signature: bytes) -> bool:
    """Strict Ed25519 over the DSSE encoding."""
    ys = [int.from_bytes(point, "little") % 2**255 for point in (public, signature[:32])]
    if any(y >= P or y in (0, 1, P - 1, Y, P - Y) for y in ys):
        return False
    said = f"application/vnd.varn.{kind}+json".encode()
    pae = b"DSSEv1 %d %b %d %b" % (len(said), said, len(message), message)
    with suppress(InvalidSignature, ValueError):
        Ed25519PublicKey.from_public_bytes(public).verify(signature, pae)
        return True
    return False


class Slots:
    """vault.slots: who may open the vault. Not believed before `believe`."""

    def __init__(self, folder: Path) -> None:
        self.folder, path = folder, folder / "vault.slots"
        lines, self.body = read_lines(path, 2)
        self.sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        self.vault: str = self.body["vault"]
        self.users = {user["user"]: user for user in self.body["users"]}
        require(len(self.users) == len(self.body["users"]), "vault.slots: a user stands twice")
        named = all(hashlib.sha256(self.key(user)).hexdigest() == user for user in self.users)
        require(named, "vault.slots: a user who is not their key")
        signer = self.users[self.body["signed_by"]]
        may_sign = signer["wrap"] == self.body["recovery"]["public"]
        if "recovery" not in signer["roles"]:
            is_seated = signer["user"] in {slot["user"] for slot in self.body["slots"]}
            may_sign = is_seated and "administrator" in signer["roles"]
        signature, key = bytes.fromhex(lines[1].decode("ascii")), self.key(signer["user"])
        holds = may_sign and is_signed(key, "slots", lines[0], signature)
        require(holds, "vault.slots: not signed by who may sign it")

    def key(self, user: str) -> bytes:
        return bytes.fromhex(self.users[user]["sign"]) if user in self.users else bytes(32)

    def believe(self, founder: bytes) -> None:
        """Every user was admitted in a line that begins with the founder."""
        may_admit, waiting = {founder.hex()}, list(self.users.values())
        while waiting:
            admitted = [user for user in waiting if user["admitted_by"] in may_admit]
            require(admitted, "vault.slots: a user whom nobody admitted")
            for user in admitted:
                said = user | {"fmt": "varn.admission/1", "vault": self.vault}
                signature, by = bytes.fromhex(said.pop("admission")), self.key(user["admitted_by"])
                is_true = is_signed(by, "admission", canonical(said), signature)
                require(is_true, "vault.slots: a false admission")
            may_admit |= {
                user["user"]
                for user in admitted
                if {"administrator", "recovery"} & set(user["roles"])
            }
            waiting = [user for user in waiting if user not in admitted]


class Reader:
    """Somebody who reads: the seed that opens wraps, who they are, the register's keys."""

    def __init__(self, slots: Slots, seed: bytes, to: str, register: list[Json]) -> None:
        self.slots, self.seed = slots, seed
        self.mine = to, hashlib.sha256(hybrid(seed)[1]).hexdigest()
        latest_first = sorted(register, key=lambda each: -each["generation"])
        self.register_keys = [self.open("register", "", each) for each in latest_first]

    def open(self, use: str, case: str, wrapped: Json) -> bytes:
        """A wrapped key."""
        scope = {"use": f"varn/wrap/{use}/1", "vault": self.slots.vault, "case": case}
        info = scope | {"generation": wrapped["generation"], "recipient": self.mine[1]}
        kem, kdf, aead = KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305
        sealed = bytes.fromhex(wrapped["wrap"]["enc"] + wrapped["wrap"]["sealed"])
        try:
            return Suite(kem, kdf, aead).decrypt(sealed, hybrid(self.seed)[0], info=canonical(info))
        except (InvalidTag, ValueError):
            raise RefusedError("a wrapped key does not open") from None


def by_passphrase(slots: Slots, place: int, passphrase: str, least_mib: int) -> Reader:
    """Whoever sits at a place: one derivation, then the keys in the slot are held to the list."""
    slot = next((slot for slot in slots.body["slots"] if slot["place"] == place), {})
    require(slot, f"nobody has place {place}")
    memory, passes, lanes = slot["m_kib"], slot["t"], slot["p"]
    is_bounded = least_mib <= memory / 1024 <= 1024 and 1 <= passes <= 8 and 1 <= lanes <= 4
    require(is_bounded, "the passphrase's cost is outside the limits")
    salt, typed = bytes.fromhex(slot["salt"]), unicodedata.normalize("NFC", passphrase).encode()
    stretch = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
    key = derive(stretch.derive(typed), "varn/slot/secrets/1")
    bound = {name: slot[name] for name in ("place", "kind", "m_kib", "t", "p", "salt")}
    plain = open_first([key], slot["secrets"], bound | {"vault": slots.vault}, "the passphrase")
    public = Ed25519PrivateKey.from_private_bytes(plain[32:64]).public_key().public_bytes_raw()
    user, keys = slots.users[slot["user"]], (public.hex(), hybrid(plain[:32])[1].hex())
    require((user["sign"], user["wrap"]) == keys, "the keys in the slot are not the list's")
    slots.believe(plain[64:])
    return Reader(slots, plain[:32], slot["user"], slot["register"])


def by_recovery(slots: Slots, typed: list[str]) -> Reader:
    """Whoever holds the recovery code, or two of three."""
    recovery, salt = slots.body["recovery"], slots.vault.encode("ascii")
    codes = [read_code(code) for code in typed]
    seed = derive(codes[0], "varn/recovery/1", salt=salt)
    if len(codes) > 1:
        both = [codes[0] + codes[1], codes[1] + codes[0]]
        keys = [derive(each, "varn/recovery/pair/1", salt=salt) for each in both]
        for share in recovery.get("shares", []):
            bound = {"fmt": "varn.recovery-pair/1", "vault": slots.vault}
            bound["pair"] = [share["first"], share["second"]]
            with suppress(RefusedError):
                seed = open_first(keys, share["sealed"], bound, "")
    require(hybrid(seed)[1].hex() == recovery["public"], "a recovery code of another vault")
    salts = (b"", b"varn.recovery/anew")  # the second: recovery itself became the founder
    keys = [derive(seed, "varn/recovery/seal/1", salt=each) for each in salts]
    bound = {"fmt": "varn.recovery/1", "vault": slots.vault}
    slots.believe(open_first(keys, recovery["seal"], bound, "the recovery seal"))
    return Reader(slots, seed, "recovery", recovery["register"])


def read_code(typed: str) -> bytes:
    text = "".join(typed.split()).upper().translate(READ_AS)
    require(len(text) == 36 and set(text) <= set(ALPHABET), "not a recovery code")
    number = sum(ALPHABET.index(letter) << 5 * at for at, letter in enumerate(reversed(text)))
    code = (number >> 20).to_bytes(20, "big")
    check = int.from_bytes(hashlib.sha256(b"varn.recovery-check/1\0" + code).digest()[:4], "big")
    require(check >> 12 == number & 0xFFFFF, "the recovery code is mistyped")
    return code


def connect(path: Path, keys: Iterable[bytes]) -> dbapi2.Connection:
    """A database under the first key that fits, for reading only."""
    with path.open("rb") as file:
        salt = file.read(16)
    fitting = [raw for key in keys if (raw := derive(key, "varn/file/1", 48))[32:] == salt]
    require(fitting, f"{path.name}: no key fits")
    has_log = (log := path.with_name(path.name + "-wal")).exists() and log.stat().st_size
    still = "" if has_log else "&immutable=1"
    connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro{still}", uri=True)
    connection.execute(f"PRAGMA key = \"x'{fitting[0].hex()}'\"")
    return connection


def case_keys(reader: Reader, path: Path, case: str) -> Iterator[bytes]:
    """This reader's keys to an akt, the latest generation first."""
    body, slots = read_lines(path, 1)[1], reader.slots
    named = {"vault": slots.vault, "case": case}
    require(named == {name: body[name] for name in named}, f"{path.name}: of another akt")
    mine = [each for each in body["grants"] if (each["to"], each["recipient"]) == reader.mine]
    require(mine, f"{path.name}: no grant to this reader")
    for grant in sorted(mine, key=lambda each: -each["generation"]):
        said = grant | named | {"fmt": "varn.grant/1"}
        signature = bytes.fromhex(said.pop("signature"))
        holds = is_signed(slots.key(grant["by"]), "grant", canonical(said), signature)
        key = reader.open("case", case, grant)
        is_named = derive(key, "varn/key-name/1").hex() == grant["key"]
        require(holds and is_named, f"{path.name}: not what was granted")
        yield key


def entries(reader: Reader, name: str, case: str) -> Iterator[Json]:
    """An akt's journal; every hash, link and signature is checked."""
    path, known = reader.slots.folder / f"{name}.db", set[str]()
    connection = connect(path, case_keys(reader, path.with_suffix(".keys"), case))
    identity = connection.execute("SELECT vault, case_id FROM identity").fetchone()
    require(identity == (reader.slots.vault, case), "another akt")
    rows = connection.execute(
        "SELECT id, header, signature, salt, body, cosignatures FROM entry ORDER BY position"
    )
    for entry, header, signature, salt, body, others in rows:
        said = json.loads(header)
        is_linked = set(said["parents"]) <= known and bool(known) == bool(said["parents"])
        is_whole = hashlib.sha256(header).hexdigest() == entry and said["case"] == case
        text = b"varn.body/1\0" + (salt or b"") + (body or b"")
        is_its_body = body is None or hashlib.sha256(text).hexdigest() == said["body_hash"]
        require(is_linked and is_whole and is_its_body, f"changed from entry {entry} on")
        users = [said["author"], *said["cosigners"]]
        signatures = [signature, *(others[at : at + 64] for at in range(0, len(others), 64))]
        pairs = zip(map(reader.slots.key, users), signatures, strict=False)
        signed = all(is_signed(public, "entry", header, each) for public, each in pairs)
        signed = signed and len(users) == len(signatures)
        known.add(entry)
        shown = {"file": path.name, "entry": entry, "signed": signed}
        yield shown | {"header": said, "body": body and json.loads(body)}


def main() -> int:
    parser = argparse.ArgumentParser(description="Print every journal of a vault as JSON lines.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--place", type=int, default=1)
    for flag in ("--recovery", "--cheap"):  # cheap: also what a passphrase costs in tests only
        parser.add_argument(flag, action="store_true")
    args = parser.parse_args()
    slots = Slots(args.folder)
    asked = getpass.getpass("Secret: ") if sys.stdin.isatty() else sys.stdin.read()
    typed = [line for line in asked.splitlines() if line.strip()] or [""]
    by_code, least_mib = args.recovery and by_recovery(slots, typed), 1 if args.cheap else 256
    reader = by_code or by_passphrase(slots, args.place, typed[0], least_mib)
    register = connect(slots.folder / "register.db", reader.register_keys)
    if register.execute("PRAGMA user_version").fetchone()[0] > 1:  # the first knew no list
        pins = register.execute("SELECT slots_hash, slots_next FROM standing").fetchone()
        require(pins[0] == "" or slots.sha256 in pins, "vault.slots is not the register's")
    rows = register.execute("SELECT case_id FROM case_row ORDER BY position")
    akter, wrong = [("house", slots.body["house"]), *((f"cases/{c}", c) for (c,) in rows)], 0
    for name, case in akter:
        try:
            for line in entries(reader, name, case):
                wrong += not line["signed"]
                print(json.dumps(line, ensure_ascii=False))
        except (RefusedError, dbapi2.DatabaseError, ValueError, KeyError, OSError) as problem:
            print(f"{name}: {problem}", file=sys.stderr)
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
