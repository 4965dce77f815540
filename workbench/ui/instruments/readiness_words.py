# SPDX-License-Identifier: EUPL-1.2
"""What is pointed out before an assessment is begun, locked or signed. None of it stops it."""

from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.services.assess import readiness
from workbench.services.assess.readiness import Unready
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt
from workbench.words import _


def unready(akt: Akt, desk: Desk, assessment: RecordId) -> tuple[str, ...]:
    """A sentence for each. Runs on the vault's thread."""
    return tuple(told_unready(each) for each in readiness.unready(akt, desk, assessment))


def few_sources(typed: str) -> str:
    """What to say of the sources named so far, one on each line; "" when they are enough."""
    return told_unready("few-sources") if readiness.are_few(typed.splitlines()) else ""


def licence(desk: Desk, definition: Definition) -> str:
    """That the right to the wording has ended; "" where it has not."""
    ended = readiness.licence_ended(desk, definition)
    told = _("The licence ended on {day}. New assessments have short labels.")
    return told.format(day=ended) if ended else ""


def told_unready(what: Unready) -> str:
    """One sentence."""
    words = {
        "few-sources": _("Fewer than two sources are named. It stops nothing."),
        "untrained": _("You are not noted as trained in this instrument. It stops nothing."),
        "ended": _("The time of your training or licence has gone. It stops nothing."),
        "licence-ended": _("The licence for the wording has ended. It stops nothing."),
    }
    return words[what]
