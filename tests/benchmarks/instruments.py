# SPDX-License-Identifier: EUPL-1.2
"""Read and check the whole library; one answer to the result of a form with 200 items; one item.

Floors make the figures comparable between machines; what each may take at most is in `__main__`.
"""

import itertools
import json
import statistics
import time
import tomllib
from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication

from tests.support.asking import Assessed
from tests.support.desk import Answers
from tests.unit.instruments.made_definitions import built, form, item
from workbench.instruments.answer_files import read_answers
from workbench.instruments.answers import value
from workbench.instruments.catalogue import LIBRARY, load_catalogue
from workbench.instruments.scoring import evaluate
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter

LONGEST = "freda-beskrivning"
ROUNDS = 9
ITEMS = 200


def measure() -> Iterator[tuple[str, str, float, float, float]]:
    """(name, floor's name, floor in s, ours in s, the most that it may be)."""
    files = [path for path in LIBRARY.rglob("*.toml") if path.name != "golden.toml"]
    floor, ours = _in_turn(lambda: [_toml(path) for path in files], load_catalogue)
    yield "load and check the library", "the same files as TOML", floor, ours, 4.0

    names = [f"i{n:03}" for n in range(ITEMS)]
    definition = built(form(*(item(name) for name in names)))
    answers = {name: value("yes") for name in names}
    raw = json.dumps({"answers": dict.fromkeys(names, "yes")}).encode()
    floor, ours = _in_turn(
        lambda: read_answers(definition, raw), lambda: evaluate(definition, answers)
    )
    yield (
        "one answer to a result, 200 items",
        "the answers read from JSON",
        floor,
        ours,
        16.0,
    )

    yield from _showing()


def _showing() -> Iterator[tuple[str, str, float, float, float]]:
    """A question of the longest form comes to the front: everything that is on screen with it."""
    app = QApplication.instance() or QApplication([])
    made = Assessed()
    record = made.begin(LONGEST)
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    page.resize(1166, 700)
    page.show()
    app.processEvents()
    definition = made.definition(LONGEST)
    keys = itertools.cycle([(item.id, "") for item in definition.items])
    answers = {item.id: value(item.codes[0]) for item in definition.items if item.codes}

    def step() -> None:
        page._presenter.go_to(next(keys))
        app.processEvents()

    floor, ours = _in_turn(lambda: evaluate(definition, answers), step)
    page.hide()
    yield "show an item of 83", "one result of the same form", floor, ours, 60.0


def _toml(path) -> object:
    with path.open("rb") as file:
        return tomllib.load(file)


def _in_turn(floor: Callable[[], object], ours: Callable[[], object]) -> tuple[float, float]:
    """Medians, measured in turn so that a slow spell of the machine hits both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for kept, work in zip(times, (floor, ours), strict=True):
            started = time.perf_counter()
            work()
            kept.append(time.perf_counter() - started)
    return statistics.median(times[0]), statistics.median(times[1])
