# SPDX-License-Identifier: EUPL-1.2
"""The first day follows from what is recorded; the report of the morning says no name."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.unit.services.offices import Office
from workbench.domain.arrivals import Arrival, ChildArrival
from workbench.domain.clock import stamp
from workbench.domain.subject import ProtectionNow, SafeContact, Subject
from workbench.reports.morning import write_morning
from workbench.reports.night_sheet import write_night_sheet
from workbench.services.akter.cases import NewCase
from workbench.services.arrival import arriving, morning_report
from workbench.services.arrival.arriving import Adult, Child
from workbench.services.loop import deadlines, first_day
from workbench.services.papers.night_sheet import night_sheet
from workbench.services.person.whom import note_protection_now, set_safe_contact
from workbench.services.records.akt import Akt

NAME = "Vega Låtsasvall"


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path / "jour")


def _arrived(office: Office, room: str = "B2", name: str = NAME) -> Akt:
    akt = office.session.begin(NewCase(Subject(name="", identity="unknown")))
    at = stamp(office.desk.clock.now())
    adult = Adult(
        akt.new_record(),
        Arrival(at, room=room, postponed=f"ring tolk åt {name.split(maxsplit=1)[0]}s barn\nläkartid",
                call="Socialjouren 070-174 06 05", where_he_is="hemma i lägenheten"),
        Subject(name),
    )  # fmt: skip
    child = Child(
        akt.new_record(), ChildArrival(at, postponed="blöjor"), Subject("Lo Låtsas", role="child")
    )
    arriving.enter(office.desk, akt, adult, [child])
    return akt


def _left(akt: Akt) -> list[str]:
    return [each.step for each in first_day.steps_of(akt) if not each.is_done]


def test_a_step_is_done_when_what_it_asks_for_is_recorded(office) -> None:
    akt = _arrived(office)
    assert _left(akt) == ["protection", "contact", "put-off", "own-words", "assessment", "plan"]
    note_protection_now(akt, ProtectionNow("yes", "han letar"))
    set_safe_contact(akt, SafeContact("sms"))
    for due in deadlines.open_deadlines(akt):
        if due.title:
            deadlines.settle(akt, due, "done", akt.today(), "gjort")
    assert _left(akt) == ["own-words", "assessment", "plan"]
    assert _left(office.session.begin(NewCase(Subject("Ingen")))) == []


def test_the_guide_is_gone_for_who_closed_it_and_for_nobody_else(office) -> None:
    akt, user = _arrived(office), office.desk.vault.signer.user
    row = office.desk.vault.own.row(akt.case)
    assert row is not None
    assert first_day.is_waiting(row, user)
    first_day.close(akt)
    first_day.close(akt)
    row = office.desk.vault.own.row(akt.case)
    assert row is not None
    assert not first_day.is_waiting(row, user)
    assert first_day.is_waiting(row, type(user)("another"))


def test_the_report_says_rooms_and_tasks_and_no_name(office) -> None:
    akt = _arrived(office)
    offered = morning_report.lately(office.desk)
    assert len(offered) == 2
    document = morning_report.report(office.session, [each.case for each in offered], "sv")
    assert {part.room for part in document.rooms} == {"B2"}
    assert sorted(task for part in document.rooms for task in part.tasks) == [
        "blöjor", "läkartid", "ring tolk åt … barn",
    ]  # fmt: skip
    out = io.BytesIO()
    write_morning(document, language="sv", out=out)
    pages = PdfReader(out).pages
    text = "".join(page.extract_text() for page in pages)
    assert len(pages) == 1
    for hidden in (*NAME.split(), "Lo Låtsas", "lägenheten", akt.case):
        assert hidden not in text
    assert "070-174 06 05" in text


def test_only_the_last_day_is_offered(office) -> None:
    _arrived(office)
    office.wait(hours=25)
    assert morning_report.lately(office.desk) == ()


@given(st.lists(st.sampled_from(["Ada", "Åsa Öst", "x.y", "Lo"])), st.text(max_size=40))
def test_names_are_taken_out_of_any_text(names, text) -> None:
    said = morning_report.without_names(f"{text} {' '.join(names)} {text}", names)
    for part in (part for name in names for part in name.split() if len(part) > 1):
        assert f" {part} " not in f" {said} "


@pytest.mark.parametrize(("language", "words"), [("sv", "Strypning"), ("en", "Strangled")])
def test_the_night_sheet_asks_what_the_page_asks_and_is_tagged(office, language, words) -> None:
    out = io.BytesIO()
    write_night_sheet(night_sheet(office.desk, language), language=language, out=out)
    reader = PdfReader(out)
    text = "".join(page.extract_text() for page in reader.pages)
    assert text.count(words) == 3  # an adult and two children
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    assert "Jouren" not in text
    first, *others = (page.extract_text() for page in reader.pages)
    assert len(others) == 2  # a page for each person: each goes into a file of its own
    assert all(child in page for child, page in zip("12", others, strict=True))
    assert first.count(words) == 1
