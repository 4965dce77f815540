# SPDX-License-Identifier: EUPL-1.2
"""A message bus of the test's own, and the stand-in for the system's services on it."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtTest import QTest

from tests.tools import ROOT, require

PATIENCE_S = 20.0
_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>"""


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """Its address; gone afterwards."""
    require("dbus-daemon")
    config = folder / "bus.conf"
    config.write_text(_CONFIG.format(folder=folder), encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True) as daemon:
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


class StandIn:
    """The process on the other side: tells what it was asked, sends what it is told to."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._lines: SimpleQueue[str] = SimpleQueue()
        self.heard: list[str] = []
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def end(self) -> None:
        """Gone, like a service that fails; its last word is read before the pipe is closed."""
        self._process.kill()
        self._reader.join()

    def send(self, word: str) -> None:
        """Send it, and see that it was sent."""
        self._process.stdin.write(word + "\n")
        self._process.stdin.flush()
        self.wait_for(f"sent {word}")

    def wait_for(self, line: str) -> None:
        wait(lambda: line in self.said())

    def said(self) -> list[str]:
        """Every line so far."""
        while True:
            try:
                self.heard.append(self._lines.get_nowait())
            except Empty:
                return self.heard

    def _read(self) -> None:
        for line in self._process.stdout:
            self._lines.put(line.strip())


@contextmanager
def stand_in(address: str, *flags: str) -> Iterator[StandIn]:
    """The services, there and listening."""
    command = [sys.executable, str(Path(__file__).with_name("stand_in.py")), address, *flags]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        made = StandIn(process)
        try:
            made.wait_for("ready")
            yield made
        finally:
            made.end()


def wait(until: Callable[[], bool]) -> None:
    """Let the window live until something is so."""
    ends = time.monotonic() + PATIENCE_S
    while not until():
        assert time.monotonic() < ends, "it never came"
        QTest.qWait(5)
