# SPDX-License-Identifier: EUPL-1.2
"""Pick each question's words from the organisation's own form, slot by slot.

The form itself is never kept: only the words that were picked are, as working material of the
organisation akt, and as a pack once they are entered.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.instruments.errors import Fault
from workbench.services.akter.session import Session
from workbench.services.house import half_done
from workbench.services.house.half_done import Begun
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Outside
from workbench.ui.house_work import HouseWork, RefusedView
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, Place
from workbench.ui.wording.looking import ITEM, enter, load
from workbench.ui.wording.pieces import by_number, pieces_of, words_of
from workbench.ui.wording.vms import WordingVm
from workbench.ui.writing.moments import time_of_day
from workbench.words import _, error_text

LARGEST_FORM = 50 * 1024 * 1024


class WordingView(RefusedView, Protocol):
    """What the page must be able to show."""

    def show_wording(self, vm: WordingVm) -> None: ...

    def show_pieces(self, pieces: tuple[str, ...]) -> None:
        """The form's text; () when there is none."""
        ...

    def show_pdf(self, pdf: bytes, name: str) -> str:
        """Show a form and give its text."""
        ...

    def show_faults(self, faults: tuple[str, ...]) -> None: ...

    def show_done(self, said: str) -> None: ...

    def show_saved(self, at: str) -> None:
        """`at` is a time of day."""
        ...


class WordingPresenter(HouseWork[WordingView]):
    """`open` says for which instrument."""

    def __init__(
        self, view: WordingView, jobs: Jobs, session: Session, asks: Asks, go: Go, out: Outside
    ) -> None:
        super().__init__(view, jobs, session, asks, go, out)
        self._key = ""
        self._vm: WordingVm | None = None
        self._begun: Begun | None = None
        self._definition: Definition | None = None
        self._pieces: tuple[str, ...] = ()

    def open(self, key: str = "") -> None:
        self._key = key or self._key
        if self._key:
            self.run(lambda: load(self.desk, self._key), self._loaded)

    def leave(self) -> None:
        self.go(Place("instrument", record=RecordId(self._key)))

    def to_points(self) -> None:
        """The form's own points and levels."""
        self.go(Place("own-rule", record=RecordId(self._key)))

    def open_form(self) -> None:
        """A PDF, read in memory on this computer."""
        self.asks.choose_file(_("Which file is your form?"), got=self._read, endings=(".pdf",))

    def paste(self, text: str) -> None:
        """Text that was copied from the form."""
        self._pieces = pieces_of(text)
        self.view.show_pieces(self._pieces)

    def take(self, chosen: Sequence[int]) -> None:
        """The chosen pieces are the words of the slot; the next empty slot is next."""
        vm, definition = self._vm, self._definition
        if vm is None or definition is None or not chosen:
            return
        slot = vm.slots[vm.at]
        words = words_of([self._pieces[at] for at in chosen], definition.by_id[slot.item].number)
        self._put({slot.item: words}, self._after(vm.at))

    def fill_by_number(self) -> None:
        """Every empty slot whose number begins one piece. A person compares them afterwards."""
        vm, definition = self._vm, self._definition
        if vm is None or definition is None:
            return
        numbers = {s.item: definition.by_id[s.item].number for s in vm.slots if not s.words}
        found = by_number(self._pieces, numbers)
        self._put(found, vm.at)
        told = _("Filled: {count} of {all}. Compare each with the form.")
        self.view.show_done(told.format(count=len(found), all=len(vm.slots)))

    def typed(self, item: str, words: str) -> None:
        """Words were corrected by hand."""
        if self._vm is not None:
            self._put({item: words}, self._vm.at)

    def typed_head(self, name: str, text: str) -> None:
        if self._vm is not None:
            self._vm = replace(self._vm, head={**self._vm.head, name: text}, is_begun=True)
            self._keep({name: text})

    def go_to(self, at: int) -> None:
        """Another slot."""
        if self._vm is not None and 0 <= at < len(self._vm.slots):
            self._show(replace(self._vm, at=at))

    def enter(self) -> None:
        """Keep the words as a pack; everything that is wrong is told at once."""
        vm, definition, begun = self._vm, self._definition, self._begun
        if vm is not None and definition is not None and begun is not None:
            desk = self.desk
            self.run(lambda: enter(desk, definition, vm, begun), self._entered)

    def discard(self) -> None:
        """Kasta."""
        begun, desk = self._begun, self.desk
        if begun is None:
            return
        question = Question(
            _("Throw away what you picked?"),
            _("It has not been loaded. Wording that was loaded before is not touched."),
            _("Throw away"), _("Go on picking"), is_grave=True,
        )  # fmt: skip
        self.asks.confirm(
            question,
            yes=lambda: self.run(lambda: half_done.drop(desk, begun), lambda _n: self.open()),
        )

    def _read(self, path: Path) -> None:
        files = self.outside.files
        self.run(lambda: files.read(path, most_bytes=LARGEST_FORM), self._shown)

    def _shown(self, pdf: bytes) -> None:
        text = self.view.show_pdf(pdf, _("Your form"))
        self.paste(text)
        if not self._pieces:
            told = _("The form has no text that can be picked: it is a picture. Type the words.")
            self.view.show_done(told)

    def _loaded(self, loaded: tuple[Definition, Begun, WordingVm]) -> None:
        self._definition, self._begun, vm = loaded
        self._show(vm)

    def _put(self, words: dict[str, str], at: int) -> None:
        vm = self._vm
        if vm is None:
            return
        slots = tuple(replace(s, words=words.get(s.item, s.words)) for s in vm.slots)
        self._show(replace(vm, slots=slots, at=at, is_begun=True))
        self._keep({f"{ITEM}{item}": text for item, text in words.items()})

    def _after(self, at: int) -> int:
        """The next slot without words, from here and round; else the next one."""
        assert self._vm is not None  # noqa: S101  who asks has looked
        slots = self._vm.slots
        order = [*range(at + 1, len(slots)), *range(at)]
        return next((n for n in order if not slots[n].words), min(at + 1, len(slots) - 1))

    def _keep(self, typed: dict[str, str]) -> None:
        begun, desk, key = self._begun, self.desk, self._key
        if begun is not None and typed:
            self.run(
                lambda: half_done.keep(desk, begun, key, typed),
                lambda _none: self.view.show_saved(time_of_day(desk.house.now())),
            )

    def _show(self, vm: WordingVm) -> None:
        self._vm = vm
        self.view.show_wording(vm)

    def _entered(self, faults: tuple[Fault, ...]) -> None:
        self.view.show_faults(tuple(self._told(fault) for fault in faults))
        if not faults:
            self.leave()

    def _told(self, fault: Fault) -> str:
        """With the question as the form numbers it, and the field as the page calls it."""
        text = error_text(fault.error).what
        slots = {} if self._vm is None else {f"items.{s.item}": s.label for s in self._vm.slots}
        names = {"holder": _("Licence holder"), "edition": _("Edition of the form"),
                 "proof": _("Licence or permission"), "valid_to": _("It holds until")}  # fmt: skip
        called = slots.get(fault.path) or names.get(fault.path) or fault.path
        said = text.replace(fault.path, called) if fault.path else text
        return said if called in said else _("{where}: {what}").format(where=called, what=said)
