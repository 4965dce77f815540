# SPDX-License-Identifier: EUPL-1.2
"""A published table: typed by the method owner, checked by another person, here or elsewhere."""

from collections.abc import Mapping
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.instruments.local_rules import LocalTable
from workbench.instruments.wanted_tables import Wanted, wanted_table
from workbench.services import half_done, own_rules, settings
from workbench.services.desk import Desk
from workbench.services.half_done import Begun
from workbench.services.jobs import Jobs
from workbench.services.own_rules import Kept
from workbench.services.session import Session
from workbench.ui.handing_over.outside import Outside
from workbench.ui.house_work import HouseWork, ToldView
from workbench.ui.instruments.looking import find
from workbench.ui.kit.asking import Asks
from workbench.ui.local_table.building import build, first_missing
from workbench.ui.local_table.looking import table_vm
from workbench.ui.local_table.vms import TableVm
from workbench.ui.own_rule.checking import Checking
from workbench.ui.places import Go, Place
from workbench.ui.writing.moments import time_of_day
from workbench.words import _

KIND = "local_content"
_ABOUT = "table:"
Loaded = tuple[Definition, Begun, Kept | None, Mapping[str, str]]


class TableView(ToldView, Protocol):
    """What the page must be able to show."""

    def show_table(self, vm: TableVm) -> None: ...

    def show_saved(self, at: str) -> None: ...


class TablePresenter(HouseWork[TableView]):
    """`open` says for which instrument."""

    def __init__(
        self, view: TableView, jobs: Jobs, session: Session, asks: Asks, go: Go, out: Outside
    ) -> None:
        super().__init__(view, jobs, session, asks, go, out)
        self.checking = Checking(self, self._done)
        self._key = ""
        self._definition: Definition | None = None
        self._wanted: Wanted | None = None
        self._begun: Begun | None = None
        self._values: dict[str, str] = {}

    def open(self, key: str = "") -> None:
        self._key = key or self._key
        if self._key:
            self.run(lambda: _load(self.desk, self._key), self._loaded)

    def leave(self) -> None:
        self.go(Place("instrument", record=RecordId(self._key)))

    def typed(self, name: str, text: str) -> None:
        """Kept at once, as working material."""
        begun, desk, about = self._begun, self.desk, _ABOUT + self._key
        if begun is not None:
            self._values[name] = text
            self.run(
                lambda: half_done.keep(desk, begun, about, {name: text}),
                lambda _none: self.view.show_saved(time_of_day(desk.house.now())),
            )

    def enter(self) -> None:
        """Propose it: nothing is looked up before somebody else has checked it."""
        definition, wanted, begun = self._definition, self._wanted, self._begun
        if definition is None or wanted is None or begun is None:
            return
        missing = first_missing(wanted, self._values)
        if missing:
            self.view.show_missing(missing)
            return
        desk, table = self.desk, build(definition, wanted, self._values)

        def work() -> None:
            own_rules.propose(desk, table)
            half_done.drop(desk, begun)

        self.run(work, lambda _none: self._done(_("Entered. It waits for a second checker.")))

    def _loaded(self, loaded: Loaded) -> None:
        self._definition, self._begun, kept, values = loaded
        self._wanted, self._values = wanted_table(self._definition), dict(values)
        vm = table_vm(self._definition, self._wanted, kept, self._values)
        self.checking.show(kept, vm.check)
        self.view.show_table(vm)

    def _done(self, said: str) -> None:
        self.view.show_done(said)
        self.open()


def _load(desk: Desk, key: str) -> Loaded:
    definition = find(desk, key)
    begun = half_done.begun(desk, KIND, _ABOUT + key)
    found = own_rules.local_content(desk, definition)
    tables = [kept for kept in found if isinstance(kept.local, LocalTable)]
    house = settings.organisation(desk.house).name
    start = {"organisation": house, "on": desk.clock.today().isoformat()}
    return definition, begun, tables[-1] if tables else None, start | dict(begun.values)
