# SPDX-License-Identifier: EUPL-1.2
"""What is done with copies is entered, and only once it was read back."""

import pytest

from tests.unit.services.offices import Office
from workbench.domain.backups import BackupMade, BackupVerified, Rehearsed, Restored
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId
from workbench.domain.subject import Note
from workbench.services.copies_ports import Watch
from workbench.services.keeping import copies, salvage
from workbench.services.records.akt import Draft
from workbench.vault.errors import DamagedFileError, SameDiskError, ShorterCopyError
from workbench.words import language


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path / "office")


def medium(office: Office):
    folder = office.root / "medium"
    folder.mkdir(exist_ok=True)
    return folder


def copied(office: Office):
    return copies.make_copy(office.desk, medium(office), Watch(), allows_same_disk=True)


def damage(office: Office, case: CaseId) -> None:
    office.session.put_away()
    path = office.place.folder / "cases" / f"{case}.db"
    content = bytearray(path.read_bytes())
    for at in range(100, len(content), 4096):
        content[at] ^= 1
    path.write_bytes(content)


def test_a_copy_that_was_made_is_entered_with_what_was_opened(office):
    office.begin()
    made = copied(office)
    (entered,) = office.desk.house.all(BackupMade)
    assert entered.value == BackupMade(
        made.medium, made.copy.generation, 2, 0, made.copy.size_bytes
    )


def test_a_copy_that_was_refused_is_not_entered(office):
    with pytest.raises(SameDiskError):
        copies.make_copy(office.desk, medium(office), Watch())
    assert office.desk.house.all(BackupMade) == ()


def test_checking_and_rehearsing_are_entered(office):
    office.begin()
    made = copied(office)
    copies.check_copy(office.desk, medium(office), Watch())
    copies.rehearse(office.desk, medium(office), Watch())
    (checked,) = office.desk.house.all(BackupVerified)
    (rehearsed,) = copies.rehearsals(office.desk)
    assert checked.value == BackupVerified(made.medium, made.copy.generation, 2)
    assert rehearsed.value == Rehearsed(made.medium, made.copy.generation, 2)


def test_a_copy_is_due_when_there_is_none_and_after_a_week(office):
    assert copies.age(office.desk).days is None
    assert copies.age(office.desk).is_due
    copied(office)
    for days, is_due in ((0, False), (7, False), (1, True)):
        office.place.clock.step(days=days)
        assert copies.age(office.desk).is_due is is_due
    assert copies.age(office.desk).days == 8
    office.place.clock.step(days=-400)  # a clock that was set back makes no copy from the future
    assert copies.age(office.desk).days == 0


def test_a_damaged_akt_is_read_in_words_and_put_back(office):
    case = office.begin("Vera Exempel")
    office.session.put_away()
    copied(office)
    damage(office, case)
    with pytest.raises(DamagedFileError):
        office.akt(case)
    with pytest.raises(WorkbenchError):
        salvage.read(office.desk, case, Watch())  # every page is hurt
    assert not salvage.find_whole(office.desk, medium(office), case).is_shorter
    told = salvage.put_back(office.session, medium(office), case, Watch())
    (entered,) = office.desk.house.all(Restored)
    assert (entered.value.case, entered.value.missing) == (case, 0)
    assert entered.value.left_aside == told.left_aside
    assert office.akt(case).file.entries()
    whole = salvage.read(office.desk, case, Watch())
    document = salvage.in_words(office.desk, whole, language())
    assert any("Vera Exempel" in line.text for part in document.entries for line in part.lines)
    assert len(document.entries) == whole.entries_known == len(whole.salvaged.entries)


def test_what_a_shorter_copy_lacks_is_entered(office):
    case = office.begin()
    office.session.put_away()
    copied(office)
    akt = office.akt(case)
    akt.enter(Draft(Note("efter kopian")))
    damage(office, case)
    with pytest.raises(ShorterCopyError):
        salvage.put_back(office.session, medium(office), case, Watch())
    told = salvage.put_back(office.session, medium(office), case, Watch(), accepts_shorter=True)
    assert told.missing == 1
    assert office.desk.house.all(Restored)[0].value.missing == 1
