# SPDX-License-Identifier: EUPL-1.2
"""One instrument: load its wording, go to its rules, note who is trained in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from workbench.domain.ids import RecordId, UserId
from workbench.domain.rights import Training
from workbench.instruments.errors import Fault
from workbench.instruments.pack_files import LARGEST_SEALED, is_sealed, parse
from workbench.instruments.wording_packs import LARGEST_PACK, judge
from workbench.services.akter.session import Session
from workbench.services.assess import training, wording
from workbench.services.desk import Desk
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Outside
from workbench.ui.house_work import HouseWork, ToldView
from workbench.ui.instruments.looking import find, one_vm
from workbench.ui.instruments.vms import OneVm
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, PageName, Place
from workbench.words import _, error_text


@dataclass(frozen=True, slots=True)
class TypedTraining:
    """What was typed about somebody's training."""

    user: str
    trained_on: str
    valid_to: str
    licence: str
    proof: str = ""


class OneView(ToldView, Protocol):
    """What the page must be able to show."""

    def show_instrument(self, vm: OneVm) -> None: ...

    def show_faults(self, faults: tuple[str, ...]) -> None:
        """Everything that is wrong with a pack, at once."""
        ...


class OnePresenter(HouseWork[OneView]):
    """The key of the instrument comes with `open`."""

    def __init__(
        self, view: OneView, jobs: Jobs, session: Session, asks: Asks, go: Go, out: Outside
    ) -> None:
        super().__init__(view, jobs, session, asks, go, out)
        self._key = ""
        self._vm: OneVm | None = None

    def open(self, key: str = "") -> None:
        """Show an instrument, or read the one that is shown again."""
        self._key = key or self._key
        if self._key:
            self.run(lambda: one_vm(self.desk, self._key), self._show)

    def leave(self) -> None:
        self.go(Place("instruments"))

    def assist(self) -> None:
        self._to("wording")

    def make_own_rule(self) -> None:
        self._to("own-rule")

    def enter_table(self) -> None:
        self._to("local-table")

    def write_own(self) -> None:
        """A manual of which nothing is here is entered as a worksheet of one's own."""
        self.go(Place("own-forms"))

    def print_blank(self) -> None:
        """The empty form as a paper."""
        self._to("blank-form")

    def open_rule(self, key: str) -> None:
        self.go(Place("rule-gate", record=RecordId(key)))

    def load_pack(self) -> None:
        """From a file; every fault of it is told."""
        title = _("Which file holds the wording?")
        self.asks.choose_file(title, got=self._load, endings=(".toml", ".json", ".age"))

    def withdraw_pack(self) -> None:
        question = Question(
            _("Take the wording away?"),
            _("New assessments have short labels. Earlier ones keep the hash of what was shown."),
            _("Take it away"), _("Keep it"), is_grave=True,
        )  # fmt: skip
        self.asks.ask_text(question, got=self._withdraw)

    def note_training(self, typed: TypedTraining) -> None:
        """Enter that somebody is trained."""
        missing = _missing(typed)
        if missing:
            self.view.show_missing(missing)
            return
        desk, key = self.desk, self._key

        def work() -> None:
            of = find(desk, key)
            noted = Training(
                UserId(typed.user), of.id, of.version, _day(typed.trained_on),
                _day(typed.valid_to), typed.licence.strip(), typed.proof.strip(),
            )  # fmt: skip
            training.note_training(desk, noted)

        self.run(work, lambda _none: self._done(_("It is noted.")))

    def withdraw_training(self, record: str) -> None:
        question = Question(
            _("Take the note away?"), _("Say why. It stays in the history."),
            _("Take it away"), _("Keep it"),
        )  # fmt: skip
        self.asks.ask_text(question, got=lambda why: self._untrain(record, why))

    def _load(self, path: Path) -> None:
        files = self.outside.files
        self.run(
            lambda: files.read(path, most_bytes=LARGEST_SEALED),
            lambda came: self._read(came, path.name),
        )

    def _read(self, came: bytes, name: str) -> None:
        """A sealed file is opened first, by the passphrase that came another way."""
        if not is_sealed(came):
            self._judge(lambda: came, name)
            return
        question = Question(
            _("The wording is sealed"),
            _("Type the passphrase that its sender gave you. It is kept nowhere."),
            _("Open"), _("Leave it"),
        )  # fmt: skip
        opens = self.outside.open_sealed
        self.asks.ask_secret(
            question, got=lambda typed: self._judge(lambda: opens(came, typed, LARGEST_PACK), name)
        )

    def _judge(self, content: Callable[[], bytes], name: str) -> None:
        desk = self.desk

        def work() -> tuple[Fault, ...]:
            parsed = parse(content(), name)
            if not parsed.said:
                return parsed.faults
            judged = judge(parsed.said, desk.catalogue, desk.clock.today())
            if judged.pack is not None:
                wording.load_pack(desk, judged.pack)
            return judged.faults

        self.run(work, self._loaded)

    def _loaded(self, faults: tuple[Fault, ...]) -> None:
        if faults:
            self.view.show_faults(tuple(_fault(fault) for fault in faults))
            return
        self.view.show_faults(())
        self._done(_("The wording is loaded. New assessments are shown in it."))

    def _withdraw(self, why: str) -> None:
        desk, vm = self.desk, self._vm

        def work() -> None:
            for each in wording.packs(desk):
                if vm is not None and each.record == vm.pack:
                    wording.withdraw_pack(desk, each, why)

        self.run(work, lambda _none: self._done(_("The wording is taken away.")))

    def _untrain(self, record: str, why: str) -> None:
        desk = self.desk
        self.run(
            lambda: _withdraw_training(desk, record, self._key, why),
            lambda _none: self._done(_("It is taken away.")),
        )

    def _show(self, vm: OneVm) -> None:
        self._vm = vm
        self.view.show_instrument(vm)

    def _done(self, said: str) -> None:
        self.view.show_done(said)
        self.open()

    def _to(self, page: PageName) -> None:
        self.go(Place(page, record=RecordId(self._key)))


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
