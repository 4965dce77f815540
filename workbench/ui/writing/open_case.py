# SPDX-License-Identifier: EUPL-1.2
"""One akt as a page reaches it: every touch is a job on the vault's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from workbench.domain.ids import CaseId
from workbench.services.akter.session import Session
from workbench.services.jobs import Jobs
from workbench.services.records.akt import Akt

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OpenCase:
    """`run` opens the akt when another lies open, does the work, and brings back its outcome."""

    jobs: Jobs
    session: Session
    case: CaseId

    @property
    def is_only_read(self) -> bool:
        """Whether an older copy of it lies open, in which nothing can be written."""
        return self.session.is_only_read(self.case)

    def only_read(
        self, *, done: Callable[[None], None], failed: Callable[[Exception], None]
    ) -> None:
        """Open it also when it is an older copy, to be read."""
        self.jobs.run(lambda: self.session.only_read(self.case), done=done, failed=failed)

    def run(
        self,
        work: Callable[[Akt], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.jobs.run(lambda: work(self.session.akt(self.case)), done=done, failed=failed)
