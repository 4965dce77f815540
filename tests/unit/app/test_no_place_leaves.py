# SPDX-License-Identifier: EUPL-1.2
"""A protected person's places are in no paper, bundle, copy, list, search, name or metadata."""

import io
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pikepdf
import pytest

from tests.reports.reading import pages, squeezed
from tests.support.desk import Bench
from tests.tools import require
from tests.unit.services.offices import Office, exchange_cards, judgement
from workbench.app import paper
from workbench.app.open_folder import OpenFolder
from workbench.domain import arrivals, disclosures, incidents, measures, orders, persons, plans
from workbench.domain.assessments import InstrumentPin
from workbench.domain.deadlines import Deadline
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.interpreters import InterpreterNeed
from workbench.domain.life_events import LifeEvent
from workbench.domain.no_contact import NoContact
from workbench.domain.people import Organisation
from workbench.domain.protected_identity import HIDDEN_KINDS, HiddenDetail, ProtectedIdentity
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Note, ProtectionNow, SafeContact, Subject
from workbench.services.akter import cases
from workbench.services.arrival import arriving, morning_report
from workbench.services.arrival.arriving import Adult, Child
from workbench.services.facts import happening, searching
from workbench.services.handing_over import outward, receiving, sharing, telling
from workbench.services.handing_over.exchange import Ground
from workbench.services.handing_over.receiver_view import SHARED, View, shared_record
from workbench.services.jobs import InlineJobs, no_pulse
from workbench.services.keeping import exporting
from workbench.services.keeping.exporting import ExportRequest
from workbench.services.loop import planning
from workbench.services.papers.assessment import assessment_document
from workbench.services.papers.journal import journal_document
from workbench.services.papers.plan_sheet import TellingSheetError, plan_sheet_document
from workbench.services.papers.protection_plan import protection_plan_document
from workbench.services.papers.shared import Writing
from workbench.services.person import protection_view
from workbench.services.person.protection_view import PlaceInTextError
from workbench.services.person.whom import set_subject
from workbench.services.records import bodies
from workbench.services.records.akt import Akt, Draft
from workbench.ui.handing_over.outside import PaperKind
from workbench.ui.paper.presenter import papers_of
from workbench.ui.personal_file.presenter import _shown as personal_file
from workbench.ui.register.presenter import RegisterPresenter, name_in_list
from workbench.ui.today.presenter import TodayPresenter

PLACES = {
    "address": "Glasbjörksgatan 47",
    "phone": "070-913 57 24",
    "municipality": "Kvarnmossa",
    "school": "Tallkottsskolan",
    "preschool": "Blåklinten förskola",
    "workplace": "Sågverket Granlund",
    "vehicle": "QZX 41K",
    "room": "Norrflygeln",
    "care": "Almliden hälsocentral",
    "town": "Stjärnhult",
}
SIGNS = ("glasbjörksg", "9135724", "913 57 24", "kvarnmoss", "tallkotts", "blåklint", "granlund",
         "qzx", "norrflyg", "almliden", "stjärnhult")  # fmt: skip
EVERYTHING = "; ".join(PLACES.values())
LEVELS = ("secrecy_marking", "protected_registration", "assumed_identity")
OF_AN_AKT = {"assessment_pdf", "protection_plan_pdf", "plan_sheet_pdf", "journal_pdf"}
OF_NO_PERSON = {"certificate_pdf", "blank_pdf", "night_sheet_pdf"}
OF_THE_HOUSE = {"morning_pdf"}
FRAMES = {"write_pages", "write_in_house"}
"""What papers are written by; none of them is one."""


def told_in(text: str) -> list[str]:
    """The signs of places in a text, blanks and marks aside too."""
    folded = text.casefold()
    tight = squeezed(folded).replace("-", "")
    return [sign for sign in SIGNS if sign in folded or squeezed(sign) in tight]


def all_of(pdf: bytes) -> str:
    """What a PDF says anywhere: its text, its properties, every string and stream in it."""
    require("pdfinfo")
    said = subprocess.run(
        ["pdfinfo", "-"], input=pdf, capture_output=True, check=True, timeout=60
    ).stdout.decode()
    with pikepdf.open(io.BytesIO(pdf)) as read:
        for each in read.objects:
            said += str(each) if not isinstance(each, pikepdf.Stream) else _stream(each)
    return said + "".join(pages(pdf)) + pdf.decode("latin-1")


