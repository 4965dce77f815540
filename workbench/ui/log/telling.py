# SPDX-License-Identifier: EUPL-1.2
"""An entry of the log in plain words. No name of anyone whom an akt is about, no case text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.domain.ids import CaseId, UserId
from workbench.services.house.log_entries import LogLine
from workbench.ui.log import acts
from workbench.ui.log.acts import Naming
from workbench.ui.writing import moments
from workbench.ui.writing.voices import name_of
from workbench.words import _


@dataclass(frozen=True, slots=True)
class LineVm:
    """A line of the log: day, who, time of day, what, and the numbers of the akter."""

    day: str
    who: str
    time: str
    what: str
    cases: str

    def holds(self, sought: str) -> bool:
        """Whether every word of a text (casefolded) stands somewhere in it."""
        said = f"{self.day} {self.who} {self.time} {self.what} {self.cases}".casefold()
        return all(word in said for word in sought.split())


@dataclass(frozen=True, slots=True)
class Telling:
    """What is needed to put entries into words: staff by user, case numbers by akt."""

    names: Mapping[UserId, str]
    numbers: Mapping[CaseId, str]

    def line(self, line: LogLine) -> LineVm:
        """One entry."""
        what = self.what(line)
        if line.cosigned_by:
            others = ", ".join(name_of(user, self.names) for user in line.cosigned_by)
            what = _("{what} (together with {others})").format(what=what, others=others)
        if line.is_set_back:
            what = _("{what} – the clock had gone back").format(what=what)
        return LineVm(
            day=moments.local_day(line.at),
            who=name_of(line.by, self.names),
            time=moments.time_of_day(line.at),
            what=what,
            cases=self.cases(line.cases),
        )

    def cases(self, cases: tuple[CaseId, ...]) -> str:
        """Their numbers; an akt that is gone is said to be."""
        return ", ".join(self.numbers.get(case) or _("a case file that is gone") for case in cases)

    def what(self, line: LogLine) -> str:
        """What was done."""
        tell: Callable[[Any, Naming], str] | None = acts.ACTS.get(line.kind)
        if tell is None:
            return _("something that this version does not know ({kind})").format(kind=line.kind)
        if line.value is None:
            return acts.unreadable(line.kind)
        return tell(line.value, lambda user: name_of(user, self.names))
