# SPDX-License-Identifier: EUPL-1.2
"""The tables of an organisation's own worksheet: factors by times, and a person's conclusions.

It is how an organisation enters the structure of a manual that it owns and that is not shipped.
No relevance, no critical marks, no rule: codes are recorded, and nothing is made of them.
"""

from typing import Any

from workbench.instruments.own_form_drafts import FormDraft, FormLine
from workbench.instruments.own_form_tables import Tables, head_of, owned_words

_CODES = {"present": "J", "partial": "D", "absent": "N", "omitted": "--", "evidence": "derived"}
CODE_WORDS = {
    "sv": {
        "J": "Föreligger",
        "D": "Föreligger möjligen eller delvis",
        "N": "Föreligger ej",
        "--": "Uppgift saknas",
    },
    "en": {
        "J": "Present",
        "D": "Possibly or partly present",
        "N": "Not present",
        "--": "Information is missing",
    },
}
STEP_WORDS = {
    "sv": {"presence": "Riskfaktorer", "conclusions": "Slutsatser"},
    "en": {"presence": "Risk factors", "conclusions": "Conclusions"},
}


def tables_of_worksheet(draft: FormDraft, language: str) -> Tables:
    """A definition's table without id and version, and its labels without a title."""
    sections, items, words = _factors(draft)
    columns = [f"t{n}" for n in range(1, len(draft.columns) + 1)]
    conclusions, told = _conclusions(draft)
    table = {
        **head_of(draft),
        "kind": "spj",
        "caveats": ["egen-blankett", "spj-ingen-summa"],
        "steps": ["presence", *(["conclusions"] if conclusions else [])],
        "codes": _CODES,
        "missing": {"policy": "coded-or-omitted", "evidence": "derived"},
        "columns": [
            {"id": column, "definition": "by-assessor", "evidence": "derived"} for column in columns
        ],
        "conclusions": conclusions,
        "sections": sections,
        "items": items,
    }
    said = (text.strip() for text in draft.columns)
    words |= {
        "choices": {"codes": CODE_WORDS[language]},
        "columns": {
            column: {"label": text, "definition": text}
            for column, text in zip(columns, said, strict=True)
        },
        "steps": {step: STEP_WORDS[language][step] for step in table["steps"]},
    }
    return table, {**owned_words(draft), **words, **told}


def _factors(draft: FormDraft) -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]:
    """Sections and factors, and their words. Conclusions have no section of their own."""
    sections: list[dict[str, Any]] = []
    items: list[dict[str, Any]] = []
    words: dict[str, Any] = {"sections": {}, "items": {}}
    for line in draft.lines:
        if line.kind == "section" or (line.kind == "factor" and not sections):
            sections.append({"id": f"s{len(sections) + 1}"})
            told = line.words if line.kind == "section" else draft.title
            words["sections"][sections[-1]["id"]] = told.strip()
        if line.kind == "factor":
            name, number = f"f{len(items) + 1:03}", str(len(items) + 1)
            section = sections[-1]["id"]
            items.append(
                {"id": name, "number": number, "section": section, "order_evidence": "derived"}
            )
            words["items"][name] = line.words.strip()
    return sections, items, words


def _conclusions(draft: FormDraft) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """What a person concludes: in levels that the organisation names, or in own words."""
    made: list[dict[str, Any]] = []
    words: dict[str, Any] = {"conclusions": {}, "levels": {}}
    for line in draft.lines:
        if line.kind not in ("level", "text"):
            continue
        name = f"c{len(made) + 1:03}"
        words["conclusions"][name] = line.words.strip()
        made.append({"id": name, "type": line.kind, "required": True, "evidence": "derived"})
        if line.kind == "level":
            made[-1]["levels"] = _levels(name, line, words["levels"])
    return made, words


def _levels(conclusion: str, line: FormLine, words: dict[str, str]) -> list[str]:
    names = [f"{conclusion}-{n}" for n in range(1, len(line.choices) + 1)]
    words |= dict(zip(names, (choice.strip() for choice in line.choices), strict=True))
    return names
