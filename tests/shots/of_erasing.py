# SPDX-License-Identifier: EUPL-1.2
"""Hiding and removing: in an akt, for the only user and with a colleague, and for the house."""

import atexit
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.desk import Answers
from tests.unit.services.offices import Office, judgement
from tests.vault.seating import SECOND_PASSPHRASE, SECOND_PLACE, seat_second
from workbench.app.outside import outside
from workbench.domain.disclosures import Printed, Sent
from workbench.domain.erasing import EraseProposed, Urgent
from workbench.domain.ids import CaseId
from workbench.domain.measures import Measure
from workbench.domain.people import StaffMember
from workbench.domain.subject import Note, SafeContact
from workbench.services.assess import judging
from workbench.services.jobs import InlineJobs
from workbench.services.law import erasing_law
from workbench.services.purge.approving import TwoPeople
from workbench.services.records.akt import Draft
from workbench.services.removing import erasing
from workbench.services.removing.erasing import EraseRequest
from workbench.ui.case_erasing.page import CaseErasingPage
from workbench.ui.case_erasing.presenter import CaseErasingPresenter
from workbench.ui.erasing.page import HouseErasingPage
from workbench.ui.erasing.presenter import HouseErasingPresenter
from workbench.ui.writing.open_case import OpenCase

GROUND = "retention-private@2025-09-01"


def _office(name: str) -> Office:
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return Office(Path(folder.name) / name)


def _filled(office: Office) -> CaseId:
    case = office.begin("Vera Exempel")
    akt = office.akt(case)
    office.place.clock.step(hours=1)
    akt.enter(Draft(SafeContact("sms, vardagar 9–11")))
    akt.enter(Draft(Note("Ringde. Hon bor tills vidare hos sin syster, berättar hon, och vill inte "
                         "att någon annan får veta det.")))  # fmt: skip
    office.place.clock.step(minutes=20)
    judging.enter_judgement(akt, judgement())
    akt.enter(Draft(Measure("Kontakta polisen", "Sten", "2026-12-01")))
    return case


@cache
def alone() -> tuple[Office, CaseId]:
    office = _office("alone")
    case = _filled(office)
    office.desk.house.enter(Draft(EraseProposed("E1", case, GROUND, "två år har gått")))
    return office, case


@cache
def together() -> tuple[Office, CaseId]:
    """With a colleague, things removed and things hidden."""
    office = _office("together")
    user = seat_second(office.place, office.desk.vault)
    house = office.desk.house
    house.enter(Draft(StaffMember(user, "Berit Påhittad", "handläggare")))
    no = frozenset(question.version for question in erasing_law.questions("sv"))
    for name in ("Anna Exempel", "Bo Exempel"):
        gone = office.begin(name)
        sent = Sent("ab" * 16, gone, "cd" * 32, "ef" * 32, 1, "0" * 64, "referral", "consent", ())
        house.enter(Draft(sent), Draft(Printed(gone, "assessment", "polisen", "0" * 64)))
        request = EraseRequest(gone, GROUND, "två år har gått", no, has_seen_open=True)
        erasing.erase(office.session, request, TwoPeople(SECOND_PLACE, SECOND_PASSPHRASE))
    hidden = office.begin("Cecilia Exempel")
    erasing.hide(office.akt(hidden), "avslutad")
    house.enter(Draft(Urgent("purge", hidden, "Han stod utanför och ville se skärmen.")))
    return office, _filled(office)


def _case_page(made: tuple[Office, CaseId], way: str, at: str = "") -> QWidget:
    office, case = made
    opened = OpenCase(InlineJobs(), office.session, case)
    page = CaseErasingPage(
        lambda view: CaseErasingPresenter(view, opened, Answers(), lambda _place: None)
    )
    shell = in_window(page)
    page.go(way)
    if at:
        QTimer.singleShot(0, lambda: page.reveal(page.findChild(QWidget, at)))
    return shell


def _house_page(then: Callable[[HouseErasingPage], None]) -> QWidget:
    office, _case = together()
    beyond = outside(office.desk, lambda _phrase: None)

    def made(view: HouseErasingPage) -> HouseErasingPresenter:
        given = (InlineJobs(), office.session, Answers(), lambda _place: None, beyond)
        return HouseErasingPresenter(view, *given)

    page = HouseErasingPage(made)
    then(page)
    return in_window(page)


def _certificate(page: HouseErasingPage) -> None:
    page.erased.rows._buttons[0].click()


def _nothing(_page: HouseErasingPage) -> None:
    pass


PAGES = (
    ("erasing-case", lambda: _case_page(together(), "")),
    ("erasing-hide", lambda: _case_page(together(), "hide")),
    ("erasing-part", lambda: _case_page(together(), "part")),
    ("erasing-whole", lambda: _case_page(together(), "whole")),
    ("erasing-who", lambda: _case_page(together(), "whole", "erase")),
    ("erasing-questions", lambda: _case_page(together(), "whole", "whole-reason")),
    ("erasing-alone-who", lambda: _case_page(alone(), "whole", "erase")),
    ("erasing-alone", lambda: _case_page(alone(), "whole")),
    ("erasing-house", lambda: _house_page(_nothing)),
    ("erasing-certificate", lambda: _house_page(_certificate)),
)
