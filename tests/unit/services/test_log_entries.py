# SPDX-License-Identifier: EUPL-1.2
"""The organisation akt as a log: everything is there, in order, and says which akt."""

from tests.unit.services.offices import Office
from workbench.domain.disclosures import Opened
from workbench.domain.erasing import Exported
from workbench.services.house.log_entries import log_entries, opened_by
from workbench.services.records.akt import Draft


def test_what_was_opened_is_found_by_its_akt_newest_first(office: Office):
    one, other = office.begin(), office.begin("Vera Exempel")
    office.afresh(one)
    office.place.clock.step(hours=1)
    office.afresh(other)
    office.afresh(one)
    found = opened_by(office.desk, one)
    assert [line.kind for line in found] == ["opened", "opened", "opened"]
    assert found[0].at > found[1].at
    assert all(line.by == office.desk.vault.signer.user for line in found)


def test_an_export_of_several_akter_is_found_by_each(office: Office):
    one, other = office.begin(), office.begin("Vera Exempel")
    office.desk.house.enter(Draft(Exported((one, other), "arkivering", 4)))
    assert [line.kind for line in opened_by(office.desk, one)] == ["exported", "opened"]
    assert [line.kind for line in opened_by(office.desk, other)] == ["exported", "opened"]


def test_every_entry_is_a_line_and_a_later_part_can_be_asked_for(office: Office):
    entries = office.desk.house.file.entries()
    lines = log_entries(office.desk)
    assert [line.entry for line in lines] == [entry.id for entry in entries]
    middle = lines[0].entry
    assert log_entries(office.desk, after=middle) == lines[1:]


def test_a_clock_that_went_back_is_marked_and_the_entry_kept(office: Office):
    case = office.begin()
    office.desk.house.enter(Draft(Opened(case)))
    office.place.clock.step(hours=-3)
    office.desk.house.enter(Draft(Opened(case)))
    office.desk.house.enter(Draft(Opened(case)))
    marked = [line.is_set_back for line in log_entries(office.desk)]
    assert marked[-3:] == [False, True, False]
