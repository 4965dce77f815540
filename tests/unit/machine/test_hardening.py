# SPDX-License-Identifier: EUPL-1.2
"""A hardened process: no core file, and another process of the same user cannot read it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.tools import ROOT

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's own calls")

# As root the child becomes nobody, and says again what every program that was started says: that
# it may be dumped, and (where Yama is there) that anybody may look. So only hardening hides it.
_CHILD = """
import ctypes, os, resource, sys
from workbench.machine.hardening import dump_block, harden_process
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
libc = ctypes.CDLL(None)
libc.prctl(4, 1, 0, 0, 0)
libc.prctl(0x59616d61, ctypes.c_ulong(-1), 0, 0, 0)
before = dump_block()
{act}
secret = b"Kim Exempelsson"
print(before, dump_block(), libc.prctl(3, 0, 0, 0, 0), *resource.getrlimit(resource.RLIMIT_CORE),
      id(secret), flush=True)
sys.stdin.read()
"""
_READER = """
import os, sys
pid, at = int(sys.argv[1]), int(sys.argv[2])
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        memory.seek(at)
        print("read" if b"Kim Exempelsson" in memory.read(64) else "other")
except PermissionError:
    print("refused")
"""


@contextmanager
def child(act: str) -> Iterator[tuple[int, list[str]]]:
    """A process that did `act`, and what it says of itself."""
    command = [sys.executable, "-c", _CHILD.format(act=act)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield process.pid, process.stdout.readline().split()
        finally:
            process.stdin.close()


def read_by_another(pid: int, at: str) -> str:
    command = [sys.executable, "-c", _READER, str(pid), at]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


HARDENED = "harden_process()"
TWICE = "harden_process(); harden_process()"
OPEN = "harden_process(leaves_memory_readable=True)"


@pytest.mark.parametrize("act", [HARDENED, TWICE])
def test_a_hardened_process_leaves_no_core_and_is_not_read_by_the_same_user(act):
    with child(act) as (pid, (_before, after, dumpable, soft, hard, at)):
        assert (after, dumpable, soft, hard) == ("on", "0", "0", "0")
        assert read_by_another(pid, at) == "refused"


@pytest.mark.parametrize("act", ["pass", OPEN])
def test_one_that_is_not_hardened_is_read(act):
    with child(act) as (pid, (before, after, dumpable, _soft, _hard, at)):
        assert (before, after, dumpable) == ("off", "off", "1")
        assert read_by_another(pid, at) == "read"


def test_where_the_machine_is_not_linux_nothing_is_claimed(monkeypatch):
    from workbench.machine import hardening

    monkeypatch.setattr(sys, "platform", "darwin")
    assert hardening.dump_block() == "unknown"


def test_every_verb_that_takes_a_passphrase_hardens_before_it_reads_it(tmp_path):
    """All of them read it by one function; there the process is shut before the file is opened."""
    script = (
        "import pathlib, sys\n"
        "from workbench.cli import inputs\n"
        "from workbench.machine.hardening import dump_block\n"
        "opened = inputs._opened\n"
        "inputs._opened = lambda path: print(dump_block()) or opened(path)\n"
        "print(dump_block(), len(inputs.read_passphrase(pathlib.Path(sys.argv[1]))))\n"
    )
    (tmp_path / "phrase").write_text("ett två tre\n", encoding="utf-8")
    command = [sys.executable, "-c", script, str(tmp_path / "phrase")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["on", "off", "11"]
