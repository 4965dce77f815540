# SPDX-License-Identifier: EUPL-1.2
"""`instruments pack check|load|seal`: what they print, refuse and leave. The words are never printed."""

import tomllib

import pytest

from tests.tools import ROOT

HARK = ROOT / "workbench" / "instruments" / "library" / "hark"


@pytest.fixture
def pack(tmp_path):
    """A pack for a short form, all of it made up."""
    definition = tomllib.loads(
        next(HARK.glob("*/instrument.toml")).read_text(encoding="utf-8")
    )  # fmt: skip
    head = {"format": "varn.wording/1", "instrument": "hark", "version": definition["version"],
            "language": "sv", "holder": "Förlaget", "edition": "1"}  # fmt: skip
    lines = [f'{key} = "{value}"' for key, value in head.items()]
    lines += ["[items]", *(f'{item["id"]} = "Påhittad fråga"' for item in definition["items"])]
    path = tmp_path / "hark.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_sound_pack_is_told_without_its_words_and_loaded(program, orgs, pack):
    checked = program("instruments", "pack", "check", pack)
    told = checked.printed()
    assert told["faults"] == []
    assert told["pack"]["items"] == 4
    assert "Påhittad" not in checked.out.decode("utf-8")
    load = ("instruments", "pack", "load", orgs.vault("shelter"), pack, *orgs.key("shelter"))
    assert program(*load).printed() == told


def test_a_faulty_pack_is_told_whole_and_not_loaded(program, orgs, pack):
    text = pack.read_text(encoding="utf-8").replace("Påhittad fråga", "<i>", 1)
    pack.write_text(text + '\nq99 = "Extra"\n', encoding="utf-8")
    for verb in (("check",), ("load", orgs.vault("shelter"))):
        done = program("instruments", "pack", *verb, pack,
                       *(orgs.key("shelter") if verb[0] == "load" else ()))  # fmt: skip
        assert done.refusal_after_printing() == "WORDING-001"
        told = done.object()
        assert told["pack"] is None
        assert sorted(f["code"] for f in told["faults"]) == ["WORDING-008", "WORDING-009"]


def test_a_path_that_is_not_there_is_told(program, tmp_path):
    done = program("instruments", "pack", "check", tmp_path / "saknas")
    assert done.refusal_after_printing() == "WORDING-001"
    assert [f["code"] for f in done.object()["faults"]] == ["WORDING-002"]


def test_a_pack_is_sealed_opened_by_its_passphrase_and_loaded(program, orgs, pack, tmp_path):
    sealed, phrase = tmp_path / "hark.age", tmp_path / "phrase"
    told = program("instruments", "pack", "seal", pack, sealed, "--new-passphrase-out", phrase)
    assert "Påhittad".encode() not in sealed.read_bytes()
    opening = ("--pack-passphrase-file", phrase)
    checked = program("instruments", "pack", "check", sealed, *opening)
    assert checked.printed() == told.printed()
    load = ("instruments", "pack", "load", orgs.vault("shelter"), sealed, *orgs.key("shelter"))
    assert program(*load, *opening).printed()["pack"]["items"] == 4
    again = program("instruments", "pack", "seal", pack, sealed, "--new-passphrase-out", phrase)
    assert again.refusal().startswith("VAULT-")


def test_a_sealed_pack_without_its_passphrase_or_with_another_is_refused(program, pack, tmp_path):
    sealed, phrase = tmp_path / "hark.age", tmp_path / "phrase"
    program("instruments", "pack", "seal", pack, sealed, "--new-passphrase-out", phrase)
    check = ("instruments", "pack", "check", sealed)
    closed = program(*check)
    assert closed.refusal_after_printing() == "WORDING-001"
    assert [f["code"] for f in closed.object()["faults"]] == ["WORDING-012"]
    phrase.write_text("en helt annan fras", encoding="utf-8")
    assert program(*check, "--pack-passphrase-file", phrase).refusal() == "SB-13"
