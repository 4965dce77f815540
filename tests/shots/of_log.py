# SPDX-License-Identifier: EUPL-1.2
"""Verksamhet, Inställningar, Loggranskning."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.desk import Answers, Bench
from tests.ui.settings.test_house_pages import Beyond
from tests.unit.services.offices import Office
from tests.unit.ui.log.reviewers import Reviewers
from workbench.app.house_pages import HOUSE_PAGES
from workbench.domain.access import Granted, Unlocked
from workbench.domain.disclosures import Printed
from workbench.domain.ids import UserId
from workbench.domain.people import StaffMember
from workbench.domain.subject import Note
from workbench.services.house import reviewing_log
from workbench.services.jobs import InlineJobs
from workbench.services.person.whom import write_note
from workbench.services.records.akt import Draft
from workbench.ui.case.page import CasePage
from workbench.ui.case.presenter import CasePresenter
from workbench.ui.log.page import LogPage
from workbench.ui.log.presenter import LogPresenter
from workbench.ui.organisation.page import OrganisationPage
from workbench.ui.organisation.presenter import OrganisationPresenter
from workbench.ui.settings.page import SettingsPage
from workbench.ui.settings.presenter import SettingsPresenter
from workbench.ui.unlock.page import UnlockPage
from workbench.ui.writing.open_case import OpenCase
from workbench.vault.errors import OlderCopyError
from workbench.words import error_text

OTHER = UserId("ab" * 32)


def _bench(*roles: str) -> Bench:
    bench = Bench(vault=Reviewers())
    bench.vault.roles = roles
    return bench


def _hub() -> QWidget:
    bench = _bench("administrator", "exchange", "log-reviewer")
    there = (*HOUSE_PAGES, "users", "backups", "recovery", "log", "erasing", "security", "contacts")
    return in_window(
        OrganisationPage(
            lambda v: OrganisationPresenter(v, bench.jobs, bench.session, bench.go, there)
        )
    )


def _settings(*roles: str) -> QWidget:
    bench = _bench(*roles)
    return in_window(
        SettingsPage(
            lambda v: SettingsPresenter(v, bench.jobs, bench.session, Answers(), bench.go, Beyond())
        )
    )


def _log(bench: Bench) -> LogPage:
    return LogPage(lambda v: LogPresenter(v, bench.jobs, bench.session, Answers(), bench.go, None))


def _busy() -> Bench:
    bench = _bench("log-reviewer")
    house = bench.session.desk.house
    house.enter(Draft(StaffMember(OTHER, "Maj Metodsdotter", "ägare")), Draft(Unlocked(1)))
    read = reviewing_log.waiting(bench.session.desk)
    reviewing_log.sign_off(bench.session.desk, read[-1].entry, "nothing-to-note", entries=len(read))
    bench.clock.step(days=12)
    house.enter(Draft(Unlocked(1, 3, "2026-12-03T21:12:00Z")))
    for number in range(12):
        bench.begin(number=f"2026-{number + 1:04}")
        bench.clock.step(minutes=4)
    case = bench.begin(number="2026-0020")
    house.enter(
        Draft(Printed(case, "assessment", "Socialtjänsten i Exempelby", "0" * 64)),
        Draft(Granted(case, OTHER, "semesterersättare")),
    )
    bench.clock.step(days=1, hours=9)
    house.enter(Draft(Unlocked(1)))
    bench.akt(case)
    bench.clock.step(hours=-30)
    house.enter(Draft(Unlocked(1)))
    return bench


def _signing() -> QWidget:
    page = _log(_busy())
    window = in_window(page)
    window.resize(1366, 768)
    page.reveal(page.sign)
    return window


def _older_case() -> QWidget:
    """An akt of which an earlier state lies in its place, opened to be read."""
    office = Office(Path(tempfile.mkdtemp()) / "office")
    case = office.begin("Vera Exempel")
    write_note(office.akt(case), Note("Hon ringde från jobbet."))
    office.relock()
    path = next((office.place.folder / "cases").glob("*.db"))
    before = path.read_bytes()
    write_note(office.akt(case), Note("Hon ringde igen."))
    office.session.put_away()
    path.write_bytes(before)
    akt = OpenCase(InlineJobs(), office.session, case)
    page = CasePage(lambda view: CasePresenter(view, akt, Answers(), lambda _place: None))
    page.banner.acted.emit()
    return in_window(page)


def _older_vault() -> QWidget:
    page = UnlockPage(folder="/home/jouren/Varn")
    page.place.setText("01")
    page.show_older(error_text(OlderCopyError(file="register.db")))
    return page


PAGES = (
    ("older-1-unlock", _older_vault),
    ("older-2-case", _older_case),
    ("house-1-hub", _hub),
    ("house-2-settings", lambda: _settings("administrator")),
    ("house-3-settings-others", lambda: _settings("practitioner")),
    ("log-1-review", lambda: in_window(_log(_busy()))),
    ("log-2-sign", _signing),
    ("log-3-calm", lambda: in_window(_log(_bench("log-reviewer")))),
    ("log-4-others", lambda: in_window(_log(_bench("practitioner")))),
)