def _stream(each: pikepdf.Stream) -> str:
    try:
        return repr(dict(each.items())) + each.read_bytes().decode("latin-1")
    except pikepdf.PdfError:  # a font or picture that is stored as it is
        return repr(dict(each.items()))


def hidden() -> Iterator[Draft]:
    """Every hidden detail there is, and the telephone of the safe contact."""
    for kind in HIDDEN_KINDS:
        yield Draft(HiddenDetail(kind, PLACES[kind]))
    yield Draft(SafeContact(f"sms till {PLACES['phone']}", note=EVERYTHING))


def of_places() -> Iterator[Draft]:
    """Every field that takes a place by what it is: papers need no correction for these."""
    yield Draft(orders.RestrainingOrder("no_contact", areas=EVERYTHING))
    yield Draft(persons.Person("Bo Låtsas", "child", where=EVERYTHING))
    yield Draft(
        arrivals.Arrival("2026-11-22T01:00:00Z", room="B7", key=PLACES["room"],
                         where_he_is=PLACES["town"], placed_by=PLACES["municipality"])
    )  # fmt: skip


def worked(akt: Akt, text: str = "Inget särskilt.") -> None:
    """What papers are made of. `text` stands in every field that is read for them."""
    akt.enter(Draft(ProtectionNow("yes", text, text)))
    akt.enter(Draft(incidents.Incident("2026-11-01", "threat", 3, text, source=text)))
    akt.enter(Draft(replace(judgement(), why=text, what_we_do=text)))
    akt.enter(Draft(Scenario(text, "Han", text)))
    akt.enter(Draft(measures.Measure(text, "Alex", "2026-12-01")))
    akt.enter(Draft(plans.ProtectionPlan(text, text, "Alex", "2026-12-24")))
    akt.enter(Draft(plans.SafetyPlan(text, paper="asked-for", on_paper="Ring alltid.")))
    akt.enter(Draft(Note(text)))


def protect(akt: Akt, level: str) -> None:
    akt.enter(Draft(ProtectedIdentity(level)), *hidden(), *of_places())  # type: ignore[arg-type]


@pytest.fixture
def other(tmp_path) -> Iterator[Office]:
    made = Office(tmp_path / "other", "Exempelkommun")
    yield made
    made.session.close()


@pytest.fixture
def office(tmp_path) -> Iterator[Office]:
    made = Office(tmp_path / "office", "Jouren Påhittet")
    yield made
    made.session.close()


def test_every_paper_there_is_stands_in_this_file() -> None:
    made = {name for name in vars(paper) if name.endswith("_pdf")}
    assert made == OF_AN_AKT | OF_NO_PERSON | OF_THE_HOUSE
    assert {f"{kind.replace('-', '_')}_pdf" for kind in get_args(PaperKind)} <= OF_AN_AKT
    written = {
        found
        for path in Path(paper.__file__).parents[1].glob("reports/*.py")
        for found in re.findall(
            rf"^def (write_{path.stem})\(", path.read_text("utf-8"), re.MULTILINE
        )
    }
    known = {name for name in vars(paper) if name.startswith("write_")}
    assert written - FRAMES == known


def papers(akt: Akt, office: Office) -> dict[str, bytes]:
    """Every paper about the person of an akt."""
    desk = office.desk
    judged = akt.all(type(judgement()))[-1].record
    return {
        "assessment_pdf": paper.assessment_pdf(akt, desk, judged, "sv"),
        "protection_plan_pdf": paper.protection_plan_pdf(akt, desk, "sv"),
        "plan_sheet_pdf": paper.plan_sheet_pdf(akt, desk, "sv"),
        "journal_pdf": paper.journal_pdf(akt, desk, "sv", no_pulse),
    }


def test_no_paper_has_a_place_in_text_or_properties(office) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    worked(akt)
    protect(akt, "protected_registration")
    made = papers(akt, office)
    assert set(made) == OF_AN_AKT
    for name, pdf in made.items():
        assert told_in(all_of(pdf)) == [], name


def test_what_is_made_without_protection_has_them_so_that_the_search_can_fail(office) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    worked(akt, EVERYTHING)
    akt.enter(*hidden())
    for name, pdf in papers(akt, office).items():
        if name != "plan_sheet_pdf":  # it has words of its own
            assert len(told_in(all_of(pdf))) >= len(PLACES), name


