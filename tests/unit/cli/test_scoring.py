# SPDX-License-Identifier: EUPL-1.2
"""`score` against the command line contract, word by word."""

import json
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from workbench import words
from workbench.cli.main import run
from workbench.cli.scoring import exact

VECTORS = Path(__file__).parents[2] / "vectors" / "instruments"
DA = "danger-assessment@weighted-20"
FREDA = "freda-farlighetsbedomning@2014-10-22"
SARA = "sara-sv@v2-2010"
QUESTIONS = [f"q{n:02}" for n in range(1, 21)]
ALL_NO = dict.fromkeys([*QUESTIONS, "q03a", "q05a", "q13a", "q15a"], "no")
EMPTY = {"value": None, "band": None, "min": None, "max": None, "trace": []}


@pytest.fixture(autouse=True)
def _swedish_again():
    yield
    words.speak("sv")


@pytest.fixture
def score(tmp_path, capsys):
    """Score answers: (exit code, the one JSON object or None, the last line on stderr)."""

    def verb(instrument, answers, *options):
        file = tmp_path / "answers.json"
        raw = answers if isinstance(answers, bytes) else json.dumps({"answers": answers}).encode()
        file.write_bytes(raw)
        code = run(["score", instrument, str(file), *options, "--json"])
        out, err = capsys.readouterr()
        assert out.count("\n") <= 1
        return code, json.loads(out) if out else None, err.strip().rsplit("\n", 1)[-1]

    return verb


def the_rule(printed):
    (rule,) = printed["rules"]
    return rule


def part(rule, *names):
    return {name: rule[name] for name in names}


def test_a_confirmed_complete_form_is_computed(score):
    code, printed, _error = score(DA, ALL_NO | {"q02": "yes", "q05": "yes"}, "--confirmed")
    assert code == 0
    assert set(printed) == {
        "instrument",
        "version",
        "sha256",
        "confirmation",
        "rules",
        "counts",
        "faults",
    }
    assert (printed["instrument"], printed["version"]) == ("danger-assessment", "weighted-20")
    assert printed["confirmation"] == "assumed"
    rule = the_rule(printed)
    assert set(rule) == {"id", "status", "value", "band", "min", "max", "missing", "trace"}
    assert part(rule, "id", "status", "value", "min", "max", "missing") == {
        "id": "score", "status": "computed", "value": 8, "min": 8, "max": 8, "missing": [],
    }  # fmt: skip
    assert rule["band"] == {"table": "da-weighted-20", "code": "increased"}
    assert {"item": "q02", "code": "yes", "points": 5} in rule["trace"]
    assert sum(line["points"] for line in rule["trace"]) == 8
    assert printed["counts"] == {"answered": 24, "items": 24}
    assert printed["faults"] == []


def test_without_a_confirmation_there_is_no_number(score):
    code, printed, _error = score(DA, ALL_NO)
    assert (code, printed["confirmation"]) == (0, "none")
    assert the_rule(printed) == EMPTY | {"id": "score", "status": "not-confirmed", "missing": []}


def test_an_incomplete_form_has_bounds_and_no_band(score):
    code, printed, _error = score(DA, {}, "--confirmed")
    rule = the_rule(printed)
    assert code == 0
    assert part(rule, "status", "value", "band", "min", "max") == {
        "status": "incomplete", "value": None, "band": None, "min": -3, "max": 37,
    }  # fmt: skip
    assert printed["counts"] == {"answered": 0, "items": 24}


@pytest.mark.parametrize("options", [[], ["--confirmed"]])
def test_freda_is_never_computed(score, options):
    code, printed, _error = score(FREDA, dict.fromkeys(QUESTIONS, "yes"), *options)
    assert code == 0
    assert the_rule(printed) == EMPTY | {"id": "score", "status": "not-established", "missing": []}
    assert printed["counts"] == {"answered": 20, "items": 20}


@pytest.mark.parametrize("options", [[], ["--confirmed"]])
def test_a_worksheet_is_not_a_score(score, options):
    codings = {"f01": {"current": "J", "past": "--"}, "f02": {"current": "D"}, "f03": {}}
    code, printed, _error = score(SARA, codings, *options)
    rule = the_rule(printed)
    assert code == 0
    assert part(rule, "id", "status", *EMPTY) == EMPTY | {"id": "codings", "status": "not-a-score"}
    assert printed["counts"] == {"coded": 2, "omitted": 1, "not_coded": 27, "total": 30}


