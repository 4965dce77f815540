# SPDX-License-Identifier: EUPL-1.2
"""Which akter belong together: told to who may open both, and to nobody else that there are any.

A link is two records, one in each akt, with one random mark and without the other akt's id. Cut
off between the two, one is left that leads nowhere and is never shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from workbench.domain.arrivals import ArrivedTogether
from workbench.domain.errors import WorkbenchError
from workbench.domain.file_links import FileLink, Relation, other_way
from workbench.domain.ids import CaseId, RecordId
from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.person import link_marks
from workbench.services.person.link_marks import Marked
from workbench.services.person.protection_view import NoTieError, level_of, require_may_be_tied
from workbench.services.ports import RegisterRow
from workbench.services.records.akt import Akt, Draft, Recorded


class LinkToItselfError(WorkbenchError):
    """An akt was to be linked to itself."""

    code: ClassVar[str] = "PERSON-005"


class NotAmongYoursError(WorkbenchError):
    """No own akt has this number; whether another user's has is not looked at."""

    code: ClassVar[str] = "PERSON-006"


class AlreadyLinkedError(WorkbenchError):
    """The two akter are linked in this way already, shown or hidden."""

    code: ClassVar[str] = "PERSON-007"


class NoReasonError(WorkbenchError):
    """Something that needs a reason was to be entered without one."""

    code: ClassVar[str] = "PERSON-008"


@dataclass(frozen=True, slots=True)
class Linked:
    """A link to an own akt. `is_old`: an arrival left it in this akt alone."""

    record: RecordId
    row: RegisterRow
    relation: Relation
    is_hidden: bool
    is_old: bool = False


def links_of(desk: Desk, akt: Akt) -> tuple[Linked, ...]:
    """Those that this user may open the other akt of, hidden ones too, as first entered."""
    return (*_new_links(desk, akt), *_old_links(desk, akt))


def case_numbered(desk: Desk, number: str) -> CaseId:
    """The own akt with this case number.

    Raises:
        NotAmongYoursError: the same whether there is no such akt or others have it.
    """
    wanted = number.strip().casefold()
    for row in desk.vault.own.rows():
        if wanted and row.number.casefold() == wanted:
            return row.case
    raise NotAmongYoursError


def link(desk: Desk, akt: Akt, other: CaseId, relation: Relation) -> None:
    """Enter in both akter that they belong together. `relation`: who the other's person is here.

    Raises:
        LinkToItselfError, NotAmongYoursError, AlreadyLinkedError, NoTieError (one of them is
        under an assumed identity): nothing was entered.
    """
    if other == akt.case:
        raise LinkToItselfError
    here, there = (desk.vault.own.row(each) for each in (akt.case, other))
    if here is None or there is None:
        raise NotAmongYoursError
    require_may_be_tied(here.summary, there.summary)
    if level_of(akt) == "assumed_identity":  # the register may be behind
        raise NoTieError
    known = links_of(desk, akt)
    if any(each.row.case == other and each.relation == relation for each in known):
        raise AlreadyLinkedError
    mark = akt.new_record()
    beyond = cases.open_case(desk, other)
    try:
        if level_of(beyond) == "assumed_identity":
            raise NoTieError
        beyond.enter(Draft(FileLink(mark, other_way(relation))))
    finally:
        beyond.close()
    akt.enter(Draft(FileLink(mark, relation)))


def hide(akt: Akt, linked: Linked, reason: str) -> None:
    """Hide a link; the record here hides it in both akter. Raises NoReasonError."""
    _require_reason(reason)
    _enter(akt, linked.record, is_hidden=True, reason=reason)


def show_again(desk: Desk, akt: Akt, linked: Linked, reason: str) -> None:
    """Show a hidden link, wherever it was hidden. Raises NoReasonError."""
    _require_reason(reason)
    here = akt.find(FileLink, linked.record)
    if here is not None and _is_hidden_beyond(desk, here.value.link, linked.row.case):
        _show_beyond(desk, linked.row.case, here.value.link, reason)
    _enter(akt, linked.record, is_hidden=False, reason=reason)


def _new_links(desk: Desk, akt: Akt) -> Iterator[Linked]:
    if not akt.all(FileLink):
        return
    by_mark = link_marks.marked(desk)
    for each in _by_record(akt).values():
        akter = by_mark.get(each.value.link, ())
        is_hidden = each.value.is_hidden or any(one.is_hidden for one in akter)
        for one in akter:
            if one.row.case != akt.case:
                yield Linked(each.record, one.row, each.value.relation, is_hidden)


def _by_record(akt: Akt) -> Mapping[RecordId, Recorded[FileLink]]:
    """Two versions that stand against each other hide it if either does."""
    found: dict[RecordId, Recorded[FileLink]] = {}
    for each in akt.all(FileLink):
        if each.record not in found or each.value.is_hidden:
            found[each.record] = each
    return found


def _old_links(desk: Desk, akt: Akt) -> Iterator[Linked]:
    for each in akt.all(ArrivedTogether):
        row = desk.vault.own.row(each.value.other)
        if row is not None:
            yield Linked(each.record, row, "came-together", each.value.is_hidden, is_old=True)


def _enter(akt: Akt, record: RecordId, *, is_hidden: bool, reason: str) -> None:
    """The newest word on a record, over every version of it that stands."""
    new = akt.find(FileLink, record)
    if new is not None:
        akt.enter(Draft(replace(new.value, is_hidden=is_hidden, reason=reason.strip()), record))
        return
    old = akt.find(ArrivedTogether, record)
    if old is not None:
        akt.enter(Draft(replace(old.value, is_hidden=is_hidden, reason=reason.strip()), record))


def _is_hidden_beyond(desk: Desk, mark: str, case: CaseId) -> bool:
    akter: tuple[Marked, ...] = link_marks.marked(desk).get(mark, ())
    return any(each.is_hidden and each.row.case == case for each in akter)


def _show_beyond(desk: Desk, case: CaseId, mark: str, reason: str) -> None:
    beyond = cases.open_case(desk, case)
    try:
        for each in beyond.all(FileLink):
            if each.value.link == mark:
                _enter(beyond, each.record, is_hidden=False, reason=reason)
    finally:
        beyond.close()


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise NoReasonError
