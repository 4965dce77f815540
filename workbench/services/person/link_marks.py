# SPDX-License-Identifier: EUPL-1.2
"""The marks of links between akter, as the register mirrors them under each akt's own key.

Who has the keys of two akter finds the same mark in both, and so which two belong together. One
of them alone leads nowhere.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.domain.file_links import FileLink
from workbench.domain.ids import CaseId
from workbench.services.desk import Desk
from workbench.services.ports import RegisterRow
from workbench.services.records.akt import Akt

KINDS_OF_RECORDS = frozenset({"file_link"})
_SHOWN, _HIDDEN = "link:", "link-hidden:"


@dataclass(frozen=True, slots=True)
class Marked:
    """An own akt in which a mark stands."""

    row: RegisterRow
    is_hidden: bool


def flags_of(akt: Akt) -> Iterator[str]:
    """What the register mirrors of an akt's links. What stands against itself is hidden."""
    hidden: dict[str, bool] = {}
    for each in akt.all(FileLink):
        mark = each.value.link
        hidden[mark] = hidden.get(mark, False) or each.value.is_hidden
    for mark, is_hidden in hidden.items():
        yield (_HIDDEN if is_hidden else _SHOWN) + mark


def marked(desk: Desk) -> Mapping[str, tuple[Marked, ...]]:
    """By mark: the own akter in which it stands."""
    own = desk.vault.own
    own.find("-")  # what is new to this user is read before anything is found
    found: dict[str, tuple[Marked, ...]] = {}
    for row in own.rows():
        for mark, is_hidden in marks_in(row):
            found[mark] = (*found.get(mark, ()), Marked(row, is_hidden))
    return found


def marks_in(row: RegisterRow) -> Iterator[tuple[str, bool]]:
    """The marks of an own akt, and whether it hides them."""
    for flag in row.summary.flags:
        for prefix in (_SHOWN, _HIDDEN):
            if flag.startswith(prefix):
                yield flag.removeprefix(prefix), prefix == _HIDDEN


def circle(desk: Desk, case: CaseId) -> tuple[RegisterRow, ...]:
    """Own akter that are reached over links that are not hidden, nearest first, each once."""
    by_mark = marked(desk)
    reached: dict[CaseId, RegisterRow] = {}
    edge = [case]
    while edge:
        at = edge.pop(0)
        for row in _beside(by_mark, at):
            if row.case != case and row.case not in reached:
                reached[row.case] = row
                edge.append(row.case)
    return tuple(reached.values())


def _beside(by_mark: Mapping[str, tuple[Marked, ...]], case: CaseId) -> Iterator[RegisterRow]:
    for akter in by_mark.values():
        is_here = any(each.row.case == case for each in akter)
        if is_here and not any(each.is_hidden for each in akter):
            yield from (each.row for each in akter if each.row.case != case)
