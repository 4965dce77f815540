# SPDX-License-Identifier: EUPL-1.2
"""What a real vault tells the self-checks."""

import os
from datetime import timedelta

import pytest

from tests.unit.services.offices import Office
from workbench.app.self_checking import look_at_computer, told
from workbench.domain.backups import BackupMade, Drilled
from workbench.domain.clock import moment
from workbench.domain.self_checks import Finding
from workbench.services.records.akt import Draft
from workbench.vault import places
from workbench.vault.errors import UnsafePlaceError

DAY = timedelta(days=1)


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "at")
    yield made
    made.session.close()


def found(office: Office, check: str) -> Finding:
    look = look_at_computer(office.place.folder, lambda: ("login1",))
    return next(finding for finding in look(office.desk) if finding.check == check)


def test_a_new_vault_has_neither_backup_nor_drill(office):
    assert (found(office, "backup").how, found(office, "drill").how) == ("never", "never")


def test_backup_and_drill_are_as_old_as_the_newest_entry_about_them(office):
    house = office.desk.house
    house.enter(Draft(BackupMade("m", "1", 3, 0, 4096)), Draft(Drilled(3)))
    house.enter(Draft(BackupMade("m", "2", 3, 0, 4096)))
    newest = max(moment(made.recorded_at) for made in house.all(BackupMade))
    assert told(office.desk, office.place.folder).last_backup == newest
    assert (found(office, "backup").how, found(office, "drill").how) == ("recent", "recent")


def test_the_newest_entry_is_the_one_with_the_latest_time_whatever_order_they_came_in(office):
    facts = told(office.desk, office.place.folder)
    times = [moment(e.header.recorded_at) for e in office.desk.house.file.entries()]
    assert facts.newest_entry == max(times)
    assert facts.last_worked is None


def test_a_clock_set_back_before_the_newest_entry_is_found(office):
    newest = told(office.desk, office.place.folder).newest_entry
    office.place.clock.moment = newest - DAY
    office.desk.house.enter(Draft(Drilled(0)))
    assert found(office, "clock").how == "before-entry"


def test_a_file_of_the_vault_from_tomorrow_is_found(office):
    later = (office.desk.clock.now() + 3 * DAY).timestamp()
    for path in office.place.folder.glob("*.keys"):
        os.utime(path, (later, later))
    assert found(office, "clock").how == "before-file"


def test_the_settings_of_the_cipher_are_read_from_the_open_file(office):
    assert found(office, "cipher").how == "as-they-should"
    office.desk.house.file._file.connection.execute("PRAGMA synchronous=OFF")
    finding = found(office, "cipher")
    assert (finding.state, finding.facts) == ("danger", {"which": "synchronous"})


def test_a_place_that_became_unsafe_is_named(office, monkeypatch):
    assert found(office, "place").how == "local"

    def refuse(_folder):
        raise UnsafePlaceError(why="nfs4")

    monkeypatch.setattr(places, "refuse_unsafe", refuse)
    assert found(office, "place").facts == {"why": "nfs4"}


def test_without_word_of_the_systems_lock_it_is_said(office):
    look = look_at_computer(office.place.folder, lambda: ())
    assert Finding("lock-signals", "duty", "none") in look(office.desk)
