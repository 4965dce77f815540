# SPDX-License-Identifier: EUPL-1.2
"""Contrast is computed from the tokens, and the sheets name no colour of their own."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from workbench.assets import resource
from workbench.ui.kit import theme
from workbench.ui.kit.theme import DARK, LIGHT, Tokens, contrast

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@LOOKS
def test_body_text_has_seven_to_one_on_every_ground_it_stands_on(look: Tokens) -> None:
    for ground in (look.ground, look.surface, look.sunken, look.accent_soft):
        assert contrast(look.ink, ground) >= 7


@LOOKS
def test_captions_and_tones_have_four_and_a_half_to_one(look: Tokens) -> None:
    pairs = [
        (look.ink_soft, ground)
        for ground in (look.ground, look.surface, look.sunken, look.accent_soft)
    ]
    pairs += [(look.accent, look.surface), (look.accent, look.ground), (look.accent, look.sunken)]
    pairs += [(look.accent, look.accent_soft), (look.on_accent, look.accent)]
    pairs += [(look.on_accent, look.accent_hover)]
    pairs += [(look.amber, look.amber_soft), (look.amber, look.surface)]
    pairs += [(look.red, look.red_soft), (look.red, look.surface)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@LOOKS
def test_edges_of_fields_and_marks_have_three_to_one(look: Tokens) -> None:
    for ground in (look.ground, look.surface):
        assert contrast(look.line_strong, ground) >= 3
        assert contrast(look.accent, ground) >= 3


@LOOKS
def test_every_place_in_the_sheets_is_filled(look: Tokens) -> None:
    assert "$" not in theme.style_sheet(look)


def test_the_sheets_name_no_colour() -> None:
    for sheet in resource("styles").glob("*.qss"):
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet.read_text(encoding="utf-8")) == []


def test_dark_and_light_can_be_forced(qapp: QApplication) -> None:
    theme.apply(qapp, dark=True)
    assert theme.tokens() == DARK
    theme.apply(qapp, dark=False)
    assert theme.tokens() == LIGHT
    assert qapp.font().pointSizeF() == theme.BASE_POINTS
