# SPDX-License-Identifier: EUPL-1.2
"""`workbench vault create|info|verify`."""

import argparse
import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.app.opening import (
    Founder,
    found_vault,
    open_to_look,
    system_surroundings,
)
from workbench.cli import vault_access, vault_copies, vault_erasing, vault_recovery
from workbench.cli.inputs import add_passphrase_file, read_passphrase
from workbench.cli.new_secrets import put_down, reserved
from workbench.cli.verb import Outcome, Printed, Verbs, declare
from workbench.domain.canonical import replace_surrogates
from workbench.domain.errors import WorkbenchError
from workbench.domain.people import Organisation
from workbench.services.ports import CaseReport
from workbench.vault import checking
from workbench.vault.errors import (
    BrokenChainError,
    DamagedFileError,
    NewerFormatError,
    OlderCopyError,
)
from workbench.vault.opening import FORMAT, read_info
from workbench.vault.unlocked import UnlockedVault

_HOUSE = "house.db"
_DAMAGE = (BrokenChainError, DamagedFileError, NewerFormatError, OlderCopyError)


def register(verbs: Verbs) -> None:
    """Offer the verbs of a vault."""
    vault = verbs.add_parser("vault", help="make, describe and verify a vault")
    inner = vault.add_subparsers(required=True, metavar="create|info|verify|…")
    create = inner.add_parser("create", help="a new vault for one user in all roles")
    create.add_argument("folder", metavar="DIR", type=Path)
    create.add_argument("--org", required=True, type=_named, help="the organisation's name")
    create.add_argument("--user", required=True, type=_named, help="the first user's name")
    add_passphrase_file(create)
    create.add_argument("--recovery-out", required=True, type=Path, metavar="R")
    declare(create, _create)
    info = inner.add_parser("info", help="what can be said without a passphrase")
    info.add_argument("folder", metavar="DIR", type=Path)
    declare(info, _info)
    verify = inner.add_parser("verify", help="check every akt that this user can open")
    verify.add_argument("folder", metavar="DIR", type=Path)
    add_passphrase_file(verify)
    declare(verify, _verify)
    vault_access.add(inner)
    vault_copies.add(inner)
    vault_recovery.add(inner)
    vault_erasing.add(inner)


@contextlib.contextmanager
def looked_into(
    args: argparse.Namespace, folder: Path
) -> Iterator[tuple[UnlockedVault, WorkbenchError | None]]:
    """The vault in `folder`, for as long as a verb needs it; and why the log has no word of it."""
    passphrase = read_passphrase(args.passphrase_file)
    vault, unentered = open_to_look(folder, args.place, passphrase, system_surroundings())
    try:
        yield vault, unentered
    finally:
        vault.close()


def _named(text: str) -> str:
    name = replace_surrogates(text).strip()
    if not name:
        raise argparse.ArgumentTypeError("a name is needed")
    return name


def _create(args: argparse.Namespace) -> Outcome:
    passphrase = read_passphrase(args.passphrase_file)
    founder = Founder(Organisation(args.org), args.user, "")
    with reserved(args.recovery_out) as (recovery_out,):
        founded = found_vault(args.folder, passphrase, founder, system_surroundings())
        try:
            founded.vault.prove_recovery(put_down(recovery_out, founded.recovery_code))
        finally:
            founded.vault.close()
    return Outcome({"vault": founded.vault.vault, "format": FORMAT})


def _info(args: argparse.Namespace) -> Outcome:
    info = read_info(args.folder)
    return Outcome(
        {
            "format": info.format,
            "vault": info.vault,
            "generation": info.generation,
            "slots": info.slots,
            "kdf": [{"m_kib": cost.m_kib, "t": cost.t, "p": cost.p} for cost in info.costs],
            "in_use": info.is_in_use,
        }
    )


def _verify(args: argparse.Namespace) -> Outcome:
    try:
        with looked_into(args, args.folder) as (vault, unentered):
            # The akter first: whoever looks for one finds it where lists begin.
            reports = sorted(vault.verify(), key=lambda r: vault.file_name(r.case) == _HOUSE)
            warnings = () if unentered is None else (unentered,)
            return Outcome(_printed(reports), _first_fault(vault, reports), warnings)
    except _DAMAGE as damage:  # not even the register opens: there is no akt to tell of
        return Outcome({"ok": False, "cases": []}, damage)


def _printed(reports: Sequence[CaseReport]) -> Printed:
    return {
        "ok": not any(report.why for report in reports),
        "cases": [
            {
                "case": report.case,
                "entries": report.entries,
                "head": report.head,
                "first_bad": report.first_bad,
            }
            for report in reports
        ],
    }


def _first_fault(vault: UnlockedVault, reports: Sequence[CaseReport]) -> WorkbenchError | None:
    faults = (checking.error_of(report, vault.file_name(report.case)) for report in reports)
    return next((fault for fault in faults if fault is not None), None)
