# SPDX-License-Identifier: EUPL-1.2
"""Asked once for each user and akt where the house has said so, and never in the way."""

import pytest

from tests.support.desk import Bench
from tests.unit.services.offices import Office
from workbench.domain.access import Setting
from workbench.domain.acquaintance import Acquaintance
from workbench.services.house import settings
from workbench.services.house.settings import ASK_ACQUAINTANCE, NotAllowedError
from workbench.services.papers.journal import journal_document
from workbench.services.papers.shared import Writing
from workbench.services.person import acquaintances
from workbench.services.records.akt import Draft


def _say(bench: Bench, value: str) -> None:
    bench.session.desk.house.enter(Draft(Setting(ASK_ACQUAINTANCE.name, value)))


def _asking() -> Bench:
    bench = Bench()
    _say(bench, "yes")
    return bench


def test_nobody_is_asked_until_the_house_says_so() -> None:
    bench = Bench()
    akt = bench.akt(bench.begin("Kim"))
    assert not acquaintances.is_asked(bench.session.desk, akt)
    _say(bench, "yes")
    assert acquaintances.is_asked(bench.session.desk, akt)
    _say(bench, "kanske")
    assert not settings.is_on(bench.session.desk.house, ASK_ACQUAINTANCE)


def test_an_answer_is_kept_can_be_changed_and_is_on_no_paper() -> None:
    bench = _asking()
    akt = bench.akt(bench.begin("Kim"))
    record = akt.enter(Draft(Acquaintance("yes", "told", "enhetschefen"))).records[0]
    assert not acquaintances.is_asked(bench.session.desk, akt)
    akt.enter(Draft(Acquaintance("no", reason="en namne"), record))
    own = acquaintances.own_answer(akt)
    assert own is not None
    assert (own.value.knows, own.versions) == ("no", 2)
    paper = repr(journal_document(Writing(akt, bench.session.desk, "sv")))
    assert "enhetschefen" not in paper
    assert "en namne" not in paper


def test_only_an_administrator_turns_it(tmp_path) -> None:
    office = Office(tmp_path / "jour")
    settings.turn(office.desk, ASK_ACQUAINTANCE, on=True)
    settings.turn(office.desk, ASK_ACQUAINTANCE, on=False)
    assert not settings.is_on(office.desk.house, ASK_ACQUAINTANCE)
    with pytest.raises(NotAllowedError, match="VAULT-041"):
        settings.turn(Bench().session.desk, ASK_ACQUAINTANCE, on=True)
