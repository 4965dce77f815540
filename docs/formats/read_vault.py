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

P, Y = 2**255 - 19, 2707385501144840649318285225287225658788936804267575313519463743609750303402022
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V", " ": None, "-": None})
ENTRIES = "SELECT id, header, signature, salt, body, cosignatures FROM entry ORDER BY position"
Json = dict[str, Any]


def require(holds: object, sentence: str) -> None:  # or end with it: the program, or one akt
    if not holds:
        raise SystemExit(sentence)


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def read_lines(path: Path, lines: int) -> tuple[list[bytes], Json]:
    """The lines of a key file, and what the first one says; any other spelling is refused."""
    parts = path.read_bytes().split(b"\n")
    is_ours = canonical(body := json.loads(parts[0])) == parts[0] and parts[lines:] == [b""]
    require(is_ours, f"{path.name}: another spelling")
    return parts, body


def sha(what: bytes | str) -> str:
    return hashlib.sha256(bytes.fromhex(what) if isinstance(what, str) else what).hexdigest()


def derive(key: bytes, label: str, size: int = 32, salt: bytes = b"") -> bytes:
    return HKDF(hashes.SHA256(), size, salt or None, label.encode("ascii")).derive(key)


def open_first(keys: Iterable[bytes], sealed: str, aad: Json, what: str) -> bytes:
    for key in keys:
        with suppress(InvalidTag):
            return ChaCha20Poly1305(key).decrypt(bytes(12), bytes.fromhex(sealed), canonical(aad))
    raise SystemExit(f"{what} does not open")


def hybrid(seed: bytes) -> tuple[MLKEM768X25519PrivateKey, bytes]:
    both = hashlib.shake_256(seed).digest(96)
    mlkem = MLKEM768PrivateKey.from_seed_bytes(both[:64])
    x25519 = X25519PrivateKey.from_private_bytes(both[64:])
    public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
    return MLKEM768X25519PrivateKey(mlkem, x25519), public


def is_signed(public: bytes, kind: str, message: bytes, signature: bytes) -> bool:
    ys = [int.from_bytes(point, "little") % 2**255 for point in (public, signature[:32])]
    is_strict = not any(y >= P or y in (0, 1, P - 1, Y, P - Y) for y in ys)
    said = f"application/vnd.varn.{kind}+json".encode()
    pae = b"DSSEv1 %d %b %d %b" % (len(said), said, len(message), message)
    with suppress(InvalidSignature, ValueError):
        Ed25519PublicKey.from_public_bytes(public).verify(signature, pae)
        return is_strict
    return False


