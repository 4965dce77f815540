# SPDX-License-Identifier: EUPL-1.2
"""A process that has loaded the command line, and bears a child for each verb.

A child differs from a new process only in what it need not load again: arguments, surroundings,
folder and the three streams are its own. What depends on how a process begins (locales, closed
streams, the cost of a passphrase) is tested with new ones.
"""

import atexit
import gc
import json
import os
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from tests.tools import ROOT

SERVING = "import sys; from tests.contract import bearing; bearing.serve(int(sys.argv[1]))"
LONGEST_INPUT_BYTES = 32 * 1024  # a pipe takes it without a reader
_LONGEST_ORDER_BYTES = 256 * 1024
_STREAMS = 3


class Bearer:
    """The process; one verb at a time."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-c", SERVING, str(theirs.fileno())],
                cwd=ROOT,
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
                pass_fds=[theirs.fileno()],
            )
        self._socket = ours

    def end(self) -> None:
        self._socket.close()
        self._process.wait()

    def done(
        self,
        arguments: Sequence[str | bytes | Path],
        stdin: bytes,
        environment: Mapping[str, str],
        folder: Path,
        slowest_s: float,
    ) -> tuple[int, bytes, bytes]:
        """What a verb left behind: its exit code and its two streams.

        Raises:
            TimeoutError: it does not end.
        """
        order = json.dumps(
            [[os.fsdecode(each) for each in arguments], dict(environment), str(folder)]
        )
        out, err = os.memfd_create("out"), os.memfd_create("err")
        given, giving = os.pipe()
        try:
            os.write(giving, stdin)
            os.close(giving)
            socket.send_fds(self._socket, [order.encode()], [given, out, err])
            self._socket.settimeout(slowest_s)
            code = int(self._socket.recv(100))
            return code, _content(out), _content(err)
        finally:
            for descriptor in (given, out, err):
                os.close(descriptor)


@cache
def bearer() -> Bearer:
    """One for all tests of this process."""
    made = Bearer()
    atexit.register(made.end)
    return made


def serve(descriptor: int) -> None:
    """Bear children until nobody asks any more."""
    from workbench.cli import main

    cheaply = import_module("tests.contract.cheaply")
    for family in main._FAMILIES.values():
        import_module(family)
    gc.freeze()  # what is never looked at again need not be copied for a child
    with socket.socket(fileno=descriptor) as asked:
        while True:
            order, streams, _flags, _from = socket.recv_fds(asked, _LONGEST_ORDER_BYTES, _STREAMS)
            if not order:
                return
            child = os.fork()
            if child == 0:
                asked.close()
                _become(streams, *json.loads(order))
                _end(cheaply.main.run)
            for stream in streams:
                os.close(stream)
            _, status = os.waitpid(child, 0)
            asked.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(streams: Sequence[int], arguments: list[str], around: dict[str, str], at: str) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin, sys.stdout, sys.stderr = (
        TextIOWrapper(os.fdopen(number, mode), "utf-8")
        for number, mode in enumerate(("rb", "wb", "wb"))
    )
    os.environ.clear()
    os.environ.update(around)
    os.chdir(at)
    sys.argv = ["workbench", *arguments]


def _end(run: Callable[[], int]) -> NoReturn:
    """As a process ends, but for the modules that need not be taken apart."""
    try:
        code = run()
    except SystemExit as asked:
        code = asked.code if isinstance(asked.code, int) else 1
    except BaseException:  # noqa: BLE001  as the interpreter tells of it
        traceback.print_exc()
        code = 1
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _content(descriptor: int) -> bytes:
    with open(descriptor, "rb", closefd=False) as file:
        file.seek(0)
        return file.read()
