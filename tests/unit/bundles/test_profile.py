# SPDX-License-Identifier: EUPL-1.2
"""What the product takes: one test a rule, each with its code and its words."""

import io
import os
import re
import resource
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.assets import resource as resource_path
from workbench.bundles import age, profile
from workbench.bundles.errors import BundleError
from workbench.bundles.header import Stanza, encode_base64, encode_header
from workbench.bundles.recipients import (
    HybridIdentity,
    HybridRecipient,
    ScryptRecipient,
    X25519Identity,
)
from workbench.crypto import hybrid, kdf
from workbench.crypto.labels import Age

ROOT = Path(__file__).parents[3]
SEEDS = [bytes([number]) * 32 for number in range(1, 5)]
PUBLICS = [hybrid.public_key(seed) for seed in SEEDS]
OTHERS = [HybridRecipient(public) for public in PUBLICS[1:]]
CLASSICAL = X25519Identity(bytes(range(32)))
FILE_KEY = bytes(16)


def sealed(plaintext: bytes = b"hej", receivers: int = 1) -> bytes:
    out = io.BytesIO()
    writer = profile.hybrid_writer(out, PUBLICS[:receivers], os.urandom)
    writer.write(plaintext)
    writer.finish()
    return out.getvalue()


def of_stanzas(*stanzas: Stanza) -> bytes:
    """A correct age file with exactly these stanzas."""
    out, nonce = io.BytesIO(), bytes(16)
    out.write(encode_header(stanzas, kdf.derive(FILE_KEY, Age.HEADER)) + nonce)
    writer = age.Writer(out, age.ChunkSealer(kdf.derive(FILE_KEY, Age.PAYLOAD, salt=nonce)))
    writer.write(b"hej")
    writer.finish()
    return out.getvalue()


def wrapped(public: bytes = PUBLICS[0]) -> Stanza:
    return HybridRecipient(public).wrap(FILE_KEY, os.urandom)


def of_passphrase(log_n: int, passphrase: str = "ord") -> Stanza:
    return ScryptRecipient(passphrase.encode(), log_n).wrap(FILE_KEY, os.urandom)


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(BundleError) as refused:
        act()
    return refused.value.code


def code_of_opening(file: bytes, passphrase: str | None = None) -> str:
    def read() -> bytes:
        opened = profile.open_bundle(io.BytesIO(file), SEEDS[:1], passphrase=passphrase)
        return opened.payload.read()

    return code_of(read)


def code_of_inspecting(file: bytes) -> str:
    return code_of(lambda: profile.inspect(io.BytesIO(file)))


# --- what we write ---


@pytest.mark.parametrize("receivers", [1, 2, 3, 4])
def test_each_receiver_opens_a_bundle_and_learns_which_key_did(receivers: int) -> None:
    file = sealed(b"till er", receivers)

    for seed in SEEDS[:receivers]:
        opened = profile.open_bundle(io.BytesIO(file), [bytes(32), seed])
        assert (opened.seed, opened.payload.read()) == (1, b"till er")
    for seed in SEEDS[receivers:]:
        assert code_of(lambda s=seed: profile.open_bundle(io.BytesIO(file), [s])) == "SB-10"


@pytest.mark.parametrize("receivers", [1, 2, 3, 4])
def test_the_number_of_receivers_does_not_show(receivers: int) -> None:
    file = sealed(bytes(1000), receivers)

    assert len(file) == len(sealed(bytes(1000), 4))
    assert re.sub(
        rb"(?m)^(-> mlkem768x25519 |--- )?[A-Za-z0-9+/]+$", rb"\1", file[: file.index(b"---")]
    ) == (b"age-encryption.org/v1\n" + b"-> mlkem768x25519 \n\n" * 4)


def test_the_receiver_stands_anywhere_among_the_stanzas() -> None:
    places = set()
    for _ in range(80):
        header = age.read_header(io.BytesIO(sealed()))
        mine = HybridIdentity(SEEDS[0])
        places |= {n for n in range(4) if mine.unwrap(header.stanzas[n : n + 1]) is not None}

    assert places == {0, 1, 2, 3}


def test_missing_receivers_are_fresh_keys_each_time() -> None:
    drawn: list[bytes] = []

    def remembered(size_bytes: int) -> bytes:
        drawn.append(os.urandom(size_bytes))
        return drawn[-1]

    for _ in range(2):
        profile.hybrid_writer(io.BytesIO(), PUBLICS[:2], remembered)

    dummies = [content for content in drawn if len(content) == 32]
    assert len(set(dummies)) == len(dummies) == 4


@pytest.mark.parametrize(
    "publics", [[], [*PUBLICS, hybrid.public_key(bytes(32))], [PUBLICS[0]] * 2]
)
def test_only_one_to_four_different_receivers_are_sealed_for(publics: list[bytes]) -> None:
    with pytest.raises(ValueError, match="one to four"):
        profile.hybrid_writer(io.BytesIO(), publics, os.urandom)


