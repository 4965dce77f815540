# SPDX-License-Identifier: EUPL-1.2
"""What a restoration left goes by an administrator's word with their passphrase, and by no other."""

import shutil

import pytest

from tests.unit.services.offices import Office
from tests.vault.making import PASSPHRASE
from tests.vault.seating import SECOND_PASSPHRASE, SECOND_PLACE, seat_second
from workbench.app.opening import open_session
from workbench.domain.backups import AsideRemoved
from workbench.services.house.settings import NotAllowedError
from workbench.services.keeping import left_aside
from workbench.services.purge.erasing_errors import NotApprovedError, NothingLeftAsideError
from workbench.vault.errors import WrongPassphraseError

STAMP = "20261122T011000Z-359a5758"


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


@pytest.fixture
def left(office):
    """A vault that was replaced, an akt that was damaged, and what only looks like one."""
    folder, case = office.place.folder, office.begin()
    office.session.put_away()
    replaced = folder.with_name(f"{folder.name}.replaced-{STAMP}")
    shutil.copytree(folder, replaced)
    for ending in ("db", "db-wal", "keys"):
        stem, dash, log = ending.partition("-")
        name = f"{case}.{stem}.damaged-{STAMP}{dash}{log}"
        (folder / "cases" / name).write_bytes(b"rest")
    elsewhere = office.root / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_bytes(b"annat")
    folder.with_name(f"{folder.name}.replaced-20261122T011001Z-359a5758").symlink_to(elsewhere)
    folder.with_name(f"{folder.name}.replaced-mine").mkdir()
    return case


def names(office):
    return [each.name for each in left_aside.left_aside(office.desk)]


def test_it_is_listed_with_its_day_and_what_it_is(office, left):
    found = left_aside.left_aside(office.desk)
    assert sorted(each.kind for each in found) == ["akt", "keys", "vault"]
    assert {each.since for each in found} == {"2026-11-22T01:10:00Z"}
    assert {each.case for each in found} == {None, left}


def test_an_administrator_removes_it_and_the_log_has_it(office, left):
    wanted = names(office)
    left_aside.remove(office.desk, wanted, PASSPHRASE)
    assert names(office) == []
    (entered,) = office.desk.house.all(AsideRemoved)
    assert set(entered.value.names) == set(wanted)
    assert sorted(path.name for path in office.root.iterdir() if "replaced" in path.name) == [
        f"{office.place.folder.name}.replaced-20261122T011001Z-359a5758",
        f"{office.place.folder.name}.replaced-mine",
    ]
    assert (office.root / "elsewhere" / "kept").read_bytes() == b"annat"
    assert not list(office.place.folder.rglob("*.damaged-*"))
    assert len(list(office.place.folder.rglob(f"{left}*"))) >= 2
    assert office.verify()


def test_only_what_was_left_goes_and_only_with_the_passphrase(office, left):
    for name in ("vault", "", "..", f"{office.place.folder.name}.replaced-mine", f"{left}.db"):
        with pytest.raises(NothingLeftAsideError):
            left_aside.remove(office.desk, [name], PASSPHRASE)
        with pytest.raises(NotApprovedError):
            office.desk.vault.erasing.remove_left_aside(name)
    with pytest.raises(WrongPassphraseError):
        left_aside.remove(office.desk, names(office), "fel")
    assert len(names(office)) == 3
    assert office.desk.house.all(AsideRemoved) == ()


def test_who_is_no_administrator_removes_nothing(office, left):
    seat_second(office.place, office.desk.vault, roles=("practitioner",))
    office.session.close()
    around = office.place.around
    office.session = open_session(office.place.folder, SECOND_PLACE, SECOND_PASSPHRASE, around)
    with pytest.raises(NotAllowedError):
        left_aside.remove(office.desk, names(office), SECOND_PASSPHRASE)
    assert len(names(office)) == 3
