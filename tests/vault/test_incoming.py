# SPDX-License-Identifier: EUPL-1.2
"""What arrived: kept as it came; what was decrypted of it is gone with its key."""

import hashlib
import io
import shutil

import pytest

from tests.vault.backing_up import Stopping
from tests.vault.damage import crashed_copy
from tests.vault.making import Workplace
from workbench.domain.errors import Cancelled
from workbench.vault.errors import DiskError


def test_an_arrived_file_is_kept_once_under_its_name(place: Workplace):
    vault = place.create()
    first = vault.keep_incoming(io.BytesIO(b"sealed"), "0a1b.age")
    again = vault.keep_incoming(io.BytesIO(b"sealed"), "0a1b.age")
    assert first == again == place.folder / "incoming" / "0a1b.age"
    assert first.read_bytes() == b"sealed"
    vault.close()
    place.unlock().close()
    assert [path.name for path in (place.folder / "incoming").iterdir()] == ["0a1b.age"]


def test_the_same_name_with_other_bytes_is_kept_beside(place: Workplace):
    vault = place.create()
    first = vault.keep_incoming(io.BytesIO(b"one"), "0a1b.age")
    second = vault.keep_incoming(io.BytesIO(b"two"), "0a1b.age")
    assert first.read_bytes() == b"one"
    assert second.read_bytes() == b"two"
    assert first != second
    vault.close()


@pytest.mark.parametrize(
    "name",
    ["../../out.age", "/etc/x", "Vera Exempel.age", "", ".hidden", "x.part", "å.age", "a" * 200],
)
def test_a_name_that_is_not_plain_is_replaced_by_the_hash(place: Workplace, name):
    vault = place.create()
    kept = vault.keep_incoming(io.BytesIO(b"sealed"), name)
    assert kept.parent == place.folder / "incoming"
    assert kept.name == hashlib.sha256(b"sealed").hexdigest() + ".age"
    vault.close()


def test_a_reader_that_fails_leaves_nothing(place: Workplace):
    class Broken(io.BytesIO):
        def read(self, size=-1):
            if self.tell() > 0:
                raise RuntimeError
            return super().read(10)

    vault = place.create()
    with pytest.raises(RuntimeError):
        vault.keep_incoming(Broken(bytes(100)), "0a.age")
    assert list((place.folder / "incoming").iterdir()) == []
    vault.close()


def test_staged_objects_come_back_in_order_and_apart(place: Workplace):
    vault = place.create()
    staging = vault.new_staging()
    for number in range(20):
        staging.write(number % 3, b"%d," % number)
    assert staging.read(0) == b"0,3,6,9,12,15,18,"
    assert staging.read(2) == b"2,5,8,11,14,17,"
    assert staging.read(7) == b""
    assert staging._connection.in_transaction, "what is staged is never committed"
    staging.drop()
    staging.drop()
    assert list((place.folder / "incoming").iterdir()) == []
    vault.close()


def test_what_was_staged_is_gone_when_the_vault_closes(place: Workplace):
    vault = place.create()
    dropped, first, second = (vault.new_staging() for _ in range(3))
    dropped.drop()
    for staging in (first, second):
        staging.write(1, b"Vera Exempel")
    vault.close()
    assert list((place.folder / "incoming").iterdir()) == []
    for staging in (first, second):
        with pytest.raises(ValueError, match="dropped"):
            staging.read(1)
        with pytest.raises(ValueError, match="dropped"):
            staging.write(1, b"mer")
        staging.drop()


def test_what_was_staged_is_gone_also_when_the_vault_closes_with_trouble(place: Workplace):
    vault = place.create()
    staging = vault.new_staging()
    vault._register.close()
    with pytest.raises(DiskError):
        vault.close()
    assert list((place.folder / "incoming").iterdir()) == []
    with pytest.raises(ValueError, match="dropped"):
        staging.read(1)


def test_what_a_crash_leaves_of_staging_opens_for_nobody_and_is_swept(place: Workplace):
    vault = place.create()
    staging = vault.new_staging()
    staging.write(1, bytes(3_000_000))
    crashed = crashed_copy(place, place.root / "crashed")
    left = list((crashed.folder / "incoming").iterdir())
    assert sum(path.stat().st_size for path in left) > 500_000
    crashed.unlock().close()
    assert list((crashed.folder / "incoming").iterdir()) == []
    staging.drop()
    vault.close()


def test_a_vault_restored_without_its_incoming_folder_opens(place: Workplace):
    place.create().close()
    shutil.rmtree(place.folder / "incoming")
    vault = place.unlock()
    vault.new_staging().drop()
    vault.close()


def cancel() -> None:
    raise Cancelled


def test_a_lock_ends_what_is_being_kept_and_what_is_being_decrypted(place):
    vault = place.create()
    vault._inside.pulse = Stopping(3, cancel)
    with pytest.raises(Cancelled):
        vault.keep_incoming(io.BytesIO(bytes(4 << 20)), "stor.age")
    vault._inside.pulse = Stopping(3, cancel)
    staging = vault.new_staging()
    staging.write(1, bytes(1000))
    staging.write(1, bytes(1000))
    with pytest.raises(Cancelled):
        staging.write(1, bytes(1000))
    vault.close()
    assert list((place.folder / "incoming").iterdir()) == []
