# SPDX-License-Identifier: EUPL-1.2
"""Every vector of the domain reference runs from the definition file that carries it."""

import pytest

from tests.support.library import SHIPPED
from workbench.instruments.catalogue import LIBRARY
from workbench.instruments.golden import Expected, GoldenTable, Vector, vector_faults
from workbench.instruments.loader import GOLDEN, read_table

CATALOGUE = SHIPPED


def golden_of(definition):
    table, faults = read_table(LIBRARY / definition.id / definition.version / GOLDEN, GoldenTable)
    assert faults == ()
    return table


CASES = [(d, vector) for d in CATALOGUE.all() for vector in golden_of(d).vectors]
LENT = {
    (d.id, d.version): {table.name or table.id: table for table in golden_of(d).tables}
    for d in CATALOGUE.all()
}


@pytest.mark.parametrize(("definition", "vector"), CASES, ids=lambda part: part.id)
def test_a_vector_gives_what_it_says(definition, vector):
    lent = LENT[definition.id, definition.version]
    assert list(vector_faults(definition, vector, lent)) == []


def test_every_vector_of_the_reference_is_carried():
    carried = {vector.id for _definition, vector in CASES}
    wanted = {f"DA-{n:02}" for n in range(1, 28)} - {"DA-18", "DA-19"}
    wanted |= {"DA-18a", "DA-18b", "DA-19a", "DA-19b", "FR-01", "FR-02"}
    wanted |= {"SPJ-01", "SPJ-02", "SPJ-03", "SPJ-12"}
    assert wanted <= carried


def test_no_vector_id_stands_twice_in_a_definition():
    ids = [(definition.id, definition.version, vector.id) for definition, vector in CASES]
    assert len(ids) == len(set(ids))


def test_a_false_vector_is_named_with_every_part_that_differs():
    definition = CATALOGUE.find("danger-assessment")
    false = Vector(
        id="F",
        mark="added",
        rest="no",
        expect=Expected(status="computed", value=1, band="severe", counts={"answered": 3}),
    )
    found = [(f.path, f.code) for f in vector_faults(definition, false)]
    parts = ["value", "band", "min", "max", "counts"]
    assert found == [(f"vectors.F.{part}", "INSTR-023") for part in parts]


def test_a_vector_for_a_rule_that_is_not_there_is_named():
    definition = CATALOGUE.find("danger-assessment")
    vector = Vector(id="F", mark="added", rule="other", expect=Expected(status="computed"))
    assert [f.path for f in vector_faults(definition, vector)] == ["vectors.F"]


def test_a_vector_can_speak_of_an_item_that_does_not_exist():
    definition = CATALOGUE.find("danger-assessment")
    vector = Vector(
        id="F",
        mark="added",
        given={"declined": ["q99"]},
        rule="score",
        expect=Expected(status="invalid-input", faults=["ANSWERS-010"]),
    )
    assert list(vector_faults(definition, vector)) == []
