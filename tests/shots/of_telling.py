# SPDX-License-Identifier: EUPL-1.2
"""The journal searched, and what is told by mouth: prepared, and listed with all that left."""

from PySide6.QtWidgets import QComboBox, QWidget

from tests.shots.pages import in_window
from tests.support.case_pages import calls_page, journal_page, people_page, told_page
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from tests.support.known_before import write_known
from workbench.domain.calls import Call
from workbench.domain.disclosures import Printed, Told
from workbench.domain.persons import Person, PersonLink, Statement
from workbench.domain.subject import Note
from workbench.services.handing_over import sharing
from workbench.services.records.akt import Draft


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
    write_known(bench.akt(case))
    page = told_page(bench, case)
    shell = in_window(page)
    box = page.findChild(QComboBox, "field-ground")
    box.setCurrentIndex(box.findData("osl_18c"))
    box.activated.emit(box.currentIndex())
    page.findChild(QWidget, "never").click()
    return shell


def _call() -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    write_known(bench.akt(case))
    bench.akt(case).enter(
        Draft(
            Call("other", "2026-11-20", "reached", whom="Barnets mentor", note="Ringer tillbaka.")
        ),
        Draft(Call("subject", "2026-11-21", "reached", code_word="given")),
    )
    return in_window(calls_page(bench, case))


def _call_fields() -> QWidget:
    shell = _call()
    shell.show()
    shell.page().reveal(shell.findChild(QWidget, "enter"))
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


def _people() -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    akt = bench.akt(case)
    kim, robin, kin = (
        akt.enter(Draft(each)).records[0]
        for each in (
            Person("Kim", "victim", "den akten gäller"),
            Person("Robin", "perpetrator", "f.d. partner", "i samma stad", "har nyckel"),
            Person("Robins släkt", "collective", "släktkollektiv"),
        )
    )
    akt.enter(
        Draft(PersonLink(robin, kin, "bror", "carries-out")),
        Draft(PersonLink(kim, robin, "f.d. sambo")),
        Draft(Statement(kim, "Natten 3 november", "Han slog sönder dörren.", "2026-11-04",
                        "Alex Nattpass", "fact", "samtal")),
        Draft(Statement(robin, "Natten 3 november", "Dörren var redan trasig.", "2026-11-10",
                        "polisen", "fact", "handling 2, s. 1")),
    )  # fmt: skip
    return in_window(people_page(bench, case))


PAGES = (
    ("people", _people),
    ("journal-searched", _searched),
    ("call", _call),
    ("call-fields", _call_fields),
    ("told", _told),
    ("told-ground", _ground),
    ("told-left", _left),
)
