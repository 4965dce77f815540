# SPDX-License-Identifier: EUPL-1.2
"""The ten checks of practice on the finished product: which tests prove each, and that they exist.

A check that belongs to a part of the program that is not built yet stands with its reason.
"""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
PROVEN_BY = {
    "1 a word that stands in another akt is not found": (
        ("unit/services/test_searching.py", "test_a_word_that_stands_in_another_akt_is_not_found"),
        (
            "unit/app/test_no_place_leaves.py",
            "test_lists_show_number_and_mark_and_a_search_finds_only_by_the_four_keys",
        ),
    ),
    "2 no place of a protected person is in print, copy or bundle": (
        ("unit/app/test_no_place_leaves.py", "test_every_paper_there_is_stands_in_this_file"),
        ("unit/app/test_no_place_leaves.py", "test_no_paper_has_a_place_in_text_or_properties"),
        ("unit/app/test_no_place_leaves.py", "test_an_opened_bundle_of_every_level_has_no_place"),
        (
            "unit/app/test_no_place_leaves.py",
            "test_an_open_copy_has_no_place_and_none_of_the_documents",
        ),
        ("journey/test_honour_case.py", "test_an_honour_case_from_the_door_to_what_still_holds"),
    ),
    "4 the plug is pulled in mid-assessment and the text is there": (
        ("unit/services/test_sittings.py", "test_a_sitting_that_was_killed_goes_on_where_it_was"),
        ("journey/test_shelter_night.py", "test_a_night_with_two_children_and_what_follows"),
    ),
    "5 two children, a plan each; a child's print has nothing of the mother's": (
        (
            "unit/services/test_plan_sheet.py",
            "test_two_children_have_a_plan_each_and_a_childs_print_holds_nothing_of_the_mother",
        ),
        (
            "unit/services/test_arriving.py",
            "test_a_childs_akt_holds_nothing_that_was_planted_about_the_adult",
        ),
        ("journey/test_shelter_night.py", "test_a_night_with_two_children_and_what_follows"),
    ),
    "6 an order that ends in seven days reminds; a shared home at most two weeks more": (
        ("unit/services/test_orders.py", "test_an_order_that_ends_in_seven_days_reminds_today"),
        (
            "unit/services/test_orders.py",
            "test_a_shared_home_cannot_be_extended_by_more_than_two_weeks",
        ),
    ),
    "7 a no to a place asks for the plan for staying and a day for new contact": (
        (
            "ui/stay_plan/test_stay_plan_page.py",
            "test_a_no_to_a_place_asks_for_the_plan_and_the_day_until_both_are_there",
        ),
        (
            "unit/services/test_gaps.py",
            "test_10_going_home_or_staying_without_a_day_for_new_contact",
        ),
        ("journey/test_first_case.py", "test_the_first_case_of_a_small_municipality"),
    ),
    "9 the police asks where somebody is: a manager decides, and it is noted": (
        ("unit/services/test_telling.py", "test_what_may_not_stand_is_refused_by_its_code"),
        (
            "unit/services/test_telling.py",
            "test_it_is_listed_with_papers_newest_first_and_noted_once_without_what_was_said",
        ),
    ),
}
LATER = {
    "3 a withdrawn consent blocks the bundle": "the register of consents",
    "8 a consultant delivers, wipes and proves it": "the consultant's assignment",
    "10 the akt of a placed child is not disposed of": "the list of proposals for disposal",
}


def _functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("check", PROVEN_BY)
def test_every_check_has_its_tests(check: str) -> None:
    assert PROVEN_BY[check]
    missing = [name for path, name in PROVEN_BY[check] if name not in _functions(TESTS / path)]
    assert missing == []


def test_none_of_the_ten_is_forgotten() -> None:
    numbers = [int(check.partition(" ")[0]) for check in (*PROVEN_BY, *LATER)]
    assert sorted(numbers) == list(range(1, 11))
    assert all(LATER.values())
