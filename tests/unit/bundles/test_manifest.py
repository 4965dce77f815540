# SPDX-License-Identifier: EUPL-1.2
"""The manifest: one spelling, every field, every rule, and the code for each way to break it."""

import json
from typing import Any

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from tests.vectors.sb1 import world
from tests.vectors.sb1.world import SHELTER, CountedIds, FixedClock, keys
from workbench.bundles import errors, seal
from workbench.bundles.manifest import encode_manifest, read_manifest
from workbench.bundles.manifest_fields import Manifest
from workbench.bundles.manifest_rules import passphrase_recipient

GOOD = seal.prepare(world.request(), keys(SHELTER), FixedClock(), CountedIds("m")).front.manifest


def fields() -> dict[str, Any]:
    return json.loads(GOOD)


def changed(path: str, value: object) -> bytes:
    """A manifest with another value at `path` (`sender.role`, `objects.0.id`)."""
    whole = fields()
    at: Any = whole
    *through, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in through:
        at = at[step]
    at[last] = value
    return rfc8785.dumps(whole)


def code_of(untrusted: bytes) -> str:
    with pytest.raises(errors.BundleError) as refusal:
        read_manifest(untrusted)
    return refusal.value.code


def test_a_manifest_is_read_as_it_was_written() -> None:
    manifest = read_manifest(GOOD)
    assert encode_manifest(manifest) == GOOD
    assert json.loads(msgspec.json.encode(manifest)) == fields()
    assert manifest.record.role == "record"


LONG = "x" * 2001
BROKEN = [
    ("fmt", "sb"),
    ("fmt", "SB2"),
    ("fmt", 1),
    ("suite", "none"),
    ("kind", "backup"),
    ("bundle_id", "AB" * 16),
    ("bundle_id", "ab" * 15),
    ("bundle_id", "ab" * 16 + "\n"),
    ("created", "2026-11-22"),
    ("created", "2026-11-22T01:10:00+00:00"),
    ("created", "2026-02-30T00:00:00Z"),
    ("not_after", "2026-11-22T01:10:00Z"),
    ("not_after", "2027-01-21T01:10:01Z"),
    ("seq", 0),
    ("seq", True),
    ("seq", "1"),
    ("prev", ""),
    ("sender", None),
    ("sender.role", "x" * 201),
    ("sender.role", "a\nb"),
    ("sender.unit", "\u202edold"),
    ("sender.unit", "\ufeffdold"),
    ("sender.unit", "e\u0301"),
    ("sender.unit", "\x7f"),
    ("sender.extra", ""),
    ("recipients", []),
    ("recipients.0.why", "bcc"),
    ("recipients.0.why", "passphrase"),
    ("recipients.0.epoch", ""),
    ("recipients.0.epoch", "2026-Q5"),
    ("case_ref", "ab"),
    ("purpose", "gossip"),
    ("basis.code", "Consent"),
    ("basis.text", LONG),
    ("basis.text", "a\tb"),
    ("basis.consent", "maybe"),
    ("basis.consent", "none"),
    ("basis.consent_date", ""),
    ("basis.consent_date", "2026-11-31"),
    ("handling.forward", True),
    ("handling.print", "maybe"),
    ("handling.retain_until", ""),
    ("handling.retain_until", "2031-02-30"),
    ("handling.protected_identity", "false"),
    ("receipt_key", 0),
    ("log", "checkpoint"),
    ("objects", []),
    ("objects.0.role", "archive"),
    ("objects.0.media", "not a type"),
    ("objects.0.media", "application/json"),
    ("objects.0.name", ""),
    ("objects.0.size", -1),
    ("objects.0.size", 64 * 2**20 + 1),
    ("objects.0.size", 4 * 2**20 + 1),
    ("objects.0.schema", "no version"),
    ("objects.1.media", "application/vnd.sb1.card+json"),
    ("objects.1.sha256", ""),
    ("attach_card", True),
    ("attach_card", 0),
    ("revocations", ["x"]),
    ("ext", []),
    ("ext", {"nodots": 1}),
    ("ext", {"org.example": "a\nb"}),
    ("ext", {"org.example.\u202e": 1}),
    ("ext", {"org.example": ["x" * 2000] * 33}),
    ("more", 1),
]


