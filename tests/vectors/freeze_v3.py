# SPDX-License-Identifier: EUPL-1.2
"""How tests/vaults/v3 and vault/steps.json were made, once: histories, warrants, link keys.

`python -m tests.vectors.freeze_v3` writes what is not there, and never again. Beside the vault
lies a medium with one copy, made before the last entry. Seeds, ids and moments are fixed; wraps
are random by nature.
"""

import json
import shutil
import tempfile
from pathlib import Path

from tests.vault.backing_up import copied, medium_of
from tests.vault.colleagues import ALL_ROLES, BERIT, PHRASES, add, at, nobody, nothing
from tests.vault.making import CHEAP, Workplace, Writer, writer
from tests.vault.operations import pseudonym
from tests.vault.taking import confirmed, say_erased, say_purged, warrant
from tests.vectors.freeze_vault import put
from workbench.crypto import ed25519
from workbench.crypto.seeds import fingerprint
from workbench.domain.ids import CaseId, EntryId, UserId
from workbench.services.jobs import no_pulse
from workbench.services.ports import CaseSummary
from workbench.vault import history, signed
from workbench.vault.history import Author, Deed, Step
from workbench.vault.unlocked import UnlockedVault

STEPS_VAULT = "0c0ffee0-0000-4000-8000-0000000000aa"
TARGET = Path(__file__).parents[1] / "vaults" / "v3"
PICTURE = bytes(range(256)) * 5


def main() -> None:
    put("vault/steps.json", steps_vector())
    if TARGET.exists():
        print("kept", TARGET.name)
        return
    with tempfile.TemporaryDirectory() as scratch:
        place = Workplace(Path(scratch), seed="tests/vaults/v3")
        facts = _fill(place)
        shutil.copytree(place.folder, TARGET / "vault")
        shutil.copytree(medium_of(place), TARGET / "medium")
    text = json.dumps(facts, indent=1, ensure_ascii=False) + "\n"
    (TARGET / "content.json").write_text(text, encoding="utf-8")
    print("wrote", TARGET.name)


def steps_vector() -> dict[str, object]:
    """One step of each kind but `listed`: what is signed, and the hash that the next one names."""
    seeds = [bytes([number]) * 32 for number in range(1, 5)]
    users = [fingerprint(ed25519.public_key(seed)) for seed in seeds]
    wraps = [fingerprint(bytes([number])) for number in range(1, 5)]
    founder, other, code, later = users
    some = ("administrator", "practitioner")
    deeds = [
        (0, Deed("founded", founder, wraps[0], ALL_ROLES)),
        (0, Deed("recovery", code, wraps[2])),
        (0, Deed("admitted", other, wraps[1], ("practitioner",))),
        (0, Deed("roles", other, roles=some)),
        (2, Deed("left", founder)),
        (2, Deed("admitted", later, wraps[3], ALL_ROLES)),
    ]
    steps: tuple[Step, ...] = ()
    for author, deed in deeds:
        steps = history.after(steps, STEPS_VAULT, Author(users[author], seeds[author]), deed)
    return {
        "vault": STEPS_VAULT,
        "seeds": {user: seed.hex() for user, seed in zip(users, seeds, strict=True)},
        "steps": [_frozen_step(step) for step in steps],
    }


def _frozen_step(step: Step) -> dict[str, str]:
    return {
        "step": signed.body_bytes(step).decode(),
        "signed": history._statement(STEPS_VAULT, step).decode(),
        "sha256": history.hash_of(step),
    }


def _fill(place: Workplace) -> dict[str, object]:
    """Steps: founded, recovery, admitted twice, roles twice, recovery anew, left."""
    vault = place.create()
    berit, cilla = add(vault, 2, ALL_ROLES), add(vault, 3)
    vault.access.change_roles(cilla, ("practitioner", "reviewer"), nothing)
    facts = _akter(place, vault, (berit, cilla))
    _take_away(place, vault, facts)
    vault.access.change_roles(berit, ("administrator", "practitioner"), nothing)
    codes = vault.recovery.renew("two-of-three")
    vault.recovery.prove(codes, no_pulse)
    vault.access.remove_user(cilla, nobody, nothing, to_recovery=False)
    for case in facts["cases"]:
        vault.open_case(CaseId(case)).close()  # their keys are changed, now that Cilla is gone
    made = copied(place, vault)
    facts["pseudonym"] = pseudonym(vault, CaseId(facts["cases"][0]))
    history = [step.act for step in vault._inside.body.history]
    vault.close()
    with at(place, 2) as hers:
        later = Writer(hers, hers.open_case(CaseId(facts["cases"][0])), place.around)
        later.enter("Efter kopian.")
        later.file.close()
    return facts | {
        "place": 1,
        "passphrase": PHRASES[1],
        "passphrases": {"1": PHRASES[1], "2": BERIT},
        "removed": {"place": 3, "passphrase": PHRASES[3], "user": cilla},
        "recovery_code": "\n".join(codes[:2]),
        "former_recovery_code": place.code,
        "m_kib": CHEAP.m_kib,
        "history": history,
        "copy": made.copy.generation,
    }


def _akter(place: Workplace, vault: UnlockedVault, others: tuple[UserId, ...]) -> dict:
    """One that everybody reads, one of the founder's own, one that is going to be erased."""
    shared, own, gone = (writer(place, vault) for _akt in range(3))
    first, unfit, _last = shared.enter("Ringde.", "Ska tas bort.", "Kom. Pratade en timme.")
    again = shared.version(
        {"reason": "fel dag", "text": "Ringde. Träff på tisdag."},
        record=first.header.record,
        supersedes=(first.id,),
    )
    shared.file.append([again], attachments={fingerprint(PICTURE): PICTURE})
    shared.type("text", "Halvskrivet, inte infört.")
    vault.announce(shared.file.case)
    dates = (("reassessment", "2027-01-31"),)
    vault.mirror(shared.file.case, CaseSummary(("Vera Exempel",), (), dates, ("protected",)))
    own.enter("Bara min.")
    vault.announce(own.file.case)
    gone.enter("Hör inte hit.")
    for user in others:
        vault.access.grant(shared.file.case, user, nothing)
    for akt in (shared, own, gone):
        akt.file.close()
    return {
        "cases": [shared.file.case, own.file.case],
        "erased": gone.file.case,
        "purged": unfit.id,
        "corrected": [first.id, again.id],
        "attachment": fingerprint(PICTURE),
    }


def _take_away(place: Workplace, vault: UnlockedVault, facts: dict) -> None:
    """A text by one person with the recovery code; an akt by two people."""
    case, entries = CaseId(facts["cases"][0]), [EntryId(facts["purged"])]
    akt = Writer(vault, vault.open_case(case), place.around)
    word = confirmed(place, vault, case, entries)
    body = {"entries": list(entries), "why": "legal-ground"} | word
    akt.file.purge([akt.version(body, kind="purge/1")], entries)
    say_purged(place, vault, case, entries, **word)
    vault.erasing.note_purged(case)
    akt.file.close()
    erased = CaseId(facts["erased"])
    with vault.second.ask(2, BERIT) as second:
        said = warrant(vault, erased, second=second)
    say_erased(place, vault, erased, approval="two-people", warrant=said)
    vault.erasing.erase(erased)


if __name__ == "__main__":
    main()
