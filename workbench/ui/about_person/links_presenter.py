# SPDX-License-Identifier: EUPL-1.2
"""Which akter belong together with this one, as far as the one who sits here may open them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

from workbench.domain.errors import WorkbenchError
from workbench.domain.file_links import Relation
from workbench.services.akter import cases, file_links
from workbench.services.akter.file_links import Linked
from workbench.services.desk import Desk
from workbench.services.person import identity_words, link_marks
from workbench.services.person.protection_view import names_in_a_list
from workbench.services.records.akt import Akt
from workbench.ui.about_person.presenter import Around
from workbench.ui.kit.asking import Question
from workbench.ui.places import Place
from workbench.words import ErrorText, _, error_text


@dataclass(frozen=True, slots=True)
class LinkVm:
    """One link. `key` names it on the page."""

    key: str
    title: str
    caption: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class LinksVm:
    """`beyond`: numbers of akter that are reached only through those that are linked here."""

    shown: tuple[LinkVm, ...]
    hidden: tuple[LinkVm, ...]
    beyond: tuple[str, ...]


class LinksView(Protocol):
    """What the section must be able to show."""

    def tell(self, line: str) -> None: ...

    def show_links(self, vm: LinksVm) -> None: ...

    def show_missing(self, field: str, text: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_linked(self) -> None:
        """What was typed for it is emptied."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class LinksPresenter:
    """Links, hides and shows again."""

    def __init__(self, view: LinksView, around: Around) -> None:
        self._view, self._around = view, around
        self._links: dict[str, Linked] = {}

    def refresh(self) -> None:
        desk = self._around.case.session.desk
        self._around.case.run(
            lambda akt: (file_links.links_of(desk, akt), _beyond(desk, akt)),
            done=lambda found: self._show(*found),
            failed=self._view.show_problem,
        )

    def link(self, number: str, relation: str) -> None:
        """To the own akt with this number."""
        if not number.strip():
            self._view.show_missing("number", _("Write the number of the other case file."))
        elif not relation:
            self._view.show_missing("relation", _("Choose how they belong together."))
        else:
            desk = self._around.case.session.desk
            chosen = cast("Relation", relation)

            def work(akt: Akt) -> None:
                file_links.link(desk, akt, file_links.case_numbered(desk, number), chosen)

            self._do(work, self._view.show_linked)

    def turn(self, key: str) -> None:
        """Hide a link, or show it again; why stands in the akt."""
        linked = self._links[key]
        if linked.is_hidden:
            question = Question(
                _("Show the link again?"),
                _("It is seen by everybody who may open both case files. Say why."),
                yes=_("Show it again"),
                no=_("Cancel"),
            )
        else:
            question = Question(
                _("Hide the link?"),
                _("It is hidden in both case files, and can be shown again. Say why."),
                yes=_("Hide it"),
                no=_("Cancel"),
            )
        self._around.asks.ask_text(question, got=lambda reason: self._turn(linked, reason))

    def open(self, key: str) -> None:
        self._around.go(Place("case", self._links[key].row.case))

    def _turn(self, linked: Linked, reason: str) -> None:
        desk = self._around.case.session.desk

        def work(akt: Akt) -> None:
            if linked.is_hidden:
                file_links.show_again(desk, akt, linked, reason)
            else:
                file_links.hide(akt, linked, reason)

        self._do(work, lambda: None)

    def _do(self, work: Callable[[Akt], None], then: Callable[[], None]) -> None:
        def done(_nothing: None) -> None:
            then()
            self.refresh()

        self._around.case.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)

    def _show(self, links: tuple[Linked, ...], beyond: tuple[str, ...]) -> None:
        self._links = {f"{at}": each for at, each in enumerate(links)}
        told = [_told(key, each) for key, each in self._links.items()]
        shown = tuple(each for each in told if not each.is_hidden)
        hidden = tuple(each for each in told if each.is_hidden)
        self._view.tell(_line(shown))
        self._view.show_links(LinksVm(shown, hidden, beyond))


def _line(shown: tuple[LinkVm, ...]) -> str:
    return ", ".join(each.title for each in shown) or _("No links.")


def _told(key: str, linked: Linked) -> LinkVm:
    """By number; a name only where nothing says that it is protected."""
    row = linked.row
    names = names_in_a_list(row.summary)
    relation = identity_words.relation(linked.relation, _)
    title = _("{relation}: case file {number}").format(relation=relation, number=row.number)
    return LinkVm(key, title, ", ".join(names), linked.is_hidden)


def _beyond(desk: Desk, akt: Akt) -> tuple[str, ...]:
    """Walked once each, however they are linked in a circle."""
    beside = {each.row.case for each in file_links.links_of(desk, akt)}
    hidden = {row.case for row in cases.hidden_cases(desk)}
    walked = link_marks.circle(desk, akt.case)
    return tuple(row.number for row in walked if row.case not in beside | hidden)
