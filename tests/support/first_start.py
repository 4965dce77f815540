# SPDX-License-Identifier: EUPL-1.2
"""The steps of first start without a vault: what stands beyond the screen is a few lines here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from workbench.crypto import passphrases
from workbench.crypto.recovery import wrong_groups
from workbench.domain.errors import WorkbenchError
from workbench.services.jobs import InlineJobs, Pulse
from workbench.services.recovery_ports import Codes, Drill, Standing
from workbench.ui.first_start.card_page import CardPage
from workbench.ui.first_start.card_presenter import CardPresenter, CardWays
from workbench.ui.first_start.page import BeginningPage
from workbench.ui.first_start.presenter import BeginningPresenter, BeginningView
from workbench.ui.first_start.recovery_page import RecoveryPage
from workbench.ui.first_start.recovery_presenter import RecoveryPresenter
from workbench.ui.first_start.ways import BeginningWays, RecoveryWays, Sheet, Wishes

VAULT = "0c0ffee0-0000-4000-8000-0000000000aa"
DAY = "2026-11-22"
CODES = (
    "V3QX-T9WM-91GT-1H6E-W55W-4CWK-XJD3-WD4Y-8VXJ",
    "R5GR-YNHE-AFWV-2V4A-GFWZ-E41Q-K8GX-5YG2-K08S",
    "1Z0F-R0S4-CPM8-5AB8-73MA-K85P-KMTX-C935-DA7Q",
)
DIGITS = "0123456789" * 4
PHRASES = (
    "granit körsbär lykta vinter björkved sommar",
    "hallon kompass brygga tulpan tallrik lampett",
)


@dataclass
class Chosen:
    """`Asks` for presenters that only choose folders."""

    folder: Path

    def choose_folder(self, title: str, *, got: Callable[[Path], None]) -> None:
        got(self.folder)

    def _never(self, *_given: object, **_named: object) -> NoReturn:
        raise AssertionError("nothing else is asked")

    confirm = ask_text = ask_secret = choose_file = _never


@dataclass
class Outcomes:
    """What the steps before the vault asked for."""

    refused: WorkbenchError | None = None
    fails: Exception | None = None
    wished: list[Wishes] = field(default_factory=list)
    founded: list[Wishes] = field(default_factory=list)
    drawn: int = 0

    def ways(self) -> BeginningWays[Wishes]:
        return BeginningWays(
            check_place=lambda _folder: self.refused,
            room_in=lambda folder: folder / "Varn",
            draw=self._draw,
            is_same=passphrases.same,
            found=self._found,
            founded=self.founded.append,
        )

    def _draw(self) -> str:
        self.drawn += 1
        return PHRASES[(self.drawn - 1) % len(PHRASES)]

    def _found(self, wishes: Wishes) -> Wishes:
        self.wished.append(wishes)
        if self.fails is not None:
            raise self.fails
        return wishes


class CodesInHand:
    """The recovery port with codes that do not change anything."""

    came_by_recovery = False

    def __init__(self) -> None:
        self.drawn: list[Codes] = []
        self.proven: list[tuple[str, ...]] = []
        self.fails: WorkbenchError | None = None

    def standing(self) -> Standing:
        return Standing("one", "")

    def renew(self, codes: Codes) -> tuple[str, ...]:
        self.drawn.append(codes)
        return CODES if codes == "two-of-three" else CODES[1:2]

    def prove(self, typed: Sequence[str], pulse: Pulse) -> None:
        if self.fails is not None:
            raise self.fails
        self.proven.append(tuple(typed))

    def forget(self) -> None: ...

    def uncovered(self, pulse: Pulse) -> int:
        return 0

    def bring_over(self, pulse: Pulse) -> None: ...

    def drill(self, typed: Sequence[str], pulse: Pulse) -> Drill:
        return Drill("one", 0, 0)

    def lacks_exchange(self) -> bool:
        return False

    def renew_exchange(self) -> None: ...


@dataclass
class Proving:
    """What the recovery step asked for."""

    code: str = CODES[0]
    printer: str = ""
    recovery: CodesInHand = field(default_factory=CodesInHand)
    printed: list[tuple[Sheet, ...]] = field(default_factory=list)
    proven: int = 0

    def ways(self) -> RecoveryWays:
        return RecoveryWays(
            recovery=self.recovery,
            vault=VAULT,
            day=DAY,
            code=self.code,
            wrong_groups=wrong_groups,
            printer=self.printer,
            print_sheets=self.printed.append,
            proven=self._proven,
        )

    def _proven(self) -> None:
        self.proven += 1


def beginning_page(
    folder: Path, refused: WorkbenchError | None = None, outcomes: Outcomes | None = None
) -> BeginningPage:
    """The first four steps, open at the first."""
    seen = outcomes or Outcomes(refused)

    def make(view: BeginningView) -> BeginningPresenter[Wishes]:
        return BeginningPresenter(view, InlineJobs(), Chosen(Path("/another")), seen.ways(), folder)

    return BeginningPage(make)


def recovery_page(code: str, printer: str = "", proving: Proving | None = None) -> RecoveryPage:
    """The recovery step, with a code in hand or without."""
    seen = proving or Proving(code, printer)
    return RecoveryPage(lambda v: RecoveryPresenter(v, InlineJobs(), seen.ways()), printer)


def card_page(saved: list[Path] | None = None, done: list[str] | None = None) -> CardPage:
    """The last step."""

    def save(folder: Path) -> Path:
        (saved if saved is not None else []).append(folder)
        return folder / "contact-card.json"

    told = done if done is not None else []
    ways = CardWays(lambda: DIGITS, save, lambda: told.append("done"))
    return CardPage(lambda v: CardPresenter(v, InlineJobs(), Chosen(Path("/stick")), ways))
