# SPDX-License-Identifier: EUPL-1.2
"""Whatever is put back in an earlier state is named when it is opened, and gone on from only when
somebody says why; then the log has it."""

import shutil

import msgspec
import pytest

from tests.vault.damage import TEXTS, outcome, texts, written
from tests.vault.making import PASSPHRASE, Workplace, writer
from workbench.app.opening import open_session
from workbench.domain.access import Unlocked
from workbench.services.akter.session import Session
from workbench.vault import slots
from workbench.vault.errors import OlderCopyError
from workbench.vault.opening import unlock_vault
from workbench.vault.register import Tail
from workbench.vault.seen_heads import SeenHeads
from workbench.vault.unlocked import UnlockedVault

WHY = "Disken gick sönder, i går hann inte sparas."


def write_more(place: Workplace, case=None) -> str:
    """One more entry, told to the register; the akt it stands in."""
    vault = place.unlock()
    akt = writer(place, vault, case)
    akt.enter("torsdag")
    akt.file.close()
    vault.close()
    return akt.file.case


def over_older(place: Workplace) -> Session:
    return open_session(place.folder, 1, PASSPHRASE, place.around, over_older=WHY)


def last_unlock(session: Session) -> Unlocked:
    return session.desk.house.all(Unlocked)[-1].value


def accepted(place: Workplace) -> UnlockedVault:
    return unlock_vault(place.folder, 1, PASSPHRASE, place.around, accept_older=True)


def test_an_older_akt_beside_a_register_as_old_as_it_is_named(place: Workplace):
    """Of the whole folder; then the register catches up, and only the akt stays behind."""
    vault = written(place)
    good = place.root / "before"
    shutil.copytree(place.folder, good)
    write_more(place, vault.case)
    kept = place.root / "kept"
    shutil.copytree(place.state, kept)
    shutil.rmtree(place.folder)
    shutil.copytree(good, place.folder)
    accepted(place).close()
    for number in range(12):  # the register is written on: its revision passes what was seen
        again = place.unlock()
        again.new_case(str(number)).close()
        again.close()
    heads = next(kept.glob("*.heads"))
    shutil.copy(heads, place.state / heads.name)
    opened = place.unlock()
    with pytest.raises(OlderCopyError) as refused:
        opened.open_case(vault.case)
    assert refused.value.facts == {"file": f"cases/{vault.case}.db"}
    file = opened.open_case(vault.case, read_only=True)
    assert tuple(entry.content()["text"] for entry in file.entries()) == TEXTS
    opened.close()


def test_heads_are_kept_only_where_they_changed_and_survive_a_line_cut_off(place: Workplace):
    vault = written(place)
    (note,) = place.state.glob("*.heads")
    before = note.read_bytes()
    opened = place.unlock()
    texts(opened, vault.case)
    opened.close()
    assert note.read_bytes() == before
    note.write_bytes(before[:-20])
    write_more(place, vault.case)
    opened = place.unlock()
    seen = SeenHeads(opened._inside.installation, opened.vault)
    assert seen.of(vault.case) == Tail(opened.open_case(vault.case).head(), len(TEXTS) + 1)
    opened.close()


def test_heads_of_akter_that_are_gone_are_dropped_and_the_note_does_not_grow(place: Workplace):
    vault = written(place)
    (note,) = place.state.glob("*.heads")
    for _more in range(3):
        write_more(place, vault.case)
    opened = place.unlock()
    seen = SeenHeads(opened._inside.installation, opened.vault)
    size = note.stat().st_size
    for count in range(1000):
        seen.saw(vault.other, Tail(opened.open_case(vault.case).head(), count))
        seen.keep(frozenset({vault.case, vault.other, opened.house().case}))
    assert note.stat().st_size < 100 * size
    seen.keep(frozenset({vault.case, opened.house().case}))
    assert vault.other.encode() not in note.read_bytes()
    opened.close()


def test_a_note_from_before_there_were_heads_and_one_of_another_make_are_no_obstacle(place):
    vault = written(place)
    (note,) = place.state.glob("*.heads")
    note.unlink()
    opened = place.unlock()
    assert texts(opened, vault.case) == TEXTS
    opened.close()
    note.write_bytes(b"\xff\x00nonsense\n[1]\n")
    place.unlock().close()


def test_an_older_folder_is_gone_on_from_for_a_reason_and_the_log_names_every_file(place):
    vault = written(place)
    good = place.root / "before"
    shutil.copytree(place.folder, good)
    write_more(place, vault.case)
    shutil.rmtree(place.folder)
    shutil.copytree(good, place.folder)
    assert outcome(place.unlock) == "VAULT-005"
    session = over_older(place)
    told = last_unlock(session)
    assert told.reason == WHY
    assert set(told.older) == {"register.db", f"cases/{vault.case}.db"}
    assert len(session.akt(vault.case).file.entries()) == len(TEXTS)
    session.close()
    calm = open_session(place.folder, 1, PASSPHRASE, place.around)
    assert last_unlock(calm).older == ()
    calm.close()


def test_an_older_organisation_akt_alone_is_gone_on_from_for_a_reason(place: Workplace):
    vault = written(place)
    session = open_session(place.folder, 1, PASSPHRASE, place.around)
    session.close()
    shutil.copy(vault.good / "house.db", place.folder / "house.db")
    assert outcome(lambda: open_session(place.folder, 1, PASSPHRASE, place.around)) == "VAULT-005"
    session = over_older(place)
    assert last_unlock(session).older == ("house.db",)
    session.close()
    place.unlock().close()


def test_a_reason_opens_no_list_of_users_that_is_not_an_older_copy(place: Workplace):
    """A former administrator's own list, with a generation of the future."""
    opened = place.create()
    inside = opened._inside
    forged = msgspec.structs.replace(inside.body, generation=inside.body.generation + 7)
    content = slots.file_of(forged, inside.keychain.signing)
    opened.close()
    (place.folder / "vault.slots").write_bytes(content)
    assert outcome(place.unlock) == "VAULT-004"
    assert outcome(lambda: accepted(place)) == "VAULT-004"


def test_an_older_akt_is_read_on_request_and_nothing_is_written_or_derived(place: Workplace):
    vault = written(place)
    older = vault.database.read_bytes()
    write_more(place, vault.case)
    vault.database.write_bytes(older)
    session = open_session(place.folder, 1, PASSPHRASE, place.around)
    assert outcome(lambda: session.akt(vault.case)) == "VAULT-005"
    before = session.desk.vault.own.row(vault.case)
    session.only_read(vault.case)
    akt = session.akt(vault.case)
    assert akt.is_older_copy
    assert session.is_only_read(vault.case)
    assert session.desk.vault.own.row(vault.case) == before
    assert outcome(lambda: session.desk.vault.mirror(vault.case, before.summary)) == "VAULT-005"
    session.close()
    assert vault.database.read_bytes() == older
