# SPDX-License-Identifier: EUPL-1.2
"""One akt as a page reaches it: every touch is a job on the vault's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from workbench.domain.ids import CaseId
from workbench.services.akt import Akt
from workbench.services.jobs import Jobs
from workbench.services.session import Session

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OpenCase:
    """`run` opens the akt when another lies open, does the work, and brings back its outcome."""

    jobs: Jobs
    session: Session
    case: CaseId

    def run(
        self,
        work: Callable[[Akt], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.jobs.run(lambda: work(self.session.akt(self.case)), done=done, failed=failed)
