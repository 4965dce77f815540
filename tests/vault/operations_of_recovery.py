# SPDX-License-Identifier: EUPL-1.2
"""Recovery under fire: codes renewed, a place given back, a drill. See `operations`."""

import shutil
from collections.abc import Iterator, Sequence

from tests.vault.backing_up import copied, prepared
from tests.vault.making import CHEAP, PASSPHRASE, Workplace, writer
from tests.vault.operations import Operation, Said, Say, open_vault, sound_vault, spoken
from workbench.domain.errors import WorkbenchError
from workbench.vault.errors import NotAVaultError, WrongPassphraseError
from workbench.vault.returning import recover_vault

AKTER = 2
BACK = "en ny fras för den som kom tillbaka"
_SHEET = "sheet"
_ENTRIES = 2


def _with_akter(place: Workplace) -> None:
    vault = place.create()
    for _ in range(AKTER):
        akt = writer(place, vault)
        akt.enter("måndag", "tisdag")
        akt.file.close()
    vault.close()
    (place.root / _SHEET).write_text(place.code, encoding="ascii")


def _sheet(place: Workplace) -> str:
    return (place.root / _SHEET).read_text(encoding="ascii")


def _renew(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        codes = vault.recovery.renew("two-of-three" if place.ids.random_bytes(1)[0] & 1 else "one")
        say("drawn", *codes)
        vault.recovery.prove(codes, place.pulse)
        say("renewed", *codes)


def _broken_renewal(place: Workplace, said: Said) -> Iterator[str]:
    """The codes that were acknowledged last hold, or ones that were drawn after them."""
    with sound_vault(place) as vault:
        if len(vault.cases()) != AKTER:
            yield f"{len(vault.cases())} akter of {AKTER}"
    held: list[Sequence[str]] = [(_sheet(place),)]
    for line in said:
        if line[0] == "renewed":
            held = [line[1:]]
        elif line[0] == "drawn":
            held.append(line[1:])
    if not any(_opens_all(place, codes) for codes in held):
        yield "no code that may hold opens the vault"


def _opens_all(place: Workplace, codes: Sequence[str]) -> bool:
    needed = codes[:2] if len(codes) > 1 else codes
    try:
        recovered = recover_vault(place.folder, needed, place.around)
    except WorkbenchError:
        return False
    try:
        reports = recovered.opened.verify()
        return len(reports) == AKTER + 1 and not any(report.why for report in reports)
    finally:
        recovered.close()


def _recover(place: Workplace, say: Say) -> None:
    recovered = recover_vault(place.folder, [_sheet(place)], place.around)
    recovered.seat(recovered.newcomer(1), BACK, CHEAP, place.pulse)
    say("seated")
    recovered.close()
    say("closed")


def _broken_return(place: Workplace, said: Said) -> Iterator[str]:
    """One of the two passphrases opens everything, the new one if it was told; so does the code."""
    try:
        vault = place.unlock(BACK)
    except WrongPassphraseError:
        if spoken(said, "seated"):
            yield "who came back is out again"
        vault = place.unlock(PASSPHRASE)
    try:
        yield from (f"verify: {report.why}" for report in vault.verify() if report.why)
        counts = [len(vault.open_case(row.case).entries()) for row in vault.cases()]
        if counts != [_ENTRIES] * AKTER:
            yield f"entries of the akter: {counts}"
    finally:
        vault.close()
    if not _opens_all(place, [_sheet(place)]):
        yield "the code no longer opens the vault"


def _lost_but_for_a_medium(place: Workplace) -> None:
    _with_akter(place)
    with open_vault(place) as vault:
        copied(place, vault)
    shutil.rmtree(place.folder)
    shutil.rmtree(place.state)


def _restore_by_code(place: Workplace, say: Say) -> None:
    with prepared(place, codes=(_sheet(place),)) as ready:
        returning = ready.returning
        assert returning is not None
        returning.seat(returning.recovered.newcomer(1), BACK, CHEAP, place.pulse)
        say("seated")
        ready.take_over()
    say("restored")


def _broken_restoring(place: Workplace, said: Said) -> Iterator[str]:
    """There is no vault, and it can be done again; or one that the new passphrase opens, whole."""
    try:
        vault = place.unlock(BACK)
    except NotAVaultError:
        if spoken(said, "restored"):
            yield "it was put back, and is not"
        _restore_by_code(place, lambda *_words: None)
        vault = place.unlock(BACK)
    try:
        yield from (f"verify: {report.why}" for report in vault.verify() if report.why)
        counts = [len(vault.open_case(row.case).entries()) for row in vault.cases()]
        if counts != [_ENTRIES] * AKTER:
            yield f"entries of the akter: {counts}"
    finally:
        vault.close()
    if not _opens_all(place, [_sheet(place)]):
        yield "the code no longer opens the vault"


def _drill(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        say("drilled", vault.recovery.drill([_sheet(place)], place.pulse).opened)


def _broken_drill(place: Workplace, said: Said) -> Iterator[str]:
    with sound_vault(place) as vault:
        if len(vault.cases()) != AKTER:
            yield f"{len(vault.cases())} akter of {AKTER}"
    yield from (f"a drill saw {n} akter" for (n,) in spoken(said, "drilled") if int(n) != AKTER)
    if list(place.root.glob(".varn-drill-*")):
        yield "a copy is left beside the vault"


OPERATIONS: dict[str, Operation] = {
    "renew": Operation(_renew, _broken_renewal, prepare=_with_akter),
    "recover": Operation(_recover, _broken_return, prepare=_with_akter, is_once=True),
    "restore by code": Operation(
        _restore_by_code, _broken_restoring, prepare=_lost_but_for_a_medium, is_once=True
    ),
    "drill": Operation(_drill, _broken_drill, prepare=_with_akter),
}
