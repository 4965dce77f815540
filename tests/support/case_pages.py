# SPDX-License-Identifier: EUPL-1.2
"""The pages of an akt as the composition root builds them, over a bench."""

from collections.abc import Callable

from tests.support.desk import Answers, Bench
from workbench.domain.ids import CaseId
from workbench.ui.about_person.page import AboutPersonPage
from workbench.ui.about_person.presenter import AboutPersonPresenter
from workbench.ui.calls.page import CallsPage
from workbench.ui.calls.presenter import CallsPresenter
from workbench.ui.case.page import CasePage
from workbench.ui.case.presenter import CasePresenter
from workbench.ui.concern.page import ConcernPage
from workbench.ui.concern.presenter import ConcernPresenter
from workbench.ui.follow_up.page import FollowUpPage
from workbench.ui.follow_up.presenter import FollowUpPresenter
from workbench.ui.incidents.page import IncidentsPage
from workbench.ui.incidents.presenter import IncidentsPresenter
from workbench.ui.journal.page import JournalPage
from workbench.ui.journal.presenter import JournalPresenter
from workbench.ui.kit.page import Page
from workbench.ui.month.page import MonthPage
from workbench.ui.month.presenter import MonthPresenter
from workbench.ui.orders.page import OrdersPage
from workbench.ui.orders.presenter import OrdersPresenter
from workbench.ui.outdated.page import OutdatedPage
from workbench.ui.outdated.presenter import OutdatedPresenter
from workbench.ui.people.page import PeoplePage
from workbench.ui.people.presenter import PeoplePresenter
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
from workbench.ui.stay_plan.page import StayPlanPage
from workbench.ui.stay_plan.presenter import StayPlanPresenter
from workbench.ui.timeline.page import TimelinePage
from workbench.ui.timeline.presenter import TimelinePresenter
from workbench.ui.today.page import TodayPage
from workbench.ui.today.presenter import TodayPresenter
from workbench.ui.told.page import ToldPage
from workbench.ui.told.presenter import ToldPresenter

Make = Callable[[Bench, CaseId], Page]


def case_page(b: Bench, case: CaseId) -> CasePage:
    return CasePage(lambda view: CasePresenter(view, b.open_case(case), Answers(), b.go))


def about_person_page(b: Bench, case: CaseId, *answers: bool | str | None) -> AboutPersonPage:
    asks = Answers(*answers)
    return AboutPersonPage(lambda view: AboutPersonPresenter(view, b.open_case(case), asks, b.go))


def journal_page(b: Bench, case: CaseId) -> JournalPage:
    return JournalPage(lambda view: JournalPresenter(view, b.open_case(case), Answers(), b.go))


def protection_page(b: Bench, case: CaseId) -> ProtectionPage:
    return ProtectionPage(
        lambda view: ProtectionPresenter(view, b.open_case(case), Answers(), b.go)
    )


def incidents_page(b: Bench, case: CaseId) -> IncidentsPage:
    return IncidentsPage(lambda view: IncidentsPresenter(view, b.open_case(case), Answers(), b.go))


def outdated_page(b: Bench, case: CaseId, *answers: str) -> OutdatedPage:
    asks = Answers(*answers)
    return OutdatedPage(lambda view: OutdatedPresenter(view, b.open_case(case), asks, b.go))


def concern_page(b: Bench, case: CaseId) -> ConcernPage:
    return ConcernPage(lambda view: ConcernPresenter(view, b.open_case(case), Answers(), b.go))


def timeline_page(b: Bench, case: CaseId) -> TimelinePage:
    return TimelinePage(lambda view: TimelinePresenter(view, b.open_case(case), Answers(), b.go))


def orders_page(b: Bench, case: CaseId) -> OrdersPage:
    return OrdersPage(lambda view: OrdersPresenter(view, b.open_case(case), Answers(), b.go))


def follow_up_page(b: Bench, case: CaseId) -> FollowUpPage:
    return FollowUpPage(lambda view: FollowUpPresenter(view, b.open_case(case), Answers(), b.go))


def scenarios_page(b: Bench, case: CaseId) -> ScenariosPage:
    return ScenariosPage(lambda view: ScenariosPresenter(view, b.open_case(case), Answers(), b.go))


def safety_plan_page(b: Bench, case: CaseId, asks: Answers | None = None) -> SafetyPlanPage:
    answers = asks or Answers()
    return SafetyPlanPage(lambda view: SafetyPlanPresenter(view, b.open_case(case), answers, b.go))


def protection_plan_page(b: Bench, case: CaseId, asks: Answers | None = None) -> ProtectionPlanPage:
    answers = asks or Answers()
    return ProtectionPlanPage(
        lambda view: ProtectionPlanPresenter(view, b.open_case(case), answers, b.go)
    )


def stay_plan_page(b: Bench, case: CaseId) -> StayPlanPage:
    return StayPlanPage(lambda view: StayPlanPresenter(view, b.open_case(case), Answers(), b.go))


def people_page(b: Bench, case: CaseId) -> PeoplePage:
    return PeoplePage(lambda view: PeoplePresenter(view, b.open_case(case), Answers(), b.go))


def calls_page(b: Bench, case: CaseId) -> CallsPage:
    return CallsPage(lambda view: CallsPresenter(view, b.open_case(case), Answers(), b.go))


def told_page(b: Bench, case: CaseId) -> ToldPage:
    return ToldPage(lambda view: ToldPresenter(view, b.open_case(case), Answers(), b.go))


def today_page(b: Bench) -> TodayPage:
    return TodayPage(lambda view: TodayPresenter(view, b.jobs, b.session, b.go))


def month_page(b: Bench) -> MonthPage:
    nobody = Answers()
    return MonthPage(lambda view: MonthPresenter(view, b.jobs, b.session, nobody, b.go, None))


def register_page(b: Bench) -> RegisterPage:
    return RegisterPage(lambda view: RegisterPresenter(view, b.jobs, b.session, b.go))


PAGES: dict[str, Make] = {
    "case": case_page,
    "journal": journal_page,
    "protection": protection_page,
    "incidents": incidents_page,
    "orders": orders_page,
    "follow-up": follow_up_page,
    "scenarios": scenarios_page,
    "outdated": outdated_page,
    "concern-report": concern_page,
    "safety-plan": safety_plan_page,
    "protection-plan": protection_plan_page,
    "stay-plan": stay_plan_page,
    "today": lambda bench, _case: today_page(bench),
    "month": lambda bench, _case: month_page(bench),
    "register": lambda bench, _case: register_page(bench),
}
