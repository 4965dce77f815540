# SPDX-License-Identifier: EUPL-1.2
"""Two people at one vault, by keys alone: a second rater, a consensus; a review to a signature."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journey.governing import choose, write_into
from tests.journey.hands import Hands
from tests.journey.seats import Seat, change_seats, open_akt, open_row, says, seated
from tests.unit.services.colleagues import PHRASE, Two
from tests.unit.services.offices import SARA, Office
from tests.vault.making import PASSPHRASE
from workbench.domain.assessments import Assessment, Coding, Judgement, SignOff
from workbench.domain.beside import AssessmentLock, Beside
from workbench.domain.ids import RecordId
from workbench.domain.reviews import Review
from workbench.services.akter import cases
from workbench.services.assess import assessing
from workbench.services.records import bodies

STEN: Seat = (1, PASSPHRASE)
BERIT: Seat = (2, PHRASE)
PLACES = 30
REMARK = "Vad säger grannen?"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory):
    two = Two(Office(Path(tmp_path_factory.mktemp("walk")) / "office"))
    yield two
    two.office.session.close()


@pytest.fixture
def coded(house: Two) -> tuple[Two, RecordId, str]:
    """An akt of Sten's that Berit may open, with a worksheet that Sten has entered: J in all."""
    akt = house.anew()
    first = house.office.assess(akt, SARA)
    for item in house.office.definition(SARA).items:
        for column in ("current", "past"):
            assessing.record_coding(akt, first, item.id, column, "J")
    assessing.enter_sitting(akt, first)
    return house, first, cases.number_of(house.desk, house.case)


def code_straight_down(hands: Hands, codes: str) -> None:
    """Every place of the worksheet, one key each, then För in."""
    for at in range(PLACES):
        hands.type(codes[at % len(codes)])
        hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.enter()


def codes_of(akt, assessment: RecordId) -> set[str]:
    return {each.value.code for each in akt.all(Coding) if each.value.assessment == assessment}


def ask_berit_to_rate(hands: Hands, number: str) -> None:
    open_akt(hands, number)
    hands.push("way-alongside")
    open_row(hands, "row-")
    choose(hands, "Berit")
    hands.push("ask-second")


def test_a_named_colleague_rates_blind_then_both_write_a_consensus(
    qapp: QApplication, coded: tuple[Two, RecordId, str]
) -> None:
    house, first, number = coded
    with seated(qapp, house.office, STEN) as hands:
        ask_berit_to_rate(hands, number)
        change_seats(hands, BERIT)
        hands.push("rail-today")
        open_row(hands, "row-asked")
        assert not says(hands, "Föreligger")
        hands.push("begin-second")
        code_straight_down(hands, "JNN")
        hands.push("back")
        hands.push("way-alongside")
        open_row(hands, "row-")
        assert says(hands, "utan att ha sett den första")
        hands.push("act-lock")
        hands.push("yes")
        assert says(hands, "Två bedömare av samma ärende")
        hands.push("act-consensus")
        code_straight_down(hands, "D")
    akt = house.be("sten")
    ties = {each.value.why: each.value for each in akt.all(Beside)}
    second, consensus = ties["second"], ties["consensus"]
    assert (second.rater, second.had_read, second.broken_because) == (house.berit, False, "")
    assert {each.value.assessment for each in akt.all(AssessmentLock)} == {second.assessment}
    assert set(consensus.to) == {first, second.assessment}
    assert codes_of(akt, first) == {"J"}
    assert codes_of(akt, second.assessment) == {"J", "N"}
    assert codes_of(akt, consensus.assessment) == {"D"}
    assert len(akt.all(Assessment)) == 3


def write_judgement(hands: Hands) -> None:
    """All its mandatory parts, entered."""
    hands.tick_all("assessment:")
    hands.write("risk_for_what", "Hot om att döda")
    hands.write("against_whom", "Den utsatta")
    hands.write("why", "Hon berättar")
    for level in ("current-risk", "future-risk", "future-severity"):
        hands.choose(f"level:{level}", "Hög")
        hands.write(f"because:{level}", "Hot senaste veckan")
    hands.write("what_we_do", "Skyddat boende")
    hands.write("limitations", "Grannen är inte hörd")
    hands.write("reassess_on", "2026-12-20")
    hands.enter()


def ask_berit_to_review(hands: Hands) -> None:
    hands.push("banner-action")
    choose(hands, "Berit")
    hands.push("ask-review")


def answer_the_remark(hands: Hands) -> None:
    hands.push("open-judgement")
    hands.rewrite("why", "Hon berättar, och grannen hörde det")
    hands.write("reason", "Efter granskning")
    hands.enter()


def test_a_judgement_goes_to_a_colleague_comes_back_and_is_approved_and_signed(
    qapp: QApplication, coded: tuple[Two, RecordId, str]
) -> None:
    house, _first, number = coded
    with seated(qapp, house.office, STEN) as hands:
        open_akt(hands, number)
        hands.push("way-judgement")
        write_judgement(hands)
        ask_berit_to_review(hands)
        change_seats(hands, BERIT)
        hands.push("rail-today")
        open_row(hands, "row-asked")
        assert says(hands, "Hot om att döda")
        write_into(hands, "review-words", REMARK)
        hands.push("send-back")
        change_seats(hands, STEN)  # where he left: the review, now with the remark
        assert says(hands, REMARK)
        answer_the_remark(hands)
        ask_berit_to_review(hands)
        change_seats(hands, BERIT)
        assert says(hands, "grannen hörde det")
        hands.push("approve")
        change_seats(hands, STEN)
        hands.push("open-judgement")
        hands.tab_to("field-reviewer")
        hands.enter()
        assert says(hands, "Granskad av Berit")
    akt = house.be("sten")
    (review,), (judged,), (signed,) = (akt.all(kind) for kind in (Review, Judgement, SignOff))
    steps = [bodies.read(each, Review).state for each in akt.history(Review, review.record)]
    assert steps == ["requested", "returned", "requested", "approved"]
    assert (signed.author, signed.value.judgement) == (house.sten, judged.record)
    assert judged.value.why.endswith("grannen hörde det")
