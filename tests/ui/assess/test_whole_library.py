# SPDX-License-Identifier: EUPL-1.2
"""Every instrument of the library: begun, answered by keyboard, entered, and its result shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.asking import Assessed
from tests.support.desk import Answers
from workbench.domain.assessments import Answer, Coding
from workbench.instruments.answers import ItemAnswer
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.definition import Definition, Item
from workbench.instruments.forms import fits_condition
from workbench.instruments.profiles import for_profile
from workbench.services.assess.sheets import sheet
from workbench.ui.assess.keys import STATE_KEYS, choice_keys
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter
from workbench.ui.assess.shapes import options
from workbench.ui.result.page import ResultPage
from workbench.ui.result.presenter import ResultPresenter
from workbench.words import speak

pytestmark = pytest.mark.ui
KEY = Qt.Key
LIBRARY = load_catalogue()
ASKED = [d for d in LIBRARY.all() if d.items and d.kind != "spj"]
CODED = [d for d in LIBRARY.all() if d.items and d.kind == "spj"]
SETS = [
    pytest.param(d, i, id=f"{d.id}@{d.version}-{'.'.join(i.codes)[:40]}")
    for d in (for_profile(each, "") for each in LIBRARY.all())
    for i in {i.codes: i for i in reversed(d.items) if i.codes and i.type != "events"}.values()
]
PICKED = [p for p in SETS if p.values[0].kind != "spj" and p.values[1].type == "choice"]
WRITTEN = {"date": "2025-03-10", "text": "Egna ord", "events": "2025-03-10"}


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def name(definition: Definition) -> str:
    return f"{definition.id}@{definition.version}"


def laid_open(qtbot, instrument: str):
    made = Assessed(LIBRARY)
    record = made.begin(instrument)
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    qtbot.addWidget(page)
    page.resize(1166, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made, record, page


def key_of(item: Item, at: int) -> str:
    return options(item)[at].key


def type_text(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def answer(qtbot, page, item: Item) -> None:
    """As a person does, with keys alone; the answer that leads furthest into the form."""
    focus = QApplication.focusWidget
    if item.type == "choice":
        qtbot.keyClicks(focus(), key_of(item, 0))
    elif item.type == "ratings":
        type_text(qtbot, "Alva")
        qtbot.keyClick(focus(), KEY.Key_Tab)
        type_text(qtbot, str(item.highest))
    elif item.type == "number":
        type_text(qtbot, str(item.lowest))
    else:
        type_text(qtbot, WRITTEN[item.type])
        if item.type == "events":
            qtbot.keyClick(focus(), KEY.Key_Return)
    page.flush()


def words_on(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("definition", ASKED, ids=name)
def test_each_form_is_answered_by_keys_entered_and_its_result_shown(qtbot, definition) -> None:
    made, record, page = laid_open(qtbot, name(definition))
    asked = []
    while not page.enter_button.hasFocus():
        item = definition.by_id[page._presenter._at[0]]
        asked.append(item)
        answer(qtbot, page, item)
        page.questions._move(forward=True)
    given = sheet(made.akt, made.desk, record).given
    assert len({item.id for item in asked}) == len(asked)
    for item in asked:
        assert isinstance(given[item.id], ItemAnswer)
        assert item.accepts(given[item.id].code), item.id
    qtbot.keyClick(page, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(made.akt.all(Answer)) == len(asked)
    made.say_own()
    result = ResultPage(lambda view: ResultPresenter(view, made.open, made.bench.go, record))
    qtbot.addWidget(result)
    result.show()
    assert definition.title("sv") in words_on(result)


@pytest.mark.parametrize("definition", CODED, ids=name)
def test_each_worksheet_is_coded_by_keys_and_entered(qtbot, definition) -> None:
    made, _record, page = laid_open(qtbot, name(definition))
    for _cell in range(len(definition.items)):
        qtbot.keyClicks(page.worksheet, definition.table.codes.present)
        qtbot.keyClick(page.worksheet, KEY.Key_Down)
    qtbot.keyClick(page, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert {c.value.code for c in made.akt.all(Coding)} == {definition.table.codes.present}
    assert len(made.akt.all(Coding)) == len(definition.items)


@pytest.mark.parametrize(("definition", "item"), SETS)
def test_a_key_is_the_code_that_it_shows(definition, item: Item) -> None:
    """A short code is its own key, yes and no their initials, all else the number shown."""
    keys = choice_keys(item.choices, "sv")
    shown = [key for key in keys if key]
    assert len(set(shown)) == len(shown)
    assert not set(shown) & set(STATE_KEYS.values())
    assert all(keys[:9])
    if all(len(code) == 1 or code == "--" for code in item.codes):
        assert keys == tuple("-" if code == "--" else code.upper() for code in item.codes)


@pytest.mark.parametrize(("definition", "item"), PICKED)
def test_a_key_stores_the_code_that_it_shows(qtbot, definition, item: Item) -> None:
    made, record, page = laid_open(qtbot, name(definition))
    for condition in item.conditions:  # what it hangs on is answered first, so that it is asked
        source = definition.by_id[condition.item]
        code = next(c for c in source.codes if fits_condition(condition, c))
        made.answer(record, {source.id: code})
    page.refresh()
    page._presenter.go_to((item.id, ""))
    for option in options(item):
        if option.key and option.is_state:
            qtbot.keyClick(QApplication.focusWidget(), getattr(KEY, f"Key_{option.key}"))
        elif option.key:
            qtbot.keyClicks(QApplication.focusWidget(), option.key)
        said = sheet(made.akt, made.desk, record).given[item.id]
        assert not option.key or option.code in (said.code, said.state)
