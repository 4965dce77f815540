# SPDX-License-Identifier: EUPL-1.2
"""The steps before there is a vault: where, what kind, who, passphrase. Made at one point only."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Literal, Protocol, TypeVar, get_args

from workbench.domain.errors import WorkbenchError
from workbench.domain.people import Profile
from workbench.services.jobs import Jobs
from workbench.ui.first_start.ways import STEPS, BeginningWays, Step, Wishes
from workbench.ui.kit.asking import Asks
from workbench.words import ErrorText, _, error_text

T = TypeVar("T")
FieldName = Literal["organisation", "unit", "name", "function"]
_BEFORE = STEPS[:4]
_NEEDED: dict[Step, tuple[FieldName, ...]] = {"kind": ("organisation",), "who": ("name",)}


class BeginningView(Protocol):
    """What the page must be able to show."""

    def show_step(self, step: Step, number: int) -> None: ...

    def show_folder(self, folder: str, refused: ErrorText | None) -> None: ...

    def show_unfinished(self, *, is_unfinished: bool) -> None:
        """A start that was cut off lies there; whoever goes on takes it away."""
        ...

    def show_way_on(self, *, is_open: bool) -> None: ...

    def show_passphrase(self, words: tuple[str, ...]) -> None: ...

    def ask_back(self) -> None:
        """The passphrase is out of sight; it is to be typed."""
        ...

    def show_mismatch(self) -> None: ...

    def show_working(self) -> None: ...

    def show_problem(self, error: Exception) -> None:
        """Nothing was made; the steps can be gone through again."""
        ...


@dataclass
class _Given:
    """What the person has said so far; kept when they go back."""

    folder: Path
    is_safe: bool = False
    profile: Profile | None = None
    fields: dict[FieldName, str] = field(default_factory=dict)
    passphrase: str = ""
    is_hidden: bool = False


class BeginningPresenter(Generic[T]):
    """Holds the answers; `ways.found` gets them once the passphrase was typed back."""

    def __init__(
        self, view: BeginningView, jobs: Jobs, asks: Asks, ways: BeginningWays[T], folder: Path
    ) -> None:
        self._view, self._jobs, self._asks, self._ways = view, jobs, asks, ways
        self._given = _Given(folder)
        self._at = 0
        self._is_working = False

    @property
    def step(self) -> Step:
        return _BEFORE[self._at]

    def open(self) -> None:
        self._show()
        self._try_folder(self._given.folder)

    def another_folder(self) -> None:
        """A folder is chosen; the vault gets one of its own in it."""
        self._asks.choose_folder(
            _("Where is everything kept?"),
            got=lambda chosen: self._try_folder(self._ways.room_in(chosen)),
        )

    def restore(self) -> None:
        """No new vault: a backup is put back in the folder, if it is safe."""
        if self._given.is_safe and not self._is_working:
            self._ways.restore(self._given.folder)

    def choose_profile(self, code: str) -> None:
        self._given.profile = next((p for p in get_args(Profile) if p == code), None)
        self._judge()

    def type(self, name: FieldName, text: str) -> None:
        self._given.fields[name] = text.strip()
        self._judge()

    def go_on(self) -> None:
        """To the next step; at the last one the words are hidden, to be typed."""
        if not self._is_open() or self._is_working:
            return
        if self.step == "passphrase":
            self._given.is_hidden = True
            self._view.ask_back()
        else:
            self._at += 1
            self._show()

    def go_back(self) -> None:
        """One step back; from typing the passphrase to seeing it."""
        if self._is_working:
            return
        if self._given.is_hidden:
            self.show_again()
        elif self._at > 0:
            self._at -= 1
            self._show()

    def another_passphrase(self) -> None:
        """Drawn anew; the one before is gone."""
        self._given.passphrase = self._ways.draw()
        self.show_again()

    def show_again(self) -> None:
        self._given.is_hidden = False
        self._view.show_passphrase(tuple(self._given.passphrase.split(" ")))

    def type_back(self, typed: str) -> None:
        """Right: the vault is made. Wrong: told, nothing else."""
        if self._is_working or not self._given.is_hidden:
            return
        if not self._ways.is_same(typed, self._given.passphrase):
            self._view.show_mismatch()
            return
        self._is_working = True
        self._view.show_working()
        wishes = self._wishes()
        self._jobs.run(
            lambda: self._ways.found(wishes), done=self._founded, failed=self._not_founded
        )

    def put_away(self) -> None:
        """The computer was left: the passphrase that was shown is not used; another comes."""
        if self.step == "passphrase" and not self._is_working:
            self._forget()
            self._at -= 1
            self._show()

    def _forget(self) -> None:
        self._given.passphrase = ""
        self._given.is_hidden = False

    def _founded(self, made: T) -> None:
        self._forget()
        self._ways.founded(made)

    def _not_founded(self, error: Exception) -> None:
        self._is_working = False
        self._given.is_hidden = False
        self._show()
        self._view.show_problem(error)

    def _try_folder(self, folder: Path) -> None:
        self._jobs.run(
            lambda: (self._ways.check_place(folder), self._ways.is_unfinished(folder)),
            done=lambda found: self._tried(folder, *found),
            failed=self._view.show_problem,
        )

    def _tried(self, folder: Path, refused: WorkbenchError | None, begun: bool) -> None:  # noqa: FBT001
        self._given.folder, self._given.is_safe = folder, refused is None
        self._view.show_folder(str(folder), error_text(refused) if refused else None)
        self._view.show_unfinished(is_unfinished=begun and refused is None)
        self._judge()

    def _show(self) -> None:
        if self.step == "passphrase" and not self._given.passphrase:
            self._given.passphrase = self._ways.draw()
        self._view.show_step(self.step, self._at + 1)
        if self.step == "passphrase":
            self.show_again()
        self._judge()

    def _judge(self) -> None:
        self._view.show_way_on(is_open=self._is_open())

    def _is_open(self) -> bool:
        given = self._given
        if self.step == "where":
            return given.is_safe
        if self.step == "kind" and given.profile is None:
            return False
        return all(given.fields.get(name) for name in _NEEDED.get(self.step, ()))

    def _wishes(self) -> Wishes:
        given = self._given
        if given.profile is None:
            raise AssertionError("the second step asks for it")
        text = given.fields.get
        return Wishes(
            folder=given.folder,
            profile=given.profile,
            organisation=text("organisation", ""),
            unit=text("unit", ""),
            name=text("name", ""),
            function=text("function", ""),
            passphrase=given.passphrase,
        )