@pytest.mark.parametrize("name", sorted(OF_AN_AKT - {"journal_pdf"}))
def test_a_paper_with_a_place_in_a_text_is_refused_by_kinds_and_never_by_words(
    office, name: str
) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    worked(akt, f"Hon går till {PLACES['school']} i {PLACES['municipality']}.")
    if name == "plan_sheet_pdf":
        sheet = plans.SafetyPlan("x", paper="asked-for", on_paper=PLACES["school"])
        planning.enter_safety_plan(akt, sheet)
    protect(akt, "secrecy_marking")
    makers = vars(paper)
    judged = (akt.all(type(judgement()))[-1].record,) if name == "assessment_pdf" else ()
    with pytest.raises(WorkbenchError) as refused:
        makers[name](akt, office.desk, *judged, "sv")
    assert refused.value.code == "PROTECT-002"
    assert "skola" in str(refused.value.facts)
    assert told_in(repr(refused.value) + str(refused.value.facts)) == []


@pytest.mark.parametrize("level", LEVELS)
def test_an_opened_bundle_of_every_level_has_no_place(office, other, tmp_path, level: str) -> None:
    card = exchange_cards(office, other)
    akt = office.akt(office.begin("Vera Exempel"))
    worked(akt)
    protect(akt, level)
    pdf = papers(akt, office)["assessment_pdf"]
    (tmp_path / "stick").mkdir()
    order = _order(office, card, pdf, tmp_path / "stick")
    for ticked in ((outward.LOOKED_THROUGH,), (outward.BY_COMMAND,)):
        with pytest.raises(protection_view.NotReadThroughError):
            sharing.seal_bundle(akt, office.desk, office.bundles, replace(order, checked=ticked))
    sealed = sharing.seal_bundle(akt, office.desk, office.bundles, order)
    assert told_in(sealed.path.name) == []
    arrival = receiving.open_bundle(other.desk, other.bundles, sealed.path)
    received = receiving.accept(other.session, other.bundles, arrival)
    theirs = other.afresh(received.case)
    assert protection_view.level_of(theirs) == "unstated", "protected there too, never how far"
    for sha256 in theirs.file.attachments():
        content = theirs.file.attachment(sha256)
        assert told_in(all_of(content) if content[:4] == b"%PDF" else content.decode()) == []
    assert told_in(repr(arrival.opened)) == []


def _order(office, card: str, pdf: bytes, stick: Path, text: str = "Samtycke") -> sharing.HandOver:
    today = office.desk.clock.today().isoformat()
    ground = Ground("consent", text, "verbal", today)
    ticked = (outward.LOOKED_THROUGH, protection_view.NO_PLACE)
    return sharing.HandOver(card, View("referral", "", ""), ground, pdf, stick, checked=ticked)


def test_neither_the_record_nor_the_ground_of_a_bundle_may_name_a_place(
    office, other, tmp_path
) -> None:
    card = exchange_cards(office, other)
    akt = office.akt(office.begin("Vera Exempel"))
    worked(akt)
    protect(akt, "secrecy_marking")
    ground = _order(office, card, b"%PDF", tmp_path, f"Att {PLACES['school']} får veta.")
    record = _order(office, card, b"%PDF", tmp_path)
    for order in (ground, record):
        with pytest.raises(WorkbenchError) as refused:
            sharing.seal_bundle(akt, office.desk, office.bundles, order)
        assert refused.value.code == "PROTECT-002"
        akt.enter(Draft(Scenario("Kommer hit", "Han", PLACES["town"])))
    assert office.desk.house.all(disclosures.Sent) == ()
    assert list(tmp_path.glob("*.age")) == []


def sample(kind: type[Any], akt: Akt) -> Any:
    """A record of a kind with the first of every closed list and nothing to be read in it."""
    hints, made = get_type_hints(kind), {}
    for each in fields(kind):
        of, wanted = hints[each.name], each.default is MISSING
        if wanted and of is str:
            made[each.name] = "2026-11-01" if each.name in DAYS else "x"
        elif wanted and get_origin(of) is Literal:
            made[each.name] = get_args(of)[0]
        elif wanted and of is RecordId:
            made[each.name] = akt.new_record()
        elif wanted:
            made[each.name] = None if type(None) in get_args(of) else PLAIN.get(of, ())
    return kind(**made)


DAYS = {"day", "at", "begun_on", "since", "made_at", "told_at", "due", "reassess_on"}
PLAIN = {int: 1, bool: False, InstrumentPin: InstrumentPin("saknas", "1", "0" * 64)}
FILLED = (*SHARED, Note, plans.SafetyPlan, plans.StayPlan, orders.RestrainingOrder, orders.Alarm,
          orders.OrderBreach, orders.PoliceContact, persons.Person, persons.Statement, LifeEvent,
          disclosures.Told, NoContact, InterpreterNeed, arrivals.Arrival, Deadline)  # fmt: skip


