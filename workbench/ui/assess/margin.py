# SPDX-License-Identifier: EUPL-1.2
"""What is said beside the codes of a worksheet: at once on screen, durable a moment later."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from workbench.domain.ids import RecordId
from workbench.domain.worksheets import Citation, FactorMark
from workbench.instruments.definition import Definition
from workbench.services.assess import worksheets
from workbench.services.assess.worksheets import Cited, Extra, MarkField
from workbench.services.facts import happening
from workbench.ui.assess.sitting import Sitting
from workbench.ui.assess.vms import TICKED

RELEVANCE, MARKS = "relevance!", "marks!"
"""Columns that are not of time. No column of a definition has such an id."""


class Margin:
    """Marks, own factors and citations of one sitting."""

    def __init__(self, sitting: Sitting, new_record: Callable[[], RecordId]) -> None:
        self._sitting, self._new = sitting, new_record
        self._fresh: dict[str, RecordId] = {}

    @property
    def last(self) -> tuple[str, str]:
        """Source and page that were cited here, or read in a document, last."""
        return self._sitting.last_cited

    def tell(self, item: str, column: str, code: str) -> None:
        """A key in a cell: a code, a step of relevance, or a mark set and taken away."""
        if column == RELEVANCE:
            self.mark(item, "relevance", code)
        elif column == MARKS:
            now = "" if not code or self.has(item, code) else TICKED
            for name in (code,) if code else ("critical", "provisional"):
                if self.has(item, name) or now:
                    self.mark(item, name, now)
        else:
            self._sitting.code(item, column, code)

    def mark_of(self, item: str) -> FactorMark:
        """What is said of a factor as a whole."""
        empty = FactorMark(self._sitting.stored.assessment, item)
        return self._sitting.screen.beside.marks.get(item, empty)

    def has(self, item: str, name: str) -> bool:
        """Whether a factor has this mark."""
        return bool(getattr(self.mark_of(item), name))

    def mark(self, item: str, name: str, text: str) -> None:
        """One thing that is said of a factor as a whole."""
        field, on = cast("MarkField", name), self._on
        now, said = self._sitting.screen.beside, cast("dict[str, Any]", {field: text})
        marks = {**now.marks, item: replace(self.mark_of(item), **said)}
        self._sitting.screen.beside = replace(now, marks=marks)
        self._sitting.write_down(
            (item, f"mark:{field}"), lambda akt: worksheets.record_mark(akt, on, item, field, text)
        )

    def fresh(self, group: str) -> RecordId:
        """The factor that would be the next of a group, once somebody names it."""
        known = {extra.record for extra in self._sitting.screen.beside.extras}
        if group not in self._fresh or self._fresh[group] in known:
            self._fresh[group] = self._new()
        return self._fresh[group]

    def name_own(self, extra: RecordId, text: str) -> None:
        """What an own factor is called; without a name it is none."""
        now, on = self._sitting.screen.beside, self._on
        group = next((e.group for e in now.extras if e.record == extra), "")
        group = group or next((g for g, record in self._fresh.items() if record == extra), "")
        if not group:
            return
        named = Extra(extra, group, text)
        others = [e for e in now.extras if e.record != extra]
        at = next((n for n, e in enumerate(now.extras) if e.record == extra), len(others))
        shown = (*others[:at], named, *others[at:]) if text.strip() else tuple(others)
        self._sitting.screen.beside = replace(now, extras=shown)
        self._sitting.write_down(
            (extra, "extra"), lambda akt: worksheets.record_extra(akt, on, extra, group, text)
        )

    def cite(self, value: Citation) -> None:
        """Where a coding comes from; the next one begins at the same page."""
        if value.source:
            self._sitting.last_cited = (value.source, value.page)
        incident = self._sitting.stored.incidents.get(value.incident)
        day = value.happened_on if incident is None else happening.spelled(incident)
        self._keep(Cited(self._new(), replace(value, happened_on=day)))

    def uncite(self, record: RecordId) -> None:
        """Take a citation back."""
        for cited in self._sitting.screen.beside.citations:
            if cited.record == record:
                self._keep(Cited(record, replace(cited.value, source="", incident="")))

    @property
    def _on(self) -> tuple[RecordId, Definition]:
        return (self._sitting.stored.assessment, self._sitting.definition)

    def _keep(self, cited: Cited) -> None:
        now = self._sitting.screen.beside
        others = tuple(c for c in now.citations if c.record != cited.record)
        stands = cited.value.source or cited.value.incident
        shown = (*others, cited) if stands else others
        self._sitting.screen.beside = replace(now, citations=shown)
        self._sitting.write_down(
            (cited.record, "citation"),
            lambda akt: worksheets.record_citation(akt, cited.record, cited.value),
        )
