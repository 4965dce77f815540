# SPDX-License-Identifier: EUPL-1.2
"""Whether a removal is to be obeyed where nobody can see the journal that tells of it.

On a backup medium, while a copy is put back, at a colleague's next unlock: there a list says what
was taken away, and each thing on it carries its own warrant. Two people, or the recovery code, are
obeyed by everybody. One alone is obeyed for texts of their own only; what one took away because
life was at risk waits until another person has found it justified.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workbench.domain.canonical import canonical_bytes
from workbench.domain.erasing import Warrant
from workbench.domain.ids import CaseId, EntryId, UserId, VaultId
from workbench.domain.purges import Witness, confirmation, ids_in

NOBODY = UserId("")


@dataclass(frozen=True, slots=True, order=True)
class Taking:
    """What is taken away, and who stands for it. No `entries`: the whole akt."""

    case: CaseId
    entries: tuple[EntryId, ...] = ()
    by: UserId = NOBODY
    signature: str = ""
    second: str = ""
    cosignature: str = ""
    proposal: str = ""
    confirmed: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether more than one stands for it. Only of takings that were weighed."""
        return bool(self.second or self.confirmed)

    def with_second(self, user: UserId, signature: str) -> "Taking":
        """The same, with another person's signature beside."""
        return replace(self, second=user, cosignature=signature)


def statement(vault: VaultId, case: CaseId, by: str, entries: Iterable[str] = ()) -> bytes:
    """What is signed by who takes something away, and by who stands for it with them."""
    return canonical_bytes(
        {
            "fmt": "varn.warrant/1",
            "vault": vault,
            "case": case,
            "entries": sorted(set(entries)),
            "by": by,
        }
    )


def taking(
    case: CaseId,
    warrant: Warrant,
    entries: Iterable[EntryId] = (),
    *,
    proposal: str = "",
    confirmed: str = "",
) -> Taking:
    """What a record says was taken away."""
    return Taking(
        case, tuple(sorted(set(entries))), UserId(warrant.by), warrant.signature, warrant.second,
        warrant.cosignature, proposal, confirmed,
    )  # fmt: skip


def taking_in(untrusted: Mapping[str, Any], case: CaseId, *, whole_akt: bool) -> Taking:
    """What the body of an entry says was taken away."""
    said = untrusted.get("warrant")
    fields = said if isinstance(said, dict) else {}
    warrant = Warrant(**{name: _text(fields, name) for name in _FIELDS})
    entries = () if whole_akt else ids_in(dict(untrusted), "entries")
    return taking(
        case, warrant, entries, proposal=_text(untrusted, "proposal"),
        confirmed=_text(untrusted, "confirmed"),
    )  # fmt: skip


def weighed(untrusted: Iterable[Taking], vault: VaultId, witness: Witness) -> frozenset[Taking]:
    """Those that somebody stands for, each with what holds of it and nothing else."""
    held = (_held(each, vault, witness) for each in untrusted)
    return joined(each for each in held if each is not None)


def joined(*takings: Iterable[Taking]) -> frozenset[Taking]:
    """Each removal once, with more than one person where any of them says so."""
    best: dict[tuple[CaseId, tuple[EntryId, ...], UserId], Taking] = {}
    for each in sorted(one for many in takings for one in many):
        named = (each.case, each.entries, each.by)
        if named not in best or not best[named].is_whole:
            best[named] = each
    return frozenset(best.values())


_FIELDS = tuple(Warrant.__dataclass_fields__)
_SIGNATURE, _ID = re.compile(r"[0-9a-f]{128}"), re.compile(r"[0-9a-f]{64}")


def _held(untrusted: Taking, vault: VaultId, witness: Witness) -> Taking | None:
    """What was not looked at must not be carried on: a list with it could not be read again."""
    case, entries, by, other = (
        untrusted.case, untrusted.entries, untrusted.by, UserId(untrusted.second)
    )  # fmt: skip
    said, held = statement(vault, case, by, entries), Taking(case, entries)
    if _is_by(witness, said, by, untrusted.signature):
        held = replace(held, by=by, signature=untrusted.signature)
        if _are_two(witness, by, other) and _is_by(witness, said, other, untrusted.cosignature):
            held = held.with_second(other, untrusted.cosignature)
    if _is_confirmed(untrusted, vault, witness):
        held = replace(held, proposal=untrusted.proposal, confirmed=untrusted.confirmed)
    return held if held != Taking(case, entries) else None


def _is_by(witness: Witness, said: bytes, user: UserId, signature: str) -> bool:
    return bool(_SIGNATURE.fullmatch(signature)) and witness.warrants(said, user, signature)


def _are_two(witness: Witness, by: UserId, other: UserId) -> bool:
    """Who came back by the recovery code is who they were."""
    return witness.person(by) != witness.person(other)


def _is_confirmed(untrusted: Taking, vault: VaultId, witness: Witness) -> bool:
    if not (_SIGNATURE.fullmatch(untrusted.confirmed) and _ID.fullmatch(untrusted.proposal)):
        return False
    asked = confirmation(vault, untrusted.case, untrusted.proposal, untrusted.entries)
    return witness.confirms(asked, untrusted.confirmed)


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) and value.isascii() else ""