def text_fields() -> list[tuple[type[Any], str]]:
    """Every field of text of every kind that a person writes."""
    return [
        (kind, name)
        for kind in dict.fromkeys(FILLED)
        for name, of in get_type_hints(kind).items()
        if of is str and name not in DAYS and not name.endswith(("_on", "_at", "sha256"))
    ]


def test_a_place_in_any_field_of_any_kind_leaves_by_no_way() -> None:
    bench = Bench()
    akt = bench.akt(bench.begin("Vera Exempel"))
    worked(akt)
    akt.enter(*(Draft(sample(kind, akt)) for kind in dict.fromkeys(FILLED) if not akt.all(kind)))
    akt.enter(Draft(ProtectedIdentity("protected_registration")), *hidden())
    judged = akt.all(type(judgement()))[-1].record
    writing = Writing(akt, bench.session.desk, "sv")
    ways = (
        lambda: assessment_document(writing, judged),
        lambda: protection_plan_document(writing),
        lambda: plan_sheet_document(writing),
        lambda: shared_record(akt, writing.desk, VIEW, ""),
    )
    for kind, name in text_fields():
        each = akt.all(kind)[0]
        akt.enter(Draft(replace(each.value, **{name: EVERYTHING}), each.record))
        for way in ways:
            _stopped_or_clean(akt, way)
        assert told_in(repr(tuple(telling.points_of(akt)))) == [], (kind, name)
        akt.enter(Draft(each.value, each.record))
    assert told_in(repr(journal_document(writing))) == [], "every version of it stands there"


VIEW = View("referral", "", "")


def _stopped_or_clean(akt: Akt, way: Any) -> None:
    try:
        made = way()
        protection_view.require_no_place(akt, made)
    except (PlaceInTextError, TellingSheetError):
        return
    assert told_in(repr(made)) == []


def test_an_open_copy_has_no_place_and_none_of_the_documents(office, tmp_path) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    worked(akt, f"Hon går till {PLACES['school']} i {PLACES['municipality']}. ÅTER!")
    protect(akt, "secrecy_marking")
    akt.enter(Draft(Note("En handling.")), attachments={"0" * 64: EVERYTHING.encode()})
    target = OpenFolder(tmp_path / "copy")
    exporting.export_open(office.session, ExportRequest("arkiv", "sv"), target, paper.journal_pdf)
    written = [path for path in (tmp_path / "copy").rglob("*") if path.is_file()]
    assert {path.name for path in written} == {"README.txt", "index.json", "case.json", "case.pdf"}
    for path in written:
        content = path.read_bytes()
        said = all_of(content) if path.suffix == ".pdf" else content.decode()
        assert told_in(str(path.relative_to(tmp_path)) + said) == [], path.name
    copied = json.loads(next(p for p in written if p.name == "case.json").read_text("utf-8"))
    kept = [e for e in copied["entries"] if e["header"]["kind"] == "hidden_detail/1"]
    assert {(each["state"], each["body"]) for each in kept} == {("withheld", None)}
    note = next(e for e in copied["entries"] if e["header"]["kind"] == "note/1")
    assert note["body"]["text"] == "Hon går till … i …. ÅTER!"
    assert note["salt"] is None, "it is not the text that was hashed"


def test_an_open_copy_is_not_named_by_a_place_in_the_number_or_the_name_of_the_house(
    office, tmp_path
) -> None:
    house = office.desk.house.all(Organisation)[-1]
    office.desk.house.enter(Draft(replace(house.value, name="Kvarnmossa jour"), house.record))
    akt = office.session.begin(cases.NewCase(Subject("Vera Exempel"), "Kvarnmossa-7"))
    worked(akt)
    protect(akt, "secrecy_marking")
    target = OpenFolder(tmp_path / "copy")
    exporting.export_open(office.session, ExportRequest("arkiv", "sv"), target, paper.journal_pdf)
    for path in (tmp_path / "copy").rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        said = all_of(content) if path.suffix == ".pdf" else content.decode()
        assert told_in(str(path.relative_to(tmp_path)) + said) == [], path.name


