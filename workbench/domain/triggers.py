# SPDX-License-Identifier: EUPL-1.2
"""What calls for a new assessment, whatever the date that was set for one."""

from dataclasses import dataclass
from typing import Literal, get_args

TriggerKind = Literal[
    "time_in_shelter",
    "before_move_out",
    "separation",
    "move",
    "address_leak",
    "court_date",
    "visitation_change",
    "new_partner",
    "pregnancy",
    "release_or_leave",
    "order_start",
    "order_expiry",
    "order_breach",
    "new_threat_or_violence",
    "child_statement",
    "return_planned",
    "declined_help",
    "worker_concern",
]
TRIGGER_KINDS: tuple[TriggerKind, ...] = get_args(TriggerKind)


@dataclass(frozen=True, slots=True)
class ReassessmentTrigger:
    """What happened or will happen, and on which ISO day. A new assessment follows soon."""

    kind: TriggerKind
    day: str
    note: str = ""
    reason: str = ""
