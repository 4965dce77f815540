# SPDX-License-Identifier: EUPL-1.2
"""Which of the three FREDA forms are done is a fact that is shown; nothing is held up by it."""

import pytest

from tests.support.asking import DA, FREDA, Assessed
from workbench.domain.assessments import PaperReading
from workbench.services.assess import assessing, locking
from workbench.services.assess.chains import Link, chain_of
from workbench.services.records.akt import Draft
from workbench.ui.choose_instrument.listing import load
from workbench.words import speak

SHORT, WHOLE = "freda-kortfragor", "freda-beskrivning"


def states(made: Assessed) -> dict[str, str]:
    return {link.instrument: link.state for link in chain_of(made.akt, made.desk, FREDA)}


@pytest.fixture
def made() -> Assessed:
    speak("sv")
    return Assessed()


def answered(made: Assessed, instrument: str):
    """Begun, and something answered that is not entered."""
    record = made.begin(instrument)
    assessing.record_state(made.akt, record, made.definition(instrument).items[0].id, "declined")
    return record


def test_each_is_not_begun_then_begun_then_done(made: Assessed) -> None:
    assert states(made) == dict.fromkeys((SHORT, WHOLE, FREDA), "not-begun")
    short = answered(made, SHORT)
    assert states(made)[SHORT] == "begun"
    made.enter(short)
    assert states(made)[SHORT] == "begun"  # the other questions are open
    locking.lock(made.akt, made.desk, short, "Hon orkade inte mer.")
    read = made.begin(FREDA, hand="read-off")
    assert states(made) == {SHORT: "done", WHOLE: "not-begun", FREDA: "begun"}
    made.akt.enter(Draft(PaperReading(read, "12", "", "2014", "2026-11-20")))
    assert states(made) == {SHORT: "done", WHOLE: "not-begun", FREDA: "done"}


def test_a_done_one_stays_done_when_it_is_begun_again(made: Assessed) -> None:
    short = answered(made, SHORT)
    made.enter(short)
    locking.lock(made.akt, made.desk, short, "Hon orkade inte mer.")
    day = made.desk.clock.today().isoformat()
    made.bench.clock.step(days=40)
    answered(made, SHORT)
    assert chain_of(made.akt, made.desk, SHORT)[0] == Link(SHORT, "done", day)


def test_the_card_of_each_says_it_and_that_of_an_instrument_used_alone_nothing(made) -> None:
    answered(made, SHORT)
    vm = load(made.akt, made.desk).vm
    told = {each.key.partition("@")[0]: each.together for each in vm.instruments}
    assert told[DA] == ()
    assert told[SHORT] == told[WHOLE] == told[FREDA]
    heading, short, whole, danger = told[FREDA]
    assert heading == "De här formulären används tillsammans. I den här akten:"
    assert short.endswith(f": påbörjad {made.desk.clock.today()}")
    assert whole.endswith(": inte gjord")
    assert danger.endswith(": inte gjord")
    assert not any(each.ask == "" for each in vm.instruments)  # every one can still be begun


def test_manuals_without_structure_lead_to_the_own_worksheet(made: Assessed) -> None:
    told = load(made.akt, made.desk).vm.shells
    assert told.startswith("Care, PATRIARK version 2: ")
    assert "Nytt arbetsblad" in told
