# SPDX-License-Identifier: EUPL-1.2
"""Operations that break their promises on purpose: what looks for broken promises must find these.

Each is an operation of the register in a program that forgets one thing. They run in children
only, where changing the program changes nobody else's.
"""

from contextlib import suppress
from dataclasses import replace

from tests.vault.making import Workplace
from tests.vault.operations import OPERATIONS, Say
from workbench.vault import cipher, durable
from workbench.vault.casefile import OpenCase
from workbench.vault.errors import DiskFullError


def _without_sync(place: Workplace, say: Say) -> None:
    """SQLite acknowledges before the disk has it."""
    off = "PRAGMA synchronous=OFF"
    cipher._AFTER_THE_KEY = tuple(
        off if "synchronous" in each else each for each in cipher._AFTER_THE_KEY
    )
    cipher._AS_READ_BACK = tuple(
        (pragma, 0 if pragma == "PRAGMA synchronous" else value)
        for pragma, value in cipher._AS_READ_BACK
    )
    OPERATIONS["enter"].work(place, say)


def _without_folder_sync(place: Workplace, say: Say) -> None:
    """Files are made and renamed, and their folder never hears that it should remember."""
    durable.sync_folder = lambda _folder: None
    OPERATIONS["create"].work(place, say)


def _without_file_sync(place: Workplace, say: Say) -> None:
    """The name is durable, the content is not."""

    def pour(file: int, content: bytes) -> None:
        durable.os.write(file, content)

    durable._pour = pour
    OPERATIONS["create"].work(place, say)


def _without_writing(place: Workplace, say: Say) -> None:
    """It says that it wrote."""
    OpenCase.append = lambda *_, **__: None
    OPERATIONS["enter"].work(place, say)


def _in_two_steps(place: Workplace, say: Say) -> None:
    """A sitting as one commit for each entry."""
    whole = OpenCase.append

    def append(self: OpenCase, entries: list, **rest: object) -> None:
        for entry in entries:
            whole(self, [entry], **rest)

    OpenCase.append = append
    OPERATIONS["enter"].work(place, say)


def _without_telling(place: Workplace, say: Say) -> None:
    """A full disk is nobody's business: it goes on, and says that it wrote."""
    whole = OpenCase.append

    def append(self: OpenCase, *given: object, **rest: object) -> None:
        with suppress(DiskFullError):
            whole(self, *given, **rest)

    OpenCase.append = append
    OPERATIONS["enter"].work(place, say)


def _without_work(_place: Workplace, _say: Say) -> None:
    """A child that fails at once."""
    raise RuntimeError("on purpose")


NO_SYNC = replace(OPERATIONS["enter"], work=_without_sync)
NO_FOLDER_SYNC = replace(OPERATIONS["create"], work=_without_folder_sync)
NO_FILE_SYNC = replace(OPERATIONS["create"], work=_without_file_sync)
NO_WRITING = replace(OPERATIONS["enter"], work=_without_writing)
TWO_STEPS = replace(OPERATIONS["enter"], work=_in_two_steps)
NO_TELLING = replace(OPERATIONS["enter"], work=_without_telling)
NO_WORK = replace(OPERATIONS["enter"], work=_without_work)
