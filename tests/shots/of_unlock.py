# SPDX-License-Identifier: EUPL-1.2
"""The unlock page: as it opens, while the key is derived, after a wrong passphrase."""

from PySide6.QtWidgets import QWidget

from workbench.ui.shell import Shell
from workbench.ui.unlock.page import UnlockPage
from workbench.words import ErrorText


def _locked(page: UnlockPage) -> QWidget:
    return Shell(page, lock_now=lambda: None)


def _plain() -> QWidget:
    return _locked(UnlockPage(folder="~/Varn"))


def _working() -> QWidget:
    page = UnlockPage(folder="~/Varn")
    page.place.setText("01")
    page.passphrase.setText("fem ord som ingen har")
    page.show_working()
    return _locked(page)


def _refused() -> QWidget:
    page = UnlockPage(folder="~/Varn")
    page.place.setText("01")
    told = ErrorText(
        "VAULT-002",
        "Numret och lösenfrasen hör inte ihop. Inget gick förlorat.",
        "Vänta 8 sekunder och försök igen.",
    )
    page.show_refused(told, 8)
    return _locked(page)


PAGES = (
    ("unlock", _plain),
    ("unlock-working", _working),
    ("unlock-refused", _refused),
)
