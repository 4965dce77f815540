# SPDX-License-Identifier: EUPL-1.2
"""The unlock page is painted with Qt and little else loaded. The ratio itself is in the bench."""

import gettext
import time
from collections.abc import Callable
from io import BytesIO

import pytest

from tests.benchmarks import startup
from workbench import words
from workbench.assets import resource

HEAVY = ("cryptography", "sqlcipher3", "reportlab", "msgspec", "rfc8785", "platformdirs")
OTHERS = {"_locale", "_queue", "gc", "heapq", "_heapq", "locale", "queue", "workbench"}
"""What is loaded beside Qt and what an empty window of it loads."""


@pytest.fixture(scope="module")
def empty_us() -> dict[str, int]:
    return startup.imports_before_paint(startup.FLOOR)


@pytest.fixture(scope="module")
def taken_us() -> dict[str, int]:
    startup.imports_before_paint()  # writes the byte code
    return startup.imports_before_paint()


def test_no_import_but_qt_takes_long_before_the_first_paint(
    taken_us: dict[str, int], empty_us: dict[str, int]
) -> None:
    """Long is a third of all that an empty window takes, on the same machine just before."""
    longest = sum(empty_us.values()) / 3
    assert {name: us for name, us in taken_us.items() if us > longest} == {}


def test_nothing_heavy_is_loaded_before_the_first_paint(taken_us: dict[str, int]) -> None:
    assert [name for name in taken_us if name.split(".")[0] in HEAVY] == []


def test_no_page_but_the_unlock_page_is_loaded_before_the_first_paint(
    taken_us: dict[str, int],
) -> None:
    rooms = {name.split(".")[2] for name in taken_us if name.startswith("workbench.ui.")}
    assert rooms == {"kit", "shell", "unlock"}
    assert "workbench.ui.kit.frame" not in taken_us


def test_nothing_is_loaded_that_an_empty_window_does_not_load_but_little_that_is_named(
    taken_us: dict[str, int], empty_us: dict[str, int]
) -> None:
    assert {name.split(".")[0] for name in taken_us.keys() - empty_us.keys()} <= OTHERS


def test_qt_s_own_namespace_is_not_named_before_the_first_paint() -> None:
    """Its thousand names take 12 ms to make; the modules loaded by then name it when they run."""
    assert not startup.names_all_of_qt()


def test_a_first_word_does_not_wait_for_all_others() -> None:
    """A page of words more must not make the first paint later: as the standard reader would."""
    compiled = resource("locale", "sv", "LC_MESSAGES", "workbench.mo")
    first, all_of_them = [], []
    for _round in range(5):
        words._catalogue.cache_clear()
        first.append(_seconds(lambda: words.speech("sv")("Unlock")))
        all_of_them.append(
            _seconds(lambda: gettext.GNUTranslations(BytesIO(compiled.read_bytes())))
        )
    assert min(first) < min(all_of_them) / 4


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
