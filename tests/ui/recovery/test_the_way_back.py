# SPDX-License-Identifier: EUPL-1.2
"""The real window: back in by the recovery code and the keyboard alone; new codes; drills; locks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.journey.hands import Hands
from tests.support.real_program import PATIENT, RealProgram, found, running
from tests.ui.walk import controls, nameless, reached_by_tab
from tests.unit.services.offices import Office
from tests.vault.making import CHEAP, PASSPHRASE
from workbench.app.opening import open_session
from workbench.domain.access import PassphraseChanged
from workbench.domain.backups import Drilled
from workbench.domain.ids import CaseId
from workbench.services.jobs import no_pulse
from workbench.services.keeping import recovery
from workbench.ui.first_start.shown import Shown
from workbench.ui.first_start.ways import Sheet
from workbench.ui.forgotten.page import ForgottenPage
from workbench.ui.kit.choice_button import ChoiceButton
from workbench.ui.places import Place
from workbench.ui.recovery.cards import CodeCard
from workbench.ui.recovery.page import RecoveryPage
from workbench.ui.recovery.presenter import CodeVm
from workbench.ui.today.page import TodayPage
from workbench.ui.writing.voices import names_of
from workbench.vault.errors import WrongPassphraseError
from workbench.vault.opening import read_info

ENTER = Qt.Key.Key_Return
WRONG = "07BW-884Y-9ZZ4-TCSH-4Z8P-73GX-Z9P4-RAHG-63TK"


def renewed(root: Path, kind: str) -> tuple[Office, CaseId, tuple[str, ...]]:
    """A locked vault with one akt, and its new codes."""
    office, case = found(root)
    session = open_session(office.place.folder, 1, PASSPHRASE, office.place.around)
    codes = session.desk.vault.recovery.renew(kind)
    recovery.prove_renewed(session.desk, codes, no_pulse)
    session.close()
    return office, case, codes


@pytest.fixture
def one(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[RealProgram, Hands, str, Office]]:
    """A program before a locked vault; its one recovery code."""
    office, case, (code,) = renewed(tmp_path / "at", "one")
    with running(qapp, office, case, replace_cost()) as program:
        yield program, Hands(program.program), code, office


def replace_cost():
    return PATIENT._replace(cost=CHEAP)


def in_front(program: RealProgram) -> ForgottenPage:
    page = program.shell._first
    assert isinstance(page, ForgottenPage)
    return page


def forget_passphrase(program: RealProgram, hands: Hands) -> ForgottenPage:
    hands.tab_to("forgotten")
    hands.press(ENTER)
    program.settle()
    return in_front(program)


def finish(program: RealProgram, hands: Hands, page: ForgottenPage) -> str:
    """From whose place it is to Idag; returns the new passphrase."""
    assert hands.here.objectName() == "row-1"
    hands.press(ENTER)
    program.settle()
    shown = page.findChild(Shown, "new-passphrase")
    passphrase = " ".join(shown.groups)
    hands.tab_to("written")
    hands.press(ENTER)
    assert hands.here.objectName() == "passphrase-typed"
    hands.type(passphrase)
    hands.press(ENTER)
    program.wait(lambda: not program.shell.is_locked)
    program.settle()
    return passphrase


def test_by_keyboard_from_the_code_to_idag_with_a_new_passphrase(one):
    program, hands, code, office = one
    page = forget_passphrase(program, hands)
    assert hands.here.objectName() == "recovery-code-1"
    hands.type(code.lower().replace("-", ""))
    assert hands.here.text() == code
    hands.press(ENTER)
    program.settle()
    passphrase = finish(program, hands, page)
    assert isinstance(program.shell.page(), TodayPage)
    desk = program.program._session.desk
    assert program.on_vault(lambda: len(desk.vault.cases())) == 1
    assert program.on_vault(lambda: len(desk.house.all(PassphraseChanged))) == 1
    authors = program.on_vault(lambda: [e.header.author for e in desk.house.file.entries()])
    assert not set(authors) - set(program.on_vault(lambda: names_of(desk))), "somebody has no name"
    program.lock(program.press_f12)
    with pytest.raises(WrongPassphraseError):
        open_session(office.place.folder, 1, PASSPHRASE, office.place.around)
    program.unlock(passphrase)


def test_two_of_three_codes_bring_one_back(qapp: QApplication, tmp_path: Path):
    office, case, codes = renewed(tmp_path / "at", "two-of-three")
    with running(qapp, office, case, replace_cost()) as program:
        hands = Hands(program.program)
        page = forget_passphrase(program, hands)
        hands.type(codes[2])
        hands.tab_to("recovery-code-2")
        hands.type(codes[0])
        hands.press(ENTER)
        program.settle()
        finish(program, hands, page)
        assert isinstance(program.shell.page(), TodayPage)


def test_a_slip_is_told_at_its_group_and_the_way_on_is_shut(one):
    program, hands, code, _office = one
    page = forget_passphrase(program, hands)
    slip = code[:2] + ("0" if code[2] != "0" else "1") + code[3:]
    hands.type(slip)
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    assert "Compare group 1 with the sheet." in said
    assert not page.codes.go_button.isEnabled()


def test_anothers_code_is_refused_and_stays_to_be_looked_at(one):
    program, hands, _code, _office = one
    page = forget_passphrase(program, hands)
    hands.type(WRONG)
    hands.press(ENTER)
    program.settle()
    assert page.banner.isVisible()
    assert "VAULT-017" in page.banner.detail.text()
    assert hands.here is page.codes.rows[0].line
    assert page.codes.rows[0].text() == WRONG


def test_every_step_is_named_and_reached_by_keyboard(one):
    program, hands, code, _office = one
    page = forget_passphrase(program, hands)
    looked_at = 0
    for go_on in (
        lambda: (hands.type(code), hands.press(ENTER)),
        lambda: hands.press(ENTER),
        lambda: (hands.tab_to("written"), hands.press(ENTER)),
        None,
    ):
        program.settle()
        assert nameless(page) == []
        assert [w for w in controls(page) if w not in reached_by_tab(page)] == []
        looked_at += 1
        if go_on is not None:
            go_on()
    assert looked_at == 4


def everything_shown(page: ForgottenPage | RecoveryPage) -> str:
    fields = [field.text() for field in page.findChildren(QLineEdit)]
    shown = [" ".join(each.groups) + each.accessibleName() for each in page.findChildren(Shown)]
    return " ".join((*fields, *shown))


def test_a_lock_empties_the_page_and_lets_go_of_the_vault(one):
    program, hands, code, office = one
    page = forget_passphrase(program, hands)
    hands.type(code)
    hands.press(ENTER)
    program.settle()
    hands.press(ENTER)
    program.settle()
    passphrase = " ".join(page.findChild(Shown, "new-passphrase").groups)
    info = lambda: read_info(office.place.folder, given_state_folder=office.place.state)  # noqa: E731
    assert info().is_in_use
    hands.press(Qt.Key.Key_F12)
    program.settle()
    assert not info().is_in_use
    assert code not in everything_shown(page)
    assert passphrase.split()[0] not in everything_shown(page)
    open_session(office.place.folder, 1, PASSPHRASE, office.place.around).close()


def test_the_way_back_is_back_to_the_passphrase(one):
    program, hands, code, _office = one
    forget_passphrase(program, hands)
    hands.type(code)
    hands.tab_to("back")
    hands.press(ENTER)
    program.settle()
    assert program.shell._first is None
    program.unlock()


# --- the page of the house -----------------------------------------------------------------------


def recovery_page(program: RealProgram) -> RecoveryPage:
    page = program.open(Place("recovery"))
    assert isinstance(page, RecoveryPage)
    return page


def test_a_new_code_by_keyboard_and_a_drill_with_it(one):
    program, hands, old, office = one
    program.unlock()
    page = recovery_page(program)
    hands.tab_to("renew")
    hands.press(ENTER)
    hands.tab_to("draw")
    hands.press(ENTER)
    program.settle()
    code = "-".join(page.code.shown.groups)
    assert code != old
    hands.tab_to("written")
    hands.press(ENTER)
    hands.type(code)
    hands.press(ENTER)
    program.settle()
    assert page.banner.title.text() == "The new code holds."
    hands.tab_to("drill")
    hands.press(ENTER)
    hands.type(old)
    hands.press(ENTER)
    program.settle()
    assert "VAULT-017" in page.banner.detail.text()
    page.drill.rows[0].wipe()
    page.drill.rows[0].line.setFocus()
    hands.type(code)
    hands.press(ENTER)
    program.settle()
    desk = program.program._session.desk
    assert program.on_vault(lambda: [d.value.opened for d in desk.house.all(Drilled)]) == [1]
    assert [path.name for path in office.root.iterdir() if "drill" in path.name] == []


def test_a_lock_leaves_no_code_and_no_half_done_renewal(one):
    program, hands, old, office = one
    program.unlock()
    page = recovery_page(program)
    hands.tab_to("renew")
    hands.press(ENTER)
    hands.tab_to("draw")
    hands.press(ENTER)
    program.settle()
    shown, presenter = page.code.shown, page._presenter
    wiped = []
    shown.destroyed.connect(lambda: wiped.append(shown))
    assert len(presenter._codes) == 1
    program.lock(program.press_f12)
    assert presenter._codes == ()
    program.wait(lambda: bool(wiped))
    session = open_session(office.place.folder, 1, PASSPHRASE, office.place.around)
    assert session.desk.vault.recovery.drill([old], no_pulse).opened == 1
    session.close()


def test_every_card_of_the_page_is_named_and_reached_by_keyboard(one):
    program, _hands, _code, _office = one
    program.unlock()
    page = recovery_page(program)
    for go_on in (
        page.overview.drill_button.click,
        page.drill.no_button.click,
        page.overview.renew_button.click,
        page.kind.go_button.click,
        page.code.go_button.click,
        page.back.again_button.click,
    ):
        go_on()
        program.settle()
        assert nameless(page) == []
        stops = reached_by_tab(page)  # a group of choices is one stop, walked by arrows
        worked = [w for w in controls(page) if not isinstance(w, ChoiceButton)]
        assert [w for w in worked if w not in stops] == []


def test_a_code_is_printed_on_a_sheet_of_its_own_where_there_is_a_printer(qtbot):
    printed: list[tuple[Sheet, ...]] = []
    card = CodeCard(printed.append)
    qtbot.addWidget(card)
    vm = CodeVm(WRONG, 2, 3, "0c0ffee0-0000-4000-8000-0000000000aa", "2026-11-22")
    card.show_code(vm, "")
    assert not card.print_button.isVisibleTo(card)
    card.show_code(vm, "Office")
    card.print_button.click()
    assert printed == [(Sheet(vm.vault, WRONG, 2, 3, "2026-11-22"),)]
    card.wipe()
    card.print_button.click()
    assert len(printed) == 1
