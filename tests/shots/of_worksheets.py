# SPDX-License-Identifier: EUPL-1.2
"""The Arksida with marks, own factors and citations, and the frame of a worksheet."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.asking import SARA, Assessed
from tests.support.desk import Answers
from workbench.domain.ids import RecordId
from workbench.domain.worksheets import Citation, Material, SheetPerson
from workbench.services.assess import assessing, sheets, worksheets
from workbench.services.records.akt import Draft
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.worksheet_frame.page import FramePage
from workbench.ui.worksheet_frame.presenter import FramePresenter

SARA_3, SARA_2, PATRIARK = "sara-v3", "sara-v2", "patriark-2013"


def _coded(instrument: str) -> tuple[Assessed, RecordId]:
    made = Assessed()
    record = made.begin(instrument, sources=("Samtal med den utsatta", "Polisanmälan"))
    definition = made.definition(instrument)
    codes = definition.items[0].codes
    for at, item in enumerate(definition.items[:11]):
        for turn, column in enumerate(definition.columns):
            code = codes[(at + turn) % len(codes)]
            assessing.record_coding(made.akt, record, item.id, column.id, code)
    on = (record, definition)
    first = definition.items[0].id
    sheet = sheets.sheet(made.akt, made.desk, record)
    assessing.record_note(made.akt, sheet, first, "Slag mot huvudet 12 augusti, läkarintyg.")
    worksheets.record_mark(made.akt, on, first, "provisional", "yes")
    if definition.table.has_relevance:
        worksheets.record_mark(made.akt, on, first, "relevance", "partly")
    if definition.table.has_critical:
        worksheets.record_mark(made.akt, on, first, "critical", "yes")
    column = definition.columns[0].id
    cited = Citation(record, first, column, "2", "14", "”Han höll mig om halsen.”", "2026-11-02")
    worksheets.record_citation(made.akt, made.akt.new_record(), cited)
    group = definition.table.extra_factor_rows[0]
    worksheets.record_extra(made.akt, on, made.akt.new_record(), group, "Vapen i huset")
    return made, record


def _sheet(instrument: str, *, margin: bool = False) -> QWidget:
    made, record = _coded(instrument)
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    shell = in_window(page)
    if margin:
        item, column = made.definition(instrument).items[0], made.definition(instrument).columns[0]
        page._presenter.margin.open(item.id, column.id)
    return shell


def _frame(instrument: str) -> QWidget:
    made, record = _coded(instrument)
    made.akt.enter(
        Draft(
            Material(
                record, "3", "interview", "Samtal med brodern", "2026-11-10", "S. Skyddsson",
                "Första hand, lugn", "used",
            )
        ),
        Draft(
            Material(
                record, "4", "register", "Belastningsregistret", standing="refused",
                because="Inget stöd i lag för oss",
            )
        ),
        Draft(SheetPerson(record, "perpetrator", "Farbror A", "farbror", ("decides",))),
        Draft(SheetPerson(record, "perpetrator", "Bror B", "bror", ("carries-out", "protects"))),
        Draft(SheetPerson(record, "victim", "Exempel Karin", "")),
    )  # fmt: skip
    return in_window(
        FramePage(lambda view: FramePresenter(view, made.open, Answers(), made.bench.go, record))
    )


PAGES = (
    ("worksheet-sara-sv-margin", lambda: _sheet(SARA, margin=True)),
    ("worksheet-sara-v3", lambda: _sheet(SARA_3)),
    ("worksheet-sara-v2", lambda: _sheet(SARA_2)),
    ("worksheet-patriark", lambda: _sheet(PATRIARK)),
    ("worksheet-frame", lambda: _frame(PATRIARK)),
)
