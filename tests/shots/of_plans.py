# SPDX-License-Identifier: EUPL-1.2
"""The plans: the list searched and for scenarios, a child's plan, staying, the sheet on screen."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.case_pages import safety_plan_page, stay_plan_page
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from workbench.domain.plans import ChildPlanNote, PlanItem, PlanModules, SafetyPlan, StayPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import ProtectionNow, Subject
from workbench.services.akter.cases import NewCase
from workbench.services.loop import planning, safety_planning
from workbench.services.records.akt import Draft
from workbench.ui.kit.page import Page
from workbench.ui.safety_plan.page import SafetyPlanPage


def _planned(bench: Bench) -> SafetyPlanPage:
    """With modules, notes on two children, and a person who wants paper."""
    case = filled_case(bench)
    akt = bench.akt(case)
    safety_planning.enter_modules(akt, PlanModules(("honour", "rural")))
    safety_planning.enter_child_note(
        akt,
        ChildPlanNote(
            "Storasyster", has_plan=True, reviewed_on="2026-11-20", review_on="2026-12-20"
        ),
    )
    safety_planning.enter_child_note(akt, ChildPlanNote("Lillebror", has_plan=False))
    planning.enter_plan_item(akt, PlanItem("person", "", "Nyckeln hos Sam", "U", paper="S: nyckel"))
    planning.enter_safety_plan(
        akt,
        SafetyPlan(
            "Jag ringer Sam om jag blir rädd. Väskan står hos mamma.",
            "2026-11-21",
            repeated_back=True,
            paper="asked-for",
            on_paper="Ring Sam. Gå genom tvättstugan.",
            review_on="2026-12-05",
        ),
    )
    return safety_plan_page(bench, case)


def _top() -> QWidget:
    return in_window(_planned(Bench()))


def _list() -> QWidget:
    page = _planned(Bench())
    shell = in_window(page)
    page.findChild(QWidget, "library").click()
    return _scrolled(shell, page, "take-B7")


def _found() -> QWidget:
    page = _planned(Bench())
    shell = in_window(page)
    page.findChild(QWidget, "library").click()
    search = page.findChild(QWidget, "search-library")
    search.setText("ring")
    search.typed.emit("ring")
    return _scrolled(shell, page, "take-J1")


def _point() -> QWidget:
    page = _planned(Bench())
    shell = in_window(page)
    page.findChild(QWidget, "library").click()
    page.findChild(QWidget, "take-J1").click()
    return _scrolled(shell, page, "field-carry")


def _modules() -> QWidget:
    page = _planned(Bench())
    shell = in_window(page)
    page.concerns.fold.click()
    return _scrolled(shell, page, "field-rural")


def _children() -> QWidget:
    page = _planned(Bench())
    shell = in_window(page)
    return _scrolled(shell, page, "to-print")


def _child() -> QWidget:
    bench = Bench()
    akt = bench.session.begin(NewCase(Subject("Alva Påhitt", role="child"), "2026-0143"))
    planning.enter_safety_plan(
        akt,
        SafetyPlan(
            "Om det blir bråk går jag till Lo. Lo har hund.",
            "2026-11-21",
            paper="asked-for",
            on_paper="Jag går till Lo. Lo har hund.",
            reader="young",
            designated="Alex Nattpass",
            contact="Robin på förskolan",
        ),
    )
    return in_window(safety_plan_page(bench, akt.case))


def _outdated(*, scrolled: bool) -> QWidget:
    """A scenario changed under a point of the person's own plan."""
    bench = Bench()
    case = filled_case(bench)
    akt = bench.akt(case)
    scenario = akt.all(Scenario)[0]
    text = "Väntar i bilen med låsta dörrar tills någon möter."
    item = PlanItem("person", "", text, "M", "Kim", scenarios=(scenario.record,))
    akt.enter(Draft(item))
    changed = replace(scenario.value, frequency="Flera gånger", reason="Sagt av förskolan")
    akt.enter(Draft(changed, scenario.record))
    page = safety_plan_page(bench, case)
    shell = in_window(page)
    return _scrolled(shell, page, "add-child") if scrolled else shell


def _stay() -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    bench.akt(case).enter(Draft(ProtectionNow("yes", "Vill hem till katten", shelter="declined")))
    return in_window(stay_plan_page(bench, case))


def _stay_again() -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    plan = StayPlan(
        "goes-home",
        "2026-11-24",
        "Alex Nattpass",
        "Att det kan bli farligare nu. Platsen finns kvar till fredag.",
        "Ringer 112, går till Sam.",
        "Sam vet. Systern ska inte veta.",
        "Alex ringer tisdag kl. 10 från dolt nummer.",
    )
    safety_planning.enter_stay_plan(bench.akt(case), plan)
    return in_window(stay_plan_page(bench, case))


def _scrolled(shell: QWidget, page: Page, name: str) -> QWidget:
    """As far down as a person would have come: that thing is in sight."""
    shell.resize(1366, 768)
    shell.show()
    wanted = page.findChild(QWidget, name)
    wanted.setFocus()
    page.reveal(wanted)
    return shell


PAGES = (
    ("plans-safety", _top),
    ("plans-list", _list),
    ("plans-found", _found),
    ("plans-point", _point),
    ("plans-modules", _modules),
    ("plans-children", _children),
    ("plans-child", _child),
    ("plans-outdated", lambda: _outdated(scrolled=False)),
    ("plans-outdated-point", lambda: _outdated(scrolled=True)),
    ("plans-stay", _stay),
    ("plans-stay-again", _stay_again),
)