def test_bytes_that_are_no_key_are_not_sealed_for() -> None:
    for public in (b"", PUBLICS[0][:-1], b"\xff" * 1216):
        out = io.BytesIO()
        with pytest.raises(ValueError):  # noqa: PT011  the library's words
            profile.hybrid_writer(out, [public], os.urandom)
        assert out.getvalue() == b""


def test_a_passphrase_bundle_costs_what_the_format_says_and_opens() -> None:
    out = io.BytesIO()
    writer = profile.passphrase_writer(out, "sex ord på svenska", os.urandom)
    writer.write(b"hej")
    writer.finish()

    first = out.getvalue().split(b"\n")[1].split(b" ")
    assert (first[1], first[3]) == (b"scrypt", b"18")
    decomposed = "sex ord pa\u030a svenska"
    opened = profile.open_bundle(io.BytesIO(out.getvalue()), SEEDS, passphrase=decomposed)
    assert (opened.seed, opened.payload.read()) == (None, b"hej")


def test_an_empty_passphrase_seals_nothing() -> None:
    with pytest.raises(ValueError, match="empty"):
        profile.passphrase_writer(io.BytesIO(), "", os.urandom)


# --- what we see without a key ---


def test_inspection_tells_profile_stanzas_and_size() -> None:
    file = sealed(bytes(5000))
    seen = profile.inspect(io.BytesIO(file))
    assert seen == profile.Inspection(profile.Profile.HYBRID, ("mlkem768x25519",) * 4, len(file))

    file = of_stanzas(of_passphrase(2))
    seen = profile.inspect(io.BytesIO(file))
    assert seen == profile.Inspection(profile.Profile.PASSPHRASE, ("scrypt",), len(file))


# --- what we refuse: SB-01 ---

NOT_BUNDLES = {
    "empty": b"",
    "text": b"hej\n",
    "pdf": b"%PDF-1.7\n",
    "zip": b"PK\x03\x04" + bytes(100),
    "cut in the version line": b"age-encryption.org/v",
    "next version": b"age-encryption.org/v2\n" + bytes(100),
    "text mode": sealed().replace(b"\n", b"\r\n"),
    "space first": b" " + sealed(),
    "armor": b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n",
}


@pytest.mark.parametrize("file", NOT_BUNDLES.values(), ids=NOT_BUNDLES.keys())
def test_another_kind_of_file_is_sb_01(file: bytes) -> None:
    assert code_of_inspecting(file) == code_of_opening(file) == "SB-01"


# --- SB-02 ---


def changed(stanza: Stanza, *arguments: str) -> Stanza:
    return Stanza((stanza.type, *arguments), stanza.body)


ENC = wrapped().arguments[1]
LOW_ORDER = encode_base64(bytes(1120)).decode()
BROKEN_HYBRID = {
    "an argument more": changed(wrapped(), ENC, "more"),
    "no argument": changed(wrapped()),
    "short share": changed(wrapped(), encode_base64(bytes(1119)).decode()),
    "long share": changed(wrapped(), encode_base64(bytes(1121)).decode()),
    "low order share": changed(wrapped(), LOW_ORDER),
    "padded share": changed(wrapped(), ENC + "="),
    "stray bits": changed(wrapped(), ENC[:-1] + chr(ord(ENC[-1]) + 1)),
    "short body": Stanza(wrapped().arguments, bytes(31)),
    "long body": Stanza(wrapped().arguments, bytes(48)),
}


@pytest.mark.parametrize("stanza", BROKEN_HYBRID.values(), ids=BROKEN_HYBRID.keys())
def test_a_malformed_hybrid_stanza_is_sb_02_even_if_another_opens(stanza: Stanza) -> None:
    file = of_stanzas(wrapped(), *(wrapped(other.public) for other in OTHERS[:2]), stanza)

    assert code_of_inspecting(file) == code_of_opening(file) == "SB-02"


BROKEN_SCRYPT = {
    "no work factor": ("A" * 22,),
    "an argument more": ("A" * 22, "2", "more"),
    "short salt": ("A" * 20, "2"),
    "long salt": ("A" * 24, "2"),
    "stray bits": ("A" * 21 + "B", "2"),
    "zero": ("A" * 22, "0"),
    "leading zero": ("A" * 22, "018"),
    "sign": ("A" * 22, "+18"),
}


@pytest.mark.parametrize("arguments", BROKEN_SCRYPT.values(), ids=BROKEN_SCRYPT.keys())
def test_a_malformed_scrypt_stanza_is_sb_02(arguments: tuple[str, ...]) -> None:
    file = of_stanzas(changed(of_passphrase(2), *arguments))

    assert code_of_inspecting(file) == code_of_opening(file, "ord") == "SB-02"


