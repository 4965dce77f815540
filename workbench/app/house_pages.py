# SPDX-License-Identifier: EUPL-1.2
"""Pages about the house itself: users, backups, the log, the machine. Reached from *Verksamhet*.

Each presenter is given (view, jobs, session, asks, go, outside).
"""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.app.recovering import measured_cost
from workbench.services.akter.session import Session
from workbench.services.jobs import Jobs
from workbench.ui.backups.page import BackupsPage
from workbench.ui.backups.presenter import BackupsPresenter
from workbench.ui.erasing.page import HouseErasingPage
from workbench.ui.erasing.presenter import HouseErasingPresenter
from workbench.ui.handing_over.outside import Outside
from workbench.ui.house_dates.page import HouseDatesPage
from workbench.ui.house_dates.presenter import HouseDatesPresenter
from workbench.ui.kit.asking import Asks
from workbench.ui.kit.page import Page
from workbench.ui.log.page import LogPage
from workbench.ui.log.presenter import LogPresenter
from workbench.ui.night_sheet.page import NightSheetPage
from workbench.ui.night_sheet.presenter import NightSheetPresenter
from workbench.ui.organisation.page import OrganisationPage
from workbench.ui.organisation.presenter import OrganisationPresenter, OrganisationView
from workbench.ui.own_points.page import OwnPointsPage
from workbench.ui.own_points.presenter import OwnPointsPresenter
from workbench.ui.periods.page import PeriodsPage
from workbench.ui.periods.presenter import PeriodsPresenter
from workbench.ui.places import Go, PageName
from workbench.ui.recovery.page import RecoveryPage
from workbench.ui.recovery.presenter import RecoveryPresenter
from workbench.ui.security.page import SecurityPage
from workbench.ui.security.presenter import SecurityPresenter
from workbench.ui.settings.page import SettingsPage
from workbench.ui.settings.presenter import SettingsPresenter
from workbench.ui.users.page import UsersPage
from workbench.ui.users.presenter import Means, UsersPresenter, UsersView


def _organisation(
    view: OrganisationView, jobs: Jobs, session: Session, _asks: Asks, go: Go, _outside: Outside
) -> OrganisationPresenter:
    """It shows the way to every page that is listed here."""
    return OrganisationPresenter(view, jobs, session, go, (*HOUSE_PAGES, "contacts"))


def _users(
    view: UsersView, jobs: Jobs, session: Session, _asks: Asks, go: Go, outside: Outside
) -> UsersPresenter:
    """New passphrases cost what this machine can give."""
    return UsersPresenter(view, jobs, session, go, Means(measured_cost, outside.check_passphrase))


HOUSE_PAGES: Mapping[PageName, tuple[Callable[..., Page], Callable[..., Any]]] = {
    "organisation": (OrganisationPage, _organisation),
    "users": (UsersPage, _users),
    "backups": (BackupsPage, BackupsPresenter),
    "recovery": (RecoveryPage, RecoveryPresenter),
    "erasing": (HouseErasingPage, HouseErasingPresenter),
    "security": (SecurityPage, SecurityPresenter),
    "log": (LogPage, LogPresenter),
    "house-dates": (HouseDatesPage, HouseDatesPresenter),
    "periods": (PeriodsPage, PeriodsPresenter),
    "own-points": (OwnPointsPage, OwnPointsPresenter),
    "night-sheet": (NightSheetPage, NightSheetPresenter),
    "settings": (SettingsPage, SettingsPresenter),
}
