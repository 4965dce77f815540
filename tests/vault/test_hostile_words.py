# SPDX-License-Identifier: EUPL-1.2
"""What a colleague writes into the log to take away more than they may, or to keep others out."""

from dataclasses import dataclass, replace

import pytest

from tests.vault.backing_up import TEXTS, akt_with, copied
from tests.vault.colleagues import add, at, nothing
from tests.vault.making import Workplace, Writer, writer
from tests.vault.seating import SECOND_PASSPHRASE, SECOND_PLACE, seat_second
from tests.vault.taking import confirmed, enter, say_erased, say_purged, warrant
from tests.vault.test_purging import purge_entry
from workbench.domain.canonical import Json
from workbench.domain.ids import CaseId, EntryId
from workbench.services.copies_ports import Watch
from workbench.services.purge.erasing_errors import NotApprovedError
from workbench.vault import erased_list, restoring, signed
from workbench.vault.erased_list import Erasures
from workbench.vault.errors import MisfitEntryError
from workbench.vault.journal_store import Law
from workbench.vault.restorers import Order
from workbench.vault.unlocked import UnlockedVault
from workbench.vault.witnessing import witness

ME, HER = 1, 2


@dataclass
class OneText:
    """A text that the only user had taken away by the recovery code; then a colleague came."""

    place: Workplace
    case: CaseId
    entry: EntryId
    word: dict[str, Json]

    def obeyed(self) -> Erasures:
        with at(self.place, ME) as vault:
            found = erased_list.read(self.place.folder / "vault.erased", *_known(vault))
            return found.erasures


def _known(vault: UnlockedVault) -> tuple:
    return vault.vault, vault.members()


@pytest.fixture
def one_text(place: Workplace) -> OneText:
    vault = place.create()
    case = akt_with(place, vault)
    akt = vault.open_case(case)
    entry = akt.entries()[0].id
    akt.close()
    word = confirmed(place, vault, case, [entry])
    say_purged(place, vault, case, [entry], **word)
    vault.erasing.note_purged(case)
    add(vault, HER)
    vault.close()
    return OneText(place, case, entry, word)


def test_the_code_s_word_on_a_text_takes_no_akt_away(one_text: OneText):
    """It stands in the log for every user to copy."""
    case = one_text.case
    with at(one_text.place, HER) as vault:
        copied_word = one_text.word | {"entries": [one_text.entry]}
        say_erased(one_text.place, vault, case, **copied_word)
        with pytest.raises(NotApprovedError):
            vault.erasing.erase(case)
    with at(one_text.place, ME) as vault:
        assert not vault.erasing.is_erased(case)
        akt = vault.open_case(case)
        assert len(akt.entries()) == len(TEXTS)


def test_no_user_s_word_makes_a_list_that_cannot_be_read_again(one_text: OneText):
    case, entries = one_text.case, [one_text.entry]
    with at(one_text.place, HER) as vault:
        own = warrant(vault, case, entries)
        other = {"approval": "urgent", "warrant": own | {"signature": " " + own["signature"]}}
        say_purged(one_text.place, vault, case, entries, **other)
        for field in ("by", "second", "cosignature", "signature"):
            odd = one_text.word | {"warrant": own | {field: "zz"}}
            say_purged(one_text.place, vault, case, entries, **odd)
    assert one_text.obeyed().entries_of(case) == {one_text.entry}


def test_nor_one_that_is_too_long(one_text: OneText, monkeypatch):
    """Nobody is kept out by it, and what two people or the code stand for is on the list."""
    monkeypatch.setattr(signed, "LARGEST_LIST_BYTES", 4096)
    case, many = one_text.case, [f"{n:064x}" for n in range(64)]
    with at(one_text.place, HER) as vault:
        alone = {"approval": "urgent", "warrant": warrant(vault, case, many)}
        say_purged(one_text.place, vault, case, many, **alone)
        vault.erasing.note_told()
    assert one_text.obeyed().entries_of(case) == {one_text.entry}


def test_who_took_a_text_away_does_not_take_that_away_too(place: Workplace):
    """Their own entry says it."""
    vault = place.create()
    case = akt_with(place, vault)
    her = seat_second(place, vault)
    vault.access.grant(case, her, nothing)
    vault.close()
    vault = place.unlock(SECOND_PASSPHRASE, place=SECOND_PLACE)
    akt = writer(place, vault, case)
    first, _second = akt.file.entries()
    act = purge_entry(akt, first)
    akt.file.purge([act], [first.id])
    alone = {"approval": "urgent", "warrant": warrant(vault, case, [act.id])}
    say_purged(place, vault, case, [act.id], **alone)
    akt.file.close()
    vault.close()
    with at(place, ME) as vault:
        akt = writer(place, vault, case)
        assert [e.body is None for e in akt.file.entries()] == [True, False, False]
        assert [report.why for report in vault.verify()] == ["", ""]
        akt.file.close()


def test_nor_alone_what_somebody_signed_with_them(place: Workplace):
    vault = place.create()
    akt = writer(place, vault)
    (alone,) = akt.enter("ensam")
    both = replace(alone, header=replace(alone.header, cosigners=(alone.header.author,)))
    own = frozenset({(alone.header.author, alone.id)})
    law = Law(witness(vault.members), own=own)
    assert law.listed_of([alone]) == {alone.id}
    assert law.listed_of([both]) == frozenset()
    vault.close()


def test_nobody_takes_what_the_log_says_of_them_out_of_it(place: Workplace):
    """Neither at an unlock nor while a copy is put back by the codes."""
    vault = place.create()
    add(vault, HER)
    vault.close()
    with at(place, HER) as vault:
        seen = enter(place, vault, "opened/1", {"case": "x"})
        log = Writer(vault, vault.house(), place.around)
        for why in ("withdrawn", "legal-ground"):
            with pytest.raises(MisfitEntryError):
                log.file.purge([purge_entry(log, seen, why=why)], [seen.id])
        house, entries = vault.house().case, [seen.id]
        alone = {"approval": "urgent", "warrant": warrant(vault, house, entries)}
        say_purged(place, vault, house, entries, **alone)
        vault.erasing.note_told()
    with at(place, ME) as vault:
        copied(place, vault)
        assert vault.house().entries()[seen_at(vault, seen.id)].body is not None
    order = Order(medium=place.root / "medium", target=place.folder, codes=(place.code,))
    with restoring.prepared(order, place.around, Watch()) as ready:
        assert ready.vault.house().entries()[seen_at(ready.vault, seen.id)].body is not None


def seen_at(vault: UnlockedVault, wanted: EntryId) -> int:
    return [entry.id for entry in vault.house().entries()].index(wanted)
