# SPDX-License-Identifier: EUPL-1.2
"""The real window: a backup is put back before anything is unlocked, by passphrase or by code."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.journey.hands import Hands
from tests.support.real_program import PATIENT, RealProgram, found, running
from tests.ui.walk import controls, nameless, reached_by_tab
from tests.unit.services.offices import Office
from tests.vault.backing_up import copied, folder_of
from tests.vault.damage import flip
from tests.vault.making import CHEAP, PASSPHRASE
from workbench.app.opening import open_session
from workbench.domain.backups import Restored
from workbench.services.jobs import no_pulse
from workbench.services.keeping import recovery
from workbench.ui.first_start.page import BeginningPage
from workbench.ui.first_start.shown import Shown
from workbench.ui.forgotten.page import ForgottenPage
from workbench.ui.kit.choice_button import ChoiceButton
from workbench.ui.kit.labels import Label
from workbench.ui.restoring.page import RestoringPage
from workbench.ui.today.page import TodayPage
from workbench.vault.errors import WrongPassphraseError

ENTER = Qt.Key.Key_Return


@pytest.fixture
def lost(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[RealProgram, Hands, str, Office]]:
    """First start on a new computer; a medium with two copies; the code from its sheet."""
    office, case = found(tmp_path / "at")
    session = open_session(office.place.folder, 1, PASSPHRASE, office.place.around)
    (code,) = session.desk.vault.recovery.renew("one")
    recovery.prove_renewed(session.desk, (code,), no_pulse)
    for _ in range(2):
        office.last = copied(office.place, session.desk.vault)
    session.close()
    shutil.rmtree(office.place.folder)
    shutil.rmtree(office.place.state)
    with running(qapp, office, case, PATIENT._replace(cost=CHEAP)) as program:
        program.settle()
        yield program, Hands(program.program), code, office


def restore_page(program: RealProgram, hands: Hands, office: Office) -> RestoringPage:
    """From the page in front to the copies on the medium."""
    hands.tab_to("restore")
    hands.press(ENTER)
    program.settle()
    page = program.shell._first
    assert isinstance(page, RestoringPage)
    page._presenter.look_at(office.place.root / "medium")
    program.settle()
    return page


def assert_void(program: RealProgram, office: Office, passphrase: str) -> None:
    """It opens nothing any more."""
    program.lock(program.press_f12)
    with pytest.raises(WrongPassphraseError):
        open_session(office.place.folder, 1, passphrase, office.place.around)


def type_back(hands: Hands, passphrase: str) -> None:
    """It is written down; now it is typed."""
    hands.tab_to("written")
    hands.press(ENTER)
    hands.type(passphrase)
    hands.press(ENTER)


def said_in(card: QWidget) -> str:
    """Every sentence that stands in it."""
    return "\n".join(each.text() for each in card.findChildren(Label) if each.isVisible())


def test_the_passphrase_can_be_read_while_typing_and_is_hidden_when_it_was_used(lost):
    program, hands, _code, office = lost
    page = restore_page(program, hands, office)
    page.who.seen.click()
    assert page.who.passphrase.echoMode() == QLineEdit.EchoMode.Normal
    page.who.wipe()
    assert page.who.passphrase.echoMode() == QLineEdit.EchoMode.Password


def test_from_the_start_page_by_the_recovery_code_alone_to_idag(lost):
    program, hands, code, office = lost
    assert isinstance(program.shell._first, BeginningPage)
    restore_page(program, hands, office)
    hands.tab_to("restore-by-code")
    hands.press(ENTER)
    program.settle()
    codes = program.shell._first
    assert isinstance(codes, ForgottenPage)
    hands.type(code)
    hands.press(ENTER)
    program.settle()
    assert hands.here.objectName() == "row-1"
    hands.press(ENTER)
    program.settle()
    passphrase = " ".join(codes.findChild(Shown, "new-passphrase").groups)
    assert not office.place.folder.exists()
    type_back(hands, passphrase)
    program.wait(lambda: hands.here.objectName() == "go-in")
    assert "What was written after" in said_in(codes.closed)
    assert "stayed closed" not in said_in(codes.closed)
    hands.press(ENTER)
    program.wait(lambda: not program.shell.is_locked)
    program.settle()
    assert isinstance(program.shell.page(), TodayPage)
    desk = program.program._session.desk
    assert program.on_vault(lambda: len(desk.vault.cases())) == 1
    assert program.on_vault(lambda: recovery.state(desk).is_used)
    assert_void(program, office, PASSPHRASE)


def test_every_control_is_named_and_reached_by_keyboard(lost):
    program, hands, _code, office = lost
    page = restore_page(program, hands, office)
    assert nameless(page) == []
    reached = reached_by_tab(page)  # of the copies the chosen one; arrows lead to the others
    others = [w for w in controls(page) if w not in reached and not isinstance(w, ChoiceButton)]
    assert others == []


def test_damaged_akter_are_listed_and_the_rest_is_put_back_for_a_reason(lost):
    program, hands, _code, office = lost
    (akt,) = (folder_of(office.place, office.last) / "cases").glob("*.db")
    flip(akt, 5000)
    page = restore_page(program, hands, office)
    hands.tab_to("restore-place")
    hands.type("01")
    hands.press(ENTER)
    hands.type(PASSPHRASE)
    hands.press(ENTER)
    program.settle()
    assert "2026-0001" in page.who.refused.title.text()
    assert page.who.passphrase.text() == ""
    assert hands.here is page.who.why.line
    hands.type("datorn är stulen")
    hands.press(ENTER)
    assert not page.who.go_button.isEnabled()
    hands.type(PASSPHRASE)
    hands.press(ENTER)
    program.settle()
    assert hands.here is page.done.go_button
    hands.press(ENTER)
    program.settle()
    assert program.shell._first is None
    program.unlock()
    desk = program.program._session.desk
    told = program.on_vault(lambda: [each.value for each in desk.house.all(Restored)])
    assert sorted((bool(each.case), each.reason) for each in told) == [
        (False, "datorn är stulen"),
        (True, ""),
    ]


def test_the_way_back_from_the_codes_and_from_the_page_is_the_start_page(lost):
    program, hands, _code, office = lost
    restore_page(program, hands, office)
    hands.tab_to("restore-by-code")
    hands.press(ENTER)
    program.settle()
    for kind in (RestoringPage, BeginningPage):
        hands.tab_to("back")
        hands.press(ENTER)
        program.settle()
        assert isinstance(program.shell._first, kind)
    assert not office.place.folder.exists()


def test_a_start_that_was_cut_off_is_told_and_taken_over(lost):
    program, _hands, _code, office = lost
    folder = office.place.folder
    (folder / "cases").mkdir(parents=True)
    (folder / "house.db").write_bytes(b"half")
    page = program.shell._first
    page._presenter._try_folder(folder)
    program.settle()
    assert page.where.unfinished.isVisible()
    assert page.on_button.isEnabled()
