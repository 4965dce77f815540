# SPDX-License-Identifier: EUPL-1.2
"""How far the person is protected, what would lead to them, and who has access unnamed."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.ids import CaseId, RecordId
from workbench.domain.protected_identity import HiddenDetail, ProtectedIdentity
from workbench.services.akter import file_links
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house import access
from workbench.services.person import protection_view, protection_words
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.protection_specs import (
    HIDDEN,
    PROTECTION,
    describe_hidden,
    describe_protection,
    meaning,
)
from workbench.ui.about_person.rows_presenter import RowsPresenter, RowsView
from workbench.ui.places import Place
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.history import VersionVm
from workbench.ui.writing.records import RecordVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.voices import name_of, names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _, ngettext


@dataclass(frozen=True, slots=True)
class ChildVm:
    """A child's own akt, which has a level of its own."""

    case: CaseId
    number: str


@dataclass(frozen=True, slots=True)
class ProtectionVm:
    """The section at one look. `hidden` is folded until it is asked for."""

    line: str
    meaning: str
    colleagues: tuple[OptionVm, ...]
    unnamed: str
    children: tuple[ChildVm, ...]
    hidden: tuple[RecordVm, ...]
    versions: tuple[VersionVm, ...]


class ProtectionView(RowsView, Protocol):
    """What the section must be able to show. Its rows are the hidden details."""

    @property
    def level(self) -> WritingView: ...

    def show_protection(self, vm: ProtectionVm) -> None: ...

    def tell(self, line: str) -> None: ...


class ProtectionPresenter(RowsPresenter[HiddenDetail]):
    """Decides what the section shows."""

    def __init__(self, view: ProtectionView, around: Around) -> None:
        super().__init__(view, around, HIDDEN)
        self._view = view
        self.level = Writing(
            around.case,
            PROTECTION,
            view.level,
            around.asks,
            entered=self._said,
            discarded=self._begin,
        )

    def resume(self) -> None:
        """Lay the level open, and go on with a detail that was left unentered."""
        self._begin()
        super().resume()

    def refresh(self) -> None:
        desk = self._around.case.session.desk
        self._around.case.run(
            lambda akt: _told(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def end(self, record: RecordId) -> None:
        """A detail that leads to nobody any more is known no longer; it stays in the history."""
        self._ask_end(
            _("From now on the words are let through where they stand in a text."),
            lambda akt, because: akt.withdraw(HiddenDetail, record, because),
        )

    def to_child(self, case: CaseId) -> None:
        """To the same section of a child's own akt."""
        self._around.go(Place("about-person", case, RecordId("protection")))

    def to_access(self) -> None:
        self._around.go(Place("case-access", self._around.case.case))

    def _begin(self) -> None:
        self.level.begin()

    def _said(self, _changes: Changes) -> None:
        self._begin()
        self._view.show_changed()

    def _show(self, vm: ProtectionVm) -> None:
        self._view.show_protection(vm)
        self._view.tell(vm.line)


def _told(akt: Akt, desk: Desk) -> ProtectionVm:
    tell, found = teller(akt, names_of(desk)), protection_view.record_of(akt)
    level = protection_view.level_of(akt)
    readers = access.readers(desk, akt.case)
    return ProtectionVm(
        line=_line(akt, level),
        meaning=meaning(level),
        colleagues=tuple(OptionVm(one.user, one.name or one.user[:16]) for one in readers),
        unnamed=_unnamed(akt, desk, found),
        children=_children(akt, desk),
        hidden=tuple(_hidden(tell, each) for each in akt.all(HiddenDetail)),
        versions=(
            tell.versions(ProtectedIdentity, found, describe_protection)
            if found is not None
            else ()
        ),
    )


def _children(akt: Akt, desk: Desk) -> tuple[ChildVm, ...]:
    """Those of the person's children whose akter this user may open; a hidden link tells none."""
    linked = (each for each in file_links.links_of(desk, akt) if not each.is_hidden)
    rows = [each.row for each in linked if each.relation in ("child", "came-together")]
    return tuple(dict.fromkeys(ChildVm(row.case, row.number) for row in rows))


def _line(akt: Akt, level: str) -> str:
    """The level, and how many details are hidden: never which."""
    is_noted = level != "none" or protection_view.record_of(akt) is not None
    said = (
        protection_words.standing(level, _)
        if is_noted
        else _("Nothing is noted about protected personal details.")
    )
    count = len(akt.all(HiddenDetail))
    told = ngettext("{count} hidden detail", "{count} hidden details", count)
    return " · ".join((said, told.format(count=count))) if count else said


def _unnamed(akt: Akt, desk: Desk, found: Recorded[ProtectedIdentity] | None) -> str:
    """Who can open the akt and is not named; "" where nobody is named yet."""
    if found is None or not found.value.who_may_see or not protection_view.is_protected(akt):
        return ""
    named, names = frozenset(found.value.who_may_see), names_of(desk)
    others = [one.user for one in access.readers(desk, akt.case) if one.user not in named]
    return ", ".join(name_of(user, names) for user in others)


def _hidden(tell: Teller, each: Recorded[HiddenDetail]) -> RecordVm:
    facts = (tell.first_entered(HiddenDetail, each.record), *standing_facts(each))
    return RecordVm(
        record=each.record,
        heading=protection_words.hidden_kind(each.value.kind, _),
        text=each.value.place,
        facts=facts,
        versions=tell.versions(HiddenDetail, each, describe_hidden),
        has_working=tell.has_working(HiddenDetail, each.record),
    )
