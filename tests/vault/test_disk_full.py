# SPDX-License-Identifier: EUPL-1.2
"""A full disk: the step that met it did not happen, every earlier one stands, and it is said.

The disk is a real small one: a tmpfs in a mount namespace of a child process. Here the vault goes
on working once there is room; that every write of every operation may meet a full disk is seen in
`test_evidence.py` and by `make evidence`.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import missing_tool, require
from tests.vault.making import Workplace, writer
from workbench.vault.errors import DiskFullError

ROOT = Path(__file__).parents[2]
_MOUNT = 'mount -t tmpfs -o size=%dk,mode=700 none "$0" && exec "$@"'
_FILL = """
import io, json, os, sys
from pathlib import Path
from tests.vault.making import Workplace, writer
from workbench.domain.errors import WorkbenchError
from workbench.services.ports import CaseSummary

disk, step = Path(sys.argv[1]), sys.argv[2]
place = Workplace(disk)
place.state.mkdir()
vault = place.create()
akt = writer(place, vault)
akt.enter("ett", "tva")
row = akt.type("text", "kvar")
ballast = (disk / "ballast").open("wb")
room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
ballast.write(bytes(max(0, room - int(sys.argv[3]))))
ballast.flush()
big = {"text": "x" * 60_000}
steps = {
    "append": lambda: akt.file.append([akt.version(big)], clearing=[row.key]),
    "attach": lambda: akt.file.append([akt.version({"text": "a"})], attachments={"a": bytes(90_000)}),
    "type": lambda: akt.type("other", "y" * 60_000),
    "new": lambda: [vault.new_case(str(n)) for n in range(50)],
    "mirror": lambda: vault.mirror(akt.file.case, CaseSummary(("n" * 60_000,))),
    "incoming": lambda: vault.keep_incoming(io.BytesIO(bytes(300_000)), "a.age"),
    "staging": lambda: vault.new_staging().write(1, os.urandom(9_000_000)),
}
code = ""
try:
    steps[step]()
except WorkbenchError as error:
    code = error.code
ballast.truncate(0)
ballast.close()
texts = [entry.content()["text"] for entry in akt.file.entries()]
rows = [found.value for found in akt.file.working_rows(vault.signer.user)]
akt.enter("efter")
case = akt.file.case
vault.close()
vault = place.unlock()
again = [entry.content()["text"] for entry in vault.open_case(case).entries()]
whys = [report.why for report in vault.verify() if report.why]
left = [path.name for path in (place.folder / "incoming").iterdir()]
vault.close()
print(json.dumps([code, texts, rows, again, whys, left]))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("step", "room"),
    [
        *((step, 20_000) for step in ("append", "attach", "type", "new", "mirror")),
        *((step, 0) for step in ("append", "incoming", "staging")),
    ],
)
def test_a_full_disk_is_told_and_what_was_acknowledged_stands(tmp_path: Path, step, room):
    disk = tmp_path / "disk"
    disk.mkdir()
    code, texts, rows, again, whys, left = on_small_disk(disk, step, str(room))
    assert code == "VAULT-009"
    assert texts == ["ett", "tva"]
    assert rows == ['"kvar"']
    assert again == ["ett", "tva", "efter"]
    assert whys == []
    assert left == []


def on_small_disk(disk: Path, *arguments: str) -> list:
    require("unshare", "mount")
    command = ["unshare", "-rm", "sh", "-c", _MOUNT % 4096, str(disk)]
    if subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        missing_tool("mount namespaces")
    child = subprocess.run(
        [*command, sys.executable, "-c", _FILL, str(disk), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    return json.loads(child.stdout)


def test_a_database_that_may_not_grow_says_the_same(place: Workplace):
    vault = place.create()
    akt = writer(place, vault)
    (kept,) = akt.enter("ett")
    connection = akt.file._file.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError):
        akt.enter("x" * 50_000)
    connection.execute("PRAGMA max_page_count = 4294967294")
    assert akt.file.entries() == (kept,)
    akt.enter("två")
    vault.close()
    vault = place.unlock()
    assert len(vault.open_case(akt.file.case).entries()) == 2
    vault.close()


@pytest.mark.slow
@pytest.mark.parametrize("size_kib", [8, 24, 48, 80, 120])
def test_a_vault_that_found_no_room_leaves_nothing_that_looks_like_one(tmp_path: Path, size_kib):
    require("unshare", "mount")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["unshare", "-rm", "sh", "-c", _MOUNT % size_kib, str(disk), sys.executable, "-c"]
    child = subprocess.run(
        [*command, _FOUND, str(disk)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert child.stdout.split()[:2] == ["VAULT-009", "0"], child.stderr


_FOUND = """
import sys
from pathlib import Path
from tests.vault.making import Workplace
from workbench.domain.errors import WorkbenchError
place = Workplace(Path(sys.argv[1]))
try:
    place.create()
except WorkbenchError as error:
    left = list(place.folder.iterdir()) if place.folder.exists() else []
    print(error.code, len(left), error.facts)
"""
