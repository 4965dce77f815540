# SPDX-License-Identifier: EUPL-1.2
"""The tables of a form of questions: what is asked, and in which words."""

from collections.abc import Sequence
from typing import Any

from workbench.instruments.own_form_drafts import FormDraft, FormLine, waited_for

Tables = tuple[dict[str, Any], dict[str, Any]]
_HIGHEST = 9999
_STATES = ["dont-know", "declined", "not-applicable", "postponed"]


def head_of(draft: FormDraft) -> dict[str, Any]:
    """What every own form says of itself: whose it is, and that nobody has tried it."""
    return {
        "class": "shell",
        "caveats": ["egen-blankett"],
        "rights": {"holder": draft.owner.strip(), "wording": "own", "evidence": "derived"},
    }


def owned_words(draft: FormDraft) -> dict[str, Any]:
    """The words of every own form that are not written in a line."""
    owned = f"{draft.owner.strip()}, {draft.made_on.strip()}"
    return {"object": owned, "respondent": "–", "evidence": "derived"}


def tables_of_questions(draft: FormDraft) -> Tables:
    """A definition's table without id and version, and its labels without a title."""
    sections: list[dict[str, str]] = []
    items: list[dict[str, Any]] = []
    sets: list[dict[str, Any]] = []
    words: dict[str, Any] = {"sections": {}, "items": {}, "choices": {}}
    for at, line in enumerate(draft.lines):
        if line.kind == "section" or not sections:
            sections.append({"id": f"s{len(sections) + 1}"})
            words["sections"][sections[-1]["id"]] = (
                line.words.strip() if line.kind == "section" else draft.title.strip()
            )
        if line.kind != "section":
            _add_item(line, sections[-1]["id"], items, sets, words)
            items[-1] |= _condition(draft.lines[:at], line)
    table = {
        **head_of(draft),
        "kind": "checklist",
        "states": _STATES,
        "missing": {"policy": "none-required", "evidence": "derived"},
        "sections": sections,
        "items": items,
        "answer_sets": sets,
    }
    return table, {**owned_words(draft), **words}


def _condition(above: Sequence[FormLine], line: FormLine) -> dict[str, Any]:
    waited = waited_for(above, line) if line.only_if.strip() else None
    if waited is None:
        return {}
    return {"visible_if": [{"item": _name(waited[0]), "equals": str(waited[1])}]}


def _name(number: int) -> str:
    return f"q{number:03}"


def _add_item(
    line: FormLine,
    section: str,
    items: list[dict[str, Any]],
    sets: list[dict[str, Any]],
    words: dict[str, Any],
) -> None:
    number = len(items) + 1
    name = _name(number)
    item: dict[str, Any] = {
        "id": name,
        "number": str(number),
        "section": section,
        "order_evidence": "derived",
        "scored": False,
    }
    if line.kind == "choice":
        codes = [str(n) for n in range(1, len(line.choices) + 1)]
        sets.append({"id": name, "codes": codes, "evidence": "derived"})
        words["choices"][name] = dict(zip(codes, line.choices, strict=True))
        item["answer_set"] = name
    else:
        item["type"] = line.kind
    if line.kind == "number":
        item |= {"lowest": 0, "highest": _HIGHEST}
    items.append(item)
    words["items"][name] = line.words.strip()
