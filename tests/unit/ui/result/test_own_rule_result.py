# SPDX-License-Identifier: EUPL-1.2
"""A result by an own rule: nothing beside it says that there is no rule, and no inner name shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.services.colleagues import Two
from tests.unit.services.offices import Office
from tests.unit.services.test_own_rules import BERITS, answered, proposed
from workbench.services import own_rules
from workbench.services.own_rules import Beside
from workbench.ui.result.shapes import result_vm
from workbench.words import speak

NO_RULE = "Ingen belagd poängregel finns. Svaren sparas utan poäng."


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


def test_a_result_by_an_own_rule_is_told_as_one(office: Office) -> None:
    speak("sv")
    two = Two(office)
    two.be("sten")
    akt, made = answered(office)
    kept = proposed(office)
    before = result_vm(akt, office.desk, made)
    assert NO_RULE in before.caveats
    own_rules.check_here(office.desk, kept, Beside(2, BERITS))
    vm = result_vm(akt, office.desk, made)
    assert (vm.instrument.figure, vm.instrument.level) == ("20 poäng", "Två")
    assert vm.instrument.table == ""
    assert NO_RULE not in vm.caveats
