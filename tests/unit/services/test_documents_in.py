# SPDX-License-Identifier: EUPL-1.2
"""Documents from outside in a real vault: numbered for ever, kept as they came, gone when purged."""

import hashlib
import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import outside_files as made
from tests.support.desk import Bench
from tests.unit.services.offices import Office
from tests.vault.seating import SECOND_PASSPHRASE, SECOND_PLACE, seat_second
from workbench.domain import documents
from workbench.domain.assessments import Judgement
from workbench.domain.documents import PDF, TEXT, Document, FiledThere, KeptWhere
from workbench.domain.reviews import Review
from workbench.services.assess import reviewing, worksheet_words
from workbench.services.facts import document_words, documents_in
from workbench.services.facts.untrusted.errors import NotTheOriginalError
from workbench.services.handing_over import personal_file
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.keeping import open_case_json
from workbench.services.papers import journal_words
from workbench.services.purge import purging
from workbench.services.purge.approving import TwoPeople
from workbench.services.purge.erasing_errors import TooLateToWithdrawError
from workbench.services.purge.purging import PurgeRequest
from workbench.services.records.akt import Draft
from workbench.services.removing import withdrawing
from workbench.words import speech

SECRET = b"Kanariefagel: hon bor hos sin syster i Provby. " * 60


@pytest.fixture
def office(tmp_path):
    made_here = Office(tmp_path / "office")
    yield made_here
    made_here.session.close()


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def one_page(_content: bytes) -> int:
    return 1


def read_in(akt, path, title="Anmälan"):
    taken = documents_in.take(path, one_page)
    said = Document(0, title, TEXT, "", 0, 0, "2026-11-20", "Polisen", "medium")
    value, attached = documents_in.complete(akt, said, taken)
    return akt.enter(Draft(value), attachments=attached).records[0]


def leaves(root, text=SECRET[:30]):
    """Every file under a folder that holds the text in clear."""
    return [p for p in root.rglob("*") if p.is_file() and text in p.read_bytes()]


def test_the_original_is_kept_unchanged_under_a_number_and_its_hash(office, stick):
    case, content = office.begin(), made.pdf("Polisanmälan")
    (stick / "Karin Exempelgren.docx").write_bytes(content)  # by content, never by name
    read_in(office.akt(case), stick / "Karin Exempelgren.docx")
    (stick / "Karin Exempelgren.docx").unlink()
    office.relock()
    (kept,) = documents_in.documents(office.akt(case))
    assert (kept.value.number, kept.value.media, kept.value.pages) == (1, PDF, 1)
    assert kept.value.sha256 == hashlib.sha256(content).hexdigest()
    assert documents_in.content_of(office.akt(case), kept.record) == (kept.value, content)
    assert open_case_json.media_of(office.akt(case)) == {kept.value.sha256: ".pdf"}


def test_nothing_of_it_lies_on_the_disk_in_clear_at_any_moment(office, stick, tmp_path):
    case = office.begin()
    (stick / "a.txt").write_bytes(SECRET)
    record = read_in(office.akt(case), stick / "a.txt", "Kanariefagel: hon bor hos sin syster")
    (stick / "a.txt").unlink()
    assert leaves(tmp_path) == []
    documents_in.content_of(office.akt(case), record)
    assert leaves(tmp_path) == []
    office.relock()
    assert leaves(tmp_path) == []


def test_the_same_bytes_again_are_told_and_get_a_number_of_their_own(office, stick):
    akt = office.akt(office.begin())
    (stick / "a.txt").write_bytes(SECRET)
    first = read_in(akt, stick / "a.txt")
    sha256 = akt.find(Document, first).value.sha256
    assert documents_in.same_bytes(akt, sha256) == (1,)
    read_in(akt, stick / "a.txt")
    assert documents_in.same_bytes(akt, sha256) == (1, 2)
    assert akt.file.attachments() == (sha256,)


