# SPDX-License-Identifier: EUPL-1.2
"""From the recovery code to a place of one's own: the codes, who, a new passphrase."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from workbench.crypto.passphrases import same
from workbench.domain.errors import WorkbenchError
from workbench.services.jobs import Jobs
from workbench.services.recovery_ports import Codes
from workbench.ui.first_start.ways import vault_number
from workbench.words import ErrorText, _, error_text

S = TypeVar("S")
T = TypeVar("T")
_OLDER, _DAMAGED_AKTER = "VAULT-005", "VAULT-060"
Accepted = Literal["older", "damaged"]


@dataclass(frozen=True, slots=True)
class SeatVm:
    """A place to choose; one that is not `is_taken` is nobody's yet."""

    place: int
    name: str
    caption: str
    is_taken: bool


@dataclass(frozen=True, slots=True)
class Back(Generic[S]):
    """Somebody is back. `closed`: case numbers of akter that the code did not open.

    `told`: where a copy was put back, what is not as it was, a sentence each.
    """

    session: S
    place: int
    closed: tuple[str, ...]
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ways(Generic[S]):
    """What is done beyond the screen, all but the last three on the vault's thread.

    `kind`: whether one code is needed, or two of three. `vault`: its id. `open`: with codes, and
    with the reason to open an older copy, or the rest of a damaged one; the places in it.
    `draw`: a new passphrase for a place. `take`: give it the place, and unlock. `close`: let go of
    what `open` opened; may be called at any time. `leaving`: told on the window's thread, so that
    what runs ends.
    """

    kind: Callable[[], Codes]
    vault: Callable[[], str]
    open: Callable[[Sequence[str], str], tuple[SeatVm, ...]]
    draw: Callable[[int], str]
    take: Callable[[], Back[S]]
    close: Callable[[], None]
    returned: Callable[[Back[S]], None]
    left: Callable[[], None]
    leaving: Callable[[], None] = lambda: None


class ForgottenView(Protocol):
    """What the page must be able to show. What is shown takes the place of what was."""

    def ask_codes(self, how_many: int, vault: str) -> None:
        """`vault`: its number, which stands on the paper too."""
        ...

    def ask_who(self, seats: tuple[SeatVm, ...]) -> None: ...

    def show_passphrase(self, place: int, words: tuple[str, ...]) -> None: ...

    def ask_back(self) -> None:
        """The passphrase is out of sight; it is to be typed."""
        ...

    def show_mismatch(self) -> None: ...

    def show_closed(self, numbers: tuple[str, ...], told: tuple[str, ...]) -> None:
        """They are in; these akter the code could not open, and this of a copy is otherwise."""
        ...

    def show_working(self, said: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None:
        """What was in front before the work began is in front again."""
        ...

    def ask_why(self, accepted: Accepted) -> None:
        """An older copy is opened, or the rest of a damaged one put back, for a logged reason."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class ForgottenPresenter(Generic[S]):
    """One step at a time. Leaving closes what was opened, whenever it comes."""

    def __init__(self, view: ForgottenView, jobs: Jobs, ways: Ways[S]) -> None:
        self._view, self._jobs, self._ways = view, jobs, ways
        self._passphrase = ""
        self._place = 0
        self._stretch = 0
        self._is_working = False
        self._back: Back[S] | None = None

    def open(self) -> None:
        """From the beginning: nothing is opened, nothing is known."""
        ways = self._ways
        self._run(lambda: (ways.vault(), ways.kind()), self._ask)

    def submit(self, typed: Sequence[str], over_older: str = "") -> None:
        """Try the codes. `over_older`: why an older copy is opened, once that was asked."""
        if self._begin(_("The code is being tried …")):
            codes = tuple(typed)
            self._run(lambda: self._ways.open(codes, over_older), self._view.ask_who)

    def choose(self, place: int) -> None:
        """Whose place: a new passphrase is drawn for it."""
        if self._begin(_("One moment …")):
            self._place = place
            self._run(lambda: self._ways.draw(place), self._drawn)

    def draw_again(self) -> None:
        """Another passphrase."""
        self.choose(self._place)

    def hide(self) -> None:
        """It is written down."""
        self._view.ask_back()

    def show_again(self) -> None:
        self._show()

    def type_back(self, typed: str) -> None:
        """The passphrase, before anything is changed; then the place changes hands."""
        if not same(typed, self._passphrase):
            self._view.show_mismatch()
        elif self._begin(_("The new passphrase is put in. It may take a minute …")):
            self._run(self._ways.take, self._taken)

    def go_in(self) -> None:
        """On, after what had to be told."""
        back, self._back = self._back, None
        if back is not None:
            self._ways.returned(back)

    def leave(self) -> None:
        """Back to where the passphrase is asked for."""
        self.put_away()
        self._ways.left()

    def put_away(self) -> None:
        """At lock and when the page is left: whatever is open is closed, next in line."""
        self._stretch += 1
        self._passphrase, self._is_working = "", False
        self._ways.leaving()
        self._jobs.run(self._ways.close, done=_nothing, failed=_nothing)

    def _ask(self, found: tuple[str, Codes]) -> None:
        vault, kind = found
        self._view.ask_codes(2 if kind == "two-of-three" else 1, vault_number(vault))

    def _drawn(self, passphrase: str) -> None:
        self._passphrase = passphrase
        self._show()

    def _show(self) -> None:
        self._view.show_passphrase(self._place, tuple(self._passphrase.split()))

    def _taken(self, back: Back[S]) -> None:
        self._passphrase = ""
        if back.closed or back.told:
            self._back = back
            self._view.show_closed(back.closed, back.told)
        else:
            self._ways.returned(back)

    def _begin(self, said: str) -> bool:
        if self._is_working:
            return False
        self._is_working = True
        self._view.show_working(said)
        return True

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do it; an outcome that comes after the page was left is nobody's."""
        stretch = self._stretch

        def finished(outcome: T) -> None:
            if stretch == self._stretch:
                self._is_working = False
                done(outcome)

        def failed(error: Exception) -> None:
            if stretch == self._stretch:
                self._is_working = False
                self._failed(error)

        self._jobs.run(work, done=finished, failed=failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
            if error.code == _OLDER:
                self._view.ask_why("older")
            elif error.code == _DAMAGED_AKTER:
                self._view.ask_why("damaged")
        else:
            self._view.show_problem(error)


def _nothing(_outcome: object) -> None:
    pass
