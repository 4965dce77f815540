# SPDX-License-Identifier: EUPL-1.2
"""First start, step by step."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.support.first_start import beginning_page, card_page, recovery_page
from workbench.ui.first_start.page import BeginningPage
from workbench.ui.first_start.step_page import StepPage
from workbench.ui.kit.dialogs import Dialogs
from workbench.ui.kit.frame import Frame
from workbench.ui.kit.rail import Entry
from workbench.ui.shell import Shell
from workbench.ui.unlock.page import UnlockPage
from workbench.vault.errors import UnsafePlaceError


def _before(page: BeginningPage) -> Shell:
    shell = Shell(UnlockPage(folder=""), lock_now=lambda: None)
    shell.show_first(page)
    return shell


def _within(page: StepPage) -> Shell:
    shell = Shell(UnlockPage(folder=""), lock_now=lambda: None)
    frame = Frame([Entry("step", "", "person", lambda: page)], Dialogs(shell))
    frame.rail.hide()
    frame.top.finder.hide()
    frame.top.save_state.hide()
    shell.unlocked("fictional", frame, "step")
    return shell


def _where() -> QWidget:
    return _before(beginning_page(Path("~/Varn")))


def _refused() -> QWidget:
    refused = UnsafePlaceError(why="OneDrive")
    return _before(beginning_page(Path("~/OneDrive/Varn"), refused))


def _at(steps: int) -> BeginningPage:
    page = beginning_page(Path("~/Varn"))
    page._go_on()
    if steps > 1:
        page.kind.choices.findChildren(QWidget)[1].click()
        page.kind.organisation.setText("Jouren Påhittet")
        page.kind.unit.setText("Dagjouren")
        page._go_on()
    if steps > 2:
        page.who.name.setText("Sten Skyddsson")
        page._go_on()
    return page


def _typing() -> BeginningPage:
    page = _at(3)
    page._go_on()
    page.passphrase.typed.setText("sol")
    page._go_on()
    return page


def _working() -> QWidget:
    page = _at(3)
    page.show_working()
    return _before(page)


CODE = "V3QX-T9WM-91GT-1H6E-W55W-4CWK-XJD3-WD4Y-8VXJ"
CODES = (
    CODE,
    "R5GR-YNHE-AFWV-2V4A-GFWZ-E41Q-K8GX-5YG2-K08S",
    "1Z0F-R0S4-CPM8-5AB8-73MA-K85P-KMTX-C935-DA7Q",
)


def _recovery(codes: Sequence[str]) -> QWidget:
    page = recovery_page(codes[0], printer="Kontorsskrivaren")
    page.show_codes("0c0ffee0-0000-4000-8000-0000000000aa", "2026-11-22", tuple(codes))
    return _within(page)


def _back(codes: Sequence[str], *, is_wrong: bool) -> QWidget:
    page = recovery_page(codes[0])
    page.ask_back(len(codes), may_show=True)
    if is_wrong:
        page.typed[0].setText(CODE.replace("91GT", "91GV"))
        page.show_wrong_groups(1, (3,))
    return _within(page)


def _lost() -> QWidget:
    return _within(recovery_page(""))


def _card() -> QWidget:
    page = card_page()
    page.show_written("/media/sticka/contact-card.json")
    return _within(page)


PAGES = (
    ("first-1-where", _where),
    ("first-1-refused", _refused),
    ("first-2-kind", lambda: _before(_at(1))),
    ("first-3-who", lambda: _before(_at(2))),
    ("first-4-passphrase", lambda: _before(_at(3))),
    ("first-4-typing", lambda: _before(_typing())),
    ("first-4-working", _working),
    ("first-5-code", lambda: _recovery((CODE,))),
    ("first-5-three", lambda: _recovery(CODES)),
    ("first-5-back", lambda: _back((CODE,), is_wrong=True)),
    ("first-5-back-three", lambda: _back(CODES, is_wrong=False)),
    ("first-5-lost", _lost),
    ("first-6-card", _card),
)
