# SPDX-License-Identifier: EUPL-1.2
"""What writing a record needs to know: its fields, what must be said, and who shows it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from workbench.domain.ids import EntryId, RecordId
from workbench.services.records import bodies
from workbench.services.records.akt import Akt

T = TypeVar("T")
Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Missing:
    """What must still be said before it can be entered, and where."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class WritingVm:
    """A record as its author left it. `since` is when it was last typed, "" when untouched."""

    record: RecordId
    values: Values
    is_correction: bool
    since: str = ""
    is_single: bool = False


class WritingView(Protocol):
    """Where one record is written."""

    def show_writing(self, vm: WritingVm) -> None: ...

    def show_saving(self) -> None: ...

    def show_saved(self, at: str) -> None:
        """`at` is a time of day."""
        ...

    def show_not_saved(self, error: Exception) -> None:
        """What was typed stays on screen."""
        ...

    def show_problem(self, error: Exception) -> None:
        """Opening, entering or throwing away did not work; nothing was lost."""
        ...

    def show_hints(self, hints: Values) -> None:
        """By field; "" takes a hint back."""
        ...

    def show_missing(self, missing: Missing) -> None: ...

    def show_busy(self, *, busy: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class Spec(Generic[T]):
    """How a record becomes fields and fields become a record.

    `is_single`: an akt has at most one, and writing goes on from it. `missing` sees the values
    and whether it is a correction; `hints` are doubts worth showing; `fresh` is what a new
    record says before anything is typed. `require` refuses what may not be entered by then: what
    was typed stays; `require_as` too, for who must know which record it is, and `require_seen`
    for who must know which versions were on screen. `complete` adds what
    no field says, and the bytes that are attached.
    """

    of: type[T]
    read: Callable[[T], Values]
    build: Callable[[Values], T]
    missing: Callable[[Values, bool], Missing | None] = lambda _values, _corrects: None
    hints: Callable[[Values], Values] = lambda _values: {}
    is_single: bool = False
    fresh: Values = field(default_factory=dict)
    require: Callable[[Akt, T], None] = lambda _akt, _value: None
    require_as: Callable[[Akt, T, RecordId], None] = lambda _akt, _value, _record: None
    require_seen: Callable[[Akt, RecordId, Sequence[EntryId]], None] = lambda _akt, _rec, _seen: (
        None
    )
    complete: Callable[[Akt, T], tuple[T, Mapping[str, bytes]]] = lambda _akt, value: (value, {})

    @property
    def kind(self) -> str:
        return bodies.name_of(self.of)
