# SPDX-License-Identifier: EUPL-1.2
"""Copies on other disks: read back, opened, counted; half of one is none; nothing is overwritten."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.vault.backing_up import (
    PEACE,
    Stopping,
    akt_with,
    copied,
    folder_of,
    medium_of,
    restored,
    tree,
)
from tests.vault.colleagues import add, at, nothing
from tests.vault.damage import crashed_copy, flip, outcome
from tests.vault.making import PASSPHRASE, Workplace, writer
from tests.vault.taking import enter
from workbench.domain.errors import Cancelled
from workbench.services.copies_ports import Watch
from workbench.services.ports import CaseSummary
from workbench.vault import carrying, manifests, medium, rings, signed
from workbench.vault.errors import (
    DamagedCopyError,
    MediumError,
    NoAccessError,
    NoCopyError,
    NoRoomError,
    SameDiskError,
    TooManyAkterError,
    UnsafePlaceError,
)
from workbench.vault.manifests import CopiedAkt, CopiedFile, Manifest
from workbench.vault.unlocked import UnlockedVault


def ring(place: Workplace) -> Path:
    (folder,) = (place.root / "medium" / "varn-copies").iterdir()
    return folder / "ring"


def test_a_copy_holds_every_file_of_the_vault_and_is_opened_there(place: Workplace):
    vault = place.create()
    cases = {akt_with(place, vault), akt_with(place, vault)}
    made = copied(place, vault)
    assert (made.copy.opened, made.copy.hash_only, made.copy.damaged) == (3, 0, ())
    names = {"register.db", "house.db", *(f"cases/{case}.db" for case in cases)}
    here = folder_of(place, made)
    assert tree(here).keys() == {*names, "manifest"}
    assert made.copy.size_bytes == sum((here / name).stat().st_size for name in names)
    vault.close()
    for name in names - {"register.db"}:
        assert (here / name).read_bytes() == (place.folder / name).read_bytes()


def test_the_ring_holds_the_keys_of_today_and_no_key_of_the_organisation(place: Workplace):
    vault = place.create()
    case = akt_with(place, vault)
    copied(place, vault)
    names = {"vault.slots", "house.keys", f"cases/{case}.keys", "ring.list"}
    assert tree(ring(place)).keys() == names
    everything = b"".join(tree(place.root / "medium").values())
    assert bytes(vault._keychain.keys(case, vault._shelf.files(case))[0]) not in everything
    assert bytes(vault._inside.register_keys[0]) not in everything
    assert not list((place.root / "medium").rglob("mailbox.keys"))
    assert not list((place.root / "medium").rglob("incoming"))
    vault.close()


def test_what_is_open_and_not_yet_folded_in_is_in_the_copy(place: Workplace):
    vault = place.create()
    akt = writer(place, vault)
    akt.enter("öppen", "ännu")
    made = copied(place, vault)
    assert made.copy.opened == 2
    akt.enter("efter kopian")
    told = vault.copies.check(place.root / "medium", PEACE)
    assert (told.opened, told.damaged) == (2, ())
    vault.close()


def test_looking_at_a_copy_changes_none_of_its_bytes(place: Workplace):
    vault = place.create()
    akt_with(place, vault)
    copied(place, vault)
    before = tree(place.root / "medium")
    vault.copies.check(place.root / "medium", PEACE)
    vault.copies.look(place.root / "medium")
    vault.copies.rehearse(place.root / "medium", PEACE)
    vault.close()
    assert tree(place.root / "medium") == before


def test_an_akt_of_another_user_is_compared_and_opened_later_by_its_own(place: Workplace):
    vault = place.create()
    berit = add(vault, 2, ("practitioner",))
    vault.close()
    with at(place, 2) as hers:
        case = akt_with(place, hers)
    with at(place, 1) as vault:
        made = copied(place, vault)
        assert (made.copy.opened, made.copy.hash_only) == (1, 1)
        assert made.for_whom == (berit,)
    with at(place, 2) as hers:
        told = hers.copies.check(place.root / "medium", PEACE)
        assert (told.opened, told.hash_only, told.damaged) == (2, 0, ())
        assert hers.copies.find_whole(place.root / "medium", case).entries == 2


def test_only_an_administrator_makes_a_copy(place: Workplace):
    vault = place.create()
    add(vault, 2, ("practitioner",))
    vault.close()
    with at(place, 2) as hers, pytest.raises(NoAccessError):
        copied(place, hers)
    assert not (place.root / "medium" / "varn-copies").exists()


def test_a_vault_that_was_cut_off_is_copied_with_its_logs(place: Workplace, tmp_path: Path):
    vault = place.create()
    add(vault, 2, ("practitioner",))
    vault.close()
    with at(place, 2) as hers:
        akt = writer(place, hers)
        akt.enter("i loggen")
        cut_off = crashed_copy(place, tmp_path / "cut")
    name = f"cases/{akt.file.case}.db"
    assert (cut_off.folder / f"{name}-wal").stat().st_size > 0
    with at(cut_off, 1) as vault:
        made = copied(cut_off, vault)
    assert f"{name}-wal" in tree(folder_of(cut_off, made))
    with at(cut_off, 2) as hers:
        before = tree(cut_off.root / "medium")
        assert hers.copies.check(cut_off.root / "medium", PEACE).opened == 2
        assert hers.copies.find_whole(cut_off.root / "medium", akt.file.case).entries == 1
        assert not list((cut_off.folder / "incoming").iterdir())
    assert tree(cut_off.root / "medium") == before


def test_the_disk_of_the_vault_and_a_synchronised_folder_are_refused(place: Workplace):
    vault = place.create()
    with pytest.raises(SameDiskError):
        vault.copies.make(medium_of(place), PEACE)
    with pytest.raises(UnsafePlaceError):
        vault.copies.make(medium_of(place, "Dropbox"), PEACE, allows_same_disk=True)
    with pytest.raises(MediumError):
        vault.copies.make(place.root / "nowhere", PEACE, allows_same_disk=True)
    assert not list(medium_of(place).iterdir())
    vault.close()


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="a second file system")
def test_another_disk_needs_no_word(place: Workplace, tmp_path_factory):
    vault = place.create()
    akt_with(place, vault)
    other = Path("/dev/shm") / f"varn-{os.getpid()}"
    other.mkdir()
    try:
        assert vault.copies.make(other, PEACE).copy.opened == 2
    finally:
        shutil.rmtree(other)
        vault.close()


def test_too_little_room_is_told_before_anything_is_written(tmp_path: Path):
    carrying.require_room(tmp_path, 1)
    with pytest.raises(NoRoomError) as refusal:
        carrying.require_room(tmp_path, 2**60)
    assert refusal.value.facts["needed_mib"] == 2**40
    assert refusal.value.facts["free_mib"] < 2**40


@pytest.mark.parametrize("beats", [1, 2, 5, 9, 14])
def test_a_lock_in_the_middle_leaves_the_copies_and_the_ring_of_before(place: Workplace, beats):
    vault = place.create()
    akt_with(place, vault)
    first = copied(place, vault)
    before = tree(place.root / "medium")
    case = akt_with(place, vault)

    def lock() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        vault.copies.make(
            place.root / "medium", Watch(Stopping(beats, lock)), allows_same_disk=True
        )
    seen = vault.copies.look(place.root / "medium")
    assert [copy.generation for copy in seen.copies] == [first.copy.generation]
    assert before.items() <= tree(place.root / "medium").items()
    assert copied(place, vault).copy.opened == 3
    left = {path.name for path in (place.root / "medium").rglob("*")}
    assert not [name for name in left if name.endswith((".part", ".new", ".next", ".old"))]
    assert (ring(place) / "cases" / f"{case}.keys").exists()
    vault.close()


def test_a_medium_that_is_pulled_out_counts_as_nothing_and_is_told(place: Workplace):
    vault = place.create()
    akt_with(place, vault)
    first = copied(place, vault)
    kept = place.root / "kept"
    folder = place.root / "medium"

    def pull() -> None:
        folder.rename(kept)

    with pytest.raises(MediumError):
        vault.copies.make(folder, Watch(Stopping(3, pull)), allows_same_disk=True)
    assert not folder.exists()
    seen = vault.copies.look(kept)
    assert [copy.generation for copy in seen.copies] == [first.copy.generation]
    assert vault.copies.check(kept, PEACE).opened == 2
    vault.close()


@pytest.mark.parametrize("state", ["new", "next", "next and old", "old"])
def test_whatever_a_cut_off_swap_left_one_whole_ring_holds(place: Workplace, state: str):
    vault = place.create()
    akt_with(place, vault)
    copied(place, vault)
    here, whole = ring(place), tree(ring(place))
    beside = {name: here.with_name(f"ring.{name}") for name in ("new", "next", "old")}
    if state == "new":
        (beside["new"] / "cases").mkdir(parents=True)
        (beside["new"] / "vault.slots").write_bytes(b"half")
    elif state == "next":
        shutil.copytree(here, beside["next"])
    else:
        shutil.copytree(here, beside["old"])
        here.rename(beside["next"] if state == "next and old" else place.root / "gone")
    found = medium.find(place.root / "medium", vault.vault)
    assert tree(found.ring) == whole
    assert vault.copies.check(place.root / "medium", PEACE).opened == 2
    assert copied(place, vault).copy.opened == 2
    assert tree(ring(place)) == whole
    assert not any(path.exists() for path in beside.values())
    vault.close()


def later(place: Workplace, vault: UnlockedVault, **time: float) -> UnlockedVault:
    """Time goes by; something is entered, and the vault unlocked anew."""
    place.clock.step(**time)
    enter(place, vault, "drilled/1", {"opened": 1, "codes": "one"})
    vault.close()
    return place.unlock()


def generations(place: Workplace, vault: UnlockedVault) -> list[str]:
    return [copy.generation for copy in vault.copies.look(place.root / "medium").copies]


def test_old_copies_go_after_ninety_days_but_never_the_last_three_good_ones(place: Workplace):
    vault = place.create()
    akt_with(place, vault)
    made = [copied(place, vault).copy.generation for _each in range(3)]
    vault = later(place, vault, days=91)
    four = copied(place, vault)
    assert (four.rotated_out, four.held) == ((made[0],), ())
    vault = later(place, vault, days=3650)
    five = copied(place, vault)
    assert five.rotated_out == (made[1],)
    assert generations(place, vault) == [five.copy.generation, four.copy.generation, made[2]]
    vault.close()


def test_a_clock_set_far_ahead_clears_nothing(place: Workplace):
    vault = place.create()
    akt_with(place, vault)
    first, *_others = [copied(place, vault).copy.generation for _each in range(3)]
    vault = later(place, vault, days=1)
    place.clock.step(days=3650)
    enter(place, vault, "drilled/1", {"opened": 1, "codes": "one"})
    four = copied(place, vault)
    assert (four.rotated_out, four.held) == ((), (first,))
    vault.close()
    place.clock.step(days=-3650)
    vault = place.unlock()  # what is entered of a day to come proves nothing
    assert copied(place, vault).rotated_out == ()
    vault.close()


def test_no_old_copy_goes_for_newer_ones_that_are_not_whole_any_more(place: Workplace):
    vault = place.create()
    akt_with(place, vault)
    made = [copied(place, vault) for _each in range(3)]
    vault = later(place, vault, days=91)
    flip(folder_of(place, made[2]) / "house.db", 5000)
    told = copied(place, vault)
    assert (told.rotated_out, told.held) == ((), (made[0].copy.generation,))
    vault.close()


def test_a_list_of_as_many_akter_as_may_be_is_written_and_read(place: Workplace):
    """With the longest that can be told of each; one more is refused before anything is written."""
    many = _manifest_of(manifests.MOST_AKTER)
    path = place.root / "manifest"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(manifests.file_of(many, bytearray(32)))
    assert path.stat().st_size > 3 * signed.LARGEST_BYTES
    assert manifests.read(path, "manifest")[0] == many
    manifests.require_readable(manifests.MOST_AKTER)
    with pytest.raises(TooManyAkterError):
        manifests.require_readable(manifests.MOST_AKTER + 1)
    with pytest.raises(signed.TooLargeError):
        signed.plain_file(many)


def _manifest_of(akter: int) -> Manifest:
    cases = [f"00000000-0000-4000-8000-{n:012d}" for n in range(akter)]
    longest, size = "f" * 64, 2**53 - 1
    names = [f"cases/{case}.db{log}" for case in cases for log in ("", "-wal")]
    return Manifest(
        vault=cases[0],
        medium=cases[0],
        generation="20261122T011000Z-359a5758",
        made="2026-11-22T01:10:00Z",
        device=cases[0],
        slots_generation=2**31 - 1,
        revision=2**31 - 1,
        files=tuple(CopiedFile(name=name, size=size, sha256=longest) for name in names),
        akter=tuple(
            CopiedAkt(case=case, head=longest, entries=2**31 - 1, state="hash-only")
            for case in cases
        ),
        damaged=tuple(names[::2]),
        signed_by=longest,
    )


def test_earlier_keys_of_the_register_are_read_again_however_many_there_were(place: Workplace):
    vault = place.create()
    inside, here = vault._inside, place.root / "ring"
    here.mkdir()
    keys = tuple(bytearray(place.ids.random_bytes(32)) for _each in range(rings.MOST_KEYS))
    (here / rings.EARLIER).write_bytes(rings._sealed(inside, keys))
    assert rings.unsealed(here, vault.vault, inside.register_keys) == keys
    vault.close()


def test_an_earlier_key_goes_with_the_last_copy_that_is_under_it(place: Workplace):
    vault = place.create()
    hers = add(vault, 2, ("practitioner",))
    one = copied(place, vault)
    vault.access.remove_user(hers, lambda _n: None, nothing, to_recovery=False)
    copied(place, vault)
    assert (ring(place) / rings.EARLIER).exists()
    shutil.rmtree(folder_of(place, one))
    copied(place, vault)
    assert not (ring(place) / rings.EARLIER).exists()
    vault.close()


def test_a_copy_with_a_damaged_akt_is_made_told_and_is_no_good_one(place: Workplace):
    vault = place.create()
    akt_with(place, vault)
    one = copied(place, vault)
    case = akt_with(place, vault)
    two = copied(place, vault)
    database = place.folder / "cases" / f"{case}.db"
    flip(database, database.stat().st_size - 3000)
    place.clock.step(days=100)
    for _each in range(3):
        made = copied(place, vault)
        assert made.copy.damaged == (f"cases/{case}.db",)
        assert (made.copy.opened, made.rotated_out) == (2, ())
    kept = [copy.generation for copy in vault.copies.look(place.root / "medium").copies]
    assert kept[-2:] == [two.copy.generation, one.copy.generation]
    vault.close()


def test_a_missing_akt_is_a_damaged_one_and_does_not_stop_the_others(place: Workplace):
    vault = place.create()
    case, _other = akt_with(place, vault), akt_with(place, vault)
    (place.folder / "cases" / f"{case}.db").unlink()
    made = copied(place, vault)
    assert (made.copy.opened, made.copy.damaged) == (2, (f"cases/{case}.db",))
    vault.close()


@pytest.mark.parametrize("name", ["register.db", "house.db", "manifest", "akt"])
def test_a_changed_bit_in_a_copy_is_named(place: Workplace, name: str):
    vault = place.create()
    case = akt_with(place, vault)
    made = copied(place, vault)
    file = f"cases/{case}.db" if name == "akt" else name
    flip(folder_of(place, made) / file, 4000, bit=3)
    with pytest.raises(DamagedCopyError) as refusal:
        vault.copies.check(place.root / "medium", PEACE)
    assert refusal.value.facts["file"] == f"{made.copy.generation}/{file}"
    vault.close()


def test_a_list_that_somebody_else_signed_is_not_believed(place: Workplace, tmp_path: Path):
    vault = place.create()
    copied(place, vault)
    stranger = Workplace(tmp_path / "stranger", seed="stranger")
    other = stranger.create()
    made = copied(stranger, other)
    other.close()
    (folder,) = (place.root / "medium" / "varn-copies").iterdir()
    shutil.copytree(folder_of(stranger, made), folder / "generations" / made.copy.generation)
    seen = vault.copies.look(place.root / "medium")
    assert made.copy.generation in (*seen.unreadable, *[c.generation for c in seen.copies])
    assert seen.unreadable == (made.copy.generation,)
    vault.close()


def test_a_medium_without_copies_of_this_vault_says_so(place: Workplace):
    vault = place.create()
    assert vault.copies.look(medium_of(place)) is None
    with pytest.raises(NoCopyError):
        vault.copies.check(medium_of(place), PEACE)
    copied(place, vault)
    with pytest.raises(NoCopyError):
        vault.copies.check(medium_of(place), PEACE, "20200101T000000Z-00000000")
    vault.close()


def test_the_folder_of_the_copies_may_be_chosen_itself(place: Workplace):
    vault = place.create()
    made = copied(place, vault)
    folder = place.root / "medium" / "varn-copies"
    for chosen in (folder, next(folder.iterdir())):
        assert vault.copies.look(chosen).copies == (made.copy,)
    vault.close()


def test_who_lost_access_is_in_no_ring_and_earlier_copies_still_open(place: Workplace):
    vault = place.create()
    hers = add(vault, 2, ("practitioner",))
    case = akt_with(place, vault)
    vault.access.grant(case, hers, nothing)
    first = copied(place, vault)
    assert hers.encode() in (ring(place) / "cases" / f"{case}.keys").read_bytes()
    vault.access.revoke(case, hers, nothing, nothing)
    second = copied(place, vault)
    assert hers.encode() not in (ring(place) / "cases" / f"{case}.keys").read_bytes()
    for made in (first, second):
        told = vault.copies.check(place.root / "medium", PEACE, made.copy.generation)
        assert (told.opened, told.damaged) == (2, ())
    vault.close()


def test_copies_from_before_the_register_s_key_changed_still_open(place: Workplace):
    vault = place.create()
    hers = add(vault, 2, ("practitioner",))
    akt_with(place, vault)
    first = copied(place, vault)
    for number, gone in ((3, hers), (4, None)):
        leaving = gone or add(vault, number, ("practitioner",), "plats fyra torsdag granit")
        vault.access.remove_user(leaving, lambda _n: None, nothing, to_recovery=False)
        copied(place, vault)
    told = vault.copies.rehearse(place.root / "medium", PEACE, first.copy.generation)
    assert (told.opened, told.damaged) == (2, ())
    vault.close()


@pytest.mark.parametrize("led", ["varn-copies", "vault", "generations"])
def test_a_medium_that_leads_elsewhere_is_refused_and_nothing_there_is_touched(place, led):
    vault = place.create()
    copied(place, vault)
    folder = ring(place).parent
    link = {"varn-copies": folder.parent, "vault": folder}.get(led, folder / "generations")
    elsewhere = place.root / "elsewhere"
    link.rename(elsewhere)
    link.symlink_to(elsewhere)
    theirs = elsewhere / "photographs.part"
    theirs.mkdir()
    assert outcome(lambda: copied(place, vault)) == "VAULT-028"
    assert theirs.is_dir()
    vault.close()


def test_only_what_a_copy_left_undone_is_tidied_away(place: Workplace):
    vault = place.create()
    made = copied(place, vault)
    generations = folder_of(place, made).parent
    undone, theirs = generations / (made.copy.generation + ".part"), generations / "photos.gone"
    undone.mkdir()
    theirs.mkdir()
    copied(place, vault)
    assert (undone.exists(), theirs.exists()) == (False, True)
    vault.close()


@pytest.mark.parametrize("name", ["register.earlier", "house.keys", "ring.list"])
def test_a_pipe_on_a_medium_holds_nobody_up(place: Workplace, name: str):
    vault = place.create()
    akt_with(place, vault)
    copied(place, vault)
    (ring(place) / name).unlink(missing_ok=True)
    os.mkfifo(ring(place) / name)
    if name == "ring.list":
        vault.close()
        assert outcome(lambda: restored(place)) == "VAULT-026"
        vault = place.unlock()
    assert copied(place, vault).copy.opened == 2
    vault.close()


def test_a_day_that_never_was_rotates_nothing_out(place: Workplace):
    vault = place.create()
    copied(place, vault)
    for _each in range(3):
        copied(place, vault)
    place.clock.moment -= timedelta(days=400)
    assert copied(place, vault).rotated_out == ()
    vault.close()


def test_the_rehearsal_leaves_nothing_behind(place: Workplace):
    vault = place.create()
    akt_with(place, vault)
    copied(place, vault)
    before = sorted(path.name for path in place.root.iterdir())
    told = vault.copies.rehearse(place.root / "medium", PEACE)
    assert (told.opened, told.hash_only, told.damaged) == (2, 0, ())
    assert sorted(path.name for path in place.root.iterdir()) == before
    vault.close()


def test_progress_grows_and_ends_at_the_whole(place: Workplace):
    vault = place.create()
    akt_with(place, vault)
    told: list[tuple[int, int]] = []
    watch = Watch(told=lambda done, of: told.append((done, of)))
    vault.copies.make(medium_of(place), watch, allows_same_disk=True)
    dones = [done for done, _of in told]
    assert dones == sorted(dones)
    assert len({of for _done, of in told}) == 1
    assert told[-1][0] >= told[-1][1] * 9 // 10
    vault.close()
    assert outcome(lambda: place.unlock(PASSPHRASE).close()) == ""


def test_no_word_of_anybody_is_on_a_medium_in_clear(place: Workplace):
    vault = place.create()
    case = akt_with(place, vault, "Vera Exempel bor på Påhittsgatan 3")
    vault.announce(case)
    vault.mirror(case, CaseSummary(("Vera Exempel",), ("20000101-0000",)))
    copied(place, vault)
    vault.close()
    everything = b"".join(tree(place.root / "medium").values())
    for planted in ("Vera", "Påhittsgatan", "20000101", "2026-0001", PASSPHRASE, place.code):
        assert planted.encode() not in everything
        assert planted.encode("utf-16-le") not in everything