@pytest.mark.parametrize(("path", "value"), BROKEN, ids=lambda part: repr(part)[:40])
def test_a_field_that_breaks_its_rule_is_sb_21(path: str, value: object) -> None:
    assert code_of(changed(path, value)) == "SB-21"


@pytest.mark.parametrize("name", [field.name for field in msgspec.structs.fields(Manifest)])
def test_a_manifest_without_one_of_its_fields_is_sb_21(name: str) -> None:
    whole = fields()
    del whole[name]
    assert code_of(rfc8785.dumps(whole)) == "SB-21"


def test_a_lone_surrogate_is_sb_21() -> None:
    assert code_of(GOOD.replace(b'"role":"hand', rb'"role":"\ud800')) == "SB-21"


def test_lines_are_allowed_in_the_ground_only() -> None:
    assert read_manifest(changed("basis.text", "en\ntvå")).basis.text == "en\ntvå"


def test_five_recipients_are_sb_21() -> None:
    five = [{"card": f"{n:064x}", "epoch": "2026-Q4", "why": "cc"} for n in range(5)]
    assert code_of(changed("recipients", five)) == "SB-21"
    assert len(read_manifest(changed("recipients", five[:4])).recipients) == 4


@pytest.mark.parametrize("order", [(1, 0), (0, 0)], ids=["unsorted", "twice"])
def test_recipients_are_sorted_and_different(order: tuple[int, ...]) -> None:
    two = [{"card": f"{n:064x}", "epoch": "2026-Q4", "why": "cc"} for n in order]
    assert code_of(changed("recipients", two)) == "SB-21"


def test_a_passphrase_stands_alone_under_the_name_of_its_bundle() -> None:
    name = passphrase_recipient(fields()["bundle_id"])
    only = {"card": name, "epoch": "", "why": "passphrase"}
    assert read_manifest(changed("recipients", [only])).recipients[0].card == name
    other = {"card": "ff" * 32, "epoch": "2026-Q4", "why": "to"}
    assert code_of(changed("recipients", [only, other])) == "SB-21"
    assert code_of(changed("recipients", [only | {"epoch": "2026-Q4"}])) == "SB-21"
    assert code_of(changed("recipients", [only | {"card": "00" * 32}])) == "SB-21"


def test_no_consent_has_no_date() -> None:
    none = fields()["basis"] | {"consent": "none", "consent_date": ""}
    assert read_manifest(changed("basis", none)).basis.consent == "none"
    assert code_of(changed("basis", none | {"consent_date": "2026-11-20"})) == "SB-21"


def test_objects_together_are_bounded() -> None:
    big = [fields()["objects"][1] | {"id": n, "size": 64 * 2**20} for n in range(2, 7)]
    first = fields()["objects"][0]
    assert code_of(changed("objects", [first, *big])) == "SB-21"
    assert read_manifest(changed("objects", [first, *big[:3]])).objects_size > 3 * 64 * 2**20


def test_more_than_256_objects_are_sb_21() -> None:
    many = [fields()["objects"][1] | {"id": n, "size": 0} for n in range(2, 258)]
    first = fields()["objects"][0]
    assert code_of(changed("objects", [first, *many])) == "SB-21"
    assert len(read_manifest(changed("objects", [first, *many[:-1]])).objects) == 256


def test_an_attached_card_is_said_twice_or_not_at_all() -> None:
    listed = fields()["objects"]
    media = "application/vnd.sb1.card+json"
    attached = listed[1] | {"id": 3, "role": "card", "media": media}
    assert code_of(changed("objects", [*listed, attached])) == "SB-21"
    both = fields() | {"objects": [*listed, attached], "attach_card": True}
    assert read_manifest(rfc8785.dumps(both)).attach_card


