# SPDX-License-Identifier: EUPL-1.2
"""Small definitions for tests, made in memory; labels are filled in by themselves."""

from copy import deepcopy

import msgspec

from workbench.instruments.definition import build, code_sets
from workbench.instruments.label_tables import LabelsTable
from workbench.instruments.schema import DefinitionTable

FORM = {
    "id": "made-form",
    "version": "1",
    "kind": "screen",
    "class": "compute",
    "states": ["dont-know", "declined", "postponed"],
    "rights": {"holder": "nobody", "wording": "own", "evidence": "derived"},
    "missing": {"policy": "require-all", "evidence": "derived"},
    "answer_sets": [
        {"id": "yn", "codes": ["yes", "no"], "rising": ["no", "yes"], "evidence": "seen"}
    ],
    "sections": [{"id": "s"}],
    "items": [],
    "rules": [],
}
WORKSHEET = {
    "id": "made-sheet",
    "version": "1",
    "kind": "spj",
    "class": "SPJ",
    "rights": {"holder": "nobody", "wording": "own", "evidence": "derived"},
    "missing": {"policy": "coded-or-omitted", "evidence": "derived"},
    "codes": {"present": "2", "partial": "1", "absent": "0", "omitted": "--"},
    "columns": [{"id": "now", "definition": "by-assessor", "evidence": "derived"}],
    "sections": [{"id": "s"}],
    "items": [{"id": "f", "number": "1", "section": "s", "order_evidence": "derived"}],
    "rules": [{"id": "codings", "primitive": "spj_coding", "evidence": "seen"}],
}


def item(name, **changes):
    """A yes/no item in the only section."""
    row = {"id": name, "number": name, "section": "s", "order_evidence": "derived"}
    return {**row, "answer_set": "yn", **changes}


def summed(*names, yes=1, **changes):
    """A rule that gives `yes` points for every yes."""
    points = {name: {"yes": yes, "no": 0} for name in names}
    rule = {"id": "score", "primitive": "weighted_sum", "evidence": "seen", "points": points}
    return {**rule, **changes}


def form(*items, **changes):
    """The table of a form with these items; by default their sum is its rule."""
    raw = deepcopy(FORM) | {"items": list(items)}
    raw["rules"] = [summed(*(i["id"] for i in items if i.get("scored", True)))]
    return msgspec.convert(raw | changes, DefinitionTable)


def worksheet(**changes):
    """The table of a worksheet with one factor."""
    return msgspec.convert(deepcopy(WORKSHEET) | changes, DefinitionTable)


def _rules(table):
    shown = [rule.id for rule in table.rules if not rule.internal]
    return shown if len(shown) > 1 else []


def labels_of(table):
    """A label for everything, the id itself."""

    def same(ids):
        return {name: name for name in ids}

    raw = {
        "title": table.id,
        "object": "o",
        "respondent": "r",
        "evidence": "derived",
        "sections": same(s.id for s in table.sections),
        "items": same(i.id for i in table.items),
        "choices": {name: same(codes) for name, codes in code_sets(table).items()},
        "bands": {b.id: same(row.code for row in b.rows) for b in table.band_tables},
        "time_windows": same(w.id for w in table.time_windows),
        "columns": {c.id: {"label": c.id, "definition": c.id} for c in table.columns},
        "steps": same(table.steps),
        "extra_factor_rows": same(table.extra_factor_rows),
        "procedure": same(table.procedure),
        "conclusions": same(c.id for c in table.conclusions),
        "levels": same(level for c in table.conclusions for level in c.levels),
        "rules": same(_rules(table)),
        "flags": same(f.id for f in table.flags),
        "profiles": same(p.id for p in table.profiles),
        "endpoints": {i.id: {"low": "l", "high": "h"} for i in table.items if i.type == "ratings"},
    }
    return msgspec.convert(raw, LabelsTable)


def built(table):
    """The definition of a table, without its checks."""
    labels = labels_of(table)
    return build(table, {"sv": labels, "en": labels}, sha256="0" * 64, source={})
