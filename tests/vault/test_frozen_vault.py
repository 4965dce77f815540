# SPDX-License-Identifier: EUPL-1.2
"""The real vaults under tests/vaults/ open for ever, with everything that was put in them."""

import json
import shutil
from pathlib import Path

import pytest

from tests.vault.making import Workplace
from workbench.domain.journal import fold
from workbench.vault.opening import Surroundings, read_info, unlock_vault

VAULTS = Path(__file__).parents[1] / "vaults"


@pytest.fixture
def v1(tmp_path: Path) -> tuple[Workplace, dict]:
    place = Workplace(tmp_path)
    shutil.copytree(VAULTS / "v1" / "vault", place.folder)
    return place, json.loads((VAULTS / "v1" / "content.json").read_text(encoding="utf-8"))


def test_the_vault_of_format_1_opens_and_keeps_its_content(v1):
    place, facts = v1
    around = Surroundings(place.clock, place.ids, place.state, facts["m_kib"])
    vault = unlock_vault(place.folder, facts["place"], facts["passphrase"], around)
    assert [row.case for row in vault.cases()] == facts["cases"][::-1]
    assert vault.cases()[1].summary.names == ("Vera Exempel",)
    assert vault.cases()[1].summary.flags == ("protected",)
    assert [row.is_stale for row in vault.cases()] == [True, False]
    one = vault.open_case(facts["cases"][0])
    texts = [entry.content().get("text") for entry in one.entries()]
    assert texts == [
        "Ringde. Träff på måndag.",
        "Ringde. Träff på tisdag.",
        "Hör till en annan akt.",
        None,
    ]
    first, second, wrong, gone = one.entries()
    assert [first.id, second.id] == facts["corrected"]
    assert [wrong.id, gone.id] == facts["withdrawn"]
    corrected, withdrawn = sorted(
        fold(one.entries()).values(), key=lambda r: r.history[0].id != first.id
    )
    assert corrected.current == second
    assert withdrawn.current is None
    (row,) = one.working_rows(vault.signer.user)
    assert [row.key.field, row.value] == facts["working"]
    assert one.attachment(facts["attachment"]) == bytes(range(256)) * 5
    two = vault.open_case(facts["cases"][1])
    assert [e.content()["text"] for e in two.entries()] == [f"Anteckning {n}" for n in range(20)]
    assert vault.house().entries()[0].content() == {"name": "Exempeljouren"}
    assert len(vault.exchange_keys().mailboxes) == 8
    assert [report.why for report in vault.verify()] == ["", "", ""]
    vault.close()


def test_the_recovery_code_of_the_vault_of_format_1_is_still_right(v1):
    place, facts = v1
    vault = place.unlock(facts["passphrase"])
    vault.prove_recovery(facts["recovery_code"])
    vault.close()
    assert read_info(place.folder, given_state_folder=place.state).generation == 3
