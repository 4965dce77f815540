# SPDX-License-Identifier: EUPL-1.2
"""A rule that came as a file is shown row by row; the checked file goes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.instruments.local_rules import LARGEST_LOCAL, local_sha256, read_local
from workbench.services.akter.session import Session
from workbench.services.assess import own_rules
from workbench.services.desk import Desk
from workbench.services.jobs import Jobs
from workbench.ui.assess.vms import TICKED
from workbench.ui.confirm_rule.local_parts import first_unticked, local_parts
from workbench.ui.confirm_rule.parts import PartVm
from workbench.ui.handing_over.outside import Outside
from workbench.ui.house_work import HouseWork, ToldView
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.words import _, language


@dataclass(frozen=True, slots=True)
class CameVm:
    """The rule that came, and who answers for it."""

    title: str
    told: str
    digits: str
    parts: tuple[PartVm, ...]


class CheckView(ToldView, Protocol):
    """What the page must be able to show."""

    def show_came(self, vm: CameVm) -> None: ...


class CheckPresenter(HouseWork[CheckView]):
    """Nothing of it is kept here: it is theirs."""

    def __init__(
        self, view: CheckView, jobs: Jobs, session: Session, asks: Asks, go: Go, out: Outside
    ) -> None:
        super().__init__(view, jobs, session, asks, go, out)
        self._came: bytes = b""
        self._parts: tuple[PartVm, ...] = ()

    def leave(self) -> None:
        self.go(Place("instruments"))

    def open_file(self) -> None:
        self.asks.choose_file(_("Which rule came?"), got=self._read, endings=(".json",))

    def give_back(self, name: str, ticks: Mapping[str, str]) -> None:
        """Every row ticked and a name: then the file can go back."""
        missing = first_unticked(self._parts, ticks)
        missing = missing or ("" if name.strip() else _("Write your name."))
        if missing:
            self.view.show_missing(missing)
            return
        title = _("Where is the checked file saved?")
        compared = tuple(key for key, tick in ticks.items() if tick == TICKED)
        self.asks.choose_folder(title, got=lambda folder: self._save(folder, name, compared))

    def _read(self, path: Path) -> None:
        desk, files = self.desk, self.outside.files

        def work() -> tuple[bytes, CameVm]:
            came = files.read(path, most_bytes=LARGEST_LOCAL)
            return came, came_vm(desk, came)

        self.run(work, self._show)

    def _show(self, read: tuple[bytes, CameVm]) -> None:
        self._came, vm = read
        self._parts = vm.parts
        self.view.show_came(vm)

    def _save(self, folder: Path, name: str, compared: tuple[str, ...]) -> None:
        desk, files, came = self.desk, self.outside.files, self._came

        def work() -> Path:
            checked = own_rules.check_for_other(desk, came, name, compared)
            called = f"k-{local_sha256(read_local(checked))[:8]}.json"
            return files.write_new(folder, called, checked)

        self.run(work, lambda path: self.view.show_done(_("Saved: {path}").format(path=path)))


def came_vm(desk: Desk, came: bytes) -> CameVm:
    """What came, in rows. Raises what reading and judging it raises."""
    local = read_local(came)
    definition = desk.catalogue.find(local.instrument, local.version)
    own_rules.require_sound(desk, local)
    by = local.keeping
    told = _("Own rule of {owner}, {day}, from edition {edition}.").format(
        owner=f"{by.owner} ({by.organisation})", day=by.on, edition=by.form_edition
    )
    return CameVm(
        definition.title(language()),
        told,
        own_rules.digits_of(local_sha256(local)),
        local_parts(definition, local),
    )
