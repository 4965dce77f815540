# SPDX-License-Identifier: EUPL-1.2
"""Both papers, read back: whole, the same twice, saying nothing about themselves."""

import hashlib
import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.benchmarks.paper import six_pages
from tests.reports.example import assessment, protection_plan
from tests.reports.reading import body, squeezed, strings
from tests.tools import require
from workbench.reports.assessment import write_assessment
from workbench.reports.protection_plan import write_protection_plan
from workbench.words import Language

PRINTED = "Värn 0.1.0 · utskriven 2026-11-22 kl. 14.10"
PRINTED_EN = "Värn 0.1.0 · printed 2026-11-22, 14:10"
ASSESSMENT_HEADS = (PRINTED, PRINTED_EN, "Bedömning 2 · 2026-0147", "Assessment 2 · 2026-0147")
PLAN_HEADS = (
    PRINTED,
    PRINTED_EN,
    "Skyddsplan · 2026-0147",
    "Protection plan · 2026-0147",
    "Får inte bäras av den som planen skyddar",
    "Must not be carried by the person it protects",
)


def assessment_pdf(language: Language = "sv") -> bytes:
    out = io.BytesIO()
    write_assessment(assessment(), language=language, out=out)
    return out.getvalue()


def plan_pdf(language: Language = "sv") -> bytes:
    out = io.BytesIO()
    write_protection_plan(protection_plan(), language=language, out=out)
    return out.getvalue()


@pytest.fixture(params=["assessment", "plan"])
def paper(request: pytest.FixtureRequest) -> bytes:
    return assessment_pdf() if request.param == "assessment" else plan_pdf()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_value_of_the_assessment_stands_in_its_text(language: Language) -> None:
    text = body(assessment_pdf(language), *ASSESSMENT_HEADS)
    values = list(strings(assessment()))
    assert len(values) > 200
    assert [value for value in values if squeezed(value) not in text] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_value_of_the_plan_stands_in_its_text(language: Language) -> None:
    text = body(plan_pdf(language), *PLAN_HEADS)
    assert [value for value in strings(protection_plan()) if squeezed(value) not in text] == []


@pytest.mark.parametrize("write", [assessment_pdf, plan_pdf])
def test_the_same_values_give_the_same_bytes(write) -> None:
    assert write() == write()


def test_another_process_with_another_hash_seed_writes_the_same_bytes() -> None:
    program = (
        "import hashlib\n"
        "from tests.reports.test_papers import assessment_pdf\n"
        "print(hashlib.sha256(assessment_pdf()).hexdigest())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "4711", "LANG": "C", "TZ": "Asia/Tokyo"},
        cwd=Path(__file__).parent.parent.parent,
    )
    assert done.stdout.strip() == hashlib.sha256(assessment_pdf()).hexdigest()


def test_the_file_says_when_it_was_made_and_nothing_else(paper: bytes) -> None:
    told = dict(PdfReader(io.BytesIO(paper)).metadata or {})
    assert told.pop("/Title") == "Handling"
    assert {told.pop("/CreationDate"), told.pop("/ModDate")} == {"D:20261122131000Z"}
    assert told.pop("/Trapped") == "/False"
    assert {value for value in told.values() if value} == set()
    assert b"reportlab" not in paper.lower()
    assert b"<x:xmpmeta" not in paper


def test_every_font_is_our_own_and_embedded(paper: bytes) -> None:
    require("pdffonts")
    done = subprocess.run(["pdffonts", "-"], input=paper, capture_output=True, check=True)
    rows = [line.split() for line in done.stdout.decode().splitlines()[2:]]
    assert {row[0].split("+")[-1] for row in rows} == {
        "SourceSans3-Regular",
        "SourceSans3-SemiBold",
    }
    assert all(row[3:6] == ["yes", "yes", "yes"] for row in rows)
    assert b"Helvetica" not in paper


def test_the_file_is_sound(paper: bytes, tmp_path: Path) -> None:
    require("qpdf")
    path = tmp_path / "paper.pdf"
    path.write_bytes(paper)
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_file_tells_a_screen_reader_its_language() -> None:
    assert PdfReader(io.BytesIO(assessment_pdf("sv"))).root_object["/Lang"] == "sv-SE"
    assert PdfReader(io.BytesIO(assessment_pdf("en"))).root_object["/Lang"] == "en-GB"


def test_every_page_says_which_it_is_and_what_made_it(paper: bytes) -> None:
    read = PdfReader(io.BytesIO(paper)).pages
    assert len(read) > 2
    for number, page in enumerate(read, start=1):
        text = squeezed(page.extract_text())
        assert squeezed(f"Sida {number} av {len(read)}") in text
        assert squeezed(PRINTED) in text


def test_every_page_but_the_first_of_the_plan_warns_against_carrying_it() -> None:
    warning = squeezed("Får inte bäras av den som planen skyddar")
    first, *others = PdfReader(io.BytesIO(plan_pdf())).pages
    assert squeezed("Den får inte bäras av den som planen skyddar.") in squeezed(
        first.extract_text()
    )
    assert all(warning in squeezed(page.extract_text()) for page in others)


def test_the_paper_speaks_the_language_it_was_asked_for() -> None:
    swedish, english = body(assessment_pdf("sv")), body(assessment_pdf("en"))
    assert "Samladbedömning" in swedish
    assert "Overalljudgement" not in swedish
    assert "Overalljudgement" in english
    assert "Samladbedömning" not in english


def test_the_measured_paper_has_six_pages() -> None:
    out = io.BytesIO()
    write_assessment(six_pages(), language="sv", out=out)
    assert len(PdfReader(io.BytesIO(out.getvalue())).pages) == 6


def test_an_unsigned_paper_says_so() -> None:
    document = assessment()
    unsigned = replace(document.signature, signed_at=None, review_skipped="")
    out = io.BytesIO()
    write_assessment(replace(document, signature=unsigned), language="sv", out=out)
    text = body(out.getvalue())
    assert "SigneradIntesignerad" in text
    assert "Ingengranskningärgjord." in text
