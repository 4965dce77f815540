# SPDX-License-Identifier: EUPL-1.2
"""What a vault is put under fire with: each operation, and what must hold whenever it is cut off.

The killing, the power cuts and the full disk all take their operations from `OPERATIONS` here.
To add one, write two functions and a line:

    def _give(place: Workplace, say: Say) -> None:
        '''Runs in a child that may be cut off anywhere: unlock, do, close.'''
        with open_vault(place) as vault:
            vault.grant(case, user)
            say("granted", case, user)  # only after the call has returned: it now must last

    def _broken_giving(place: Workplace, said: Said) -> Iterator[str]:
        '''Runs afterwards, on what is left: every sentence that it yields is a broken promise.'''
        with sound_vault(place) as vault:  # opens, and `verify` finds nothing
            for case, user in spoken(said, "granted"):
                if user not in vault.granted(case):
                    yield f"{case}: the grant to {user} is lost"

    OPERATIONS["give"] = Operation(_give, _broken_giving, prepare=_with_two_users)

- `prepare` makes what the work begins with, in `place.root`, closed. Everything below `place.root`
  is under fire, so a backup medium goes there too (`place.root / "medium"`). It must give the same
  in every run of one seed, and be cheap: it is copied where it can be.
- `work` is one session. It is done again and again in the same vault until the kill comes, so take
  new akter or new numbers each time; an operation that a vault meets once (`is_once`) is prepared
  anew for each kill instead. Say what was done at once and one word for it, then plain words
  without spaces. Ids and bytes come from `place.ids` only.
- `broken` gets everything that was said so far in that place, by every child. What was not said
  may have happened or not, but never by half. A refusal that escapes from it is a vault that
  does not open: a broken promise.
- `test_operations.py` runs each once to its end, and sees that the invariant notices a loss.
"""

import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.vault.making import Workplace, Writer, writer
from tests.vault.taking import say_urgent
from workbench.crypto.mac import mac
from workbench.domain.ids import CaseId
from workbench.services.ports import CaseFile, CaseSummary
from workbench.vault.errors import NotAVaultError
from workbench.vault.unlocked import UnlockedVault

ROOT = Path(__file__).parents[2]
FORMATS = Path(__file__).parents[1] / "vaults"
PARTS = 4
CONTENT = bytes(9000)
PSEUDONYMS = {
    ("v1", "f54bfb53-269b-4919-aec0-a614d666f7d2"): "8f9c4e69da9b8564d9c3542b01dede9b",
    ("v1", "a1498238-0b26-418e-b8d0-ba4f96dc1a9c"): "79d13bb1e921d7ee52a82a31fcf418d7",
    ("v2", "629347f2-f961-472b-b949-27d5390e2bfd"): "488a54947866fe5227231fa49ece277a",
}
"""What bundles to a receiver whose root key is zeros called the akter of the frozen vaults."""
CHILD = "import sys; from tests.vault import operations; operations.main(*sys.argv[1:])"

Say = Callable[..., None]
Said = Sequence[Sequence[str]]


def _make(place: Workplace) -> None:
    place.create().close()


@dataclass(frozen=True, slots=True)
class Operation:
    """See the head of this file."""

    work: Callable[[Workplace, Say], None]
    broken: Callable[[Workplace, Said], Iterable[str]]
    prepare: Callable[[Workplace], None] = _make
    is_once: bool = False


@contextmanager
def open_vault(place: Workplace) -> Iterator[UnlockedVault]:
    """Unlocked, and closed afterwards; for `work`."""
    vault = place.unlock()
    try:
        yield vault
    finally:
        vault.close()


@contextmanager
def sound_vault(place: Workplace) -> Iterator[UnlockedVault]:
    """The same for `broken`: `verify` found nothing.

    Raises:
        WorkbenchError: it does not open.
        AssertionError: it opens, and is damaged.
    """
    with open_vault(place) as vault:
        faults = [f"verify: {report.why}" for report in vault.verify() if report.why]
        assert not faults, faults
        yield vault


def pseudonym(vault: UnlockedVault, case: CaseId) -> str:
    """The beginning of what a bundle to a receiver whose root key is zeros calls an akt."""
    return mac(vault.case_link_key(case), bytes(32)).hex()[:32]


def spoken(said: Said, word: str) -> list[tuple[str, ...]]:
    """What came after `word`, each time that it was said."""
    return [tuple(line[1:]) for line in said if line[0] == word]


# --- create -----------------------------------------------------------------------------------


def _nothing(place: Workplace) -> None:
    place.root.mkdir(exist_ok=True)


def _create(place: Workplace, say: Say) -> None:
    vault = place.create(proven=False)
    say("made", place.code)
    vault.prove_recovery(place.code)
    say("proven")
    vault.close()