class Slots:
    """vault.slots: who may open the vault. Not believed before `believe`."""

    def __init__(self, folder: Path) -> None:
        self.folder, path = folder, folder / "vault.slots"
        lines, self.body = read_lines(path, 2)
        self.sha256, fmt = sha(path.read_bytes()), f"varn.slots/{1 + ('history' in self.body)}"
        require(self.body["fmt"] == fmt, "vault.slots: of another version")
        self.vault, listed = str(self.body["vault"]), self.body["users"]
        self.users = {user["user"]: user for user in listed if sha(user["sign"]) == user["user"]}
        require(len(self.users) == len(listed), "vault.slots: a user twice, or not their key")
        recipient = sha(self.body["recovery"]["public"])
        seated = [slot["user"] for slot in self.body["slots"]]
        first = {"act": "listed", "users": listed, "seated": seated, "recipient": recipient}
        self.steps: list[Json] = self.body.get("history") or [first]
        self.known, self.recovery, self.before = Json(), "", ""
        for n, step in enumerate(self.steps, 1):
            require(self.takes(n, step), f"vault.slots: step {n} of its history does not count")
        is_told = (self.known, self.recovery) == (self.listed(listed, seated), recipient)
        signature, by = bytes.fromhex(lines[1].decode("ascii")), self.body["signed_by"]
        holds = is_told and self.may(by) and is_signed(self.key(by), "slots", lines[0], signature)
        require(holds, "vault.slots: not signed by who may sign it")

    def key(self, user: str) -> bytes:
        return bytes.fromhex(self.users[user]["sign"]) if user in self.users else bytes(32)

    def listed(self, users: list[Json], seated: list[str]) -> Json:  # roles, whose key, has a place
        return {u["user"]: (u["roles"], sha(u["wrap"]), u["user"] in seated) for u in users}

    def may(self, user: str) -> bool:  # an administrator with a place, or recovery's key of then
        roles, recipient, is_seated = self.known.get(user, ([], "", False))
        is_recovery = "recovery" in roles
        return recipient == self.recovery if is_recovery else is_seated and "administrator" in roles

    def takes(self, n: int, step: Json) -> bool:
        """Whether a step names the one before, and is signed by one who might take it then."""
        act, user, by = step["act"], step.get("user", ""), step.get("by", "")
        may = (act in ("founded", "listed")) == (n == 1) and (n == 1 or self.may(by))
        if act == "listed":
            self.known = self.listed(step["users"], step["seated"])
        else:
            roles, recipient, is_seated = self.known.get(user, (["recovery"], "", False))
            may &= is_seated if act in ("roles", "left") else user not in self.known
            recipient = step.get("recipient", recipient)
            self.known[user] = step.get("roles", roles), recipient, "roles" in step
        self.recovery = step["recipient"] if act in ("listed", "recovery") else self.recovery
        if "history" not in self.body:  # of before there was one: only the whole is signed
            return may
        before, self.before = self.before, sha(canonical(step))
        is_next = (step["n"], step["previous"]) == (n, before) and (n > 1 or self.may(by))
        return may and is_next and self.says("step", by, step)

    def says(self, kind: str, by: str, fields: Json, under: str = "signature") -> bool:
        said = fields | {"fmt": f"varn.{kind}/1", "vault": self.vault}
        signature = bytes.fromhex(said.pop(under))
        return is_signed(self.key(by), kind, canonical(said), signature)

    def believe(self, founder: bytes) -> None:
        """The founder took the first step; or admitted, in a line, all whom it takes over."""
        trusted, waiting = {founder.hex()}, list(self.steps[0].get("users", []))
        require(waiting or self.steps[0]["user"] in trusted, "vault.slots: another founder")
        while waiting:
            user = min(waiting, key=lambda each: each["admitted_by"] not in trusted)
            holds = self.says("admission", user["admitted_by"], user, "admission")
            require(holds and user["admitted_by"] in trusted, "vault.slots: a false admission")
            if {"administrator", "recovery"} & set(user["roles"]):
                trusted.add(user["user"])
            waiting.remove(user)


