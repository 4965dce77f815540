# SPDX-License-Identifier: EUPL-1.2
"""Whom an akt is about, being written: each doubt stands under its field and stops nothing."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from workbench.domain.ids import RecordId
from workbench.domain.subject import Subject
from workbench.services.person import identity, identity_words
from workbench.services.person.identity import Doubt
from workbench.ui.case.subject import SPEC, build
from workbench.ui.kit.asking import Asks
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Spec, Values, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _

T = TypeVar("T")
_FIELD_OF = {"name-missing": "name", "name-figures": "name", "name-elsewhere": "name"}
_WHO = frozenset({"name", "personal_number", "identity", "established"})
_GROUND = "confirmed-by-nothing"


@dataclass(frozen=True, slots=True)
class Asked(Generic[T]):
    """A form that asks who somebody is, among other things: `about` reads it from the values.

    `gets_own_akt`: what was joined in this akt before is not about them.
    """

    spec: Spec[T]
    fields: tuple[FieldVm, ...]
    about: Callable[[Values], Subject]
    gets_own_akt: bool = False


class DoubtingWriting(Writing[T]):
    """A `Writing` that looks for doubts about who it is, whenever something is typed."""

    def __init__(
        self,
        case: OpenCase,
        asked: Asked[T],
        view: WritingView,
        asks: Asks,
        *,
        done: Callable[[], None],
        discarded: Callable[[], None],
    ) -> None:
        self._form, self._names = asked, frozenset(each.name for each in asked.fields)
        super().__init__(
            case, asked.spec, view, asks, entered=lambda _changes: done(), discarded=discarded
        )

    def begin(
        self,
        record: RecordId | None = None,
        *,
        start: Values | None = None,
        resume: bool = True,
        then: Callable[[], None] | None = None,
    ) -> None:
        def shown() -> None:
            self._look()
            if then is not None:
                then()

        super().begin(record, start=start, resume=resume, then=shown)

    def typed(self, name: str, text: str) -> None:
        super().typed(name, text)
        if name in _WHO:
            self._look()

    def _look(self) -> None:
        desk, about = self._case.session.desk, self._form.about(self._values)
        self._case.run(
            lambda akt: identity.doubts_of(desk, akt, about),
            done=self._hint,
            failed=self._view.show_problem,
        )

    def _hint(self, found: Iterable[Doubt]) -> None:
        is_own = not self._form.gets_own_akt
        told = [each for each in found if is_own or each.kind != "joined-before"]
        self._view.show_hints(hints_of(told, self._names))


class SubjectWriting(DoubtingWriting[Subject]):
    """Whom the akt is about."""

    def __init__(
        self,
        case: OpenCase,
        view: WritingView,
        asks: Asks,
        fields: tuple[FieldVm, ...],
        *,
        done: Callable[[], None],
    ) -> None:
        asked = Asked(SPEC, fields, build)
        super().__init__(case, asked, view, asks, done=done, discarded=done)


def hints_of(doubts: Iterable[Doubt], asked: Collection[str]) -> Values:
    """By field of the form: what is doubted there; "" where nothing is."""
    ground = "established" if "established" in asked else "identity"
    hints: dict[str, list[str]] = {"name": [], "personal_number": [], ground: []}
    for each in doubts:
        field = ground if each.kind == _GROUND else _FIELD_OF.get(each.kind, "personal_number")
        hints[field].append(identity_words.doubt(each, _))
    return {field: " ".join(told) for field, told in hints.items() if field in asked}
