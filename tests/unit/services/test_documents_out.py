# SPDX-License-Identifier: EUPL-1.2
"""Documents that go along in a bundle: chosen one by one, as they came, under number and hash."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import outside_files as made
from tests.support.read_in import read_in
from tests.unit.services.offices import SARA, enter_judgement, exchange_cards
from workbench.app.outside import outside
from workbench.domain.disclosures import Received, Sent
from workbench.domain.documents import TEXT, Document
from workbench.domain.errors import WorkbenchError
from workbench.domain.subject import Subject
from workbench.domain.worksheets import Citation
from workbench.services.assess import worksheets
from workbench.services.facts import documents_in
from workbench.services.handing_over import documents_out, outward, receiving, sharing
from workbench.services.handing_over.exchange import Ground
from workbench.services.handing_over.receiver_view import View, shared_record
from workbench.services.person.whom import subject_of
from workbench.services.records.akt import Draft, attachment_id
from workbench.services.removing import withdrawing
from workbench.ui.handing_over.document_text import heading_of, lines_of
from workbench.ui.send.preparing import begin

VIEW = View("referral", "", "")


def order_of(office, akt, card, stick, *documents):
    ground = Ground("consent", "Samtycke", "verbal", office.desk.clock.today().isoformat())
    pdf, ticks = b"%PDF-1.7 made up", outward.ticks_of(akt)
    return sharing.HandOver(card, VIEW, ground, pdf, stick, ticks, documents)


def refused(code, act, *given):
    with pytest.raises(WorkbenchError) as caught:
        act(*given)
    assert caught.value.code == code, caught.value


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def akt(office):
    opened = office.akt(office.begin())
    enter_judgement(opened)
    return opened


def test_only_what_was_chosen_arrives_with_its_number_and_hash_and_as_it_came(
    office, other, stick, akt
):
    card = exchange_cards(office, other)
    kept_here = read_in(akt, b"Hon bor hos sin syster.", "Hemlig")
    content = made.pdf("Polisen var dar kl 23")
    chosen = read_in(akt, content, "Anmälan", note="Bara för oss")
    order = order_of(office, akt, card, stick, chosen)
    sealed = sharing.seal_bundle(akt, office.desk, office.bundles, order)
    arrival = receiving.open_bundle(other.desk, other.bundles, sealed.path)
    accepted = receiving.accept(other.session, other.bundles, arrival)
    there = other.afresh(accepted.case)
    (received,) = there.all(Received)
    along = [each for each in received.value.objects if each.role == "document"]
    assert [each.sha256 for each in along] == [attachment_id(content)]
    parts = json.loads(there.file.attachment(received.value.objects[0].sha256))["parts"]
    (told,) = (part["body"] for part in parts if part["kind"] == "document/1")
    assert (told["number"], told["title"], told["note"]) == (2, "Anmälan", "")
    for secret in ("Hemlig", "Bara för oss"):
        assert secret not in json.dumps(parts, ensure_ascii=False)
    taken = documents_in.take_over(there, received, along[0].sha256, lambda _content: 1)
    assert (taken.number, taken.title, taken.sha256) == (1, "Anmälan", along[0].sha256)
    (ours,) = documents_in.documents(other.afresh(accepted.case))
    assert documents_in.content_of(other.afresh(accepted.case), ours.record)[1] == content
    assert not withdrawing.may_withdraw(office.desk, akt, Document, chosen)
    assert withdrawing.may_withdraw(office.desk, akt, Document, kept_here)
    assert office.verify()
    assert other.verify()


def test_none_goes_along_by_itself(office, akt):
    read_in(akt, b"Beslut om placering", "Beslut")
    kinds = {part.kind for part in shared_record(akt, office.desk, VIEW, "").parts}
    assert "document/1" not in kinds


def test_what_was_taken_away_since_it_was_chosen_stops_the_bundle(office, other, stick, akt):
    card = exchange_cards(office, other)
    chosen = read_in(akt, b"Fel akt", "Fel")
    order = order_of(office, akt, card, stick, chosen)
    withdrawing.withdraw(office.desk, akt, Document, chosen)
    refused("DOC-016", sharing.seal_bundle, akt, office.desk, office.bundles, order)
    assert list(stick.iterdir()) == []
    assert office.desk.house.all(Sent) == ()


def test_what_is_not_the_file_that_was_read_in_is_not_sealed(office, other, stick, akt):
    card = exchange_cards(office, other)
    said = Document(1, "Anmälan", TEXT, "0" * 64, 3)
    chosen = akt.enter(Draft(said), attachments={said.sha256: b"hej"}).records[0]
    order = order_of(office, akt, card, stick, chosen)
    refused("DOC-014", sharing.seal_bundle, akt, office.desk, office.bundles, order)
    assert list(stick.iterdir()) == []
    assert office.desk.house.all(Sent) == ()


def test_none_goes_along_from_a_protected_akt_and_none_is_offered_there(office, akt):
    chosen = read_in(akt, b"Beslut", "Beslut")
    assert len(begin(akt, office.desk, outside(office.desk, print)).vm.documents) == 1
    subject = subject_of(akt)
    akt.enter(Draft(replace(subject, identity="protected"), akt.all(Subject)[0].record))
    refused("PROTECT-005", shared_record, akt, office.desk, VIEW, "", [chosen])
    assert begin(akt, office.desk, outside(office.desk, print)).vm.documents == ()


def test_more_than_a_bundle_takes_is_refused_before_anything_is_read(akt):
    record = read_in(akt, b"liten", "Liten")
    large = replace(akt.find(Document, record).value, size_bytes=documents_out.MOST_BYTES + 1)
    akt.enter(Draft(large, record))
    refused("DOC-017", documents_out.chosen, akt, [record])


def test_a_document_that_was_taken_away_is_no_source_any_more(office, akt):
    sheet = office.assess(akt, SARA)
    record = read_in(akt, b"Fel akt", "Fel")
    cited = Citation(sheet, "f01", "current", "document:1", "2")
    worksheets.record_citation(akt, akt.new_record(), cited)
    refused("DOC-018", worksheets.record_citation, akt, akt.new_record(),
            replace(cited, source="document:2"))  # fmt: skip
    rows = worksheets.rows_of(akt, sheet)
    assert len(list(worksheets.drafts(akt, sheet, rows, ""))) == 1
    withdrawing.withdraw(office.desk, akt, Document, record)
    refused("DOC-018", worksheets.record_citation, akt, akt.new_record(), cited)
    refused("DOC-018", list, worksheets.drafts(akt, sheet, rows, ""))
    (standing,) = worksheets.beside(akt, sheet, rows).citations
    worksheets.drop_citation(akt, standing)
    assert worksheets.beside(akt, sheet, worksheets.rows_of(akt, sheet)).citations == ()


ANYTHING = st.none() | st.sampled_from([True, -1, 0, 10**30, "", "post", "\u202e", [], {"a": [1]}])
FIELDS = [*(each for each in Document.__slots__), "x"]


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(FIELDS), ANYTHING))
def test_whatever_a_sender_says_of_a_document_is_shown_as_text(body):
    assert isinstance(heading_of(body), str)
    assert all(isinstance(line, str) for line in lines_of(body))
