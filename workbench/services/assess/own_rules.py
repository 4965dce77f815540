# SPDX-License-Identifier: EUPL-1.2
"""Rules and tables of the organisation's own: proposed by the owner, checked by another person.

The second checker sits at the same screen with the own place and passphrase, or somewhere else:
then the rule travels as a file and comes back with the checker's name in it. A file proves only
what was checked, not who did it; its digits are compared by telephone.
"""

import hashlib
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

import msgspec

from workbench.domain.ids import UserId
from workbench.domain.people import StaffMember
from workbench.domain.rights import CheckedHow, LocalContent
from workbench.instruments.compared import rows_to_compare
from workbench.instruments.definition import Definition
from workbench.instruments.errors import InstrumentError, LocalRuleError, shown_name
from workbench.instruments.local_rules import (
    Keeping,
    Local,
    LocalRule,
    LocalTable,
    local_faults,
    local_sha256,
    read_local,
    to_file,
    why_not,
)
from workbench.instruments.wanted_tables import fits, wanted_table
from workbench.services.assess.confirming import METHOD_OWNER
from workbench.services.assess.own_rule_errors import (
    LocalRefusedError,
    NotCheckedError,
    NotComparedError,
    NothingToCheckError,
    OtherEditionError,
)
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house import settings
from workbench.services.house.another_person import person_of
from workbench.services.records.akt import Draft, Recorded
from workbench.services.second_ports import CoSigner

_GROUPS, _DIGITS = 4, 4


@dataclass(frozen=True, slots=True)
class Kept:
    """Local content as it stands here, with the file that holds it."""

    recorded: Recorded[LocalContent]
    local: Local

    @property
    def keeping(self) -> Keeping:
        return self.local.keeping


@dataclass(frozen=True, slots=True)
class Beside:
    """The second checker at the same screen."""

    place: int
    passphrase: str = field(repr=False)


def propose(desk: Desk, local: Local) -> Changes:
    """Keep local content that nobody has checked yet. Nothing is computed with it.

    Raises:
        NotAllowedError for who is no method owner. LocalRefusedError: it would not work.
        UnknownInstrumentError, UnknownVersionError.
    """
    settings.require_role(desk, METHOD_OWNER)
    require_sound(desk, local)
    alone = _kept_by(local, second="", second_organisation="", second_on=None, revoked_on=None)
    return _enter(desk, alone, "")


def check_here(desk: Desk, kept: Kept, beside: Beside, compared: Collection[str]) -> Changes:
    """Another user of this vault has compared it with the form, and signs the entry too.

    `compared`: the keys of the rows that were ticked.

    Raises:
        NotComparedError; NotCheckedError: also for who proposed it, under whichever name;
        what `vault.second.ask` raises.
    """
    _require_compared(desk, kept.local, compared)
    with desk.vault.second.ask(beside.place, beside.passphrase) as second:
        _require_another(desk, kept, second.user)
        names = {each.value.user: each.value.name for each in desk.house.all(StaffMember)}
        checked = _kept_by(
            kept.local,
            second=names.get(second.user, second.user),
            second_organisation=settings.organisation(desk.house).name,
            second_on=desk.clock.today().isoformat(),
        )
        _require_checked(desk, checked)
        return _enter(desk, checked, "here", kept, (second, len(set(compared))))


def rows_left(desk: Desk, kept: Kept, compared: Collection[str] = ()) -> frozenset[str]:
    """The rows of it that are not compared with the form yet, by their keys."""
    return _rows(desk, kept.local).difference(compared)


def check_for_other(desk: Desk, untrusted: bytes, name: str, compared: Collection[str]) -> bytes:
    """Somebody else's local content, with the name of who compared it here with the form.

    `compared`: the keys of the rows that were ticked.

    Raises:
        WrongShapeError, LocalRefusedError, NotComparedError, NotCheckedError (no name, or the
        owner's own).
    """
    local = read_local(untrusted)
    require_sound(desk, local)
    _require_compared(desk, local, compared)
    checked = _kept_by(
        local,
        second=name.strip(),
        second_organisation=settings.organisation(desk.house).name,
        second_on=desk.clock.today().isoformat(),
    )
    _require_checked(desk, checked)
    return to_file(checked)


def take_checked(desk: Desk, untrusted: bytes) -> Changes:
    """The file that came back. Only who checked it, where and when is taken from it.

    What it says was compared is the edition that the owner compared with.

    Raises:
        WrongShapeError, NothingToCheckError, OtherEditionError, NotCheckedError;
        NotAllowedError for who is no method owner.
    """
    settings.require_role(desk, METHOD_OWNER)
    came = read_local(untrusted)
    content = local_sha256(came)
    waiting = [k for k in _all(desk) if k.recorded.value.content_sha256 == content]
    waiting = [k for k in waiting if not k.recorded.value.checked]
    if not waiting:
        raise NothingToCheckError
    said = came.keeping
    if said.form_edition.split() != waiting[-1].keeping.form_edition.split():
        raise OtherEditionError(edition=shown_name(said.form_edition))
    checked = _kept_by(
        waiting[-1].local,
        second=said.second,
        second_organisation=said.second_organisation,
        second_on=said.second_on,
    )
    _require_checked(desk, checked)
    require_sound(desk, checked)
    return _enter(desk, checked, "file", waiting[-1])