def test_a_header_cut_anywhere_is_sb_02() -> None:
    file = sealed()
    end = file.index(b"\n--- ") + 49
    for size in [22, 23, 30, 100, 1600, end - 50, end - 20, end - 1, end, end + 15]:
        assert code_of_opening(file[:size]) == "SB-02"


HEADER_DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "no stanza": lambda file: file[:22] + file[file.index(b"---") :],
    "padding": lambda file: file.replace(b"\n--- ", b"=\n--- "),
    "carriage return": lambda file: file.replace(b"\n--- ", b"\r\n--- "),
    "bad mark": lambda file: file.replace(b"\n-> ", b"\n=> ", 1),
    "no space in the MAC line": lambda file: file.replace(b"\n--- ", b"\n---", 1),
    "two spaces": lambda file: file.replace(b"\n--- ", b"\n---  ", 1),
    "empty argument": lambda file: file.replace(b" mlkem", b"  mlkem", 1),
    "long body line": lambda file: file.replace(b"\n--- ", b"\n-> x\n" + b"A" * 68 + b"\n--- "),
    "legacy body": lambda file: file.replace(b"\n--- ", b"\n-> x\n" + b"A" * 64 + b"\n--- "),
}


@pytest.mark.parametrize("damage", HEADER_DAMAGE.values(), ids=HEADER_DAMAGE.keys())
def test_a_malformed_header_is_sb_02(damage: Callable[[bytes], bytes]) -> None:
    file = damage(sealed())

    assert code_of_inspecting(file) == code_of_opening(file) == "SB-02"


# --- SB-03 ---

X25519_STANZA = CLASSICAL.recipient().wrap(FILE_KEY, os.urandom)
AGAINST_OUR_RULES = {
    "one hybrid": [wrapped()],
    "three hybrid": [wrapped()] * 3,
    "five hybrid": [wrapped()] * 5,
    "x25519": [X25519_STANZA],
    "four x25519": [X25519_STANZA] * 4,
    "three hybrid and x25519": [wrapped()] * 3 + [X25519_STANZA],
    "four hybrid and x25519": [wrapped()] * 4 + [X25519_STANZA],
    "four hybrid and scrypt": [wrapped()] * 4 + [of_passphrase(2)],
    "three hybrid and scrypt": [wrapped()] * 3 + [of_passphrase(2)],
    "two scrypt": [of_passphrase(2)] * 2,
    "scrypt and grease": [of_passphrase(2), Stanza(("grease",), b"")],
    "four hybrid and grease": [wrapped()] * 4 + [Stanza(("x-grease", "1"), bytes(9))],
    "capitals": [Stanza(("MLKEM768X25519", ENC), bytes(32))] * 4,
    "tagged": [Stanza(("mlkem768p256tag", "AAAAAA", "A"), bytes(32))] * 4,
    "unknown": [Stanza(("example.com/enigma",), bytes(32))],
}


@pytest.mark.parametrize("stanzas", AGAINST_OUR_RULES.values(), ids=AGAINST_OUR_RULES.keys())
def test_any_other_set_of_stanzas_is_sb_03(stanzas: list[Stanza]) -> None:
    file = of_stanzas(*stanzas)

    assert code_of_inspecting(file) == code_of_opening(file, "ord") == "SB-03"


def test_a_file_that_age_itself_takes_can_be_against_our_rules() -> None:
    assert age.reader(io.BytesIO(of_stanzas(X25519_STANZA)), [CLASSICAL]).read() == b"hej"


def test_a_header_over_64_kib_is_sb_03_and_is_not_read_further() -> None:
    grease = [Stanza(("grease", "x" * 1000), b"")] * 70
    source = io.BytesIO(of_stanzas(*[wrapped()] * 4, *grease))

    assert code_of(lambda: profile.inspect(source)) == "SB-03"
    assert source.tell() <= 64 * 1024 + 1


# --- SB-04 ---


@pytest.mark.parametrize("log_n", ["21", "23", "30", "64", "255", "9" * 4000])
def test_too_much_work_is_sb_04_before_any_is_done(log_n: str) -> None:
    file = of_stanzas(changed(of_passphrase(2), "A" * 22, log_n))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime

    assert code_of_inspecting(file) == code_of_opening(file, "ord") == "SB-04"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < 1


def test_a_work_factor_within_the_bound_is_tried() -> None:
    file = of_stanzas(changed(of_passphrase(2), "A" * 22, "15"))

    assert code_of_opening(file, "ord") == "SB-13"


