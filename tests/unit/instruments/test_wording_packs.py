# SPDX-License-Identifier: EUPL-1.2
"""Wording packs: judged as a whole, all faults at once; what is shown is all that they change."""

import os
from datetime import date

import pytest

from tests.support.library import SHIPPED
from workbench.instruments.gates import rule_sha256
from workbench.instruments.pack_files import parse, read_pack
from workbench.instruments.wording_packs import (
    LARGEST_PACK,
    LONGEST_TEXT,
    judge,
    pack_sha256,
    to_bytes,
    with_wording,
)

TODAY = date(2026, 11, 22)
CATALOGUE = SHIPPED
HARK = CATALOGUE.find("hark")
CTS2 = next(d for d in CATALOGUE.all() if d.table.rights.wording == "pack-with-proof")


def said(definition=HARK, **other):
    return {
        "format": "varn.wording/1",
        "instrument": definition.id,
        "version": definition.version,
        "language": "sv",
        "holder": "Påhittade Förlaget",
        "edition": "Första upplagan",
        "proof": "Avtal 7",
        "items": {item.id: f"Påhittad fråga {item.number}?" for item in definition.items},
    } | other


def codes(what):
    return {(fault.path, fault.code) for fault in judge(what, CATALOGUE, TODAY).faults}


def test_a_pack_changes_what_is_shown_and_nothing_else():
    judged = judge(said(), CATALOGUE, TODAY)
    shown = with_wording(HARK, judged.pack)
    first = HARK.items[0]
    assert shown.items[0].labels["sv"].startswith("Påhittad fråga")
    assert shown.by_id[first.id].labels["en"] == first.labels["en"]
    assert (shown.pin, shown.rules) == (HARK.pin, HARK.rules)
    assert [rule_sha256(shown, r) for r in shown.rules] == [
        rule_sha256(HARK, r) for r in HARK.rules
    ]


def test_answers_may_be_worded_too():
    name = HARK.table.answer_sets[0].id
    words = {code: f"Svar {at}" for at, code in enumerate(HARK.table.answer_sets[0].codes)}
    shown = with_wording(HARK, judge(said(choices={name: words}), CATALOGUE, TODAY).pack)
    assert [c.labels["sv"] for c in shown.items[0].choices] == list(words.values())


def test_all_faults_are_told_at_once():
    items = dict(said()["items"])
    gone, marked = list(items)[:2]
    del items[gone]
    items |= {"q99": "Extra", marked: "Har <b>någon</b> …"}
    found = codes(said(items=items, holder=" ", valid_to="2026-11-21", colour="red"))
    assert found == {
        (f"items.{gone}", "WORDING-007"),
        ("items.q99", "WORDING-008"),
        (f"items.{marked}", "WORDING-009"),
        ("holder", "WORDING-005"),
        ("valid_to", "WORDING-011"),
        ("colour", "WORDING-005"),
    }


@pytest.mark.parametrize(
    "text",
    ["a<br>b", "</p>", "1 &lt; 2", "&#8230;", "h\u202eemligt", "a\x07b", "a\u200bb", "\ufffd"],
)
def test_markup_and_what_is_not_seen_is_refused(text):
    first = HARK.items[0].id
    found = codes(said(items=said()["items"] | {first: text}))
    assert found == {(f"items.{first}", "WORDING-009")}


@pytest.mark.parametrize("text", ["Är du < 18 år?", "Hot & våld", "Rad ett\nrad två", "A; B – ”C”"])
def test_words_as_forms_print_them_are_no_markup(text):
    assert codes(said(items=said()["items"] | {HARK.items[0].id: text})) == set()


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({"version": "1999"}, {("version", "WORDING-006")}),
        ({"instrument": "okänt"}, {("version", "WORDING-006")}),
        ({"valid_to": "i vår"}, {("valid_to", "WORDING-011")}),
        ({"language": "fi"}, {("language", "WORDING-005")}),
        ({"choices": {"zz": {"a": "b"}}}, {("choices.zz", "WORDING-008")}),
        ({"format": "varn.wording/2"}, {("format", "WORDING-005")}),
    ],
)  # fmt: skip
def test_each_fault_has_its_code(other, found):
    assert codes(said(**other)) == found


def test_a_text_longer_than_any_question_is_refused():
    first = HARK.items[0].id
    found = codes(said(items=said()["items"] | {first: "a" * (LONGEST_TEXT + 1)}))
    assert found == {(f"items.{first}", "WORDING-005")}


@pytest.mark.parametrize("odd", [{"items": []}, {"items": {"h": 1}}, {"choices": 3}, {"proof": 4}])
def test_whatever_stands_there_is_told_and_never_breaks(odd):
    assert any(code == "WORDING-005" for _path, code in codes(said(**odd)))


def test_wording_that_needs_a_permission_is_not_loaded_without_one():
    assert ("proof", "WORDING-010") in codes(said(CTS2, proof=" "))
    assert codes(said(CTS2)) == set()


def test_a_file_and_a_folder_with_the_same_words_are_the_same_pack(tmp_path):
    kept = judge(said(), CATALOGUE, TODAY).pack
    head = [f'{key} = "{value}"' for key, value in said().items() if isinstance(value, str)]
    (tmp_path / "pack.toml").write_text("\n".join(head), encoding="utf-8")
    for name, text in said()["items"].items():
        (tmp_path / f"{name}.txt").write_text(text + "\r\n", encoding="utf-8-sig")
    files = read_pack(tmp_path)
    assert files.faults == ()
    assert pack_sha256(judge(files.said, CATALOGUE, TODAY).pack) == pack_sha256(kept)
    assert judge(parse(to_bytes(kept), "").said, CATALOGUE, TODAY).pack == kept


def test_files_that_cannot_be_words_are_refused(tmp_path):
    (tmp_path / "pack.toml").write_text('format = "varn.wording/1"', encoding="utf-8")
    (tmp_path / "h.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "bild.png").write_bytes(b"")
    found = {(fault.path, fault.code) for fault in read_pack(tmp_path).faults}
    assert found == {("h.txt", "WORDING-004"), ("bild.png", "WORDING-008")}
    assert read_pack(tmp_path / "saknas").faults[0].code == "WORDING-002"
    assert parse(b"a" * (LARGEST_PACK + 1), "x").faults[0].code == "WORDING-003"
    assert parse(b"[" * 100_000, "x").faults[0].code == "WORDING-004"


def test_a_pipe_or_a_device_among_the_files_is_never_read(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "q01.txt")
    (tmp_path / "q02.txt").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pack.toml")
    told = {(fault.code, fault.path) for fault in read_pack(tmp_path).faults}
    assert {("WORDING-008", "q01.txt"), ("WORDING-008", "q02.txt")} <= told
    assert [fault.code for fault in read_pack(tmp_path / "q01.txt").faults] == ["WORDING-002"]
