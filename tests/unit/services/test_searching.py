# SPDX-License-Identifier: EUPL-1.2
"""Words are sought inside one akt, and in no other; nothing of it is kept on the disk."""

import pytest

from tests.support.desk import Bench
from tests.unit.services.offices import Office
from workbench.domain.incidents import Incident
from workbench.domain.orders import RestrainingOrder
from workbench.domain.subject import Note, SafeContact
from workbench.services.facts import searching
from workbench.services.records.akt import Draft
from workbench.services.removing import withdrawing


@pytest.fixture
def bench() -> Bench:
    return Bench()


def _found(akt, sought: str) -> list[tuple[str, bool]]:
    return [(hit.kind, hit.is_earlier) for hit in searching.find_in_akt(akt, sought)]


def test_a_word_that_stands_in_another_akt_is_not_found(bench: Bench) -> None:
    one, other = bench.begin("Anna Påhitt"), bench.begin("Bo Påhitt")
    bench.akt(one).enter(Draft(Note("Hon nämnde Trollbäcken.")))
    bench.akt(other).enter(Draft(Note("Inget särskilt.")))
    assert _found(bench.akt(one), "trollbäcken") == [("note", False)]
    assert _found(bench.akt(other), "Trollbäcken") == []
    assert _found(bench.akt(other), "Anna") == []


def test_capitals_and_line_breaks_do_not_hide_a_word_and_the_newest_is_first(bench: Bench) -> None:
    akt = bench.akt(bench.begin())
    akt.enter(Draft(Incident("2026-11-01", "physical", 3, "Han slog\n henne.")))
    akt.enter(Draft(Note("HAN SLOG HENNE, sade hon.")))
    assert _found(akt, "han slog  henne") == [("note", False), ("incident", False)]
    assert _found(akt, "  ") == []


def test_what_was_corrected_is_found_and_said_to_stand_in_an_earlier_version(bench: Bench) -> None:
    akt = bench.akt(bench.begin())
    record = akt.enter(Draft(Note("Bilen var röd."))).records[0]
    akt.enter(Draft(Note("Bilen var blå.", reason="Fel färg."), record))
    assert _found(akt, "röd") == [("note", True)]
    assert _found(akt, "bilen") == [("note", False)]


def test_code_words_areas_codes_and_references_are_not_looked_through(bench: Bench) -> None:
    akt = bench.akt(bench.begin())
    akt.enter(Draft(SafeContact("070-000 00 00", code_word="Blåbär")))
    order = RestrainingOrder("no_contact", against="Han", areas="Storgatan 3")
    record = akt.enter(Draft(order)).records[0]
    for sought in ("blåbär", "070", "storgatan", "no_contact", record):
        assert _found(akt, sought) == []


def test_the_text_around_a_word_is_shown_and_is_short(bench: Bench) -> None:
    akt = bench.akt(bench.begin())
    akt.enter(Draft(Note(f"{'ord ' * 5000}nyckeln {'ord ' * 5000}")))
    (hit,) = searching.find_in_akt(akt, "nyckeln")
    assert "nyckeln" in hit.excerpt
    assert len(hit.excerpt) < 200


def test_a_note_that_was_taken_back_is_not_found_and_nothing_sought_is_on_the_disk(
    tmp_path,
) -> None:
    office = Office(tmp_path / "one")
    akt = office.akt(office.begin())
    record = akt.enter(Draft(Note("Hon bor hos sin syster i Nybro."))).records[0]
    assert _found(akt, "Nybro") == [("note", False)]
    withdrawing.withdraw(office.desk, akt, Note, record)
    assert _found(akt, "Nybro") == []
    assert _found(akt, "zebrafink") == []
    files = [path for path in office.place.folder.rglob("*") if path.is_file()]
    assert files
    assert not any(b"zebrafink" in path.read_bytes() for path in files)
