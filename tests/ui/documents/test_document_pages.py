# SPDX-License-Identifier: EUPL-1.2
"""A document from a stick to a citation, by keyboard alone; and nothing of it left at lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.support import outside_files as made
from tests.support.asking import SARA, Assessed
from tests.support.desk import Answers, Bench
from tests.support.document_pages import document_page, list_page, personal_file_page, put
from tests.support.keyboard import Keyboard
from tests.ui.walk import nameless, reached_by_tab
from tests.unit.services.offices import Office
from workbench.domain.documents import PDF, TEXT, WORD, Document, FiledThere, KeptWhere
from workbench.domain.worksheets import Citation
from workbench.services.assess import assessing
from workbench.services.facts import documents_in
from workbench.services.facts.untrusted.errors import BrokenDocumentError, NeedsPasswordError
from workbench.services.handing_over.outward import LOOKED_THROUGH
from workbench.services.records.akt import Draft
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.document.pdf_pane import PdfPane
from workbench.ui.document.picture_pane import PicturePane
from workbench.ui.documents.pdf_pages import pages_of_pdf

pytestmark = pytest.mark.ui
KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
PAGES = ("Anmalan", "Han stod utanfor porten", "Bilaga om porten")


@pytest.fixture
def bench():
    return Bench()


@pytest.fixture
def case(bench):
    return bench.begin("Karin Exempel", "20260142")


def test_pages_of_a_pdf_are_counted_in_memory_and_a_locked_one_is_refused():
    assert pages_of_pdf(made.pdf(*PAGES)) == 3
    with pytest.raises(NeedsPasswordError):
        pages_of_pdf(made.locked_pdf())
    for broken in (b"%PDF-1.7\nnothing", made.pdf("x")[:200]):
        with pytest.raises(BrokenDocumentError):
            pages_of_pdf(broken)


def test_read_in_and_entered_by_keyboard(qtbot, bench, case, tmp_path):
    path, content = tmp_path / "scan.bin", made.pdf(*PAGES)
    path.write_bytes(content)
    page = list_page(bench, case, [path])
    qtbot.addWidget(page)
    hands = Keyboard(page)
    hands.push("read-in")
    path.unlink()  # the stick may go now
    title = hands.here
    assert title.text() == "scan"
    title.clear()
    for text in ("Polisanmalan", None, "Polisen"):
        if text is not None:
            qtbot.keyClicks(QApplication.focusWidget(), text)
        hands.press(KEY.Key_Tab)
    hands.press(KEY.Key_Down)
    hands.enter_in_journal()
    (kept,) = documents_in.documents(bench.akt(case))
    value = kept.value
    assert (value.number, value.title, value.media) == (1, "Polisanmalan", PDF)
    assert (value.came_from, value.way, value.pages) == ("Polisen", "post", 3)
    assert bench.akt(case).file.attachment(value.sha256) == content
    hands.push(f"row-{kept.record}")
    assert (bench.went[-1].page, bench.went[-1].record) == ("document", kept.record)


def test_what_must_be_said_is_asked_for_and_the_same_bytes_are_told(qtbot, bench, case, tmp_path):
    put(bench, case, b"Hej", "Brev")
    path = tmp_path / "a.txt"
    path.write_bytes(b"Hej")
    page = list_page(bench, case, [path])
    qtbot.addWidget(page)
    page.choose.click()
    assert page.said.heading.text() == "Read in as document 2"
    assert "document 1" in page._doubt.title.text()
    page.said.enter_button.click()
    assert page.said._missing.text() == "Write from whom it came."
    assert len(documents_in.documents(bench.akt(case))) == 1


def test_a_refused_file_is_told_with_its_code_and_nothing_changes(qtbot, bench, case, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(made.word(made.billion_laughs()))
    page = list_page(bench, case, [path])
    qtbot.addWidget(page)
    page.choose.click()
    assert "DOC-013" in page.banner.detail.text()
    assert not page.said.isVisibleTo(page)
    assert page.choose.isEnabled()
    assert bench.akt(case).file.attachments() == ()


def test_after_a_lock_what_was_typed_is_there_and_the_file_must_be_chosen_again(
    qtbot, bench, case, tmp_path
):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Hej")
    page = list_page(bench, case, [path])
    qtbot.addWidget(page)
    page.choose.click()
    page.said.form.field("came_from").setText("Modern")
    page.said.form.field("came_from").textEdited.emit("Modern")
    page.flush()
    page.empty()
    assert page._presenter._taken is None
    bench.reopen()
    again = list_page(bench, case, [path])
    qtbot.addWidget(again)
    assert again.said.isVisibleTo(again)
    assert again.said.form.field("came_from").text() == "Modern"
    again.said.enter_button.click()
    assert again.said._missing.text() == "Choose the file again: it was not kept."
    again.choose.click()
    again.said.form.field("way").typed.emit("post")
    again.said._typed("way", "post")
    again.said.enter_button.click()
    (kept,) = documents_in.documents(bench.akt(case))
    assert (kept.value.came_from, kept.value.way, kept.value.media) == ("Modern", "post", TEXT)


def test_a_pdf_is_read_page_by_page_found_in_and_cited_by_keys(qtbot, bench, case):
    record = put(bench, case, made.pdf(*PAGES), "Polisanmalan")
    page = document_page(bench, case, record)
    qtbot.addWidget(page)
    hands = Keyboard(page)
    reader = page.reader
    reader.pane.reading().setFocus()
    assert (reader.pane.count(), reader.pane.at()) == (3, 1)
    hands.press(KEY.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert (reader.at.text(), reader.of.text()) == ("2", "of 3")
    hands.press(KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(hands.here, "PORTEN")
    hands.press(KEY.Key_F3)
    qtbot.waitUntil(lambda: reader.pane.at() == 3)
    hands.press(KEY.Key_F3)
    qtbot.waitUntil(lambda: reader.pane.at() == 2)
    hands.press(KEY.Key_F4)
    assert bench.session.cited[case] == ("document:1", "2")
    assert reader.found.text().startswith("document 1, p. 2")
    reader.sought.setText("finns inte")
    hands.press(KEY.Key_F3)
    qtbot.waitUntil(lambda: reader.found.text() == "Not found")
    reader.as_text.click()
    assert "utanfor porten" in hands.here.toPlainText()
    for typed, at in (("3", 3), ("99", 3), ("x", 1), ("", 1)):
        reader.at.setText(typed)
        reader.at.returnPressed.emit()
        assert reader.pane.at() == at


def _pressed(view: QPdfView) -> int:
    """The page in sight after a press in the middle."""
    for act in (QTest.mouseMove, lambda at, where: QTest.mouseClick(at, LEFT, pos=where)):
        act(view.viewport(), view.viewport().rect().center())
    QApplication.processEvents()
    return view.pageNavigator().currentPage()


def test_a_link_in_a_document_leads_nowhere(qtbot, bench, case):
    page = document_page(bench, case, put(bench, case, made.linking_pdf(), "Brev"))
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    still = page.reader.pane
    usual = QPdfView(None)
    qtbot.addWidget(usual)
    usual.setDocument(still._document)
    usual.resize(600, 600)
    usual.show()
    assert _pressed(usual) == 2  # Qt's own follows it
    assert (_pressed(still._view), still.at()) == (0, 1)


def test_a_word_file_is_cited_by_paragraph(qtbot, bench, case):
    record = put(bench, case, made.word(made.document_xml("Ett", "Två porten", "Tre")), "Brev")
    page = document_page(bench, case, record)
    qtbot.addWidget(page)
    page.reader.sought.setText("porten")
    page.reader.seek()
    qtbot.waitUntil(lambda: page.reader.pane.at() == 2)
    page.show()
    page.reader.pane.reading().setFocus()
    for key, at in ((KEY.Key_Down, "3"), (KEY.Key_Up, "2")):
        qtbot.keyClick(page.reader.pane.reading(), key)
        assert page.reader.at.text() == at  # what is shown is where the cursor stands
    page.reader.cite.click()
    assert page.reader.found.text().startswith("document 1, para. 2")
    assert documents_in.documents(bench.akt(case))[0].value.media == WORD


def test_a_picture_grows_and_one_that_does_not_open_is_told(qtbot, bench, case):
    good = document_page(bench, case, put(bench, case, made.png(60, 40), "Bild"))
    qtbot.addWidget(good)
    good.resize(900, 700)
    good.show()
    assert isinstance(good.reader.pane, PicturePane)
    before = good.reader.pane._picture.pixmap().width()
    good.reader._larger.click()
    assert good.reader.pane._picture.pixmap().width() > before
    bad = document_page(bench, case, put(bench, case, made.png()[:40], "Bild"))
    qtbot.addWidget(bad)
    assert "DOC-007" in bad.banner.detail.text()
    assert bad.reader.pane is None


def test_f4_in_the_worksheet_cites_what_was_read_last(qtbot):
    made_here = Assessed()
    record = put(made_here.bench, made_here.case, made.pdf(*PAGES), "Polisanmalan")
    read = document_page(made_here.bench, made_here.case, record)
    qtbot.addWidget(read)
    read.reader.turn(1)
    read.reader.cite.click()
    assessment = made_here.begin(SARA)
    sheet = AssessPage(
        lambda view: AssessPresenter(
            view, made_here.open, Answers(), made_here.bench.go, assessment
        )
    )
    qtbot.addWidget(sheet)
    item = made_here.definition(SARA).items[0].id
    sheet._presenter.margin.cite_again(item, "current", True)  # noqa: FBT003  a signal
    sheet.flush()
    assessing.enter_sitting(made_here.akt, assessment)
    (cited,) = made_here.akt.all(Citation)
    assert (cited.value.source, cited.value.page) == ("document:1", "2")
    sheet._presenter.margin.open(item, "current")
    offered = [sheet.margin.source.itemText(n) for n in range(sheet.margin.source.count())]
    assert "document 1: Polisanmalan" in offered
    assert documents_in.citations_of(made_here.akt, 1)
    again = document_page(made_here.bench, made_here.case, record)
    qtbot.addWidget(again)
    assert not again.withdraw.isVisibleTo(again)  # something rests on it


def test_own_of_today_is_corrected_and_taken_back_from_the_page(qtbot, tmp_path):
    office = Office(tmp_path / "office")
    bench = Bench(vault=office.desk.vault, ids=office.place.ids)
    case = bench.begin()
    record = put(bench, case, b"Hej", "Brev")
    page = document_page(bench, case, record, answers=(True,))
    qtbot.addWidget(page)
    page.correct.click()
    page.said.form.field("title").setText("Beslut")
    page.said.form.field("title").textEdited.emit("Beslut")
    page.said.form.field("reason").setText("Fel namn")
    page.said.form.field("reason").textEdited.emit("Fel namn")
    page.said.enter_button.click()
    kept = bench.akt(case).find(Document, record)
    assert (kept.value.title, kept.value.number, kept.value.media) == ("Beslut", 1, TEXT)
    assert page.header.title.text() == "Document 1: Beslut"
    assert page.reader.pane.count() == 1  # it is still being read
    page.withdraw.click()
    assert bench.akt(case).find(Document, record) is None
    assert bench.akt(case).file.attachments() == ()
    assert bench.went[-1].page == "documents"
    bench.session.close()


def test_at_lock_the_reader_lets_go_of_everything(qtbot, bench, case):
    for content in (made.pdf(*PAGES), b"Hej", made.png(60, 40)):
        page = document_page(bench, case, put(bench, case, content, "x"))
        qtbot.addWidget(page)
        pane = page.reader.pane
        assert pane.count() > 0
        page.empty()
        assert pane.count() == 0
        if isinstance(pane, PdfPane):
            assert pane._document.status() == QPdfDocument.Status.Null
            assert set(bytes(pane._bytes.data())) == {0}
            assert pane._letters.toPlainText() == ""


@pytest.mark.parametrize("which", ["list", "taken", "pdf", "text", "picture", "personal-file"])
def test_every_control_has_a_name_and_is_reached(qtbot, bench, case, tmp_path, which):
    records = {
        "pdf": put(bench, case, made.pdf(*PAGES), "Anmälan"),
        "text": put(bench, case, b"Hej", "Brev"),
        "picture": put(bench, case, made.png(60, 40), "Bild"),
    }
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    if which == "personal-file":
        page = personal_file_page(bench, case)
    elif which in records:
        page = document_page(bench, case, records[which])
    else:
        page = list_page(bench, case, [path])
    qtbot.addWidget(page)
    page.show()
    if which == "taken":
        page.choose.click()
    assert nameless(page) == []
    stops = reached_by_tab(page)
    assert len(stops) > 3
    if which in records:
        assert page.reader.pane.reading() in stops
        assert page.reader.cite in stops


def test_where_the_personal_file_is_and_what_was_filed_there(qtbot, bench, case):
    page = personal_file_page(bench, case)
    qtbot.addWidget(page)
    assert "20260142" in page.text.toPlainText()
    assert "Karin" not in page.text.toPlainText()
    page.kept._typed("where", "elsewhere")
    page.kept.enter_button.click()
    assert page.kept._missing.text() == "Write which system."
    for name, text in (("system", "Treserva"), ("number", "77")):
        page.kept._typed(name, text)
    page.kept.enter_button.click()
    (kept,) = bench.akt(case).all(KeptWhere)
    assert kept.value == KeptWhere("elsewhere", "Treserva", "77")
    page.filing._typed("what", "Bedömning")
    page.filing.enter_button.click()
    assert bench.akt(case).all(FiledThere) == ()
    assert not page.look.findChild(QLabel, "look-missing").isHidden()
    page.look.ticks[LOOKED_THROUGH].click()
    page.filing.enter_button.click()
    (filed,) = bench.akt(case).all(FiledThere)
    assert (filed.value.what, filed.value.system) == ("Bedömning", "Treserva")
    assert filed.value.checked == (LOOKED_THROUGH,)
    assert not page.look.ticks[LOOKED_THROUGH].isChecked()  # the next thing asks again
    assert filed.value.filed_on == bench.clock.today().isoformat()
    assert page.header.caption.text().endswith("Treserva, 77")


def test_what_is_broken_afterwards_is_told(qtbot, bench, case):
    akt = bench.akt(case)
    said = Document(1, "Brev", TEXT, "0" * 64, 3)
    record = akt.enter(Draft(said), attachments={"0" * 64: b"hej"}).records[0]
    page = document_page(bench, case, record)
    qtbot.addWidget(page)
    assert "DOC-014" in page.banner.detail.text()
