# SPDX-License-Identifier: EUPL-1.2
"""Practice on one form of one case. What is coded lives here and nowhere else.

It reaches no akt, no working row and no entry: only the library is read, and nothing is written.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from workbench.domain.errors import WorkbenchError
from workbench.instruments.training_cases import TrainingCase, TrainingForm
from workbench.services.akter.session import Session
from workbench.services.assess import practising
from workbench.services.assess.practising import PlaceKey
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, Place
from workbench.ui.practice import telling
from workbench.ui.practice.vms import ComparisonVm, QuestionVm, StoryVm
from workbench.words import ErrorText, _, error_text

Loaded = tuple[TrainingCase, TrainingForm]


class PracticeView(Protocol):
    """What the page must be able to show."""

    def show_story(self, vm: StoryVm) -> None: ...

    def show_question(self, vm: QuestionVm, *, is_new: bool) -> None: ...

    def show_comparison(self, vm: ComparisonVm) -> None: ...

    def show_end(self) -> None:
        """Enter was pressed on the last place."""
        ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class PracticePresenter:
    """The key (case/instrument) comes with `open`."""

    def __init__(
        self, view: PracticeView, jobs: Jobs, session: Session, asks: Asks, go: Go, _out: Outside
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go = asks, go
        self._loaded: Loaded | None = None
        self._practised: dict[PlaceKey, str] = {}
        self._at: PlaceKey = ("", "")

    @property
    def practised(self) -> Mapping[PlaceKey, str]:
        """What was coded so far."""
        return self._practised

    def open(self, key: str) -> None:
        """Read the case, once: what was coded stays while the page does."""
        if self._loaded is None and key:
            desk = self._session.desk
            self._jobs.run(
                lambda: practising.find_form(desk, key), done=self._show, failed=self._failed
            )

    def choose(self, code: str) -> None:
        """A code, a state or a level; "" takes it back. It never moves on."""
        if code:
            self._practised[self._at] = code
        else:
            self._practised.pop(self._at, None)
        self._show_question(self._at, is_new=False)

    def next(self) -> None:
        self._step(1)

    def previous(self) -> None:
        self._step(-1)

    def go_to(self, key: PlaceKey) -> None:
        """Any place, in any order."""
        self._show_question(key, is_new=True)

    def resume(self) -> None:
        """Back from the comparison to the place that was in front."""
        self._show_question(self._at, is_new=True)

    def compare(self) -> None:
        """Beside the teaching coding, whether everything is coded or not."""
        if self._loaded is not None:
            self._view.show_comparison(telling.comparison(*self._loaded, self._practised))

    def again(self) -> None:
        """From the beginning, with nothing coded."""
        if not self._practised:
            self._begin()
            return
        question = Question(
            _("Begin again with this story?"), _("What you have coded here is thrown away."),
            _("Begin again"), _("Go on"),
        )  # fmt: skip
        self._asks.confirm(question, yes=self._begin)

    def leave(self) -> None:
        """Back to the cases."""
        self.ask_leave(self._left)

    def ask_leave(self, go: Callable[[], None]) -> None:
        """Away from here; asked about only where something would be lost."""
        if not self._practised:
            go()
            return
        question = Question(
            _("Leave this story?"), telling.not_kept(), _("Leave"), _("Stay"),
        )  # fmt: skip
        self._asks.confirm(question, yes=go)

    def _left(self) -> None:
        self._go(Place("practice"))

    def _begin(self) -> None:
        self._practised.clear()
        self._show_question(("", ""), is_new=True)

    def _show(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._view.show_story(telling.story(*loaded))
        self._begin()

    def _step(self, by: int) -> None:
        if self._loaded is None:
            return
        asked = [each.key for each in practising.places(self._loaded[1], self._practised)]
        at = asked.index(self._at) + by
        if at >= len(asked):
            self._view.show_end()
        elif at >= 0:
            self._show_question(asked[at], is_new=True)

    def _show_question(self, key: PlaceKey, *, is_new: bool) -> None:
        if self._loaded is None:
            return
        vm = telling.question(self._loaded[1], self._practised, key)
        self._at = vm.key
        self._view.show_question(vm, is_new=is_new)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)
