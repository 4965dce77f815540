# SPDX-License-Identifier: EUPL-1.2
"""How far the review has come stands on the loop bar where only the signature is left."""

import pytest

from tests.support.desk import Bench
from workbench.services.loop.gaps import OpenGap
from workbench.services.loop.planning import LoopStep
from workbench.ui.case.loop import step_line

UNSIGNED = OpenGap("judgement-not-signed")


@pytest.mark.parametrize(
    ("stage", "page"),
    [("requested", "review"), ("returned", "review"), ("changed-since", "review"),
     ("approved", "judgement"), ("none", "judgement")],
)  # fmt: skip
def test_the_step_says_how_far_the_review_is_and_leads_there(stage, page) -> None:
    bench = Bench()
    akt = bench.akt(bench.begin())
    plain = step_line(akt, LoopStep("assessment", "begun", (UNSIGNED,)))
    step = step_line(akt, LoopStep("assessment", "begun", (UNSIGNED,), review=stage))
    assert step.place.page == page
    assert (step.note == plain.note) == (stage == "none")


def test_another_gap_is_told_before_the_review() -> None:
    bench = Bench()
    akt = bench.akt(bench.begin())
    found = (OpenGap("judgement-without-reasons"), UNSIGNED)
    step = step_line(akt, LoopStep("assessment", "begun", found, review="requested"))
    assert step.place.page == "judgement"
    assert "2" in step.note
