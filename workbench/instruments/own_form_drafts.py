# SPDX-License-Identifier: EUPL-1.2
"""A form as somebody writes it in the editor, and what it lacks before it can be used."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from workbench.instruments.plain_text import line_of

Shape = Literal["questions", "worksheet"]
"""Questions are answered. The factors of a worksheet are coded, and a person concludes."""
LineKind = Literal["section", "choice", "text", "date", "number", "factor", "level"]
KINDS_OF: dict[Shape, tuple[LineKind, ...]] = {
    "questions": ("choice", "text", "date", "number", "section"),
    "worksheet": ("factor", "section", "level", "text"),
}
"""The sorts of lines that a form of this shape has, in the order in which they are offered."""
CHOOSING: tuple[LineKind, ...] = ("choice", "level")
MOST_COLUMNS = 3
_FEWEST_CHOICES, _MOST_CHOICES, _MOST_LINES = 2, 9, 200
Missing = Literal[
    "title",
    "owner",
    "day",
    "question",
    "factor",
    "columns",
    "words",
    "choices",
    "only-if",
    "empty-section",
    "too-many",
    "unseen",
    "shape",
]


@dataclass(frozen=True, slots=True)
class FormLine:
    """A heading, a question, a factor or a conclusion of a worksheet.

    `choices` only of a choice or a level, in the order in which they stand. `only_if`: asked only
    when the nearest question above it that has choices and is always asked was answered with this
    choice; "" is always.
    """

    kind: LineKind
    words: str = ""
    choices: tuple[str, ...] = ()
    only_if: str = ""


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A form as somebody writes it. `columns`: the times for which factors are coded."""

    title: str = ""
    owner: str = ""
    made_on: str = ""
    lines: tuple[FormLine, ...] = ()
    shape: Shape = "questions"
    columns: tuple[str, ...] = ()


def what_lacks(draft: FormDraft) -> tuple[Missing, int] | None:
    """The first thing that lacks, and in which line (0: not in a line); None when nothing does."""
    head = _head_lacks(draft)
    if head is not None:
        return head, 0
    for number, line in enumerate(draft.lines, start=1):
        lacks = _line_lacks(draft, number, line)
        if lacks is not None:
            return lacks, number
    return None


def read_draft(raw: Any) -> FormDraft:  # noqa: ANN401  any JSON value
    """A draft from its working material; what cannot be read is left empty."""
    try:
        return msgspec.convert(raw, FormDraft)
    except msgspec.ValidationError:
        return FormDraft()


def draft_json(draft: FormDraft) -> dict[str, Any]:
    """A draft as working material. Of questions alone, as it was before there were worksheets."""
    found: dict[str, Any] = msgspec.to_builtins(draft)
    if draft.shape == "questions":
        del found["shape"], found["columns"]
    else:
        found["columns"] = list(draft.columns)
    return {
        **found,
        "lines": [{**line, "choices": list(line["choices"])} for line in found["lines"]],
    }


def waited_for(above: Sequence[FormLine], line: FormLine) -> tuple[int, int] | None:
    """The question and the choice, both counted from 1, that a line waits for."""
    asked = [each for each in above if each.kind != "section"]
    for number in range(len(asked), 0, -1):
        source = asked[number - 1]
        if source.kind == "choice" and not source.only_if.strip():
            choices = [choice.strip() for choice in source.choices]
            wanted = line.only_if.strip()
            return (number, choices.index(wanted) + 1) if wanted in choices else None
    return None


def _head_lacks(draft: FormDraft) -> Missing | None:
    head: tuple[tuple[Missing, str], ...] = (
        ("title", draft.title),
        ("owner", draft.owner),
        ("day", draft.made_on),
    )
    for name, text in head:
        if not text.strip():
            return name
        if line_of(text) != text:
            return "unseen"
    if draft.shape == "worksheet" and (lacks := _columns_lack(draft.columns)):
        return lacks
    if any(line.kind not in KINDS_OF[draft.shape] for line in draft.lines):
        return "shape"
    if not any(_is_asked(line, draft.shape) for line in draft.lines):
        return "factor" if draft.shape == "worksheet" else "question"
    return "too-many" if len(draft.lines) > _MOST_LINES else None


def _columns_lack(columns: Sequence[str]) -> Missing | None:
    if any(line_of(text) != text for text in columns):
        return "unseen"
    named = {text.strip() for text in columns} - {""}
    is_sound = len(named) == len(columns) and 1 <= len(named) <= MOST_COLUMNS
    return None if is_sound else "columns"


def _is_asked(line: FormLine, shape: Shape) -> bool:
    return line.kind == "factor" if shape == "worksheet" else line.kind != "section"


def _line_lacks(draft: FormDraft, number: int, line: FormLine) -> Missing | None:
    if not line.words.strip():
        return "words"
    if any(line_of(text) != text for text in (line.words, *line.choices)):
        return "unseen"
    if line.kind == "section":
        return _section_lacks(draft, number)
    if line.only_if.strip() and waited_for(draft.lines[: number - 1], line) is None:
        return "only-if"
    if line.kind not in CHOOSING:
        return None
    named = {choice.strip() for choice in line.choices} - {""}
    is_sound = len(named) == len(line.choices)
    return None if is_sound and _FEWEST_CHOICES <= len(named) <= _MOST_CHOICES else "choices"


def _section_lacks(draft: FormDraft, number: int) -> Missing | None:
    """A heading stands over something; in a worksheet over a factor, whatever comes between."""
    for line in draft.lines[number:]:
        if line.kind == "section":
            break
        if _is_asked(line, draft.shape):
            return None
    return "empty-section"
