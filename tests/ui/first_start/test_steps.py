# SPDX-License-Identifier: EUPL-1.2
"""The steps on screen: named, worked by keyboard, nothing secret left behind."""

from pathlib import Path
from unicodedata import normalize

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.support.first_start import CODES, DAY, PHRASES, VAULT, Outcomes, Proving, card_page
from tests.support.first_start import beginning_page as beginning
from tests.support.first_start import recovery_page as recovering
from tests.ui.walk import controls, interfaces, nameless, reached_by_tab
from workbench.ui.first_start import sheet
from workbench.ui.first_start.page import BeginningPage
from workbench.ui.first_start.profiles import profiles
from workbench.ui.first_start.shown import Shown
from workbench.ui.first_start.ways import Sheet, vault_number
from workbench.vault.errors import UnsafePlaceError

FOLDER = Path("/home/sten/Varn")


@pytest.fixture
def seen() -> Outcomes:
    return Outcomes()


@pytest.fixture
def page(qtbot: QtBot, seen: Outcomes) -> BeginningPage:
    made = beginning(FOLDER, outcomes=seen)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.take_focus(None)
    return made


def to_passphrase(page: BeginningPage, qtbot: QtBot) -> None:
    page.on_button.click()
    qtbot.keyClick(page.kind.first(), Qt.Key.Key_Space)
    qtbot.keyClicks(page.kind.organisation, "Jouren")
    qtbot.keyClick(page.kind.organisation, Qt.Key.Key_Return)
    qtbot.keyClicks(page.who.name, "Sten")
    qtbot.keyClick(page.who.name, Qt.Key.Key_Return)


def told(page: object) -> str:
    return "\n".join(i.text(QAccessible.Text.Name) for i in interfaces(page))


def test_the_first_step_needs_no_more_than_enter(page: BeginningPage, qtbot: QtBot) -> None:
    assert page.on_button.hasFocus()
    qtbot.keyClick(page.on_button, Qt.Key.Key_Return)
    assert page.accessibleName() == "Your organisation. Step 2 of 6"
    assert page.kind.first().hasFocus()


def test_a_refused_folder_is_told_in_its_place(qtbot: QtBot) -> None:
    made = beginning(FOLDER, UnsafePlaceError(why="nfs"))
    qtbot.addWidget(made)
    made.show()
    assert made.where.refused.isVisible()
    assert "VAULT-012" in made.where.refused.detail.text()
    assert not made.on_button.isEnabled()


def test_each_kind_says_what_it_sets(page: BeginningPage) -> None:
    page.on_button.click()
    words = told(page.kind)
    assert len(profiles()) == 4
    for each in profiles():
        assert each.name in words
        assert each.sets in words


def test_every_control_of_every_step_is_named_and_reached_by_tab(
    page: BeginningPage, qtbot: QtBot
) -> None:
    for step in ("where", "kind", "who", "passphrase", "typing"):
        if step == "kind":
            page.on_button.click()
            qtbot.keyClick(page.kind.first(), Qt.Key.Key_Space)
            page.kind.organisation.setText("Jouren")
        if step in ("who", "passphrase", "typing"):
            page.on_button.click()
            page.who.name.setText("Sten")
        assert nameless(page) == [], step
        stops = reached_by_tab(page)
        missed = [w.objectName() for w in controls(page) if w not in stops]
        assert [name for name in missed if not name.startswith("choice-")] == [], step


def test_the_passphrase_is_shown_large_and_read_out(page: BeginningPage, qtbot: QtBot) -> None:
    to_passphrase(page, qtbot)
    shown = page.passphrase.shown
    assert shown.groups == tuple(PHRASES[0].split(" "))
    assert shown.hasFocus()
    assert shown.accessibleName() == "Passphrase: " + ", ".join(PHRASES[0].split(" "))
    page.passphrase.another.click()
    assert shown.groups == tuple(PHRASES[1].split(" "))


def test_while_it_is_typed_it_is_nowhere_on_screen(
    page: BeginningPage, qtbot: QtBot, seen: Outcomes
) -> None:
    to_passphrase(page, qtbot)
    page.on_button.click()
    assert page.passphrase.typed.hasFocus()
    assert not [word for word in PHRASES[0].split(" ") if word in told(page)]
    qtbot.keyClicks(page.passphrase.typed, "something else")
    qtbot.keyClick(page.passphrase.typed, Qt.Key.Key_Return)
    assert page.passphrase.mismatch.isVisible()
    assert page.passphrase.typed.hasFocus()
    assert not [word for word in PHRASES[0].split(" ") if word in told(page)]
    page.passphrase.typed.setText(PHRASES[0])
    qtbot.keyClick(page.passphrase.typed, Qt.Key.Key_Return)
    assert len(seen.founded) == 1
    assert page.passphrase.typed.text() == ""


def test_while_the_vault_is_made_the_page_says_so_and_takes_no_key(page: BeginningPage) -> None:
    page.show_working()
    assert "a few seconds" in told(page)
    assert not page.on_button.isEnabled()
    assert not page.passphrase.isVisible()