def test_taken_back_within_a_day_its_bytes_are_gone_and_its_number_is_never_used_again(
    office, stick
):
    case = office.begin()
    akt = office.akt(case)
    (stick / "a.txt").write_bytes(SECRET)
    record = read_in(akt, stick / "a.txt")
    assert withdrawing.may_withdraw(office.desk, akt, Document, record)
    withdrawing.withdraw(office.desk, akt, Document, record)
    assert akt.file.attachments() == ()
    assert documents_in.documents(akt) == ()
    assert [trace.why for trace in withdrawing.traces(akt, Document)] == ["withdrawn"]
    with pytest.raises(KeyError):
        documents_in.content_of(akt, record)
    read_in(akt, stick / "a.txt")
    assert [each.value.number for each in documents_in.documents(akt)] == [2]
    office.relock()
    assert [each.value.number for each in documents_in.documents(office.akt(case))] == [2]
    assert office.verify()


def test_bytes_that_another_document_names_stay_when_one_is_taken_back(office, stick):
    akt = office.akt(office.begin())
    (stick / "a.txt").write_bytes(SECRET)
    first, second = (read_in(akt, stick / "a.txt") for _each in range(2))
    withdrawing.withdraw(office.desk, akt, Document, second)
    assert documents_in.content_of(akt, first)[1] == SECRET
    withdrawing.withdraw(office.desk, akt, Document, first)
    assert akt.file.attachments() == ()


def test_a_corrected_document_taken_back_leaves_nothing_either(office, stick):
    akt = office.akt(office.begin())
    (stick / "a.txt").write_bytes(SECRET)
    record = read_in(akt, stick / "a.txt")
    now = akt.find(Document, record).value
    told, attached = documents_in.complete(akt, replace(now, title="Beslut", reason="Fel"), None)
    assert attached == {}
    akt.enter(Draft(told, record))
    assert documents_in.by_number(akt, 1).value.title == "Beslut"
    withdrawing.withdraw(office.desk, akt, Document, record)
    assert (akt.file.attachments(), documents_in.by_number(akt, 1)) == ((), None)


def test_after_a_day_it_stays(office, stick):
    case = office.begin()
    (stick / "a.txt").write_bytes(SECRET)
    record = read_in(office.akt(case), stick / "a.txt")
    office.wait()
    with pytest.raises(TooLateToWithdrawError):
        withdrawing.withdraw(office.desk, office.akt(case), Document, record)


def test_what_is_not_the_file_that_was_read_in_is_not_shown(office):
    akt = office.akt(office.begin())
    said = Document(1, "Anmälan", TEXT, "0" * 64, 3)
    record = akt.enter(Draft(said), attachments={said.sha256: b"hej"}).records[0]
    with pytest.raises(NotTheOriginalError):
        documents_in.content_of(akt, record)


def test_documents_and_where_the_personal_file_is_are_not_sent(office, stick):
    akt = office.akt(office.begin())
    (stick / "a.txt").write_bytes(SECRET)
    read_in(akt, stick / "a.txt", "Beslut om placering")
    personal_file.say_where(akt, KeptWhere("elsewhere", "Treserva", "2026-77"))
    sent = json.dumps(asdict(shared_record(akt, office.desk, View("x", "", ""), "")), default=str)
    assert "Beslut om placering" not in sent
    assert "Treserva" not in sent


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["read", "withdraw"]), max_size=8))
def test_no_number_is_ever_used_twice(steps):
    bench = Bench()
    akt = bench.akt(bench.begin())
    used: list[int] = []
    for step in steps:
        standing = documents_in.documents(akt)
        if step == "read":
            number = documents_in.next_number(akt)
            used.append(number)
            akt.enter(Draft(Document(number, "x", TEXT, "0" * 64, 1)))
        elif standing:
            akt.withdraw(Document, standing[-1].record, "Fel akt")
    assert used == list(range(1, len(used) + 1))


