# SPDX-License-Identifier: EUPL-1.2
"""Half-typed text is handed out within a second, at focus out, and when asked for."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.kit.cards import column
from workbench.ui.kit.fields import DateField, LineField, SecretField, TextArea, well_formed

KINDS = pytest.mark.parametrize("kind", [TextArea, LineField])


@KINDS
def test_typed_text_is_handed_out_at_most_a_second_after_the_first_key(
    kind: type[TextArea | LineField], qtbot: QtBot
) -> None:
    field = kind()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.typed, timeout=1500) as handed:
        begun = time.perf_counter()
        qtbot.keyClicks(field, "hon ringde")
    assert time.perf_counter() - begun <= 1.1
    assert handed.args == ["hon ringde"]


@KINDS
def test_more_typing_does_not_put_the_handing_out_off(
    kind: type[TextArea | LineField], qtbot: QtBot
) -> None:
    field = kind()
    qtbot.addWidget(field)
    handed: list[str] = []
    field.typed.connect(handed.append)
    begun = time.perf_counter()
    while not handed and time.perf_counter() - begun < 3:
        qtbot.keyClicks(field, "a", delay=50)
    assert time.perf_counter() - begun <= 1.2


@KINDS
def test_leaving_the_field_hands_out(kind: type[TextArea | LineField], qtbot: QtBot) -> None:
    window, field, other = QWidget(), kind(), QLineEdit()
    window.setLayout(column(field, other))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    handed: list[str] = []
    field.typed.connect(handed.append)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert handed == ["x"]
    assert other.hasFocus()


@KINDS
def test_flush_hands_out_once_and_only_what_is_new(
    kind: type[TextArea | LineField], qtbot: QtBot
) -> None:
    field = kind()
    qtbot.addWidget(field)
    handed: list[str] = []
    field.typed.connect(handed.append)
    field.flush()
    qtbot.keyClicks(field, "x")
    field.flush()
    field.flush()
    assert handed == ["x"]


@KINDS
def test_text_from_outside_is_shown_and_not_handed_out(
    kind: type[TextArea | LineField], qtbot: QtBot
) -> None:
    field = kind()
    qtbot.addWidget(field)
    handed: list[str] = []
    field.typed.connect(handed.append)
    field.show_text("från journalen")
    field.flush()
    assert field.text() == "från journalen"
    assert handed == []


def test_markup_typed_in_an_area_stays_what_was_typed(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    typed = "<b>fet</b> &amp; <img src='file:///etc/passwd'>\n\u00a0två\u202e"
    area.insertPlainText(typed)
    assert area.text() == typed


def test_a_hundred_thousand_characters_are_handed_out_whole(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    long = "Hon sa att han följde efter. \U0001f600\n" * 3400
    handed: list[str] = []
    area.typed.connect(handed.append)
    area.insertPlainText(long)
    area.flush()
    assert len(long) > 100_000
    assert handed == [long]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=40))
def test_whatever_is_put_in_an_area_comes_out(qtbot: QtBot, text: str) -> None:
    area = TextArea()
    area.insertPlainText(text)
    assert area.text() == text
    area.deleteLater()


def test_lone_surrogates_become_replacement_characters() -> None:
    assert well_formed("a\ud800b") == "a\ufffdb"
    assert well_formed("\U0001f600 å") == "\U0001f600 å"


@pytest.mark.parametrize("typed", ["2026-02-30", "igår", "2026", "", "2026-1-1"])
def test_what_is_no_day_is_no_day(typed: str, qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.day() is None


def test_a_day_is_read_with_and_without_dashes(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    for typed in ("2026-11-22", "20261122"):
        field.setText(typed)
        day = field.day()
        assert day is not None
        assert day.isoformat() == "2026-11-22"


def test_a_secret_is_hidden_and_wiped_without_a_way_back(qtbot: QtBot) -> None:
    field = SecretField(name="passphrase")
    qtbot.addWidget(field)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClicks(field, "fem ord som ingen vet")
    field.show_typed(seen=True)
    field.wipe()
    field.undo()
    assert field.text() == ""
    assert field.echoMode() == QLineEdit.EchoMode.Password
