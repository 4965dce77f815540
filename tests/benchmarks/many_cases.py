# SPDX-License-Identifier: EUPL-1.2
"""10 000 akter with ten assessments each: unlock, Idag, the list, and finding in it.

The vault is made by the program's own services, in memory where the system has such a place, and
then laid on the disk. `python -m tests.benchmarks.many_cases [HOW_MANY]` prints the figures alone.
"""

import gc
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.vault import ROOT, take_turns
from tests.support.many_cases import add_reader, fill, learn, name, personal_number
from tests.vault.making import PASSPHRASE, SeededIds
from workbench.app.opening import Founder, found_vault, open_session
from workbench.app.system import SystemClock
from workbench.crypto.kdf import DEFAULT_COST, Cost
from workbench.domain.disclosures import Opened
from workbench.domain.people import Organisation
from workbench.services.access_ports import NewUser
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.jobs import InlineJobs
from workbench.services.records.akt import Draft
from workbench.ui.today.presenter import TodayPresenter, TodayVm
from workbench.vault.opening import Surroundings

Figure = tuple[str, str, float, float, float]
AKTER, FEW = 10_000, 400
UNLOCKS, SEARCHES, CHANGES = 7, 300, 40
LIST_S, TODAY_S = 0.050, 0.100
OTHER = "lykta bro moln sten norr"
FOUNDER, COLLEAGUE = 1, 2
LOG = 10_000


@dataclass(frozen=True)
class Place:
    """A vault on the disk and the state beside it. A small one has a cheap passphrase too."""

    root: Path
    cost: Cost = DEFAULT_COST

    @property
    def folder(self) -> Path:
        return self.root / "vault"

    @property
    def around(self) -> Surroundings:
        ids, least = SeededIds(str(self.root)), self.cost.m_kib
        return Surroundings(SystemClock(), ids, self.root / "state", least)

    def found(self) -> Session:
        founder = Founder(Organisation("Jouren Påhittet"), "Sten Skyddsson", "handläggare")
        made = found_vault(self.folder, PASSPHRASE, founder, self.around, cost=self.cost)
        made.vault.prove_recovery(made.recovery_code)
        return made.session

    def unlock(self, place: int) -> Session:
        passphrase = PASSPHRASE if place == FOUNDER else OTHER
        return open_session(self.folder, place, passphrase, self.around)


class FirstPage:
    """Takes what Idag shows, and shows it to nobody."""

    def __init__(self) -> None:
        self.vm: TodayVm | None = None

    def show_today(self, vm: TodayVm) -> None:
        self.vm = vm

    def show_begin(self, *, shown: bool) -> None: ...

    def show_missing(self, text: str) -> None: ...

    def show_problem(self, error: Exception) -> None:
        raise error


