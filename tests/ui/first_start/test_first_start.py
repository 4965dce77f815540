# SPDX-License-Identifier: EUPL-1.2
"""The real window on an empty folder, by keyboard alone, to Idag; then locked and unlocked again."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journey.hands import Hands
from tests.ui.walk import nameless
from tests.vault.making import CHEAP
from workbench.app.system import SystemClock, SystemIds
from workbench.app.window import Program, Trial
from workbench.crypto.passphrases import word_list
from workbench.domain.people import Organisation, StaffMember
from workbench.ui.first_start.page import BeginningPage
from workbench.ui.first_start.recovery_page import RecoveryPage
from workbench.ui.first_start.shown import Shown
from workbench.ui.today.page import TodayPage
from workbench.vault.opening import Surroundings

PATIENT = Trial(lock_s=60.0, cost=CHEAP)
NEXT = Qt.Key.Key_Return


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing outside the test's folder is written or read."""
    monkeypatch.setenv("VARN_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@contextmanager
def started(qapp: QApplication, folder: Path) -> Iterator[Hands]:
    """The program on a folder, its window in front; ended afterwards."""
    hook = sys.excepthook
    around = Surroundings(
        SystemClock(), SystemIds(), folder.parent / "state", smallest_kib=CHEAP.m_kib
    )
    program = Program(qapp, folder, around=around, trial=PATIENT)
    program.shell.resize(1366, 768)
    program.shell.show()
    program.shell.activateWindow()
    try:
        assert QTest.qWaitForWindowActive(program.shell)
        hands = Hands(program)
        hands.settle()
        yield hands
    finally:
        program.shell.close()
        program.end()
        sys.excepthook = hook
        program.shell.deleteLater()
        program.deleteLater()


def front(hands: Hands) -> QWidget:
    return hands.program.shell.centralWidget().currentWidget()  # type: ignore[attr-defined]


def shown(hands: Hands, name: str) -> tuple[str, ...]:
    """What stands in a box of groups, read from the screen as a person does."""
    box = hands.program.shell.findChild(Shown, name)
    assert box.isVisible()
    return box.groups


def look(hands: Hands) -> None:
    """What holds at every step."""
    assert hands.program.shell.windowTitle() == "Värn"
    assert nameless(hands.program.shell) == []
    assert hands.here.visibleRegion().boundingRect().height() > 0


def to_passphrase(hands: Hands) -> str:
    """Where, kind, who; gives the passphrase that is shown."""
    look(hands)
    hands.press(NEXT)
    look(hands)
    hands.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    hands.tab_to("field-organisation")
    hands.type("Jouren Påhittet")
    hands.press(NEXT)
    look(hands)
    hands.type("Sten Skyddsson")
    hands.press(NEXT)
    look(hands)
    words = shown(hands, "passphrase-shown")
    assert len(words) == 6
    assert set(words) <= set(word_list())
    return " ".join(words)


def make(hands: Hands) -> str:
    """All the steps before the vault, and its making."""
    passphrase = to_passphrase(hands)
    hands.push("step-on")
    look(hands)
    hands.type(passphrase)
    hands.press(NEXT)
    hands.wait(lambda: not hands.program.shell.is_locked)
    hands.settle()
    return passphrase


def prove(hands: Hands) -> None:
    """The code is written down, typed back, and the card step left for later."""
    look(hands)
    code = " ".join(shown(hands, "code-shown-1"))
    hands.push("step-on")
    hands.type(code.lower())
    hands.press(NEXT)
    hands.settle()
    look(hands)
    assert "".join(shown(hands, "own-digits")).isdigit()
    hands.push("step-on")


def unlock(hands: Hands, passphrase: str) -> None:
    hands.type("01")
    hands.type(passphrase)
    hands.press(NEXT)
    hands.wait(lambda: not hands.program.shell.is_locked)
    hands.settle()


def test_from_an_empty_folder_to_idag_by_keyboard(qapp: QApplication, tmp_path: Path) -> None:
    folder = tmp_path / "Varn"
    with started(qapp, folder) as hands:
        assert isinstance(front(hands), BeginningPage)
        passphrase = make(hands)
        prove(hands)
        assert isinstance(hands.program.shell.page(), TodayPage)
        desk = hands.program._session.desk
        ((organisation,), (staff,)) = (
            [each.value for each in desk.house.all(kind)] for kind in (Organisation, StaffMember)
        )
        assert (organisation.name, organisation.profile) == ("Jouren Påhittet", "private_licensed")
        assert staff.name == "Sten Skyddsson"
        hands.press(Qt.Key.Key_F12)
        assert hands.program.shell.is_locked
        hands.settle()
        unlock(hands, passphrase)
        assert isinstance(hands.program.shell.page(), TodayPage)
        hands.push("somebody-comes")
        hands.tab_to("begin")
    with started(qapp, folder) as hands:
        unlock(hands, passphrase.upper().replace(" ", "  "))
        assert isinstance(hands.program.shell.page(), TodayPage)
    told = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    for planted in ("Skyddsson", "Påhittet", *passphrase.split(" ")):
        assert not [each for each in told if planted.encode() in each]


def test_broken_off_before_the_passphrase_was_typed_nothing_is_there(
    qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "Varn"
    with started(qapp, folder) as hands:
        to_passphrase(hands)
        hands.push("step-on")
        hands.type("granit")
    assert not folder.exists()
    with started(qapp, folder) as hands:
        assert isinstance(front(hands), BeginningPage)


def test_broken_off_before_the_code_was_proven_it_goes_on_there(
    qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "Varn"
    with started(qapp, folder) as hands:
        passphrase = make(hands)
        code = " ".join(shown(hands, "code-shown-1"))
        hands.press(Qt.Key.Key_F12)
        hands.settle()
        assert hands.program.shell.is_locked
        unlock(hands, passphrase)
        page = hands.program.shell.page()
        assert isinstance(page, RecoveryPage)
        assert page.shown[0].groups == (), "it is shown in one stretch or not at all"
    with started(qapp, folder) as hands:
        unlock(hands, passphrase)
        hands.push("draw-anew")
        anew = " ".join(shown(hands, "code-shown-1"))
        assert anew != code
        prove(hands)
        assert isinstance(hands.program.shell.page(), TodayPage)


def test_the_code_on_paper_of_the_other_time_is_enough(qapp: QApplication, tmp_path: Path) -> None:
    folder = tmp_path / "Varn"
    with started(qapp, folder) as hands:
        passphrase = make(hands)
        code = " ".join(shown(hands, "code-shown-1"))
    with started(qapp, folder) as hands:
        unlock(hands, passphrase)
        hands.tab_to("code-typed-1")
        hands.type(code)
        hands.press(NEXT)
        hands.settle()
        hands.push("step-on")
        assert isinstance(hands.program.shell.page(), TodayPage)


def test_three_codes_are_chosen_and_all_typed_back(qapp: QApplication, tmp_path: Path) -> None:
    with started(qapp, tmp_path / "Varn") as hands:
        make(hands)
        hands.tab_to("choice-one")
        hands.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
        hands.settle()
        codes = [" ".join(shown(hands, f"code-shown-{number}")) for number in (1, 2, 3)]
        hands.push("step-on")
        for number, code in enumerate(codes, 1):
            hands.tab_to(f"code-typed-{number}")
            hands.type(code)
        hands.press(NEXT)
        hands.settle()
        hands.push("step-on")
        assert isinstance(hands.program.shell.page(), TodayPage)
        assert hands.program._session.desk.vault.recovery.standing().codes == "two-of-three"


def test_a_folder_with_anything_in_it_is_no_place_to_begin(
    qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "Varn"
    folder.mkdir()
    (folder / "brev.txt").write_text("hej", encoding="utf-8")
    with started(qapp, folder) as hands:
        assert front(hands) is hands.program._page


def test_the_computer_is_left_while_the_passphrase_is_on_screen(
    qapp: QApplication, tmp_path: Path
) -> None:
    with started(qapp, tmp_path / "Varn") as hands:
        before = to_passphrase(hands)
        hands.program._leave("suspend")
        assert hands.program.shell.findChild(Shown, "passphrase-shown").groups == ()
        hands.press(NEXT)
        assert " ".join(shown(hands, "passphrase-shown")) != before
