# SPDX-License-Identifier: EUPL-1.2
"""`workbench instruments pack check | load | seal`."""

import argparse
from pathlib import Path

from workbench.app.outside import Disk
from workbench.app.system import SystemClock, SystemIds
from workbench.bundles import sealed_texts
from workbench.cli import inputs
from workbench.cli.new_secrets import put_down, reserved
from workbench.cli.verb import Outcome, Printed, Verbs, declare
from workbench.crypto.passphrases import ADMINISTRATORS_WORDS, generate
from workbench.domain.errors import WorkbenchError
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.errors import Fault
from workbench.instruments.pack_errors import PackRefusedError
from workbench.instruments.pack_files import LARGEST_SEALED, PackFiles, parse, read_pack
from workbench.instruments.wording_packs import (
    LARGEST_PACK,
    Judged,
    Pack,
    judge,
    pack_sha256,
    to_bytes,
)
from workbench.services.assess import wording
from workbench.vault import durable
from workbench.vault.errors import DiskError
from workbench.words import error_text


def add(acts: Verbs) -> None:
    """Offer the verbs about wording packs."""
    family = acts.add_parser("pack", help="wording that an organisation is licensed to use")
    verbs = family.add_subparsers(required=True, metavar="check|load|seal")
    check = verbs.add_parser("check", help="every fault of a pack on disk")
    check.add_argument("path", metavar="PATH", type=Path)
    _add_pack_passphrase(check)
    declare(check, _check)
    load = verbs.add_parser("load", help="keep a pack in the vault")
    load.add_argument("folder", metavar="DIR", type=Path)
    load.add_argument("path", metavar="PATH", type=Path)
    inputs.add_passphrase_file(load)
    _add_pack_passphrase(load)
    declare(load, _load)
    seal = verbs.add_parser("seal", help="a pack without faults as a file under a new passphrase")
    seal.add_argument("path", metavar="PATH", type=Path)
    seal.add_argument("out", metavar="OUT", type=Path)
    seal.add_argument("--new-passphrase-out", type=Path, required=True, metavar="F")
    declare(seal, _seal)


def _add_pack_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pack-passphrase-file", type=Path, metavar="P")


def _check(args: argparse.Namespace) -> Outcome:
    judged = _judged(args.path, args.pack_passphrase_file)
    return Outcome(_printed(judged), _refused(judged))


def _load(args: argparse.Namespace) -> Outcome:
    judged = _judged(args.path, args.pack_passphrase_file)
    if judged.pack is None:
        return Outcome(_printed(judged), _refused(judged))
    with inputs.unlocked(args.folder, args) as session:
        wording.load_pack(session.desk, judged.pack)
    return Outcome(_printed(judged))


def _seal(args: argparse.Namespace) -> Outcome:
    """The passphrase goes to a file of its own: it travels another way than the pack."""
    judged = _judged(args.path, None)
    if judged.pack is None:
        return Outcome(_printed(judged), _refused(judged))
    ids = SystemIds()
    with reserved(args.out, args.new_passphrase_out):
        passphrase = generate(ids, ADMINISTRATORS_WORDS)
        sealed = sealed_texts.seal_text(to_bytes(judged.pack), passphrase, ids.random_bytes)
        if put_down(args.new_passphrase_out, passphrase) != passphrase:
            raise DiskError
        durable.fill(args.out, sealed)
    return Outcome(_printed(judged))


def _judged(path: Path, passphrase: Path | None) -> Judged:
    """What the files cannot say is told together with what they say wrongly."""
    files = read_pack(path) if passphrase is None else _opened(path, passphrase)
    if not files.said:
        return Judged(None, files.faults)
    judged = judge(files.said, load_catalogue(), SystemClock().today())
    return Judged(None, (*files.faults, *judged.faults)) if files.faults else judged


def _opened(path: Path, passphrase: Path) -> PackFiles:
    sealed = Disk().read(path, most_bytes=LARGEST_SEALED)
    phrase = inputs.read_passphrase(passphrase)
    return parse(sealed_texts.open_text(sealed, phrase, LARGEST_PACK), path.name)


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
