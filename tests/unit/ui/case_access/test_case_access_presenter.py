# SPDX-License-Identifier: EUPL-1.2
"""Who may open an akt: shown to who can, given and ended with a reason, on a real vault."""

import pytest

from tests.support.desk import Answers
from tests.unit.services.offices import Office
from tests.unit.ui.users.seeing import View
from tests.vault.making import CHEAP
from workbench.domain.access import Granted, Revoked
from workbench.services.house import access
from workbench.services.house.access import NewColleague
from workbench.services.jobs import InlineJobs
from workbench.ui.case_access.presenter import CaseAccessPresenter
from workbench.ui.places import Place
from workbench.ui.writing.open_case import OpenCase

PHRASE = "fem ord som ingen har"


class Screen:
    """The page of one akt over an office with a colleague."""

    def __init__(self, office: Office, *answers: str | None) -> None:
        self.office, self.view, self.went = office, View(), []
        self.case = office.begin()
        new = NewColleague("Berit Påhittad", "kurator", 2, PHRASE, ("practitioner",), CHEAP)
        self.berit = access.add_colleague(office.desk, new)
        self.me = office.desk.vault.signer.user
        self.asks = Answers(*answers)
        self.presenter = CaseAccessPresenter(
            self.view, OpenCase(InlineJobs(), office.session, self.case), self.asks,
            self.went.append,
        )  # fmt: skip
        self.presenter.open()

    @property
    def vm(self):
        return self.view.last("show_access")[0]


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path / "office")


def test_who_can_open_it_and_who_could_be_let_in(office):
    screen = Screen(office)
    assert screen.vm.number == "2026-0001"
    assert [(each.name, each.is_me) for each in screen.vm.readers] == [("Sten Skyddsson", True)]
    assert [(each.name, each.caption) for each in screen.vm.others] == [
        ("Berit Påhittad", "02 · kurator")
    ]


def test_a_colleague_is_let_in_with_a_reason_and_the_log_of_the_akt_tells(office):
    screen = Screen(office)
    screen.presenter.grant(screen.berit, "semester")
    assert [each.name for each in screen.vm.readers] == ["Sten Skyddsson", "Berit Påhittad"]
    assert screen.vm.others == ()
    assert screen.view.last("show_done")[0] == "Berit Påhittad kan öppna akten nu."
    assert any("semester" in line.what for line in screen.vm.lines)
    assert {line.who for line in screen.vm.lines} == {"Sten Skyddsson"}


@pytest.mark.parametrize(("user", "reason"), [("", "semester"), ("berit", " ")])
def test_whom_and_why_are_asked_for(office, user, reason):
    screen = Screen(office)
    screen.presenter.grant(screen.berit if user else "", reason)
    assert screen.view.names()[-1] == "show_missing"
    assert office.desk.house.all(Granted) == ()


def test_an_access_is_ended_after_a_grave_question(office):
    screen = Screen(office, "åter i tjänst")
    screen.presenter.grant(screen.berit, "semester")
    screen.presenter.end(screen.berit)
    assert screen.asks.asked[0].is_grave
    assert [each.value.reason for each in office.desk.house.all(Revoked)] == ["åter i tjänst"]
    assert [each.name for each in screen.vm.readers] == ["Sten Skyddsson"]


def test_nothing_ends_when_nobody_says_why(office):
    screen = Screen(office, None)
    screen.presenter.grant(screen.berit, "semester")
    screen.presenter.end(screen.berit)
    assert len(screen.vm.readers) == 2


def test_whoever_ends_their_own_access_is_led_out_of_the_akt(office):
    screen = Screen(office, "byter uppdrag")
    screen.presenter.grant(screen.berit, "tar över")
    screen.presenter.end(screen.me)
    assert screen.went == [Place("register")]
    assert office.desk.vault.cases() == ()


def test_the_last_reader_stays(office):
    screen = Screen(office, "vill inte mer")
    screen.presenter.end(screen.me)
    assert screen.view.last("show_refused")[0].code == "VAULT-022"


def test_the_way_back_is_to_the_akt(office):
    screen = Screen(office)
    screen.presenter.leave()
    assert screen.went == [Place("case", screen.case)]
