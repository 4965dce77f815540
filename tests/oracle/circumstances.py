# SPDX-License-Identifier: EUPL-1.2
"""What stands beside the answers, from plain data to what each second implementation takes."""

from collections.abc import Mapping

from tests.oracle import dash_ric_24, odara
from tests.oracle.days import Event
from tests.oracle.outcome import Outcome
from tests.oracle.static_stable import MATRICES, Matrix, combined


def given(module: str, plain: Mapping[str, object]) -> dict[str, object]:
    """Keyword arguments of `evaluate` of that module."""
    taken = dict(plain)
    if module == "dash_ric_24":
        return _dash(taken)
    if module == "odara" and "table" in taken:
        taken["table"] = odara.GRIDS[taken["table"]]
    if module == "static_stable" and "table" in taken:
        taken["matrix"] = MATRICES[taken.pop("table")]
    return taken


def _dash(taken) -> dict[str, object]:
    made = {"national": dash_ric_24.national, "kingston": dash_ric_24.kingston}
    profile = made[taken.pop("profile", "national")](taken.pop("boundary", "include"))
    confirmed = taken.pop("confirmed", True)
    taken["events"] = tuple(
        Event(event.get("day"), event.get("kind", "incident")) for event in taken.get("events", ())
    )
    taken["further"] = tuple(taken.get("further", ()))
    around = dash_ric_24.Around(**taken)
    return {"profile": profile, "around": around, "confirmed": confirmed}


def combine(static_levels: str, matrix_reads: str | None = None) -> Outcome:
    """Two totals through a fictional matrix of one cell, or through none."""
    words = {"levels-2016": "III", "levels-2009": "low"}
    static = Outcome("computed", 1, 1, 1, words[static_levels])
    stable = Outcome("computed", 5, 5, 5)
    cells = {(words[static_levels], "middle"): "cell"}
    matrix = Matrix("local", matrix_reads, cells) if matrix_reads else None
    return combined(static, static_levels, stable, matrix)
