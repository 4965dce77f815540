# SPDX-License-Identifier: EUPL-1.2
"""The sheet that a person may carry: what never reaches it, and what it never tells."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.reports.reading import squeezed
from tests.support.desk import Bench
from tests.unit.services.planners import LIBRARY, POINTS, TODAY, asked, begin, refused
from workbench.app.paper import plan_sheet_pdf
from workbench.domain.measures import Measure
from workbench.domain.people import Organisation, StaffMember
from workbench.domain.plans import (
    CARRIES,
    ChildPlanNote,
    LocalPoint,
    PlanItem,
    ProtectionPlan,
    SafetyPlan,
)
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Note, SafeContact
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.loop import own_points, planning
from workbench.services.loop import safety_planning as planned
from workbench.services.loop.plan_gaps import plan_gaps
from workbench.services.papers.plan_sheet import mark_of, plan_sheet_document
from workbench.services.papers.protection_plan import protection_plan_document
from workbench.services.papers.shared import Writing
from workbench.services.person.whom import set_safe_contact
from workbench.services.records.akt import Draft


@pytest.fixture(scope="module")
def bench():
    """In memory: one for many examples, each in an akt of its own."""
    return Bench()


@pytest.fixture
def akt(bench):
    return begin(bench)


def sheet(office, akt):
    return plan_sheet_document(Writing(akt, office.session.desk, "sv"))


MARKS = st.sampled_from(CARRIES)
ITEMS = st.lists(
    st.tuples(
        st.sampled_from(["person", "organisation"]),
        st.sampled_from(["", *(point.id for point in POINTS)]),
        MARKS,
    ),
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(marked=ITEMS, local=st.lists(st.tuples(st.sampled_from(POINTS), MARKS), max_size=3))
def test_no_point_but_the_persons_own_marked_for_paper_reaches_the_sheet(bench, marked, local):
    akt, desk = begin(bench), bench.session.desk
    _word(desk, local)
    asked(akt, "Ring Sam först")
    items = [
        PlanItem(owner, section, f"skäl{at}x", carry, f"vem{at}x", paper=f"lapp{at}x")
        for at, (owner, section, carry) in enumerate(marked)
    ]
    akt.enter(*map(Draft, items))  # past the checks: also what an older version let in
    library = own_points.library_of(desk, "sv")
    may = [i.paper for i in items if i.owner == "person" and mark_of(library, i) == "U"]
    assert sorted(sheet(bench, akt).lines) == sorted(may)
    assert not [i for i in items if i.paper in may and (i.carry != "U" or _is_kept(i))]
    content = text_of(plan_sheet_pdf(akt, desk, "sv"))
    never = [text for i in items for text in (i.text, i.who)]
    assert not [text for text in never if text in content]
    assert not [i.paper for i in items if i.paper not in may and i.paper in content]
    sent = str(shared_record(akt, desk, View("Stöd", "Kim", "Kim"), "0" * 64).parts)
    assert not [i for i in items if "P" in i.carry and i.text in sent]
    for each in own_points.own_points(desk):
        desk.house.withdraw(LocalPoint, each.record, "prov")


def _word(desk, local):
    """The organisation words some points, as far as it may, and stops offering others."""
    for point, carry in local:
        if CARRIES.index(carry) >= CARRIES.index(point.carry):
            section = LIBRARY.section_of(point.id).id
            wording = LocalPoint(point.id, section, "Vårt", carry, is_offered=carry != "M")
            own_points.word_point(desk, wording)


def _is_kept(item):
    shipped = LIBRARY.point(item.section)
    return shipped is not None and shipped.carry == "P"


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


MOTHER = "Astrid Gömdahl"
PLANTED = ("Hemlingby", "070-174 06 11", "Björkgatan", MOTHER, "19800101-0001", "Kodord: paraply")


def planted_child(office, name):
    """A child's akt in which somebody wrote of the mother, wherever that can be written."""
    akt = begin(office, "child", name)
    told = " ".join(PLANTED)
    set_safe_contact(akt, SafeContact(told, code_word="paraply"))
    akt.enter(
        Draft(Note(told)),
        Draft(ProtectionPlan(told, told, MOTHER, TODAY)),
        Draft(Measure(told, MOTHER, TODAY)),
        Draft(Scenario(told, MOTHER, name)),
        Draft(PlanItem("person", "E3", told, "M", MOTHER, paper=told)),
        Draft(PlanItem("person", "E7", told, "U", MOTHER, paper="Jag kan prata med: Lo")),
        Draft(PlanItem("person", "", told, "P", MOTHER, paper=told)),
        Draft(PlanItem("organisation", "E1", told, "P", MOTHER, paper=told)),
        Draft(PlanItem("organisation", "", told, "U", MOTHER, paper=told)),
    )
    planning.enter_safety_plan(
        akt,
        SafetyPlan(
            told,
            paper="asked-for",
            on_paper="Jag ringer Lo",
            reader="young",
            designated=told,
            contact=told,
            reason=told,
        ),
    )
    return akt


