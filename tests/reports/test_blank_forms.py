# SPDX-License-Identifier: EUPL-1.2
"""An empty form of every instrument: all that is asked, the keys of the screen, nothing of anybody."""

import io

import pikepdf
import pytest

from tests.reports.reading import body, pages, squeezed
from tests.support.desk import Bench
from workbench.app.paper import blank_pdf
from workbench.instruments.catalogue import load_catalogue
from workbench.instruments.profiles import for_profile
from workbench.instruments.wording_packs import Pack
from workbench.services.assess import form_marks, wording
from workbench.services.assess.answer_keys import choice_keys
from workbench.services.papers.blank import NOTHING, Wanted
from workbench.words import Language

CATALOGUE = load_catalogue()
EVERY = CATALOGUE.all()
A4 = [595.28, 841.89]
BOX = "\u2610"
ALSO_IN_ENGLISH = {"danger-assessment", "sara-sv", "care", "three-column-map", "noraq"}


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(CATALOGUE)


def _pdf(bench: Bench, definition, language: Language = "sv", wanted: Wanted = NOTHING) -> bytes:
    return blank_pdf(bench.session.desk, definition, wanted, language)[1]


@pytest.mark.parametrize("definition", EVERY, ids=lambda d: f"{d.id}-{d.version}")
def test_every_question_stands_on_it_with_its_keys_and_its_mark(bench, definition) -> None:
    for language in ("sv", "en") if definition.id in ALSO_IN_ENGLISH else ("sv",):
        pdf = _pdf(bench, definition, language)
        text = body(pdf)
        assert squeezed(definition.title(language)) in text
        asked = for_profile(definition, "").items
        missing = [i.id for i in asked if squeezed(i.labels[language]) not in text]
        assert missing == []
        for item in asked:
            keys = choice_keys(item.choices, language) if item.type != "events" else ()
            assert all(f"{BOX}{key}" in text for key in keys if key)
            assert item.type == "events" or len(keys) == len(item.choices)
        mark = form_marks.mark_of(definition)
        assert all(mark in page for page in pages(pdf))


@pytest.mark.parametrize("name", ["danger-assessment", "sara-sv", "care", "three-column-map"])
def test_it_is_a_tagged_a4_that_says_nothing_of_itself(bench, name) -> None:
    pdf = _pdf(bench, CATALOGUE.find(name))
    with pikepdf.open(io.BytesIO(pdf)) as read:
        assert bool(read.Root["/MarkInfo"]["/Marked"])
        assert "/Metadata" not in read.Root
        assert all([float(x) for x in page["/MediaBox"]][2:] == A4 for page in read.pages)
        told = {key: str(value) for key, value in read.docinfo.items() if str(value)}
        assert told.keys() <= {"/Title", "/CreationDate", "/ModDate", "/Trapped"}
        assert told["/Title"] == "Handling"
    assert b"reportlab" not in pdf.lower()
    assert pdf == _pdf(bench, CATALOGUE.find(name))


def test_the_ways_of_no_answer_stand_on_every_page_and_nothing_ticked_is_one(bench) -> None:
    pdf = _pdf(bench, CATALOGUE.find("danger-assessment"))
    first, *others = (squeezed(page) for page in pages(pdf))
    for said in ("F6Vetej", "F7Villintesvara", "F9Uppskjutet"):
        assert said in first
        assert all(said in page for page in others)
    assert "Ingetkryss:intefrågatän." in first
    assert f"{BOX}F6{BOX}F7{BOX}F9" in first


def test_a_worksheet_has_every_code_in_every_column_and_no_number_for_any(bench) -> None:
    definition = CATALOGUE.find("sara-sv")
    text = body(_pdf(bench, definition))
    row = "".join(f"{BOX}{code}" for code in ("J", "D", "N", "--")) * len(definition.columns)
    own = 2 * len(definition.table.extra_factor_rows)
    assert text.count(row) == len(definition.items) + own


def test_case_and_name_stand_on_it_only_when_somebody_wants_them(bench) -> None:
    definition = CATALOGUE.find("hark")
    assert "2026-0147" not in body(_pdf(bench, definition))
    wanted = body(_pdf(bench, definition, wanted=Wanted("2026-0147", "Karin Exempel")))
    assert "2026-0147" in wanted
    assert "KarinExempel" in wanted


def test_the_organisations_own_text_stands_on_it_and_in_its_mark_once_it_is_loaded() -> None:
    bench, definition = Bench(CATALOGUE), CATALOGUE.find("hark")
    before = body(_pdf(bench, definition))
    assert "Programmetskortaetiketter." in before
    items = {item.id: f"Påhittad fråga {item.number} som den står?" for item in definition.items}
    pack = Pack("hark", definition.version, "sv", "Påhittade Förlaget", "2:a", items)
    wording.load_pack(bench.session.desk, pack)
    after = body(_pdf(bench, definition))
    assert all(squeezed(text) in after for text in items.values())
    assert squeezed("som organisationen har laddat den: Påhittade Förlaget, 2:a") in after
    mark, _pdf_bytes = blank_pdf(bench.session.desk, definition, NOTHING, "sv")
    assert form_marks.is_of(mark, definition)
    assert form_marks.words_of(mark) == "licensed"
    assert "Påhittad" not in body(_pdf(bench, definition, "en"))


def test_a_question_that_is_not_asked_of_everybody_says_when(bench) -> None:
    assert "Baraom0:" in body(_pdf(bench, CATALOGUE.find("lap-2")))
