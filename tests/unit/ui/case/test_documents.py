# SPDX-License-Identifier: EUPL-1.2
"""Several assessments with one instrument are told apart where the akt lists them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.services.colleagues import Two
from tests.unit.services.offices import SARA, Office
from tests.unit.services.test_second_rater import code_all
from workbench.services.assess import locking, rating
from workbench.ui.case.overview import overview
from workbench.words import speak


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    office = Office(tmp_path / "office")
    yield Two(office)
    office.session.close()


def captions(two: Two) -> list[str]:
    shown = overview(two.office.akt(two.case), two.desk)
    return [link.caption.partition(" · ")[2] for link in shown.documents]


def test_a_second_rating_and_a_lock_are_told(two: Two) -> None:
    speak("sv")
    two.be("sten")
    akt = two.office.akt(two.case)
    first = two.office.assess(akt, SARA)
    code_all(two, akt, first, "J", "Skäl")
    assert captions(two) == [""]
    locking.lock(akt, two.desk, first)
    assert captions(two) == ["Låst"]
    two.be("berit")
    rating.begin_second(two.office.akt(two.case), two.desk, first, had_read=False)
    assert sorted(captions(two)) == ["Låst", "andra bedömare"]
