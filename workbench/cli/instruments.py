# SPDX-License-Identifier: EUPL-1.2
"""`workbench instruments list | show | check | pack`."""

import argparse
from pathlib import Path
from typing import Any

from workbench import words
from workbench.cli import wording
from workbench.cli.verb import Outcome, Verbs, declare
from workbench.domain.errors import WorkbenchError
from workbench.instruments.catalogue import Catalogue, check_paths, load_catalogue
from workbench.instruments.definition import Definition, Item
from workbench.instruments.errors import CheckFailedError, SeveralVersionsError
from workbench.instruments.gates import rule_sha256, weakest_mark

_VERSION_SIGN = "@"


def register(verbs: Verbs) -> None:
    """Offer the verbs about definitions."""
    family = verbs.add_parser("instruments", help="the definitions that are offered")
    acts = family.add_subparsers(required=True, metavar="act")
    declare(acts.add_parser("list", help="every definition"), _list)
    show = acts.add_parser("show", help="one definition")
    show.add_argument("instrument", metavar="ID[@VERSION]")
    show.set_defaults(usage=show)
    declare(show, _show)
    check = acts.add_parser("check", help="every fault of definitions on disk")
    check.add_argument("paths", metavar="PATH", nargs="+", type=Path)
    declare(check, _check)
    wording.add(acts)


def chosen(catalogue: Catalogue, args: argparse.Namespace) -> Definition:
    """The definition that `ID[@VERSION]` names; an id that several share is a wrong usage."""
    name, sign, version = args.instrument.partition(_VERSION_SIGN)
    try:
        return catalogue.find(name, version if sign else None)
    except SeveralVersionsError as error:
        args.usage.error(words.error_text(error).what)
        raise


def fault_text(error: WorkbenchError) -> str:
    """What is wrong, and what to do, in one line."""
    text = words.error_text(error)
    return f"{text.what} {text.remedy}".rstrip()


def _list(_args: argparse.Namespace) -> Outcome:
    return Outcome({"instruments": [_row(one) for one in load_catalogue().all()]})


def _row(definition: Definition) -> dict[str, str]:
    return {
        "id": definition.id,
        "version": definition.version,
        "class": definition.class_,
        "kind": definition.kind,
        "title_sv": definition.title("sv"),
        "title_en": definition.title("en"),
        "sha256": definition.sha256,
    }


def _show(args: argparse.Namespace) -> Outcome:
    definition = chosen(load_catalogue(), args)
    return Outcome(
        {
            "definition": definition.source,
            "items": [_item(item) for item in definition.items],
            "sha256": definition.sha256,
            "rules": _rules(definition),
        }
    )


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "label_sv": item.labels["sv"],
        "label_en": item.labels["en"],
        "choices": list(item.codes),
    }


def _rules(definition: Definition) -> list[dict[str, str]]:
    return [
        {
            "id": rule.id,
            "primitive": str(type(rule).__struct_config__.tag),
            "evidence": weakest_mark(definition.table, rule)[0],
            "sha256": rule_sha256(definition, rule),
        }
        for rule in definition.rules
    ]


def _check(args: argparse.Namespace) -> Outcome:
    faults = [
        {
            "file": found.file,
            "line": found.line,
            "path": found.fault.path,
            "code": found.fault.code,
            "text": fault_text(found.fault.error),
        }
        for found in check_paths(args.paths)
    ]
    refused = CheckFailedError(number=len(faults)) if faults else None
    return Outcome({"faults": faults}, refused)
