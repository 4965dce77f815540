# SPDX-License-Identifier: EUPL-1.2
"""The caveats that stand beside every result on screen and paper.

`ej-ord` stands there while the wording gate is closed: no pack was in force when it was asked.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from workbench.instruments.definition import Definition, Language
from workbench.instruments.forms import AnswerCounts, CodingCounts
from workbench.instruments.outcomes import Evaluation, RuleResult, is_number

NO_PACK: Literal["none"] = "none"
"""Stored with a result in place of a wording pack's hash."""
_TEXTS = Path(__file__).resolve().parent / "library" / "caveats.toml"
_NO_RULE = "ingen-regel"
_ALWAYS = ("skydd-forst", "del-av-helhet", "farskvara")


@dataclass(frozen=True, slots=True)
class Caveat:
    """A text that is shown beside the result, never only on demand."""

    id: str
    text: str


def caveats_for(
    definition: Definition,
    evaluation: Evaluation | None,
    lang: Language,
    *,
    has_wording: bool = False,
    has_own_rule: bool = False,
) -> tuple[Caveat, ...]:
    """What the result calls for, then the instrument's own, then those that all have.

    Under an own rule nothing says that there is none. Before anything has been evaluated (`None`)
    the ones that depend on a result are left out.
    """
    named: dict[str, Mapping[str, str]] = {}
    if evaluation is not None:
        named |= dict(_by_result(evaluation))
    own = [name for name in definition.table.caveats if not (has_own_rule and name == _NO_RULE)]
    for name in (*own, *_ALWAYS, *([] if has_wording else ["ej-ord"])):
        named.setdefault(name, {"id": _tables(definition, evaluation)})
    return tuple(Caveat(name, caveat_text(name, lang, facts)) for name, facts in named.items())


def caveat_text(name: str, lang: Language, facts: Mapping[str, str]) -> str:
    """The text of one caveat with its places filled."""
    text = _texts()[name][lang]
    for place, fact in facts.items():
        text = text.replace("{" + place + "}", fact)
    return text


def caveat_ids() -> frozenset[str]:
    """Every caveat that has a text."""
    return frozenset(_texts())


def _by_result(evaluation: Evaluation) -> Iterator[tuple[str, Mapping[str, str]]]:
    statuses = {result.status for result in evaluation.results}
    if "not-confirmed" in statuses:
        yield "okand-regel", {}
    if "not-established" in statuses:
        yield _NO_RULE, {}
    if isinstance(evaluation.counts, CodingCounts):
        if evaluation.counts.omitted:
            yield "saknad-info", {"n": str(evaluation.counts.omitted)}
        return
    partial = next((r for r in evaluation.results if _has_bounds(r)), None)
    if partial is not None:
        yield "ofullstandig", _incomplete(partial, evaluation.counts)


def _has_bounds(result: RuleResult) -> bool:
    return result.status == "incomplete" and is_number(result.min)


def _tables(definition: Definition, evaluation: Evaluation | None) -> str:
    """The tables that levels were read from; before there are any, those that they would be."""
    results = () if evaluation is None else evaluation.results
    read = dict.fromkeys(r.band.table for r in results if r.band is not None)
    return ", ".join(read or (bands.id for bands in definition.table.band_tables))


def _incomplete(result: RuleResult, counts: AnswerCounts) -> Mapping[str, str]:
    return {
        "n": str(counts.answered),
        "m": str(counts.items),
        "min": str(result.min),
        "max": str(result.max),
    }


@cache
def _texts() -> dict[str, dict[str, str]]:
    return tomllib.loads(_TEXTS.read_text(encoding="utf-8"))
