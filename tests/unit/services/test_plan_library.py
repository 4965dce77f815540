# SPDX-License-Identifier: EUPL-1.2
"""The library's file: every point of it whole in both languages, and nothing damaged is read."""

import re

import pytest

from workbench.services.loop import plan_library
from workbench.services.loop.plan_library import DamagedLibraryError, read_library

FILE = "plan_library.toml"
SHIPPED = {
    "A": 8, "B": 9, "C": 7, "D": 8, "E": 8, "F": 3, "G": 5, "H": 6, "I": 6, "J": 3, "K": 5,
}  # fmt: skip
MODULES = {
    "honour", "disability", "substance", "older", "lgbtq", "interpreter", "men", "youth",
    "migration", "mental-health", "pregnancy", "animals", "rural", "digital", "perpetrator",
}  # fmt: skip


def test_every_section_and_module_is_there_in_both_languages() -> None:
    swedish, english = read_library("sv"), read_library("en")
    assert {s.id: len(s.points) for s in swedish.sections if not s.is_module} == SHIPPED
    assert {each.id for each in swedish.modules} == MODULES
    for one, other in zip(swedish.sections, english.sections, strict=True):
        codes = [(p.id, p.carry, p.answers, bool(p.paper)) for p in one.points]
        assert codes == [(p.id, p.carry, p.answers, bool(p.paper)) for p in other.points]
        assert (one.id, one.roles, len(one.notices)) == (other.id, other.roles, len(other.notices))
        assert not {p.text for p in one.points} & {p.text for p in other.points}


def test_ids_are_unique_and_numbered_without_a_gap() -> None:
    library = read_library("sv")
    ids = [point.id for section in library.sections for point in section.points]
    assert len(ids) == len(set(ids))
    for section in library.sections:
        numbers = [int(re.sub(r"\D", "", point.id)) for point in section.points]
        assert numbers == list(range(1, len(numbers) + 1))


def test_words_for_paper_tell_nothing_and_stand_only_with_points_for_paper() -> None:
    for language in ("sv", "en"):
        library = read_library(language)
        for section in library.sections:
            for point in section.points:
                assert bool(point.paper) == (point.carry == "U")
                assert not [word for word in library.telling if word in point.paper.casefold()]


def test_no_fixed_text_takes_the_person_for_a_woman() -> None:
    told = [
        text
        for section in read_library("sv").sections
        for text in (section.title, *section.notices, *(p.text for p in section.points))
    ]
    assert not [
        text for text in told if re.search(r"\b(hon|henne|hennes|han|hans)\b", text, re.IGNORECASE)
    ]


def test_the_rule_that_bars_is_read_before_a_childs_points() -> None:
    (section,) = (each for each in read_library("sv").sections if each.id == "E")
    assert section.rule == "E9"
    assert section.notices[0].startswith("Spärr")


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """A copy of the file that can be damaged."""
    path = tmp_path / FILE
    whole = plan_library.resource("values", FILE).read_text(encoding="utf-8")
    path.write_text(whole, encoding="utf-8")
    monkeypatch.setattr(plan_library, "resource", lambda *_parts: path)
    return path, whole


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('id = "A2"', 'id = "A1"'),
        ('id = "A2"', 'id = "B2"'),
        ('id = "A2"', 'id = "X2"'),
        ('id = "A1", carry = "P"', 'id = "A1", carry = "U"'),
        ('id = "A1", carry = "P"', 'id = "A1", carry = "Q"'),
        ('id = "A1", carry = "P"', 'id = "A1", carry = "P", colour = "red"'),
        ('paper_en = "112"', 'paper_en = ""'),
        ('id = "B"', 'id = "A"'),
        ('prefix = "FD"', 'prefix = "HC"'),
        ('roles = ["exposed", "child"]', "roles = []"),
        ('en = "Safe contact – always first"', 'en = ""'),
        ("[file]", "[fil]"),
        ("[[sections]]", "[[sections"),
        ('answers = ["honour"]', 'answers = ["heder"]'),
    ],
)
def test_a_damaged_file_is_refused_whole(shipped, was, becomes) -> None:
    path, whole = shipped
    assert was in whole
    path.write_text(whole.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(DamagedLibraryError):
        read_library("sv")


def test_a_missing_file_is_told_and_bytes_that_are_no_text_too(shipped) -> None:
    path, _whole = shipped
    path.write_bytes(b"\xff\xfe[")
    with pytest.raises(DamagedLibraryError):
        read_library("sv")
    path.unlink()
    with pytest.raises(DamagedLibraryError):
        read_library("en")
