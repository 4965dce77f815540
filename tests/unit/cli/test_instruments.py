# SPDX-License-Identifier: EUPL-1.2
"""`instruments list | show | check` against the command line contract."""

import hashlib
import json
import shutil
from argparse import ArgumentParser, Namespace

import pytest

from workbench import words
from workbench.cli import instruments
from workbench.cli.main import run
from workbench.instruments.catalogue import LIBRARY, Catalogue, load_catalogue
from workbench.instruments.definition import build

DA = LIBRARY / "danger-assessment" / "weighted-20"


@pytest.fixture(autouse=True)
def _swedish_again():
    yield
    words.speak("sv")


@pytest.fixture
def workbench(capsys):
    """Run a verb: (exit code, the one JSON object or None, the last line on stderr)."""

    def verb(*arguments):
        code = run([*map(str, arguments), "--json"])
        out, err = capsys.readouterr()
        assert out.count("\n") <= 1
        return code, json.loads(out) if out else None, err.strip().rsplit("\n", 1)[-1]

    return verb


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_list_names_every_definition(workbench):
    code, printed, _error = workbench("instruments", "list")
    assert code == 0
    rows = {(one["id"], one["version"]): one for one in printed["instruments"]}
    assert list(rows) == [(one.id, one.version) for one in load_catalogue().all()]
    assert {(*name, one["class"], one["kind"]) for name, one in rows.items()} >= {
        ("danger-assessment", "weighted-20", "confirm", "checklist"),
        ("freda-farlighetsbedomning", "2014-10-22", "record", "checklist"),
        ("sara-sv", "v2-2010", "SPJ", "spj"),
    }
    first = rows["danger-assessment", "weighted-20"]
    assert first["sha256"] == sha256(DA / "instrument.toml")
    assert first["title_sv"] != first["title_en"]


def test_a_definition_is_shown_with_items_choices_and_rules(workbench):
    code, printed, _error = workbench("instruments", "show", "danger-assessment@weighted-20")
    assert code == 0
    assert set(printed) == {"definition", "items", "sha256", "rules"}
    assert printed["definition"]["id"] == "danger-assessment"
    assert printed["sha256"] == sha256(DA / "instrument.toml")
    assert printed["items"][3] == {
        "id": "q03a",
        "label_sv": "Aldrig bott ihop",
        "label_en": "Never lived together",
        "choices": ["yes", "no"],
    }
    (rule,) = printed["rules"]
    assert (rule["id"], rule["primitive"], rule["evidence"]) == (
        "score",
        "weighted_sum",
        "recalled",
    )
    assert len(rule["sha256"]) == 64


def test_an_id_alone_is_enough_while_one_version_is_offered(workbench):
    _code, short, _error = workbench("instruments", "show", "sara-sv")
    _code, full, _error = workbench("instruments", "show", "sara-sv@v2-2010")
    assert short == full
    assert short["items"][0]["choices"] == ["J", "D", "N", "--"]
    assert [(r["id"], r["primitive"]) for r in short["rules"]] == [("codings", "spj_coding")]


def test_a_recorded_form_shows_no_rule(workbench):
    _code, printed, _error = workbench("instruments", "show", "freda-farlighetsbedomning")
    assert printed["rules"] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("no-such", "INSTR-002"),
        ("sara-sv@v3", "INSTR-003"),
        ("sara-sv@", "INSTR-003"),
        ("", "INSTR-002"),
    ],
)
def test_an_unknown_definition_is_refused_with_nothing_on_stdout(workbench, name, code):
    exit_code, printed, error = workbench("instruments", "show", name)
    assert (exit_code, printed) == (1, None)
    assert error.startswith(f"{code} ")


def test_an_id_with_control_characters_is_refused_in_one_line(workbench):
    exit_code, _printed, error = workbench("instruments", "show", "a\nINSTR-999 b\x07\udcff")
    assert exit_code == 1
    assert error.startswith("INSTR-002 ")


def test_an_id_that_several_versions_share_is_wrong_usage(capsys):
    one = load_catalogue().find("sara-sv")
    other = build(
        one.table.__class__(**fields(one.table) | {"version": "v3"}),
        one.labels,
        sha256="",
        source={},
    )
    catalogue = Catalogue((one, other))
    args = Namespace(instrument="sara-sv", usage=ArgumentParser(prog="show"))
    with pytest.raises(SystemExit) as stop:
        instruments.chosen(catalogue, args)
    assert stop.value.code == 2
    assert "sara-sv" in capsys.readouterr().err
    args.instrument = "sara-sv@v3"
    assert instruments.chosen(catalogue, args) is other


def fields(table):
    return {name: getattr(table, name) for name in table.__struct_fields__}


def test_a_sound_definition_has_no_faults(workbench):
    assert workbench("instruments", "check", DA, LIBRARY)[:2] == (0, {"faults": []})


def test_faults_are_printed_with_file_path_code_and_text_and_refused(workbench, tmp_path):
    shutil.copytree(DA, tmp_path / "copy")
    path = tmp_path / "copy" / "instrument.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("high = 13", "high = 12"), encoding="utf-8"
    )
    code, printed, error = workbench("instruments", "check", path.parent, tmp_path / "none")
    assert code == 1
    assert error.startswith("INSTR-001 ")
    text = path.read_text(encoding="utf-8").split("\n")
    line = text.index('id = "da-weighted-20"') + 1
    assert [(f["file"], f["line"], f["path"], f["code"]) for f in printed["faults"]] == [
        (str(path), line, "band_tables.da-weighted-20", "INSTR-016"),
        (str(path), 0, "", "INSTR-021"),
        (str(tmp_path / "none"), 0, "", "INSTR-010"),
    ]
    assert all(fault["text"] for fault in printed["faults"])


def test_the_text_follows_the_language_and_the_code_does_not(workbench, tmp_path):
    swedish = workbench("instruments", "check", tmp_path / "none")
    english = workbench("instruments", "check", tmp_path / "none", "--lang", "en")
    assert swedish[1]["faults"][0]["code"] == english[1]["faults"][0]["code"]
    assert swedish[1]["faults"][0]["text"] != english[1]["faults"][0]["text"]


@pytest.mark.parametrize("arguments", [[], ["check"], ["show"], ["list", "x"], ["unknown"]])
def test_a_verb_that_is_not_complete_is_wrong_usage(arguments, capsys):
    with pytest.raises(SystemExit) as stop:
        run(["instruments", *arguments])
    assert stop.value.code == 2
    capsys.readouterr()
