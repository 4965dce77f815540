# SPDX-License-Identifier: EUPL-1.2
"""A paper of hundreds of pages is made in small steps: a lock may come at any time."""

import io

from tests.reports.example import PROVENANCE
from tests.vault.pulses import Gaps
from workbench.reports.journal import write_journal
from workbench.services.documents import JournalDocument
from workbench.services.documents.journal import JournalEntryPart, JournalLine

ENTRIES = 1000
LONGEST_S, TRIES = 0.100, 3


def long_journal() -> JournalDocument:
    line = JournalLine("Anteckning", "Ringde och berättade om veckan. " * 4)
    entries = tuple(
        JournalEntryPart(str(n), "Anteckning", "2026-11-22 14:10 · Britta Provberg", (line,))
        for n in range(ENTRIES)
    )
    return JournalDocument("2026-0001", "Exempeljouren", (), entries, (), PROVENANCE)


def gaps_of(document: JournalDocument) -> Gaps:
    gaps, out = Gaps(), io.BytesIO()
    write_journal(document, language="sv", out=out, pulse=gaps)
    gaps()
    return gaps


def test_no_step_of_a_long_paper_is_long() -> None:
    document = long_journal()
    gaps = min((gaps_of(document) for _try in range(TRIES)), key=lambda each: each.longest_s)
    assert gaps.longest_s <= LONGEST_S


def test_also_while_the_file_is_put_together_it_is_asked_whether_a_lock_has_come() -> None:
    document = long_journal()
    beats = gaps_of(document).beats
    pages = ENTRIES // 20
    assert beats > ENTRIES + 2 * pages
