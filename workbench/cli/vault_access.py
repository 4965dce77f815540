# SPDX-License-Identifier: EUPL-1.2
"""`workbench vault users list|add|remove|roles|passphrase`, `vault grant`, `vault revoke`."""

import argparse
import re
from pathlib import Path

from workbench.app.recovering import measured_cost
from workbench.cli import inputs
from workbench.cli.new_secrets import put_down, reserved
from workbench.cli.verb import Outcome, Printed, Verbs, declare
from workbench.domain.canonical import replace_surrogates
from workbench.domain.ids import CaseId, UserId, is_uuid4
from workbench.services.desk import Desk
from workbench.services.house import access
from workbench.services.house.access import Colleague, NewColleague
from workbench.services.jobs import no_pulse
from workbench.vault.errors import DiskError, NoAccessError, NoSuchUserError

_USER = re.compile("[0-9a-f]{64}")


def add(inner: Verbs) -> None:
    """Offer the verbs about users and grants."""
    users = inner.add_parser("users", help="who has a place in the vault")
    verbs = users.add_subparsers(required=True, metavar="list|add|remove|roles|passphrase")
    declare(_verb(verbs, "list", "every user by place number"), _list)
    _offer_add(_verb(verbs, "add", "let somebody in"))
    remove = _verb(verbs, "remove", "take a place away, and change the keys its user knew")
    _add_whom(remove)
    _add_reason(remove)
    remove.add_argument(
        "--to-recovery",
        action="store_true",
        help="though only recovery opens some akter then",
    )
    declare(remove, _remove)
    roles = _verb(verbs, "roles", "give a user other roles")
    _add_whom(roles)
    _add_roles(roles)
    declare(roles, _roles)
    passphrase = _verb(verbs, "passphrase", "a new passphrase for a place")
    passphrase.add_argument("--to-place", type=inputs.place_number, required=True, metavar="N")
    passphrase.add_argument("--old-passphrase-file", type=Path, required=True, metavar="O")
    passphrase.add_argument("--new-passphrase-out", type=Path, required=True, metavar="F")
    declare(passphrase, _passphrase)
    for name, does, act in (("grant", "let a user into an akt", _grant),
                            ("revoke", "end a user's access to an akt", _revoke)):  # fmt: skip
        parser = _verb(inner, name, does)
        case = parser.add_mutually_exclusive_group(required=True)
        case.add_argument("--case", type=_case, metavar="UUID")
        case.add_argument("--number", type=_text, metavar="N", help="case number")
        _add_whom(parser)
        _add_reason(parser)
        declare(parser, act)


def _offer_add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", required=True, type=_text)
    parser.add_argument("--function", default="", type=replace_surrogates)
    parser.add_argument("--to-place", type=inputs.place_number, metavar="N", help="default: free")
    _add_roles(parser)
    parser.add_argument("--new-passphrase-out", type=Path, required=True, metavar="F")
    declare(parser, _add)


def _verb(verbs: Verbs, name: str, does: str) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=does)
    parser.add_argument("folder", metavar="DIR", type=Path)
    inputs.add_passphrase_file(parser)
    return parser


def _add_whom(parser: argparse.ArgumentParser) -> None:
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument("--user", type=_user, metavar="U")
    whom.add_argument("--to-place", type=inputs.place_number, metavar="N")


