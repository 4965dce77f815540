# SPDX-License-Identifier: EUPL-1.2
"""What an assessment still wants is pointed out before it is begun, locked or signed."""

from dataclasses import replace

import pytest

from tests.support.asking import DA, SARA, Assessed
from tests.support.desk import Answers
from tests.support.document_pages import put
from workbench.domain.assessments import Judgement
from workbench.domain.rights import Training
from workbench.domain.worksheets import Material
from workbench.instruments.wording_packs import Pack
from workbench.services.assess import (
    assessing,
    judging,
    locks,
    readiness,
    sheets,
    training,
    wording,
)
from workbench.services.records.akt import Draft
from workbench.ui.alongside.presenter import AlongsidePresenter
from workbench.ui.choose_instrument.listing import load
from workbench.ui.judgement.standing import standing
from workbench.words import speak

YES, NO = (True,), (False,)
FEW = "Färre än två källor är angivna. Det stoppar inget."


@pytest.fixture(autouse=True)
def _swedish():
    speak("sv")


class Silent:
    """A view of which nothing is asked."""

    def __getattr__(self, _name):
        return lambda *_shown, **_more: None


def sheet(**context: object):
    made = Assessed()
    record = made.begin(SARA, **context)
    made.code_sara(record)
    made.enter(record)
    return made, record


def wants(made: Assessed, record) -> tuple[str, ...]:
    return readiness.unready(made.akt, made.desk, record)


def train(made: Assessed, instrument: str, valid_to: str = "") -> None:
    of, me = made.definition(instrument), made.desk.vault.signer.user
    training.note_training(made.desk, Training(me, of.id, of.version, "2025-01-01", valid_to))


def test_one_source_that_is_named_twice_is_one_and_a_used_one_more_makes_two() -> None:
    made, record = sheet(sources=("Samtal med Karin", "samtal med Karin "))
    assert "few-sources" in wants(made, record)
    sought = Material(record, "3", "other", "Journal", standing="refused", because="Nekad")
    made.akt.enter(Draft(sought))
    assert "few-sources" in wants(made, record)
    made.akt.enter(Draft(Material(record, "4", "other", "Polisanmälan")))
    assert "few-sources" not in wants(made, record)


def test_a_document_counts_once_it_is_cited_not_because_it_lies_in_the_case_file() -> None:
    made, record = sheet(sources=("Samtal med Karin",))
    put(made.bench, made.case, b"Hej", "Dom")
    assert "few-sources" in wants(made, record)
    on = sheets.sheet(made.akt, made.desk, record)
    assessing.record_source(made.akt, on, "f01", "document:1")
    made.enter(record)
    assert "few-sources" not in wants(made, record)


def test_training_and_licence_are_pointed_out_once_their_time_has_gone() -> None:
    made, record = Assessed(), None
    record = made.begin(DA, sources=("A", "B"))
    assert wants(made, record) == ("untrained",)
    of, last = made.definition(DA), made.desk.clock.today().isoformat()
    train(made, DA, last)
    words = {item.id: f"Fråga {item.number}" for item in of.items}
    wording.load_pack(made.desk, Pack(of.id, of.version, "sv", "F", "1", words, valid_to=last))
    assert wants(made, record) == ()
    made.bench.clock.step(days=2)
    assert wants(made, record) == ("ended", "licence-ended")
    shown = load(made.akt, made.desk).vm.instruments
    told = next(each.warning for each in shown if each.key.startswith(f"{DA}@"))
    assert "Licensen gick ut" in told
    assert "utbildning eller licens har gått ut" in told


def test_the_question_before_a_lock_says_it_and_locks_all_the_same() -> None:
    made, record = sheet()
    asks = Answers(*YES)
    AlongsidePresenter(Silent(), made.open, asks, made.bench.go, record).lock()
    assert FEW in asks.asked[0].text
    assert "inte noterad som utbildad" in asks.asked[0].text
    assert locks.is_locked(made.akt, record)


def test_what_is_ready_is_asked_about_with_no_warning() -> None:
    made, record = sheet(sources=("Samtal", "Dom"))
    train(made, SARA)
    asks = Answers(*NO)
    AlongsidePresenter(Silent(), made.open, asks, made.bench.go, record).lock()
    assert "stoppar inget" not in asks.asked[0].text


def test_it_stands_above_the_signature_by_instrument_once_nothing_else_is_left() -> None:
    made = Assessed()
    record = made.begin(DA)
    made.answer_da(record)
    made.enter(record)
    said = dict.fromkeys(("risk_for_what", "against_whom", "why", "what_we_do"), "Sagt")
    half = Judgement((record,), **said, limitations="", reassess_on="2027-01-10")
    written = judging.enter_judgement(made.akt, half).records[0]
    warned = f"{made.definition(DA).title('sv')}: {FEW}"
    assert warned not in standing(made.akt, made.desk, written, anew=False).vm.doubts
    made.akt.enter(Draft(replace(half, limitations="Inga"), written))
    shown = standing(made.akt, made.desk, written, anew=False).vm
    assert warned in shown.doubts
    assert shown.missing == ()
