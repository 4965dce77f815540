# SPDX-License-Identifier: EUPL-1.2
"""The real window: backed up, worked on, put back, unlocked again; by keyboard; a damaged akt."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journey.hands import Hands
from tests.support.real_program import RealProgram, found, running
from tests.tools import missing_tool
from tests.ui.walk import controls, nameless, reached_by_tab
from tests.vault.making import PASSPHRASE
from workbench.domain.backups import BackupMade, Restored
from workbench.domain.ids import CaseId
from workbench.domain.subject import Note
from workbench.services.records.akt import Draft
from workbench.ui.backups.page import BackupsPage
from workbench.ui.places import Place
from workbench.ui.salvage.page import SalvagePage

ENTER = Qt.Key.Key_Return
SHM = Path("/dev/shm")
YES = True


@pytest.fixture
def medium() -> Iterator[Path]:
    if not SHM.is_dir() or SHM.stat().st_dev == Path(tempfile.gettempdir()).stat().st_dev:
        missing_tool("a second file system")
    with tempfile.TemporaryDirectory(dir=SHM) as folder:
        yield Path(folder)


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[RealProgram]:
    office, case = found(tmp_path / "at")
    with running(qapp, office, case) as program:
        program.unlock()
        yield program


def answer(program: RealProgram, *answers) -> None:
    program.program._pages._dialogs.answer_next(*answers)


def backed_up(program: RealProgram, medium: Path) -> BackupsPage:
    """By keyboard: the page, the button, the folder."""
    page = program.open(Place("backups"))
    assert isinstance(page, BackupsPage)
    answer(program, medium)
    hands = Hands(program.program)
    hands.tab_to("back-up")
    hands.press(ENTER)
    program.wait(lambda: page.banner.isVisibleTo(page))
    program.settle()
    return page


def test_a_backup_is_made_by_keyboard_and_every_control_has_a_name(program, medium):
    page = backed_up(program, medium)
    assert page.banner.title.text() == "The backup is made and was read back."
    desk = program.program._session.desk
    assert program.on_vault(lambda: len(desk.house.all(BackupMade))) == 1
    assert page.medium.isVisibleTo(page)
    assert nameless(page) == []
    assert set(controls(page)) <= set(reached_by_tab(program.shell))


def test_what_was_copied_takes_the_vault_s_place_and_is_unlocked_as_usual(program, medium):
    page = backed_up(program, medium)
    case = program.case
    before = program.on_vault(lambda: len(program.program._session.akt(case).file.entries()))
    program.on_vault(lambda: program.program._session.akt(case).enter(Draft(Note("efter"))))
    answer(program, YES, PASSPHRASE)
    page.medium.restore_button.click()
    program.wait(lambda: program.shell.is_locked)
    said = program.program._page.banner.title
    program.wait(lambda: said.text() == "The backup is put back. Unlock as usual.")
    program.unlock()
    session = program.program._session
    assert program.on_vault(lambda: len(session.akt(case).file.entries())) == before
    (entered,) = program.on_vault(lambda: session.desk.house.all(Restored))
    folder = program.program._vault
    assert (folder.parent / entered.value.left_aside / "vault.slots").is_file()


def test_a_wrong_passphrase_puts_nothing_back(program, medium):
    page = backed_up(program, medium)
    answer(program, YES, "fel lösenfras")
    page.medium.restore_button.click()
    program.wait(lambda: program.shell.is_locked)
    program.settle()
    program.wait(lambda: "VAULT-001" in program.program._page.banner.detail.text())
    program.unlock()
    assert program.on_vault(lambda: program.program._session.desk.house.all(Restored)) == ()


def damage(program: RealProgram, case: CaseId) -> None:
    program.on_vault(program.program._session.put_away)
    path = program.program._vault / "cases" / f"{case}.db"
    content = bytearray(path.read_bytes())
    content[4096 + 100] ^= 1
    content[2 * 4096 + 100] ^= 1
    path.write_bytes(content)


def test_an_akt_that_does_not_open_offers_what_can_be_read_and_comes_back(program, medium):
    backed_up(program, medium)
    program.shell.open("today")
    program.settle()
    damage(program, program.case)
    page = program.open(Place("case", program.case))
    assert "VAULT-006" in page.banner.detail.text()
    page.damaged.read.click()
    program.settle()
    salvage = program.shell.page()
    assert isinstance(salvage, SalvagePage)
    assert nameless(salvage) == []
    answer(program, medium, YES)
    salvage.put_back_button.click()
    program.wait(lambda: program.shell.page() is not salvage)
    program.settle()
    akt = program.on_vault(lambda: program.program._session.akt(program.case))
    assert akt.file.entries()


def test_a_lock_in_the_middle_of_a_backup_waits_for_no_disk(program, medium):
    """What was begun counts for nothing; the next one is made as if it had never been."""
    page = program.open(Place("backups"))
    desk = program.program._session.desk
    ballast = {f"{n:064}": bytes(4_000_000) for n in range(8)}

    def fill() -> None:
        akt = program.program._session.akt(program.case)
        akt.enter(Draft(Note("stor bilaga")), attachments=ballast)

    program.on_vault(fill)
    program.on_vault(program.program._session.put_away)
    answer(program, medium)
    page.overview.make_button.click()
    program.wait(lambda: page._presenter.progress()[0] > 0)
    taken = program.lock(program.press_f12)
    assert taken.wiped_s < 2.0
    program.unlock()
    assert program.on_vault(lambda: program.program._session.desk.house.all(BackupMade)) == ()
    again = program.open(Place("backups"))
    answer(program, medium)
    again.overview.make_button.click()
    program.wait(lambda: again.banner.isVisibleTo(again))
    assert again.banner.title.text() == "The backup is made and was read back."
    assert desk is not program.program._session.desk
