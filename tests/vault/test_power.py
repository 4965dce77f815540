# SPDX-License-Identifier: EUPL-1.2
"""What a disk may be left as when the power goes, and that careless programs are found out.

The sound ones are looked at in `test_evidence.py` at some moments, in `make evidence` at all.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from tests.evidence.campaign import folder_in_memory
from tests.tools import require
from tests.vault import power, tracing
from tests.vault.disk import KEPT, LOST, TORN, Disk, Tree
from tests.vault.tracing import Event

CALM = Random("calm")


def after(before: Tree, *events: Event) -> Disk:
    disk = Disk(before)
    for event in events:
        disk.ask(event)
    return disk


def wrote(path: str, data: bytes, at: int = 0) -> Event:
    return Event("write", path, at, data)


def renamed(path: str, to: str) -> Event:
    return Event("rename", path, to=to)


MADE = (Event("make", "a"), wrote("a", b"new"))


def test_what_was_not_synced_may_be_gone():
    disk = after({"a": b"old"}, wrote("a", b"new"))
    assert disk.left(KEPT, KEPT, CALM) == {"a": b"new"}
    assert disk.left(LOST, KEPT, CALM) == {"a": b"old"}


def test_what_was_synced_stays_and_what_came_later_does_not():
    disk = after({"a": b"old"}, wrote("a", b"new"), Event("sync", "a"), wrote("a", b"late"))
    assert disk.left(LOST, LOST, CALM) == {"a": b"new"}


def test_a_synced_file_without_a_synced_folder_may_be_nowhere():
    disk = after({}, *MADE, Event("sync", "a"))
    assert disk.left(LOST, LOST, CALM) == {}
    disk.ask(Event("sync", ""))
    assert disk.left(LOST, LOST, CALM) == {"a": b"new"}


def test_a_synced_name_without_synced_content_is_an_empty_file():
    assert after({}, *MADE, Event("sync", "")).left(LOST, LOST, CALM) == {"a": b""}


def test_a_rename_is_whole_or_not_at_all():
    disk = after({"a": b"old", "b": b"other"}, renamed("a", "b"))
    assert disk.left(KEPT, KEPT, CALM) == {"b": b"old"}
    assert disk.left(KEPT, LOST, CALM) == {"a": b"old", "b": b"other"}


def test_a_rename_into_another_folder_is_whole_or_not_at_all():
    before: Tree = {"a": None, "a/x": b"content", "b": None}
    for seed in range(20):
        left = after(before, renamed("a/x", "b/x")).left(KEPT, TORN, Random(seed))
        assert ("a/x" in left) != ("b/x" in left)


def test_the_content_of_a_folder_that_was_forgotten_is_forgotten():
    disk = after({}, Event("folder", "f"), Event("make", "f/a"), Event("sync", "f"))
    assert disk.left(KEPT, LOST, CALM) == {}


def test_a_removed_file_may_come_back():
    disk = after({"a": b"old"}, Event("remove", "a"))
    assert disk.left(KEPT, KEPT, CALM) == {}
    assert disk.left(KEPT, LOST, CALM) == {"a": b"old"}


def test_a_file_made_anew_in_the_place_of_another_keeps_its_own_content():
    disk = after({"a": b"old"}, Event("remove", "a"), *MADE)
    assert disk.left(KEPT, KEPT, CALM) == {"a": b"new"}
    assert disk.left(KEPT, LOST, CALM) == {"a": b"old"}


def left_in(disk: Disk, tries: int = 300) -> set[bytes]:
    return {disk.left(TORN, KEPT, Random(seed))["a"] or b"" for seed in range(tries)}


def test_writes_may_be_torn_at_sectors_and_reach_the_disk_in_any_order():
    disk = after({"a": bytes(2048)}, wrote("a", b"\1" * 1024), wrote("a", b"\2" * 1024, 1024))
    sectors = {tuple(left[at] for at in range(0, 2048, 512)) for left in left_in(disk)}
    assert (0, 0, 2, 2) in sectors  # the later without the earlier
    assert any(0 in each[:2] and 1 in each[:2] for each in sectors)  # torn
    assert all(left.count(left[0]) % 512 == 0 for left in left_in(disk))


def test_a_hole_before_a_write_that_was_kept_holds_zeros():
    disk = after({"a": b""}, wrote("a", b"\1" * 512), wrote("a", b"\2" * 512, 512))
    assert bytes(512) + b"\2" * 512 in left_in(disk)


# --- what strace sees -----------------------------------------------------------------------------

PROGRAM = """
import os, shutil, sys
from pathlib import Path
root = Path(sys.argv[1])
(root / "f").mkdir()
with (root / "f" / "a").open("wb") as file:
    file.write(b"one")
    file.flush()
    os.fsync(file.fileno())
    file.write(b"two")
