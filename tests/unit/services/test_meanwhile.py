# SPDX-License-Identifier: EUPL-1.2
"""Two users on one note: what the other entered meanwhile is told, nothing is overwritten."""

import pytest

from tests.support.desk import Answers
from tests.unit.services.colleagues import Two
from tests.unit.services.offices import Office
from workbench.domain.subject import Note
from workbench.services.jobs import InlineJobs
from workbench.services.records import bodies
from workbench.services.records.akt import Draft
from workbench.services.records.meanwhile import entered_meanwhile
from workbench.services.records.working import Field, type_field
from workbench.ui.journal.presenter import JournalPresenter
from workbench.ui.writing.open_case import OpenCase


class Kept:
    """A view that keeps who else wrote."""

    def __init__(self) -> None:
        self.others: list[str] = []
        self.note = self
        self.vm = None

    def show_meanwhile(self, who: str) -> None:
        self.others.append(who)

    def show_journal(self, vm) -> None:
        self.vm = vm

    def __getattr__(self, _name: str):
        return lambda *_given, **_named: None


@pytest.fixture
def two(tmp_path):
    made = Two(Office(tmp_path / "office"))
    yield made
    made.office.session.close()


def test_a_correction_by_another_is_shown_and_both_stay_in_the_history(two: Two) -> None:
    akt = two.be("sten")
    record = akt.enter(Draft(Note("Han ringde två gånger."))).records[0]
    type_field(akt, Field(bodies.name_of(Note), record, "text"), "Han ringde tre gånger.")
    assert entered_meanwhile(akt, Note, record) == ()
    two.office.place.clock.step(hours=1)
    two.be("berit").enter(Draft(Note("Han ringde fyra gånger.", reason="Såg listan."), record))
    akt = two.be("sten")
    assert [e.header.author for e in entered_meanwhile(akt, Note, record)] == [two.berit]
    view = Kept()
    case = OpenCase(InlineJobs(), two.office.session, two.case)
    page = JournalPresenter(view, case, Answers(), lambda _place: None)
    page.refresh()
    page.correct(record)
    assert view.others == ["Berit Påhittad"]
    assert view.vm.notes[0].text == "Han ringde fyra gånger."
    page.note.typed("reason", "Hon sade tre.")
    page.note.enter()
    texts = [bodies.read(each, Note).text for each in akt.history(Note, record)]
    assert [text.split()[2] for text in texts] == ["två", "fyra", "tre"]
