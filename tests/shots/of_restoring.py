# SPDX-License-Identifier: EUPL-1.2
"""Restoring from a backup, before anything is unlocked."""

from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.domain.ids import CaseId
from workbench.services.copies_ports import AktOfCopy, RestoreTold
from workbench.ui.restoring.page import RestoringPage
from workbench.ui.restoring.vms import CopyOnMedium, copy_vms, done_vm
from workbench.ui.shell import Shell
from workbench.ui.unlock.page import UnlockPage
from workbench.words import ErrorText

_VAULT = "0a3af873-38e1-45e3-ab06-1d7af43be041"
_CASE = CaseId("5f0c3a52-0d5e-4f0e-9c1b-9a1d7be0aa01")
_MADE = ("2026-11-21T16:05:00Z", "2026-11-14T15:40:00Z", "2026-11-07T15:58:00Z")
_TOLD = RestoreTold(
    medium="m", generation="g", made=_MADE[0], opened=40, hash_only=3, damaged=(), erased=0,
    keyless=0, exchange="new-card", left_aside="",
    from_older=(AktOfCopy(_CASE, "2026-0017", "g", _MADE[1], 2),),
    left_out=(AktOfCopy(_CASE, "2026-0003"),),
)  # fmt: skip


class _Nobody:
    """A presenter that decides nothing."""

    def progress(self) -> tuple[int, int]:
        return (3, 7)

    def __getattr__(self, _name: str) -> Any:
        return lambda *_given: None


def _page() -> RestoringPage:
    return RestoringPage("/home/sten/Varn", lambda _view: _Nobody())


def _in_front(page: RestoringPage) -> Shell:
    shell = Shell(UnlockPage(folder="~/Varn"), lock_now=lambda: None)
    shell.show_first(page)
    return shell


def _begun() -> QWidget:
    return _in_front(_page())


def _found() -> RestoringPage:
    page = _page()
    copies = [CopyOnMedium(_VAULT, made, made) for made in _MADE]
    page.show_copies("/media/sten/KOPIA", copy_vms(copies))
    page.who.place.setText("01")
    return page


def _damaged() -> QWidget:
    page = _found()
    told = ErrorText(
        "VAULT-060",
        "I säkerhetskopian går 2 av akterna inte att läsa rätt: 2026-0017, 2026-0003. "
        "Inget har ändrats.",
        "Resten kan läggas tillbaka ändå: skriv varför. De skadade akterna hämtas då från en "
        "äldre säkerhetskopia på samma medium, om det finns en som är hel.",
    )
    page.show_refused(told)
    page.ask_why()
    return _in_front(page)


def _working() -> QWidget:
    page = _found()
    page.show_working("Säkerhetskopian öppnas och kontrolleras …")
    return _in_front(page)


def _done() -> QWidget:
    page = _found()
    page.show_done(done_vm(_TOLD))
    return _in_front(page)


PAGES = (
    ("restoring", _begun),
    ("restoring-found", lambda: _in_front(_found())),
    ("restoring-damaged", _damaged),
    ("restoring-working", _working),
    ("restoring-done", _done),
)