def _broken_making(place: Workplace, said: Said) -> Iterator[str]:
    try:
        with sound_vault(place) as vault:
            if spoken(said, "proven") and not vault.is_recovery_proven:
                yield "the code was typed back, and the vault forgot it"
    except NotAVaultError:
        if spoken(said, "made"):
            yield "a vault that was made is gone"


# --- enter: working rows, entries, attachments, the register's mirror --------------------------


def _enter(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        akt = Writer(vault, vault.new_case("2026-0001"), place.around)
        say("begun", akt.file.case)
        for n in range(3):
            _sitting(vault, akt, n, say)
        akt.file.close()
        say("closed", akt.file.case)


def _sitting(vault: UnlockedVault, akt: Writer, n: int, say: Say) -> None:
    case = akt.file.case
    row = akt.type("text", f"text {n}")
    say("typed", case, n)
    entries = akt.run([{"n": n, "part": part} for part in range(PARTS)])
    vault.announce(case)
    akt.file.append(entries, clearing=[row.key], attachments={f"{n:064}": CONTENT})
    say("entered", case, n)
    vault.mirror(case, CaseSummary((f"name {n}",)))
    say("mirrored", case, n)


def broken_akter(place: Workplace, said: Said) -> Iterator[str]:
    """Akter that are not listed, sittings entered by half or lost, typed text lost."""
    with sound_vault(place) as vault:
        listed = {row.case: row for row in vault.cases()}
        for (case,) in spoken(said, "begun"):
            if CaseId(case) not in listed:
                yield f"akt {case} is not listed"
        for case, row in listed.items():
            file = vault.open_case(case)
            yield from _broken_in(file, vault, said)
            mirrored = [int(n) for of, n in spoken(said, "mirrored") if of == case]
            if mirrored and _name(row.summary.names) < max(mirrored):
                yield f"the register forgot sitting {max(mirrored)} of {case}"
            file.close()


def _broken_in(file: CaseFile, vault: UnlockedVault, said: Said) -> Iterator[str]:
    parts = Counter(entry.content()["n"] for entry in file.entries())
    yield from (f"half of sitting {n}" for n, found in parts.items() if found != PARTS)
    for case, n in spoken(said, "entered"):
        if case == file.case and not _has_entered(file, parts, int(n)):
            yield f"sitting {n} of {case} is lost"
    rows = {row.value for row in file.working_rows(vault.signer.user)}
    for case, n in spoken(said, "typed"):
        if case == file.case and int(n) not in parts and f'"text {n}"' not in rows:
            yield f"what was typed for sitting {n} of {case} is lost"


def _has_entered(file: CaseFile, parts: Counter[int], n: int) -> bool:
    return parts[n] == PARTS and file.attachment(f"{n:064}") == CONTENT


def _name(names: tuple[str, ...]) -> int:
    return int(names[0].split()[1]) if names else -1


# --- new akt -----------------------------------------------------------------------------------


def _begin(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        for n in range(3):
            say("begun", vault.new_case(f"2026-{n:04}").case)


# --- close: what is open when the program ends properly ----------------------------------------


def _close(place: Workplace, say: Say) -> None:
    vault = place.unlock()
    for n in range(2):
        akt = writer(place, vault)
        say("begun", akt.file.case)
        akt.file.append(akt.run([{"n": n, "part": part} for part in range(PARTS)],),
                        attachments={f"{n:064}": CONTENT})  # fmt: skip
        say("entered", akt.file.case, n)
    house = vault.house()
    house.append(Writer(vault, house, place.around).run([{"text": "öppnad"}]))
    say("noted", house.head())
    vault.close()
    say("locked")


def _broken_closing(place: Workplace, said: Said) -> Iterator[str]:
    yield from broken_akter(place, said)
    with open_vault(place) as vault:
        noted = {entry.id for entry in vault.house().entries()}
        yield from (f"note {id_} is lost" for (id_,) in spoken(said, "noted") if id_ not in noted)


# --- migrate: the oldest released format, opened for the first time ----------------------------


def _oldest(place: Workplace) -> None:
    shutil.copytree(FORMATS / "v1" / "vault", place.folder)


def _facts() -> dict:
    return json.loads((FORMATS / "v1" / "content.json").read_text(encoding="utf-8"))


def _migrate(place: Workplace, say: Say) -> None:
    vault = place.unlock(_facts()["passphrase"])
    for case in reversed(_facts()["cases"]):
        vault.open_case(CaseId(case)).close()
        say("migrated", case)
    vault.close()
    say("locked")


def _broken_migration(place: Workplace, _said: Said) -> Iterator[str]:
    facts = _facts()
    vault = place.unlock(facts["passphrase"])
    try:
        yield from (f"verify: {report.why}" for report in vault.verify() if report.why)
        counts = [len(vault.open_case(CaseId(case)).entries()) for case in facts["cases"]]
        if counts != [4, 20]:
            yield f"entries of the two akter: {counts}"
        if len(vault.house().entries()) != 1:
            yield "the organisation akt lost its entry"
        for case in facts["cases"]:
            if pseudonym(vault, CaseId(case)) != PSEUDONYMS["v1", case]:
                yield f"{case} has another pseudonym than before"
    finally:
        vault.close()


# --- erase and purge ---------------------------------------------------------------------------


def _erase(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        kept = writer(place, vault)
        kept.file.append(kept.run([{"n": 0, "part": part} for part in range(PARTS)]))
        kept.file.close()
        say("kept", kept.file.case)
        for _each in range(2):
            akt = writer(place, vault)
            akt.enter("hemligt")
            akt.file.close()
            case = akt.file.case
            say_urgent(place, vault, case)
            say("told", case)
            vault.erasing.erase(case)
            say("erased", case)


def _broken_erasing(place: Workplace, said: Said) -> Iterator[str]:
    with sound_vault(place) as vault:
        listed = {row.case for row in vault.cases()}
        yield from (f"{case} is lost" for (case,) in spoken(said, "kept") if case not in listed)
        for (case,) in spoken(said, "told"):  # its entry is durable: the next unlock finished it
            if case in listed or list(place.folder.rglob(f"{case}*")):
                yield f"{case} was to be erased and is still there"
            if not vault.erasing.is_erased(CaseId(case)):
                yield f"{case} may come again"


def _purge(place: Workplace, say: Say) -> None:
    with open_vault(place) as vault:
        akt = writer(place, vault)
        say("kept", akt.file.case)
        for n in range(3):
            old, _kept = akt.enter(f"hemligt {n} " * 300, f"behålls {n}")
            why = {"why": "legal-ground", "approval": "urgent"}
            act = akt.version({"entries": [old.id]} | why, kind="purge/1")
            akt.file.purge([act], [old.id])
            say("purged", akt.file.case, old.id, act.id)
        akt.file.close()


def _broken_purge(place: Workplace, said: Said) -> Iterator[str]:
    with sound_vault(place) as vault:
        listed = {row.case for row in vault.cases()}
        yield from (f"{case} is lost" for (case,) in spoken(said, "kept") if case not in listed)
        for row in vault.cases():
            entries = {entry.id: entry for entry in vault.open_case(row.case).entries()}
            acts = [e for e in entries.values() if e.header.kind == "purge/1"]
            named = {gone for act in acts for gone in act.content()["entries"]}
            emptied = {entry.id for entry in entries.values() if entry.body is None}
            if named != emptied:
                yield f"{row.case}: half of a purge"
            for case, old, act in spoken(said, "purged"):
                if case == row.case and not (old in emptied and act in entries):
                    yield f"{case}: the purge of {old} is lost"


OPERATIONS: dict[str, Operation] = {
    "create": Operation(_create, _broken_making, prepare=_nothing, is_once=True),
    "enter": Operation(_enter, broken_akter),
    "begin": Operation(_begin, broken_akter),
    "close": Operation(_close, _broken_closing),
    "erase": Operation(_erase, _broken_erasing),
    "purge": Operation(_purge, _broken_purge),
    "migrate": Operation(_migrate, _broken_migration, prepare=_oldest, is_once=True),
}
for _more in ("copies", "recovery", "the_log", "users"):  # they take their parts from above
    OPERATIONS.update(import_module(f"tests.vault.operations_of_{_more}").OPERATIONS)


# --- the child -----------------------------------------------------------------------------------


def command(name: str, root: Path, seed: str, *, is_endless: bool) -> list[str]:
    """The command line of a child that does operation `name` in `root`."""
    return [sys.executable, "-c", CHILD, name, str(root), seed, "1" if is_endless else ""]


def find(name: str) -> Operation:
    """An operation by its name; `module:name` for one that a test keeps for itself."""
    if name in OPERATIONS:
        return OPERATIONS[name]
    module, _, attribute = name.partition(":")
    found = getattr(import_module(module), attribute)
    assert isinstance(found, Operation)
    return found


def _say(*words: object) -> None:
    """One write to standard output, whatever buffers there are: it was said, or it was not."""
    os.write(1, (" ".join(str(word) for word in words) + "\n").encode())


def main(name: str, root: str, seed: str, endless: str) -> None:
    """Work, once or until killed; every acknowledgement is a line, written at once."""
    place, operation = Workplace(Path(root), seed=seed), find(name)
    _say("ready")
    operation.work(place, _say)
    while endless and not operation.is_once:
        operation.work(place, _say)
    _say("done")
