# SPDX-License-Identifier: EUPL-1.2
"""The page about the person: folded, and with each of its sections open."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.case_pages import about_person_page
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from tests.support.known_before import write_known, write_protection


def _folded() -> QWidget:
    bench = Bench()
    return in_window(about_person_page(bench, filled_case(bench)))


def _open(name: str) -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    write_known(bench.akt(case))
    page = about_person_page(bench, case)
    shell = in_window(page)
    page.go(name)
    page.sections[name].turn.setFocus()
    return shell


def _protected() -> QWidget:
    bench = Bench()
    child = bench.begin("Lo Exempel")
    case = filled_case(bench)
    write_protection(bench.akt(case), child)
    page = about_person_page(bench, case)
    shell = in_window(page)
    page.go("protection")
    page.sections["protection"].turn.setFocus()
    return shell


PAGES = (
    ("about-person", _folded),
    ("about-person-protection", _protected),
    ("about-person-interpreter", lambda: _open("interpreter")),
    ("about-person-no-contact", lambda: _open("no-contact")),
    ("about-person-modules", lambda: _open("modules")),
)
