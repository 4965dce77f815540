# SPDX-License-Identifier: EUPL-1.2
"""The paper of a structured judgement shows what the screen shows, and no number of its own."""

import io

import pypdf
import pytest

from tests.unit.services.offices import judgement
from workbench.domain.assessments import Coding, Conclusion, Judgement, Level
from workbench.domain.worksheets import (
    Citation,
    ColumnHead,
    Material,
    Said,
    SheetPerson,
    WorksheetHead,
)
from workbench.reports.assessment import write_assessment
from workbench.services.assess import assessing, judging, worksheets
from workbench.services.assess.assessing import Context
from workbench.services.papers.assessment import assessment_document
from workbench.services.papers.shared import Writing
from workbench.services.records.akt import Draft

PATRIARK = "patriark-2013"


def test_paper_shows_people_sources_marks_citations_own_factors_and_reasons(shared_office):
    office, case = shared_office, shared_office.begin("")
    akt, definition = office.akt(case), office.definition(PATRIARK)
    made = assessing.begin(akt, definition, Context(sources=("Samtal med den utsatta",)))
    on, own = (made, definition), akt.new_record()
    worksheets.record_mark(akt, on, "p4", "provisional", "yes")
    worksheets.record_mark(akt, on, "p4", "provisional_because", "Läkare ska läsa den.")
    cited = Citation(made, "p4", "now", "2", "14", "Hon hör röster.")
    worksheets.record_citation(akt, akt.new_record(), cited)
    worksheets.record_extra(akt, on, own, "t-other", "Vapen i huset")
    assessing.record_coding(akt, made, own, "now", "J")
    assessing.enter_sitting(akt, made)
    akt.enter(
        Draft(Material(made, "2", "document", "Läkarintyg", "2026-11-02", "Vårdcentralen", "God")),
        Draft(Material(made, "3", "register", "Belastningsregistret", standing="refused")),
        Draft(SheetPerson(made, "perpetrator", "Farbror A", "farbror", ("decides",))),
        Draft(
            WorksheetHead(
                made,
                question="Var kan hon bo?",
                fields=(Said("family-structure", "Sju syskon"),),
                columns=(ColumnHead("now", "Sedan förlovningen bröts"),),
                formulation="Det började med förlovningen.",
            )
        ),
    )
    whole = judgement(made)
    told = {name: getattr(whole, name) for name in whole.__slots__} | {
        "levels": (Level("akut-risk", "high", because="Resan är bokad."),),
        "conclusions": (Conclusion("sannolika-offer", "Hon och systern"),),
    }
    record = judging.enter_judgement(akt, Judgement(**told)).records[0]
    document = assessment_document(Writing(akt, office.desk, "sv"), record)
    out = io.BytesIO()
    write_assessment(document, language="sv", out=out)
    pages = pypdf.PdfReader(io.BytesIO(out.getvalue())).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for said in (
        "Läkare ska läsa den.", "källa 2, s. 14", "Hon hör röster.", "Vapen i huset",
        "2. Läkarintyg", "Belastningsregistret", "Sökt, nekad", "Farbror A", "Beslutar",
        "Var kan hon bo?", "Sju syskon", "Sedan förlovningen bröts",
        "Det började med förlovningen.", "Resan är bokad.", "Hon och systern",
    ):  # fmt: skip
        assert said in text, said
    assert "Preliminär: Ja" in text


@pytest.mark.parametrize(
    ("instrument", "said"),
    [
        (PATRIARK, "Uppgift saknas"),
        ("sara-v2", "Utelämnas: otillräcklig information"),
        ("sara-sv", "--"),
    ],
)
def test_what_lacks_is_printed_as_the_sheet_has_it(shared_office, instrument, said):
    """Only a sheet with a sign for lacking information has it on paper; the record always has."""
    office, case = shared_office, shared_office.begin("")
    akt, definition = office.akt(case), office.definition(instrument)
    made = assessing.begin(akt, definition, Context())
    first, column = definition.items[0].id, definition.columns[0].id
    assessing.record_coding(akt, made, first, column, "--")
    assessing.enter_sitting(akt, made)
    record = judging.enter_judgement(akt, judgement(made)).records[0]
    (part,) = assessment_document(Writing(akt, office.desk, "sv"), record).results
    assert part.groups[0].factors[0].codes[0] == said
    assert ("--" in dict(part.code_key)) is (said == "--")
    assert part.columns[0].omitted == 1
    assert {each.value.code for each in akt.all(Coding)} == {"--"}
