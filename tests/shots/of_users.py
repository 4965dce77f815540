# SPDX-License-Identifier: EUPL-1.2
"""Users, and who may open an akt."""

from typing import Any

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from workbench.ui.case_access.page import CaseAccessPage
from workbench.ui.case_access.presenter import AccessVm, ReaderVm
from workbench.ui.log.telling import LineVm
from workbench.ui.users import vms
from workbench.ui.users.page import UsersPage
from workbench.ui.users.vms import LeavingVm, PersonVm, UsersVm
from workbench.words import _

EVERY = ("administrator", "practitioner", "reviewer", "method-owner", "exchange", "log-reviewer")


class Still:
    """A presenter that does nothing."""

    @property
    def drawing(self) -> "Still":
        return Still()

    def __getattr__(self, _name: str) -> Any:
        return _nothing


def _nothing(*_args: object, **_named: object) -> None:
    pass


def _people() -> tuple[PersonVm, ...]:
    return (
        PersonVm("a" * 64, 1, "Sten Skyddsson", "det är du · föreståndare · alla roller",
                 EVERY, is_me=True),
        PersonVm("b" * 64, 2, "Karin Exempelgren", "kurator · handläggare, granskare",
                 ("practitioner", "reviewer")),
        PersonVm("c" * 64, 3, "Maj Metodsdotter", "metodstöd · handläggare, metodansvarig, utbyte",
                 ("practitioner", "method-owner", "exchange")),
    )  # fmt: skip


def _users(people: tuple[PersonVm, ...], *, is_alone: bool = False, count: int = 0) -> UsersPage:
    page = UsersPage(lambda _view: Still())
    page.show_users(
        UsersVm(
            people,
            may_change=True,
            may_exchange=True,
            is_alone=is_alone,
            waiting=vms.waiting(count),
        )
    )
    return page


def _shown(page: UsersPage) -> QWidget:
    """As several people see it, who share the computer."""
    window = in_window(page, "cases")
    top = window.frame().top
    top._is_shared = True
    top.show_narrow(is_narrow=False)
    return window


def _person() -> QWidget:
    page = _users(_people())
    page.show_person(_people()[1], may_change=True, may_exchange=True)
    return _shown(page)


def _adding() -> QWidget:
    page = _users(_people())
    page.ask_newcomer(4, may_exchange=True)
    page.newcomer.name.show_text("Nils Nykomling")
    return _shown(page)


def _phrase() -> QWidget:
    page = _users(_people())
    page.phrases.show_passphrase(("korall", "tofs", "vinter", "lampa", "granit"), "04")
    return _shown(page)


def _typing() -> QWidget:
    page = _users(_people())
    page.phrases.ask_back()
    page.phrases.show_mismatch()
    return _shown(page)


def _leaving() -> QWidget:
    page = _users(_people())
    told = vms.could_copy(14, is_over=False)
    page.ask_leaving(LeavingVm(_people()[1], told, vms.alone(("2026-0004", "2026-0011"))))
    return _shown(page)


def _done() -> QWidget:
    page = _users(_people()[:2], count=14)
    page.show_done(_("The user is removed."), vms.could_copy(14, is_over=True))
    return _shown(page)


def _access(readers: int) -> QWidget:
    page = CaseAccessPage(lambda _view: Still())
    people = [
        ReaderVm("a" * 64, "Sten Skyddsson", "01 · föreståndare · det är du", is_me=True),
        ReaderVm("b" * 64, "Karin Exempelgren", "02 · kurator"),
        ReaderVm("c" * 64, "Maj Metodsdotter", "03 · metodstöd"),
    ]
    lines = tuple(
        LineVm(day, who, time, what, "2026-0004")
        for day, time, who, what in (
            ("2026-11-22", "08:12", "Karin Exempelgren", "öppnade"),
            ("2026-11-21", "16:40", "Sten Skyddsson", "gav Karin Exempelgren behörighet: semester"),
            ("2026-11-21", "09:03", "Sten Skyddsson", "gjorde ett papper för Socialtjänsten"),
            ("2026-11-20", "21:55", "Sten Skyddsson", "öppnade"),
        )
    )
    page.show_access(AccessVm("2026-0004", tuple(people[:readers]), tuple(people[readers:]), lines))
    return in_window(page)


PAGES = (
    ("users-1-list", lambda: _shown(_users(_people(), count=3))),
    ("users-2-alone", lambda: _shown(_users(_people()[:1], is_alone=True))),
    ("users-3-person", _person),
    ("users-4-adding", _adding),
    ("users-5-phrase", _phrase),
    ("users-6-typing", _typing),
    ("users-7-leaving", _leaving),
    ("users-8-done", _done),
    ("access-1-case", lambda: _access(2)),
    ("access-2-only", lambda: _access(1)),
)
