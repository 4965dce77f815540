# SPDX-License-Identifier: EUPL-1.2
"""Make the hostile samples anew: `python -m tests.vectors.sb1.make`. They are frozen; do it only
for a change of the format, and say why in its ADR.
"""

import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import rfc8785

from tests.vectors.sb1 import world
from tests.vectors.sb1.make_cards import card_files
from tests.vectors.sb1.sample import FOLDER, Sample
from tests.vectors.sb1.world import SHELTER, STRANGER, TOWN, CountedIds, FixedClock, keys
from workbench.bundles import age, inner, profile, seal
from workbench.bundles.recipients import HybridRecipient, ScryptRecipient, X25519Recipient
from workbench.bundles.records import encode_record
from workbench.bundles.requests import Addressee, ObjectToSeal
from workbench.crypto import agreement, ed25519, hybrid
from workbench.crypto.labels import Signed

Change = Callable[[dict[str, Any]], None]

DAMAGED = "Paketet är skadat eller avbrutet i början. Be avsändaren lägga det på stickan igen."
RULES = "Paketet är inte gjort enligt våra säkerhetsregler och öppnas inte."
CONTENTS = "Paketets innehållsförteckning är felaktig. Inget har lästs in."
AMBIGUOUS = "Paketets innehållsförteckning är tvetydig och avvisas."
MISMATCH = "Innehållet stämmer inte med innehållsförteckningen."
SIGNATURE = (
    "Underskriften stämmer inte. Paketet kommer INTE från den det påstår. "
    "Öppna det inte; ring avsändaren på ett nummer du redan har."
)
NEWER = "Paketet är gjort med en nyare version av programmet. Uppdatera och försök igen."
FORWARDED = (
    "Texten är skriven och underskriven för någon annan och har vidareskickats till dig "
    "utan att avsändaren sagt det. Öppnas inte."
)
RECORD = (
    "Bedömningen är gjord med ett instrument eller en version som saknas här. "
    "Du kan läsa den men inte räkna om den."
)


def nothing(_manifest: dict[str, Any]) -> None:
    """Leave the manifest as it is."""


def setting(**changes: object) -> Change:
    return lambda manifest: manifest.update(changes)


def manifest_bytes(
    change: Change = nothing, objects: tuple[ObjectToSeal, ...] | None = None
) -> bytes:
    request = world.request(objects=objects or world.objects())
    prepared = seal.prepare(request, keys(SHELTER), FixedClock(), CountedIds("samples"))
    manifest = json.loads(prepared.front.manifest)
    change(manifest)
    return rfc8785.dumps(manifest)


def whole(
    manifest: bytes | None = None,
    *,
    signer: bytes | None = None,
    signatures: bytes | None = None,
    contents: tuple[bytes, ...] | None = None,
) -> bytes:
    """An inner file without its padding."""
    manifest = manifest_bytes() if manifest is None else manifest
    seed = signer or keys(SHELTER).sign_seed
    signature = ed25519.sign(seed, ed25519.pae(Signed.MANIFEST, manifest))
    out = io.BytesIO()
    front = inner.Front(manifest, signatures or inner.signature_block(signature))
    inner.write_front(out.write, front)
    for content in contents or (encode_record(world.record()), world.PDF):
        out.write(content)
    return out.getvalue()


def inside(name: str, code: str, says: str, content: bytes, **facts: str) -> Sample:
    pad = facts.pop("pad", str(inner.padded_size(len(content))))
    named = {key.replace("_", "-"): value for key, value in facts.items()}
    head = {"expect": code, "says": says, "layer": "inner", "pad": pad}
    return Sample(name, head | named, content.rstrip(b"\0"))


def file(name: str, code: str, says: str, content: bytes, **facts: str) -> Sample:
    return Sample(name, {"expect": code, "says": says, "layer": "age"} | facts, content)


def mailbox(org: str) -> bytes:
    return hybrid.public_key(keys(org).mailboxes[0].seed)


def aged(*recipients: Any) -> bytes:
    out = io.BytesIO()
    writing = age.writer(out, recipients, CountedIds("age").random_bytes)
    writing.write(b"x")
    writing.finish()
    return out.getvalue()


def to(org: str) -> bytes:
    out = io.BytesIO()
    writing = profile.hybrid_writer(out, [mailbox(org)], CountedIds("age").random_bytes)
    inner_file = whole()
    writing.write(inner_file + bytes(inner.padded_size(len(inner_file)) - len(inner_file)))
    writing.finish()
    return out.getvalue()


