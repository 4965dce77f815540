# SPDX-License-Identifier: EUPL-1.2
"""Datorns säkerhet in words: every outcome of every check has a sentence, and a duty a remedy."""

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from tests.support.desk import Answers, Bench
from workbench.domain.self_checks import Check, Finding
from workbench.machine.self_checks import Told, run_checks
from workbench.machine.volumes import System
from workbench.ui.handing_over.outside import Outside
from workbench.ui.places import Place
from workbench.ui.security import sentences
from workbench.ui.security.presenter import SecurityPresenter, SecurityVm, security_vm
from workbench.words import language, speak

FACTS = {"days": 12, "newest": "2026-11-22 15:30", "why": "Dropbox", "which": "synchronous"}


@pytest.fixture(autouse=True, params=["sv", "en"])
def _language(request):
    before = language()
    speak(request.param)
    yield
    speak(before)


def outcomes() -> list[tuple[Check, str]]:
    return [(check, how) for check in get_args(Check) for how in sentences._OF[check]()]


def test_every_outcome_has_a_sentence_with_its_facts_in_it():
    for check, how in outcomes():
        vm = security_vm([Finding(check, "duty", how, FACTS)]).checks[0]
        assert vm.title
        assert vm.sentence.endswith((".", ")"))
        assert "{" not in vm.sentence + vm.remedy


def test_every_outcome_that_the_checks_give_is_known_and_what_is_to_be_done_is_said(monkeypatch):
    now = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
    plain = Told(Path("/"), now, system=System(Path("/nowhere"), Path("/nowhere")))
    old, soon = now - timedelta(days=400), now + timedelta(days=40)
    told = [
        plain,
        Told(Path("/"), now, lock_signals=("login1",), changed_settings=()),
        replace(plain, last_backup=old, last_drill=old, unsafe="Dropbox", last_worked=old),
        replace(plain, last_backup=now, last_drill=now, newest_entry=soon),
        replace(plain, newest_file=soon, changed_settings=("synchronous",)),
        replace(plain, lock_signals=("screen-saver",)),
    ]
    found = [finding for each in told for finding in run_checks(each)]
    monkeypatch.setattr(sys, "platform", "win32")
    found += run_checks(plain)
    for vm, finding in zip(security_vm(found).checks, found, strict=True):
        assert vm.sentence
        assert vm.remedy or finding.state not in ("duty", "danger"), (finding.check, finding.how)


@pytest.mark.parametrize(
    ("days", "sv", "en"),
    [
        (0, "för mindre än ett dygn sedan", "less than a day ago"),
        (1, "för 1 dygn sedan", "1 day ago"),
        (12, "för 12 dygn sedan", "12 days ago"),
    ],
)
def test_an_age_is_said_in_days(days, sv, en):
    said = security_vm([Finding("backup", "good", "recent", {"days": days})]).checks[0].sentence
    assert said.endswith((sv if language() == "sv" else en) + ".")


def test_what_is_open_is_counted_and_what_cannot_be_seen_is_not():
    some = [
        Finding("backup", "duty", "never"),
        Finding("clock", "danger", "before-entry", FACTS),
        Finding("disk", "unknown", "unknown"),
        Finding("capture", "unknown", "impossible"),
        Finding("swap", "good", "none"),
    ]
    assert security_vm(some).summary.startswith("2 ")
    assert security_vm(some[:1]).summary.startswith("1 ")
    assert not security_vm(some[2:]).summary[0].isdigit()


def test_what_cannot_be_done_here_and_what_cannot_be_seen_are_calm_and_different():
    some = [Finding("disk", "unknown", "unknown"), Finding("capture", "unknown", "impossible")]
    unseen, impossible = security_vm(some).checks
    assert unseen.tone == impossible.tone == "calm"
    assert unseen.state != impossible.state


class View:
    def __init__(self) -> None:
        self.shown: list[SecurityVm] = []
        self.problems: list[Exception] = []

    def show_checks(self, vm: SecurityVm) -> None:
        self.shown.append(vm)

    def show_problem(self, error: Exception) -> None:
        self.problems.append(error)


def presenter(view: View, bench: Bench, look) -> SecurityPresenter:
    outside = Outside(None, None, None, None, look)
    return SecurityPresenter(view, bench.jobs, bench.session, Answers(), bench.go, outside)


def test_each_look_runs_the_checks_again():
    bench, view = Bench(), View()
    found = iter([(Finding("backup", "duty", "never"),), (Finding("swap", "good", "none"),)])
    looking = presenter(view, bench, lambda _desk: next(found))
    looking.look()
    looking.look()
    assert [vm.checks[0].check for vm in view.shown] == ["backup", "swap"]


def test_a_check_that_fails_is_told():
    bench, view = Bench(), View()
    presenter(view, bench, lambda _desk: 1 // 0).look()
    assert [type(error) for error in view.problems] == [ZeroDivisionError]


def test_the_way_back_is_to_the_organisation():
    bench = Bench()
    presenter(View(), bench, lambda _desk: ()).leave()
    assert bench.went == [Place("organisation")]
