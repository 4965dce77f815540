# SPDX-License-Identifier: EUPL-1.2
"""`workbench vault backup|check-backup|restore|salvage`."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from workbench.app import restoring
from workbench.app.opening import system_surroundings
from workbench.cli import inputs
from workbench.cli.verb import Outcome, Verbs, declare
from workbench.domain.canonical import replace_surrogates
from workbench.domain.ids import CaseId
from workbench.services import copies, salvage
from workbench.services.copies_ports import CopyChecked, Watch
from workbench.vault.errors import DamagedFileError
from workbench.vault.restorers import Order

_SLOTS = "vault.slots"


def add(inner: Verbs) -> None:
    """Offer the verbs about copies on other disks."""
    backup = inner.add_parser("backup", help="copy the vault to another disk, and open the copy")
    _add_folder(backup)
    backup.add_argument("--to", type=Path, required=True, metavar="MEDIUM")
    backup.add_argument("--same-disk", action="store_true", help="the medium may be the same disk")
    declare(backup, _backup)
    check = inner.add_parser("check-backup", help="open in a copy what this user can")
    _add_folder(check)
    check.add_argument("--from", dest="medium", type=Path, required=True, metavar="MEDIUM")
    check.add_argument("--generation", default="", metavar="G")
    declare(check, _check)
    restore = inner.add_parser("restore", help="put a vault back from a copy")
    restore.add_argument("--from", dest="medium", type=Path, required=True, metavar="MEDIUM")
    restore.add_argument("--to", dest="folder", type=Path, required=True, metavar="DIR")
    restore.add_argument("--vault", default="", metavar="UUID", help="on a medium of several")
    restore.add_argument("--generation", default="", metavar="G", help="the newest unless said")
    restore.add_argument("--rehearse", action="store_true", help="aside, and away again")
    inputs.add_passphrase_file(restore)
    declare(restore, _restore)
    read = inner.add_parser("salvage", help="write out what verifies of a damaged akt, in plain")
    _add_folder(read)
    read.add_argument("--case", required=True, metavar="UUID")
    read.add_argument("--out", type=Path, required=True, metavar="FILE")
    read.add_argument("--reason", type=_reason, required=True, metavar="T")
    declare(read, _salvage)


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path)
    inputs.add_passphrase_file(parser)


def _reason(text: str) -> str:
    reason = replace_surrogates(text).strip()
    if not reason:
        raise argparse.ArgumentTypeError("a reason is needed")
    return reason


def _backup(args: argparse.Namespace) -> Outcome:
    with inputs.unlocked(args.folder, args) as session:
        made = copies.make_copy(session.desk, args.to, Watch(), allows_same_disk=args.same_disk)
    copy = made.copy
    printed = {
        "medium": made.medium,
        "generation": copy.generation,
        "opened": copy.opened,
        "hash_only": copy.hash_only,
        "damaged": list(copy.damaged),
        "size": copy.size_bytes,
        "rotated_out": list(made.rotated_out),
    }
    return Outcome(printed, _first(copy.damaged))


def _check(args: argparse.Namespace) -> Outcome:
    with inputs.unlocked(args.folder, args) as session:
        return _checked(copies.check_copy(session.desk, args.medium, Watch(), args.generation))


def _restore(args: argparse.Namespace) -> Outcome:
    if args.rehearse and (args.folder / _SLOTS).is_file():
        with inputs.unlocked(args.folder, args) as session:
            return _checked(copies.rehearse(session.desk, args.medium, Watch(), args.generation))
    order = Order(
        args.medium,
        args.folder,
        args.place,
        inputs.read_passphrase(args.passphrase_file),
        args.generation,
        args.vault,
    )
    told = restoring.restore(order, system_surroundings(), Watch(), only_try=args.rehearse)
    printed = asdict(told) | {"damaged": list(told.damaged)}
    if args.rehearse:
        printed["left_aside"] = ""
    return Outcome(printed, _first(told.damaged))


def _salvage(args: argparse.Namespace) -> Outcome:
    with inputs.unlocked(args.folder, args) as session:
        damaged = salvage.read(session.desk, CaseId(args.case), Watch())
        salvage.note_written_out(session.desk, damaged.salvaged.case, args.reason)
        content = json.dumps(salvage.as_json(damaged), ensure_ascii=False, indent=1) + "\n"
        out = inputs.write_new(args.out, content.encode("utf-8"))
    found = damaged.salvaged
    return Outcome(
        {
            "case": found.case,
            "entries": len(found.entries),
            "missing": sum(gap.last - gap.first + 1 for gap in found.gaps),
            "bad": len(found.bad),
            "pages": found.pages,
            "damaged_pages": len(found.damaged_pages),
            "out": str(out),
        }
    )


def _checked(told: CopyChecked) -> Outcome:
    printed = asdict(told) | {"damaged": list(told.damaged)}
    return Outcome(printed, _first(told.damaged))


def _first(damaged: tuple[str, ...]) -> DamagedFileError | None:
    return DamagedFileError(file=damaged[0]) if damaged else None
