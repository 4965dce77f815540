# SPDX-License-Identifier: EUPL-1.2
"""The organisation's own points: the list with two of its own, and one being worded."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.desk import Answers, Bench
from workbench.domain.plans import LocalPoint
from workbench.services.loop import own_points
from workbench.ui.own_points.page import OwnPointsPage
from workbench.ui.own_points.presenter import OwnPointsPresenter


def _page(*, wording: str = "") -> QWidget:
    bench = Bench()
    desk = bench.session.desk
    own_points.word_point(desk, LocalPoint("X1", "B", "Jourens bil hämtar dygnet runt", "M"))
    own_points.word_point(desk, LocalPoint("C7", "C", "", "M", is_offered=False))
    page = OwnPointsPage(
        lambda v: OwnPointsPresenter(v, bench.jobs, bench.session, Answers(), bench.go, None)
    )
    shell = in_window(page, under="organisation")
    if wording:
        page._presenter.word(wording)
    return shell


PAGES = (("own-points", _page), ("own-points-worded", lambda: _page(wording="B9")))
