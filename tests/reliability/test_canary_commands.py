# SPDX-License-Identifier: EUPL-1.2
"""A house's life by the command line: what was planted stands sealed, on what was asked for, and
nowhere else that any process wrote, sent or left, not even for a moment."""

import re
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.reliability.footprints import files_below, leaking_streams
from tests.reliability.house_life import TOLD, House, live
from tests.reliability.leaks import leaking_files, leaks_in
from tests.reliability.planting import NOTE, PERSON, PLANTED
from tests.reports.reading import squeezed
from tests.tools import require

pytestmark = [pytest.mark.tool, pytest.mark.slow]

SEALED = (*PLANTED, *TOLD)
LEAK = (
    "import os, sys, tempfile\n"
    "text = sys.argv[1]\n"
    "with tempfile.TemporaryFile() as gone:\n"
    "    gone.write(text[:9].encode('utf-16-le')); gone.flush()\n"
    "    gone.write(text[9:].encode('utf-16-le'))\n"
)


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    require("strace")
    place = tmp_path_factory.mktemp("house")
    lived = House(place / "all", place / "log")
    live(lived)
    return lived


def secrets_of(house: House) -> dict[Path, str]:
    """Every passphrase and code, by the one file that it may stand in."""
    found = {
        path: path.read_text(encoding="utf-8").strip() for path in files_below(house.secret(""))
    }
    assert len(found) == 8
    return found


def test_what_was_asked_for_holds_what_was_planted(house):
    pdf = squeezed("".join(page.extract_text() for page in PdfReader(house.asked("b-1.pdf")).pages))
    assert squeezed(PERSON.name) in pdf
    for name in ("salvage.json", "copy/2026-0001/case.json"):
        assert leaks_in(house.asked(name).read_bytes(), [PERSON.name, NOTE])
    assert house.asked("certificate.pdf").stat().st_size > 1000


def test_no_file_anywhere_holds_it_nor_is_named_after_it(house):
    files = files_below(house.root)
    assert len(files) > 40
    assert leaking_files(files, SEALED, allowed=files_below(house.asked())) == {}


def test_no_secret_stands_in_any_file_but_its_own(house):
    for own, secret in secrets_of(house).items():
        assert leaking_files(files_below(house.root), [secret], allowed=[own]) == {}
        assert leaking_streams(house.footprint, [secret], own) == {}


def test_nothing_that_was_ever_written_held_it(house):
    assert {Path(name).suffix for name in house.footprint.written} >= {".db", ".db-wal", ".keys"}
    assert leaking_streams(house.footprint, SEALED, house.asked()) == {}


def test_no_error_tells_it(house):
    told = b"\n".join(house.errors)
    assert b"VAULT-001" in told
    assert b"VAULT-006" in told
    assert leaks_in(told, [*SEALED, *secrets_of(house).values()]) == []


def test_only_expected_places_were_written_to(house):
    below = {path.relative_to(house.root) for path in house.footprint.for_writing}
    assert {"/".join(path.parts[: 2 if path.parts[0] == "xdg" else 1]) for path in below} == {
        "work", "medium", "secrets", "asked", "xdg/state_home",
    }  # fmt: skip
    state = {path.parts[2] for path in below if path.parts[0] == "xdg"}
    assert state == {"varn"}


def test_no_name_of_a_file_outside_what_was_asked_for_says_more_than_numbers(house):
    """Ids and the program's own fixed words: no number of an akt, no person, no date of birth."""
    names = {path.name for path in house.footprint.for_writing if "asked" not in path.parts}
    assert not [name for name in names if re.search(r"2026-0\d{3}", name)]
    assert leaks_in("\n".join(names).encode(), SEALED) == []


def test_no_socket_was_opened(house):
    assert house.footprint.sockets == set()


def test_memory_becomes_file_only_where_a_log_is_indexed(house):
    assert house.footprint.mapped
    assert [path for path in house.footprint.mapped if not path.name.endswith("-shm")] == []


def test_no_plain_file_was_poured_into_another(house):
    open_ones = {source for source, _to in house.footprint.poured if "/asked/" in source}
    assert open_ones == set()


def test_what_was_erased_has_no_file_left_but_in_the_copies(house):
    """The folder that was put aside at the restoration is one of the copies that are told of."""
    left = {path for path in files_below(house.root) if house.other in path.name}
    assert left
    assert not [path for path in left if path.is_relative_to(house.vault)]


def test_the_search_finds_a_leak_to_a_file_that_is_gone(tmp_path):
    require("strace")
    leaky = House(tmp_path / "all", tmp_path / "log")
    for text in (PERSON.personal_number, NOTE):
        command = [sys.executable, "-c", LEAK, text]
        assert leaky.footprint.run(command, leaky.log, leaky.environment, tmp_path).code == 0
        (target,) = leaking_streams(leaky.footprint, [text], leaky.asked())
        assert Path(target).parent == leaky.root / "tmp"
    assert all(path.is_relative_to(leaky.root / "tmp") for path in leaky.footprint.for_writing)
    assert files_below(leaky.root) == []


@pytest.mark.parametrize(
    "code",
    [
        "import sys; sys.stderr.write(sys.argv[1])",
        "import pathlib, sys; pathlib.Path('log').write_text(sys.argv[1].replace('-', ''))",
        "import pathlib, sys; pathlib.Path('log').write_text(sys.argv[1][2:])",
        "import base64, sys; sys.stderr.write(base64.b64encode(b'..' + sys.argv[1].encode()).decode())",
    ],
)
def test_the_search_finds_a_leak_in_other_spellings(tmp_path, code):
    require("strace")
    leaky = House(tmp_path / "all", tmp_path / "log")
    command = [sys.executable, "-c", code, PERSON.personal_number]
    assert leaky.footprint.run(command, leaky.log, leaky.environment, tmp_path).code == 0
    assert leaking_streams(leaky.footprint, [PERSON.personal_number], leaky.asked())


def test_sockets_maps_and_pourings_are_seen(tmp_path):
    require("strace")
    code = (
        "import mmap, pathlib, shutil, socket\n"
        "pathlib.Path('a').write_bytes(bytes(4096)); shutil.copyfile('a', 'b')\n"
        "with open('a', 'r+b') as file:\n"
        "    mmap.mmap(file.fileno(), 0)\n"
        "socket.socket(socket.AF_INET); socket.socket(socket.AF_UNIX)\n"
    )
    seen = House(tmp_path / "all", tmp_path / "log")
    command = [sys.executable, "-W", "ignore", "-c", code]
    assert seen.footprint.run(command, seen.log, seen.environment, tmp_path).code == 0
    assert seen.footprint.sockets == {"AF_INET", "AF_UNIX"}
    assert seen.footprint.mapped == {tmp_path / "a"}
    assert seen.footprint.poured == {(str(tmp_path / "a"), str(tmp_path / "b"))}
