# SPDX-License-Identifier: EUPL-1.2
"""Modules: chosen by a person, read by the plans and the pages from one place."""

import pytest

from tests.support.desk import Bench
from tests.unit.services.planners import LIBRARY, begin
from workbench.domain.plans import PlanModules
from workbench.services.loop import chosen_modules, safety_planning

WANTED = {
    "honour", "disability", "substance", "older", "lgbtq", "interpreter", "men", "pregnancy",
    "animals", "rural", "digital", "youth", "migration", "mental-health",
}  # fmt: skip


@pytest.fixture
def akt():
    bench = Bench()
    return begin(bench)


def test_every_special_vulnerability_can_be_chosen_and_none_is_by_itself(akt) -> None:
    assert {each.id for each in chosen_modules.choosable_in(akt, LIBRARY)} == WANTED
    assert chosen_modules.chosen_in(akt) == ()
    assert chosen_modules.warnings_in(akt, LIBRARY) == ()


def test_what_is_chosen_brings_its_warnings_in_the_librarys_order_and_goes_again(akt) -> None:
    safety_planning.enter_modules(akt, PlanModules(("interpreter", "honour")))
    told = chosen_modules.warnings_in(akt, LIBRARY)
    assert [each.module for each in told] == ["honour", "interpreter"]
    assert all(each.warnings for each in told)
    safety_planning.enter_modules(akt, PlanModules(()))
    assert chosen_modules.warnings_in(akt, LIBRARY) == ()