def revoke_local(desk: Desk, kept: Kept, why: str) -> Changes:
    """From now on nothing new is computed with it. Raises NotAllowedError."""
    settings.require_role(desk, METHOD_OWNER)
    today = desk.clock.today().isoformat()
    revoked = _kept_by(kept.local, revoked_on=today, note=why.strip() or kept.keeping.note)
    return _enter(desk, revoked, kept.recorded.value.checked, kept)


def file_of(kept: Kept) -> bytes:
    """What travels to a second checker somewhere else."""
    return to_file(kept.local)


def digits_of(content_sha256: str) -> str:
    """What two people compare by telephone: "1a2b 3c4d …"."""
    return " ".join(content_sha256[at * _DIGITS :][:_DIGITS] for at in range(_GROUPS))


def local_content(desk: Desk, definition: Definition) -> tuple[Kept, ...]:
    """Everything of this form's, oldest first, revoked and unchecked too."""
    named = (definition.id, definition.version)
    return tuple(k for k in _all(desk) if (k.local.instrument, k.local.version) == named)


def holds(kept: Kept, today: date) -> bool:
    """Whether it is checked, and within its time."""
    return bool(kept.recorded.value.checked) and why_not(kept.keeping, today) is None


def rule_in_force(desk: Desk, definition: Definition) -> Kept | None:
    """The local rule that takes the place of the shipped ones today: the newest that holds."""
    today = desk.clock.today()
    found = [
        kept
        for kept in local_content(desk, definition)
        if isinstance(kept.local, LocalRule)
        and kept.local.definition_sha256 == definition.sha256
        and holds(kept, today)
    ]
    return found[-1] if found else None


def tables_held(desk: Desk, definition: Definition) -> tuple[LocalTable, ...]:
    """The tables that hold today, oldest first."""
    today = desk.clock.today()
    kept = [each for each in local_content(desk, definition) if holds(each, today)]
    return tuple(each.local for each in kept if isinstance(each.local, LocalTable))


def _all(desk: Desk) -> tuple[Kept, ...]:
    """What a later version of the program wrote is not understood here, and computes nothing."""
    found = []
    for recorded in desk.house.all(LocalContent):
        content = desk.house.file.attachment(recorded.value.sha256)
        with suppress(InstrumentError):
            found.append(Kept(recorded, read_local(content)))
    return tuple(found)


def _enter(
    desk: Desk,
    local: Local,
    checked: CheckedHow,
    before: Kept | None = None,
    second: tuple[CoSigner, int] | None = None,
) -> Changes:
    """`second`: who signs it too, and how many rows they ticked."""
    content = to_file(local)
    said = LocalContent(
        instrument=local.instrument,
        version=local.version,
        kind="rule" if isinstance(local, LocalRule) else "table",
        sha256=hashlib.sha256(content).hexdigest(),
        content_sha256=local_sha256(local),
        checked=checked,
        compared=second[1] if second is not None else 0,
    )
    record = before.recorded.record if before is not None else None
    return desk.house.enter(
        Draft(said, record),
        attachments={said.sha256: content},
        cosigner=second[0] if second is not None else None,
    )


def _kept_by(local: Local, **changed: str | None) -> Local:
    keeping = msgspec.structs.replace(local.keeping, **changed)
    return msgspec.structs.replace(local, keeping=keeping)


def require_sound(desk: Desk, local: Local) -> None:
    """See that it fits the instrument that is here. Raises LocalRefusedError."""
    definition = desk.catalogue.find(local.instrument, local.version)
    wrong = [fault for fault in local_faults(definition, local) if fault.severity == "error"]
    if wrong:
        raise LocalRefusedError(number=len(wrong), reason=wrong[0].code)
    if isinstance(local, LocalTable) and not fits(wanted_table(definition), local.content):
        raise LocalRefusedError(number=1, reason=LocalRuleError.code)


def _rows(desk: Desk, local: Local) -> frozenset[str]:
    return rows_to_compare(desk.catalogue.find(local.instrument, local.version), local)


def _require_compared(desk: Desk, local: Local, compared: Collection[str]) -> None:
    left = _rows(desk, local).difference(compared)
    if left:
        raise NotComparedError(number=len(left))


def _require_another(desk: Desk, kept: Kept, user: UserId) -> None:
    """The owner's name is typed; who entered the rule is known."""
    wrote = {e.header.author for e in desk.house.history(LocalContent, kept.recorded.record)}
    if person_of(desk, user) in {person_of(desk, each) for each in wrote}:
        raise NotCheckedError


def _require_checked(desk: Desk, local: Local) -> None:
    if why_not(local.keeping, desk.clock.today()) is not None:
        raise NotCheckedError
