# SPDX-License-Identifier: EUPL-1.2
"""The long campaigns in their smoke form, and that a broken promise makes each of them fail."""

import io
import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.evidence import (
    age,
    bundle,
    danger_assessment,
    disk_full,
    engine,
    journal,
    kill,
    mutation,
    page,
    power,
    vault_files,
)
from tests.evidence.__main__ import NAMES, verdict
from tests.evidence.campaign import Campaign, Part, Row, Tally, pool_of, run
from tests.interop.test_age_pyrage import KEY
from tests.tools import missing_tool, require
from tests.unit.instruments.test_danger_assessment import ITEMS, seen
from tests.vectors.sb1 import flips
from tests.vectors.sb1.world import TOWN, keys
from workbench.bundles import age as codec
from workbench.bundles import inner, profile
from workbench.bundles.age_failures import AgeError
from workbench.bundles.header import read_header
from workbench.bundles.manifest import read_manifest
from workbench.crypto import kdf
from workbench.crypto.labels import Age
from workbench.crypto.stream import ChunkOpener
from workbench.vault import checking
from workbench.vault.errors import DamagedFileError

FEW = Part(0, 60, 60)
EMPTY = f"before\n{page.BEGIN}{page.END}after\n"


# The long ones in pieces, for as many test processes.
PIECES = {"kill": 5, "power": 3, "disk_full": 2, "vault_files": 3}
SMOKES = [
    (name, f"{piece}/{PIECES.get(name, 1)}")
    for name in NAMES
    if name != "mutation"  # it has no short form: the first change waits for a run of all tests
    for piece in range(1, PIECES.get(name, 1) + 1)
]


