# SPDX-License-Identifier: EUPL-1.2
"""The pages of an akt, Idag and Akter, on one fictional akt and on nothing at all."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.desk import Answers, Bench
from tests.support.fictional_case import filled_case
from workbench.domain.ids import CaseId
from workbench.domain.subject import Note, Subject
from workbench.services import cases, working
from workbench.services.cases import NewCase
from workbench.ui.case.page import CasePage
from workbench.ui.case.presenter import CasePresenter
from workbench.ui.incidents.page import IncidentsPage
from workbench.ui.incidents.presenter import IncidentsPresenter
from workbench.ui.journal.page import JournalPage
from workbench.ui.journal.presenter import JournalPresenter
from workbench.ui.kit.page import Page
from workbench.ui.protection.page import ProtectionPage
from workbench.ui.protection.presenter import ProtectionPresenter
from workbench.ui.protection_plan.page import ProtectionPlanPage
from workbench.ui.protection_plan.presenter import ProtectionPlanPresenter
from workbench.ui.register.page import RegisterPage
from workbench.ui.register.presenter import RegisterPresenter
from workbench.ui.safety_plan.page import SafetyPlanPage
from workbench.ui.safety_plan.presenter import SafetyPlanPresenter
from workbench.ui.scenarios.page import ScenariosPage
from workbench.ui.scenarios.presenter import ScenariosPresenter
from workbench.ui.today.page import TodayPage
from workbench.ui.today.presenter import TodayPresenter

Make = Callable[[Bench, CaseId], Page]


def _case(b: Bench, case: CaseId) -> CasePage:
    return CasePage(lambda view: CasePresenter(view, b.open_case(case), Answers(), b.go))


def _journal(b: Bench, case: CaseId) -> JournalPage:
    return JournalPage(lambda view: JournalPresenter(view, b.open_case(case), Answers(), b.go))


def _protection(b: Bench, case: CaseId) -> ProtectionPage:
    return ProtectionPage(
        lambda view: ProtectionPresenter(view, b.open_case(case), Answers(), b.go)
    )


def _incidents(b: Bench, case: CaseId) -> IncidentsPage:
    return IncidentsPage(lambda view: IncidentsPresenter(view, b.open_case(case), Answers(), b.go))


def _scenarios(b: Bench, case: CaseId) -> ScenariosPage:
    return ScenariosPage(lambda view: ScenariosPresenter(view, b.open_case(case), Answers(), b.go))


def _safety_plan(b: Bench, case: CaseId) -> SafetyPlanPage:
    return SafetyPlanPage(
        lambda view: SafetyPlanPresenter(view, b.open_case(case), Answers(), b.go)
    )


def _protection_plan(b: Bench, case: CaseId) -> ProtectionPlanPage:
    return ProtectionPlanPage(
        lambda view: ProtectionPlanPresenter(view, b.open_case(case), Answers(), b.go)
    )


def _today(b: Bench) -> TodayPage:
    return TodayPage(lambda view: TodayPresenter(view, b.jobs, b.session, b.go))


def _register(b: Bench) -> RegisterPage:
    return RegisterPage(lambda view: RegisterPresenter(view, b.jobs, b.session, b.go))


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
        cases.write_note(akt, Note("x"))
    return in_window(_today(bench), under="today")


def _first() -> QWidget:
    return in_window(_today(Bench()), under="today")


def _begin() -> QWidget:
    bench = Bench()
    filled_case(bench)
    page = _today(bench)
    page.start.click()
    return in_window(page, under="today")


def _cases() -> QWidget:
    bench = Bench()
    filled_case(bench)
    for name in ("Robin Exempel", "Love Påhitt", ""):
        bench.session.begin(NewCase(Subject(name)))
    return in_window(_register(bench))


PAGES = (
    ("today", _waiting),
    ("today-first", _first),
    ("today-begin", _begin),
    ("register", _cases),
    ("register-first", lambda: in_window(_register(Bench()))),
    ("case", lambda: _filled(_case)),
    ("case-contact", lambda: _filled(_case, _contact_shown)),
    ("case-new", lambda: _empty(_case)),
    ("journal", lambda: _filled(_journal, _writing)),
    ("journal-new", lambda: _empty(_journal)),
    ("protection", lambda: _empty(_protection)),
    ("protection-again", lambda: _filled(_protection)),
    ("incidents", lambda: _filled(_incidents)),
    ("scenarios", lambda: _filled(_scenarios)),
    ("scenarios-measure", lambda: _filled(_scenarios, _measure)),
    ("scenarios-new", lambda: _empty(_scenarios)),
    ("safety-plan", lambda: _filled(_safety_plan)),
    ("safety-plan-list", lambda: _filled(_safety_plan, _point)),
    ("protection-plan", lambda: _filled(_protection_plan)),
)
