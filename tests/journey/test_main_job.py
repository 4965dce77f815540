# SPDX-License-Identifier: EUPL-1.2
"""The whole main job through the real window, by keyboard alone, on real vaults."""

from tests.journey import assessing, beginning, planning
from tests.journey.hands import Hands
from tests.journey.place import Workplace, opened
from tests.journey.station import Stations


def test_the_main_job_by_keyboard_alone(qapp, tmp_path):
    shelter = Workplace(
        tmp_path, "Jouren Påhittet", "Sten Skyddsson", "granit körsbär lampa"
    ).found()
    with opened(qapp, shelter) as program:
        hands = Hands(program)
        stations = Stations(hands)
        stations.look("01-unlock")
        beginning.unlock(hands, shelter)
        beginning.somebody_comes(hands, stations)
        beginning.protect(hands, stations)
        beginning.name_the_person(hands, stations)
        beginning.calendar(hands, stations)
        beginning.own_appraisal(hands, stations)
        assessing.ask_danger(hands, stations)
        assessing.confirm_rule(hands, stations)
        assert [text for text in assessing.figures(hands) if "Lägst" in text]
        assessing.complete_danger(hands, stations)
        assert [text for text in assessing.figures(hands) if "poäng" in text]
        assessing.read_off_freda(hands, stations)
        assessing.code_sara(hands, stations)
        assessing.judge(hands, stations)
        planning.scenarios(hands, stations)
        planning.safety_plan(hands, stations)
        planning.protection_plan(hands, stations)
