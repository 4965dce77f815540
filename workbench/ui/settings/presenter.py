# SPDX-License-Identifier: EUPL-1.2
"""The settings of the house: what holds, within which limits, and who may change it."""

from collections.abc import Callable
from typing import Protocol

from workbench.domain.errors import WorkbenchError
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.house import settings
from workbench.services.house.settings import NumberSetting
from workbench.services.jobs import Jobs
from workbench.services.preferences import Preferences
from workbench.ui.first_start.profiles import profiles
from workbench.ui.first_start.ways import vault_number
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.settings.vms import ComputerVm, OrganisationVm, SettingsVm, SettingVm
from workbench.words import LANGUAGES, _, error_text

_OF_NAME = {setting.name: setting for setting in settings.NUMBERS}


class SettingsView(Protocol):
    """What the page must be able to show."""

    def show_settings(self, vm: SettingsVm) -> None: ...

    def show_set(self, name: str, text: str) -> None:
        """It was entered, and holds from now on."""
        ...

    def show_missing(self, name: str, text: str) -> None:
        """What was typed cannot be entered; said under its field."""
        ...

    def show_named(self, text: str) -> None:
        """The organisation's name was entered."""
        ...

    def show_nameless(self, text: str) -> None:
        """It cannot be without a name; said under its field."""
        ...

    def show_kept(self, text: str) -> None:
        """What was chosen for this computer is kept."""
        ...

    def show_idle(self, minutes: int) -> None:
        """How long this window now waits before it locks itself."""
        ...

    def show_interview_idle(self, minutes: int) -> None:
        """The same during a conversation."""
        ...

    def show_refused(self, what: str, remedy: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class SettingsPresenter:
    """Decides what Inställningar shows."""

    def __init__(
        self,
        view: SettingsView,
        jobs: Jobs,
        session: Session,
        asks: Asks,
        go: Go,
        outside: Outside,
    ) -> None:
        self._view, self._jobs, self._session, self._go = view, jobs, session, go
        self._preferences = outside.preferences

    def open(self) -> None:
        self._jobs.run(
            lambda: settings_vm(self._session.desk, self._preferences.read()),
            done=self._view.show_settings,
            failed=self._view.show_problem,
        )

    def enter(self, name: str, typed: str) -> None:
        """Enter another value for a setting."""
        setting = _OF_NAME[name]
        number = setting.read(typed)
        if number is None:
            self._view.show_missing(name, _limits(setting))
            return
        self._jobs.run(
            lambda: settings.set_number(self._session.desk, setting, number),
            done=lambda _changes: self._entered(setting, number),
            failed=self._failed,
        )

    def ask_acquaintance(self, answer: str) -> None:
        """Whether everybody who opens an akt is asked about whom they know in it."""
        setting = settings.ASK_ACQUAINTANCE
        self._jobs.run(
            lambda: settings.turn(self._session.desk, setting, on=answer == "yes"),
            done=lambda _changes: self._view.show_set(
                setting.name, _("Entered. It holds from now on.")
            ),
            failed=self._failed,
        )

    def change_passphrase(self) -> None:
        """One's own: where users are."""
        self._go(Place("users"))

    def speak(self, language: str) -> None:
        """Another language on this computer."""
        spoken = next(each for each in LANGUAGES if each == language)
        self._keep(lambda known: known._replace(language=spoken))

    def scale(self, per_cent: str) -> None:
        """Another size on this computer."""
        self._keep(lambda known: known._replace(scale=int(per_cent)))

    def name_organisation(self, name: str, unit: str) -> None:
        """Another name, or another unit."""
        if not name.strip():
            self._view.show_nameless(_("The organisation needs a name."))
            return
        self._jobs.run(
            lambda: settings.set_organisation(self._session.desk, name, unit),
            done=lambda _changes: self._named(),
            failed=self._failed,
        )

    def open_card(self) -> None:
        self._go(Place("contacts"))

    def _named(self) -> None:
        self._view.show_named(_("Entered. It holds from now on."))
        self.open()

    def _keep(self, change: Callable[[Preferences], Preferences]) -> None:
        kept = self._preferences
        self._jobs.run(
            lambda: kept.write(change(kept.read())),
            done=lambda _none: self._view.show_kept(
                _("Kept. It holds from the next time the program is started.")
            ),
            failed=self._failed,
        )

    def _entered(self, setting: NumberSetting, number: int) -> None:
        if setting == settings.IDLE:
            self._view.show_idle(number)
        if setting == settings.INTERVIEW_IDLE:
            self._view.show_interview_idle(number)
        self._view.show_set(setting.name, _("Entered. It holds from now on."))
        self.open()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            text = error_text(error)
            self._view.show_refused(text.what, f"{text.remedy} ({text.code})")
        else:
            self._view.show_problem(error)


def settings_vm(desk: Desk, preferred: Preferences) -> SettingsVm:
    """Everything that can be set, as it stands."""
    roles, known = settings.roles_of(desk), settings.organisation(desk.house)
    kind = next((each.name for each in profiles() if each.profile == known.profile), "")
    number = _("This vault has number {number}. The same number stands on the paper.")
    return SettingsVm(
        tuple(_vm(setting, settings.number(desk.house, setting)) for setting in settings.NUMBERS),
        computer=ComputerVm(preferred.language, str(preferred.scale)),
        organisation=OrganisationVm(known.name, known.unit, kind, "exchange" in roles),
        vault=number.format(number=vault_number(desk.vault.vault)),
        may_change=settings.ADMINISTRATOR in roles,
        asks=settings.is_on(desk.house, settings.ASK_ACQUAINTANCE),
    )


def _vm(setting: NumberSetting, value: int) -> SettingVm:
    title, caption, label = _words()[setting.name]
    return SettingVm(setting.name, title, caption, label, _limits(setting), str(value))


def _limits(setting: NumberSetting) -> str:
    return _("A whole number from {least} to {most}.").format(
        least=setting.least, most=setting.most
    )


def _words() -> dict[str, tuple[str, str, str]]:
    return {
        settings.IDLE.name: (
            _("Locks by itself"),
            _("When nobody has touched the computer for this long. Nothing typed is lost."),
            _("Minutes"),
        ),
        settings.INTERVIEW_IDLE.name: (
            _("Locks by itself during a conversation"),
            _("In the view for a conversation the computer may lie untouched for longer."),
            _("Minutes in a conversation"),
        ),
        settings.LOG_REVIEW_DAYS.name: (
            _("Review of the log"),
            _("When this many days have gone since the last one, Today reminds of the next."),
            _("Days between reviews"),
        ),
    }
