# SPDX-License-Identifier: EUPL-1.2
"""A desk over the memory vault: what presenters and pages need to be tried without a disk."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.support.memory_vault import CountedIds, MemoryVault, SteppingClock
from workbench.domain.ids import CaseId, Ids
from workbench.domain.people import StaffMember
from workbench.domain.subject import Subject
from workbench.instruments.catalogue import Catalogue
from workbench.services.akter.cases import NewCase
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.jobs import InlineJobs
from workbench.services.ports import Vault
from workbench.services.records.akt import Akt, Draft
from workbench.ui.kit.asking import Question
from workbench.ui.places import Place
from workbench.ui.writing.open_case import OpenCase


class Bench:
    """One vault, its clock, a session, and jobs that are done at once.

    `reopen` is a lock and an unlock: another session over the same vault.
    """

    def __init__(
        self,
        catalogue: Catalogue | None = None,
        vault: Vault | None = None,
        ids: Ids | None = None,
    ) -> None:
        """With a vault that was used before, give the ids that it was used with: none twice."""
        self.ids: Ids = ids or CountedIds()
        self.clock = SteppingClock()
        self.vault: Vault = vault or MemoryVault(self.ids)
        self.jobs = InlineJobs()
        self._catalogue = catalogue or Catalogue(())
        self.session = self._session()
        me = StaffMember(self.vault.signer.user, "Alex Nattpass", "socionom")
        self.session.desk.house.enter(Draft(me))
        self.went: list[Place] = []

    def reopen(self) -> None:
        self.session.put_away()
        self.session = self._session()

    def begin(self, name: str = "", number: str = "") -> CaseId:
        """A new akt."""
        subject = Subject(name, identity="stated" if name else "unknown")
        return self.session.begin(NewCase(subject, number)).case

    def open_case(self, case: CaseId) -> OpenCase:
        return OpenCase(self.jobs, self.session, case)

    def akt(self, case: CaseId) -> Akt:
        return self.session.akt(case)

    def go(self, place: Place) -> None:
        """A `Go` that only remembers."""
        self.went.append(place)

    def _session(self) -> Session:
        vault = self.vault
        house = Akt(vault.house(), vault, self.clock, self.ids)
        catalogue = self._catalogue
        return Session(Desk(vault, self.clock, self.ids, catalogue, house, "Värn 0.1"))


class Answers:
    """An `Asks` whose answers are given beforehand; what was asked is kept.

    An answer None is Escape. Asking more than was expected is an error of the test.
    """

    def __init__(self, *answers: bool | str | Path | None) -> None:
        self._answers = list(answers)
        self.asked: list[Question] = []

    def confirm(self, question: Question, *, yes: Callable[[], None]) -> None:
        self.asked.append(question)
        if self._answers.pop(0):
            yes()

    def ask_text(
        self, question: Question, *, got: Callable[[str], None], must_say: bool = True
    ) -> None:
        self.asked.append(question)
        answer = self._answers.pop(0)
        if isinstance(answer, str) and (answer or not must_say):
            got(answer)

    def ask_secret(self, question: Question, *, got: Callable[[str], None]) -> None:
        self.ask_text(question, got=got)

    def choose_folder(self, title: str, *, got: Callable[[Path], None]) -> None:
        answer = self._answers.pop(0)
        if isinstance(answer, Path):
            got(answer)

    def choose_file(
        self, title: str, *, got: Callable[[Path], None], endings: Sequence[str] = ()
    ) -> None:
        self.choose_folder(title, got=got)
