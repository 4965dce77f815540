# SPDX-License-Identifier: EUPL-1.2
"""Paper, sealing, receiving and contact cards on screen, by keyboard alone."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.shots.of_exchange import GROUND
from tests.support.desk import Answers
from tests.support.exchange import PASSPHRASE, Organised, bundle_in, pair
from tests.support.outside_files import pdf
from tests.support.read_in import read_in
from workbench.domain.disclosures import Printed, Received, Sent
from workbench.domain.no_contact import NoContact
from workbench.services.facts import documents_in
from workbench.services.handing_over import contacts
from workbench.services.handing_over.outward import LOOKED_THROUGH
from workbench.services.records.akt import Draft, attachment_id
from workbench.ui.contacts.page import ContactsPage
from workbench.ui.contacts.presenter import ContactsPresenter
from workbench.ui.handing_over.document_text import grouped
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.choices import ChoiceButton
from workbench.ui.paper.page import PaperPage
from workbench.ui.paper.presenter import PaperPresenter
from workbench.ui.places import Place
from workbench.ui.receive.page import ReceivePage
from workbench.ui.receive.presenter import AUTOMATIC, ReceivePresenter
from workbench.ui.received.page import ReceivedPage
from workbench.ui.received.presenter import ReceivedPresenter
from workbench.ui.send.page import SendPage
from workbench.ui.send.presenter import SendPresenter
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def laid(qtbot, page, size=(1166, 700)):
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def send_page(qtbot, house: Organised, *answers, **more):
    return laid(
        qtbot,
        SendPage(
            lambda v: SendPresenter(v, house.open, Answers(*answers), house.bench.go, house.outside)
        ),
        **more,
    )


def receive_page(qtbot, house: Organised, *answers):
    bench = house.bench
    return laid(
        qtbot,
        ReceivePage(
            lambda v: ReceivePresenter(
                v, bench.jobs, bench.session, Answers(*answers), bench.go, house.outside
            )
        ),
    )


def paper_page(qtbot, house: Organised, *answers):
    return laid(
        qtbot,
        PaperPage(
            lambda v: PaperPresenter(
                v, house.open, Answers(*answers), house.bench.go, house.outside
            )
        ),
    )


def contacts_page(qtbot, house: Organised, *answers):
    bench = house.bench
    return laid(
        qtbot,
        ContactsPage(
            lambda v: ContactsPresenter(
                v, bench.jobs, bench.session, Answers(*answers), bench.go, house.outside
            )
        ),
    )


def press(qtbot, key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def type_text(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def tab_to(qtbot, widget: QWidget) -> None:
    for _step in range(80):
        if QApplication.focusWidget() is widget:
            return
        press(qtbot, KEY.Key_Tab)
    raise AssertionError(widget.objectName())


def words_on(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def judged() -> Organised:
    shelter, _municipality = pair()
    shelter.judge()
    return shelter


def seal_by_keys(qtbot, page) -> None:
    press(qtbot, KEY.Key_Space)
    tab_to(qtbot, page.on_button)
    press(qtbot, KEY.Key_Space)
    assert QApplication.focusWidget() is page.form.findChild(ChoiceButton, "choice-consent")
    press(qtbot, KEY.Key_Space)
    press(qtbot, KEY.Key_Tab)
    press(qtbot, KEY.Key_Right)
    press(qtbot, KEY.Key_Space)
    press(qtbot, KEY.Key_Tab)
    for text in ("Att Exempelby far bedomningen", "2026-11-21", "K. E."):
        type_text(qtbot, text)
        press(qtbot, KEY.Key_Tab)
    press(qtbot, KEY.Key_Space)
    tab_to(qtbot, page.on_button)
    press(qtbot, KEY.Key_Space)


def look_through_by_keys(qtbot, page) -> None:
    """Refused without it, the focus stands on what must be ticked."""
    assert QApplication.focusWidget() is page.look.ticks[LOOKED_THROUGH]
    assert "Gå igenom det och kryssa i. Då kan det lämnas." in words_on(page)
    press(qtbot, KEY.Key_Space)


def test_sealed_by_keys_alone_and_opened_by_keys_alone(qtbot, tmp_path: Path) -> None:
    shelter, municipality = pair()
    shelter.judge()
    page = send_page(qtbot, shelter, PASSPHRASE, tmp_path)
    seal_by_keys(qtbot, page)
    assert "Dödligt våld när barnen hämtas." in words_on(page)
    assert QApplication.focusWidget() is page.on_button
    press(qtbot, KEY.Key_Space)
    look_through_by_keys(qtbot, page)
    tab_to(qtbot, page.on_button)
    press(qtbot, KEY.Key_Space)
    bundle = bundle_in(tmp_path)
    assert bundle.name in words_on(page)
    assert [sent.value.checked for sent in shelter.desk.house.all(Sent)] == [(LOOKED_THROUGH,)]

    opening = receive_page(qtbot, municipality, bundle)
    assert QApplication.focusWidget() is opening.choose_button
    press(qtbot, KEY.Key_Space)
    assert QApplication.focusWidget() is opening.open_button
    press(qtbot, KEY.Key_Space)
    assert "Karin" not in words_on(opening)
    press(qtbot, KEY.Key_Space)
    assert isinstance(QApplication.focusWidget(), ChoiceButton)  # which akt is asked for first
    press(qtbot, KEY.Key_Space)
    tab_to(qtbot, opening.accept_button)
    press(qtbot, KEY.Key_Space)
    case = municipality.bench.went[-1].case
    akt = municipality.bench.akt(case)
    record = akt.all(Received)[0].record
    reading = laid(
        qtbot,
        ReceivedPage(
            lambda v: ReceivedPresenter(
                v, municipality.bench.open_case(case), municipality.bench.go, record
            )
        ),
    )
    assert "Dödligt våld när barnen hämtas." in words_on(reading)
    assert reading.paper.document.pageCount() >= 1


def sealed_with_a_document(qtbot, shelter: Organised, folder: Path) -> str:
    """The second of two documents goes along; its hash."""
    shelter.judge()
    content = pdf("Kl 23 var polisen dar.")
    for each, title in ((b"Hon bor hos sin syster.", "Hemlig"), (content, "Polisanmälan")):
        read_in(shelter.akt, each, title)
    page = send_page(qtbot, shelter, PASSPHRASE, folder)
    page.findChildren(ChoiceButton)[0].click()
    page.on_button.click()
    for name, text in GROUND.items():
        page.form.typed.emit(name, text)
    documents = page.form.field("documents")
    assert documents.text() == ""
    tab_to(qtbot, documents.list)
    documents.list.setCurrentIndex(2)
    documents.list.activated.emit(2)
    page.on_button.click()
    said = words_on(page)
    assert "Handling 2: Polisanmälan" in said
    assert grouped(hashlib.sha256(content).hexdigest()) in said
    assert "Hemlig" not in said
    page.look.ticks[LOOKED_THROUGH].click()
    page.on_button.click()
    return hashlib.sha256(content).hexdigest()


def test_a_document_is_chosen_sealed_received_and_taken_over(qtbot, tmp_path: Path) -> None:
    shelter, municipality = pair()
    sha256, bench = sealed_with_a_document(qtbot, shelter, tmp_path), municipality.bench
    opening = receive_page(qtbot, municipality, bundle_in(tmp_path))
    opening.choose_button.click()
    opening.open_button.click()
    told = "\n".join(label.text() for label in opening.findChildren(QLabel))
    assert "En handling, PDF" in told
    assert "Polisanmälan" not in told
    opening._presenter.accept(AUTOMATIC)
    case = bench.went[-1].case
    akt = bench.akt(case)
    record = akt.all(Received)[0].record
    reading = laid(
        qtbot,
        ReceivedPage(lambda v: ReceivedPresenter(v, bench.open_case(case), bench.go, record)),
    )
    tab_to(qtbot, reading.findChild(Button, f"along-{sha256[:12]}"))
    for words in ("Ta över till akten", "Läs den"):
        assert QApplication.focusWidget().text() == words
        press(qtbot, KEY.Key_Space)
    (ours,) = documents_in.documents(akt)
    assert (ours.value.number, ours.value.title) == (1, "Polisanmälan")
    assert ours.value.came_from == "Kvinnojouren Exempel, Natt"
    assert bench.went[-1] == Place("document", case, ours.record)
    assert attachment_id(documents_in.content_of(akt, ours.record)[1]) == sha256


def test_from_the_receiver_tab_goes_on_and_ctrl_enter_is_the_next_step(qtbot) -> None:
    page = send_page(qtbot, judged())
    press(qtbot, KEY.Key_Space)
    press(qtbot, KEY.Key_Tab)
    assert QApplication.focusWidget().objectName() == "contacts"
    at = QApplication.focusWidget()
    qtbot.keyClick(at, KEY.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.form.isVisible()


def test_the_steps_go_back_without_losing_anything(qtbot) -> None:
    page = send_page(qtbot, judged())
    page.findChildren(ChoiceButton)[0].click()
    page.on_button.click()
    for name, text in GROUND.items():
        page.form.typed.emit(name, text)
    page.back_button.click()
    page.on_button.click()
    page.on_button.click()
    assert "Så här ser mottagaren det" in words_on(page)
    assert GROUND["text"] in words_on(page)


def test_what_is_half_typed_for_the_ground_is_kept_at_lock(qtbot) -> None:
    house = judged()
    page = send_page(qtbot, house)
    page.findChildren(ChoiceButton)[0].click()
    page.on_button.click()
    page.form.focus("text")
    type_text(qtbot, "<b>halva")
    page.flush()
    house.bench.reopen()
    again = send_page(qtbot, house)
    assert again.form.field("text").text() == "<b>halva"


def test_nothing_is_sealed_when_the_passphrase_is_not_given(qtbot, tmp_path: Path) -> None:
    house = judged()
    page = send_page(qtbot, house, None)
    page.findChildren(ChoiceButton)[0].click()
    page.on_button.click()
    for name, text in GROUND.items():
        page.form.typed.emit(name, text)
    page.on_button.click()
    page.look.ticks[LOOKED_THROUGH].click()
    page.on_button.click()
    assert house.desk.house.all(Sent) == ()
    assert list(tmp_path.iterdir()) == []


def test_the_pages_of_a_paper_are_also_text_and_never_a_file(qtbot) -> None:
    page = paper_page(qtbot, judged())
    assert page.preview.document.pageCount() >= 1
    tab_to(qtbot, page.preview.as_text)
    press(qtbot, KEY.Key_Space)
    assert page.preview.is_text_shown()
    assert "Dödligt våld när barnen hämtas." in page.preview.text.toPlainText()
    assert QApplication.focusWidget() is page.preview.text
    press(qtbot, KEY.Key_Tab)
    assert QApplication.focusWidget() is not page.preview.text


def test_the_window_brings_the_print_page_to_the_front_with_its_papers(qtbot) -> None:
    page = paper_page(qtbot, judged())
    page.go("")  # as the frame does for a page that nothing is asked of
    page._presenter.open()  # the jobs of the real program answer only now
    assert page.look.isVisible()
    assert page.preview.isVisible()


def test_what_changed_while_the_print_page_was_away_stands_there_and_is_ticked_anew(qtbot) -> None:
    house = judged()
    page = paper_page(qtbot, house)
    page.look.ticks[LOOKED_THROUGH].click()
    page.hide()
    house.akt.enter(Draft(NoContact("Skolan", "office", "Gav ut schemat.", "2026-11-20")))
    page.show()
    qtbot.waitUntil(lambda: "Skolan" in words_on(page))
    assert not page.look.ticks[LOOKED_THROUGH].isChecked()


def test_a_paper_is_saved_by_keys_with_its_receiver(qtbot, tmp_path: Path) -> None:
    house = judged()
    page = paper_page(qtbot, house, tmp_path)
    tab_to(qtbot, page.receiver)
    type_text(qtbot, "socialtjansten")
    tab_to(qtbot, page.save_button)
    press(qtbot, KEY.Key_Space)
    assert house.desk.house.all(Printed) == ()
    look_through_by_keys(qtbot, page)
    tab_to(qtbot, page.save_button)
    press(qtbot, KEY.Key_Space)
    (printed,) = (each.value for each in house.desk.house.all(Printed))
    assert (printed.receiver, printed.checked) == ("socialtjansten", (LOOKED_THROUGH,))
    assert len(list(tmp_path.iterdir())) == 1


def test_a_refusal_shows_its_text_and_on_demand_its_code(qtbot, tmp_path: Path) -> None:
    file = tmp_path / "brev.age"
    file.write_bytes(b"hej")
    page = receive_page(qtbot, Organised("Exempelby", 21), file)
    press(qtbot, KEY.Key_Space)
    assert "Det här är inte ett förseglat paket" in words_on(page)
    assert "SB-01" not in words_on(page)
    page._fold.unfold()
    assert "SB-01" in words_on(page)


def test_digits_are_typed_and_compared_by_keys(qtbot) -> None:
    here, there = Organised("Jouren", 11), Organised("Exempelby", 21)
    contacts.import_card(here.desk, here.outside.bundles, there.card())
    page = contacts_page(qtbot, here)
    field = next(iter(page._cards.values())).digits
    field.setFocus()
    type_text(qtbot, there.digits())
    press(qtbot, KEY.Key_Return)
    assert contacts.contacts(here.desk, here.outside.bundles)[0].state == "verified"
    qtbot.waitUntil(lambda: "Siffrorna är jämförda" in words_on(page))


def test_half_typed_digits_are_emptied_at_lock(qtbot) -> None:
    here, there = Organised("Jouren", 11), Organised("Exempelby", 21)
    contacts.import_card(here.desk, here.outside.bundles, there.card())
    page = contacts_page(qtbot, here)
    field = next(iter(page._cards.values())).digits
    field.setFocus()
    type_text(qtbot, "12345")
    page.flush()
    assert field.text() == ""


def test_everything_that_takes_focus_has_a_name(qtbot) -> None:
    house = judged()
    pages = [
        send_page(qtbot, house),
        paper_page(qtbot, house),
        receive_page(qtbot, house),
        contacts_page(qtbot, house),
    ]
    for page in pages:
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName(), (page, widget.objectName(), widget)


def test_at_200_percent_nothing_is_cut_to_the_side(qtbot) -> None:
    page = send_page(qtbot, judged(), size=(579, 327))
    assert page._scroll.horizontalScrollBar().maximum() == 0
