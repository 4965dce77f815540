# SPDX-License-Identifier: EUPL-1.2
"""What bundles call an akt stays the same for as long as the akt lives."""

import json
import shutil

import pytest

from tests.vault.backing_up import PEACE, copied, prepared, tree
from tests.vault.colleagues import BERIT, add, nobody, nothing
from tests.vault.damage import flip
from tests.vault.making import Workplace, Writer, writer
from tests.vault.operations import FORMATS, PSEUDONYMS, pseudonym
from workbench.domain.ids import CaseId
from workbench.services.jobs import no_pulse
from workbench.vault import casefile
from workbench.vault.errors import DamagedFileError


def test_it_stays_through_a_change_of_key_and_every_reader_makes_the_same(place: Workplace):
    vault = place.create()
    berit = add(vault)
    akt = writer(place, vault)
    case = akt.file.case
    before = pseudonym(vault, case)
    vault.access.grant(case, berit, nothing)
    key = bytes(vault._keychain.keys(case, vault._shelf.files(case))[0])
    vault.access.remove_user(berit, nobody, no_pulse, to_recovery=False)
    akt.file.close()
    cilla = add(vault, phrase=BERIT)
    vault.access.grant(case, cilla, nothing)
    assert bytes(vault._keychain.keys(case, vault._shelf.files(case))[0]) != key
    assert pseudonym(vault, case) == before
    vault.close()
    vault = place.unlock(BERIT, place=2)
    assert pseudonym(vault, case) == before
    vault.close()


@pytest.mark.parametrize(("version", "case"), PSEUDONYMS)
def test_akter_of_earlier_formats_keep_theirs_also_when_their_key_changes(
    place: Workplace, version: str, case: str
):
    facts = json.loads((FORMATS / version / "content.json").read_text(encoding="utf-8"))
    shutil.copytree(FORMATS / version / "vault", place.folder)
    phrase = facts["passphrase"] if version == "v1" else facts["passphrases"]["1"]
    vault = place.unlock(phrase)
    try:
        assert pseudonym(vault, CaseId(case)) == PSEUDONYMS[version, case]
        vault.access._rekeying._change(vault.access._rekeying._akt(CaseId(case)), no_pulse)
        assert pseudonym(vault, CaseId(case)) == PSEUDONYMS[version, case]
        assert not list((place.folder / "cases").glob(f"{case}.db.before-*"))  # under the old key
    finally:
        vault.close()


def test_a_vault_put_back_and_an_akt_put_back_have_it(place: Workplace, tmp_path):
    vault = place.create()
    akt = writer(place, vault)
    akt.enter("måndag")
    akt.file.close()
    case = akt.file.case
    before = pseudonym(vault, case)
    copied(place, vault)
    database = vault._shelf.files(case).database
    vault.close()
    flip(database, 5000)
    vault = place.unlock()
    vault.copies.put_back(place.root / "medium", case, PEACE)
    assert pseudonym(vault, case) == before
    vault.close()
    new = Workplace(tmp_path / "new", seed="new")
    with prepared(new, medium=place.root / "medium") as ready:
        ready.take_over()
    vault = new.unlock()
    assert pseudonym(vault, case) == before
    vault.close()


def test_it_goes_with_the_akt(place: Workplace):
    vault = place.create()
    case = writer(place, vault).file.case
    house = Writer(vault, vault.house(), place.around)
    told = {"case": case, "level": "E1", "approval": "urgent"}
    house.file.append([house.version(told, kind="erased/1")])
    link = bytes(vault.case_link_key(case))
    vault.erasing.erase(case)
    vault.close()
    assert not [path for path in tree(place.folder) if case in path]
    assert not [path for path, content in tree(place.root).items() if link in content]


def test_a_file_without_one_is_damaged(place: Workplace):
    vault = place.create()
    akt = writer(place, vault)
    case = akt.file.case
    akt.file._file.connection.execute("DELETE FROM link")
    akt.file.close()
    with pytest.raises(DamagedFileError):
        vault.open_case(case)
    files = vault._shelf.files(case)
    key = vault._keychain.keys(case, files)[0]
    casefile.connect_copy(files.database, key, vault.vault, case, name=files.name).close()
    vault.close()
