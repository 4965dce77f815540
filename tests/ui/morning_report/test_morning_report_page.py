# SPDX-License-Identifier: EUPL-1.2
"""The report of the morning and the night sheet, by keyboard, saved with neutral names."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.desk import Answers, Bench
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless
from workbench.app.outside import Disk, make_morning
from workbench.app.paper import night_sheet_pdf
from workbench.domain.arrivals import Arrival
from workbench.domain.clock import stamp
from workbench.domain.subject import Subject
from workbench.services.arrival import arriving
from workbench.services.arrival.arriving import Adult
from workbench.ui.handing_over.outside import Outside
from workbench.ui.morning_report.page import MorningReportPage
from workbench.ui.morning_report.presenter import MorningPresenter
from workbench.ui.night_sheet.page import NightSheetPage
from workbench.ui.night_sheet.presenter import NightSheetPresenter

NAME = "Vega Låtsasvall"


def _outside() -> Outside:
    return Outside(  # type: ignore[arg-type]
        None, Disk(), None, None, night_sheet=night_sheet_pdf, morning=make_morning
    )


def _arrived(bench: Bench) -> None:
    akt = bench.akt(bench.begin())
    value = Arrival(stamp(bench.clock.now()), room="B2", postponed="Ring Vegas tolk")
    arriving.enter(bench.session.desk, akt, Adult(akt.new_record(), value, Subject(NAME)))


def test_the_report_is_made_read_and_saved_without_a_name(qtbot, tmp_path: Path) -> None:
    bench = Bench()
    _arrived(bench)
    given = (bench.jobs, bench.session, Answers(tmp_path), bench.go, _outside())
    page = MorningReportPage(lambda v: MorningPresenter(v, *given))
    qtbot.addWidget(page)
    hands = Keyboard(page)
    assert nameless(page) == []
    hands.push("make-report")
    seen = "\n".join(each.text() for each in page.findChildren(QLabel))
    assert "B2" in seen
    assert "Ring … tolk" in seen
    assert "Vega" not in seen
    hands.push("save")
    (kept,) = tmp_path.iterdir()
    assert kept.name.startswith("m-")
    assert "Vega" not in PdfReader(kept).pages[0].extract_text()


def test_with_nobody_there_is_nothing_to_make(qtbot) -> None:
    bench = Bench()
    given = (bench.jobs, bench.session, Answers(), bench.go, _outside())
    page = MorningReportPage(lambda v: MorningPresenter(v, *given))
    qtbot.addWidget(page)
    assert not page.make_button.isVisibleTo(page)


def test_the_night_sheet_is_saved_in_the_language_that_is_chosen(qtbot, tmp_path: Path) -> None:
    bench = Bench()
    given = (bench.jobs, bench.session, Answers(tmp_path), bench.go, _outside())
    page = NightSheetPage(lambda v: NightSheetPresenter(v, *given))
    qtbot.addWidget(page)
    assert nameless(page) == []
    hands = Keyboard(page)
    hands.tab_to("choice-en")
    hands.press(Qt.Key.Key_Left)
    hands.press(Qt.Key.Key_Space)
    hands.push("save")
    (kept,) = tmp_path.iterdir()
    assert "Nattblad" in PdfReader(kept).pages[0].extract_text()
