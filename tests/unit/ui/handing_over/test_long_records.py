# SPDX-License-Identifier: EUPL-1.2
"""A received record with many parts: answers stand with their assessment, and it opens at once."""

import time
from typing import Any
from uuid import UUID

import pytest

from tests.support.asking import DA, SARA
from workbench.instruments.catalogue import load_catalogue
from workbench.services.handing_over.exchange import SharedPart
from workbench.ui.handing_over.record_text import PartVm, record_text
from workbench.words import speak

CATALOGUE = load_catalogue()
SOON = 0.5


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
    pin = CATALOGUE.find(name).pin
    return {"id": pin.id, "version": pin.version, "sha256": pin.sha256}


def test_answers_without_an_assessment_are_shown_too() -> None:
    told = everything(
        part("answer", {"item": "q01", "choice": "ja"}),
        part("answer", {"item": "q02", "choice": "nej", "assessment": {"x": 1}}, 1),
        part("answer", {"item": "q03", "choice": "kanske", "assessment": 7}, 2),
    )
    assert all(f"{item}: {said}" in told for item, said in (("q01", "ja"), ("q02", "nej")))
    assert "q03: kanske" in told


def test_answers_of_one_assessment_stand_together_in_the_order_of_the_form() -> None:
    begun = part("assessment", {"instrument": pin_of(DA)}, 1)
    other = part("answer", {"assessment": "annan", "item": "q09", "choice": "yes"}, 2)
    mine = [
        part("answer", {"assessment": begun.id, "item": item, "choice": "yes"}, 3 + at)
        for at, item in enumerate(("q02", "q01"))
    ]
    found = read(begun, mine[0], other, mine[1])
    assert [len(vm.lines) for vm in found[1:]] == [2, 1]
    assert found[1].lines[0].startswith("1.")


def test_four_thousand_groups_of_one_answer_are_read_at_once() -> None:
    parts = [
        part("answer", {"assessment": str(at), "item": "q01", "choice": "yes"}, at)
        for at in range(4000)
    ]
    assert _seconds_of(parts) < SOON


def test_four_thousand_assessments_and_levels_are_read_at_once() -> None:
    level = {"field": "okänd", "level": "okänd"}
    parts = [part("assessment", {"instrument": pin_of(SARA)}, at) for at in range(4000)]
    parts += [part("judgement", {"levels": [level]}, 4000 + at) for at in range(4000)]
    assert _seconds_of(parts) < SOON


def _seconds_of(parts: list[SharedPart]) -> float:
    begun = time.process_time()
    assert len(read(*parts)) == len(parts)
    return time.process_time() - begun