def test_a_place_is_cited_in_one_spelling():
    swedish, english = speech("sv"), speech("en")
    source = documents.source_of(3)
    assert worksheet_words.cited(source, "14", swedish) == "handling 3, s. 14"
    assert worksheet_words.cited(source, documents.paragraph(9), swedish) == "handling 3, st. 9"
    assert worksheet_words.cited(source, "", swedish) == "handling 3"
    assert worksheet_words.cited(source, "14", english) == "document 3, p. 14"
    assert worksheet_words.cited("3", "14", swedish) == "källa 3, s. 14"
    assert document_words.cited_source("document:x", "", swedish) == ""


@given(st.text(max_size=20))
def test_any_other_source_is_no_document(source):
    number = documents.number_in(source)
    assert number is None or documents.source_of(number).startswith("document:")


@given(st.integers(0, 999_999_999))
def test_a_number_comes_back_from_its_source(number):
    assert documents.number_in(documents.source_of(number)) == number


def test_where_it_is_kept_and_what_was_filed_there(office):
    akt = office.akt(office.begin())
    assert personal_file.kept_where(akt) is None
    personal_file.say_where(akt, KeptWhere("here"))
    personal_file.say_where(akt, KeptWhere("elsewhere", "Treserva", "2026-77", reason="Flyttad"))
    kept = personal_file.kept_where(akt)
    assert kept is not None
    assert kept.versions == 2
    assert personal_file.in_words(kept.value, speech("sv")) == "Treserva, 2026-77"
    assert personal_file.in_words(KeptWhere("here"), speech("sv")) == "Här, i den här akten"
    akt.enter(Draft(FiledThere("Bedömning", "2026-11-02")), Draft(FiledThere("Plan", "2026-11-09")))
    assert [each.value.what for each in personal_file.filed(akt)] == ["Plan", "Bedömning"]


def test_the_text_for_another_system_names_nobody():
    told = personal_file.neutral_text("2026-0142", "2026-11-22", ("Bedömning",), speech("sv"))
    assert told.splitlines()[:3] == [
        "Dokumentation i akt 2026-0142.",
        "Per 2026-11-22.",
        "Papper: Bedömning.",
    ]


def test_two_people_take_a_document_away_and_its_bytes_leave_the_file(office, stick, tmp_path):
    seat_second(office.place, office.desk.vault)
    case = office.begin()
    (stick / "a.txt").write_bytes(SECRET)
    record = read_in(office.akt(case), stick / "a.txt")
    (stick / "a.txt").unlink()
    office.wait()
    akt = office.akt(case)
    keys = [entry.key for entry in akt.file.entries() if entry.header.record == record]
    request = PurgeRequest(purging.versions_of(akt, keys), "wrong-case@2025-09-01", "Fel akt")
    purging.purge(office.desk, akt, request, TwoPeople(SECOND_PLACE, SECOND_PASSPHRASE))
    assert (akt.file.attachments(), documents_in.documents(akt)) == ((), ())
    assert documents_in.next_number(akt) == 2
    assert [trace.why for trace in withdrawing.traces(akt, Document)] == ["removed"]
    assert office.verify()


def test_a_reviewer_names_only_documents_that_are_there(office, stick):
    akt = office.akt(office.begin())
    (stick / "a.txt").write_bytes(SECRET)
    read_in(akt, stick / "a.txt")
    asked = akt.enter(Draft(Judgement((), "Hot", "Henne", "Skäl", "Skydd", "", ""))).records[0]
    akt.enter(Draft(Review(asked, (), akt.user, "requested", akt.user)))
    reviewing.send_back(akt, asked, "Läs om.", ("document:1", "document:9", "document:1"))
    assert reviewing.review_of(akt, asked).value.documents_read == ("document:1",)
    told = journal_words.codes("review", "documents_read", "document:1", speech("sv"))
    assert told == "handling 1"
