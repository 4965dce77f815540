# SPDX-License-Identifier: EUPL-1.2
"""A result by an own rule: nothing beside it says that there is no rule, no inner name shows, its card tells it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.services.colleagues import Two
from tests.unit.services.offices import FREDA, Office
from tests.unit.services.test_own_rules import BERITS, answered, proposed
from workbench.services.assess import assessing, locking, own_rules
from workbench.services.assess.own_rules import Beside
from workbench.services.records.akt import Akt
from workbench.ui.choose_instrument import listing
from workbench.ui.result.shapes import result_vm
from workbench.words import speak

NO_RULE = "Ingen belagd poängregel finns. Svaren sparas utan poäng."


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


def rule_on_the_card(office: Office, akt: Akt) -> str:
    """What is said of the rule where an instrument is chosen."""
    cards = listing.load(akt, office.desk).vm.instruments
    return next(each.rule for each in cards if each.key.startswith(FREDA))


def test_a_result_by_an_own_rule_is_told_as_one(office: Office) -> None:
    speak("sv")
    two = Two(office)
    two.be("sten")
    akt, made = answered(office)
    kept = proposed(office)
    before = result_vm(akt, office.desk, made)
    assert NO_RULE in before.caveats
    assert rule_on_the_card(office, akt).startswith("Ingen belagd poängregel")
    own_rules.check_here(
        office.desk, kept, Beside(2, BERITS), own_rules.rows_left(office.desk, kept)
    )
    vm = result_vm(akt, office.desk, made)
    assert (vm.instrument.figure, vm.instrument.level) == ("20 poäng", "Två")
    assert vm.instrument.table == ""
    assert NO_RULE not in vm.caveats
    assert rule_on_the_card(office, akt).startswith("Egen regel av Maj Metodsdotter")


def test_what_is_locked_says_so_where_one_goes_on(office: Office) -> None:
    speak("sv")
    akt, made = answered(office)
    assessing.enter_sitting(akt, made)
    (begun,) = listing.load(akt, office.desk).vm.begun
    assert (begun.record, begun.state) == (made, "")
    locking.lock(akt, office.desk, made)
    (begun,) = listing.load(akt, office.desk).vm.begun
    assert begun.state == "Låst"
