# SPDX-License-Identifier: EUPL-1.2
"""The wording assistant as a person uses it: a form of twenty questions, by keyboard alone."""

from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from reportlab.pdfgen.canvas import Canvas

from tests.support.desk import Answers, Bench
from tests.ui.walk import nameless
from workbench.instruments.catalogue import load_catalogue
from workbench.services.assess import wording
from workbench.ui.wording.page import WordingPage
from workbench.ui.wording.presenter import WordingPresenter
from workbench.words import _, language

DA = "danger-assessment"
KEY = Qt.Key


@pytest.fixture
def bench() -> Bench:
    return Bench(load_catalogue())


def laid(qtbot, bench: Bench, files: object = None) -> WordingPage:
    outside = SimpleNamespace(files=files)
    given = (bench.jobs, bench.session, Answers(), bench.go, outside)
    page = WordingPage(lambda view: WordingPresenter(view, *given))
    qtbot.addWidget(page)
    definition = bench.session.desk.catalogue.find(DA)
    page.go(f"{DA}@{definition.version}")
    page.resize(1100, 700)
    page.show()
    return page


def test_a_form_is_finished_by_enter_alone_and_loaded(qtbot, bench) -> None:
    page = laid(qtbot, bench)
    definition = bench.session.desk.catalogue.find(DA)
    lines = [f"{item.number}. Påhittad fråga {at}" for at, item in enumerate(definition.items)]
    page.source.paste.setFocus()
    page.source.paste.setPlainText("\n".join(lines))
    page.source.paste.flush()
    assert page.focusWidget() is page.source.pieces
    for _line in lines:
        QTest.keyClick(page.source.pieces, KEY.Key_Return)
    for name, text in (("holder", "Forlaget"), ("edition", "2019")):
        QTest.keyClicks(page.head.fields[name], text)
    page.head.enter_button.setFocus()
    QTest.keyClick(page.head.enter_button, KEY.Key_Space)
    (pack,) = wording.packs(bench.session.desk)
    shown = wording.worded(bench.session.desk, definition, pack.value.sha256)
    said = [item.labels[language()] for item in shown.items]
    assert said == [f"Påhittad fråga {at}" for at in range(len(lines))]
    assert bench.went[-1].page == "instrument"


def test_what_was_picked_is_there_after_a_lock(qtbot, bench) -> None:
    page = laid(qtbot, bench)
    page.source.pasted.emit("1. Första påhittade\n2. Andra påhittade")
    page.source.number_button.click()
    page.head.fields["holder"].setText("Förlaget")
    page.head.fields["holder"].textEdited.emit("Förlaget")
    page.flush()
    bench.reopen()
    again = laid(qtbot, bench)
    assert again.slots.slots.item(0).text().endswith("Första påhittade")
    assert again.head.fields["holder"].text() == "Förlaget"
    assert again.slots.slots.currentRow() == 2


def test_everything_that_lacks_is_told_at_once(qtbot, bench) -> None:
    page = laid(qtbot, bench)
    page.head.enter_button.click()
    told = [page.head._faults.itemAt(n).widget().text() for n in range(page.head._faults.count())]
    assert len(told) == 2 + len(bench.session.desk.catalogue.find(DA).items)
    assert any(_("Licence holder") in each for each in told)
    called = page._presenter._vm.slots[0].label
    assert [each.count(called) for each in told if called in each] == [1], "said once"
    assert wording.packs(bench.session.desk) == ()


def test_a_pdf_is_read_here_and_its_words_picked(qtbot, bench) -> None:
    made = BytesIO()
    canvas = Canvas(made)
    canvas.drawString(72, 700, "1. Pahittad fraga om ingenting?")
    canvas.save()

    class Files:
        def read(self, _path: Path, *, most_bytes: int) -> bytes:
            return made.getvalue()

    page = laid(qtbot, bench, Files())
    page._presenter._read(Path("blankett.pdf"))
    assert page.source.pieces.count() == 1
    QTest.keyClick(page.source.pieces, KEY.Key_Return)
    assert page.slots.slots.item(0).text().endswith("Pahittad fraga om ingenting?")


def test_words_are_corrected_by_hand_and_slots_walked_with_ctrl(qtbot, bench) -> None:
    page = laid(qtbot, bench)
    page.source.pasted.emit("1. Forsta")
    QTest.keyClick(page.source.pieces, KEY.Key_Return)
    QTest.keyClick(page.source.pieces, KEY.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert page.slots.words.text() == "Forsta"
    page.slots.words.setFocus()
    page.slots.words.setPlainText("Första")
    page.slots.words.flush()
    assert page.slots.slots.item(0).text().endswith("Första")
    assert nameless(page) == []
