# SPDX-License-Identifier: EUPL-1.2
"""What Översikt gathers grows with the akt, never with its square: counted, not timed."""

import sys

import pytest

from tests.support import long_akt
from tests.support.desk import Bench
from workbench.ui.case.overview import overview

ROUNDS = 4


@pytest.fixture(scope="module")
def calls():
    """How many functions are called for `ROUNDS` rounds of the loop, and for twice as many."""
    bench = Bench()
    return [_counted(bench, rounds) for rounds in (ROUNDS, 2 * ROUNDS)]


def _counted(bench, rounds):
    case = bench.begin()
    long_akt.fill(bench.akt(case), rounds * long_akt.ROUND, bench.clock.today())
    desk, counted = bench.session.desk, 0
    overview(bench.akt(case), desk)  # what is read once in a program is read
    bench.session.put_away()
    akt = bench.akt(case)

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        vm = overview(akt, desk)
    finally:
        sys.setprofile(None)
    assert len(vm.documents) == 2 * rounds
    return counted


def test_an_akt_twice_as_long_takes_twice_the_work(calls) -> None:
    short, long = calls
    assert 1.5 < long / short < 2.4
