# SPDX-License-Identifier: EUPL-1.2
"""Akt and register never have to commit together; what is older than was last written is named,
read only, and nothing is derived from it in silence."""

import shutil

import pytest

from tests.vault.damage import TEXTS, accept_older, crashed_copy, flip, outcome, texts, written
from tests.vault.making import PASSPHRASE, Workplace, Writer, writer
from workbench.services.ports import CaseSummary
from workbench.vault.errors import OlderCopyError


def test_an_older_akt_is_refused_then_read_and_neither_file_is_changed(place: Workplace):
    vault = written(place)
    older = vault.database.read_bytes()
    opened = place.unlock()
    writer(place, opened, vault.case).enter("torsdag")
    opened.close()
    vault.database.write_bytes(older)
    register = (vault.folder / "register.db").read_bytes()
    assert outcome(vault.read) == "VAULT-005"
    opened = place.unlock()
    with pytest.raises(OlderCopyError) as refused:
        opened.open_case(vault.case)
    assert refused.value.facts == {"file": f"cases/{vault.case}.db"}
    file = opened.open_case(vault.case, read_only=True)
    assert tuple(entry.content()["text"] for entry in file.entries()) == TEXTS
    writing = Writer(opened, file, place.around)
    assert outcome(lambda: writing.enter("nytt")) == "VAULT-005"
    assert outcome(lambda: writing.type("text", "nytt")) == "VAULT-005"
    assert outcome(lambda: file.drop_working([])) == "VAULT-005"
    file.close()
    opened.close()
    assert vault.database.read_bytes() == older
    assert (vault.folder / "register.db").read_bytes() == register
    assert vault.read_other() == TEXTS


def test_an_older_organisation_akt_is_refused(place: Workplace):
    vault = written(place)
    opened = place.unlock()
    Writer(opened, opened.house(), place.around).enter("öppnade en akt")
    opened.close()
    shutil.copy(vault.good / "house.db", vault.folder / "house.db")
    opened = place.unlock()
    assert outcome(opened.house) == "VAULT-005"
    assert texts(opened, vault.case) == TEXTS
    opened.close()


@pytest.mark.parametrize("name", ["register.db", "vault.slots", None])
def test_an_older_folder_put_back_on_the_same_machine_is_noticed(place: Workplace, name):
    opened = place.create(proven=False)
    opened.close()
    good = place.root / "good"
    shutil.copytree(place.folder, good)
    opened = place.unlock()
    opened.prove_recovery(place.code)
    writer(place, opened).enter("ett")
    opened.close()
    if name is None:
        shutil.rmtree(place.folder)
        shutil.copytree(good, place.folder)
    else:
        shutil.copy(good / name, place.folder / name)
    with pytest.raises(OlderCopyError) as refused:
        place.unlock()
    assert refused.value.facts["file"] == (name or "vault.slots")
    assert outcome(place.unlock) == "VAULT-005"
    accept_older(place, PASSPHRASE).close()
    place.unlock().close()


def test_the_same_folder_on_another_machine_opens(place: Workplace):
    vault = written(place)
    moved = Workplace(place.root / "moved", place.seed, place.clock)
    moved.root.mkdir()
    shutil.copytree(vault.good, moved.folder)
    opened = moved.unlock()
    assert texts(opened, vault.case) == TEXTS
    opened.close()


def test_what_was_announced_and_not_mirrored_is_shown_as_possibly_stale(place: Workplace):
    opened = place.create()
    akt = writer(place, opened)
    opened.mirror(akt.file.case, CaseSummary())
    assert [row.is_stale for row in opened.cases()] == [False]
    opened.announce(akt.file.case)
    akt.enter("ny bedömning")
    crashed = crashed_copy(place, place.root / "crashed")
    opened.mirror(akt.file.case, CaseSummary(("Vera Exempel",)))
    opened.close()
    again = crashed.unlock()
    (row,) = again.cases()
    assert (row.is_stale, row.count) == (True, 0)
    file = again.open_case(akt.file.case)
    assert len(file.entries()) == 1
    again.mirror(akt.file.case, CaseSummary(("Vera Exempel",)))
    (row,) = again.cases()
    assert (row.is_stale, row.count, row.head) == (False, 1, file.head())
    again.close()


def test_entries_that_the_register_has_not_heard_of_are_told_to_it_at_close(place: Workplace):
    opened = place.create()
    akt = writer(place, opened)
    akt.enter("ett", "två")
    crashed = crashed_copy(place, place.root / "crashed")
    opened.close()
    again = crashed.unlock()
    (row,) = again.cases()
    assert row.head is None
    head = again.open_case(akt.file.case).head()
    again.close()
    again = crashed.unlock()
    (row,) = again.cases()
    assert (row.head, row.count) == (head, 2)
    again.close()


@pytest.mark.parametrize("back", [40, 2000, 6000, 9000, 12_380])
def test_a_damaged_log_of_a_crash_never_gives_other_content_and_a_mirrored_loss_is_told(
    place: Workplace, back
):
    opened = place.create()
    akt = writer(place, opened)
    akt.enter(*TEXTS)
    opened.mirror(akt.file.case, CaseSummary())
    crashed = crashed_copy(place, place.root / "crashed")
    opened.close()
    log = crashed.folder / "cases" / f"{akt.file.case}.db-wal"
    assert log.stat().st_size > 12_380
    flip(log, -back)
    vault = crashed.unlock()
    # The log is one chain of checksums: everything from the changed frame on is gone, and since
    # the register heard of the last entry, that is told. A damaged first page is told as such.
    assert outcome(lambda: texts(vault, akt.file.case)) in {"VAULT-005", "VAULT-006"}
    vault.close()


def test_a_crash_with_its_log_intact_loses_nothing(place: Workplace):
    opened = place.create()
    akt = writer(place, opened)
    akt.enter(*TEXTS)
    row = akt.type("text", "halv mening")
    crashed = crashed_copy(place, place.root / "crashed")
    opened.close()
    vault = crashed.unlock()
    assert texts(vault, akt.file.case) == TEXTS
    assert vault.open_case(akt.file.case).working_rows(vault.signer.user) == (row,)
    vault.close()


def test_a_log_of_another_time_beside_the_register_never_passes_for_its_content(place: Workplace):
    opened = place.create()
    crashed = crashed_copy(place, place.root / "crashed")
    writer(place, opened).enter("ett")
    late = (place.folder / "register.db-wal").read_bytes()
    opened.close()
    (crashed.folder / "register.db-wal").write_bytes(late[: len(late) // 2])
    assert outcome(lambda: crashed.unlock().close()) in {"", "VAULT-006"}
