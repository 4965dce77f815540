# SPDX-License-Identifier: EUPL-1.2
"""A published table: typed by the method owner, checked by another person, here or elsewhere."""

from typing import Protocol

from workbench.instruments.local_rules import LocalTable
from workbench.instruments.wanted_tables import Wanted, wanted_table
from workbench.services.desk import Desk
from workbench.ui.instruments.looking import find
from workbench.ui.local_table.building import build, first_missing
from workbench.ui.local_table.looking import table_vm
from workbench.ui.local_table.vms import TableVm
from workbench.ui.own_rule.own_content import Loaded, OwnContent, OwnContentView, written_so_far


class TableView(OwnContentView, Protocol):
    """What the page must be able to show."""

    def show_table(self, vm: TableVm) -> None: ...


class TablePresenter(OwnContent[TableView]):
    """`open` says for which instrument."""

    about = "table:"
    _wanted: Wanted | None = None

    def enter(self) -> None:
        """Propose it: nothing is looked up before somebody else has checked it."""
        definition, wanted, begun = self._definition, self._wanted, self._begun
        if definition is None or wanted is None or begun is None:
            return
        missing = first_missing(wanted, self._values)
        if missing:
            self.view.show_missing(missing)
            return
        self._propose(build(definition, wanted, self._values), begun)

    def _load(self, desk: Desk, key: str) -> Loaded:
        return written_so_far(desk, find(desk, key), self.about + key, LocalTable)

    def _loaded(self, loaded: Loaded) -> None:
        self._definition, self._begun, kept, values = loaded
        self._wanted, self._values = wanted_table(self._definition), dict(values)
        vm = table_vm(self._definition, self._wanted, kept, self._values)
        self.checking.show(kept, vm.check)
        self.view.show_table(vm)
