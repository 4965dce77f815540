# SPDX-License-Identifier: EUPL-1.2
"""A rule or table of an organisation's own while it is written: kept at once, then proposed."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.instruments.local_rules import Local
from workbench.services.akter.session import Session
from workbench.services.assess import own_rules
from workbench.services.assess.own_rules import Kept
from workbench.services.desk import Desk
from workbench.services.house import half_done, settings
from workbench.services.house.half_done import Begun
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Outside
from workbench.ui.house_work import HouseWork, ToldView
from workbench.ui.kit.asking import Asks
from workbench.ui.own_rule.checking import Checking
from workbench.ui.places import Go, Place
from workbench.ui.writing.moments import time_of_day
from workbench.words import _

KIND = "local_content"
Loaded = tuple[Definition, Begun, Kept | None, Mapping[str, str]]


class OwnContentView(ToldView, Protocol):
    """What a page of such content must be able to show."""

    def show_saved(self, at: str) -> None: ...


W_co = TypeVar("W_co", bound=OwnContentView, covariant=True)


class OwnContent(HouseWork[W_co]):
    """`open` says for which instrument. `about` tells its working material from other content's."""

    about = ""

    def __init__(
        self, view: W_co, jobs: Jobs, session: Session, asks: Asks, go: Go, out: Outside
    ) -> None:
        super().__init__(view, jobs, session, asks, go, out)
        self.checking = Checking(self, self._done)
        self._key = ""
        self._definition: Definition | None = None
        self._begun: Begun | None = None
        self._values: dict[str, str] = {}

    def open(self, key: str = "") -> None:
        self._key = key or self._key
        if self._key:
            self.run(lambda: self._load(self.desk, self._key), self._loaded)

    def leave(self) -> None:
        self.go(Place("instrument", record=RecordId(self._key)))

    def typed(self, name: str, text: str) -> None:
        """Kept at once, as working material."""
        begun, desk, about = self._begun, self.desk, self.about + self._key
        if begun is not None:
            self._values[name] = text
            self.run(
                lambda: half_done.keep(desk, begun, about, {name: text}),
                lambda _none: self.view.show_saved(time_of_day(desk.house.now())),
            )

    def _propose(self, local: Local, begun: Begun) -> None:
        """Nothing is computed or looked up with it before somebody else has checked it."""
        desk = self.desk

        def work() -> None:
            own_rules.propose(desk, local)
            half_done.drop(desk, begun)

        self.run(work, lambda _none: self._done(_("Entered. It waits for a second checker.")))

    def _load(self, desk: Desk, key: str) -> Loaded:
        """What there is of it. Runs on the vault's thread."""
        raise NotImplementedError

    def _loaded(self, loaded: Loaded) -> None:
        raise NotImplementedError

    def _done(self, said: str) -> None:
        self.view.show_done(said)
        self.open()


def written_so_far(desk: Desk, definition: Definition, about: str, of: type[Local]) -> Loaded:
    """What was typed, what was entered last of that sort, and who and when to begin with."""
    begun = half_done.begun(desk, KIND, about)
    found = own_rules.local_content(desk, definition)
    kept = [each for each in found if isinstance(each.local, of)]
    house = settings.organisation(desk.house).name
    start = {"organisation": house, "on": desk.clock.today().isoformat()}
    return definition, begun, kept[-1] if kept else None, start | dict(begun.values)
