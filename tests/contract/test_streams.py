# SPDX-License-Identifier: EUPL-1.2
"""Exit codes, streams, languages and what no verb may do, whatever it is called with."""

import json
import os
import re
import subprocess

import pytest

from tests.contract.running import CODE, Done
from tests.tools import ROOT

VERBS = (
    ["run"],
    ["demo"],
    ["instruments", "list"],
    ["instruments", "show"],
    ["instruments", "check"],
    ["score"],
    ["vault", "create"],
    ["vault", "info"],
    ["vault", "verify"],
    ["card", "export"],
    ["card", "import"],
    ["bundle", "seal"],
    ["bundle", "inspect"],
    ["bundle", "open"],
)


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_a_verb_without_what_it_needs_is_a_matter_of_usage(real_program, verb):
    done = real_program(*verb, "--no-such-option")
    assert (done.code, done.out) == (2, b"")
    assert "Traceback" not in done.err


@pytest.mark.parametrize("option", [["--lang", "de"], ["--lang"], ["--place", "one"]])
def test_wrong_values_of_common_options_are_a_matter_of_usage(real_program, option):
    done = real_program("vault", "verify", "x", "--passphrase-file", "y", *option)
    assert (done.code, done.out) == (2, b"")


def test_swedish_is_spoken_whatever_the_locale_and_english_when_asked(real_program):
    real_program.extra["LC_ALL"] = "C"
    swedish = real_program("vault", "info", "nowhere")
    english = real_program("vault", "info", "nowhere", "--lang", "en")
    assert swedish.refusal() == english.refusal() == "VAULT-014"
    assert "inget valv" in swedish.err
    assert "no vault" in english.err


@pytest.mark.parametrize(
    "extra", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0"}]
)
def test_what_is_printed_is_utf8_whatever_the_surroundings(real_program, extra):
    real_program.extra.update(extra)
    listed = real_program("instruments", "list").printed()["instruments"]
    assert "frågor" in listed[0]["title_sv"]


def test_without_json_every_field_is_a_line_for_people(real_program):
    done = real_program("instruments", "list", json_wanted=False)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(b"instruments: ")


@pytest.mark.parametrize("redirect", [">&-", ">/dev/full", "| true"])
def test_output_that_nobody_can_read_is_told_and_no_traceback(real_program, redirect):
    command = f'"$@" {redirect}; echo "${{PIPESTATUS[0]}}" >&2'
    made = subprocess.run(
        [
            "bash",
            "-c",
            command,
            "bash",
            *real_program.command("instruments", "show", "sara-sv", "--json"),
        ],
        capture_output=True,
        env=real_program.environment,
        check=False,
    )
    *told, code = made.stderr.decode().splitlines()
    assert "Traceback" not in made.stderr.decode()
    assert "Exception ignored" not in made.stderr.decode()
    if redirect != "| true":  # there it depends on who is first
        assert code == "1"
        assert told[-1].startswith("FILE-003 ")


def test_a_closed_stdin_is_no_answers(real_program):
    made = subprocess.run(
        [
            "bash",
            "-c",
            '"$@" <&-',
            "bash",
            *real_program.command("score", "sara-sv", "-", "--json"),
        ],
        capture_output=True,
        env=real_program.environment,
        check=False,
    )
    assert Done(made.returncode, made.stdout, made.stderr.decode()).refusal() == "ANSWERS-004"


def test_a_file_name_with_line_ends_cannot_forge_the_last_line(real_program, tmp_path):
    name = tmp_path / "x\nVAULT-001 forged\n\u2028y"
    assert real_program("bundle", "inspect", name).refusal() == "FILE-001"


def test_an_instrument_name_that_is_not_utf8_is_unknown(real_program, tmp_path):
    (tmp_path / "a").write_text('{"answers": {}}')
    assert real_program("score", b"\xff\xfe", tmp_path / "a").refusal() == "INSTR-002"
    assert real_program("instruments", "show", b"\xff").refusal() == "INSTR-002"
    checked = real_program("instruments", "check", bytes(tmp_path) + b"/\xff")
    assert checked.refusal_after_printing() == "INSTR-001"
    (fault,) = checked.object()["faults"]
    assert os.fsencode(fault["file"]) == bytes(tmp_path) + b"/\xff"


def test_relative_paths_are_printed_absolute(real_program):
    (real_program.home / "held").mkdir()
    checked = real_program("instruments", "check", "held")
    assert checked.refusal_after_printing() == "INSTR-001"
    assert checked.object()["faults"][0]["file"].startswith(str(real_program.home))


def test_scoring_prints_integers_as_numbers_and_counts(real_program, tmp_path):
    (tmp_path / "a").write_text(json.dumps({"answers": {"q01": "yes"}}))
    told = real_program("score", "danger-assessment", tmp_path / "a", "--confirmed").printed()
    assert told.keys() == {
        "instrument", "version", "sha256", "confirmation", "rules", "counts", "faults",
    }  # fmt: skip
    (rule,) = told["rules"]
    assert rule.keys() == {"id", "status", "value", "band", "min", "max", "missing", "trace"}
    assert (rule["status"], rule["value"], rule["band"]) == ("incomplete", None, None)
    assert type(rule["min"]) is type(rule["max"]) is int
    assert told["counts"].keys() == {"answered", "items"}


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("raise KeyError('Alma Exempelgren 070-174 06 33')", "BUG-001"),
        ("raise RecursionError('Alma Exempelgren')", "BUG-001"),
        ("raise FileNotFoundError(2, 'Alma Exempelgren', '/home/Alma')", "BUG-001"),
        ("raise PermissionError(13, 'Alma Exempelgren', '/home/Alma')", "VAULT-019"),
        ("raise OSError(28, 'Alma Exempelgren')", "VAULT-009"),
    ],
)
def test_an_unexpected_failure_tells_its_type_and_place_and_nothing_that_was_typed(
    real_program, tmp_path, fault, told
):
    broken = tmp_path / "broken.py"
    broken.write_text(_BROKEN.format(fault=fault))
    made = subprocess.run(
        [real_program.command()[0], broken, "instruments", "list", "--json"],
        capture_output=True,
        env=real_program.environment,
        check=False,
    )
    done = Done(made.returncode, made.stdout, made.stderr.decode())
    assert done.refusal() == told
    assert "Alma" not in done.err
    assert "070" not in done.err
    if told == "BUG-001":
        before, last = done.err.splitlines()
        assert re.search(r"[0-9A-Z]{4}:[0-9A-Z]{4}:[0-9A-Z]{4}", last)
        assert before.startswith("builtins.")
        assert re.search(r"workbench\.cli\.main:\d+", before)


_BROKEN = """
import sys
from workbench.cli import instruments, main

def break_it(*_):
    {fault}

instruments.load_catalogue = break_it
sys.exit(main.run())
"""


def test_every_code_with_words_is_a_code_of_the_contract():
    from tests.contract.running import known_codes

    assert all(CODE.fullmatch(code) for code in known_codes())


def test_the_program_starts_as_an_installed_command(real_program):
    made = subprocess.run(
        [ROOT / ".venv" / "bin" / "workbench", "instruments", "list", "--json"],
        capture_output=True,
        env=real_program.environment,
        check=False,
    )
    assert Done(made.returncode, made.stdout, made.stderr.decode()).printed()["instruments"]
