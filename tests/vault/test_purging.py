# SPDX-License-Identifier: EUPL-1.2
"""A purged text is in no page of its file and in no log of it; its trace stands and verifies."""

from dataclasses import replace

import pytest

from tests.vault import pages
from tests.vault.damage import Written, outcome, with_sql
from tests.vault.making import Workplace, Writer, writer
from tests.vault.seating import SECOND_PASSPHRASE, SECOND_PLACE, seat_second
from workbench.domain.canonical import canonical_bytes
from workbench.domain.journal import Entry, Header, hash_body, read_entry
from workbench.vault.erased_list import Erasures
from workbench.vault.errors import BrokenChainError, MisfitEntryError

SECRET = "Hon bor hos sin syster i Påhittsby"
OTHER = "Ringde på måndagen"


def purge_entry(akt: Writer, *entries: Entry, **body) -> Entry:
    said = {"entries": [e.id for e in entries], "why": "legal-ground", "approval": "urgent"}
    return akt.version(said | body, kind="purge/1")


def cosigned(akt: Writer, *entries: Entry) -> Entry:
    """The same, approved by the one at place 2."""
    alone = purge_entry(akt, *entries, approval="two-people")
    with akt.vault.second.ask(SECOND_PLACE, SECOND_PASSPHRASE) as second:
        header = replace(alone.header, cosigners=(second.user,)).to_bytes()
        beside = (second.sign_entry(header),)
    signature = akt.vault.signer.sign_entry(header)
    return read_entry(header, signature, alone.salt, alone.body, beside)


def everything(akt: Writer) -> bytes:
    vault, case = akt.vault, akt.file.case
    path = vault._inside.shelf.files(case).database
    return pages.in_clear(path, pages.file_key(vault, case))


def is_in(text: str, clear: bytes) -> bool:
    """Whole, or a good part of it: a page may hold only the end of a text."""
    words = [word for word in text.split() if len(word) > 5]
    return any(word.encode() in clear for word in words)


@pytest.mark.parametrize("times", [1, 40, 400, 4000])
@pytest.mark.parametrize("at", [0, 7, 14])
def test_nothing_of_a_purged_text_is_left_in_pages_or_log(place: Workplace, times, at):
    vault = place.create()
    akt = writer(place, vault)
    texts = [f"{OTHER} {n} " * (n * 9 % 70) for n in range(15)]
    texts[at] = f"{SECRET} " * times
    entries = akt.enter(*texts)
    assert is_in(SECRET, everything(akt))
    akt.file.purge([purge_entry(akt, entries[at])], [entries[at].id])
    clear = everything(akt)
    assert not is_in(SECRET, clear)
    assert is_in(OTHER, clear)
    case = akt.file.case
    vault.close()

    vault = place.unlock()
    akt = writer(place, vault, case)
    assert [e.body is None for e in akt.file.entries()] == [n == at for n in range(16)]
    assert [report.why for report in vault.verify()] == ["", ""]
    assert not is_in(SECRET, everything(akt))
    vault.close()


def test_working_rows_and_attachments_of_what_was_purged_go_with_it(place):
    vault = place.create()
    akt = writer(place, vault)
    alone, shared = "ab" * 32, "cd" * 32
    row = akt.type("text", SECRET)
    old = akt.version({"text": "x", "objects": [alone, shared]}, record=row.key.record)
    keep = akt.version({"objects": [shared]}, parent=old.id)
    files = {alone: SECRET.encode() * 900, shared: OTHER.encode() * 900, "ef" * 32: b"annat"}
    akt.file.append([old, keep], attachments=files)
    akt.file.purge([purge_entry(akt, old)], [old.id])
    assert akt.file.working_rows(vault.signer.user) == ()
    with pytest.raises(KeyError):
        akt.file.attachment(alone)
    assert akt.file.attachment(shared) == files[shared]
    assert akt.file.attachment("ef" * 32) == b"annat"
    assert not is_in(SECRET, everything(akt))
    vault.close()


