# SPDX-License-Identifier: EUPL-1.2
"""A house, a room and a key are codes: nothing that leads to a door is one."""

import pytest

from workbench.domain.house_codes import is_code, only_code


@pytest.mark.parametrize("text", ["B2", "12", "H-12", "NO", "3.1", "A1/4", "Ö7"])
def test_a_code_is_shown(text: str) -> None:
    assert is_code(text)
    assert only_code(f" {text} ") == text


@pytest.mark.parametrize(
    "text", ["", "Storgatan 5", "Sala", "Norrflygeln", "Åre", "Rum 3", "070-0000000", "B2\nhos"]
)
def test_what_could_lead_to_a_door_is_none(text: str) -> None:
    assert not is_code(text)
    assert only_code(text) == ""