@pytest.mark.parametrize("options", [[], ["--confirmed"]])
@pytest.mark.parametrize(
    ("instrument", "answers", "path", "fault"),
    [
        (DA, {"q03": "yes", "q03a": "yes"}, "answers.q03a", "ANSWERS-013"),
        (DA, {"q05": "no", "q05a": "yes"}, "answers.q05a", "ANSWERS-013"),
        (DA, {"q08": "not-applicable"}, "answers.q08", "ANSWERS-012"),
        (DA, {"q01": "Yes"}, "answers.q01", "ANSWERS-011"),
        (DA, {"q21": "yes"}, "answers.q21", "ANSWERS-010"),
        (DA, {"Q01": "yes"}, "answers.Q01", "ANSWERS-010"),
        (FREDA, {"q03a": "no"}, "answers.q03a", "ANSWERS-010"),
        (SARA, {"f01": {"current": "j"}}, "answers.f01.current", "ANSWERS-011"),
        (SARA, {"f01": {"now": "J"}}, "answers.f01.now", "ANSWERS-015"),
        (SARA, {"f16": {"current": "J"}}, "answers.f16", "ANSWERS-010"),
        (SARA, {"f01": {"current": "dont-know"}}, "answers.f01.current", "ANSWERS-011"),
    ],
)
def test_an_error_is_printed_with_no_number_and_refused_with_its_code(
    score, instrument, answers, path, fault, options
):
    code, printed, error = score(instrument, answers, *options)
    assert code == 1
    assert error.startswith(f"{fault} ")
    assert part(the_rule(printed), "status", *EMPTY) == EMPTY | {"status": "invalid-input"}
    (found,) = printed["faults"]
    assert (found["path"], found["code"], found["severity"]) == (path, fault, "error")
    assert found["text"]


def test_a_warning_is_printed_and_the_score_stands(score):
    code, printed, error = score(DA, ALL_NO | {"q13": "yes", "q13a": "yes"}, "--confirmed")
    assert (code, error) == (0, "")
    assert [(f["path"], f["code"], f["severity"]) for f in printed["faults"]] == [
        ("answers.q13a", "ANSWERS-014", "warn")
    ]
    assert the_rule(printed)["value"] == 1


def test_the_exit_code_is_that_of_the_first_fault_and_errors_stand_first(score):
    answers = {"q13": "yes", "q13a": "yes", "q03": "yes", "q03a": "yes", "q01": "?", "q99": "yes"}
    code, printed, error = score(DA, answers)
    found = [(f["code"], f["severity"]) for f in printed["faults"]]
    assert found == [
        ("ANSWERS-011", "error"),
        ("ANSWERS-010", "error"),
        ("ANSWERS-013", "error"),
        ("ANSWERS-014", "warn"),
    ]
    assert code == 1
    assert error.startswith("ANSWERS-011 ")


@pytest.mark.parametrize("state", ["dont-know", "declined", "postponed"])
def test_a_state_is_recorded_and_never_a_no(score, state):
    _code, printed, _error = score(DA, ALL_NO | {"q02": state}, "--confirmed")
    rule = the_rule(printed)
    assert part(rule, "status", "min", "max", "missing") == {
        "status": "incomplete", "min": 0, "max": 5, "missing": ["q02"],
    }  # fmt: skip
    assert printed["counts"]["answered"] == 23


