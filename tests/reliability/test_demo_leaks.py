# SPDX-License-Identifier: EUPL-1.2
"""What was planted in the demo stands on its papers and nowhere else that the process wrote."""

import shutil
import subprocess
import sys

import pytest

from tests.reliability.leaks import (
    FILES,
    WRITES,
    leaking_files,
    leaking_writes,
    leaks_in,
    spellings,
    written_files,
)
from tests.tools import require

NAME, NUMBER, SENTENCE = "Åsa Övningsberg", "19960601-0008", "Han väntar efter mörkrets inbrott."


def test_no_file_of_the_demo_holds_what_was_planted(played):
    papers = played.pdfs
    files = [path for path in played.root.rglob("*") if path.is_file()]
    assert len(files) > 15
    assert leaking_files(files, played.told["planted"], allowed=papers) == {}


def test_no_other_file_that_the_process_wrote_holds_it(played):
    written = written_files(played.trace)
    elsewhere = {path for path in written if not path.is_relative_to(played.root)}
    assert any(path.name.startswith("device") for path in elsewhere)  # the search sees something
    assert leaking_files(elsewhere | set(played.home.rglob("*")), played.told["planted"],
                         allowed=played.pdfs) == {}  # fmt: skip


def test_nothing_that_was_ever_written_held_it_not_even_to_a_file_that_is_gone(played):
    assert leaking_writes(played.trace, played.told["planted"]) == []


def test_neither_stderr_nor_the_name_of_any_file_tells_it(played):
    assert leaks_in(played.err, played.told["planted"]) == []
    names = "\n".join(str(path) for path in written_files(played.trace))
    assert leaks_in(names.encode(), played.told["planted"]) == []


@pytest.mark.parametrize("text", [NAME, NUMBER, SENTENCE])
def test_the_search_finds_a_leak_planted_in_any_spelling(played, tmp_path, text):
    copy = tmp_path / "copy"
    shutil.copytree(played.root, copy)
    planted = [NAME, NUMBER, SENTENCE]
    assert leaking_files(copy.rglob("*"), planted) == {}
    for number, spelling in enumerate(sorted(spellings(text))):
        file = copy / "shelter" / f"leak{number}"
        file.write_bytes(b"\x00\xff" + spelling + b"\xff")
        assert leaking_files(copy.rglob("*"), planted) == {str(file): [text]}
        file.unlink()


def test_the_search_finds_a_leak_in_a_databases_bytes_and_in_a_files_name(played, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(played.root, copy)
    database = copy / "shelter" / "register.db"
    content = bytearray(database.read_bytes())
    content[5000:5100] = NAME.encode("utf-16-le").ljust(100, b"\0")
    database.write_bytes(content)
    (copy / f"{NUMBER}.pdf").write_bytes(b"")
    assert leaking_files(copy.rglob("*"), [NAME, NUMBER]) == {
        str(database): [NAME],
        str(copy / f"{NUMBER}.pdf"): [NUMBER],
    }


def test_the_search_finds_what_a_process_wrote_in_pieces_to_a_file_that_is_gone(tmp_path):
    require("strace")
    code = (
        "import os,sys\n"
        "f = os.open(sys.argv[1], os.O_CREAT | os.O_WRONLY)\n"
        f"os.write(f, {SENTENCE[:9].encode()!r}); os.write(f, {SENTENCE[9:].encode()!r})\n"
        "os.close(f); os.unlink(sys.argv[1])\n"
    )
    log = tmp_path / "log"
    subprocess.run(
        ["strace", "-f", "-qq", "-xx", "-s", "100000", "-e", f"trace={WRITES},{FILES}", "-o", log,
         sys.executable, "-c", code, tmp_path / "gone"],
        check=True,
    )  # fmt: skip
    trace = log.read_text()
    assert leaking_writes(trace, [NAME, SENTENCE]) == [SENTENCE]
    assert tmp_path / "gone" in written_files(trace)
