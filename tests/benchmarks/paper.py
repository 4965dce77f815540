# SPDX-License-Identifier: EUPL-1.2
"""How long our paper takes, against ReportLab writing the same text plainly.

The floor sets every cell of ours as one plain paragraph, in the same fonts and sizes, by
`SimpleDocTemplate`. The texts change each time, so that nothing remembered can help.
"""

import io
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from html import escape
from itertools import groupby
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from tests.reports.example import DANGER, SARA, assessment
from workbench.reports.assessment import assessment_sheet, write_assessment
from workbench.reports.strips import Run
from workbench.reports.theme import REGULAR, Face
from workbench.services.documents import AssessmentDocument

RUNS = 9
TARGET_RATIO = 1.5
TARGET_SECONDS = 0.300

Measured = tuple[str, str, float, float, float]
Cells = list[tuple[str, Face]]


def measure() -> Iterator[Measured]:
    """(name, name of the floor, floor in seconds, ours in seconds, target ratio)."""
    document = six_pages()
    plainly(texts(document))
    ours(document)  # both warm: fonts are loaded once a process
    floor, mine = [], []
    for number in range(RUNS):
        changed = reworded(document, f" {number}x")
        floor.append(_seconds(plainly, texts(changed)))
        mine.append(_seconds(ours, changed))
    yield (
        "assessment PDF, 6 pages",
        "ReportLab writing the same text plainly",
        statistics.median(floor),
        statistics.median(mine),
        TARGET_RATIO,
    )


def six_pages() -> AssessmentDocument:
    """The example as the size that the figure is about."""
    return replace(assessment(), results=(DANGER, SARA))


def ours(document: AssessmentDocument) -> bytes:
    """The paper as the program writes it."""
    out = io.BytesIO()
    write_assessment(document, language="sv", out=out)
    return out.getvalue()


def plainly(cells: Cells) -> bytes:
    """The same text as plain paragraphs, one below the other."""
    out = io.BytesIO()
    styles: dict[Face, ParagraphStyle] = {}
    story = [Paragraph(escape(text), _style(styles, face)) for text, face in cells]
    SimpleDocTemplate(out, pagesize=A4, invariant=1, initialFontName=REGULAR).build(story)
    return out.getvalue()


def texts(document: AssessmentDocument) -> Cells:
    """Every cell of our paper as one text in one face."""
    sheet = assessment_sheet(document, "sv")
    found: Cells = []
    for _row, strips in groupby(sheet.strips, key=lambda strip: strip.row):
        runs = sorted((run for strip in strips for run in strip.runs), key=_column)
        for (_number, face), cell in groupby(runs, key=lambda run: (run.column, run.face)):
            found.append((" ".join(run.text for run in cell), face))
    return found


def reworded(value: Any, suffix: str) -> Any:
    """The same document with every text made new."""
    if isinstance(value, str):
        return value + suffix if len(value) > 3 else value
    if isinstance(value, tuple):
        return tuple(reworded(one, suffix) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: reworded(getattr(value, one.name), suffix) for one in fields(value)}
        return type(value)(**changed)
    return value


def _column(run: Run) -> int:
    return run.column


def _style(styles: dict[Face, ParagraphStyle], face: Face) -> ParagraphStyle:
    if face not in styles:
        styles[face] = ParagraphStyle(
            f"face{len(styles)}",
            fontName=face.font,
            fontSize=face.size,
            leading=face.leading,
            textColor=face.colour,
            bulletFontName=face.font,
        )
    return styles[face]


def _seconds(work: Callable[[Any], bytes], material: AssessmentDocument | Cells) -> float:
    began = time.perf_counter()
    work(material)
    return time.perf_counter() - began
