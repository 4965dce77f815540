# SPDX-License-Identifier: EUPL-1.2
"""The settings of the house: what holds, within which limits, and who may change it."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.errors import WorkbenchError
from workbench.services import settings
from workbench.services.desk import Desk
from workbench.services.jobs import Jobs
from workbench.services.session import Session
from workbench.services.settings import NumberSetting
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.words import _, error_text

_OF_NAME = {setting.name: setting for setting in settings.NUMBERS}


@dataclass(frozen=True, slots=True)
class SettingVm:
    """One setting. `value` is what holds now."""

    name: str
    title: str
    caption: str
    label: str
    limits: str
    value: str


@dataclass(frozen=True, slots=True)
class SettingsVm:
    """The whole page."""

    settings: tuple[SettingVm, ...]
    may_change: bool


class SettingsView(Protocol):
    """What the page must be able to show."""

    def show_settings(self, vm: SettingsVm) -> None: ...

    def show_set(self, name: str, text: str) -> None:
        """It was entered, and holds from now on."""
        ...

    def show_missing(self, name: str, text: str) -> None:
        """What was typed cannot be entered; said under its field."""
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

    def open(self) -> None:
        self._jobs.run(
            lambda: settings_vm(self._session.desk),
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

    def change_passphrase(self) -> None:
        """One's own: where users are."""
        self._go(Place("users"))

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


def settings_vm(desk: Desk) -> SettingsVm:
    """Everything that can be set, as it stands."""
    return SettingsVm(
        tuple(_vm(setting, settings.number(desk.house, setting)) for setting in settings.NUMBERS),
        may_change=settings.ADMINISTRATOR in settings.roles_of(desk),
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
