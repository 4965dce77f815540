# SPDX-License-Identifier: EUPL-1.2
"""The pages of an akt, Idag and Akter, on one fictional akt and on nothing at all."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.case_pages import (
    Make,
    case_page,
    incidents_page,
    journal_page,
    protection_page,
    protection_plan_page,
    register_page,
    safety_plan_page,
    scenarios_page,
    today_page,
)
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from workbench.domain.subject import Note, Subject
from workbench.services.akter.cases import NewCase
from workbench.services.person.whom import write_note
from workbench.services.records import working
from workbench.services.removing import erasing
from workbench.ui.case.page import CasePage
from workbench.ui.journal.page import JournalPage
from workbench.ui.kit.page import Page
from workbench.ui.scenarios.page import ScenariosPage
from workbench.vault.errors import DamagedFileError
from workbench.words import error_text


def _filled(make: Make, then: Callable[[Page], None] = lambda _page: None) -> QWidget:
    bench = Bench()
    page = make(bench, filled_case(bench))
    shell = in_window(page)
    page.saved.connect(shell.frame().top.save_state.saved)
    then(page)
    page.flush()
    return shell


def _empty(make: Make) -> QWidget:
    bench = Bench()
    return in_window(make(bench, bench.begin(number="2026-0143")))


def _writing(page: Page) -> None:
    assert isinstance(page, JournalPage)
    page.note.form.field("text").setPlainText("Polisen ringde tillbaka kl. 02:05. ")


def _contact_shown(page: Page) -> None:
    assert isinstance(page, CasePage)
    page.contact.turn.click()


def _point(page: Page) -> None:
    page.findChild(QWidget, "library").click()
    page.findChild(QWidget, "marks").click()


def _measure(page: Page) -> None:
    assert isinstance(page, ScenariosPage)
    cards = [w for w in page.findChildren(QWidget) if w.objectName().startswith("add-measure")]
    cards[0].click()


def _waiting() -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    working.type_field(
        bench.akt(case), working.Field("note", bench.ids.new_uuid(), "text"), "Ring tillbaka"
    )
    for name in ("Robin Exempel", "Love Påhitt"):
        akt = bench.session.begin(NewCase(Subject(name)))
        write_note(akt, Note("x"))
    return in_window(today_page(bench), under="today")


def _first() -> QWidget:
    return in_window(today_page(Bench()), under="today")


def _begin() -> QWidget:
    bench = Bench()
    filled_case(bench)
    page = today_page(bench)
    page.start.click()
    return in_window(page, under="today")


def _cases() -> QWidget:
    bench = Bench()
    filled_case(bench)
    for name in ("Robin Exempel", "Love Påhitt", ""):
        bench.session.begin(NewCase(Subject(name)))
    return in_window(register_page(bench))


def _hidden(make: Make) -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    erasing.hide(bench.akt(case), "Fel person")
    return in_window(make(bench, case))


def _damaged(page: Page) -> None:
    assert isinstance(page, CasePage)
    text = error_text(DamagedFileError(file="cases/5f0c3a52-0d5e-4f0e-9c1b-9a1d7be0aa01.db"))
    page.show_damaged(text.what, f"{text.remedy} ({text.code})", "2026-0001")


PAGES = (
    ("today", _waiting),
    ("today-first", _first),
    ("today-begin", _begin),
    ("register", _cases),
    ("register-first", lambda: in_window(register_page(Bench()))),
    ("case", lambda: _filled(case_page)),
    ("case-contact", lambda: _filled(case_page, _contact_shown)),
    ("case-hidden", lambda: _hidden(case_page)),
    ("case-damaged", lambda: _filled(case_page, _damaged)),
    ("case-new", lambda: _empty(case_page)),
    ("journal", lambda: _filled(journal_page, _writing)),
    ("journal-new", lambda: _empty(journal_page)),
    ("protection", lambda: _empty(protection_page)),
    ("protection-again", lambda: _filled(protection_page)),
    ("incidents", lambda: _filled(incidents_page)),
    ("scenarios", lambda: _filled(scenarios_page)),
    ("scenarios-measure", lambda: _filled(scenarios_page, _measure)),
    ("scenarios-new", lambda: _empty(scenarios_page)),
    ("safety-plan", lambda: _filled(safety_plan_page)),
    ("safety-plan-list", lambda: _filled(safety_plan_page, _point)),
    ("protection-plan", lambda: _filled(protection_plan_page)),
)
