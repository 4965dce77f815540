# SPDX-License-Identifier: EUPL-1.2
"""The recovery code: the page about it, and the way back with it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.services.keeping.recovery import RecoveryState
from workbench.services.recovery_ports import Drill
from workbench.ui.first_start.ways import vault_number
from workbench.ui.forgotten.page import ForgottenPage
from workbench.ui.forgotten.presenter import SeatVm
from workbench.ui.recovery.code_row import CodeRow
from workbench.ui.recovery.overview import drilled, overview
from workbench.ui.recovery.page import RecoveryPage
from workbench.ui.recovery.presenter import CodeVm
from workbench.ui.shell import Shell
from workbench.ui.unlock.page import UnlockPage

_CODE = "07BW-884Y-9ZZ4-TCSH-4Z8P-73GX-Z9P4-RAHG-63TK"
_VAULT = "0a3af873-38e1-45e3-ab06-1d7af43be041"
_SEATS = (
    SeatVm(1, "Sten Skyddsson", "Användarnummer 01 · föreståndare · administratör", is_taken=True),
    SeatVm(2, "Karin Exempelgren", "Användarnummer 02 · handläggare", is_taken=True),
    SeatVm(
        3,
        "En ny användare",
        "Administratör, med de akter som ingen annan kan öppna",
        is_taken=False,
    ),
)


class _Nobody:
    """A presenter that decides nothing."""

    def __getattr__(self, _name: str) -> Any:
        return lambda *_given: None


def _type(row: CodeRow, text: str) -> None:
    row.line.setText(text)
    row.line.typed.emit()


def _page(uncovered: int = 0, *, is_due: bool = False) -> RecoveryPage:
    page = RecoveryPage(lambda _view: _Nobody())
    state = RecoveryState("one", "2026-08-01", "" if is_due else "2026-11-02",
                          is_drill_due=is_due, is_used=is_due)  # fmt: skip
    page.show_overview(overview(state, uncovered, may_change=True))
    return page


def _overview() -> QWidget:
    return _page()


def _due() -> QWidget:
    return _page(3, is_due=True)


def _drilling() -> QWidget:
    page = _page()
    page.ask_codes(2)
    _type(page.drill.rows[0], _CODE)
    _type(page.drill.rows[1], _CODE[:21] + "Q" + _CODE[22:])
    return page


def _drilled() -> QWidget:
    page = _page(1)
    page.show_drilled(drilled(Drill("one", 41, 913, ("2026-0044",))))
    return page


def _kind() -> QWidget:
    page = _page()
    page.ask_kind("one")
    return page


def _code() -> QWidget:
    page = _page()
    page.show_code(CodeVm(_CODE, 2, 3, _VAULT, "2026-11-22"))
    return page


def _back() -> QWidget:
    page = _page()
    page.ask_back(2, 3)
    _type(page.back.row, _CODE)
    page.show_wrong_groups((4,))
    return page


def _working() -> QWidget:
    page = _page()
    page.show_working("En kopia öppnas med bara koden …")
    return page


def _forgotten() -> ForgottenPage:
    return ForgottenPage(lambda _view: _Nobody())


def _locked(page: ForgottenPage) -> Shell:
    shell = Shell(UnlockPage(folder="~/Varn"), lock_now=lambda: None)
    shell.show_first(page)
    return shell


def _code_typed() -> QWidget:
    page = _forgotten()
    page.ask_codes(1, vault_number(_VAULT))
    _type(page.codes.rows[0], _CODE[:27])
    return _locked(page)


def _two_codes() -> QWidget:
    page = _forgotten()
    page.ask_codes(2, vault_number(_VAULT))
    _type(page.codes.rows[0], _CODE)
    _type(page.codes.rows[1], _CODE[:21] + "Q" + _CODE[22:])
    return _locked(page)


def _who() -> QWidget:
    page = _forgotten()
    page.ask_who(_SEATS)
    return _locked(page)


def _passphrase() -> QWidget:
    page = _forgotten()
    page.show_passphrase(1, ("körsbär", "lampa", "torsdag", "granit", "vinter", "kanot"))
    return _locked(page)


def _typed_wrong() -> QWidget:
    page = _forgotten()
    page.ask_back()
    page.back.typed.setText("körsbär lampa")
    page.show_mismatch()
    return _locked(page)


def _closed() -> QWidget:
    page = _forgotten()
    page.show_closed(("2026-0044", "2026-0051"), ())
    return _locked(page)


PAGES = (
    ("recovery", _overview),
    ("recovery-due", _due),
    ("recovery-drilling", _drilling),
    ("recovery-drilled", _drilled),
    ("recovery-kind", _kind),
    ("recovery-code", _code),
    ("recovery-back", _back),
    ("recovery-working", _working),
    ("forgotten-code", _code_typed),
    ("forgotten-two", _two_codes),
    ("forgotten-who", _who),
    ("forgotten-passphrase", _passphrase),
    ("forgotten-typed", _typed_wrong),
    ("forgotten-closed", _closed),
)
