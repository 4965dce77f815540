# SPDX-License-Identifier: EUPL-1.2
"""One user alone makes nobody else's program, no medium and no copy put back give up an akt."""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest

from tests.vault.backing_up import akt_with, copied, restored, said_in
from tests.vault.colleagues import ALL_ROLES, PHRASES, add, at, nobody, nothing
from tests.vault.damage import crashed_copy
from tests.vault.making import CHEAP, Workplace
from tests.vault.taking import (
    enter,
    say_erased,
    say_purged,
    say_urgent,
    warrant,
)
from workbench.crypto.labels import Signed
from workbench.domain import warrants
from workbench.domain.erasing import Warrant
from workbench.domain.ids import CaseId, UserId
from workbench.services.purge.erasing_errors import NotApprovedError
from workbench.vault import erased_list, recovering, signed
from workbench.vault.erased_list import Erasures
from workbench.vault.errors import NoAccessError
from workbench.vault.returning import recover_vault
from workbench.vault.unlocked import UnlockedVault

ME, HER, HIM = 1, 2, 3


@dataclass
class Scene:
    """Three people; an akt of the first, with a copy on a medium from before anything happened."""

    place: Workplace
    case: CaseId
    users: tuple[UserId, ...]
    first: str

    @property
    def list_file(self) -> Path:
        return self.place.folder / "vault.erased"

    def files(self, under: str = "vault") -> list[str]:
        root = self.place.root / under
        return sorted(path.name for path in root.rglob(f"{self.case}.*") if "-" not in path.suffix)

    def is_whole(self) -> bool:
        with at(self.place, ME) as vault:
            return said_in(vault, self.case) == ("måndag", "tisdag")


@pytest.fixture
def scene(place: Workplace) -> Scene:
    vault = place.create()
    users = (vault.signer.user, add(vault, HER, ALL_ROLES), add(vault, HIM, ALL_ROLES))
    case = akt_with(place, vault)
    made = copied(place, vault)
    vault.close()
    return Scene(place, case, users, made.copy.generation)


def listed(scene: Scene, vault: UnlockedVault, *takings: warrants.Taking) -> None:
    """A list that says so, signed by who sits there."""
    keychain = vault._keychain
    told = Erasures(takings=frozenset(takings))
    erased_list.write(scene.list_file, vault.vault, told, keychain.user, keychain.signing)


def by_herself(scene: Scene, vault: UnlockedVault) -> Iterator[None]:
    """Each way in which she can say that the akt is to go; she cannot open it."""
    case, me = scene.case, vault.signer.user
    alone = warrants.taking(case, Warrant(**warrant(vault, case)))
    listed(scene, vault, alone)
    yield
    listed(scene, vault, replace(alone, second=me, cosignature=alone.signature))
    yield
    listed(scene, vault, replace(alone, second=scene.users[0], cosignature=alone.signature))
    yield
    listed(scene, vault, warrants.taking(case, Warrant(), proposal="f" * 64, confirmed="00" * 64))
    yield
    bare = erased_list._BareBody(vault=vault.vault, cases=(case,), purged=(), signed_by=me)
    seed = vault._keychain.signing
    scene.list_file.write_bytes(signed.signed_file(bare, seed, Signed.ERASED))
    yield
    scene.list_file.unlink()
    say_urgent(scene.place, vault, case)
    yield
    say_erased(scene.place, vault, case, approval="two-people", warrant=warrant(vault, case))
    yield
    review = {"urgent": "x", "opinion": "justified", "notes": "", "signature": alone.signature}
    enter(scene.place, vault, "urgent_reviewed/1", review)
    yield


def test_no_word_of_one_user_makes_another_s_program_take_an_akt_away(scene: Scene):
    with at(scene.place, HER) as vault:
        for _each in by_herself(scene, vault):
            keep = scene.list_file.read_bytes() if scene.list_file.exists() else b""
            with pytest.raises((NotApprovedError, NoAccessError)):
                vault.erasing.erase(scene.case)
            if keep:
                scene.list_file.write_bytes(keep)
    for _ in range(2):
        assert scene.is_whole()
        with at(scene.place, HIM) as vault:
            assert not vault.erasing.is_erased(scene.case)
    with at(scene.place, ME) as vault:
        copied(scene.place, vault)
    assert f"{scene.case}.keys" in scene.files("medium")
    told = restored(scene.place, generation=scene.first)
    assert (told.erased, told.keyless) == (0, 0)
    assert scene.is_whole()


def test_each_word_of_one_user_alone_is_not_enough(scene: Scene):
    with at(scene.place, HER) as vault:
        for _each in by_herself(scene, vault):
            other = crashed_copy(scene.place, scene.place.root / "other")
            with at(other, ME) as there:
                assert said_in(there, scene.case) == ("måndag", "tisdag")
            shutil.rmtree(other.root)


