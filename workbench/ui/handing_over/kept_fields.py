# SPDX-License-Identifier: EUPL-1.2
"""What is typed on the way to handing over: durable at once, gone when it is done."""

from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.services.records import working
from workbench.services.records.akt import Akt
from workbench.ui.writing.moments import time_of_day
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Values


class KeptFieldsView(Protocol):
    """Where the fields stand."""

    def show_values(self, values: Values) -> None: ...

    def show_saved(self, at: str) -> None:
        """`at` is a time of day; "" = being saved."""
        ...

    def show_not_saved(self, error: Exception) -> None: ...


class KeptFields:
    """Working rows of one kind about one record. They never become an entry of their own."""

    def __init__(self, case: OpenCase, kind: str, view: KeptFieldsView) -> None:
        self._case, self._kind, self._view = case, kind, view
        self._record: RecordId | None = None
        self.values: dict[str, str] = {}

    def lay_open(self, record: RecordId) -> None:
        """Show what was typed about this record before."""
        if record == self._record:
            return
        self._record = record
        self._case.run(
            lambda akt: _kept(akt, self._kind, record),
            done=self._show,
            failed=self._view.show_not_saved,
        )

    def typed(self, name: str, text: str) -> None:
        """Keep what stands in a field now."""
        record, kind = self._record, self._kind
        self.values[name] = text
        if record is None:
            return
        self._view.show_saved("")

        def work(akt: Akt) -> str:
            working.type_field(akt, working.Field(kind, record, name), text)
            return akt.now()

        self._case.run(
            work,
            done=lambda at: self._view.show_saved(time_of_day(at)),
            failed=self._view.show_not_saved,
        )

    def forget(self) -> None:
        """It is done: nothing of it waits any more."""
        record, kind = self._record, self._kind
        self.values.clear()
        if record is not None:
            self._case.run(
                lambda akt: working.discard(akt, kind, record),
                done=lambda _nothing: None,
                failed=self._view.show_not_saved,
            )

    def _show(self, values: dict[str, str]) -> None:
        self.values = values | self.values
        self._view.show_values(self.values)


def _kept(akt: Akt, kind: str, record: RecordId) -> dict[str, str]:
    return {name: str(text) for name, text in working.fields_of(akt, kind, record).items()}
