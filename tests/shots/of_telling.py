# SPDX-License-Identifier: EUPL-1.2
"""The journal searched, and what is told by mouth: prepared, and listed with all that left."""

from PySide6.QtWidgets import QComboBox, QWidget

from tests.shots.pages import in_window
from tests.support.case_pages import journal_page, told_page
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from workbench.domain.disclosures import Printed, Told
from workbench.domain.subject import Note
from workbench.services import sharing
from workbench.services.akt import Draft


def _searched() -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    said = Note("Grannen såg bilen vid porten.", "2026-11-20", "Samtal", "", "Grannen", "fact")
    bench.akt(case).enter(Draft(said))
    page = journal_page(bench, case)
    shell = in_window(page)
    page.search.field.setText("porten")
    page.search.field.flush()
    page.reveal(page.search)
    return shell


def _told() -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    page = told_page(bench, case)
    shell = in_window(page)
    box = page.findChild(QComboBox, "field-ground")
    box.setCurrentIndex(box.findData("osl_18c"))
    box.activated.emit(box.currentIndex())
    page.findChild(QWidget, "never").click()
    return shell


def _ground() -> QWidget:
    shell = _told()
    page = shell.findChild(QWidget, "field-ground")
    page.window().resize(1366, 768)
    page.setFocus()
    return shell


def _left() -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    sharing.note_printed(bench.session.desk, Printed(case, "assessment", "Handläggaren", "0" * 64))
    bench.akt(case).enter(
        Draft(
            Told("Vakthavande befäl", "consent", "Kim sade ja i dag.", "Att Kim är i säkerhet.",
                 "Alex Nattpass", "2026-11-20", "phone", "Polisen")
        )
    )  # fmt: skip
    page = told_page(bench, case)
    shell = in_window(page)
    page.reveal(page.findChild(QWidget, "talk-sheet"))
    return shell


PAGES = (
    ("journal-searched", _searched),
    ("told", _told),
    ("told-ground", _ground),
    ("told-left", _left),
)
