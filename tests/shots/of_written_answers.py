# SPDX-License-Identifier: EUPL-1.2
"""Answers that are written, and the view for a conversation."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.asking import Assessed
from tests.support.desk import Answers
from tests.support.known_before import write_known
from workbench.ui.assess.page import AssessPage
from workbench.ui.assess.presenter import AssessPresenter


def _at(instrument: str, item: str, value: str, *, is_talk: bool = False) -> QWidget:
    made = Assessed()
    profile = "marac-national" if instrument == "dash-ric-24" else ""
    record = made.begin(instrument, profile=profile)
    made.answer(record, {item: value})
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    page._presenter.go_to((item, ""))
    if is_talk:
        page._presenter.show_as("talk")
        page.questions.talk.interpreter.setChecked(True)
        page.questions.talk.booking.show_text("4711")
    return in_window(page)


def _talk_begins() -> QWidget:
    """Before interpreter mode is on: what is wanted, and who is refused."""
    made = Assessed()
    write_known(made.akt)
    record = made.begin("hits@4-item")
    page = AssessPage(
        lambda view: AssessPresenter(view, made.open, Answers(), made.bench.go, record)
    )
    page._presenter.show_as("talk")
    return in_window(page)


PAGES = (
    ("talk-begins", _talk_begins),
    ("written-day", lambda: _at("dash-ric-24", "assessed", "2025-03")),
    ("written-events", lambda: _at("dash-ric-24", "events", "2025-03-10/crime ?/incident")),
    ("written-numbers", lambda: _at("aas", "body-map", "Vänster arm = 2\nAnsikte = 5")),
    ("written-words", lambda: _at("dash-ric-24", "judgement-reason", "Egna ord om läget.")),
    ("talk-choices", lambda: _at("hits@4-item", "hurt", "3", is_talk=True)),
    ("talk-numbers", lambda: _at("aas", "body-map", "Ansikte = 5", is_talk=True)),
)
