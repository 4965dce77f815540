# SPDX-License-Identifier: EUPL-1.2
"""A whole akt as a document: every entry in its order, in words, for who reads it one day."""

from dataclasses import dataclass

from workbench.services.documents.staff import PersonRow, Provenance


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One field of an entry: what it is called, and what it says."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class JournalEntryPart:
    """One entry. `state`: that it was corrected, withdrawn or taken away; "" when it holds."""

    number: str
    heading: str
    byline: str
    lines: tuple[JournalLine, ...]
    state: str = ""


@dataclass(frozen=True, slots=True)
class JournalDocument:
    """The akt. `unentered`: what one of its authors had typed and not entered."""

    case_number: str
    unit: str
    persons: tuple[PersonRow, ...]
    entries: tuple[JournalEntryPart, ...]
    unentered: tuple[JournalLine, ...]
    provenance: Provenance
