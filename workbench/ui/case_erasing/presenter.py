# SPDX-License-Identifier: EUPL-1.2
"""Decides what is asked before anything is taken away, and who must stand for it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from workbench.domain.erasing import EraseProposed
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import EntryId, RecordId
from workbench.services.purge import approving, purging
from workbench.services.purge.approving import OnePerson
from workbench.services.purge.purging import PurgeRequest
from workbench.services.records.akt import Akt
from workbench.services.removing import erasing
from workbench.services.removing.erasing import EraseRequest
from workbench.ui.case_erasing.checks import (
    missing_ground,
    missing_in_part,
    missing_word,
    part_question,
    request_of,
    word_of,
)
from workbench.ui.case_erasing.looking import erasing_vm
from workbench.ui.case_erasing.vms import (
    ErasingVm,
    ProposalVm,
    TypedPart,
    TypedWhole,
    TypedWord,
)
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, Place
from workbench.ui.writing.open_case import OpenCase
from workbench.words import ErrorText, _, error_text

T = TypeVar("T")


class ErasingView(Protocol):
    """What the page must be able to show."""

    def show_erasing(self, vm: ErasingVm) -> None: ...

    def show_done(self, title: str, detail: str = "") -> None:
        """What was typed for it is emptied."""
        ...

    def show_missing(self, said: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None:
        """Secrets are emptied; the rest stays."""
        ...

    def show_busy(self, *, busy: bool) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class CaseErasingPresenter:
    """Asks before it acts; says what will be there afterwards."""

    def __init__(self, view: ErasingView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._vm: ErasingVm | None = None

    def open(self) -> None:
        desk = self._case.session.desk
        self._run(lambda akt: erasing_vm(akt, desk), self._show)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def set_hidden(self, reason: str, *, is_hidden: bool) -> None:
        """Level E0 and back."""
        if not reason.strip():
            self._view.show_missing(_("Say why."))
            return
        act = erasing.hide if is_hidden else erasing.unhide
        said = _("The case file is listed again."), ""
        if is_hidden:
            where = _("It stands under Disposal in Organisation, where it can be shown again.")
            said = _("The case file is hidden."), where
        self._run(lambda akt: act(akt, reason), lambda _none: self._done(*said))

    def purge(self, part: TypedPart, typed: TypedWord) -> None:
        """Take the texts of chosen records away."""
        if missing := missing_in_part(part) or missing_word(typed):
            self._view.show_missing(missing)
        elif typed.kind == "one-person":
            self._run(lambda akt: self._propose_part(akt, part), lambda _none: self._proposed())
        else:
            question = part_question(len(part.records))
            self._asks.confirm(question, yes=lambda: self._purge(part, typed))

    def confirm_part(self, proposal: ProposalVm, codes: tuple[str, ...]) -> None:
        """The only user confirms an own proposal about entries, on another day."""
        if not all(code.strip() for code in codes):
            self._view.show_missing(_("Type the recovery code."))
            return
        word = OnePerson(EntryId(proposal.entry), codes)
        self._begin()
        self._run(lambda akt: self._purge_proposed(akt, word), lambda _none: self._purged())

    def take_back(self, proposal: ProposalVm) -> None:
        desk, record = self._case.session.desk, RecordId(proposal.record)
        said = _("The proposal is taken back.")
        self._run(lambda _akt: erasing.take_back(desk, record), lambda _none: self._done(said))

    def erase(self, whole: TypedWhole, typed: TypedWord) -> None:
        """Take all of the akt away from this computer; or, for the only user, propose it."""
        vm = self._vm
        missing = self._missing_in_whole(whole) or missing_word(typed)
        proposal = vm.whole_proposal if vm is not None else None
        if missing:
            self._view.show_missing(missing)
        elif typed.kind == "one-person" and proposal is None:
            self._run(lambda _akt: self._propose_whole(whole), lambda _none: self._proposed())
        elif typed.kind == "one-person" and proposal is not None and proposal.waits:
            self._view.show_missing(proposal.waits)
        else:
            question = self._whole_question(is_urgent=typed.kind == "urgent")
            self._asks.confirm(question, yes=lambda: self._erase(whole, typed))

    def _purge(self, part: TypedPart, typed: TypedWord) -> None:
        desk, word = self._case.session.desk, word_of(typed, None)
        self._begin()
        self._run(
            lambda akt: purging.purge(desk, akt, request_of(akt, part), word),
            lambda _none: self._purged(),
        )

    def _purge_proposed(self, akt: Akt, word: OnePerson) -> None:
        desk = self._case.session.desk
        found = next(p for p in approving.proposals(desk) if p.entry == word.proposal)
        entries = tuple(EntryId(entry) for entry in found.value.entries)
        request = PurgeRequest(entries, found.value.ground, found.value.reason)
        purging.purge(desk, akt, request, word)

    def _propose_part(self, akt: Akt, part: TypedPart) -> None:
        request = request_of(akt, part)
        proposal = EraseProposed("E1", akt.case, part.ground, part.reason, request.entries)
        erasing.propose(self._case.session.desk, proposal)

    def _propose_whole(self, whole: TypedWhole) -> None:
        proposal = EraseProposed("E1", self._case.case, whole.ground, whole.reason)
        erasing.propose(self._case.session.desk, proposal)

    def _erase(self, whole: TypedWhole, typed: TypedWord) -> None:
        session, proposal = self._case.session, self._vm.whole_proposal if self._vm else None
        request = EraseRequest(
            self._case.case, whole.ground, whole.reason, whole.answered_no, whole.has_seen_open
        )
        word = word_of(typed, proposal)
        self._begin()
        self._case.jobs.run(
            lambda: erasing.erase(session, request, word),
            done=lambda record: self._go(Place("erasing", None, record)),
            failed=self._failed,
        )

    def _missing_in_whole(self, whole: TypedWhole) -> str:
        vm = self._vm
        asked = {each.version for each in vm.questions} if vm is not None else set()
        if not whole.answered_no.issuperset(asked):
            return _("Answer every question. A yes keeps the case file.")
        if vm is not None and vm.open_things and not whole.has_seen_open:
            return _("Tick that you have seen what is open.")
        return missing_ground(whole.ground, whole.reason, has_checked_law=whole.has_checked_law)

    def _whole_question(self, *, is_urgent: bool) -> Question:
        vm = self._vm
        lines = (vm.remains_urgently if is_urgent else vm.remains) if vm is not None else ()
        remains = "\n".join(f"– {line}" for line in lines)
        text = _("Keys and file are removed from this computer. Nothing here brings them back.")
        there = _("This remains:")
        return Question(
            _("Dispose of all of the case file?"), f"{text}\n\n{there}\n{remains}",
            _("Dispose of it"), _("Not now"), is_grave=True,
        )  # fmt: skip

    def _purged(self) -> None:
        self._done(
            _("The text is disposed of."),
            _("That it was there, who wrote it and when still stands in the history."),
        )

    def _proposed(self) -> None:
        self._done(
            _("The proposal is noted."),
            _("Work as usual, and confirm it here on another day, with the recovery code."),
        )

    def _begin(self) -> None:
        self._view.show_busy(busy=True)

    def _done(self, title: str, detail: str = "") -> None:
        self._view.show_busy(busy=False)
        self._view.show_done(title, detail)
        self.open()

    def _show(self, vm: ErasingVm) -> None:
        self._vm = vm
        self._view.show_erasing(vm)

    def _run(self, work: Callable[[Akt], T], done: Callable[[T], None]) -> None:
        self._case.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(busy=False)
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)