def test_a_machine_without_the_memory_says_sb_04(tmp_path) -> None:
    path = tmp_path / "dyr.age"
    path.write_bytes(of_stanzas(changed(of_passphrase(2), "A" * 22, "20")))
    script = (
        "import resource, sys\n"
        "from workbench.bundles import profile\n"
        "from workbench.bundles.errors import BundleError\n"
        "resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))\n"
        "try:\n"
        "    profile.open_bundle(open(sys.argv[1], 'rb'), [], passphrase='ord')\n"
        "except BundleError as refused:\n"
        "    print(refused.code)\n"
    )
    command = [sys.executable, "-c", script, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "SB-04\n"


# --- SB-10, SB-11, SB-12, SB-13 ---


def test_a_bundle_for_someone_else_is_sb_10() -> None:
    file = of_stanzas(*(wrapped(other.public) for other in [*OTHERS, OTHERS[0]]))

    assert code_of_opening(file) == "SB-10"


def test_a_passphrase_bundle_without_a_passphrase_is_sb_10() -> None:
    assert code_of_opening(of_stanzas(of_passphrase(2))) == "SB-10"


def test_a_vault_without_keys_opens_nothing() -> None:
    assert code_of(lambda: profile.open_bundle(io.BytesIO(sealed()), [])) == "SB-10"


def test_a_changed_address_part_is_sb_11() -> None:
    stanzas = list(age.read_header(io.BytesIO(sealed())).stanzas)
    file = sealed(receivers=4)
    mine = HybridIdentity(SEEDS[0])
    theirs = next(s for s in age.read_header(io.BytesIO(file)).stanzas if mine.unwrap([s]) is None)
    swapped = next(s for s in stanzas if mine.unwrap([s]) is None)
    file = file.replace(theirs.arguments[1].encode(), swapped.arguments[1].encode())

    assert code_of_opening(file) == "SB-11"


def test_a_changed_mac_is_sb_11() -> None:
    file = sealed()
    at = file.index(b"\n--- ") + 5
    other = b"B" if file[at : at + 1] == b"A" else b"A"

    assert code_of_opening(file[:at] + other + file[at + 1 :]) == "SB-11"


PAYLOAD_DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "flipped": lambda file: file[:-30] + bytes([file[-30] ^ 1]) + file[-29:],
    "cut": lambda file: file[:-1],
    "cut by a chunk": lambda file: file[: -(100_000 - 65536 + 16)],
    "cut after the nonce": lambda file: file[: file.index(b"\n--- ") + 49 + 16],
    "more": lambda file: file + b"\0",
    "another file after it": lambda file: file + file,
}


@pytest.mark.parametrize("damage", PAYLOAD_DAMAGE.values(), ids=PAYLOAD_DAMAGE.keys())
def test_a_changed_payload_is_sb_12_however_it_is_read(damage: Callable[[bytes], bytes]) -> None:
    file = damage(sealed(bytes(100_000)))

    def payload() -> profile.PayloadReader:
        return profile.open_bundle(io.BytesIO(file), SEEDS).payload

    def by_parts() -> None:
        reader = payload()
        while reader.read1(1000):
            pass

    assert code_of(lambda: payload().read()) == "SB-12"
    assert code_of(lambda: payload().readinto(bytearray(200_000))) == "SB-12"
    assert code_of(lambda: payload().copy_to(io.BytesIO())) == "SB-12"
    assert code_of(by_parts) == "SB-12"


@pytest.mark.parametrize("passphrase", ["Ord", "", "ord ", "\ud800"])
def test_a_wrong_passphrase_is_sb_13(passphrase: str) -> None:
    assert code_of_opening(of_stanzas(of_passphrase(2)), passphrase) == "SB-13"


# --- all together ---


def test_no_flipped_bit_of_a_bundle_is_accepted() -> None:
    file = sealed(b"hej" * 100)
    codes = set()
    for bit in range(0, len(file) * 8, 23):
        flipped = bytearray(file)
        flipped[bit // 8] ^= 1 << bit % 8
        codes.add(code_of_opening(bytes(flipped)))

    assert codes >= {"SB-01", "SB-02", "SB-10", "SB-11", "SB-12"}
    assert codes <= {"SB-01", "SB-02", "SB-03", "SB-10", "SB-11", "SB-12"}


def test_every_code_has_its_words_in_both_languages() -> None:
    entries = tomllib.loads(resource_path("errors", "sb.toml").read_text(encoding="utf-8"))

    for code in ["SB-01", "SB-02", "SB-03", "SB-04", "SB-10", "SB-11", "SB-12", "SB-13"]:
        assert all(
            entries[code][key] for key in ("cause", "what_sv", "what_en", "remedy_sv", "remedy_en")
        )
    assert entries["SB-10"]["what_sv"] == (
        "Paketet går inte att öppna med nycklarna i det här valvet. Antingen är det till någon annan, "
        "eller till en nyckel som har gått ut, eller så är det skadat."
    )
