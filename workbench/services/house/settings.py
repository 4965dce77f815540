# SPDX-License-Identifier: EUPL-1.2
"""Settings that matter, as entries of the organisation akt: the newest of a name holds.

A value outside its limits is never entered, and one that was entered otherwise is not believed.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

from workbench.domain.access import Setting
from workbench.domain.errors import WorkbenchError
from workbench.domain.people import Organisation
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt, Draft, Recorded

ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class NumberSetting:
    """A whole number within limits, both included."""

    name: str
    default: int
    least: int
    most: int

    def read(self, text: str) -> int | None:
        """The number that a text says, or None when it says none within the limits."""
        clean = text.strip()
        if not clean.isascii() or not clean.isdigit() or len(clean) > len(str(self.most)) + 2:
            return None
        number = int(clean)
        return number if self.least <= number <= self.most else None


@dataclass(frozen=True, slots=True)
class YesNoSetting:
    """Something that the house does or does not do."""

    name: str
    default: bool


ASK_ACQUAINTANCE = YesNoSetting("ask-acquaintance", default=False)
"""Small place: everybody who opens an akt is asked once whether they know somebody in it."""
YES_NOS = (ASK_ACQUAINTANCE,)
_YES, _NO = "yes", "no"
IDLE = NumberSetting("idle-minutes", default=5, least=2, most=30)
INTERVIEW_IDLE = NumberSetting("interview-idle-minutes", default=20, least=2, most=30)
LOG_REVIEW_DAYS = NumberSetting("log-review-days", default=30, least=7, most=90)
NUMBERS = (IDLE, INTERVIEW_IDLE, LOG_REVIEW_DAYS)


class SettingOutsideError(WorkbenchError):
    """A value outside the limits of its setting (`least`, `most`). Nothing was entered."""

    code: ClassVar[str] = "VAULT-040"


class NotAllowedError(WorkbenchError):
    """What was asked for needs a role (`role`) that this user does not have."""

    code: ClassVar[str] = "VAULT-041"


def number(house: Akt, setting: NumberSetting) -> int:
    """What holds now; the default until something was set."""
    known = _record(house, setting)
    said = setting.read(known.value.value) if known is not None else None
    return setting.default if said is None else said


def set_number(desk: Desk, setting: NumberSetting, value: int) -> Changes:
    """Enter a value.

    Raises:
        SettingOutsideError; NotAllowedError for who is no administrator.
    """
    require_role(desk, ADMINISTRATOR)
    if not setting.least <= value <= setting.most:
        raise SettingOutsideError(least=setting.least, most=setting.most)
    known = _record(desk.house, setting)
    record = known.record if known is not None else None
    return desk.house.enter(Draft(Setting(setting.name, str(value)), record))


def is_on(house: Akt, setting: YesNoSetting) -> bool:
    """What holds now; the default until something was set."""
    known = _record(house, setting)
    said = known.value.value if known is not None else ""
    return said == _YES if said in (_YES, _NO) else setting.default


def turn(desk: Desk, setting: YesNoSetting, *, on: bool) -> Changes:
    """Enter whether the house does it. Raises NotAllowedError for who is no administrator."""
    require_role(desk, ADMINISTRATOR)
    known = _record(desk.house, setting)
    record = known.record if known is not None else None
    return desk.house.enter(Draft(Setting(setting.name, _YES if on else _NO), record))


def organisation(house: Akt) -> Organisation:
    """Whose vault it is."""
    known = house.all(Organisation)
    return known[-1].value if known else Organisation("")


def set_organisation(desk: Desk, name: str, unit: str) -> Changes:
    """Another name or unit, for papers from now on. What was printed and signed stays as it is.

    Raises NotAllowedError for who is no administrator.
    """
    require_role(desk, ADMINISTRATOR)
    known = desk.house.all(Organisation)
    changed = replace(organisation(desk.house), name=name.strip(), unit=unit.strip())
    return desk.house.enter(Draft(changed, known[-1].record if known else None))


def roles_of(desk: Desk) -> tuple[str, ...]:
    """The roles of who works here now."""
    me = desk.vault.signer.user
    return next((m.roles for m in desk.vault.members() if m.user == me), ())


def require_role(desk: Desk, role: str) -> None:
    """Raises NotAllowedError for who does not have it."""
    if role not in roles_of(desk):
        raise NotAllowedError(role=role)


def _record(house: Akt, setting: NumberSetting | YesNoSetting) -> Recorded[Setting] | None:
    """Two that stand against each other: the one that was stored last."""
    named = [each for each in house.all(Setting) if each.value.name == setting.name]
    return named[-1] if named else None