def test_closing_leaves_nothing_of_the_passphrase(page: BeginningPage, qtbot: QtBot) -> None:
    to_passphrase(page, qtbot)
    page.on_button.click()
    page.passphrase.typed.setText("granit")
    page.flush()
    assert page.passphrase.typed.text() == ""
    assert page.passphrase.shown.groups == ()
    assert not [word for word in PHRASES[0].split(" ") if word in told(page)]


@pytest.mark.parametrize("width", [560, 683, 1366])
def test_nothing_is_cut_sideways(page: BeginningPage, qtbot: QtBot, width: int) -> None:
    page.resize(width, 384)
    for _step in range(2):
        page.grab()
        assert page._scroll.horizontalScrollBar().maximum() == 0
        to_passphrase(page, qtbot)


@pytest.mark.parametrize(("count", "width", "columns"), [(6, 900, 6), (6, 420, 3), (9, 400, 3)])
def test_shown_groups_stand_in_rows_of_equal_length(
    qtbot: QtBot, count: int, width: int, columns: int
) -> None:
    shown = Shown("x", least_width=90)
    qtbot.addWidget(shown)
    shown.show_groups("X", ["abc"] * count)
    assert shown._columns(width) == columns


def test_a_code_is_shown_then_typed_and_a_slip_is_told_beside_the_field(qtbot: QtBot) -> None:
    proving = Proving()
    page = recovering(CODES[0], proving=proving)
    qtbot.addWidget(page)
    page.show()
    assert page.shown[0].groups == tuple(CODES[0].split("-"))
    page.on_button.click()
    assert page.shown[0].groups == ()
    page.typed[0].setText(CODES[0].replace("91GT", "91GV"))
    qtbot.keyClick(page.typed[0], Qt.Key.Key_Return)
    assert page.banner.title.text() == "Not quite: compare group 3"
    page.back_button.click()
    assert page.typed[0].text() == ""
    assert page.shown[0].groups == tuple(CODES[0].split("-"))
    page.on_button.click()
    page.typed[0].setText(CODES[0].lower())
    page.on_button.click()
    assert proving.proven == 1


def test_three_codes_are_chosen_by_keyboard_and_each_has_its_field(qtbot: QtBot) -> None:
    proving = Proving()
    page = recovering(CODES[0], proving=proving)
    qtbot.addWidget(page)
    page.show()
    page.choices.findChildren(type(page.choices._buttons[0]))[1].click()
    assert [shown.isVisible() for shown in page.shown] == [True] * 3
    page.on_button.click()
    names = [field.accessibleName() for field in page.typed]
    assert names == ["Code 1 of 3", "Code 2 of 3", "Code 3 of 3"]
    assert nameless(page) == []
    for field, code in zip(page.typed, CODES, strict=True):
        field.setText(code)
    page.on_button.click()
    assert proving.recovery.proven == [CODES]


def test_at_lock_no_code_is_left_in_any_widget(qtbot: QtBot) -> None:
    page = recovering(CODES[0])
    qtbot.addWidget(page)
    page.show()
    page.typed[1].setText(CODES[1])
    page.flush()
    assert [field.text() for field in page.typed] == ["", "", ""]
    assert [shown.groups for shown in page.shown] == [(), (), ()]
    assert CODES[0][:4] not in told(page)


def test_without_a_printer_none_is_offered(qtbot: QtBot) -> None:
    plain, printing = recovering(CODES[0]), recovering(CODES[0], printer="Office")
    for page in (plain, printing):
        qtbot.addWidget(page)
        page.show()
    assert not plain.print_button.isVisible()
    assert printing.print_button.text() == "Print on Office"


def test_the_printed_sheet_says_code_vault_and_how_to_keep_it(qapp: object, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    sheet.draw(printer, tuple(Sheet(VAULT, code, n, 3, DAY) for n, code in enumerate(CODES, 1)))
    document = PdfReader(tmp_path / "sheet.pdf")
    assert len(document.pages) == 3
    for page, code in zip(document.pages, CODES, strict=True):
        text = "".join(normalize("NFKC", page.extract_text()).split())  # "ff" is one sign
        assert code.replace("-", "") in text
        assert VAULT in text
        assert f"{vault_number(VAULT)}·made{DAY}" in text
        for sentence in sheet.sentences(3):
            assert "".join(sentence.split()) in text
        assert "threedifferentpeople" in text
    assert (document.metadata.title or "") in ("", "Värn")


def test_the_card_can_wait(qtbot: QtBot) -> None:
    saved: list[Path] = []
    done: list[str] = []
    page = card_page(saved, done)
    qtbot.addWidget(page)
    page.show()
    assert "".join(page.digits.groups) == "0123456789" * 4
    page.on_button.click()
    assert (saved, done) == ([], ["done"])
    page.save_button.click()
    assert saved == [Path("/stick")]
    assert "contact-card.json" in page.banner.title.text()


def test_in_a_low_window_the_whole_passphrase_is_in_sight_at_once(
    page: BeginningPage, qtbot: QtBot
) -> None:
    page.resize(683, 384)
    to_passphrase(page, qtbot)
    shown = page.passphrase.shown
    qtbot.waitUntil(lambda: shown.height() >= shown.heightForWidth(shown.width()))
    qtbot.waitUntil(lambda: shown.visibleRegion().boundingRect().height() == shown.height())
