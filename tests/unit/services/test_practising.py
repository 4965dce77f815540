# SPDX-License-Identifier: EUPL-1.2
"""Practising: place by place beside the teaching coding, and nothing counted."""

import dataclasses

import pytest

from tests.support.desk import Bench
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.training_errors import NoTrainingCaseError
from workbench.services.assess import practising
from workbench.services.assess.practising import RELEVANCE, Compared
from workbench.services.desk import Desk


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Bench(load_catalogue()).session.desk


def test_who_codes_as_the_teaching_coding_agrees_in_every_place(desk: Desk) -> None:
    for case in practising.cases(desk):
        for offered in case.forms:
            _case, form = practising.find_form(desk, f"{case.id}/{offered.definition.id}")
            nothing = practising.compare(form, {})
            same = {found.asked.key: found.teaching for found in nothing if found.teaching}
            assert {found.sameness for found in practising.compare(form, same)} == {"same"}
            asked = {each.key for each in practising.places(form, same)}
            assert {found.asked.key for found in nothing} == asked


def test_what_is_not_coded_is_no_disagreement_and_not_asked_agrees_with_empty(desk: Desk) -> None:
    _case, form = practising.find_form(desk, "kalendern-forst/danger-assessment")
    found = {c.asked.key[0]: c.sameness for c in practising.compare(form, {("q01", ""): "no"})}
    assert (found["q01"], found["q02"], found["q20"]) == ("different", "not-coded", "same")


def test_levels_come_after_the_items_and_carry_no_order(desk: Desk) -> None:
    _case, form = practising.find_form(desk, "sju-manader/sam-2008")
    levels = [c for c in practising.compare(form, {}) if c.asked.item is None]
    assert [c.teaching for c in levels] == ["high", "high", "moderate", "high"]


def test_relevance_is_a_place_of_its_own_where_the_form_has_it(desk: Desk) -> None:
    _case, form = practising.find_form(desk, "sju-manader/sam-2008")
    found = [
        c for c in practising.compare(form, {("n10", RELEVANCE): "no"}) if c.asked.is_relevance
    ]
    assert len(found) == len(form.definition.items)
    assert [c.asked.key[0] for c in found if c.sameness == "same"] == ["n10"]
    _case, form = practising.find_form(desk, "liten-knuff/sara-sv")
    assert not any(c.asked.is_relevance for c in practising.compare(form, {}))


def test_a_comparison_holds_no_number() -> None:
    numbers = [f for f in dataclasses.fields(Compared) if f.type in (int, float, "int", "float")]
    assert numbers == []


@pytest.mark.parametrize("key", ["", "/", "liten-knuff", "liten-knuff/hark", "x/sara-sv"])
def test_what_is_no_story_is_refused(desk: Desk, key: str) -> None:
    with pytest.raises(NoTrainingCaseError):
        practising.find_form(desk, key)
