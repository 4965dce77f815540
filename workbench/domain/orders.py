# SPDX-License-Identifier: EUPL-1.2
"""What protects a person now: restraining orders, alarms, and whom to reach at the police."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import RecordId

OrderKind = Literal["no_contact", "shared_home", "extended", "special_extended"]
ORDER_KINDS: tuple[OrderKind, ...] = ("no_contact", "shared_home", "extended", "special_extended")
Decision = Literal["", "granted", "refused"]
AlarmKind = Literal["alarm_phone", "alarm_number", "scream_alarm", "other"]
ALARM_KINDS: tuple[AlarmKind, ...] = ("alarm_phone", "alarm_number", "scream_alarm", "other")
YesNo = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class RestrainingOrder:
    """One order, asked for or decided. Days are ISO days, "" while there is none.

    `against`: whom it is against. `for_child`: a child's own. `monitored`: with electronic
    monitoring. `areas` reveals places: it is shown when asked for and never on paper. `law`: the
    version of the text on longest times that its author had before them.
    """

    kind: OrderKind
    against: str = ""
    for_child: bool = False
    monitored: bool = False
    applied_on: str = ""
    decision: Decision = ""
    decided_on: str = ""
    begins: str = ""
    ends: str = ""
    reference: str = ""
    areas: str = ""
    lifted_on: str = ""
    note: str = ""
    law: str = ""
    reason: str = ""

    @property
    def is_in_force(self) -> bool:
        """Granted and not lifted; whether it has begun or ended is a question of the day."""
        return self.decision == "granted" and not self.lifted_on


@dataclass(frozen=True, slots=True)
class OrderExtension:
    """That an order was extended, to its new last day."""

    order: RecordId
    decided_on: str
    ends: str
    why: str = ""
    law: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OrderBreach:
    """That an order was broken: when, how, and whether the police was told."""

    order: RecordId
    day: str
    what: str
    reported: YesNo = "unknown"
    report_number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Alarm:
    """An alarm that the person has. The police locates an alarm phone, never an alarm number."""

    kind: AlarmKind
    since: str
    until: str = ""
    tried_on: str = ""
    note: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PoliceContact:
    """Whom to reach at the police about this person."""

    name: str
    unit: str = ""
    phone: str = ""
    report_number: str = ""
    note: str = ""
    reason: str = ""
