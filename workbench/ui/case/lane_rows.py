# SPDX-License-Identifier: EUPL-1.2
"""The marks of an akt as lanes to draw: every mark once, each with its place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.services.facts.silence import Silence
from workbench.ui.case.mark_lines import LANES, Lane, MarkLine
from workbench.ui.kit.marks import LaneVm, MarkVm, Shape
from workbench.ui.places import Place
from workbench.words import _

_SHAPES: Mapping[Lane, Shape] = {"incidents": "dot", "life": "triangle", "orders": "square"}


def lanes_of(marks: Sequence[MarkLine]) -> tuple[tuple[LaneVm, ...], dict[str, Place]]:
    """Lanes in their order, without the empty ones, and the place of every key."""
    found: dict[Lane, list[MarkVm]] = {lane: [] for lane in LANES}
    places: dict[str, Place] = {}
    for at, mark in enumerate(marks):
        key = f"mark-{at}"
        places[key] = mark.place
        found[mark.lane].append(_shown(key, mark))
    words = _lane_words()
    lanes = (LaneVm(words[lane], _counted(shown)) for lane, shown in found.items() if shown)
    return tuple(lanes), places


def _counted(marks: Sequence[MarkVm]) -> tuple[MarkVm, ...]:
    """Each knows how many of its lane are of the same day."""
    days = Counter(mark.day for mark in marks if mark.ends is None)
    return tuple(
        mark
        if mark.ends is not None or days[mark.day] == 1
        else replace(mark, same_day=days[mark.day])
        for mark in marks
    )


def bands_of(silences: Sequence[Silence]) -> tuple[MarkVm, ...]:
    """Silences as bands over all lanes; they lead nowhere."""
    label = _("Nothing noted: that does not mean that nothing happened")
    return tuple(MarkVm("", each.first, label, shape="band", ends=each.last) for each in silences)


def _shown(key: str, mark: MarkLine) -> MarkVm:
    return MarkVm(
        key,
        mark.day,
        mark.label,
        mark.tone,
        _SHAPES.get(mark.lane, "diamond"),
        mark.size,
        mark.ends,
        mark.sign,
        mark.is_loose,
        mark.when,
    )


def _lane_words() -> dict[Lane, str]:
    return {
        "incidents": _("Incidents"),
        "life": _("In the life"),
        "orders": _("Orders and alarms"),
        "assessments": _("Assessments"),
        "measures": _("Measures"),
        "reassessment": _("New assessment"),
    }