def test_texts_go_by_one_word_only_where_they_are_that_user_s(scene: Scene):
    with at(scene.place, ME) as vault:
        vault.access.grant(scene.case, scene.users[1], nothing)
    with at(scene.place, HER) as vault:
        akt_with(scene.place, vault, "hennes", case=scene.case)
        akt = vault.open_case(scene.case)
        entries = [entry.id for entry in akt.entries()]
        akt.close()
        alone = {"approval": "urgent", "warrant": warrant(vault, scene.case, entries)}
        say_purged(scene.place, vault, scene.case, entries, **alone)
        vault.erasing.note_purged(scene.case)
    for number in (ME, HIM, HER):
        with at(scene.place, number) as vault:
            assert vault.erasing.purged(scene.case) == set(entries)
    with at(scene.place, ME) as vault:
        akt = vault.open_case(scene.case)
        assert [entry.body is None for entry in akt.entries()] == [False, False, True]
        akt.close()
        assert [report.why for report in vault.verify()] == ["", ""]


def test_two_people_are_believed_where_no_journal_tells_of_it_also_when_they_have_left(
    scene: Scene,
):
    older = crashed_copy(scene.place, scene.place.root / "older")
    with at(scene.place, ME) as vault:
        with vault.second.ask(HER, PHRASES[HER]) as second:
            said = warrant(vault, scene.case, second=second)
        say_erased(scene.place, vault, scene.case, approval="two-people", warrant=said)
        vault.erasing.erase(scene.case)
        assert scene.files() == []
        vault.access.remove_user(scene.users[1], nobody, nothing, to_recovery=False)
    content = scene.list_file.read_bytes()
    assert b"varn.erased/2" in content
    shutil.copy(scene.place.folder / "vault.slots", older.folder)
    assert told_of(scene, content) == {scene.case}


def told_of(scene: Scene, content: bytes) -> frozenset[CaseId]:
    with at(scene.place, HIM) as vault:
        path = scene.place.root / "elsewhere"
        path.write_bytes(content)
        found = erased_list.read(path, vault.vault, vault.members())
        return found.erasures.cases


def test_the_recovery_code_is_no_second_person(scene: Scene):
    with at(scene.place, ME) as vault:
        secrets = recovering.secrets_of(vault._inside.body, [scene.place.code])
        recovery = next(m.user for m in vault.members() if "recovery" in m.roles)
        said = warrants.statement(vault.vault, scene.case, vault.signer.user)
        from workbench.vault.keychain import EntrySigner

        code = EntrySigner(recovery, secrets.signing)
        both = Warrant(**warrant(vault, scene.case)), code.sign_warrant(said)
        taken = replace(warrants.taking(scene.case, both[0]), second=recovery, cosignature=both[1])
        listed(scene, vault, taken)
    assert scene.is_whole()


def urgently(scene: Scene, number: int = ME) -> None:
    with at(scene.place, number) as vault:
        say_urgent(scene.place, vault, scene.case)
        vault.erasing.erase(scene.case)
        assert scene.files() == []
        assert vault.erasing.is_erased(scene.case)


def review(scene: Scene, opinion: str) -> None:
    """Another person looks at it."""
    with at(scene.place, HER) as vault:
        house = vault.house().entries()
        urgent = next(e for e in house if e.header.kind == "urgent/1")
        said = {"urgent": urgent.header.record, "opinion": opinion, "notes": "", "signature": ""}
        if opinion == "justified":
            asked = warrants.statement(vault.vault, scene.case, urgent.header.author)
            said["signature"] = vault.signer.sign_warrant(asked)
        enter(scene.place, vault, "urgent_reviewed/1", said)
        vault.erasing.note_told()


def visit(scene: Scene) -> None:
    with at(scene.place, HER) as vault:
        copied(scene.place, vault)


def test_what_one_took_away_alone_stays_on_media_until_another_person_has_looked_at_it(
    scene: Scene,
):
    urgently(scene)
    visit(scene)
    assert f"{scene.case}.keys" in scene.files("medium")
    review(scene, "justified")
    visit(scene)
    assert f"{scene.case}.keys" not in scene.files("medium")
    told = restored(scene.place, generation=scene.first)
    assert told.erased == 1
    assert scene.files() == []


def test_what_was_not_justified_can_be_put_back_from_a_copy_and_stays(scene: Scene):
    urgently(scene)
    review(scene, "not-justified")
    visit(scene)
    told = restored(scene.place, generation=scene.first)
    assert (told.erased, told.keyless) == (0, 0)
    assert scene.is_whole()
    assert scene.is_whole()


def cut_off(scene: Scene) -> None:
    """Her program stopped when the keys were gone and the file was not."""
    with at(scene.place, ME) as vault:
        say_urgent(scene.place, vault, scene.case)
    (scene.place.folder / "cases" / f"{scene.case}.keys").unlink()


def test_what_one_began_alone_is_finished_by_their_own_program(scene: Scene):
    cut_off(scene)
    with at(scene.place, HER) as vault:
        assert scene.files() == [f"{scene.case}.db"]
    with at(scene.place, ME) as vault:
        assert scene.files() == []
        assert vault.cases() == ()


