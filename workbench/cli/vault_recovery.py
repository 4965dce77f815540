# SPDX-License-Identifier: EUPL-1.2
"""`workbench vault drill|recover|recovery-code`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from workbench.app.opening import system_surroundings
from workbench.app.recovering import ByCodes, Recovering, measured_cost
from workbench.cli import inputs
from workbench.cli.new_secrets import put_down, reserved
from workbench.cli.verb import Outcome, Verbs, declare
from workbench.domain.canonical import Json
from workbench.services.jobs import no_pulse
from workbench.services.keeping import recovery
from workbench.services.recovery_ports import Codes
from workbench.vault.errors import DiskError, FailedDrillError


def add(inner: Verbs) -> None:
    """Offer the verbs about recovery."""
    drill = inner.add_parser("drill", help="open a copy with recovery alone, and enter that it was")
    _add_folder(drill)
    _add_codes(drill)
    drill.add_argument("--medium", type=Path, metavar="M", help="the newest backup there instead")
    inputs.add_passphrase_file(drill)
    declare(drill, _drill)
    recover = inner.add_parser("recover", help="a new passphrase for a place, by recovery")
    _add_folder(recover)
    _add_codes(recover)
    recover.add_argument("--place", type=inputs.place_number, required=True, help="place number")
    recover.add_argument("--new-passphrase-out", required=True, type=Path, metavar="F")
    recover.add_argument(
        "--over-older", default="", metavar="T", help="why an older copy is opened"
    )
    declare(recover, _recover)
    renew = inner.add_parser(
        "recovery-code", help="a new recovery code, or three; the old are void"
    )
    _add_folder(renew)
    inputs.add_passphrase_file(renew)
    renew.add_argument("--out", required=True, type=Path, metavar="F")
    renew.add_argument("--two-of-three", action="store_true", help="three codes, two are needed")
    renew.add_argument("--out2", type=Path, metavar="F")
    renew.add_argument("--out3", type=Path, metavar="F")
    renew.set_defaults(usage=renew.error)
    declare(renew, _renew)


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path)


def _add_codes(parser: argparse.ArgumentParser) -> None:
    """Codes never come from arguments or the environment either."""
    parser.add_argument(
        "--recovery-file", required=True, action="append", type=Path, metavar="F",
        help="a recovery code; twice where two of three are needed",
    )  # fmt: skip


def typed_codes(args: argparse.Namespace) -> list[str]:
    """What the files of `--recovery-file` say."""
    return [inputs.read_passphrase(path) for path in args.recovery_file]


def _drill(args: argparse.Namespace) -> Outcome:
    codes = typed_codes(args)
    with inputs.unlocked(args.folder, args) as session:
        found = recovery.drill(session.desk, codes, no_pulse, args.medium)
    refused = FailedDrillError(akter=len(found.faulty)) if found.faulty else None
    return Outcome(
        {
            "ok": not found.faulty,
            "codes": found.codes,
            "opened": found.opened,
            "entries": found.entries,
            "uncovered": list(found.uncovered),
            "faulty": list(found.faulty),
        },
        refused,
    )


def _recover(args: argparse.Namespace) -> Outcome:
    codes = typed_codes(args)
    with reserved(args.new_passphrase_out) as (out,):
        around = system_surroundings()
        recovering = Recovering(
            args.folder, codes, around, measured_cost, over_older=args.over_older
        )
        return Outcome(come_back(recovering, args.place, out))


def come_back(opened: ByCodes, place: int, out: Path) -> dict[str, Json]:
    """A new passphrase for a place in a file, and the place given for it; what is printed."""
    try:
        drawn = opened.seating.draw(place)
        if put_down(out, drawn) != drawn:
            raise DiskError
        returned = opened.take_place(no_pulse)
    finally:
        opened.close()
    try:
        vault = returned.session.desk.vault.vault
    finally:
        returned.session.close()
    return {"vault": vault, "place": place, "closed": list(returned.closed)}


def _renew(args: argparse.Namespace) -> Outcome:
    kind: Codes = "two-of-three" if args.two_of_three else "one"
    wanted = [args.out, args.out2, args.out3] if args.two_of_three else [args.out]
    if None in wanted:
        args.usage("--two-of-three needs --out2 and --out3")
    with inputs.unlocked(args.folder, args) as session:
        desk = session.desk
        with reserved(*wanted) as files:
            drawn = desk.vault.recovery.renew(kind)
            recovery.prove_renewed(desk, _read_back(files, drawn), no_pulse)
        uncovered = desk.vault.recovery.uncovered(no_pulse)
    return Outcome({"codes": kind, "uncovered": uncovered})


def _read_back(files: Sequence[Path], codes: Sequence[str]) -> list[str]:
    return [put_down(path, code) for path, code in zip(files, codes, strict=True)]
