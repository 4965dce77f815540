# SPDX-License-Identifier: EUPL-1.2
"""The words of the loop's own records: on screen, on paper, outside the program."""

from collections.abc import Mapping

from workbench.services.labels import Speech

UNREAD_ON_PAPER = frozenset({"record", "changes"})
"""References: of no use to a reader of the paper."""


def kinds(_: Speech) -> Mapping[str, str]:
    """What a kind of record is called."""
    return {
        "no_measure": _("No measure, because"),
        "still_holds": _("It still holds"),
        "concern_report": _("Report of concern"),
    }


def fields(_: Speech) -> dict[str, str]:
    """What a field is called."""
    return {
        "position": _("Where you stand"),
        "made_by": _("Made by"),
        "made_on": _("Made on"),
        "triggers": _("What could set it off"),
        "would_change": _("What would make it more or less likely"),
        "decided_by": _("Decided by"),
        "decided_on": _("Decided on"),
    }


def position(code: str, _: Speech) -> str:
    """Whether a report of concern was made."""
    return {"made": _("A report was made"), "not-made": _("No report, and why")}.get(code, code)


def outdated_kind(code: str, _: Speech) -> str:
    """What was kept."""
    words = {
        "judgement": _("Overall judgement"),
        "scenario": _("Scenario"),
        "measure": _("Measure"),
        "plan_item": _("Point of a plan"),
    }
    return (words | dict(kinds(_))).get(code, code)
