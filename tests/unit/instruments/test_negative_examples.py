# SPDX-License-Identifier: EUPL-1.2
"""Wrong Danger Assessments met in public programs (X-01 to X-06): each must fail here."""

import msgspec
import pytest

from tests.support.library import SHIPPED
from workbench.instruments.catalogue import LIBRARY
from workbench.instruments.definition import build
from workbench.instruments.golden import GoldenTable, vector_faults
from workbench.instruments.loader import GOLDEN, read_table
from workbench.instruments.range_checks import range_faults
from workbench.instruments.schema import DefinitionTable

DA = SHIPPED.find("danger-assessment")
VECTORS, _ = read_table(LIBRARY / DA.id / DA.version / GOLDEN, GoldenTable)


def points(raw):
    return raw["rules"][0]["points"]


def every_weight_one(raw):
    for by_code in points(raw).values():
        by_code["yes"] = 1


def fractional_weights_without_the_deduction(raw):
    for by_code in points(raw).values():
        by_code["yes"] = 0.8
    raw["rules"][0]["adjustments"] = []


def four_for_both_two_and_three(raw):
    points(raw)["q02"]["yes"] = 4


def a_death_threat_that_lowers(raw):
    raw["rules"][0]["adjustments"][0]["when"]["item"] = "q06"


def other_weights_for_items_one_and_two(raw):
    points(raw)["q01"]["yes"] = points(raw)["q02"]["yes"] = 3


def limits_of_ones_own(raw):
    rows = raw["band_tables"][0]["rows"]
    rows[0]["high"], rows[1]["low"] = 3, 4


EXAMPLES = {
    "X-01": every_weight_one,
    "X-03": four_for_both_two_and_three,
    "X-04": a_death_threat_that_lowers,
    "X-05": other_weights_for_items_one_and_two,
    "X-06": limits_of_ones_own,
}


def altered(change):
    raw = msgspec.to_builtins(DA.table)
    change(raw)
    return raw


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_wrong_rule_fails_the_vectors(name):
    table = msgspec.convert(altered(EXAMPLES[name]), DefinitionTable)
    definition = build(table, DA.labels, sha256="0" * 64, source={})
    failed = {f.path.split(".")[1] for v in VECTORS.vectors for f in vector_faults(definition, v)}
    assert len(failed) >= 3


def test_a_deduction_for_a_death_threat_is_refused_before_any_vector_runs():
    table = msgspec.convert(altered(a_death_threat_that_lowers), DefinitionTable)
    definition = build(table, DA.labels, sha256="0" * 64, source={})
    assert "INSTR-022" in {fault.code for fault in range_faults(definition)}


def test_x_02_fractional_weights_do_not_even_load():
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(altered(fractional_weights_without_the_deduction), DefinitionTable)
