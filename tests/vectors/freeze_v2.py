# SPDX-License-Identifier: EUPL-1.2
"""How tests/vaults/v2 was made, once: three users, a grant, a removal, an akt erased, a text purged.

`python -m tests.vectors.freeze_v2` writes it if it is not there, and never again. Beside the vault
lies a medium with one copy, made before the last entry.
"""

import json
import shutil
import tempfile
from pathlib import Path

from tests.vault.backing_up import copied, medium_of
from tests.vault.colleagues import BERIT, PHRASES, add, at, nobody, nothing
from tests.vault.making import CHEAP, Workplace, Writer, writer
from tests.vault.taking import say_erased, take
from workbench.services.ports import CaseSummary

TARGET = Path(__file__).parents[1] / "vaults" / "v2"


def main() -> None:
    if TARGET.exists():
        print("kept", TARGET.name)
        return
    with tempfile.TemporaryDirectory() as scratch:
        place = Workplace(Path(scratch), seed="tests/vaults/v2")
        facts = _fill(place)
        shutil.copytree(place.folder, TARGET / "vault")
        shutil.copytree(medium_of(place), TARGET / "medium")
    text = json.dumps(facts, indent=1, ensure_ascii=False) + "\n"
    (TARGET / "content.json").write_text(text, encoding="utf-8")
    print("wrote", TARGET.name)


def _fill(place: Workplace) -> dict[str, object]:
    vault = place.create()
    berit, cilla = add(vault, 2), add(vault, 3)
    shared, gone = writer(place, vault), writer(place, vault)
    shared.enter("Ringde. Träff på måndag.", "Ska tas bort.", "Kom. Pratade en timme.")
    shared.type("text", "Halvskrivet, inte infört.")
    vault.announce(shared.file.case)
    vault.mirror(shared.file.case, CaseSummary(("Vera Exempel",), flags=("protected",)))
    gone.enter("Hör inte hit.")
    case, erased = shared.file.case, gone.file.case
    gone.file.close()
    for user in (berit, cilla):
        vault.access.grant(case, user, nothing)
    purged = _purge(shared)
    take(place, vault, case, [purged])
    shared.file.close()
    say_erased(place, vault, erased)
    vault.erasing.erase(erased)
    vault.access.remove_user(cilla, nobody, nothing, to_recovery=False)
    vault.open_case(case).close()  # its key is changed, now that Cilla is gone
    made = copied(place, vault)
    vault.close()
    with at(place, 2) as hers:
        later = Writer(hers, hers.open_case(case), place.around)
        later.enter("Efter kopian.")
        later.file.close()
    return {
        "place": 1,
        "passphrase": PHRASES[1],
        "cases": [case],
        "passphrases": {"1": PHRASES[1], "2": BERIT},
        "removed": {"place": 3, "passphrase": PHRASES[3], "user": cilla},
        "recovery_code": place.code,
        "m_kib": CHEAP.m_kib,
        "case": case,
        "erased": erased,
        "purged": purged,
        "copy": made.copy.generation,
    }


def _purge(akt: Writer) -> str:
    old = akt.file.entries()[1]
    why = {"entries": [old.id], "why": "legal-ground", "approval": "urgent"}
    akt.file.purge([akt.version(why, kind="purge/1")], [old.id])
    return old.id


if __name__ == "__main__":
    main()
