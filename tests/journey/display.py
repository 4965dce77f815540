# SPDX-License-Identifier: EUPL-1.2
"""A real X server without a screen, the program on it as a process, and keys for it."""

import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from tests.journey.place import HEIGHT, WIDTH
from tests.journey.rehearsal import Stroke

_STARTS_S, _WINDOW_S, _QUIET_S, _PATIENCE_S = 20, 30, 0.25, 20.0
_HEADER = struct.Struct(">25I")
_COLOUR_BYTES = 12
PROGRAM = Path(sys.executable).parent / "workbench"


@dataclass(slots=True)
class Display:
    """The server's number, and the file in which it keeps what is seen.

    `program`: the process whose window is on it, 0 before there is one.
    """

    number: str
    framebuffer: Path
    program: int = 0

    @property
    def environment(self) -> dict[str, str]:
        """For whatever uses this display; without UTF-8 xdotool types no å."""
        return {"DISPLAY": f":{self.number}", "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}

    def tool(self, *arguments: str) -> str:
        """One xdotool command."""
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return done.stdout.strip()

    def seen(self) -> QImage:
        """What is on the screen now."""
        content = self.framebuffer.read_bytes()
        header = _HEADER.unpack_from(content)
        size, width, height, line, colours = (header[at] for at in (0, 4, 5, 12, 19))
        pixels = content[size + colours * _COLOUR_BYTES :]
        return QImage(pixels, width, height, line, QImage.Format.Format_RGB32).copy()

    def wait_until_quiet(self) -> None:
        """Until nothing has moved for a moment, and the program has nothing left to do.

        A blinking caret is quiet between its blinks. On a loaded machine a still picture says
        little: a thread that waits for its turn has not painted yet.
        """
        ends = time.monotonic() + _PATIENCE_S
        before, since = self.framebuffer.read_bytes(), time.monotonic()
        while time.monotonic() < ends and time.monotonic() - since < _QUIET_S:
            select.select([], [], [], 0.03)
            now = self.framebuffer.read_bytes()
            if now != before or self._is_at_work():
                before, since = now, time.monotonic()

    def _is_at_work(self) -> bool:
        """Whether a thread of the program runs, waits for its turn, or waits for the disk."""
        states = Path(f"/proc/{self.program}/task").glob("*/stat") if self.program else ()
        return any(_state_of(stat) in {"R", "D"} for stat in states)

    def replay(self, strokes: Sequence[Stroke]) -> None:
        """Press the keys of a rehearsal."""
        for stroke in strokes:
            if stroke.kind == "key":
                self.tool("key", stroke.what)
            elif stroke.kind == "text":
                self.tool("type", "--delay", "10", stroke.what)
            else:
                self.wait_until_quiet()


@contextmanager
def display(folder: Path) -> Iterator[Display]:
    """An X server with a Swedish keyboard, at a number that nobody uses."""
    read, write = os.pipe()
    screen = f"{WIDTH}x{HEIGHT}x24"
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", screen, "-fbdir", str(folder)]
    server = subprocess.Popen(
        [*command, "-noreset", "-nolisten", "tcp"],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read, "rb") as told:
            ready, _, _ = select.select([told], [], [], _STARTS_S)
            assert ready, "Xvfb does not start"
            number = told.readline().decode().strip()
        shown = Display(number, folder / "Xvfb_screen0")
        subprocess.run(["setxkbmap", "se"], env=shown.environment, check=False, timeout=30)
        yield shown
    finally:
        server.terminate()
        server.wait(timeout=20)


@contextmanager
def program(shown: Display, vault: Path, state: Path) -> Iterator[str]:
    """`workbench run`, its window as large as the screen and with the keyboard; its window id."""
    home = state.parent / "home"
    home.mkdir()
    environment = shown.environment | {
        "HOME": str(home),
        "VARN_STATE_DIR": str(state),
        "QT_QPA_PLATFORM": "xcb",
    }
    running = subprocess.Popen(
        [str(PROGRAM), "run", str(vault)], env=environment, cwd=home, stdin=subprocess.DEVNULL
    )
    shown.program = running.pid
    try:
        window = _window_of(shown, running)
        shown.tool("windowsize", "--sync", window, str(WIDTH), str(HEIGHT))
        shown.tool("windowfocus", "--sync", window)
        shown.wait_until_quiet()
        yield window
    finally:
        shown.program = 0
        running.terminate()
        running.wait(timeout=20)


def _state_of(stat: Path) -> str:
    """The letter after the name in parentheses; none for a thread that has just ended."""
    try:
        return stat.read_text(encoding="ascii", errors="replace").rpartition(") ")[2][:1]
    except OSError:
        return ""


def _window_of(shown: Display, running: subprocess.Popen[bytes]) -> str:
    ends = time.monotonic() + _WINDOW_S
    while time.monotonic() < ends:
        assert running.poll() is None, "the program ended"
        found = shown.tool("search", "--onlyvisible", "--pid", str(running.pid)).split()
        if found:
            return found[-1]
        select.select([], [], [], 0.1)
    raise AssertionError("no window came up")