class Reader:
    """Somebody who reads: the seed that opens wraps, who they are, the register's keys."""

    def __init__(self, slots: Slots, seed: bytes, to: str, register: list[Json]) -> None:
        self.slots, self.seed, self.mine = slots, seed, (to, sha(hybrid(seed)[1]))
        latest_first = sorted(register, key=lambda each: -each["generation"])
        self.register_keys = [self.open("register", "", each) for each in latest_first]

    def open(self, use: str, case: str, wrapped: Json) -> bytes:
        scope = {"use": f"varn/wrap/{use}/1", "vault": self.slots.vault, "case": case}
        info = scope | {"generation": wrapped["generation"], "recipient": self.mine[1]}
        kem, kdf, aead = KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305
        sealed = bytes.fromhex(wrapped["wrap"]["enc"] + wrapped["wrap"]["sealed"])
        try:
            return Suite(kem, kdf, aead).decrypt(sealed, hybrid(self.seed)[0], info=canonical(info))
        except (InvalidTag, ValueError):
            raise SystemExit("a wrapped key does not open") from None

    def keys(self, path: Path, case: str) -> Iterator[bytes]:  # the latest generation first
        body, named = read_lines(path, 1)[1], {"vault": self.slots.vault, "case": case}
        require(named == {name: body[name] for name in named}, f"{path.name}: of another akt")
        mine = [each for each in body["grants"] if (each["to"], each["recipient"]) == self.mine]
        require(mine, f"{path.name}: no grant to this reader")
        for grant in sorted(mine, key=lambda each: -each["generation"]):
            key = self.open("case", case, grant)
            is_named = derive(key, "varn/key-name/1").hex() == grant["key"]
            holds = is_named and self.slots.says("grant", grant["by"], grant | named)
            require(holds, f"{path.name}: not what was granted")
            yield key

    def entries(self, name: str, case: str) -> Iterator[Json]:
        """An akt's journal; every hash, link and signature is checked."""
        path, known = self.slots.folder / f"{name}.db", set[str]()
        connection = connect(path, self.keys(path.with_suffix(".keys"), case))
        identity = connection.execute("SELECT vault, case_id FROM identity").fetchone()
        require(identity == (self.slots.vault, case), "another akt")
        for entry, header, signature, salt, body, others in connection.execute(ENTRIES):
            said = json.loads(header)
            is_linked = set(said["parents"]) <= known and bool(known) == bool(said["parents"])
            is_whole = sha(header) == entry and said["case"] == case
            text = b"varn.body/1\0" + (salt or b"") + (body or b"")
            is_its_body = body is None or sha(text) == said["body_hash"]
            require(is_linked and is_whole and is_its_body, f"changed from entry {entry} on")
            users = [said["author"], *said["cosigners"]]
            signatures = [signature, *(others[at : at + 64] for at in range(0, len(others), 64))]
            pairs = zip(map(self.slots.key, users), signatures, strict=False)
            signed = all(is_signed(public, "entry", header, each) for public, each in pairs)
            known.add(entry)
            signed = signed and len(users) == len(signatures)
            told = {"file": path.name, "entry": entry, "signed": signed, "header": said}
            yield told | {"body": body and json.loads(body)}


def by_passphrase(slots: Slots, place: int, passphrase: str, least_mib: int) -> Reader:
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


def by_recovery(slots: Slots, typed: list[str]) -> Reader:  # one code, or two of three
    recovery, salt = slots.body["recovery"], slots.vault.encode("ascii")
    codes = [read_code(code) for code in typed]
    seed = derive(codes[0], "varn/recovery/1", salt=salt)
    if len(codes) > 1:
        both = (codes, codes[::-1])
        keys = [derive(b"".join(each), "varn/recovery/pair/1", salt=salt) for each in both]
        for share in recovery.get("shares", []):
            bound = {"fmt": "varn.recovery-pair/1", "vault": slots.vault}
            bound["pair"] = [share["first"], share["second"]]
            with suppress(SystemExit):
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


def connect(path: Path, keys: Iterable[bytes]) -> dbapi2.Connection:  # for reading only
    salt, raws = path.read_bytes()[:16], (derive(key, "varn/file/1", 48) for key in keys)
    fitting = [raw for raw in raws if raw[32:] == salt]
    require(fitting, f"{path.name}: no key fits")
    has_log = (log := path.with_name(path.name + "-wal")).exists() and log.stat().st_size
    still = "" if has_log else "&immutable=1"
    connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro{still}", uri=True)
    connection.execute(f"PRAGMA key = \"x'{fitting[0].hex()}'\"")
    return connection


if __name__ == "__main__":
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
            for line in reader.entries(name, case):
                wrong += not line["signed"]
                print(json.dumps(line, ensure_ascii=False))
        except (SystemExit, dbapi2.DatabaseError, ValueError, KeyError, OSError) as problem:
            print(f"{name}: {problem}", file=sys.stderr)
            wrong += 1
    sys.exit(1 if wrong else 0)