def test_or_by_anybody_s_once_it_was_looked_at(scene: Scene):
    cut_off(scene)
    review(scene, "justified")
    with at(scene.place, HIM):
        assert scene.files() == []
    assert erased_list.read(scene.list_file, *_of(scene)).erasures.cases == {scene.case}


def _of(scene: Scene) -> tuple:
    with at(scene.place, HIM) as vault:
        return vault.vault, vault.members()


def test_keys_that_somebody_took_out_of_the_vault_stay_on_the_medium(scene: Scene):
    kept = scene.place.folder / "cases" / f"{scene.case}.keys"
    content = kept.read_bytes()
    kept.unlink()
    visit(scene)
    assert f"{scene.case}.keys" in scene.files("medium")
    with at(scene.place, ME) as vault:
        assert vault.copies.check(scene.place.root / "medium", _watch(), scene.first).opened == 2
    kept.write_bytes(content)


def _watch():
    from workbench.services.copies_ports import Watch

    return Watch()


def test_nobody_adds_sealed_files_of_others_to_what_two_people_took_away(scene: Scene):
    """Not even with their warrant, copied into an entry of her own."""
    waiting = b"sealed for another akt"
    with at(scene.place, ME) as vault:
        kept = vault.keep_incoming(BytesIO(waiting), "other.age")
        with vault.second.ask(HIM, PHRASES[HIM]) as second:
            said = warrant(vault, scene.case, second=second)
    named = [hashlib.sha256(waiting).hexdigest()]
    with at(scene.place, HER) as vault:
        for word in ("urgent", "two-people", "one-person"):
            say_erased(scene.place, vault, scene.case, approval=word, warrant=said, arrivals=named)
    with at(scene.place, ME) as vault:
        say_erased(scene.place, vault, scene.case, approval="two-people", warrant=said)
        vault.erasing.erase(scene.case)
        assert scene.files() == []
    assert kept.exists()


def phrase_of(number: int) -> str:
    return PHRASES.get(number, f"plats {number} lampa torsdag granit")


def come_back(scene: Scene, number: int) -> UserId:
    """Somebody with the recovery code alone takes a place, in the roles of who had it."""
    found = recover_vault(scene.place.folder, [scene.place.code], scene.place.around)
    try:
        new = found.newcomer(number)
        found.seat(new, phrase_of(number), CHEAP, nothing)
    finally:
        found.close()
    return new.user


def say_justified(scene: Scene, number: int, by: UserId) -> None:
    """By a program that does not ask whether they are another person."""
    with at(scene.place, number, phrase_of(number)) as vault:
        said = vault.signer.sign_warrant(warrants.statement(vault.vault, scene.case, by))
        acts = (e for e in vault.house().entries() if e.header.kind == "urgent/1")
        body = {"urgent": next(acts).header.record, "opinion": "justified", "notes": ""}
        enter(scene.place, vault, "urgent_reviewed/1", body | {"signature": said})
        vault.erasing.note_told()
        copied(scene.place, vault)


@pytest.mark.parametrize("number", [ME, HER, 7], ids=["own place", "another's", "nobody's"])
def test_who_comes_back_by_the_code_after_an_act_is_nobody_else_to_look_at_it(
    scene: Scene, number: int
):
    urgently(scene)
    come_back(scene, number)
    say_justified(scene, number, scene.users[0])
    assert f"{scene.case}.keys" in scene.files("medium")
    assert erased_list.read(scene.list_file, *_of(scene)).erasures.cases == set()


def test_nor_is_whom_they_let_in_then(scene: Scene):
    urgently(scene)
    come_back(scene, 7)
    with at(scene.place, 7, phrase_of(7)) as vault:
        add(vault, 8, ("administrator",), phrase_of(8))
    say_justified(scene, 8, scene.users[0])
    assert f"{scene.case}.keys" in scene.files("medium")


def test_who_came_back_and_worked_here_before_the_act_looks_at_it_as_anybody(scene: Scene):
    come_back(scene, HER)
    with at(scene.place, HER) as vault:
        enter(scene.place, vault, "unlocked/1", {"place": HER})
    urgently(scene)
    say_justified(scene, HER, scene.users[0])
    assert f"{scene.case}.keys" not in scene.files("medium")
    assert erased_list.read(scene.list_file, *_of(scene)).erasures.cases == {scene.case}


def test_who_came_back_is_no_second_for_what_they_took_away_before(scene: Scene):
    with at(scene.place, ME) as vault:
        first = Warrant(**warrant(vault, scene.case))
        said = warrants.statement(vault.vault, scene.case, vault.signer.user)
    again = come_back(scene, ME)
    with at(scene.place, ME) as vault:
        both = replace(
            warrants.taking(scene.case, first),
            second=again,
            cosignature=vault.signer.sign_warrant(said),
        )
        listed(scene, vault, both)
    assert scene.is_whole()