def _add_reason(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--reason", required=True, type=_text)


def _add_roles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--roles", required=True, type=_roles_named, metavar="R,R")


def _text(text: str) -> str:
    clean = replace_surrogates(text).strip()
    if not clean:
        raise argparse.ArgumentTypeError("it says nothing")
    return clean


def _user(text: str) -> UserId:
    if not _USER.fullmatch(text):
        raise argparse.ArgumentTypeError("a user's id is 64 hex digits")
    return UserId(text)


def _case(text: str) -> CaseId:
    if not is_uuid4(text):
        raise argparse.ArgumentTypeError("the id of an akt is a UUID")
    return CaseId(text)


def _roles_named(text: str) -> tuple[str, ...]:
    named = tuple(text.split(","))
    if not set(named) <= set(access.ALL_ROLES):
        raise argparse.ArgumentTypeError(f"roles are {', '.join(access.ALL_ROLES)}")
    return tuple(role for role in access.ALL_ROLES if role in named)


def _list(args: argparse.Namespace) -> Outcome:
    with inputs.unlocked(args.folder, args) as session:
        users = [_shown(one) for one in access.staff(session.desk)]
        due = len(session.desk.vault.access.rekey_due())
    return Outcome({"users": users, "rekey_due": due})


def _add(args: argparse.Namespace) -> Outcome:
    with inputs.unlocked(args.folder, args) as session, reserved(args.new_passphrase_out) as (out,):
        desk = session.desk
        place = args.to_place or access.free_place(desk)
        drawn = _drawn(out, access.new_passphrase(desk, args.roles))
        new = NewColleague(args.name, args.function, place, drawn, args.roles, measured_cost())
        try:
            user = access.add_colleague(desk, new)
        except BaseException:
            out.unlink()  # it opens nothing
            raise
    return Outcome({"user": user, "place": place, "roles": list(args.roles)})


def _remove(args: argparse.Namespace) -> Outcome:
    with inputs.unlocked(args.folder, args) as session:
        desk, user = session.desk, _whom(session.desk, args)
        leaving = access.leaving(desk, user)
        access.remove_colleague(desk, user, args.reason, no_pulse, to_recovery=args.to_recovery)
    left = list(leaving.alone)
    return Outcome({"user": user, "could_copy": leaving.could_copy, "left_to_recovery": left})


def _roles(args: argparse.Namespace) -> Outcome:
    with inputs.unlocked(args.folder, args) as session:
        user = _whom(session.desk, args)
        access.change_roles(session.desk, user, args.roles)
    return Outcome({"user": user, "roles": list(args.roles)})


def _passphrase(args: argparse.Namespace) -> Outcome:
    old = inputs.read_passphrase(args.old_passphrase_file)
    with inputs.unlocked(args.folder, args) as session, reserved(args.new_passphrase_out) as (out,):
        desk = session.desk
        whose = next((one for one in access.staff(desk) if one.place == args.to_place), None)
        if whose is None:
            raise NoSuchUserError
        drawn = _drawn(out, access.new_passphrase(desk, whose.roles))
        try:
            access.change_passphrase(desk, whose.place, old, drawn, cost=measured_cost())
        except BaseException:
            out.unlink()  # it opens nothing
            raise
    return Outcome({"user": whose.user, "place": whose.place})


def _grant(args: argparse.Namespace) -> Outcome:
    with inputs.unlocked(args.folder, args) as session:
        desk, user = session.desk, _whom(session.desk, args)
        case = _which(desk, args)
        access.grant(desk, case, user, args.reason)
        return Outcome(_readers(desk, case, user))


def _revoke(args: argparse.Namespace) -> Outcome:
    with inputs.unlocked(args.folder, args) as session:
        desk, user = session.desk, _whom(session.desk, args)
        case = _which(desk, args)
        readers = [one.user for one in access.readers(desk, case) if one.user != user]
        access.revoke(desk, case, user, args.reason, no_pulse)
    return Outcome({"case": case, "user": user, "readers": readers})


def _drawn(out: Path, passphrase: str) -> str:
    """What was drawn, once it can be read back from where it goes."""
    if put_down(out, passphrase) != passphrase:
        raise DiskError
    return passphrase


def _readers(desk: Desk, case: CaseId, user: UserId) -> Printed:
    readers = [one.user for one in access.readers(desk, case)]
    return {"case": case, "user": user, "readers": readers}


def _shown(one: Colleague) -> Printed:
    return {
        "user": one.user,
        "place": one.place,
        "name": one.name,
        "function": one.function,
        "roles": list(one.roles),
    }


def _whom(desk: Desk, args: argparse.Namespace) -> UserId:
    if args.user is not None:
        return UserId(args.user)
    found = next((one.user for one in access.staff(desk) if one.place == args.to_place), None)
    if found is None:
        raise NoSuchUserError
    return found


def _which(desk: Desk, args: argparse.Namespace) -> CaseId:
    """One of the own akter; another's is not told from one that is not there."""
    rows = desk.vault.cases()
    found = next((row for row in rows if args.number == row.number or args.case == row.case), None)
    if found is None:
        raise NoAccessError
    return found.case
