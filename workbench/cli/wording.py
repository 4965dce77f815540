# SPDX-License-Identifier: EUPL-1.2
"""`workbench instruments pack check | load`."""

import argparse
from pathlib import Path

from workbench.app.system import SystemClock
from workbench.cli import inputs
from workbench.cli.verb import Outcome, Printed, Verbs, declare
from workbench.domain.errors import WorkbenchError
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.errors import Fault
from workbench.instruments.pack_errors import PackRefusedError
from workbench.instruments.pack_files import read_pack
from workbench.instruments.wording_packs import Judged, Pack, judge, pack_sha256
from workbench.services import wording
from workbench.words import error_text


def add(acts: Verbs) -> None:
    """Offer the verbs about wording packs."""
    family = acts.add_parser("pack", help="wording that an organisation is licensed to use")
    verbs = family.add_subparsers(required=True, metavar="check|load")
    check = verbs.add_parser("check", help="every fault of a pack on disk")
    check.add_argument("path", metavar="PATH", type=Path)
    declare(check, _check)
    load = verbs.add_parser("load", help="keep a pack in the vault")
    load.add_argument("folder", metavar="DIR", type=Path)
    load.add_argument("path", metavar="PATH", type=Path)
    inputs.add_passphrase_file(load)
    declare(load, _load)


def _check(args: argparse.Namespace) -> Outcome:
    judged = _judged(args.path)
    return Outcome(_printed(judged), _refused(judged))


def _load(args: argparse.Namespace) -> Outcome:
    judged = _judged(args.path)
    if judged.pack is None:
        return Outcome(_printed(judged), _refused(judged))
    with inputs.unlocked(args.folder, args) as session:
        wording.load_pack(session.desk, judged.pack)
    return Outcome(_printed(judged))


def _judged(path: Path) -> Judged:
    """What the files cannot say is told together with what they say wrongly."""
    files = read_pack(path)
    if not files.said:
        return Judged(None, files.faults)
    judged = judge(files.said, load_catalogue(), SystemClock().today())
    return Judged(None, (*files.faults, *judged.faults)) if files.faults else judged


def _refused(judged: Judged) -> WorkbenchError | None:
    return PackRefusedError(number=len(judged.faults)) if judged.faults else None


def _printed(judged: Judged) -> Printed:
    pack = judged.pack
    return {
        "pack": None if pack is None else _told(pack),
        "faults": list(map(_fault, judged.faults)),
    }


def _told(pack: Pack) -> Printed:
    """All but the words."""
    return {
        "instrument": pack.instrument,
        "version": pack.version,
        "language": pack.language,
        "holder": pack.holder,
        "edition": pack.edition,
        "proof": pack.proof,
        "valid_to": pack.valid_to,
        "items": len(pack.items),
        "sha256": pack_sha256(pack),
    }


def _fault(fault: Fault) -> Printed:
    text = error_text(fault.error)
    return {"path": fault.path, "code": fault.code, "text": f"{text.what} {text.remedy}".strip()}
