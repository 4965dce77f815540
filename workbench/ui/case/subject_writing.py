# SPDX-License-Identifier: EUPL-1.2
"""Whom an akt is about, being written: each doubt stands under its field and stops nothing."""

from collections.abc import Callable, Collection, Iterable

from workbench.domain.ids import RecordId
from workbench.domain.subject import Subject
from workbench.services import identity, identity_words
from workbench.services.identity import Doubt
from workbench.ui.case.subject import SPEC, build
from workbench.ui.kit.asking import Asks
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Values, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _

_FIELD_OF = {"name-missing": "name", "name-figures": "name", "name-elsewhere": "name"}
_GROUND = "confirmed-by-nothing"


class SubjectWriting(Writing[Subject]):
    """A `Writing` that looks for doubts whenever something is typed. `asked`: its form's fields."""

    def __init__(
        self,
        case: OpenCase,
        view: WritingView,
        asks: Asks,
        asked: Iterable[FieldVm],
        *,
        done: Callable[[], None],
    ) -> None:
        self._asked = frozenset(each.name for each in asked)
        super().__init__(case, SPEC, view, asks, entered=lambda _changes: done(), discarded=done)

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
        self._look()

    def _look(self) -> None:
        desk, about = self._case.session.desk, build(self._values)
        self._case.run(
            lambda akt: identity.doubts_of(desk, akt, about),
            done=lambda found: self._view.show_hints(hints_of(found, self._asked)),
            failed=self._view.show_problem,
        )


def hints_of(doubts: Iterable[Doubt], asked: Collection[str]) -> Values:
    """By field of the form: what is doubted there; "" where nothing is."""
    ground = "established" if "established" in asked else "identity"
    hints: dict[str, list[str]] = {"name": [], "personal_number": [], ground: []}
    for each in doubts:
        field = ground if each.kind == _GROUND else _FIELD_OF.get(each.kind, "personal_number")
        hints[field].append(identity_words.doubt(each, _))
    return {field: " ".join(told) for field, told in hints.items()}
