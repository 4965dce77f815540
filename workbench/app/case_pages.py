# SPDX-License-Identifier: EUPL-1.2
"""The pages about one akt, and about one record in it: each with its presenter."""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.ui.about_person.page import AboutPersonPage
from workbench.ui.about_person.presenter import AboutPersonPresenter
from workbench.ui.alongside.page import AlongsidePage
from workbench.ui.alongside.presenter import AlongsidePresenter
from workbench.ui.arrival.page import ArrivalPage
from workbench.ui.arrival.presenter import ArrivalPresenter
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.calls.page import CallsPage
from workbench.ui.calls.presenter import CallsPresenter
from workbench.ui.case.page import CasePage
from workbench.ui.case.presenter import CasePresenter
from workbench.ui.case_access.page import CaseAccessPage
from workbench.ui.case_access.presenter import CaseAccessPresenter
from workbench.ui.case_erasing.page import CaseErasingPage
from workbench.ui.case_erasing.presenter import CaseErasingPresenter
from workbench.ui.choose_instrument.page import ChooseInstrumentPage
from workbench.ui.choose_instrument.presenter import ChoosePresenter
from workbench.ui.concern.page import ConcernPage
from workbench.ui.concern.presenter import ConcernPresenter
from workbench.ui.confirm_rule.page import ConfirmRulePage
from workbench.ui.confirm_rule.presenter import ConfirmPresenter
from workbench.ui.document.page import DocumentPage
from workbench.ui.document.presenter import DocumentPresenter
from workbench.ui.documents.page import DocumentsPage
from workbench.ui.documents.presenter import DocumentsPresenter
from workbench.ui.external_results.page import ExternalResultsPage
from workbench.ui.external_results.presenter import ExternalResultsPresenter
from workbench.ui.first_day.page import FirstDayPage
from workbench.ui.first_day.presenter import FirstDayPresenter
from workbench.ui.follow_up.page import FollowUpPage
from workbench.ui.follow_up.presenter import FollowUpPresenter
from workbench.ui.from_paper.page import FromPaperPage
from workbench.ui.from_paper.presenter import FromPaperPresenter
from workbench.ui.incidents.page import IncidentsPage
from workbench.ui.incidents.presenter import IncidentsPresenter
from workbench.ui.journal.page import JournalPage
from workbench.ui.journal.presenter import JournalPresenter
from workbench.ui.judgement.page import JudgementPage
from workbench.ui.judgement.presenter import JudgementPresenter
from workbench.ui.kit.page import Page
from workbench.ui.orders.page import OrdersPage
from workbench.ui.orders.presenter import OrdersPresenter
from workbench.ui.outdated.page import OutdatedPage
from workbench.ui.outdated.presenter import OutdatedPresenter
from workbench.ui.own_appraisal.page import OwnAppraisalPage
from workbench.ui.own_appraisal.presenter import OwnAppraisalPresenter
from workbench.ui.people.page import PeoplePage
from workbench.ui.people.presenter import PeoplePresenter
from workbench.ui.personal_file.page import PersonalFilePage
from workbench.ui.personal_file.presenter import PersonalFilePresenter
from workbench.ui.places import PageName
from workbench.ui.protection.page import ProtectionPage
from workbench.ui.protection.presenter import ProtectionPresenter
from workbench.ui.protection_plan.page import ProtectionPlanPage
from workbench.ui.protection_plan.presenter import ProtectionPlanPresenter
from workbench.ui.read_off.page import ReadOffPage
from workbench.ui.read_off.presenter import ReadOffPresenter
from workbench.ui.review.page import ReviewPage
from workbench.ui.review.presenter import ReviewPresenter
from workbench.ui.safety_plan.page import SafetyPlanPage
from workbench.ui.safety_plan.presenter import SafetyPlanPresenter
from workbench.ui.salvage.page import SalvagePage
from workbench.ui.salvage.presenter import SalvagePresenter
from workbench.ui.scenarios.page import ScenariosPage
from workbench.ui.scenarios.presenter import ScenariosPresenter
from workbench.ui.stay_plan.page import StayPlanPage
from workbench.ui.stay_plan.presenter import StayPlanPresenter
from workbench.ui.timeline.page import TimelinePage
from workbench.ui.timeline.presenter import TimelinePresenter
from workbench.ui.told.page import ToldPage
from workbench.ui.told.presenter import ToldPresenter
from workbench.ui.worksheet_frame.page import FramePage
from workbench.ui.worksheet_frame.presenter import FramePresenter

Made = tuple[Callable[..., Page], Callable[..., Any]]

PAGES_OF_A_CASE: Mapping[PageName, Made] = {
    "about-person": (AboutPersonPage, AboutPersonPresenter),
    "journal": (JournalPage, JournalPresenter),
    "arrival": (ArrivalPage, ArrivalPresenter),
    "first-day": (FirstDayPage, FirstDayPresenter),
    "protection": (ProtectionPage, ProtectionPresenter),
    "incidents": (IncidentsPage, IncidentsPresenter),
    "timeline": (TimelinePage, TimelinePresenter),
    "orders": (OrdersPage, OrdersPresenter),
    "follow-up": (FollowUpPage, FollowUpPresenter),
    "external-results": (ExternalResultsPage, ExternalResultsPresenter),
    "documents": (DocumentsPage, DocumentsPresenter),
    "personal-file": (PersonalFilePage, PersonalFilePresenter),
    "scenarios": (ScenariosPage, ScenariosPresenter),
    "outdated": (OutdatedPage, OutdatedPresenter),
    "concern-report": (ConcernPage, ConcernPresenter),
    "safety-plan": (SafetyPlanPage, SafetyPlanPresenter),
    "protection-plan": (ProtectionPlanPage, ProtectionPlanPresenter),
    "stay-plan": (StayPlanPage, StayPlanPresenter),
    "people": (PeoplePage, PeoplePresenter),
    "told": (ToldPage, ToldPresenter),
    "calls": (CallsPage, CallsPresenter),
    "case": (CasePage, CasePresenter),
    "choose-instrument": (ChooseInstrumentPage, ChoosePresenter),
    "case-access": (CaseAccessPage, CaseAccessPresenter),
    "case-erasing": (CaseErasingPage, CaseErasingPresenter),
    "salvage": (SalvagePage, SalvagePresenter),
}
PAGES_OF_A_RECORD: Mapping[PageName, Made] = {
    "assess": (AssessPage, AssessPresenter),
    "own-appraisal": (OwnAppraisalPage, OwnAppraisalPresenter),
    "read-off": (ReadOffPage, ReadOffPresenter),
    "from-paper": (FromPaperPage, FromPaperPresenter),
    "confirm-rule": (ConfirmRulePage, ConfirmPresenter),
    "judgement": (JudgementPage, JudgementPresenter),
    "review": (ReviewPage, ReviewPresenter),
    "alongside": (AlongsidePage, AlongsidePresenter),
    "worksheet-frame": (FramePage, FramePresenter),
    "document": (DocumentPage, DocumentPresenter),
}
