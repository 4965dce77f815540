# SPDX-License-Identifier: EUPL-1.2
"""`workbench bundle seal | inspect | open`."""

import argparse
import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from workbench.app.paper import assessment_pdf
from workbench.bundles import profile
from workbench.cli.cards import bundles
from workbench.cli.inputs import add_passphrase_file, require_file, unlocked
from workbench.cli.verb import Outcome, Verbs, declare
from workbench.domain.clock import stamp
from workbench.domain.disclosures import SentObject
from workbench.domain.file_errors import UnreadableFileError
from workbench.domain.ids import CaseId, is_uuid4
from workbench.services.akter.session import Session
from workbench.services.assess import judging
from workbench.services.handing_over import outward, receiving, sharing
from workbench.services.handing_over.exchange import Ground
from workbench.services.handing_over.receiver_view import View
from workbench.words import _

PURPOSES = ("risk-assessment", "referral", "return-of-assessment", "update", "withdrawal")


def register(verbs: Verbs) -> None:
    """Offer the verbs about sealed bundles."""
    family = verbs.add_parser("bundle", help="sealed bundles")
    acts = family.add_subparsers(required=True, metavar="act")
    _register_seal(acts.add_parser("seal", help="seal a case to one receiver"))
    inspect = acts.add_parser("inspect", help="what a file tells without any key")
    inspect.add_argument("file", metavar="FILE", type=Path)
    declare(inspect, _inspect)
    open_ = acts.add_parser("open", help="open a bundle that arrived")
    open_.add_argument("file", metavar="FILE", type=Path)
    open_.add_argument("--vault", metavar="DIR", type=Path, required=True)
    open_.add_argument("--accept", action="store_true", help="accept it into an akt")
    add_passphrase_file(open_)
    declare(open_, _open)


def _register_seal(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--vault", metavar="DIR", type=Path, required=True)
    parser.add_argument("--case", metavar="UUID", type=_case, required=True)
    parser.add_argument("--to", metavar="CARD", required=True)
    parser.add_argument("--ground", choices=("consent",), required=True)
    parser.add_argument("--purpose", choices=PURPOSES, required=True)
    parser.add_argument("--out", metavar="DIR", type=Path, required=True)
    add_passphrase_file(parser)
    declare(parser, _seal)


def _case(text: str) -> CaseId:
    if not is_uuid4(text):
        raise argparse.ArgumentTypeError("not a case id")
    return CaseId(text)


def _seal(args: argparse.Namespace) -> Outcome:
    with unlocked(args.vault, args) as session:
        akt = session.akt(args.case)
        hand_over = sharing.HandOver(
            card=args.to,
            view=View(args.purpose, "", ""),
            ground=consent(session),
            pdf=_rendering(session, args.case),
            out_dir=args.out,
            checked=(outward.BY_COMMAND,),
        )
        sealed = sharing.seal_bundle(akt, session.desk, bundles(), hand_over)
    return Outcome(
        {
            "bundle": str(sealed.path),
            "bundle_id": sealed.bundle,
            "sha256": sealed.sha256,
            "size": sealed.size_bytes,
            "objects": [_listed(each) for each in sealed.objects],
        }
    )


def consent(session: Session) -> Ground:
    """The person's consent, given orally today: what `--ground consent` says."""
    today = session.desk.clock.today().isoformat()
    return Ground("consent", _("The person consents to the disclosure."), "verbal", today)


def _rendering(session: Session, case: CaseId) -> bytes:
    akt = session.akt(case)
    judged = judging.newest_judgement(akt)
    if judged is None:
        raise judging.JudgementIncompleteError(parts=_("judgement"))
    return assessment_pdf(akt, session.desk, judged.record, "sv")


def _inspect(args: argparse.Namespace) -> Outcome:
    require_file(args.file)
    try:
        with args.file.open("rb") as file:
            seen = profile.inspect(file)
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            changed = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
    except OSError:
        raise UnreadableFileError(name=args.file.name) from None
    return Outcome(
        {
            "age": True,
            "profile": seen.profile,
            "stanzas": list(seen.stanzas),
            "size": seen.size,
            "sha256": sha256,
            "mtime": stamp(changed),
        }
    )


def _open(args: argparse.Namespace) -> Outcome:
    require_file(args.file)
    with unlocked(args.vault, args) as session:
        arrival = receiving.open_bundle(session.desk, bundles(), args.file)
        try:
            if args.accept:
                arrival = receiving.accept(session, bundles(), arrival)
            else:
                receiving.put_aside(session.desk, arrival, args.file)
        finally:
            arrival.opened.staging.drop()
    return Outcome(_arrived(arrival), warnings=arrival.opened.warnings)


def _arrived(arrival: receiving.Arrival) -> dict[str, Any]:
    opened = arrival.opened
    return {
        "bundle_id": opened.bundle,
        "sender": opened.sender_card,
        "state": arrival.state,
        "case": arrival.case,
        "objects": [_listed(each.facts) for each in opened.objects],
    }


def _listed(each: SentObject) -> dict[str, Any]:
    return {
        "role": each.role,
        "media": each.media,
        "size": each.size_bytes,
        "sha256": each.sha256,
    }
