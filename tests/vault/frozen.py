# SPDX-License-Identifier: EUPL-1.2
"""A vault as it was first written, laid out in a folder of its own to be opened."""

import json
import shutil
from pathlib import Path

from tests.vault.making import Workplace
from workbench.domain.ids import CaseId
from workbench.vault.unlocked import UnlockedVault

VAULTS = Path(__file__).parents[1] / "vaults"
Frozen = tuple[Workplace, dict]


def laid_out(folder: Path, which: str) -> Frozen:
    """The vault, the medium beside it, and what is known to be in it."""
    place, kept = Workplace(folder), VAULTS / which
    shutil.copytree(kept / "vault", place.folder)
    shutil.copytree(kept / "medium", place.root / "medium")
    return place, json.loads((kept / "content.json").read_text(encoding="utf-8"))


def unlocked(frozen: Frozen, number: int) -> UnlockedVault:
    """By the passphrase of that place."""
    place, facts = frozen
    return place.unlock(facts["passphrases"][str(number)], place=number)


def texts(vault: UnlockedVault, case: str) -> list[str | None]:
    """What every entry of an akt says; None where its text was taken away."""
    akt = vault.open_case(CaseId(case))
    found = [entry.content().get("text") for entry in akt.entries()]
    akt.close()
    return found
