# SPDX-License-Identifier: EUPL-1.2
"""A rule that came as a file is shown row by row; the checked file goes back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from workbench.domain.errors import WorkbenchError
from workbench.instruments.errors import LocalRuleError
from workbench.instruments.local_rules import (
    LARGEST_LOCAL,
    LocalRule,
    local_sha256,
    read_local,
    with_local,
)
from workbench.services import own_rules
from workbench.services.desk import Desk
from workbench.services.jobs import Jobs
from workbench.services.session import Session
from workbench.ui.assess.vms import TICKED
from workbench.ui.confirm_rule.parts import PartVm, parts_of
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.words import ErrorText, _, error_text, language

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CameVm:
    """The rule that came, and who answers for it."""

    title: str
    told: str
    digits: str
    parts: tuple[PartVm, ...]


class CheckView(Protocol):
    """What the page must be able to show."""

    def show_came(self, vm: CameVm) -> None: ...

    def show_done(self, said: str) -> None: ...

    def show_missing(self, said: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class CheckPresenter:
    """Nothing of it is kept here: it is theirs."""

    def __init__(
        self, view: CheckView, jobs: Jobs, session: Session, asks: Asks, go: Go, out: Outside
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go, self._outside = asks, go, out
        self._came: bytes = b""
        self._parts: tuple[PartVm, ...] = ()

    def leave(self) -> None:
        self._go(Place("instruments"))

    def open_file(self) -> None:
        self._asks.choose_file(_("Which rule came?"), got=self._read, endings=(".json",))

    def give_back(self, name: str, ticks: Mapping[str, str]) -> None:
        """Every row ticked and a name: then the file can go back."""
        left = [part for part in self._parts if ticks.get(part.key) != TICKED]
        if left or not name.strip():
            told = _("Compare every row first. Next: {part}")
            missing = told.format(part=left[0].part) if left else _("Write your name.")
            self._view.show_missing(missing)
            return
        title = _("Where is the checked file saved?")
        self._asks.choose_folder(title, got=lambda folder: self._save(folder, name))

    def _read(self, path: Path) -> None:
        desk, files = self._session.desk, self._outside.files

        def work() -> tuple[bytes, CameVm]:
            came = files.read(path, most_bytes=LARGEST_LOCAL)
            return came, _vm(desk, came)

        self._run(work, self._show)

    def _show(self, read: tuple[bytes, CameVm]) -> None:
        self._came, vm = read
        self._parts = vm.parts
        self._view.show_came(vm)

    def _save(self, folder: Path, name: str) -> None:
        desk, files, came = self._session.desk, self._outside.files, self._came

        def work() -> Path:
            checked = own_rules.check_for_other(desk, came, name)
            called = f"k-{local_sha256(read_local(checked))[:8]}.json"
            return files.write_new(folder, called, checked)

        self._run(work, lambda path: self._view.show_done(_("Saved: {path}").format(path=path)))

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._jobs.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)


def _vm(desk: Desk, came: bytes) -> CameVm:
    local = read_local(came)
    if not isinstance(local, LocalRule):
        raise LocalRuleError(why="table")
    definition = desk.catalogue.find(local.instrument, local.version)
    own_rules.require_sound(desk, local)
    own = with_local(definition, local)
    by = local.keeping
    told = _("Own rule of {owner}, {day}, from edition {edition}.").format(
        owner=f"{by.owner} ({by.organisation})", day=by.on, edition=by.form_edition
    )
    return CameVm(
        definition.title(language()),
        told,
        own_rules.digits_of(local_sha256(local)),
        tuple(part for rule in own.rules for part in parts_of(own, rule)),
    )