def files() -> Iterator[Sample]:
    good = to(TOWN)
    header = good.index(b"\n--- ") + 5 + 43 + 1
    no = "Det här är inte ett förseglat paket. Filen är av ett annat slag."
    yield file("file-letter", "SB-01", no, "Hej! Det här är ett brev.\n".encode())
    yield file("file-empty", "SB-01", no, b"")
    yield file("file-armored", "SB-01", no, b"-----BEGIN AGE ENCRYPTED FILE-----\n")
    yield file("file-cut-in-header", "SB-02", DAMAGED, good[:1000])
    yield file("file-cut-after-header", "SB-02", DAMAGED, good[: header + 3])
    hybrids = [HybridRecipient(hybrid.public_key(world.seed(str(n)))) for n in range(4)]
    classical = X25519Recipient(agreement.public_key(world.seed("x")))
    yield file("file-three-stanzas", "SB-03", RULES, aged(*hybrids[:3]))
    yield file("file-mixed-stanzas", "SB-03", RULES, aged(*hybrids[:3], classical))
    yield file("file-long-header", "SB-03", RULES, aged(*hybrids * 12))
    costly = aged(ScryptRecipient(b"x", log_n=10)).replace(b" 10\n", b" 21\n", 1)
    freeze = (
        "Paketet kräver orimligt mycket datorkraft. Det kan vara gjort för att låsa datorn. "
        "Öppnades inte."
    )
    yield file("file-costly-passphrase", "SB-04", freeze, costly)
    noone = (
        "Paketet går inte att öppna med nycklarna i det här valvet. Antingen är det till någon "
        "annan, eller till en nyckel som har gått ut, eller så är det skadat."
    )
    yield file("file-for-another", "SB-10", noone, to(STRANGER)[: header + 100])
    late = {"now": "2027-03-02T00:00:00Z"}
    yield file("file-for-a-dead-key", "SB-10", noone, good[: header + 100], **late)
    changed = good[: header - 10] + (b"A" if good[header - 10 : header - 9] != b"A" else b"B")
    address = (
        "Någon eller något har ändrat paketets adressdel. Lita inte på det. Kontakta avsändaren."
    )
    yield file("file-changed-header", "SB-11", address, changed + good[header - 9 : header + 100])
    cut = "Paketet är skadat, avkortat eller ändrat. Inget har lästs in. Be om det igen."
    yield file("file-cut-payload", "SB-12", cut, good[: header + 1000])
    out = io.BytesIO()
    profile.passphrase_writer(out, "rätt fras", CountedIds("p").random_bytes).finish()
    wrong = "Fel lösenfras för paketet."
    yield file("file-wrong-passphrase", "SB-13", wrong, out.getvalue(), passphrase="fel fras")


def unreadable() -> Iterator[Sample]:
    good = whole()
    not_ours = "Paketet går att dekryptera men innehållet är inte i vårt format."
    yield inside("inner-other-magic", "SB-20", not_ours, b"PK\3\4" + good[4:])
    yield inside("inner-zero-field", "SB-20", not_ours, good[:15] + b"\1" + good[16:])
    yield inside("inner-long-manifest", "SB-20", not_ours, good[:8] + b"\0\x20\0\0" + good[12:])
    yield inside("inner-later-magic", "SB-28", NEWER, b"SB2" + good[3:])
    yield inside("manifest-later-format", "SB-28", NEWER, whole(manifest_bytes(setting(fmt="sb2"))))
    receipt = manifest_bytes(lambda m: m.update(kind="receipt", objects=[_render(m)]))
    yield inside("manifest-later-kind", "SB-28", NEWER, whole(receipt, contents=(world.PDF,)))


def _render(manifest: dict[str, Any]) -> dict[str, Any]:
    return manifest["objects"][1] | {"id": 1}


def wrong_manifests() -> Iterator[Sample]:
    nested: Any = 1
    for _ in range(64):
        nested = [nested]
    for name, change in {
        "unknown-field": setting(extra=1),
        "number-as-text": setting(seq="1"),
        "bidi-control": lambda m: m["sender"].update(role="gnp.exe\u202e"),
        "not-nfc": lambda m: m["sender"].update(role="a\u030a"),
        "valid-too-long": setting(not_after="2027-01-21T01:10:01Z"),
        "downgraded-suite": setting(suite="none"),
        "nested-too-deeply": setting(ext={"org.example": nested}),
    }.items():
        yield inside(f"manifest-{name}", "SB-21", CONTENTS, whole(manifest_bytes(change)))
    plain = manifest_bytes()
    twice = plain.replace(b'"seq":1', b'"seq":1,"seq":1')
    yield inside("manifest-name-twice", "SB-22", AMBIGUOUS, whole(twice))
    spaced = plain.replace(b'"seq":1', b'"seq": 1')
    yield inside("manifest-space", "SB-22", AMBIGUOUS, whole(spaced))

    def renumber(manifest: dict[str, Any]) -> None:
        manifest["objects"][1]["id"] = 3

    def two_records(manifest: dict[str, Any]) -> None:
        manifest["objects"][1] = manifest["objects"][0] | {"id": 2}

    yield inside("objects-numbers", "SB-23", MISMATCH, whole(manifest_bytes(renumber)))
    yield inside("objects-two-records", "SB-24", MISMATCH, whole(manifest_bytes(two_records)))


