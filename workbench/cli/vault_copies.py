# SPDX-License-Identifier: EUPL-1.2
"""`workbench vault backup|check-backup|restore|salvage`."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workbench.app import restoring
from workbench.app.opening import system_surroundings
from workbench.app.restoring_by_code import RestoringByCode
from workbench.cli import inputs
from workbench.cli.new_secrets import reserved
from workbench.cli.vault_recovery import come_back, typed_codes
from workbench.cli.verb import Outcome, Verbs, declare
from workbench.domain.canonical import Json, replace_surrogates
from workbench.domain.ids import CaseId
from workbench.services.copies_ports import CopyChecked, RestoreTold, Watch
from workbench.services.keeping import copies, left_aside, salvage
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
    _add_who(restore)
    declare(restore, _restore)
    restore.set_defaults(usage=restore.error)
    read = inner.add_parser("salvage", help="write out what verifies of a damaged akt, in plain")
    _add_folder(read)
    read.add_argument("--case", required=True, metavar="UUID")
    read.add_argument("--out", type=Path, required=True, metavar="FILE")
    read.add_argument("--reason", type=_reason, required=True, metavar="T")
    declare(read, _salvage)
    beside = inner.add_parser("left-aside", help="what restorations left beside the vault")
    _add_folder(beside)
    beside.add_argument("--remove", action="append", default=[], metavar="NAME")
    declare(beside, _left_aside)


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path)
    inputs.add_passphrase_file(parser)


def _add_who(parser: argparse.ArgumentParser) -> None:
    """A user with a passphrase, or the recovery codes; and what of a damaged copy is accepted."""
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--passphrase-file", type=Path, metavar="F")
    who.add_argument(
        "--recovery-file", action="append", type=Path, default=[], metavar="F",
        help="a recovery code; twice where two of three are needed",
    )  # fmt: skip
    parser.add_argument("--place", type=inputs.place_number, default=1, help="place number")
    parser.add_argument(
        "--new-passphrase-out", type=Path, metavar="F", help="with --recovery-file: for the place"
    )
    parser.add_argument(
        "--without-damaged", type=_reason, metavar="T",
        help="why the rest is put back when akter of the copy are damaged",
    )  # fmt: skip


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
        "held": list(made.held),
    }
    return Outcome(printed, _first(copy.damaged))


def _left_aside(args: argparse.Namespace) -> Outcome:
    """What restorations left beside the vault; some of it removed, where that is asked."""
    with inputs.unlocked(args.folder, args) as session:
        if args.remove:
            passphrase = inputs.read_passphrase(args.passphrase_file)
            left_aside.remove(session.desk, args.remove, passphrase)
        found = left_aside.left_aside(session.desk)
    rows = [
        {"name": each.name, "kind": each.kind, "since": each.since, "size": each.size_bytes}
        for each in found
    ]
    return Outcome({"left_aside": rows, "removed": list(args.remove)})


def _check(args: argparse.Namespace) -> Outcome:
    with inputs.unlocked(args.folder, args) as session:
        return _checked(copies.check_copy(session.desk, args.medium, Watch(), args.generation))


def _restore(args: argparse.Namespace) -> Outcome:
    if args.recovery_file:
        return _restore_by_code(args)
    if args.rehearse and (args.folder / _SLOTS).is_file():
        with inputs.unlocked(args.folder, args) as session:
            return _checked(copies.rehearse(session.desk, args.medium, Watch(), args.generation))
    order = _order(args, passphrase=inputs.read_passphrase(args.passphrase_file))
    around, reason = system_surroundings(), args.without_damaged or ""
    told = restoring.restore(order, around, Watch(), only_try=args.rehearse, reason=reason)
    return Outcome(_put_back(told, args), _first(told.damaged))


def _restore_by_code(args: argparse.Namespace) -> Outcome:
    if args.new_passphrase_out is None and not args.rehearse:
        args.usage("--recovery-file needs --new-passphrase-out")
    order = _order(args, codes=tuple(typed_codes(args)))
    wanted = [] if args.rehearse else [args.new_passphrase_out]
    with reserved(*wanted) as files:
        reason = args.without_damaged or ""
        opened = RestoringByCode(order, system_surroundings(), Watch(), reason=reason)
        try:
            told = opened.told
            back = come_back(opened, args.place, *files) if files else {}
        finally:
            opened.close()
    return Outcome(_put_back(told, args) | back, _first(told.damaged))


def _order(args: argparse.Namespace, **who: Any) -> Order:  # noqa: ANN401  a passphrase, or codes
    return Order(
        medium=args.medium,
        target=args.folder,
        place=args.place,
        generation=args.generation,
        vault=args.vault,
        without_damaged=bool(args.without_damaged),
        **who,
    )


def _put_back(told: RestoreTold, args: argparse.Namespace) -> dict[str, Json]:
    printed = asdict(told) | {
        "damaged": list(told.damaged),
        "from_older": [asdict(akt) for akt in told.from_older],
        "left_out": [asdict(akt) for akt in told.left_out],
    }
    if args.rehearse:
        printed["left_aside"] = ""
    return printed


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
