# SPDX-License-Identifier: EUPL-1.2
"""Whatever someone types, the paper is written, sound, and holds all of it."""

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.reports.example import DANGER, MEASURES, SARA, assessment
from tests.reports.reading import body, squeezed
from workbench.reports.assessment import assessment_sheet, write_assessment
from workbench.reports.pages import _paginate
from workbench.reports.text import Typesetter
from workbench.reports.theme import BOTTOM, PAGE_HEIGHT, TEXT_WIDTH, TOP, fonts
from workbench.services.documents import AssessmentDocument

HEADS = ("Värn 0.1.0 · utskriven 2026-11-22 kl. 14.10", "Bedömning 2 · 2026-0147")
LONG = " ".join(f"ord{number:05}" for number in range(11_112))  # a hundred thousand characters


def in_many_places(text: str) -> AssessmentDocument:
    """The text as prose, in a narrow cell, as a note, as a caveat and as someone's name."""
    document = assessment()
    assert document.own_appraisal is not None
    group = SARA.groups[0]
    factor = replace(group.factors[0], note=text)
    return replace(
        document,
        purpose=text,
        own_appraisal=replace(document.own_appraisal, words=text, recorder=text),
        incidents=(replace(document.incidents[0], kind=text, source=text),),
        results=(
            replace(DANGER, caveats=(text,)),
            replace(SARA, groups=(replace(group, factors=(factor,)),)),
        ),
        measures=(replace(MEASURES[0], who=text),),
    )


def written(document: AssessmentDocument) -> bytes:
    out = io.BytesIO()
    write_assessment(document, language="sv", out=out)
    return out.getvalue()


@given(st.text(st.characters(exclude_categories=["Zs"]), min_size=1, max_size=60))
@settings(max_examples=25, deadline=None)
def test_any_text_is_printed_whole_wherever_it_stands(typed: str) -> None:
    expected = squeezed(Typesetter(fonts()).printable(typed))
    assert body(written(in_many_places(typed)), *HEADS).count(expected) >= 8 * bool(expected)


@pytest.mark.parametrize(
    "typed",
    [
        "<font size=99>&nbsp;<br/><para>]]></font> {reason} %s %(x)s \\n ${HOME}",
        "(parentes) \\) Tj ET BT /F9 99 Tf endstream endobj %%EOF",
        "\x00\x07\x1b[31m\x7f",
        "\U0001f469\u200d\U0001f4bb \u0645\u0631\u062d\u0628\u0627 \u202e",
    ],
)
def test_markup_and_controls_are_text_like_any_other(typed: str) -> None:
    expected = squeezed(Typesetter(fonts()).printable(typed))
    assert body(written(in_many_places(typed)), *HEADS).count(expected) >= 8


def test_a_hundred_thousand_characters_of_prose_are_printed_whole() -> None:
    assert len(LONG) > 99_999
    pdf = written(replace(assessment(), purpose=LONG))
    assert squeezed(LONG) in body(pdf, *HEADS)


def test_a_hundred_thousand_characters_in_a_narrow_cell_are_printed_whole() -> None:
    document = replace(assessment(), measures=(replace(MEASURES[0], status=LONG),))
    text = body(written(document), *HEADS)
    assert re.findall(r"ord\d{5}", text) == LONG.split()


def test_a_word_without_end_is_printed_whole_in_every_place() -> None:
    pdf = written(in_many_places("§" * 20_000))
    assert body(pdf, *HEADS).count("§") == 8 * 20_000
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 40


@given(
    st.lists(st.integers(min_value=0, max_value=2_000), min_size=1, max_size=4),
    st.sampled_from(["ord ", "å", "rad\n", "en längre rad med flera ord i\n\n"]),
)
@settings(max_examples=25, deadline=None)
def test_pages_hold_every_strip_once_in_order_inside_the_margins(
    counts: list[int], piece: str
) -> None:
    document = assessment()
    scenario = document.scenarios[0]
    scenarios = tuple(replace(scenario, note=piece * count) for count in counts)
    sheet = assessment_sheet(replace(document, scenarios=scenarios), "sv")
    room = PAGE_HEIGHT - TOP - BOTTOM
    laid = _paginate(sheet.strips, room)
    assert all(page.used <= room + 0.001 for page in laid)
    heads = {id(head) for strip in sheet.strips for head in strip.head}
    seen: set[int] = set()
    order = []
    for strip in (strip for page in laid for strip in page.strips):
        if not strip.air and not (id(strip) in heads and id(strip) in seen):
            order.append(id(strip))
        seen.add(id(strip))
    assert order == [id(strip) for strip in sheet.strips if not strip.air]


def test_nothing_stands_outside_the_right_margin() -> None:
    sheet = assessment_sheet(in_many_places("mycketlångtordutanmellanslag" * 30), "sv")
    runs = [run for strip in sheet.strips for run in strip.runs]
    assert runs
    assert all(run.x + sheet.setter.width(run.text, run.face) <= TEXT_WIDTH + 0.01 for run in runs)
