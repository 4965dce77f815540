# SPDX-License-Identifier: EUPL-1.2
"""The page about the person: folded, and with each of its sections open."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.case_pages import about_person_page
from tests.support.desk import Bench
from tests.support.fictional_case import filled_case
from tests.support.known_before import write_known, write_protection
from workbench.domain.access import Setting
from workbench.domain.acquaintance import Acquaintance
from workbench.domain.ids import CaseId
from workbench.domain.subject import Subject
from workbench.services.akter import file_links
from workbench.services.house.settings import ASK_ACQUAINTANCE
from workbench.services.person import identity
from workbench.services.person.whom import set_subject, subject_of
from workbench.services.records.akt import Draft

_NUMBER = "19900101-0009"


def _open(bench: Bench, case: CaseId, name: str) -> QWidget:
    page = about_person_page(bench, case)
    shell = in_window(page)
    page.go(name)
    return shell


def _folded() -> QWidget:
    bench = Bench()
    return in_window(about_person_page(bench, filled_case(bench)))


def _known(name: str) -> QWidget:
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


def _identity() -> QWidget:
    bench = Bench()
    other = bench.begin()
    set_subject(bench.akt(other), Subject("Kim Påhittad", _NUMBER))
    case = bench.begin()
    akt = bench.akt(case)
    identity.give_reserve_number(akt)
    reserve = subject_of(akt).reserve_number
    joined = Subject("Kim Påhittad", _NUMBER, reserve_number=reserve, reason="pass visat")
    set_subject(akt, joined)
    return _open(bench, case, "identity")


def _changing() -> QWidget:
    bench = Bench()
    page = about_person_page(bench, filled_case(bench))
    shell = in_window(page)
    page.go("identity")
    page.sections["identity"].change.click()
    return shell


def _links() -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    for name, relation in (("Lo Låtsas", "child"), ("Robin", "perpetrator"), ("Mo", "sibling")):
        other = bench.begin(name)
        file_links.link(bench.session.desk, bench.akt(case), other, relation)
    desk, akt = bench.session.desk, bench.akt(case)
    file_links.hide(akt, file_links.links_of(desk, akt)[2], "begäran om insyn")
    return _open(bench, case, "links")


def _conflict() -> QWidget:
    bench = Bench()
    case = filled_case(bench)
    bench.session.desk.house.enter(Draft(Setting(ASK_ACQUAINTANCE.name, "yes")))
    bench.akt(case).enter(Draft(Acquaintance("unsure", "told", "enhetschefen", "en namne?")))
    return _open(bench, case, "kept conflict")


PAGES = (
    ("about-person", _folded),
    ("about-person-protection", _protected),
    ("about-person-interpreter", lambda: _known("interpreter")),
    ("about-person-no-contact", lambda: _known("no-contact")),
    ("about-person-modules", lambda: _known("modules")),
    ("about-person-identity", _identity),
    ("about-person-change", _changing),
    ("about-person-links", _links),
    ("about-person-conflict", _conflict),
)
