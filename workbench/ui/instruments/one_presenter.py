# SPDX-License-Identifier: EUPL-1.2
"""One instrument: load its wording, go to its rules, note who is trained in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId, UserId
from workbench.domain.rights import Training
from workbench.instruments.errors import Fault
from workbench.instruments.pack_files import parse
from workbench.instruments.wording_packs import LARGEST_PACK, judge
from workbench.services import training, wording
from workbench.services.desk import Desk
from workbench.services.jobs import Jobs
from workbench.services.session import Session
from workbench.ui.handing_over.outside import Outside
from workbench.ui.instruments.looking import find, one_vm
from workbench.ui.instruments.vms import OneVm
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, PageName, Place
from workbench.words import ErrorText, _, error_text

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TypedTraining:
    """What was typed about somebody's training."""

    user: str
    trained_on: str
    valid_to: str
    licence: str
    proof: str = ""


class OneView(Protocol):
    """What the page must be able to show."""

    def show_instrument(self, vm: OneVm) -> None: ...

    def show_faults(self, faults: tuple[str, ...]) -> None:
        """Everything that is wrong with a pack, at once."""
        ...

    def show_done(self, said: str) -> None: ...

    def show_missing(self, said: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class OnePresenter:
    """The key of the instrument comes with `open`."""

    def __init__(
        self, view: OneView, jobs: Jobs, session: Session, asks: Asks, go: Go, out: Outside
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go, self._outside = asks, go, out
        self._key = ""
        self._vm: OneVm | None = None

    def open(self, key: str = "") -> None:
        """Show an instrument, or read the one that is shown again."""
        self._key = key or self._key
        if self._key:
            self._run(lambda: one_vm(self._session.desk, self._key), self._show)

    def leave(self) -> None:
        self._go(Place("instruments"))

    def assist(self) -> None:
        self._to("wording")

    def make_own_rule(self) -> None:
        self._to("own-rule")

    def enter_table(self) -> None:
        self._to("local-table")

    def open_rule(self, key: str) -> None:
        self._go(Place("rule-gate", record=RecordId(key)))

    def load_pack(self) -> None:
        """From a file; every fault of it is told."""
        title = _("Which file holds the wording?")
        self._asks.choose_file(title, got=self._load, endings=(".toml", ".json"))

    def withdraw_pack(self) -> None:
        question = Question(
            _("Take the wording away?"),
            _("New assessments have short labels. Earlier ones keep the hash of what was shown."),
            _("Take it away"), _("Keep it"), is_grave=True,
        )  # fmt: skip
        self._asks.ask_text(question, got=self._withdraw)

    def note_training(self, typed: TypedTraining) -> None:
        """Enter that somebody is trained."""
        missing = _missing(typed)
        if missing:
            self._view.show_missing(missing)
            return
        desk, key = self._session.desk, self._key

        def work() -> None:
            of = find(desk, key)
            noted = Training(
                UserId(typed.user), of.id, of.version, _day(typed.trained_on),
                _day(typed.valid_to), typed.licence.strip(), typed.proof.strip(),
            )  # fmt: skip
            training.note_training(desk, noted)

        self._run(work, lambda _none: self._done(_("It is noted.")))

    def withdraw_training(self, record: str) -> None:
        question = Question(
            _("Take the note away?"), _("Say why. It stays in the history."),
            _("Take it away"), _("Keep it"),
        )  # fmt: skip
        self._asks.ask_text(question, got=lambda why: self._untrain(record, why))

    def _load(self, path: Path) -> None:
        desk, files = self._session.desk, self._outside.files

        def work() -> tuple[Fault, ...]:
            parsed = parse(files.read(path, most_bytes=LARGEST_PACK), path.name)
            if not parsed.said:
                return parsed.faults
            judged = judge(parsed.said, desk.catalogue, desk.clock.today())
            if judged.pack is not None:
                wording.load_pack(desk, judged.pack)
            return judged.faults

        self._run(work, self._loaded)

    def _loaded(self, faults: tuple[Fault, ...]) -> None:
        if faults:
            self._view.show_faults(tuple(_fault(fault) for fault in faults))
            return
        self._view.show_faults(())
        self._done(_("The wording is loaded. New assessments are shown in it."))

    def _withdraw(self, why: str) -> None:
        desk, vm = self._session.desk, self._vm

        def work() -> None:
            for each in wording.packs(desk):
                if vm is not None and each.record == vm.pack:
                    wording.withdraw_pack(desk, each, why)

        self._run(work, lambda _none: self._done(_("The wording is taken away.")))

    def _untrain(self, record: str, why: str) -> None:
        desk = self._session.desk
        self._run(
            lambda: _withdraw_training(desk, record, self._key, why),
            lambda _none: self._done(_("It is taken away.")),
        )

    def _show(self, vm: OneVm) -> None:
        self._vm = vm
        self._view.show_instrument(vm)

    def _done(self, said: str) -> None:
        self._view.show_done(said)
        self.open()

    def _to(self, page: PageName) -> None:
        self._go(Place(page, record=RecordId(self._key)))

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._jobs.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)


def _withdraw_training(desk: Desk, record: str, key: str, why: str) -> None:
    for each in training.trained_in(desk, find(desk, key)):
        if each.record == record:
            training.withdraw_training(desk, each, why)


def _missing(typed: TypedTraining) -> str:
    if not typed.user:
        return _("Choose who is trained.")
    if not _day(typed.trained_on):
        return _("Write the day of the training, as 2026-11-22.")
    if typed.valid_to.strip() and not _day(typed.valid_to):
        return _("Write the last day as 2026-11-22, or nothing.")
    return ""


def _day(text: str) -> str:
    """A day as records spell it; nothing when it is none."""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        return ""


def _fault(fault: Fault) -> str:
    text = error_text(fault.error)
    return f"{text.what} ({text.code})"
