# SPDX-License-Identifier: EUPL-1.2
"""Akter, decided without a window."""

import pytest

from tests.support.desk import Bench
from workbench.domain.subject import Note, Subject
from workbench.services.akter.cases import NewCase
from workbench.services.person.whom import write_note
from workbench.ui.places import Place
from workbench.ui.register.presenter import RegisterPresenter, RegisterVm


class Kept:
    def __init__(self) -> None:
        self.vm: RegisterVm | None = None
        self.proposed = ""
        self.missing = ""

    def show_cases(self, vm: RegisterVm) -> None:
        self.vm = vm

    def show_new(self, number: str) -> None:
        self.proposed = number

    def show_missing(self, text: str) -> None:
        self.missing = text

    def show_problem(self, error: Exception) -> None:
        raise error


@pytest.fixture
def opened():
    bench = Bench()
    akt = bench.session.begin(NewCase(Subject("Kim Påhittad", "19900101-0017"), "2026-0142"))
    write_note(akt, Note("förskolan"))
    bench.session.begin(NewCase(Subject("Robin Exempel"), "2026-0143"))
    view = Kept()
    presenter = RegisterPresenter(view, bench.jobs, bench.session, bench.go)
    presenter.open()
    return bench, view, presenter


@pytest.mark.parametrize("sought", ["kim", "Påhit", "900101-0017", "199001010017", "2026-0142"])
def test_the_four_keys_find(opened, sought: str) -> None:
    _bench, view, presenter = opened
    presenter.seek(sought)
    assert [each.number for each in view.vm.cases] == ["2026-0142"]


@pytest.mark.parametrize("sought", ["förskolan", "im", "0142", "hittad"])
def test_nothing_else_finds(opened, sought: str) -> None:
    _bench, view, presenter = opened
    presenter.seek(sought)
    assert view.vm.cases == ()
    assert not (view.vm.is_first and not view.vm.sought)


def test_an_empty_search_shows_all_own_akter_newest_first(opened) -> None:
    _bench, view, presenter = opened
    presenter.seek("kim")
    presenter.seek("  ")
    assert [each.name for each in view.vm.cases] == ["Robin Exempel", "Kim Påhittad"]


def test_a_new_akt_needs_a_number_that_is_free(opened) -> None:
    bench, view, presenter = opened
    presenter.ask_new()
    assert view.proposed == "2026-0144"
    presenter.begin("  ")
    assert view.missing
    view.missing = ""
    presenter.begin("2026-0142")
    assert view.missing
    assert len(bench.vault.cases()) == 2
    presenter.begin("2026-0144")
    assert bench.went == [Place("case", bench.vault.cases()[0].case)]
    assert view.proposed == ""
