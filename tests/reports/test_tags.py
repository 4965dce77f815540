# SPDX-License-Identifier: EUPL-1.2
"""Every paper is tagged: what is read aloud is what stands on it, part by part, and nothing else."""

import io
import subprocess

import pikepdf
import pytest

from tests.reports.example import assessment, protection_plan
from tests.reports.reading import squeezed
from tests.reports.test_papers import assessment_pdf, plan_pdf
from tests.tools import require


def _elements(pdf: bytes) -> list[tuple[str, int, int]]:
    """(kind, children, marked runs) of every part, in order."""
    found: list[tuple[str, int, int]] = []

    def walk(element: pikepdf.Object) -> None:
        kids = [k for k in element.get("/K", []) if isinstance(k, pikepdf.Dictionary)]
        parts = [k for k in kids if k.get("/Type") == "/StructElem"]
        found.append((str(element["/S"]), len(parts), len(kids) - len(parts)))
        for part in parts:
            assert part["/P"]["/S"] == element["/S"]
            walk(part)

    with pikepdf.open(io.BytesIO(pdf)) as read:
        walk(read.Root["/StructTreeRoot"]["/K"])
    return found


@pytest.fixture(params=[assessment_pdf, plan_pdf])
def paper(request: pytest.FixtureRequest) -> bytes:
    return request.param()


def test_every_paper_says_that_it_is_tagged_and_begins_with_its_title(paper: bytes) -> None:
    with pikepdf.open(io.BytesIO(paper)) as read:
        assert bool(read.Root["/MarkInfo"]["/Marked"])
        assert bool(read.Root["/ViewerPreferences"]["/DisplayDocTitle"])
        assert [int(p["/StructParents"]) for p in read.pages] == list(range(len(read.pages)))
    first, second = _elements(paper)[:2]
    assert first[0] == "/Document"
    assert second[0] == "/H1"


def test_rows_of_a_table_have_a_cell_for_every_column(paper: bytes) -> None:
    told, rows = _elements(paper), []
    for kind, children, _runs in told:
        if kind == "/Table":
            rows = []
        elif kind == "/TR":
            rows.append(children)
            assert len(set(rows)) == 1
    assert "/TH" in {kind for kind, _parts, _runs in told}
    assert rows


def test_every_run_of_text_is_a_part_or_an_artifact(paper: bytes) -> None:
    with pikepdf.open(io.BytesIO(paper)) as read:
        tree = list(read.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"])
        for page, parents in zip(read.pages, tree[1::2], strict=True):
            marked, depth = 0, 0
            for operands, operator in pikepdf.parse_content_stream(page):
                depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(str(operator), 0)
                marked += str(operator) == "BDC"
                if str(operator) in ("Tj", "TJ", "f", "re"):
                    assert depth == 1, (operands, operator)
            assert marked == len(parents)
            assert depth == 0


@pytest.mark.parametrize(
    ("write", "document"), [(assessment_pdf, assessment()), (plan_pdf, protection_plan())]
)
def test_another_program_reads_the_tree_with_its_text(write, document) -> None:
    require("pdfinfo")
    pdf = write()
    told = _pdfinfo(pdf)
    assert "Tagged:          yes" in told
    read = squeezed(_pdfinfo(pdf, "-struct-text"))
    assert [p.name for p in document.persons if squeezed(p.name) not in read] == []


def _pdfinfo(pdf: bytes, *how: str) -> str:
    done = subprocess.run(["pdfinfo", *how, "-"], input=pdf, capture_output=True, check=True)
    assert not done.stderr
    return done.stdout.decode()
