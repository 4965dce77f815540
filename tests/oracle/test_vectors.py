# SPDX-License-Identifier: EUPL-1.2
"""Every test vector of the domain reference, against the second implementation."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from fractions import Fraction
from importlib import import_module
from pathlib import Path

import pytest

from tests.oracle import circumstances, odara
from tests.oracle.outcome import Outcome

FOLDER = Path(__file__).parent / "vectors"
# How many vectors the reference has under each prefix.
COUNTED = {
    "FR": 7, "SPJ": 12, "DA": 27, "D5": 6, "DR": 25, "OD": 19, "ST": 25, "SB": 7, "LP": 13, "HI": 9,
    "HK": 6, "CA": 9, "CS": 3, "WA": 4, "WS": 1, "AA": 3, "CT": 4, "NQ": 3, "VA": 1, "TC": 4,
}  # fmt: skip
# No rule to compute: versions, journal, paper, locks, warnings and the order of views.
ELSEWHERE = {
    *(f"SPJ-{n:02}" for n in range(1, 13)),
    *("FR-04", "FR-05", "FR-07", "NQ-03", "TC-03", "TC-04"),
}


def vectors() -> Iterator:
    for path in sorted(FOLDER.glob("*.toml")):
        sheet = tomllib.loads(path.read_text(encoding="utf-8"))
        for vector in sheet["vector"]:
            yield pytest.param(sheet, vector, id=vector["id"])


def result_of(sheet: Mapping, vector: Mapping) -> object:
    module = import_module(f"tests.oracle.{sheet['module']}")
    if "call" in vector:
        args = dict(vector["args"])
        if "table" in args:
            args["table"] = odara.GRIDS[args["table"]]
        owner = module if hasattr(module, vector["call"]) else circumstances
        return getattr(owner, vector["call"])(**args)
    plain = circumstances.given(sheet["module"], vector.get("with", {}))
    return module.evaluate(answers_of(module, sheet, vector), **plain)


def answers_of(module, sheet: Mapping, vector: Mapping) -> dict[str, str | None]:
    """The fill for every item, then what the sheet and the vector say; "-" is no value."""
    version = vector.get("with", {}).get("version", "strangulation-2017")
    items = module.items(version) if hasattr(module, "items") else module.ITEMS
    fill = vector.get("fill", sheet.get("fill", "-"))
    said = {**dict.fromkeys(items, fill), **sheet.get("base", {}), **vector["answers"]}
    return {item: None if code == "-" else code for item, code in said.items()}


def holds(expected: object, found: object) -> bool:
    """Whether what was found has everything that is expected of it."""
    if expected == "none":
        return found is None
    if isinstance(expected, dict):
        return isinstance(found, Mapping) and all(
            key in found and holds(said, found[key]) for key, said in expected.items()
        )
    if isinstance(expected, list):
        return list(found) == expected if isinstance(found, tuple) else found == set(expected)
    if isinstance(expected, str) and re.fullmatch(r"\d+/\d+", expected):
        return found == Fraction(expected)
    return found == expected and isinstance(found, bool) == isinstance(expected, bool)


@pytest.mark.parametrize(("sheet", "vector"), list(vectors()))
def test_the_second_implementation_gives_what_the_reference_says(sheet, vector):
    expected = dict(vector["expect"])
    if "raises" in expected:
        with pytest.raises(ValueError, match=r"."):
            result_of(sheet, vector)
        return
    found = result_of(sheet, vector)
    if "returns" in expected:
        assert holds(expected["returns"], found), found
        return
    assert isinstance(found, Outcome)
    wrong = {
        name: getattr(found, name)
        for name, said in expected.items()
        if not holds(said, getattr(found, name))
    }
    assert not wrong, (expected, found)


def test_every_vector_of_the_reference_is_here_or_named_as_not_computable():
    said = {f"{prefix}-{n:02}" for prefix, count in COUNTED.items() for n in range(1, count + 1)}
    here = {re.match(r"[A-Z0-9]+-\d\d", param.id)[0] for param in vectors()}
    assert here | ELSEWHERE == said
    assert not here & ELSEWHERE
