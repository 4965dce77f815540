# SPDX-License-Identifier: EUPL-1.2
"""The empty sheet of an arrival: the same questions as on screen, in the same words."""

from collections.abc import Mapping

from workbench.services.arrival import arrival_words as said
from workbench.services.desk import Desk
from workbench.services.documents import Box, NightField, NightSheet
from workbench.words import Language, speech

CHILDREN = 2
_LONG = {"injuries": 2, "postponed": 2}
_OF_ADULT = (
    "room", "key", "came_with", "strangled", "injuries", "medicine", "followed", "tracked",
    "followed_how", "where_he_is", "placed_by", "decided_by", "decision_form", "interpreter",
    "who_may_know", "intake_by", "call", "postponed",
)  # fmt: skip
_OF_CHILD = (
    "strangled", "injuries", "medicine", "needs", "custody", "consent", "decision", "decided_on",
    "decided_by", "told", "designated", "postponed",
)  # fmt: skip


def night_sheet(desk: Desk, language: Language) -> NightSheet:
    """Nothing of anybody stands on it: it is printed before it is needed."""
    words = said.fields(speech(language))
    boxes = _boxes(language)
    return NightSheet(
        adult=tuple(_field(name, words, boxes) for name in _OF_ADULT),
        child=tuple(_field(name, words, boxes) for name in _OF_CHILD),
        children=CHILDREN,
        prepared_at=desk.clock.now().astimezone(),
        program=desk.program,
    )


def _field(name: str, words: Mapping[str, str], boxes: Mapping[str, tuple[Box, ...]]) -> NightField:
    return NightField(words[name], boxes.get(name, ()), _LONG.get(name, 1))


def _boxes(language: Language) -> Mapping[str, tuple[Box, ...]]:
    _ = speech(language)
    asked = _ticked(said.asked(_))
    return {
        **dict.fromkeys(("strangled", "followed", "tracked", "consent"), asked),
        "decision_form": _ticked(said.decision_forms(_)),
        "custody": _ticked(said.custodies(_)),
        "decision": _ticked(said.child_decisions(_)),
    }


def _ticked(words: Mapping[str, str]) -> tuple[Box, ...]:
    return tuple(Box("", word) for word in words.values())
