# SPDX-License-Identifier: EUPL-1.2
"""Results of instruments that have several: a limit, criteria, many scales, plain counts."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.asking import Assessed
from workbench.ui.result.page import ResultPage
from workbench.ui.result.parts_card import PartsCard
from workbench.ui.result.presenter import ResultPresenter


def _of(instrument: str, at: int = -1, *, without: int = 0) -> QWidget:
    made = Assessed()
    record = made.begin(instrument)
    made.confirm(instrument)
    items = [i for i in made.definition(instrument).items if i.type == "choice"]
    made.answer(record, {i.id: i.codes[at] for i in items[without:]})
    made.enter(record)
    made.say_own("Jag är rädd för vad som händer efter förhandlingen.", "Stor")
    page = ResultPage(lambda view: ResultPresenter(view, made.open, made.bench.go, record))
    return in_window(page)


def _scales() -> QWidget:
    return _of("cts2@78-item", 1, without=5)


def _rows() -> QWidget:
    """The card of all results, as one finds it further down."""
    card = PartsCard()
    shown = _scales().findChild(ResultPage)
    card.show_parts(shown.findChild(PartsCard).shown)
    return card


def _limit() -> QWidget:
    return _of("hits@4-item")


def _criteria() -> QWidget:
    return _of("lap@classic", 0)


def _counts() -> QWidget:
    return _of("freda-beskrivning", 0)


def _profile(chosen: str) -> QWidget:
    """Where a profile is chosen, and what the result is when one is."""
    made, instrument = Assessed(), "dash-ric-24"
    record = made.begin(instrument, profile=chosen)
    made.confirm(instrument)
    items = made.definition(instrument).items[:24]
    made.answer(record, {i.id: "yes" if n < 15 else "no" for n, i in enumerate(items)})
    made.enter(record)
    made.say_own("Jag är rädd för vad som händer efter förhandlingen.", "Stor")
    page = ResultPage(lambda view: ResultPresenter(view, made.open, made.bench.go, record))
    return in_window(page)


PAGES = (
    ("several-scales", _scales),
    ("several-rows", _rows),
    ("several-limit", _limit),
    ("several-criteria", _criteria),
    ("several-counts", _counts),
    ("several-profile-none", lambda: _profile("")),
    ("several-profile", lambda: _profile("marac-national")),
)
