# SPDX-License-Identifier: EUPL-1.2
"""One key cites the last source again, wherever one stands on the sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.asking import SARA, Assessed
from tests.support.desk import Answers
from workbench.services.assess import sheets, worksheets
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key
OWN = "Vapen i huset"


@pytest.mark.parametrize("instrument", [SARA, "sara-v2", "sara-v3", "patriark-2013", "sam-2008"])
def test_f4_cites_page_and_source_in_every_column_of_every_factor(qtbot, instrument) -> None:
    speak("sv")
    made = Assessed()
    record = made.begin(instrument, sources=("Samtal", "Polisanmälan"))
    definition, own = made.definition(instrument), made.akt.new_record()
    group = definition.table.extra_factor_rows[-1]
    worksheets.record_extra(made.akt, (record, definition), own, group, OWN)
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.worksheet.hasFocus)
    sheet, model = page.worksheet, page.worksheet.sheet
    _cite_once(qtbot, page)
    first = definition.items[0].id
    rows = [r for r in range(model.rowCount()) if model.factor(r).item in (first, own)]
    times = {column.id for column in definition.columns}
    expected = [(first, definition.columns[0].id)]
    for row in rows:
        for column in range(model.columnCount()):
            sheet.setCurrentIndex(model.index(row, column))
            qtbot.keyClick(sheet, KEY.Key_F4)
            place = model.place(model.index(row, column))
            time = place.column if place is not None and place.column in times else ""
            expected.append((model.factor(row).item, time))
    unnamed = next(
        r for r in range(model.rowCount()) if model.factor(r).is_own and not model.factor(r).label
    )
    sheet.setCurrentIndex(model.index(unnamed, 1))
    qtbot.keyClick(sheet, KEY.Key_F4)  # nobody has named it: there is nothing to cite for
    cited = sheets.sheet(made.akt, made.desk, record).beside.citations
    assert sorted((c.value.item, c.value.column) for c in cited) == sorted(expected)
    assert {(c.value.source, c.value.page) for c in cited} == {("2", "14")}
    assert model.factor(rows[0]).cited.startswith("källa 2, s. 14; källa 2, s. 14")


def test_f4_while_a_note_is_typed_keeps_the_note_and_cites(qtbot) -> None:
    speak("sv")
    made = Assessed()
    record = made.begin(SARA, sources=("Samtal", "Polisanmälan"))
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.worksheet.hasFocus)
    _cite_once(qtbot, page)
    sheet, model = page.worksheet, page.worksheet.sheet
    sheet.setCurrentIndex(model.index(2, model.note_column))
    for letter in "Slag":
        qtbot.keyClicks(QApplication.focusWidget(), letter)
    editor = QApplication.focusWidget()
    assert editor.objectName() == "cell-editor"
    qtbot.keyClick(editor, KEY.Key_F4)
    page.flush()
    shown = sheets.sheet(made.akt, made.desk, record)
    item = model.factor(2).item
    assert shown.notes[item] == "Slag"
    assert [(c.value.source, c.value.page) for c in shown.beside.of_item(item)] == [("2", "14")]


def _cite_once(qtbot, page: AssessPage) -> None:
    """Nothing was cited before: the key asks which source, and then comes back."""
    qtbot.keyClick(page.worksheet, KEY.Key_F4)
    assert page.margin.source.hasFocus()
    page.margin.source.show_text("2")
    page.margin.page.show_text("14")
    qtbot.keyClick(page.margin.page, KEY.Key_Return)
    qtbot.keyClick(page.margin.page, KEY.Key_Escape)
    assert page.worksheet.hasFocus()