@pytest.mark.parametrize(
    ("left", "together", "status", "low", "high"),
    [
        ("no", "no", "computed", 0, 0),
        ("no", "yes", "computed", -3, -3),
        ("no", None, "incomplete", -3, 0),
        ("yes", "no", "computed", 4, 4),
        ("yes", None, "computed", 4, 4),
        (None, "yes", "incomplete", -3, -3),
        (None, "no", "incomplete", 0, 4),
        (None, None, "incomplete", -3, 4),
        ("no", "declined", "incomplete", -3, 0),
        ("yes", "dont-know", "computed", 4, 4),
    ],
)
def test_three_and_three_a_in_every_combination(score, left, together, status, low, high):
    answers = ALL_NO | {"q03": left, "q03a": together}
    given = {item: answer for item, answer in answers.items() if answer is not None}
    _code, printed, _error = score(DA, given, "--confirmed")
    assert part(the_rule(printed), "status", "min", "max") == {
        "status": status,
        "min": low,
        "max": high,
    }


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "ANSWERS-001"),
        (b"{", "ANSWERS-001"),
        (b'\xef\xbb\xbf{"answers": {}}', "ANSWERS-001"),
        (b'{"answers": {"q01": NaN}}', "ANSWERS-001"),
        (b'{"answers": {"q01": "yes", "q01": "no"}}', "ANSWERS-002"),
        (b"{}", "ANSWERS-003"),
        (b'{"answers": {"q01": 1}}', "ANSWERS-003"),
        (b'{"answers": {"q01": null}}', "ANSWERS-003"),
        (b'{"answers": {}, "more": 1}', "ANSWERS-003"),
        (b" " * 1_048_577, "ANSWERS-005"),
    ],
)
def test_what_cannot_be_read_as_answers_leaves_stdout_empty(score, raw, fault):
    code, printed, error = score(DA, raw)
    assert (code, printed) == (1, None)
    assert error.startswith(f"{fault} ")


@pytest.mark.parametrize("file", ["nowhere.json", "."])
def test_a_file_that_cannot_be_read_has_its_own_code(file, capsys, tmp_path):
    assert run(["score", DA, str(tmp_path / file), "--json"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("ANSWERS-004 ")


def test_names_from_outside_are_printed_safely(score):
    hostile = '{"answers": {"\\ud800\\nANSWERS-999 x\\u0000' + "y" * 500 + '": "yes"}}'
    code, printed, error = score(DA, hostile.encode())
    assert code == 1
    assert error.startswith("ANSWERS-010 ")
    (found,) = printed["faults"]
    assert found["path"].isprintable()
    assert len(found["path"]) < 100


def test_the_text_follows_the_language_and_nothing_else_does(score):
    answers = {"q03": "yes", "q03a": "yes"}
    swedish, english = score(DA, answers)[1], score(DA, answers, "--lang", "en")[1]
    assert swedish["faults"][0].pop("text") != english["faults"][0].pop("text")
    assert swedish == english


def test_an_unknown_instrument_is_refused_before_the_answers_are_read(capsys):
    assert run(["score", "no-such", "nowhere.json"]) == 1
    assert capsys.readouterr().err.startswith("INSTR-002 ")


def test_exact_values_are_numbers_or_text_and_never_floats():
    assert exact(Fraction(275, 4)) == "275/4"
    assert exact(Fraction(8, 2)) == 4
    assert exact(Fraction(-1, 3)) == "-1/3"
    for same in (5, True, None):
        assert exact(same) is same


@pytest.mark.parametrize("path", sorted(VECTORS.glob("*.json")), ids=lambda path: path.stem)
def test_the_printed_object_is_the_frozen_one(path, score):
    vector = json.loads(path.read_text(encoding="utf-8"))
    code, printed, _error = score(vector["instrument"], vector["answers"], *vector["options"])
    assert all(fault.pop("text") for fault in printed["faults"])
    assert (code, printed) == (vector["exit"], vector["printed"])


def by_stdin(stdin, **streams):
    command = [sys.executable, "-m", "workbench", "score", DA, "-", "--confirmed", "--json"]
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, input=stdin, capture_output=True, env=environment, check=False, **streams
    )


def test_answers_may_come_by_standard_input():
    done = by_stdin(json.dumps({"answers": ALL_NO}).encode())
    assert done.returncode == 0
    assert the_rule(json.loads(done.stdout))["value"] == 0


def test_bytes_on_standard_input_that_are_no_answers_are_refused():
    done = by_stdin(b"\xff\xfe")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"ANSWERS-001 ")


def test_a_closed_standard_input_is_a_file_that_cannot_be_read():
    done = subprocess.run(
        ["sh", "-c", f'exec "{sys.executable}" -m workbench score {DA} - --json <&-'],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"ANSWERS-004 ")


def test_what_is_read_with_the_result_is_printed_when_asked_for(score):
    _code, printed, _error = score("hits@4-item", {"hurt": "5"}, "--caveats")
    told = {caveat["id"]: caveat["text"] for caveat in printed["caveats"]}
    assert {"screening", "del-av-helhet", "ofullstandig"} <= told.keys()
    assert all(told.values())
    assert [rule["id"] for rule in printed["rules"]] == ["score", "positive"]
