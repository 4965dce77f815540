# SPDX-License-Identifier: EUPL-1.2
"""`workbench score`: answers from a file through the engine. Nothing is stored."""

import argparse
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from typing import Any

from workbench import words
from workbench.cli.instruments import chosen, fault_text
from workbench.cli.verb import Outcome, Verbs, declare
from workbench.instruments.answer_files import LARGEST_ANSWERS, read_answers
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.errors import Fault, UnreadableAnswersError
from workbench.instruments.gates import NOT_CONFIRMED, assume_confirmed
from workbench.instruments.outcomes import Evaluation, RuleResult, TraceLine, Value
from workbench.instruments.packs import caveats_for
from workbench.instruments.scoring import evaluate

_STDIN = "-"


def register(verbs: Verbs) -> None:
    """Offer the verb that scores."""
    score = verbs.add_parser("score", help="what the engine says about answers in a file")
    score.add_argument("instrument", metavar="ID[@VERSION]")
    score.add_argument("file", metavar="FILE|-")
    score.add_argument("--confirmed", action="store_true", help="as if the rule were confirmed")
    score.add_argument("--caveats", action="store_true", help="with what is read with the result")
    score.set_defaults(usage=score)
    declare(score, _score)


def _score(args: argparse.Namespace) -> Outcome:
    definition = chosen(load_catalogue(), args)
    answers = read_answers(definition, _bytes(args.file))
    confirmed = assume_confirmed(definition) if args.confirmed else NOT_CONFIRMED
    evaluation = evaluate(definition, answers, confirmed)
    refused = evaluation.faults[0].error if evaluation.is_invalid else None
    printed = _printed(evaluation, "assumed" if args.confirmed else "none")
    if args.caveats:
        found = caveats_for(definition, evaluation, words.language())
        printed["caveats"] = [asdict(each) for each in found]
    return Outcome(printed, refused)


def _bytes(file: str) -> bytes:
    try:
        if file == _STDIN:
            with open(0, "rb", closefd=False) as stdin:  # sys.stdin is None when it is closed
                return stdin.read(LARGEST_ANSWERS + 1)
        if not Path(file).is_file():  # opening a pipe waits for who writes to it
            raise UnreadableAnswersError
        with Path(file).open("rb") as opened:
            return opened.read(LARGEST_ANSWERS + 1)
    except (OSError, ValueError):
        raise UnreadableAnswersError from None


def _printed(evaluation: Evaluation, confirmation: str) -> dict[str, Any]:
    flags = [asdict(flag) for flag in evaluation.flags]
    return {
        "instrument": evaluation.pin.id,
        "version": evaluation.pin.version,
        "sha256": evaluation.pin.sha256,
        "confirmation": confirmation,
        "rules": [_rule(result) for result in evaluation.results],
        "counts": asdict(evaluation.counts),
        "faults": [_fault(fault) for fault in evaluation.faults],
    } | ({"flags": flags} if flags else {})


def _rule(result: RuleResult) -> dict[str, Any]:
    return {
        "id": result.id,
        "status": result.status,
        "value": exact(result.value),
        "band": None if result.band is None else asdict(result.band),
        "min": exact(result.min),
        "max": exact(result.max),
        "missing": list(result.missing),
        "trace": [_line(line) for line in result.trace],
    } | _besides(result)


def _line(line: TraceLine) -> dict[str, Any]:
    told: dict[str, Any] = {"item": line.item, "code": line.code, "points": line.points}
    return told | ({"rule": line.rule} if line.rule else {})


def _besides(result: RuleResult) -> dict[str, Any]:
    """What only some rules have; left out where there is none."""
    parts: dict[str, Any] = {
        "criteria": [asdict(each) for each in result.criteria],
        "tallies": [asdict(each) for each in result.tallies],
        "omitted": list(result.omitted),
        "unknown": list(result.unknown),
        "ceiling": result.ceiling,
        "table": result.table,
        "undated": list(result.undated),
    }
    return {key: part for key, part in parts.items() if part not in ([], "", None)}


def _fault(fault: Fault) -> dict[str, str]:
    return {
        "path": fault.path,
        "code": fault.code,
        "severity": fault.severity,
        "text": fault_text(fault.error),
    }


def exact(value: Value | None) -> int | str | bool | None:
    """An integer as a number, any other exact value as text ("275/4")."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else str(value)
    return value
