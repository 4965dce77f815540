# SPDX-License-Identifier: EUPL-1.2
"""`workbench vault erase|export-open`."""

import argparse
from pathlib import Path

from workbench.app.open_folder import OpenFolder
from workbench.app.paper import certificate_pdf, journal_pdf
from workbench.cli import inputs
from workbench.cli.verb import Outcome, Verbs, declare
from workbench.domain.erasing import EraseProposed
from workbench.domain.ids import CaseId
from workbench.domain.people import Organisation, Profile
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.keeping import exporting
from workbench.services.keeping.exporting import ExportRequest
from workbench.services.law import erasing_law
from workbench.services.purge import approving
from workbench.services.purge.approving import Alone, OnePerson, TwoPeople, Word
from workbench.services.purge.erasing_errors import NotApprovedError, UncheckedError
from workbench.services.removing import erased, erasing
from workbench.services.removing.erased import ErasedAkt
from workbench.services.removing.erasing import EraseRequest
from workbench.vault.errors import NoAccessError
from workbench.words import language


def add(inner: Verbs) -> None:
    """Offer the verbs that take away, and the one that copies everything out."""
    erase = inner.add_parser("erase", help="hide an akt, or take it away from this device")
    erase.add_argument("folder", metavar="DIR", type=Path)
    inputs.add_passphrase_file(erase)
    which = erase.add_mutually_exclusive_group(required=True)
    which.add_argument("--case", metavar="UUID")
    which.add_argument("--number", metavar="N", help="the case number")
    erase.add_argument("--level", choices=("E0", "E1"), required=True)
    erase.add_argument("--reason", required=True, metavar="T")
    erase.add_argument("--ground", default="", metavar="G", help="an id of resources/law/erasing.*")
    _add_said(erase)
    _add_word(erase)
    erase.add_argument("--certificate", type=Path, metavar="F", help="a new PDF")
    declare(erase, _erase)
    export = inner.add_parser("export-open", help="write akter out in plain, to a new folder")
    export.add_argument("folder", metavar="DIR", type=Path)
    inputs.add_passphrase_file(export)
    export.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    export.add_argument("--case", action="append", default=[], metavar="UUID")
    export.add_argument("--reason", required=True, metavar="T")
    declare(export, _export)


def _add_said(erase: argparse.ArgumentParser) -> None:
    erase.add_argument(
        "--no-exceptions", action="store_true",
        help="a person answered every question about exceptions with no",
    )  # fmt: skip
    erase.add_argument("--seen-open", action="store_true", help="what is open in it was seen")
    erase.add_argument("--show-again", action="store_true", help="with E0: undo the hiding")


def _add_word(erase: argparse.ArgumentParser) -> None:
    word = erase.add_mutually_exclusive_group()
    word.add_argument("--second-passphrase-file", type=Path, metavar="F")
    word.add_argument(
        "--recovery-file", type=Path, action="append", metavar="F",
        help="confirm an own proposal of before; twice where two of three are needed",
    )  # fmt: skip
    word.add_argument("--urgent", metavar="WHY", help="alone, because life is at risk")
    erase.add_argument("--second-place", type=inputs.place_number, default=2, metavar="P")


def _erase(args: argparse.Namespace) -> Outcome:
    with inputs.unlocked(args.folder, args) as session:
        case = _case(session.desk, args)
        if args.level == "E0":
            return _hide(session, case, args)
        word = _word(session.desk, case, args)
        if word is None:
            return _propose(session.desk, case, args)
        record = erasing.erase(session, _request(session.desk, case, args), word)
        told = erased.find_erased(session.desk, record)
        if told is None:
            raise AssertionError("it was just entered")
        return _told(session.desk, told, args.certificate)


def _hide(session: Session, case: CaseId, args: argparse.Namespace) -> Outcome:
    akt = session.akt(case)
    change = erasing.unhide if args.show_again else erasing.hide
    change(akt, args.reason)
    state = "shown" if args.show_again else "hidden"
    return Outcome({"case": case, "level": "E0", "state": state})


def _propose(desk: Desk, case: CaseId, args: argparse.Namespace) -> Outcome:
    """One user alone: now a proposal, another day the recovery code."""
    if not approving.is_only_user(desk):
        raise NotApprovedError
    request = _request(desk, case, args)
    proposal = EraseProposed("E1", case, request.ground, request.reason)
    erasing.propose(desk, proposal)
    return Outcome({"case": case, "level": "E1", "state": "proposed"})


def _told(desk: Desk, told: ErasedAkt, certificate: Path | None) -> Outcome:
    copies = told.surviving
    printed = {
        "case": told.value.case,
        "level": told.level,
        "state": "erased",
        "approval": told.value.approval,
        "surviving": {
            "bundles": len(copies.bundles),
            "papers": copies.papers,
            "open_copies": copies.open_copies,
            "talks": copies.talks,
            "media": list(copies.media),
            "left_aside": list(copies.left_aside),
        },
    }
    if certificate is not None:
        pdf = certificate_pdf(desk, told, language(), {})
        printed["certificate"] = str(inputs.write_new(certificate, pdf))
    return Outcome(printed)


def _request(desk: Desk, case: CaseId, args: argparse.Namespace) -> EraseRequest:
    asked = {question.version for question in erasing_law.questions(language())}
    return EraseRequest(
        case=case,
        ground=_ground(desk, args.ground),
        reason=args.reason,
        answered_no=frozenset(asked if args.no_exceptions else ()),
        has_seen_open=args.seen_open,
    )


def _ground(desk: Desk, named: str) -> str:
    """The version of the text that a ground's id names today."""
    found = desk.house.all(Organisation)
    profile: Profile = found[-1].value.profile if found else "support_only"
    known = erasing_law.grounds("case", profile, language())
    text = next((text for text in known if named in (text.id, text.version)), None)
    if text is None:
        raise UncheckedError
    return text.version


def _word(desk: Desk, case: CaseId, args: argparse.Namespace) -> Word | None:
    if args.second_passphrase_file is not None:
        passphrase = inputs.read_passphrase(args.second_passphrase_file)
        return TwoPeople(args.second_place, passphrase)
    if args.urgent is not None:
        return Alone(args.urgent, inputs.read_passphrase(args.passphrase_file))
    if args.recovery_file is None:
        return None
    codes = tuple(inputs.read_passphrase(path) for path in args.recovery_file)
    own = [each for each in approving.proposals(desk) if each.value.case == case]
    if not own:
        raise NotApprovedError
    return OnePerson(own[-1].entry, codes)


def _case(desk: Desk, args: argparse.Namespace) -> CaseId:
    rows = desk.vault.cases()
    found = [row.case for row in rows if args.case == row.case or args.number == row.number]
    if len(found) != 1:
        raise NoAccessError
    return found[0]


def _export(args: argparse.Namespace) -> Outcome:
    target = OpenFolder(args.out)
    named = tuple(CaseId(case) for case in args.case)
    with inputs.unlocked(args.folder, args) as session:
        request = ExportRequest(args.reason, language(), named)
        made = exporting.export_open(session, request, target, journal_pdf)
    told = {
        "folder": str(target.path),
        "cases": [
            {"case": each.case, "folder": each.folder, "entries": each.entries,
             "attachments": each.attachments}
            for each in made.copied
        ],
        "skipped": [{"case": case, "code": error.code} for case, error in made.skipped],
        "files": len(made.files) + 1,
    }  # fmt: skip
    return Outcome(told, made.skipped[0][1] if made.skipped else None)