def test_the_morning_names_no_child_who_came_along_either(office) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    now, record = akt.now(), akt.new_record()
    child = Child(record, arrivals.ChildArrival(now), Subject("Lovis Exempel", role="child"))
    came = arrivals.Arrival(now, call="Ring kuratorn om Lovis.")
    arriving.enter(office.desk, akt, Adult(akt.new_record(), came), [child])
    made = morning_report.report(office.session, (akt.case,), "sv")
    assert [each.call for each in made.rooms] == ["Ring kuratorn om …."]


def test_the_morning_has_the_room_and_neither_names_nor_places(office) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    protect(akt, "secrecy_marking")
    came = akt.all(arrivals.Arrival)[0]
    call = f"Ring {PLACES['phone']} eller {PLACES['workplace']}"
    akt.enter(Draft(replace(came.value, call=call), came.record))
    made = morning_report.report(office.session, (akt.case,), "sv")
    pdf = paper.morning_pdf(made, "sv")
    said = all_of(pdf)
    assert told_in(said) == []
    assert "B7" in said
    assert "Vera" not in said


def test_a_room_that_is_no_code_is_not_told_in_the_morning(office) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    akt.enter(Draft(arrivals.Arrival("2026-11-22T01:00:00Z", room=PLACES["address"])))
    made = morning_report.report(office.session, (akt.case,), "sv")
    assert [part.room for part in made.rooms] == [""]


def test_a_placement_names_a_house_by_its_code_alone(office) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    happening.require_event(akt, LifeEvent("2026-11-01", "placement", "H12"))
    for words in ("Norrflygeln", "Storgatan 5", "Sala"):
        with pytest.raises(WorkbenchError) as refused:
            happening.require_event(akt, LifeEvent("2026-11-01", "placement", words))
        assert refused.value.code == "PROTECT-006"


def test_lists_show_number_and_mark_and_a_search_finds_only_by_the_four_keys(office) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    worked(akt)
    protect(akt, "secrecy_marking")
    for words in (*PLACES.values(), *EVERYTHING.split()):
        assert cases.find_cases(office.desk, words) == (), words
    (row,) = cases.find_cases(office.desk, "Vera")
    assert protection_view.names_in_a_list(row.summary) == ()
    assert protection_view.PROTECTED in row.summary.flags
    view = _Sees()
    RegisterPresenter(view, InlineJobs(), office.session, view.go).seek(row.number)
    TodayPresenter(view, InlineJobs(), office.session, view.go).open()
    assert row.number in repr(view.seen)
    assert "Vera" not in name_in_list(row)
    assert len(view.seen) >= 2
    assert told_in(repr(view.seen)) == []
    assert "Vera" not in repr(view.seen)
    for kind, words in PLACES.items():
        hits = searching.find_in_akt(akt, words)
        assert {hit.kind for hit in hits} <= {"person", "arrival"}, kind


class _Sees:
    """A view that keeps whatever it is shown."""

    def __init__(self) -> None:
        self.seen: list[Any] = []

    def go(self, place: Any) -> None:
        self.seen.append(place)

    def show_problem(self, error: Exception) -> None:
        raise error

    def __getattr__(self, name: str) -> Any:
        def show(*args: Any, **named: Any) -> None:
            self.seen.append((name, args, named))

        return show


def test_nothing_told_by_mouth_is_written_with_a_place(office) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    protect(akt, "secrecy_marking")
    told = disclosures.Told("Polisen", "consent", "Chefen beslutade.", "Adressen lämnades.", "Alex",
                            "2026-11-20", "phone")  # fmt: skip
    telling.require_told(akt, told)
    for name in ("because", "what", "receiver", "asked_by_receiver"):
        with pytest.raises(WorkbenchError) as refused:
            telling.require_told(akt, replace(told, **{name: f"till {PLACES['address']}"}))
        assert refused.value.code == "PROTECT-002"


def test_the_log_is_not_told_a_place_as_the_receiver_of_a_paper_or_its_why(office) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    protect(akt, "secrecy_marking")
    ticked = (outward.LOOKED_THROUGH, protection_view.NO_PLACE)
    fit = disclosures.Printed(akt.case, "assessment", "Polisen", "0" * 64, checked=ticked)
    for named in ({"receiver": PLACES["school"]}, {"why": f"Till {PLACES['municipality']}."}):
        with pytest.raises(WorkbenchError) as refused:
            sharing.note_paper(akt, office.desk, replace(fit, **named))
        assert refused.value.code == "PROTECT-002"
    assert office.desk.house.all(disclosures.Printed) == ()
    sharing.note_paper(akt, office.desk, fit)


