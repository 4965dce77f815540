# SPDX-License-Identifier: EUPL-1.2
"""A published table is that of the definition, with every cell and nothing beside, or it is not."""

import pytest

from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.local_tables import MatrixCells, Proration
from workbench.instruments.wanted_tables import WantedCells, WantedRows, fits, wanted_table

ODARA = wanted_table(load_catalogue().find("odara"))
BOTH = wanted_table(load_catalogue().find("static-stable", "levels-2016"))
ROWS = [list(range(14 - unknown)) for unknown in range(6)]


def cells(level: str = "ii") -> dict[str, dict[str, str]]:
    return {a: dict.fromkeys(BOTH.b_codes, level) for a in BOTH.a_codes}


def matrix(**changed: object) -> MatrixCells:
    said = {"id": BOTH.id, "a_table": BOTH.a_table, "b_table": BOTH.b_table, "cells": cells()}
    return MatrixCells(**said | changed)


def test_what_the_library_waits_for_is_read_from_its_rules():
    assert WantedRows("odara-proration", (13, 12, 11, 10, 9)) == ODARA
    assert isinstance(BOTH, WantedCells)
    assert (BOTH.a_table, BOTH.b_table) == ("levels-2016", "stable-input")
    assert BOTH.b_codes == ("lowest", "middle", "highest")
    assert wanted_table(load_catalogue().find("hark")) is None


def test_a_whole_table_fits():
    assert fits(ODARA, Proration(id="odara-proration", by_unknown=ROWS))
    assert fits(BOTH, matrix())


@pytest.mark.parametrize(
    "content",
    [
        Proration(id="another", by_unknown=ROWS),
        Proration(id="odara-proration", by_unknown=ROWS[:-1]),
        Proration(id="odara-proration", by_unknown=[*ROWS[:-1], ROWS[-1][:-1]]),
        Proration(id="odara-proration", by_unknown=[*ROWS, [0]]),
        Proration(id="odara-proration", by_unknown=[[0], *ROWS[1:]]),
        matrix(id="odara-proration"),
    ],
)
def test_a_table_of_totals_with_a_cell_too_few_or_many_does_not_fit(content):
    assert not fits(ODARA, content)
    assert not fits(None, content)


@pytest.mark.parametrize(
    "content",
    [
        matrix(a_table="levels-2009"),
        matrix(b_table="another"),
        matrix(cells={a: row for a, row in cells().items() if a != BOTH.a_codes[0]}),
        matrix(cells=cells() | {BOTH.a_codes[0]: {"lowest": "ii"}}),
        matrix(cells=cells("vi")),
        Proration(id=BOTH.id, by_unknown=ROWS),
    ],
)
def test_a_table_of_levels_of_other_categories_or_with_other_levels_does_not_fit(content):
    assert not fits(BOTH, content)
