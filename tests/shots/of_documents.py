# SPDX-License-Identifier: EUPL-1.2
"""Handlingar: the list, reading one in, the reader on a PDF, a picture and text, and Till personakten."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tests.shots.of_beside import BERIT, judged
from tests.shots.pages import in_window
from tests.support import outside_files as made
from tests.support.desk import Answers, Bench
from tests.support.document_pages import document_page, list_page, personal_file_page, put
from tests.support.fictional_case import filled_case
from workbench.domain.documents import FiledThere, KeptWhere
from workbench.domain.ids import CaseId
from workbench.domain.reviews import Review
from workbench.services.facts import documents_in
from workbench.services.handing_over import personal_file
from workbench.services.records import working
from workbench.services.records.akt import Draft
from workbench.ui.review.page import ReviewPage
from workbench.ui.review.presenter import ReviewPresenter

_PAGES = ("Polisanmalan 5000-K1234-26", "Malsaganden uppger att han stod utanfor porten.", "Bilaga")
_TEXT = "Beslut.\n\nNämnden beslutar om insats.\n\n" + "Skälen är följande. " * 40


def _filled() -> tuple[Bench, CaseId]:
    bench = Bench()
    case = filled_case(bench)
    put(bench, case, made.pdf(*_PAGES), "Polisanmälan")
    put(bench, case, made.png(900, 600), "Bild på dörren", "Den utsatta")
    put(bench, case, _TEXT.encode(), "Beslut om insats", "Socialnämnden i Exempelby")
    return bench, case


def _listed() -> QWidget:
    return in_window(list_page(*_filled()))


def _empty() -> QWidget:
    bench = Bench()
    return in_window(list_page(bench, bench.begin(number="2026-0143")))


def _taken() -> QWidget:
    bench, case = _filled()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Inskannat 2026-11-20.pdf"
        path.write_bytes(made.pdf(*_PAGES))
        page = list_page(bench, case, [path])
        shell = in_window(page)
        page.choose.click()
    return shell


def _refused() -> QWidget:
    bench, case = _filled()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(made.word(more=(("word/vbaProject.bin", b"x"),)))
        page = list_page(bench, case, [path])
        shell = in_window(page)
        page.choose.click()
    return shell


def _read(at: int) -> QWidget:
    bench, case = _filled()
    found = documents_in.by_number(bench.akt(case), at)
    assert found is not None
    page = document_page(bench, case, found.record)
    shell = in_window(page)
    page.reader.turn(1)
    page.reader.cite.click()
    return shell


def _personal_file() -> QWidget:
    bench, case = _filled()
    akt = bench.akt(case)
    personal_file.say_where(akt, KeptWhere("elsewhere", "Treserva", "2026-0077"))
    akt.enter(Draft(FiledThere("Bedömning 2026-11-02", "2026-11-03", "Treserva", "2026-0077")))
    return in_window(personal_file_page(bench, case))


def _read_by_the_reviewer() -> QWidget:
    made_here, record = judged()
    for title in ("Polisanmälan", "Beslut om insats"):
        put(made_here.bench, made_here.case, _TEXT.encode(), title)
    akt = made_here.akt
    akt.enter(Draft(Review(record, (), akt.user, "requested", BERIT.user, "Stämmer nivån?")))
    working.type_field(akt, working.Field("review", record, "documents"), "document:1")
    page = ReviewPage(
        lambda view: ReviewPresenter(view, made_here.open, Answers(), made_here.bench.go, record)
    )
    shell = in_window(page)
    QTimer.singleShot(0, page, lambda: page.reveal(page.answer))
    return shell


PAGES = (
    ("documents", _listed),
    ("documents-new", _empty),
    ("documents-read-in", _taken),
    ("documents-refused", _refused),
    ("document-pdf", lambda: _read(1)),
    ("document-picture", lambda: _read(2)),
    ("document-text", lambda: _read(3)),
    ("documents-reviewed", _read_by_the_reviewer),
    ("personal-file", _personal_file),
)
