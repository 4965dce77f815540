# SPDX-License-Identifier: EUPL-1.2
"""Records: what a transfer says, read against its schema."""

import json
from typing import Any

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from tests.vectors.sb1 import world
from workbench.bundles import errors
from workbench.bundles.records import (
    About,
    Author,
    Record,
    encode_record,
    read_record,
    unknown_instruments,
)

GOOD = encode_record(world.record(instruments=(world.instrument(),)))


def changed(path: str, value: object) -> bytes:
    whole = json.loads(GOOD)
    at: Any = whole
    *through, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in through:
        at = at[step]
    at[last] = value
    return json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def refuses(untrusted: bytes) -> bool:
    with pytest.raises(errors.RecordError) as refusal:
        read_record(untrusted)
    return refusal.value.code == "SB-50"


def test_a_record_is_read_as_it_was_written() -> None:
    assert encode_record(read_record(GOOD)) == GOOD
    assert rfc8785.dumps(json.loads(GOOD)) == GOOD


@given(st.lists(st.text(max_size=500), max_size=6))
def test_bodies_are_kept_as_they_were_typed(texts: list[str]) -> None:
    record = world.record(parts=tuple(world.part(text, n) for n, text in enumerate(texts)))
    assert read_record(encode_record(record)) == record


@pytest.mark.parametrize(
    "text", ["<b>", "\x00\x07", "\u202eסוד", "x" * 100_000, "👩‍👧", "e\u0301", "\n"]
)
def test_nothing_typed_is_refused_or_changed(text: str) -> None:
    record = world.record(parts=(world.part(text),))
    assert read_record(encode_record(record)).parts[0].body == {"text": text}


def test_a_kind_from_a_later_version_is_kept_as_it_is() -> None:
    untrusted = changed("parts.0.kind", "constellation/12")
    assert read_record(untrusted).parts[0].kind == "constellation/12"


BROKEN = [
    ("schema", "sb1.record/2"),
    ("schema", "sb1.record"),
    ("purpose", "gossip"),
    ("about.label", "a\nb"),
    ("about.label", "x" * 201),
    ("about.more", ""),
    ("parts", {}),
    ("parts.0.kind", "note"),
    ("parts.0.kind", "Note/1"),
    ("parts.0.kind", "note/0"),
    ("parts.0.id", "1"),
    ("parts.0.id", "00000000-0000-1000-8000-000000000000"),
    ("parts.0.body", []),
    ("parts.0.body", {"number": 1.5}),
    ("parts.0.body", {"nyckel å": 1}),
    ("parts.0.body", {"number": 2**53}),
    ("parts.0.author.unit", "\u202e"),
    ("parts.0.recorded_at", "2026-11-20"),
    ("parts.0.recorded_at", "2026-11-31T00:00:00Z"),
    ("parts.0.source", None),
    ("parts.0.extra", 1),
    ("instruments.0.id", "Någon"),
    ("instruments.0.sha256", ""),
    ("rendered", "no hash"),
    ("extra", 1),
]


@pytest.mark.parametrize(("path", "value"), BROKEN, ids=lambda part: repr(part)[:40])
def test_a_record_that_breaks_its_schema_is_sb_50(path: str, value: object) -> None:
    assert refuses(changed(path, value))


@pytest.mark.parametrize("name", [field.name for field in msgspec.structs.fields(Record)])
def test_a_record_without_one_of_its_fields_is_sb_50(name: str) -> None:
    whole = json.loads(GOOD)
    del whole[name]
    assert refuses(rfc8785.dumps(whole))


def test_the_same_part_twice_is_sb_50() -> None:
    assert refuses(changed("parts", json.loads(GOOD)["parts"] * 2))


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"\xff", b"[" * 100_000, GOOD + b"\n", GOOD[:-1], GOOD.replace(b":", b": ", 1)],
    ids=range(8),
)  # fmt: skip
def test_something_else_is_sb_50(content: bytes) -> None:
    assert refuses(content)


def test_a_body_nested_past_64_is_sb_50() -> None:
    nested: Any = 1
    for _ in range(61):
        nested = [nested]
    assert read_record(changed("parts.0.body", {"a": nested[0]})).parts
    assert refuses(changed("parts.0.body", {"a": nested}))


def test_a_lone_surrogate_is_sb_50() -> None:
    with pytest.raises(errors.RecordError):
        encode_record(world.record(parts=(world.part("\ud800"),)))
    assert refuses(GOOD.replace("påhittad".encode(), rb"\udc00"))


def test_names_around_the_bodies_are_made_plain() -> None:
    part = msgspec.structs.replace(
        world.part(), author=Author(name_or_role="A\u030asa\u202e", unit="x" * 300), source="a\nb"
    )
    record = world.record(parts=(part,), about=About(relation="subject", label="\ufeffP1"))
    read = read_record(encode_record(record))
    assert read.parts[0].author == Author(name_or_role="Åsa", unit="x" * 199 + "…")
    assert (read.parts[0].source, read.about.label) == ("ab", "P1")


def test_instruments_that_are_not_installed_are_found() -> None:
    record = read_record(GOOD)
    assert unknown_instruments(record, lambda *_: False) == (world.instrument(),)
    assert unknown_instruments(record, lambda *_: True) == ()
    asked: list[tuple[str, str, str]] = []
    unknown_instruments(record, lambda *pin: bool(asked.append(pin)))
    assert asked == [("exempel", "1", "ab" * 32)]


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_fall(untrusted: bytes) -> None:
    assert refuses(untrusted)
