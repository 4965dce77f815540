# SPDX-License-Identifier: EUPL-1.2
"""`workbench card export | import`."""

import argparse
from pathlib import Path

from workbench.app.bundling import AgeBundles
from workbench.app.system import SystemClock, SystemIds
from workbench.cli.inputs import add_passphrase_file, read_untrusted, unlocked, write_new
from workbench.cli.verb import Outcome, Verbs, declare
from workbench.services.handing_over import contacts


def register(verbs: Verbs) -> None:
    """Offer the verbs about contact cards."""
    family = verbs.add_parser("card", help="contact cards")
    acts = family.add_subparsers(required=True, metavar="act")
    export = acts.add_parser("export", help="write the own card to a file")
    import_ = acts.add_parser("import", help="keep another organisation's card")
    for parser in (export, import_):
        parser.add_argument("vault", metavar="DIR", type=Path)
        parser.add_argument("file", metavar="FILE", type=Path)
        add_passphrase_file(parser)
    import_.add_argument("--digits", metavar="D", default="", help="the 40 digits, as read out")
    declare(export, _export)
    declare(import_, _import)


def bundles() -> AgeBundles:
    """The room of bundles with the machine's clock and randomness."""
    return AgeBundles(SystemClock(), SystemIds())


def _export(args: argparse.Namespace) -> Outcome:
    with unlocked(args.vault, args) as session:
        card = contacts.own_card(session.desk, bundles())
        digits = contacts.own_digits(session.desk, bundles())
        write_new(args.file, card.content)
    return Outcome({"digits": digits})


def _import(args: argparse.Namespace) -> Outcome:
    untrusted = read_untrusted(args.file)
    with unlocked(args.vault, args) as session:
        kept = contacts.import_card(session.desk, bundles(), untrusted, args.digits)
    return Outcome({"card": kept.facts.card, "state": kept.state})