@pytest.mark.parametrize("ids", [(0, 1), (1, 1), (2, 1), (1, 3)])
def test_objects_that_are_not_numbered_in_order_are_sb_23(ids: tuple[int, int]) -> None:
    listed = [each | {"id": n} for each, n in zip(fields()["objects"], ids, strict=True)]
    assert code_of(changed("objects", listed)) == "SB-23"


def test_a_transfer_with_no_or_two_records_is_sb_24() -> None:
    record, render = fields()["objects"]
    assert code_of(changed("objects", [render | {"id": 1}])) == "SB-24"
    assert code_of(changed("objects", [record, record | {"id": 2}])) == "SB-24"


def test_another_kind_has_no_record() -> None:
    assert code_of(changed("kind", "receipt")) == "SB-24"


@pytest.mark.parametrize("version", ["sb2", "sb10"])
def test_a_newer_format_is_told_before_its_fields_are_judged(version: str) -> None:
    assert code_of(rfc8785.dumps({"fmt": version, "anything": 1})) == "SB-28"


@pytest.mark.parametrize(
    "spell",
    [
        lambda good: good + b"\n",
        lambda good: b" " + good,
        lambda good: good.replace(b'"seq":1', b'"seq": 1'),
        lambda good: good.replace(b'"seq":1', b'"seq":1,"seq":1'),
        lambda good: good.replace(b'"fmt":"sb1"', rb'"fmt":"\u0073b1"'),
        lambda good: good.replace(b'"ext":{}', b'"ext":{"org.example":1.0}'),
        lambda good: good.replace(b'"ext":{}', b'"ext":{"org.example":1e400}'),
        lambda good: good.replace(b'"ext":{}', b'"ext":{"org.example":9007199254740993}'),
        lambda good: good.replace(b'"ext":{}', b'"ext":{"org.b":1,"org.a":1}'),
    ],
)
def test_a_second_spelling_is_sb_22(spell) -> None:
    assert spell(GOOD) != GOOD
    assert code_of(spell(GOOD)) == "SB-22"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b"null",
        b"NaN",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        GOOD[:-1],
        GOOD + b"{}",
        b"\xef\xbb\xbf" + GOOD,
    ],
    ids=range(11),
)
def test_something_else_is_sb_21(content: bytes) -> None:
    assert code_of(content) == "SB-21"


def nested(depth: int) -> Any:
    """Lists inside each other; `ext` and its one name are two levels of their own."""
    value: Any = 1
    for _ in range(depth - 2):
        value = [value]
    return value


def test_nesting_ends_at_64() -> None:
    deepest = changed("ext", {"org.example": nested(64)})
    assert read_manifest(deepest).ext == {"org.example": nested(64)}
    assert code_of(changed("ext", {"org.example": nested(65)})) == "SB-21"


def test_an_integer_past_the_safe_range_is_refused() -> None:
    assert code_of(GOOD.replace(b'"seq":1', b'"seq":9007199254740992')) == "SB-21"
    assert read_manifest(changed("seq", 2**53 - 1)).seq == 2**53 - 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-1e15, 1e15) | st.text("abcåäö", max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcå", max_size=5), inner, max_size=3),
    max_leaves=10,
)  # fmt: skip


@given(json_values)
def test_an_extension_may_hold_any_json_and_is_kept(value: object) -> None:
    untrusted = changed("ext", {"org.example.more": value})
    assert encode_manifest(read_manifest(untrusted)) == untrusted


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_fall(untrusted: bytes) -> None:
    assert code_of(untrusted) in ("SB-21", "SB-22", "SB-28")


@given(json_values)
def test_no_json_makes_the_reader_fall(value: object) -> None:
    assert code_of(json.dumps(value).encode()) in ("SB-21", "SB-22")


@given(st.sampled_from(sorted(fields())), json_values)
def test_no_value_of_a_field_makes_the_reader_fall(name: str, value: object) -> None:
    untrusted = changed(name, value)
    try:
        manifest = read_manifest(untrusted)
    except errors.BundleError:
        return
    assert encode_manifest(manifest) == untrusted