shutil.copyfile(root / "f" / "a", root / "copy")
(root / "copy").rename(root / "f" / "moved")
with (root / "f" / "a").open("ab") as file:
    file.write(b"three")
    file.truncate(8)
os.write(1, b"said this\\n")
(root / "gone").write_bytes(b"x")
(root / "gone").unlink()
(root / "å, ö) = 3").write_bytes(b"x")
try:
    (root / "f" / "none" / "b").write_bytes(b"x")
except OSError:
    pass
shutil.rmtree(root / "old")
"""


def traced(root: Path, program: str) -> Sequence[Event]:
    require("strace")
    log = root.parent / "log"
    tracing.run([sys.executable, "-c", program, str(root)], log)
    return list(tracing.events(log, root))


def test_a_trace_rebuilds_what_the_program_left(tmp_path: Path):
    root = tmp_path / "root"
    (root / "old" / "deep").mkdir(parents=True)
    (root / "old" / "deep" / "x").write_bytes(b"x")
    disk = Disk(power.read_tree(root))
    asked = traced(root, PROGRAM)
    for event in asked:
        disk.ask(event)
    assert disk.tree() == power.read_tree(root)
    assert disk.tree()["f/a"] == b"onetwoth"
    assert [event.data for event in asked if event.does == "say"] == [b"said this\n"]


@pytest.mark.parametrize(
    "careless",
    [
        "import mmap; f = open(p, 'w+b'); f.truncate(9); mmap.mmap(f.fileno(), 9)[0] = 1",
        "import os; open(p, 'wb'); os.rename(p, os.path.dirname(p) + 'elsewhere')",
        "import os; open(p, 'wb'); f = os.open(p, os.O_RDWR); os.read(f, 1); os.write(f, b'x')",
        "import os; os.symlink('x', p)",
        "import os; f = os.open(p, os.O_CREAT | os.O_WRONLY); os.writev(f, [b'x'])",
    ],
)
def test_what_cannot_be_rebuilt_is_refused(tmp_path: Path, careless):
    root = tmp_path / "root"
    root.mkdir()
    with pytest.raises(tracing.UnknownCallError):
        traced(root, f"import sys; p = sys.argv[1] + '/file'; {careless}")


# --- careless programs ----------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "first", "every"),
    [
        ("NO_SYNC", 0, 40),  # PRAGMA synchronous=OFF
        ("NO_FOLDER_SYNC", 0, 5),
        ("NO_FILE_SYNC", 0, 8),
        ("NO_WRITING", 0, 40),
        ("TWO_STEPS", 0, 30),
    ],
)
def test_a_program_that_does_not_keep_its_promises_is_found_out(name, first, every):
    require("strace")
    careless = f"tests.vault.careless:{name}"
    with folder_in_memory() as folder:
        trace = power.record(careless, folder / "recorded")
        states = power.states(trace, every=every, first=first)
        assert any(power.check(careless, state, folder / "rebuilt") for state in states)
