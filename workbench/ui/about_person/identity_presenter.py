# SPDX-License-Identifier: EUPL-1.2
"""Who the person is: how it is known, what is doubtful, and the reserve number until it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from workbench.domain.ids import UserId
from workbench.domain.subject import Subject
from workbench.services.desk import Desk
from workbench.services.person import identity, identity_words
from workbench.services.person.identity import Joined
from workbench.services.person.whom import subject_of
from workbench.services.records.akt import Akt
from workbench.ui.about_person.presenter import Around
from workbench.ui.case import subject
from workbench.ui.case.subject_writing import SubjectWriting
from workbench.ui.writing import vocabulary
from workbench.ui.writing.history import VersionVm, versions_of
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.spec import WritingView
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _


@dataclass(frozen=True, slots=True)
class IdentityVm:
    """The section at one look. `line` is in sight while it is folded."""

    line: str
    lines: tuple[str, ...]
    doubts: tuple[str, ...]
    joins: tuple[str, ...]
    versions: tuple[VersionVm, ...]
    may_reserve: bool


class IdentityView(Protocol):
    """What the section must be able to show."""

    @property
    def panel(self) -> WritingView: ...

    def show_identity(self, vm: IdentityVm) -> None: ...

    def show_panel(self, *, shown: bool, comes_forward: bool = True) -> None: ...

    def tell_changed(self) -> None:
        """Something was entered: other sections may tell of it."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class IdentityPresenter:
    """Decides what is told of the identity."""

    def __init__(self, view: IdentityView, around: Around) -> None:
        self._view, self._case = view, around.case
        asked = subject.identity_fields()
        self.writing = SubjectWriting(around.case, view.panel, around.asks, asked, done=self._close)

    def resume(self) -> None:
        """Go on with what was left unentered, here or on the akt's own page."""
        self.writing.begin(then=self._resumed)

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: tell_identity(akt, desk),
            done=self._view.show_identity,
            failed=self._view.show_problem,
        )

    def change(self) -> None:
        self.writing.begin()
        self._view.show_panel(shown=True)

    def reserve(self) -> None:
        """Give the person a reserve number."""
        self._case.run(
            identity.give_reserve_number,
            done=lambda _changes: self._view.tell_changed(),
            failed=self._view.show_problem,
        )

    def _resumed(self) -> None:
        if self.writing.is_begun:
            self._view.show_panel(shown=True, comes_forward=False)

    def _close(self) -> None:
        self._view.show_panel(shown=False)
        self._view.tell_changed()


def tell_identity(akt: Akt, desk: Desk) -> IdentityVm:
    """Whom the akt is about, as far as anybody knows."""
    about, names = subject_of(akt), names_of(desk)
    found = akt.all(Subject)
    record = found[0].record if found else None
    return IdentityVm(
        line=_line(about),
        lines=subject.told(about),
        doubts=tuple(identity_words.doubt(each, _) for each in identity.doubts_of(desk, akt)),
        joins=tuple(_joined(about, each, names) for each in identity.joins(akt)),
        versions=(
            versions_of(akt, Subject, record, names, subject.describe) if record is not None else ()
        ),
        may_reserve=not about.number,
    )


def _line(about: Subject) -> str:
    """No name of anybody whose details are protected: what is folded is read over a shoulder."""
    known = vocabulary.identities()[about.identity]
    if about.identity == "protected":
        return known
    return " · ".join(each for each in (about.name, about.number, known) if each)


def _joined(about: Subject, joined: Joined, names: Mapping[UserId, str]) -> str:
    said = _("{reserve} was joined to {number} {when} by {who}: {reason}")
    return said.format(
        reserve=about.reserve_number,
        number=joined.personal_number,
        when=day_and_time(joined.recorded_at),
        who=name_of(joined.author, names),
        reason=joined.reason or _("no reason was written"),
    )
