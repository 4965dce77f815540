# SPDX-License-Identifier: EUPL-1.2
"""The unlock page is painted with Qt and little else loaded. The ratio itself is in the bench."""

import pytest

from tests.benchmarks import startup

HEAVY = ("cryptography", "sqlcipher3", "reportlab", "msgspec", "rfc8785", "platformdirs")
MOST_US = 30_000


@pytest.fixture(scope="module")
def taken_us() -> dict[str, int]:
    startup.imports_before_paint()  # writes the byte code
    return startup.imports_before_paint()


def test_no_import_but_qt_takes_long_before_the_first_paint(taken_us: dict[str, int]) -> None:
    assert {name: us for name, us in taken_us.items() if us > MOST_US} == {}


def test_nothing_heavy_is_loaded_before_the_first_paint(taken_us: dict[str, int]) -> None:
    assert [name for name in taken_us if name.split(".")[0] in HEAVY] == []


def test_no_page_but_the_unlock_page_is_loaded_before_the_first_paint(
    taken_us: dict[str, int],
) -> None:
    rooms = {name.split(".")[2] for name in taken_us if name.startswith("workbench.ui.")}
    assert rooms == {"kit", "shell", "unlock"}
    assert "workbench.ui.kit.frame" not in taken_us