def test_a_room_that_is_only_a_number_is_known_by_the_word_before_it() -> None:
    bench = Bench()
    akt = bench.akt(bench.begin("Vera Exempel"))
    akt.enter(Draft(ProtectedIdentity("secrecy_marking")), Draft(HiddenDetail("room", "14")))
    protection_view.require_no_place(akt, "Hon fyller år den 14 maj.")
    with pytest.raises(PlaceInTextError):
        protection_view.require_no_place(akt, "Hon bor i rum 14.")


def test_the_house_itself_is_not_named_where_its_name_is_the_place(office) -> None:
    house = office.desk.house.all(Organisation)[-1]
    office.desk.house.enter(Draft(replace(house.value, name="Kvarnmossa jour"), house.record))
    akt = office.akt(office.begin("Vera Exempel"))
    worked(akt)
    protect(akt, "secrecy_marking")
    for name, pdf in papers(akt, office).items():
        assert told_in(all_of(pdf)) == [], name


def test_what_can_be_filed_elsewhere_and_the_names_of_papers_tell_nothing(office) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    worked(akt)
    protect(akt, "secrecy_marking")
    assert told_in(repr(personal_file(akt, office.desk))) == []
    assert told_in(repr(papers_of(akt, office.desk))) == []


def test_an_identity_that_is_only_noted_as_protected_is_protected() -> None:
    bench = Bench()
    akt = bench.akt(bench.begin("Vera Exempel"))
    assert not protection_view.is_protected(akt)
    set_subject(akt, Subject("Vera Exempel", identity="protected"))
    akt.enter(*hidden())
    assert protection_view.level_of(akt) == "unstated"
    with pytest.raises(WorkbenchError):
        protection_view.require_no_place(akt, PLACES["school"])
    akt.enter(Draft(ProtectedIdentity("none")))
    assert protection_view.level_of(akt) == "unstated", "when in doubt it is kept back"


def test_no_kind_that_stays_here_is_shared() -> None:
    assert {bodies.name_of(kind) for kind in SHARED}.isdisjoint(protection_view.NEVER_LEAVES)
    kinds = {name.partition("/")[0]: of for name, of in bodies.KINDS.items()}
    for kind, names in protection_view.ONLY_HERE.items():
        assert names <= {each.name for each in fields(kinds[kind])}


def test_fields_of_places_stay_here_even_where_nobody_named_what_is_hidden(office) -> None:
    akt = office.akt(office.begin("Vera Exempel"))
    akt.enter(Draft(ProtectedIdentity("secrecy_marking")), *of_places())
    said = repr(journal_document(Writing(akt, office.desk, "sv")))
    assert told_in(said) == []
    assert "B7" not in said


def test_under_an_assumed_identity_nothing_is_tied_and_no_name_changes() -> None:
    bench = Bench()
    case = bench.begin("Ny Namnsson")
    bench.akt(case).enter(Draft(ProtectedIdentity("assumed_identity")))
    row = bench.session.desk.vault.own.row(case)
    for act in (
        lambda: protection_view.require_may_be_tied(row.summary),
        lambda: protection_view.require_level(
            _renamed(bench), ProtectedIdentity("assumed_identity")
        ),
        lambda: protection_view.require_level(_tied(bench), ProtectedIdentity("assumed_identity")),
    ):
        with pytest.raises(WorkbenchError) as refused:
            act()
        assert refused.value.code == "PROTECT-003"
    akt = bench.akt(case)
    for after in (Subject("Gammalt Namn"), Subject("Ny Namnsson", "19700101-0004")):
        with pytest.raises(WorkbenchError) as refused:
            set_subject(akt, after)
        assert refused.value.code == "PROTECT-004"
    set_subject(akt, Subject("Ny Namnsson", identity="protected"))
    grown = bench.akt(bench.begin())
    for about in (Subject("Ny Namnsson"), Subject("Ny Namnsson", "19700101-0004")):
        set_subject(grown, about)  # the same person, known better
    protection_view.require_level(grown, ProtectedIdentity("assumed_identity"))
    akt = bench.akt(case)
    with pytest.raises(protection_view.NoAttachmentError):
        protection_view.require_no_attachment(akt)


def _renamed(bench: Bench) -> Akt:
    akt = bench.akt(bench.begin("Gammalt Namn"))
    set_subject(akt, Subject("Ny Namnsson"))
    return akt


def _tied(bench: Bench) -> Akt:
    child = bench.begin("Ett Barn")
    akt = bench.akt(bench.begin("Ny Namnsson"))
    akt.enter(Draft(arrivals.ArrivedTogether(child)))
    return akt
