# SPDX-License-Identifier: EUPL-1.2
"""A house's life in the real window, by keyboard alone, as a process whose every call is traced."""

import json
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.journey import governing, telling
from tests.journey.station import SHOTS
from tests.reliability.footprints import Done, files_below, leaking_streams
from tests.reliability.house_life import House
from tests.reliability.leaks import leaking_files, leaks_in
from tests.reports.reading import squeezed
from tests.tools import missing_tool, require
from workbench.app.opening import open_session
from workbench.app.system import SystemClock, SystemIds
from workbench.domain.access import Granted, LogReview, Unlocked
from workbench.domain.backups import BackupMade, Drilled
from workbench.domain.erasing import Erased
from workbench.services.akter import cases
from workbench.vault.opening import Surroundings

pytestmark = [pytest.mark.tool, pytest.mark.slow, pytest.mark.ui]

SEALED = (
    *(telling.NAME, telling.NUMBER, telling.NEED_REASONS, telling.CHANNEL, telling.CODE_WORD),
    *(telling.NOTE, telling.HALF_TYPED, telling.DO_NOT_CONTACT),
    *(governing.ORGANISATION, governing.FOUNDER, governing.SECOND),
    *(governing.WHY_GRANTED, governing.WHY_HIDDEN, governing.WHY_ERASED, governing.SEEN_IN_LOG),
)
_OTHER_DISK = Path("/dev/shm")


@pytest.fixture(scope="module")
def medium() -> Iterator[Path]:
    """On another file system than everything else."""
    if not _OTHER_DISK.is_dir():
        missing_tool("a second file system")
    with tempfile.TemporaryDirectory(dir=_OTHER_DISK) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory, medium: Path) -> tuple[House, Done, list[str]]:
    require("strace")
    place = tmp_path_factory.mktemp("house")
    house = House(place / "all", place / "log")
    command = [sys.executable, "-m", "tests.journey.house", medium, house.asked()]
    environment = house.environment | {"QT_QPA_PLATFORM": "offscreen"}
    done = house.footprint.run(command, house.log, environment, house.root / "work", 300)
    assert done.code == 0, done.err.decode()
    return house, done, json.loads(done.out)


def test_what_was_done_stands_in_the_log(lived):
    house, _done, secrets = lived
    state = house.root / "xdg" / "state_home" / "varn"
    around = Surroundings(SystemClock(), SystemIds(), state, 8 * 1024)
    session = open_session(house.root / "home" / "Varn", 1, secrets[1], around)
    try:
        log = session.desk.house
        for kind in (Granted, LogReview, BackupMade, Drilled, Erased):
            assert len(log.all(kind)) == 1, kind
        assert len(log.all(Unlocked)) >= 2
        assert cases.open_cases(session.desk) == ()
        session.put_away()
        assert [r.why for r in session.desk.vault.verify() if r.why or r.first_bad] == []
    finally:
        session.close()


def test_the_certificate_names_the_two_and_nobody_whom_it_was_about(lived):
    house, _done, _secrets = lived
    (paper,) = files_below(house.asked())
    said = squeezed("".join(page.extract_text() for page in PdfReader(paper).pages))
    assert squeezed(governing.SECOND) in said
    assert squeezed(telling.NAME) not in said


def test_what_was_typed_stands_in_no_file(lived, medium):
    house, _done, secrets = lived
    files = [*files_below(house.root), *files_below(medium)]
    assert len(files) > 12
    assert leaking_files(files, [*SEALED, *secrets], files_below(house.asked())) == {}


def test_what_was_typed_was_never_written_in_plain(lived):
    house, done, secrets = lived
    assert leaking_streams(house.footprint, [*SEALED, *secrets], house.asked()) == {}
    assert leaks_in(done.err, [*SEALED, *secrets]) == []


def test_only_expected_places_were_written_to(lived, medium):
    """Photographs are the test's own. Qt keeps nothing: no list of recent files, no settings."""
    house, _done, _secrets = lived
    ours = {path for path in house.footprint.for_writing if not path.is_relative_to(SHOTS)}
    elsewhere = {p for p in ours if not (p.is_relative_to(house.root) or p.is_relative_to(medium))}
    assert elsewhere <= {Path("/dev/null")}
    below = {path.relative_to(house.root).parts for path in ours if path.is_relative_to(house.root)}
    aside = re.compile(r"\.varn-(drill|rehearsal)-[0-9a-f-]{36}")  # copies of sealed files
    assert {place for place in map(_place, below) if not aside.fullmatch(place)} == {
        "Varn", "xdg/state_home/varn", "asked",
    }  # fmt: skip
    assert [path for path in (house.root / "home").iterdir() if path.name != "Varn"] == []


def _place(parts: tuple[str, ...]) -> str:
    """Which tree a file lies in."""
    return {"home": parts[1], "xdg": "/".join(parts[:3])}.get(parts[0], parts[0])


def test_no_internet_socket_was_opened(lived):
    house, _done, _secrets = lived
    assert house.footprint.sockets <= {"AF_UNIX"}