def wrong_contents() -> Iterator[Sample]:
    good = whole()
    end = str(len(good) - 5)
    yield inside("inner-ends-in-an-object", "SB-25", MISMATCH, good[:-5], pad=end)
    yield inside("inner-ends-in-padding", "SB-25", MISMATCH, good, pad="262143")
    yield inside("inner-goes-on", "SB-25", MISMATCH, good, pad="262145")
    changed = "Minst ett dokument i paketet har ändrats efter underskrift. Inget har lästs in."
    yield inside("object-changed", "SB-26", changed, good[:-1] + b"!")
    hidden = "Paketet innehåller dolda data och avvisas."
    padded = good.ljust(262_143, b"\0") + b"\1"
    yield inside("padding-last-byte", "SB-27", hidden, padded)
    yield inside("padding-first-byte", "SB-27", hidden, good + b"\1", pad="262144")


def wrong_senders() -> Iterator[Sample]:
    good = whole()
    unknown = (
        "Avsändaren finns inte bland dina kontakter. Begär kontaktkort och kontrollera siffrorna "
        "innan du öppnar."
    )
    yield inside("sender-unknown", "SB-30", unknown, good, sender="unknown")
    block = good[16 + len(manifest_bytes()) :][:67]
    yield inside("signature-twice", "SB-31", SIGNATURE, whole(signatures=block * 2))
    yield inside("signature-other-kind", "SB-31", SIGNATURE, whole(signatures=b"\2" + block[1:]))
    stranger = keys(STRANGER).sign_seed
    yield inside("signature-of-another", "SB-32", SIGNATURE, whole(signer=stranger))
    root = keys(SHELTER).root_seed
    yield inside("signature-by-root", "SB-32", SIGNATURE, whole(signer=root))
    zeros = inner.signature_block(bytes(64))
    yield inside("signature-zeros", "SB-32", SIGNATURE, whole(signatures=zeros))
    early = manifest_bytes(
        setting(created="2026-10-31T00:00:00Z", not_after="2026-12-01T00:00:00Z")
    )
    yield inside("signature-before-the-key", "SB-32", SIGNATURE, whole(early))
    revoked = "Avsändarens nyckel är spärrad sedan 2026-11-02. Öppnas inte."
    yield inside("sender-revoked", "SB-34", revoked, good, sender="revoked")
    quarantine = (
        "Avsändaren är inte kontrollerad. Innehållet läggs i karantän tills du har jämfört "
        "siffrorna."
    )
    yield inside("sender-unverified", "SB-36", quarantine, good, sender="unverified")


def wrong_receivers() -> Iterator[Sample]:
    request = world.request(addressees=(Addressee.of(world.stored(STRANGER)),))
    front = seal.prepare(request, keys(SHELTER), FixedClock(), CountedIds("samples")).front
    yield inside("forwarded-in-secret", "SB-33", FORWARDED, whole(front.manifest))
    yield inside("other-quarter", "SB-33", FORWARDED, whole(), epoch="2027-Q1")
    expired = (
        "Paketet gick ut 2027-01-21. Be om ett nytt. (Så länge nyckeln finns kan två behöriga "
        "öppna det med angiven orsak.)"
    )
    yield inside("expired", "SB-40", expired, whole(), now="2027-01-21T01:10:01Z")
    again = "Paketet är redan inläst 2026-11-21 av handläggare. Inget ändrades."
    yield inside("replayed", "SB-41", again, whole(), accepted="2026-11-21 handläggare")
    gap = "Ett tidigare paket (nr 4) från Kvinnojouren Exempel har inte kommit fram."
    yield inside("gap", "SB-42", gap, whole(manifest_bytes(setting(seq=7))), last_seq="3")
    clock = "Datorns klocka verkar gå fel. Kontrollera datumet."
    yield inside("clock-behind", "SB-43", clock, whole(), now="2026-11-20T01:09:59Z")


def wrong_records() -> Iterator[Sample]:
    def schema(manifest: dict[str, Any]) -> None:
        manifest["objects"][0]["schema"] = "sb1.record/2"

    yield inside("record-later-schema", "SB-50", RECORD, whole(manifest_bytes(schema)))
    good = encode_record(world.record())
    for name, content in {
        "extra-field": good.replace(b'{"about"', b'{"aaa":1,"about"'),
        "not-json": b"MZ this is no record",
        "other-rendering": encode_record(world.record(rendered="ab" * 32)),
    }.items():
        objects = world.objects(content)
        made = whole(manifest_bytes(objects=objects), contents=(content, world.PDF))
        yield inside(f"record-{name}", "SB-50", RECORD, made)
    later = encode_record(world.record(instruments=(world.instrument(),)))
    made = whole(manifest_bytes(objects=world.objects(later)), contents=(later, world.PDF))
    yield inside("record-missing-instrument", "SB-50", RECORD, made, instruments="none")


def make() -> None:
    """Write all samples."""
    yield_from = (
        files,
        unreadable,
        wrong_manifests,
        wrong_contents,
        wrong_senders,
        wrong_receivers,
        wrong_records,
        card_files,
    )
    good = inside("good", "success", "", whole())
    for sample in (good, *(sample for group in yield_from for sample in group())):
        (FOLDER / sample.name).write_bytes(sample.to_bytes())


if __name__ == "__main__":
    make()
