# SPDX-License-Identifier: EUPL-1.2
"""A damaged akt: what verifies is read, what does not is named, and nothing altered passes."""

import random
import shutil
from pathlib import Path

import pytest

from tests.vault.backing_up import PEACE, akt_with, copied, said_in, tree
from tests.vault.colleagues import add, at, nothing
from tests.vault.damage import crashed_copy, cut, flip, with_sql
from tests.vault.making import Workplace, writer
from tests.vault.taking import take
from workbench.domain.ids import CaseId
from workbench.services.copies_ports import Salvaged
from workbench.vault.errors import (
    DamagedFileError,
    NoAccessError,
    NoCopyError,
    OlderCopyError,
    ShorterCopyError,
)
from workbench.vault.unlocked import UnlockedVault

PAGE = 4096
NOTES = 60
LONG = "lång " * 3000
FLIPS = 250


def note(n: int) -> str:
    """Some run over several pages, as real notes do."""
    return f"{n} {LONG}" if n % 20 == 7 else f"Anteckning {n}, med några rader text i sig."


@pytest.fixture(scope="module")
def master(tmp_path_factory) -> tuple[Workplace, CaseId]:
    place = Workplace(tmp_path_factory.mktemp("salvage"))
    vault = place.create()
    akt = writer(place, vault)
    akt.enter(*(note(n) for n in range(NOTES)))
    akt.file.close()
    vault.close()
    return place, akt.file.case


class Akt:
    """A copy of the master's vault to hurt."""

    def __init__(self, master: tuple[Workplace, CaseId], root: Path) -> None:
        of, self.case = master
        self.place = Workplace(root, "hurt", code=of.code)
        shutil.copytree(of.folder, self.place.folder)
        shutil.copytree(of.state, self.place.state)

    @property
    def database(self) -> Path:
        return self.place.folder / "cases" / f"{self.case}.db"

    def salvaged(self) -> Salvaged:
        before = tree(self.place.folder)
        vault = self.place.unlock()
        try:
            found = vault.copies.salvage(self.case, PEACE)
        finally:
            vault.close()
        for name, content in before.items():
            if name.startswith("cases"):
                assert (self.place.folder / name).read_bytes() == content
        return found


@pytest.fixture
def akt(master, tmp_path: Path) -> Akt:
    return Akt(master, tmp_path)


def expected(found: Salvaged) -> None:
    """Whatever is shown is what was written, in order, and every hole is named."""
    said = [entry.content()["text"] for entry in found.entries]
    numbers = [int(text.split()[0]) if text[0].isdigit() else int(text.split()[1][:-1])
               for text in said]  # fmt: skip
    assert said == [note(n) for n in numbers]
    assert numbers == sorted(set(numbers))
    missing = [n for gap in found.gaps for n in range(gap.first, gap.last + 1)]
    named = [bad.position for bad in found.bad]
    assert sorted([*numbers, *missing, *named]) == list(range(NOTES))


def test_a_whole_akt_is_salvaged_whole(akt: Akt):
    found = akt.salvaged()
    expected(found)
    assert found.is_whole
    assert len(found.entries) == NOTES
    assert found.pages * PAGE == akt.database.stat().st_size


