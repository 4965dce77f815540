# SPDX-License-Identifier: EUPL-1.2
"""A received record in words: whatever the bodies hold, it can be read."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.asking import DA, SARA
from workbench.instruments.catalogue import load_catalogue
from workbench.services.handing_over.exchange import SharedPart
from workbench.ui.handing_over.fields import field_words, kind_words
from workbench.ui.handing_over.record_text import PartVm, record_text
from workbench.words import speak

CATALOGUE = load_catalogue()
PINS = {name: CATALOGUE.find(name).pin for name in (DA, SARA)}


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


def part(kind: str, body: dict[str, Any], number: int = 0) -> SharedPart:
    return SharedPart(f"{kind}/1", str(UUID(int=number)), body, "", "", "2026-11-01T00:00:00Z")


def read(*parts: SharedPart) -> tuple[PartVm, ...]:
    return record_text(parts, CATALOGUE)


def everything(*parts: SharedPart) -> str:
    return "\n".join(line for vm in read(*parts) for line in (vm.heading, *vm.lines))


def pin_of(name: str) -> dict[str, str]:
    pin = PINS[name]
    return {"id": pin.id, "version": pin.version, "sha256": pin.sha256}


def test_an_instrument_that_is_only_a_text_is_shown_as_it_stands() -> None:
    assert "Instrument: påhittat" in everything(part("assessment", {"instrument": "påhittat"}))


@pytest.mark.parametrize("odd", [None, 5, True, ["a"], {"id": {}}, {"id": ["x"], "version": 1}])
def test_an_assessment_with_an_odd_instrument_can_be_read(odd) -> None:
    told = everything(part("assessment", {"instrument": odd, "purpose": "inför rättegången"}))
    assert "inför rättegången" in told


def test_levels_that_are_not_levels_are_shown_as_they_stand() -> None:
    assert "Nivåer: 1; hög" in everything(part("judgement", {"levels": [1, "hög"]}))


def test_levels_beside_odd_ones_are_still_said_in_words() -> None:
    level = {"field": "current-risk", "level": "high", "if_no_measures": True}
    told = everything(
        part("assessment", {"instrument": pin_of(SARA)}),
        part("judgement", {"levels": [["djupt"], level]}, 1),
    )
    assert "djupt; Aktuell risk" in told
    assert "Hög" in told


def test_a_result_shows_no_code_of_the_program() -> None:
    body = {
        "instrument": pin_of(SARA),
        "rule": "codings",
        "confirmation": "none",
        "band_table": "x",
    }
    (vm,) = read(part("result", body))
    assert not [line for line in vm.lines if "codings" in line or "none" in line]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)
PIN = st.fixed_dictionaries(
    {}, optional={"id": st.sampled_from([DA, SARA]) | JSON, "version": JSON}
) | st.sampled_from([pin_of(DA), pin_of(SARA)])
LEVEL = st.fixed_dictionaries({}, optional={"field": JSON, "level": JSON, "if_no_measures": JSON})
OWN = {
    "instrument": PIN,
    "levels": st.lists(LEVEL | JSON, max_size=3),
    "item": st.sampled_from(["q01", "f01"]) | JSON,
    "column": st.sampled_from(["current", "past"]) | JSON,
    "assessment": st.sampled_from([str(UUID(int=at)) for at in range(3)]) | JSON,
}
NAMES = sorted({*field_words(), *OWN, "state", "choice", "code"})
BODY = st.fixed_dictionaries({}, optional={name: OWN.get(name, JSON) | JSON for name in NAMES})


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(kind_words())), BODY), max_size=4))
def test_no_body_can_keep_a_record_from_being_read(bodies) -> None:
    found = read(*(part(kind, body, at) for at, (kind, body) in enumerate(bodies)))
    assert bool(found) == bool(bodies)
    assert all(isinstance(line, str) for vm in found for line in vm.lines)
