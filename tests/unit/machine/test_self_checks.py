# SPDX-License-Identifier: EUPL-1.2
"""Every check, each outcome: its state, and which outcome it is."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.self_checks import Check, Finding
from workbench.machine.self_checks import BACKUP_DAYS, DRILL_DAYS, Told, run_checks
from workbench.machine.volumes import System

NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
NOWHERE = System(Path("/nowhere/proc"), Path("/nowhere/sys"))


def found(check: Check, **told: object) -> Finding:
    findings = run_checks(Told(Path("/srv"), NOW, system=NOWHERE, **told))
    return next(finding for finding in findings if finding.check == check)


def outcome(check: Check, **told: object) -> tuple[str, str]:
    finding = found(check, **told)
    return finding.state, finding.how


def test_every_check_is_made_once():
    findings = run_checks(Told(Path("/srv"), NOW, system=NOWHERE))
    assert sorted(finding.check for finding in findings) == sorted(get_args(Check))


def test_what_cannot_be_read_is_unknown_and_never_good():
    assert outcome("disk") == ("unknown", "unknown")
    assert outcome("swap") == ("unknown", "unknown")
    assert outcome("cipher") == ("unknown", "unknown")


@pytest.mark.parametrize(("check", "most"), [("backup", BACKUP_DAYS), ("drill", DRILL_DAYS)])
def test_a_backup_or_a_drill_that_is_too_old_or_never_was_is_a_duty(check, most):
    told = f"last_{check}"
    assert outcome(check) == ("duty", "never")
    assert outcome(check, **{told: NOW - most * DAY}) == ("good", "recent")
    assert outcome(check, **{told: NOW - most * DAY - MINUTE}) == ("duty", "old")
    assert found(check, **{told: NOW - 400 * DAY}).facts == {"days": 400}


@given(st.integers(min_value=-(10**7), max_value=10**7))
def test_an_age_is_never_negative_and_is_a_duty_exactly_past_the_limit(minutes):
    finding = found("backup", last_backup=NOW - minutes * MINUTE)
    assert finding.facts["days"] >= 0
    assert (finding.state == "duty") == (minutes > BACKUP_DAYS * 24 * 60)


def test_a_clock_before_the_newest_entry_is_named_with_that_entry():
    assert outcome("clock", newest_entry=NOW + 10 * MINUTE) == ("good", "plausible")
    finding = found("clock", newest_entry=NOW + 11 * MINUTE)
    assert (finding.state, finding.how) == ("danger", "before-entry")
    assert finding.facts == {"newest": (NOW + 11 * MINUTE).astimezone().strftime("%Y-%m-%d %H:%M")}


def test_a_clock_a_day_before_the_newest_file_is_a_duty():
    assert outcome("clock", newest_file=NOW + DAY) == ("good", "plausible")
    assert outcome("clock", newest_file=NOW + DAY + MINUTE) == ("duty", "before-file")


def test_a_clock_long_after_anybody_worked_is_asked_about():
    assert outcome("clock", last_worked=NOW - 60 * DAY) == ("good", "plausible")
    assert outcome("clock", last_worked=NOW - 61 * DAY) == ("duty", "far-ahead")
    assert found("clock", last_worked=NOW - 61 * DAY).facts == {"days": 61}


def test_an_unsafe_place_is_red_and_says_which():
    assert outcome("place") == ("good", "local")
    finding = found("place", unsafe="Dropbox")
    assert (finding.state, finding.facts) == ("danger", {"why": "Dropbox"})


def test_a_setting_of_the_cipher_that_is_not_ours_is_red_and_named():
    assert outcome("cipher", changed_settings=()) == ("good", "as-they-should")
    finding = found("cipher", changed_settings=("synchronous", "mmap_size"))
    assert (finding.state, finding.facts) == ("danger", {"which": "synchronous, mmap_size"})


def test_a_system_that_tells_nothing_of_its_lock_is_a_duty():
    assert outcome("lock-signals") == ("duty", "none")
    assert outcome("lock-signals", lock_signals=("login1",)) == ("good", "heard")
    assert outcome("lock-signals", lock_signals=("screen-saver",)) == ("good", "screen-only")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's answers")
def test_a_test_process_is_not_hardened_and_linux_cannot_block_pictures():
    assert outcome("dumps")[0] in ("good", "danger")
    assert outcome("capture") == ("unknown", "impossible")


def test_elsewhere_pictures_are_asked_to_be_blocked_and_dumps_are_unknown(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert outcome("capture") == ("unknown", "asked")
    assert outcome("dumps") == ("unknown", "unknown")