def test_any_damaged_page_costs_what_stood_on_it_and_no_more(akt: Akt):
    whole = akt.database.read_bytes()
    readable = []
    for number in range(len(whole) // PAGE):
        akt.database.write_bytes(whole)
        flip(akt.database, number * PAGE + 2000)
        found = akt.salvaged()
        expected(found)
        assert found.damaged_pages == (number + 1,)
        readable.append(len(found.entries))
    assert min(readable) > NOTES // 2
    assert readable.count(NOTES) >= 3  # pages that only lead to others


def test_a_gap_is_named_by_place_and_by_the_id_that_the_next_entry_tells(akt: Akt):
    vault = akt.place.unlock()
    handle = vault.open_case(akt.case)
    ids = [entry.id for entry in handle.entries()]
    handle.close()
    vault.close()
    whole = akt.database.read_bytes()
    seen = set()
    for number in range(2, len(whole) // PAGE):
        akt.database.write_bytes(whole)
        flip(akt.database, number * PAGE + 1000)
        for gap in akt.salvaged().gaps:
            if gap.last < NOTES - 1:
                assert gap.entry == ids[gap.last]
                seen.add(gap.last)
    assert len(seen) > 5


def test_the_first_pages_may_be_gone_altogether(akt: Akt):
    content = bytearray(akt.database.read_bytes())
    content[: 2 * PAGE] = bytes(2 * PAGE)
    akt.database.write_bytes(content)
    found = akt.salvaged()
    expected(found)
    assert len(found.entries) > NOTES // 2
    assert found.damaged_pages == (1, 2)


@pytest.mark.parametrize("size", [PAGE * 20, PAGE * 20 + 100, PAGE * 8])
def test_a_cut_file_gives_what_is_left_of_it(akt: Akt, size: int):
    cut(akt.database, size)
    found = akt.salvaged()
    expected(found)
    assert found.gaps


@pytest.mark.parametrize("content", [b"", bytes(PAGE * 10), b"SQLite format 3\0" + bytes(8000)])
def test_a_file_of_which_nothing_is_left_is_damaged(akt: Akt, content: bytes):
    akt.database.write_bytes(content)
    vault = akt.place.unlock()
    with pytest.raises(DamagedFileError):
        vault.copies.salvage(akt.case, PEACE)
    vault.close()


def test_single_flipped_bits_never_alter_an_entry(akt: Akt):
    whole, chance = akt.database.read_bytes(), random.Random(7)
    vault = akt.place.unlock()
    for _each in range(FLIPS):
        content = bytearray(whole)
        at_bit = chance.randrange(len(content) * 8)
        content[at_bit // 8] ^= 1 << at_bit % 8
        akt.database.write_bytes(content)
        expected(vault.copies.salvage(akt.case, PEACE))
    vault.close()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("UPDATE entry SET body = ? WHERE position = 5", "body-hash"),
        ("UPDATE entry SET header = ? WHERE position = 5", "malformed-header"),
        ("UPDATE entry SET signature = ? WHERE position = 5", "signature"),
    ],
)
def test_what_somebody_with_the_key_changed_is_named_and_not_shown(akt: Akt, change, why):
    """Page, tree and key are right; the entry itself is not what its author signed."""
    with_sql(copy_of(akt), akt.database, (change, (b'{"text":"annat"}',)))
    found = akt.salvaged()
    assert [(bad.position, bad.why) for bad in found.bad] == [(5, why)]
    assert len(found.entries) == NOTES - 1
    assert "annat" not in str([entry.content() for entry in found.entries])


def test_a_text_that_was_hidden_is_named(akt: Akt):
    hide = "UPDATE entry SET salt = NULL, body = NULL WHERE position = 5"
    with_sql(copy_of(akt), akt.database, (hide, ()))
    assert [(bad.position, bad.why) for bad in akt.salvaged().bad] == [(5, "purged")]


def copy_of(akt: Akt):
    class Hurt:
        place = akt.place

    return Hurt()


def test_what_was_committed_and_lies_in_the_log_is_read_from_there(place: Workplace, tmp_path):
    vault = place.create()
    akt = writer(place, vault)
    akt.enter("ett", "två", "tre")
    cut_off = crashed_copy(place, tmp_path / "cut")
    log = cut_off.folder / "cases" / f"{akt.file.case}.db-wal"
    vault.close()
    opened = cut_off.unlock()
    found = opened.copies.salvage(akt.file.case, PEACE)
    assert [entry.content()["text"] for entry in found.entries] == ["ett", "två", "tre"]
    content = log.read_bytes()
    for at_byte in range(32, len(content), 1500):
        log.write_bytes(content[:at_byte] + bytes([content[at_byte] ^ 4]) + content[at_byte + 1 :])
        found = opened.copies.salvage(akt.file.case, PEACE)
        said = [entry.content()["text"] for entry in found.entries]
        assert said == ["ett", "två", "tre"][: len(said)]
    log.write_bytes(content)
    opened.close()


def test_who_has_no_grant_salvages_nothing(place: Workplace):
    vault = place.create()
    add(vault, 2, ("practitioner",))
    case = akt_with(place, vault)
    with pytest.raises(NoAccessError):
        vault.copies.salvage(vault.house().case, PEACE)
    vault.close()
    with at(place, 2) as hers, pytest.raises(NoAccessError):
        hers.copies.salvage(case, PEACE)


# --- one akt put back -----------------------------------------------------------------------------


@pytest.fixture
def hurt(place: Workplace) -> tuple[Workplace, UnlockedVault, CaseId, Path]:
    """An akt that was copied and damaged since."""
    vault = place.create()
    case = akt_with(place, vault, "ett", "två")
    copied(place, vault)
    database = place.folder / "cases" / f"{case}.db"
    for number in range(len(database.read_bytes()) // PAGE):
        flip(database, number * PAGE + 100)
    return place, vault, case, database


def test_one_akt_is_put_back_and_the_damaged_file_kept(hurt):
    place, vault, case, database = hurt
    damaged = database.read_bytes()
    with pytest.raises(DamagedFileError):
        vault.open_case(case)
    told = vault.copies.put_back(place.root / "medium", case, PEACE)
    assert (told.entries, told.missing) == (2, 0)
    assert said_in(vault, case) == ("ett", "två")
    assert (database.parent / told.left_aside).read_bytes() == damaged
    akt_with(place, vault, "vidare", case=case)
    assert [report.why for report in vault.verify()] == ["", ""]
    vault.close()
    vault = place.unlock()
    assert said_in(vault, case) == ("ett", "två", "vidare")
    vault.close()


def test_a_copy_that_ends_earlier_is_put_back_only_when_somebody_accepts_it(place: Workplace):
    vault = place.create()
    case = akt_with(place, vault, "ett", "två")
    copied(place, vault)
    akt_with(place, vault, "tre", case=case)
    database = place.folder / "cases" / f"{case}.db"
    flip(database, 5000)
    before = database.read_bytes()
    assert vault.copies.find_whole(place.root / "medium", case).is_shorter
    with pytest.raises(ShorterCopyError):
        vault.copies.put_back(place.root / "medium", case, PEACE)
    assert database.read_bytes() == before
    told = vault.copies.put_back(place.root / "medium", case, PEACE, accepts_shorter=True)
    assert (told.entries, told.missing) == (2, 1)
    assert said_in(vault, case) == ("ett", "två")
    assert next(row for row in vault.cases() if row.case == case).is_stale
    vault.close()
    vault = place.unlock()
    assert said_in(vault, case) == ("ett", "två")
    (database.parent / told.left_aside).replace(database)
    vault.close()


def test_an_older_akt_is_not_taken_in_silence_after_a_cut_between_file_and_register(hurt):
    place, vault, case, database = hurt
    akt_like_then = next((place.root / "medium").rglob(f"{case}.db")).read_bytes()
    vault.copies.put_back(place.root / "medium", case, PEACE)
    akt_with(place, vault, "tre", case=case)
    vault.close()
    database.write_bytes(akt_like_then)
    vault = place.unlock()
    with pytest.raises(OlderCopyError):
        vault.open_case(case)
    vault.close()


def test_the_newest_copy_in_which_the_akt_is_whole_is_taken(hurt):
    place, vault, case, _database = hurt
    good = vault.copies.look(place.root / "medium").copies[0].generation
    assert copied(place, vault).copy.damaged
    assert vault.copies.find_whole(place.root / "medium", case).generation == good
    assert vault.copies.put_back(place.root / "medium", case, PEACE).generation == good
    vault.close()


def test_keys_that_are_damaged_come_back_from_the_ring(hurt):
    place, vault, case, database = hurt
    keys = database.with_suffix(".keys")
    flip(keys, 700)
    vault.close()
    vault = place.unlock()
    vault.copies.put_back(place.root / "medium", case, PEACE)
    assert said_in(vault, case) == ("ett", "två")
    assert list(database.parent.glob(f"{case}.keys.damaged-*"))
    vault.close()


def test_an_akt_copied_under_an_earlier_key_comes_back_under_today_s(place: Workplace):
    vault = place.create()
    hers = add(vault, 2, ("practitioner",))
    case = akt_with(place, vault, "ett", "två")
    vault.access.grant(case, hers, nothing)
    copied(place, vault)
    vault.access.revoke(case, hers, nothing, nothing)
    database = place.folder / "cases" / f"{case}.db"
    flip(database, 5000)
    vault.copies.put_back(place.root / "medium", case, PEACE)
    assert said_in(vault, case) == ("ett", "två")
    assert vault.access.readers(case) == (vault.signer.user,)
    vault.close()
    vault = place.unlock()
    assert said_in(vault, case) == ("ett", "två")
    vault.close()


def test_what_was_damaged_on_the_medium_too_is_not_put_back(hurt):
    place, vault, case, database = hurt
    (copy,) = (place.root / "medium").rglob(f"{case}.db")
    flip(copy, 5000)
    before = database.read_bytes()
    assert vault.copies.find_whole(place.root / "medium", case) is None
    with pytest.raises(NoCopyError):
        vault.copies.put_back(place.root / "medium", case, PEACE)
    assert database.read_bytes() == before
    vault.close()


def test_a_text_that_was_taken_away_is_not_salvaged_from_an_older_page(place: Workplace):
    vault = place.create()
    akt = writer(place, vault)
    first, _second = akt.enter("taget bort", "kvar")
    akt.file.close()
    case = akt.file.case
    assert [entry.body is None for entry in salvaged(vault, case)] == [False, False]
    take(place, vault, case, [first.id])  # and the file that lies there is older
    found = salvaged(vault, case)
    assert [(entry.body, entry.salt) for entry in found[:1]] == [(None, None)]
    assert [entry.body is None for entry in found] == [True, False]
    vault.close()


def salvaged(vault: UnlockedVault, case: CaseId):
    return vault.copies.salvage(case, PEACE).entries