def smoke(name: str, share: str, folder: Path) -> tuple[int, str, str]:
    """Exit, output and page of the smoke form of a campaign, or of a share of it."""
    require("strace", "unshare", "mount")
    if subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        missing_tool("mount namespaces")
    target = folder / "evidence.md"
    target.write_text(EMPTY)
    command = [sys.executable, "-m", "tests.evidence", name, "--scale", "0.01", "--share", share]
    done = subprocess.run(
        [*command, "--workers", "0", "--page", str(target)],
        cwd=page.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr, target.read_text()


@pytest.mark.slow
@pytest.mark.parametrize(("name", "share"), SMOKES)
def test_the_smoke_form_of_a_campaign_holds(tmp_path, name, share):
    code, output, written = smoke(name, share, tmp_path)
    assert code == 0, output
    assert "broken" not in output
    section = written.split(f"### {name}\n")[1].split("\n### ")[0]
    assert "| holds" in section


def test_a_module_whose_changes_are_not_noticed_breaks_the_promise() -> None:
    def found(module: str, noticed: int) -> dict[str, int | None]:
        ends = [1] * noticed + [0, 36, None] * 100
        return {f"workbench.instruments.{module}.x_{n}": ends[n] for n in range(100)}

    kept = mutation.judged(found("rules", 85) | found("forms", 100), ("rules", "forms"))
    assert not kept.broken
    assert (kept.looked_at, kept.counts["noticed"], kept.counts["% of rules"]) == (200, 185, 85)
    broken = mutation.judged(found("rules", 84) | found("forms", 100), ("rules", "forms"))
    assert [text.split(":")[0] for text in broken.broken] == ["84 % of 100 in rules"]


def test_the_engine_is_what_its_list_says() -> None:
    assert all((page.ROOT / name).is_file() for name in engine.files())
    assert set(mutation.NAMED) | set(mutation.BESIDE) == set(engine.MODULES)


def test_the_page_tells_nothing_of_the_machine_but_what_kind_it_is(tmp_path):
    _, _, written = smoke("danger_assessment", "1/1", tmp_path)
    assert not re.search(rf"\b{re.escape(platform.node())}\b", written)
    assert str(page.ROOT) not in written
    assert written.startswith("before\n")
    assert written.endswith("after\n")


def test_the_parts_of_a_campaign_are_done_by_other_processes():
    with pool_of(2) as pool:
        row = run(Campaign("a promise", 8, tells_its_process, 1), pool=pool)
    assert row.holds
    assert sum(row.tally.counts.values()) == 8
    assert str(os.getpid()) not in row.tally.counts


def tells_its_process(part: Part) -> Tally:
    tally = Tally()
    tally.note(str(os.getpid()))
    return tally


def reads_no_payload(content: bytes) -> None:
    profile.open_bundle(io.BytesIO(content), [keys(TOWN).mailboxes[0].seed])


def checks_no_signature(content: bytes) -> None:
    seeds = [keys(TOWN).mailboxes[0].seed]
    payload = profile.open_bundle(io.BytesIO(content), seeds).payload
    read_manifest(inner.read_front(payload).manifest)


def checks_no_mac(sealed: bytes) -> bytes | None:
    source = io.BytesIO(sealed)
    try:
        file_key = codec.unwrap(read_header(source), [KEY]).file_key
        nonce = source.read(16)
        opener = ChunkOpener(kdf.derive(file_key, Age.PAYLOAD, salt=nonce))
        return codec.Reader(source, opener).read()
    except AgeError:
        return None


def takes_unknown_for_no(form: dict[str, str]) -> object:
    return seen({item: form.get(item, "no") for item in ITEMS})


def checks_no_entry_signature(subject, members):
    report = checking.check(subject, members)
    if report.why == checking.SIGNATURE:
        return replace(report, why="", first_bad=None)
    return report


def names_the_last_entry(subject, members):
    report = checking.check(subject, members)
    return replace(report, first_bad=report.head)


def shows_a_damaged_akt_as_empty(place):
    try:
        return vault_files.look(place)
    except DamagedFileError:
        return ()


def stumbles(_place):
    raise UnicodeDecodeError("utf-8", b"\xb3", 0, 1, "invalid start byte")


BROKEN: dict[str, Callable[[], Tally]] = {
    "a reader that reads no payload": lambda: bundle.of_the_file(FEW, reads_no_payload),
    "a reader that checks no signature": lambda: bundle.of_the_inner_file(FEW, checks_no_signature),
    "a codec that checks no MAC": lambda: age.damaged(Part(0, 2000, 2000), checks_no_mac),
    "a rule that takes unknown for no": lambda: danger_assessment.trial(FEW, takes_unknown_for_no),
    "a check without signatures": lambda: journal.changed_bytes(FEW, checks_no_entry_signature),
    "a check that names another entry": lambda: journal.changed_bytes(FEW, names_the_last_entry),
    "a fold that depends on the order": lambda: journal.fold_orders(FEW, list),
    "a vault that shows damage as nothing": lambda: vault_files.trial(
        Part(0, 4, 4), "vault/cases/*.db", shows_a_damaged_akt_as_empty
    ),
    "a vault that stumbles over damage": lambda: vault_files.trial(
        Part(0, 4, 4), "vault/vault.slots", stumbles
    ),
    "a program that acknowledges and does not write": lambda: kill.trial(
        Part(0, 12, 12), "tests.vault.careless:NO_WRITING"
    ),
    "a child that does no work at all": lambda: (
        run(
            Campaign("a promise", 1, partial(kill.trial, name="tests.vault.careless:NO_WORK"), 1)
        ).tally
    ),
    "a program that says nothing of a full disk": lambda: disk_full.trial(
        Part(0, 1, 32), "tests.vault.careless:NO_TELLING"
    ),
    "a program that syncs no folder": lambda: power.trial(
        Part(8, 12, 64), "tests.vault.careless:NO_FOLDER_SYNC"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("campaign", BROKEN)
def test_a_broken_promise_makes_the_campaign_fail(campaign):
    assert BROKEN[campaign]().broken


def test_a_bundle_that_is_refused_unflipped_proves_nothing():
    def refuses(_content: bytes) -> None:
        flips.open_here(b"")

    assert bundle.of_the_file(Part(0, 1, 1), refuses).broken


def falls_over(part: Part) -> Tally:
    raise ArithmeticError(part.first)


def breaks(_part: Part) -> Tally:
    tally = Tally()
    tally.note("accepted")
    tally.breach("byte 1, bit 2")
    return tally


@pytest.mark.parametrize("trial", [falls_over, breaks])
def test_a_campaign_that_fails_in_a_part_fails(trial):
    row = run(Campaign("a promise", 4, trial, 2))
    assert not row.holds
    assert "broken" in row.result
    assert verdict({"name": [row]}) == 1


def test_the_end_of_a_worker_is_a_failure_and_not_a_wait():
    with pool_of(1) as pool:
        row = run(Campaign("a promise", 1, ends_its_process, 1), pool=pool)
    assert not row.holds


def ends_its_process(_part: Part) -> Tally:
    os._exit(3)


def test_all_parts_are_counted_once():
    row = run(Campaign("a promise", 1000, counts, 7), scale=0.1)
    assert (row.trials, row.tally.counts["trial"], row.holds) == (100, 100, True)
    assert verdict({"name": [row]}) == 0


def counts(part: Part) -> Tally:
    tally = Tally()
    for _ in part:
        tally.note("trial")
    return tally


def test_a_run_replaces_its_own_section_and_nothing_else(tmp_path: Path):
    target = tmp_path / "evidence.md"
    target.write_text(EMPTY)
    around = page.Circumstances("2026-11-22", "abc", "make evidence", "2 cores")
    for name, trials in (("two", 1), ("one", 2), ("two", 3)):
        rows = [Row("a promise", trials, Tally(), 1.0)]
        page.write(target, {name: page.section(name, rows, around, of=1)})
    written = target.read_text()
    assert written.startswith("before\n")
    assert written.endswith("after\n")
    assert written.index("### one") < written.index("### two")
    assert written.count("### ") == 2
    assert "| a promise | 3 | holds | 1 |" in written
    assert "| a promise | 1 |" not in written


def test_a_run_that_was_cut_off_says_so():
    around = page.Circumstances("2026-11-22", "abc", "make evidence", "2 cores")
    rows = [Row("a promise", 1, Tally(), 1.0)]
    assert "Cut off after 1 of 2." in page.section("name", rows, around, of=2)
    assert "Cut off" not in page.section("name", rows, around, of=1)