def test_two_people_purge_and_the_akt_opens_and_verifies(place):
    vault = place.create()
    seat_second(place, vault)
    akt = writer(place, vault)
    (old, _kept) = akt.enter(SECRET, OTHER)
    akt.file.purge([cosigned(akt, old)], [old.id])
    case = akt.file.case
    vault.close()
    vault = place.unlock()
    assert vault.open_case(case).entries()[0].content() == {}
    assert [report.why for report in vault.verify()] == ["", ""]
    vault.close()


def test_an_unlawful_purge_is_refused_and_nothing_is_changed(place):
    vault = place.create()
    akt = writer(place, vault)
    (old,) = akt.enter(SECRET)
    for bad in (purge_entry(akt, old, approval="two-people"), akt.version({"text": "ny"})):
        with pytest.raises(MisfitEntryError) as refused:
            akt.file.purge([bad], [old.id])
        assert refused.value.facts == {"why": "purged"}
    assert akt.file.entries() == (old,)
    with pytest.raises(MisfitEntryError):
        akt.file.append([replace(akt.version({"text": "ny"}), salt=None, body=None)])
    assert akt.file.entries() == (old,)
    vault.close()


def closed_with(place: Workplace, text: str) -> tuple[Written, Entry]:
    vault = place.create()
    akt = writer(place, vault)
    (old,) = akt.enter(text)
    case = akt.file.case
    vault.close()
    return Written(place, case, case, place.root), old


def test_an_entry_emptied_without_a_purge_is_refused_at_open_and_by_verify(place):
    written, old = closed_with(place, SECRET)
    with_sql(written, written.database, ("UPDATE entry SET salt = NULL, body = NULL", ()))
    vault = place.unlock()
    with pytest.raises(BrokenChainError) as refused:
        vault.open_case(written.case)
    assert refused.value.facts["why"] == "purged"
    assert refused.value.facts["entry"] == old.id
    reports = {report.case: report for report in vault.verify()}
    assert (reports[written.case].why, reports[written.case].first_bad) == ("purged", old.id)
    vault.close()


def test_a_purge_whose_signature_is_not_its_authors_hides_nothing(place):
    vault = place.create()
    akt = writer(place, vault)
    (old,) = akt.enter(SECRET)
    act = purge_entry(akt, old)
    akt.file.purge([act], [old.id])
    written = Written(place, akt.file.case, akt.file.case, place.root)
    vault.close()
    with_sql(written, written.database, ("UPDATE entry SET signature = ? WHERE id = ?",
                                         (bytes(64), act.id)))  # fmt: skip
    vault = place.unlock()
    assert outcome(lambda: vault.open_case(written.case)) == "VAULT-008"
    vault.close()


def test_what_a_copy_from_before_brings_again_goes_again(place):
    written, old = closed_with(place, SECRET)
    vault = place.unlock()
    shelf = vault._inside.shelf
    shelf.erasures = Erasures(entries={written.case: frozenset({old.id})})
    akt = writer(place, vault, written.case)
    assert akt.file.entries()[0].content() == {}
    assert not is_in(SECRET, everything(akt))
    assert [report.why for report in vault.verify()] == ["", ""]
    vault.close()


def test_only_the_recovery_code_confirms_for_one_person(place):
    """Without its signature, an approval by one person empties nothing."""
    vault = place.create()
    akt = writer(place, vault)
    (old,) = akt.enter(SECRET)
    alone = {"approval": "one-person", "proposal": "f" * 64}
    for confirmed in ("", "00" * 64, "kod"):
        with pytest.raises(MisfitEntryError):
            akt.file.purge([purge_entry(akt, old, **alone, confirmed=confirmed)], [old.id])
    vault.close()


def test_the_entry_that_a_writer_makes_is_the_entry_that_is_stored(place):
    """Guards the tests above: the header of a cosigned entry is hashed with its cosigner."""
    vault = place.create()
    user = seat_second(place, vault)
    akt = writer(place, vault)
    (old,) = akt.enter(OTHER)
    act = cosigned(akt, old)
    assert isinstance(act.header, Header)
    assert act.header.cosigners == (user,)
    assert act.header.body_hash == hash_body(act.salt, act.body)
    assert canonical_bytes(act.content()) == act.body
    vault.close()