def test_two_children_have_a_plan_each_and_a_childs_print_holds_nothing_of_the_mother(office):
    mother = begin(office, "exposed", MOTHER)
    planned.enter_child_note(mother, ChildPlanNote("Barn 1", has_plan=True, reviewed_on=TODAY))
    planned.enter_child_note(mother, ChildPlanNote("Barn 2", has_plan=False))
    assert plan_gaps(mother, TODAY) == ("child-without-plan",)
    for name in ("Vide Påhitt", "Alva Påhitt"):
        child = planted_child(office, name)
        assert len(child.all(SafetyPlan)) == 1
        pdf = plan_sheet_pdf(child, office.desk, "sv")
        read, text = PdfReader(BytesIO(pdf)), squeezed(text_of(pdf))
        assert squeezed("Jag ringer Lo") in text
        raw = pdf + b"".join(bytes(page.get_contents().get_data()) for page in read.pages)
        told = text + squeezed(str(read.metadata) + str(read.xmp_metadata))
        for planted in (*PLANTED, "Påhitt", "Påhittet", "Säkerhetsplan"):
            assert squeezed(planted) not in told
            assert planted.encode() not in raw
            assert planted.encode("utf-16-be") not in raw


def test_nothing_is_printed_that_nobody_asked_for(bench, akt):
    assert refused(sheet, bench, akt) == "PLAN-006"
    planning.enter_safety_plan(akt, SafetyPlan("Jag ringer Sam", on_paper="Sam"))
    assert refused(sheet, bench, akt) == "PLAN-006"
    asked(akt)
    planning.enter_plan_item(akt, PlanItem("person", "J1", "Jag längtar", "U"))
    assert refused(sheet, bench, akt) == "PLAN-008"


def test_a_word_a_name_or_a_number_that_tells_stops_the_sheet():
    office = Bench()
    house = office.session.desk.house
    house.enter(Draft(StaffMember("u" * 32, "Vera Nattsten", "socionom")))
    house.enter(Draft(Organisation("Jouren Påhittet")))
    begin(office, "child", "Love Mosskog")
    akt = begin(office, name="Kim Sagolund")
    set_safe_contact(akt, SafeContact("sms", code_word="har du min bok"))
    for telling in ("Ring jouren påhittet", "VERA NATTSTEN", "Min säkerhetsplan", "hög risk",
                    "Kim Sagolund", "Love Mosskog", "Har du min bok?", "19900101-0017",
                    "900161-0017", "Kvinnofridslinjen"):  # fmt: skip
        asked(akt, telling)
        assert refused(sheet, office, akt) == "PLAN-007", telling
    asked(akt, "Ring Kim på 070-174 06 77. Köp bröd 2026.")
    assert sheet(office, akt).words == "Ring Kim på 070-174 06 77. Köp bröd 2026."


@pytest.mark.parametrize(("size", "sides"), [("A6", (298, 420)), ("A5", (420, 595))])
@pytest.mark.parametrize("reader", ["", "young", "school", "teen"])
def test_the_sheet_is_small_and_says_nothing_about_itself(bench, akt, size, sides, reader):
    asked(akt, "Jag ringer Sam. " * 12, size=size, reader=reader)
    planning.enter_plan_item(akt, PlanItem("person", "B9", "Larmnumret", "U", paper="112"))
    first = plan_sheet_pdf(akt, bench.session.desk, "sv")
    bench.clock.step(hours=30)
    read = PdfReader(BytesIO(plan_sheet_pdf(akt, bench.session.desk, "sv")))
    assert (round(read.pages[0].mediabox.width), round(read.pages[0].mediabox.height)) == sides
    assert "112" in text_of(first)
    assert str(read.metadata.creation_date)[:4] == "2000"
    said = {name for name, value in read.metadata.items() if str(value).strip()}
    assert said == {"/CreationDate", "/ModDate", "/Trapped"}
    assert plan_sheet_pdf(akt, bench.session.desk, "sv") == first


def test_the_organisations_paper_tells_sections_and_who_and_no_point_marked_p(bench, akt):
    told = (
        PlanItem("organisation", "H2", "Reglerna på arabiska", "U", "Alex"),
        PlanItem("organisation", "G1", "Kontaktförbudets gräns", "P", "Alex"),
        ProtectionPlan("Bara sms", "112", "Alex", "2026-12-01"),
    )  # fmt: skip
    akt.enter(*map(Draft, told))
    made = protection_plan_document(Writing(akt, bench.session.desk, "sv"))
    (item,) = made.staff_items
    assert (item.label, item.text, item.who) == ("I boendet", "Reglerna på arabiska", "Alex")
