# SPDX-License-Identifier: EUPL-1.2
"""Users, grants and changes of keys under fire. See `operations`, which takes them from here."""

from collections.abc import Iterator

from tests.vault.colleagues import BERIT, add, at, nobody, nothing
from tests.vault.making import Workplace, Writer, writer
from tests.vault.operations import (
    PARTS,
    Operation,
    Said,
    Say,
    open_vault,
    sound_vault,
    spoken,
)
from workbench.domain.ids import CaseId, UserId
from workbench.vault.errors import NoAccessError
from workbench.vault.unlocked import UnlockedVault

_CONTENT = bytes(40_000)


def with_berit(place: Workplace) -> None:
    """The founder at place 1, Berit at place 2."""
    vault = place.create()
    add(vault)
    vault.close()


def _berit(vault: UnlockedVault) -> UserId:
    return next(member.user for member in vault.members() if member.place == 2)


def _akt(place: Workplace, vault: UnlockedVault, say: Say) -> CaseId:
    akt = writer(place, vault)
    akt.file.append(
        akt.run([{"n": 0, "part": part} for part in range(PARTS)]),
        attachments={f"{0:064}": _CONTENT},
    )
    row = akt.type("text", "halv mening")
    akt.file.close()
    say("filled", akt.file.case, row.key.record)
    return akt.file.case


def broken_filled(vault: UnlockedVault, said: Said) -> Iterator[str]:
    """Akter of the founder that are not as they were filled."""
    listed = {row.case for row in vault.cases()}
    for case, _record in spoken(said, "filled"):
        if CaseId(case) not in listed:
            yield f"{case} is not listed"
            continue
        akt = vault.open_case(CaseId(case))
        rows = [row.value for row in akt.working_rows(vault.signer.user)]
        whole = len(akt.entries()) == PARTS and akt.attachment(f"{0:064}") == _CONTENT
        if not whole or rows != ['"halv mening"']:
            yield f"{case} is not as it was"
        akt.close()


# --- somebody comes ------------------------------------------------------------------------------


def _phrase(number: int) -> str:
    return f"plats {number} torsdag granit vinter"


def _free(vault: UnlockedVault) -> int:
    return max(member.place for member in vault.members()) + 1


def _come(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        for _each in range(2):
            number = _free(vault)
            user = add(vault, number, phrase=_phrase(number))
            say("added", number, user)


def _broken_coming(place: Workplace, said: Said) -> Iterator[str]:
    with sound_vault(place) as vault:
        seated = {member.place: member.user for member in vault.members()}
    for number, user in spoken(said, "added"):
        if seated.get(int(number)) != user:
            yield f"{user} has lost their place"
            continue
        with at(place, int(number), _phrase(int(number))) as vault:
            vault.house().entries()


# --- an akt is shared, and is not any more -------------------------------------------------------


def _give(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        for _each in range(2):
            case = _akt(place, vault, say)
            vault.access.grant(case, _berit(vault), nothing)
            say("granted", case)


def _broken_giving(place: Workplace, said: Said) -> Iterator[str]:
    with sound_vault(place) as vault:
        yield from broken_filled(vault, said)
    with at(place, 2, BERIT) as vault:
        for (case,) in spoken(said, "granted"):
            if len(vault.open_case(CaseId(case)).entries()) != PARTS:
                yield f"{case} is not as it was"
            if CaseId(case) not in {row.case for row in vault.cases()}:
                yield f"the grant to {case} is lost"


def _take_back(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        case = _akt(place, vault, say)
        vault.access.grant(case, _berit(vault), nothing)
        vault.access.revoke(case, _berit(vault), nothing, place.pulse)
        say("revoked", case)


def _broken_taking_back(place: Workplace, said: Said) -> Iterator[str]:
    with sound_vault(place) as vault:
        yield from broken_filled(vault, said)
    with at(place, 2, BERIT) as vault:
        listed = {row.case for row in vault.cases()}
        for (case,) in spoken(said, "revoked"):
            try:
                vault.open_case(CaseId(case))
                yield f"{case} opens all the same"
            except NoAccessError:
                if CaseId(case) in listed:
                    yield f"{case} is listed all the same"
    yield from _broken_readers(place)


def _broken_readers(place: Workplace) -> Iterator[str]:
    """After all was opened once, nobody has a key who is not meant to, and nothing is left over."""
    with open_vault(place) as vault:
        for row in vault.cases():
            vault.open_case(row.case).close()
            vault.access.readers(row.case)
        if vault.access.rekey_due():
            yield "a change of key that is due was not made"
        vault.house()
    left = [path.name for path in place.folder.rglob("*.db.new*")]
    if left:
        yield f"left over: {left}"


# --- somebody goes --------------------------------------------------------------------------------


def _go(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        number = _free(vault)
        user = add(vault, number, phrase=_phrase(number))
        case = _akt(place, vault, say)
        vault.access.grant(case, user, nothing)
        vault.access.grant(case, _berit(vault), nothing)
        house = Writer(vault, vault.house(), place.around)
        house.file.append(house.run([{"text": "går"}]))
        say("noted", house.file.head())
        vault.access.remove_user(user, nobody, place.pulse, to_recovery=False)
        say("removed", number, user)
    with at(place, 2, BERIT) as vault:
        vault.open_case(case).close()
        say("rekeyed", case)


def _broken_going(place: Workplace, said: Said) -> Iterator[str]:
    with sound_vault(place) as vault:
        noted = {entry.id for entry in vault.house().entries()}
        yield from (f"note {id_} is lost" for (id_,) in spoken(said, "noted") if id_ not in noted)
        yield from broken_filled(vault, said)
        seated = {member.place: member.user for member in vault.members()}
        for number, user in spoken(said, "removed"):
            if seated.get(int(number)) == user:
                yield f"{user} has a place again"
            yield from _still_opens(place, vault, int(number), user)
        if len(vault._inside.register_keys) != 1:
            yield "the change of the register's key was not finished"
    with at(place, 2, BERIT) as vault:
        for (case,) in spoken(said, "rekeyed"):
            if len(vault.open_case(CaseId(case)).entries()) != PARTS:
                yield f"{case} is not as it was"
    yield from _broken_readers(place)


def _still_opens(place: Workplace, vault: UnlockedVault, number: int, user: str) -> Iterator[str]:
    body = vault._inside.body
    if body.slot(number) is not None and body.slot(number).user == user:
        yield f"{user} can unlock"
    ring = vault._inside.keychain.ring(vault._shelf.house, vault._inside.layout.house())
    if user in {granted.to for granted in ring.grants}:
        yield f"{user} has the organisation akt's key"


OPERATIONS: dict[str, Operation] = {
    "come": Operation(_come, _broken_coming, prepare=with_berit),
    "give": Operation(_give, _broken_giving, prepare=with_berit),
    "take-back": Operation(_take_back, _broken_taking_back, prepare=with_berit),
    "go": Operation(_go, _broken_going, prepare=with_berit),
}