def measure(
    akter: int = AKTER, *, cost: Cost = DEFAULT_COST, say: Callable[[str], None] | None = None
) -> Iterable[Figure]:
    """Name, name of the floor, seconds of the floor, our seconds, highest ratio.

    `say` is told what is not gated; printed unless said.
    """
    say = say or _say
    few = min(FEW, akter // 2)
    with _places(cost) as (empty, many):
        empty.found().close()
        _fill(many, akter, few, say)
        for who, count, most in ((COLLEAGUE, few, 1.1), (FOUNDER, akter, 1.4)):
            figures = _unlocks(empty, many, who)
            yield (f"unlock and Idag, {count} of {akter} akter", "of none", *figures, most)
        session = many.unlock(FOUNDER)
        yield from _lists(session, akter)
        session.close()
        say(_with_long_log(empty, many, min(LOG, akter)))


def _say(text: str) -> None:
    print("    ", text, flush=True)


def _fill(many: Place, akter: int, few: int, say: Callable[[str], None]) -> None:
    session = many.found()
    begun = time.perf_counter()
    made = fill(session, akter)
    say(f"{akter} akter made in {time.perf_counter() - begun:.0f} s")
    new = NewUser(COLLEAGUE, OTHER, ("practitioner",), many.cost)
    add_reader(session, new, made[:: max(akter // few, 1)][:few])
    session.close()
    for place in (COLLEAGUE, FOUNDER):
        session = many.unlock(place)
        begun, left = time.perf_counter(), session.desk.vault.own.unread()
        learn(session)
        took = time.perf_counter() - begun
        say(f"first sight of {left} akter: {took:.1f} s, in slices")
        session.close()


def _unlocks(empty: Place, many: Place, who: int) -> tuple[float, float]:
    """Rubbish is collected between the rounds, as the program does on its window's thread."""
    opened: list[Session] = []

    def unlock(place: Place, user: int) -> None:
        session = place.unlock(user)
        opened.append(session)
        page = FirstPage()
        TodayPresenter(page, InlineJobs(), session, lambda _place: None).open()
        assert page.vm is not None

    def close() -> None:
        while opened:
            opened.pop().close()
        gc.collect()

    theirs, ours = (lambda _n: unlock(empty, FOUNDER)), (lambda _n: unlock(many, who))
    with _rubbish_waits():
        return take_turns(theirs, ours, UNLOCKS, between=close)


def _lists(session: Session, akter: int) -> Iterator[Figure]:
    desk, own = session.desk, session.desk.vault.own
    sought = [name(n)[: 3 + n % 5] for n in range(SEARCHES)]
    numbers = [personal_number(n * akter // SEARCHES) for n in range(SEARCHES)]
    acts: tuple[tuple[str, Callable[[int], object]], ...] = (
        ("list", lambda _n: own.rows()),
        ("find by the beginning of a name", lambda n: cases.find_cases(desk, sought[n])),
        ("find by personal number", lambda n: cases.find_cases(desk, numbers[n])),
    )
    for what, act in acts:
        assert act(0), what
        yield (f"{what}, {akter} akter, p99", "50 ms", LIST_S, _p99(act), 1.0)
    page = TodayPresenter(FirstPage(), InlineJobs(), session, lambda _place: None)
    took = _p99(lambda _n: page.refresh(), CHANGES)
    yield (f"Idag, {akter} akter, p99", "100 ms", TODAY_S, took, 1.0)
    case = own.rows()[0].case
    after_change = _p99(
        lambda n: cases.find_cases(desk, sought[n]),
        CHANGES,
        before=lambda: desk.vault.announce(case),
    )
    yield (f"find after a change, {akter} akter, p99", "50 ms", LIST_S, after_change, 1.0)


def _p99(
    act: Callable[[int], object],
    times: int = SEARCHES,
    *,
    before: Callable[[], None] = lambda: None,
) -> float:
    taken = []
    gc.collect()
    with _rubbish_waits():
        for n in range(times):
            before()
            begun = time.perf_counter()
            act(n)
            taken.append(time.perf_counter() - begun)
    return statistics.quantiles(taken, n=100)[-1]


@contextmanager
def _rubbish_waits() -> Iterator[None]:
    """As in the program, which collects between what people do and never in the middle of it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _with_long_log(empty: Place, many: Place, log: int) -> str:
    """Not gated: what a longer log costs at each unlock, every hash of it checked."""
    session = many.unlock(FOUNDER)
    case = session.desk.vault.own.rows()[0].case
    session.desk.house.enter(*[Draft(Opened(case)) for _ in range(log)])
    session.close()
    floor, own = _unlocks(empty, many, FOUNDER)
    told = f"{own / floor:.2f}x ({own * 1e3:.0f} ms against {floor * 1e3:.0f} ms)"
    return f"unlock and Idag with {log} entries more in the log: {told}"


@contextmanager
def _places(cost: Cost) -> Iterator[tuple[Place, Place]]:
    """Two vaults on this disk, under build/; the large one is made in memory if that can be."""
    memory = Path("/dev/shm")
    (ROOT / "build").mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory(dir=ROOT / "build") as disk,
        tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as fast,
    ):
        empty, many = Path(disk) / "empty", Path(disk) / "many"
        empty.mkdir()
        yield Place(empty, cost), _Moving(Path(fast), cost, many)


@dataclass(frozen=True)
class _Moving(Place):
    """Made in `root`, laid at `target` when it is first unlocked again."""

    target: Path = Path()

    def unlock(self, place: int) -> Session:
        if not self.target.exists():
            shutil.copytree(self.root, self.target)
        return Place(self.target, self.cost).unlock(place)


def _main() -> None:
    for figure_name, against, floor, own, target in measure(int((sys.argv[1:] or [AKTER])[0])):
        print(
            f"{figure_name}: {own * 1e3:.2f} ms, {against} {floor * 1e3:.2f} ms, "
            f"{own / floor:.2f}x (at most {target})",
            flush=True,
        )


if __name__ == "__main__":
    _main()
