# SPDX-License-Identifier: EUPL-1.2
"""Every bad input that the vault promises to meet: its code, its words in both languages, its test.

A row says with which code it is told and which test brings it. What is refused without a code of
its own (a clock) is told in words, which stand here in English.
"""

import ast
import re
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.tools import ROOT
from workbench import words
from workbench.domain.errors import WorkbenchError
from workbench.services.purge import erasing_errors
from workbench.vault import errors
from workbench.words import error_entries

FILES = ("slots", "register", "akt", "keys", "backup")
WAYS = ("tampered", "swapped", "truncated", "older", "newer")


class Met(NamedTuple):
    """How one bad input is told, and by which test it is brought (`file::function`)."""

    code: str
    test: str
    said: str = ""


DAMAGE, SLOTS = "tests/vault/test_damage.py::test_", "tests/unit/vault/test_slots.py::test_"
WARRANTS = "tests/vault/test_warrants.py::test_"
OLDER, BAD = "tests/vault/test_older_copies.py::test_", "tests/vault/test_bad_files.py::test_"
MEMBERS = "tests/vault/test_membership.py::test_"
COPIES, USERS = "tests/vault/test_copies.py::test_", "tests/vault/test_user_tampering.py::test_"

OF_FILES: dict[tuple[str, str], tuple[Met, ...]] = {
    ("slots", "tampered"): (
        Met("VAULT-004", SLOTS + "any_changed_letter_of_what_is_signed_is_refused"),
        Met("VAULT-001", SLOTS + "a_slot_moved_to_another_place_does_not_open"),
    ),
    ("slots", "swapped"): (Met("VAULT-006", SLOTS + "the_file_of_another_vault_does_not_fit"),),
    ("slots", "truncated"): (Met("VAULT-004", SLOTS + "a_cut_file_is_refused"),),
    ("slots", "older"): (
        Met("VAULT-005", SLOTS + "an_earlier_list_is_told_as_an_older_copy"),
        Met("VAULT-005", USERS + "the_folder_of_before_somebody_went_is_told_as_older"),
    ),
    ("slots", "newer"): (Met("VAULT-010", SLOTS + "a_later_format_is_told_and_not_touched"),),
    ("register", "tampered"): (
        Met("VAULT-006", DAMAGE + "a_changed_bit_in_the_register_never_passes_for_its_content"),
    ),
    ("register", "swapped"): (
        Met("VAULT-006", BAD + "the_register_of_another_vault_opens_nothing_and_is_not_written_to"),
    ),
    ("register", "truncated"): (Met("VAULT-006", DAMAGE + "a_cut_register_is_refused"),),
    ("register", "older"): (
        Met("VAULT-005", OLDER + "an_older_folder_put_back_on_the_same_machine_is_noticed"),
    ),
    ("register", "newer"): (
        Met("VAULT-010", DAMAGE + "a_database_of_a_later_version_is_not_touched"),
    ),
    ("akt", "tampered"): (
        Met("VAULT-006", DAMAGE + "a_changed_bit_in_an_akt_is_refused_and_the_others_open"),
        Met("VAULT-008", DAMAGE + "an_entry_that_was_changed_under_the_right_key_is_named"),
    ),
    ("akt", "swapped"): (Met("VAULT-006", DAMAGE + "another_akt_under_this_name_is_refused"),),
    ("akt", "truncated"): (
        Met("VAULT-006", DAMAGE + "a_cut_akt_is_refused_and_the_others_open"),
        Met("VAULT-005", DAMAGE + "a_tail_taken_off_under_the_right_key_is_an_older_copy"),
    ),
    ("akt", "older"): (
        Met("VAULT-005", OLDER + "an_older_akt_is_refused_then_read_and_neither_file_is_changed"),
        Met("VAULT-005", OLDER + "an_older_organisation_akt_is_refused"),
    ),
    ("akt", "newer"): (Met("VAULT-010", DAMAGE + "a_database_of_a_later_version_is_not_touched"),),
    ("keys", "tampered"): (
        Met("VAULT-006", DAMAGE + "any_changed_letter_of_the_own_grant_is_refused"),
    ),
    ("keys", "swapped"): (
        Met(
            "VAULT-006",
            DAMAGE + "the_keys_of_another_akt_under_this_name_are_refused_before"
            "_they_open_anything",
        ),
    ),
    ("keys", "truncated"): (Met("VAULT-006", DAMAGE + "a_cut_keys_file_is_refused"),),
    ("keys", "older"): (
        Met("VAULT-006", USERS + "the_keys_file_of_before_opens_nothing_and_says_which_file"),
    ),
    ("keys", "newer"): (
        Met("VAULT-010", DAMAGE + "a_keys_file_of_a_later_version_is_not_touched"),
    ),
    ("backup", "tampered"): (Met("VAULT-026", COPIES + "a_changed_bit_in_a_copy_is_named"),),
    ("backup", "swapped"): (
        Met("VAULT-026", BAD + "files_of_a_copy_that_changed_places_are_refused"),
        Met("VAULT-026", BAD + "files_of_two_copies_that_changed_places_are_refused"),
        Met("VAULT-026", BAD + "keys_on_a_medium_that_changed_places_open_nothing"),
        Met("VAULT-026", BAD + "a_copy_of_another_vault_under_this_ones_name_is_refused"),
    ),
    ("backup", "truncated"): (Met("VAULT-026", BAD + "a_copy_that_was_cut_is_refused"),),
    ("backup", "older"): (
        Met(
            "VAULT-030",
            "tests/vault/test_salvaging.py::test_a_copy_that_ends_earlier_is_put_back"
            "_only_when_somebody_accepts_it",
        ),
        Met(
            "VAULT-005",
            "tests/vault/test_restoring.py::test_the_folder_that_was_replaced_is"
            "_noticed_when_it_is_put_back",
        ),
    ),
    ("backup", "newer"): (
        Met("VAULT-010", BAD + "a_copy_of_a_later_format_is_told_and_not_touched"),
    ),
}

OTHERS: dict[str, tuple[Met, ...]] = {
    "a slot signed by somebody who is no administrator": (
        Met("VAULT-004", SLOTS + "an_admitted_user_who_is_no_administrator_cannot_sign_the_list"),
        Met("VAULT-004", USERS + "a_removed_administrator_signs_no_list_that_is_believed"),
    ),
    "a list in which a former administrator is one again": (
        Met("VAULT-004", MEMBERS + "a_demoted_administrator_with_a_place_does_not_make_themself_one"
                                   "_again"),
        Met("VAULT-004", MEMBERS + "a_removed_administrator_s_old_register_and_list_with_raised"
                                   "_numbers_do_not_hold"),
        Met("VAULT-004", MEMBERS + "other_steps_from_the_same_beginning_are_never_an_older_copy"),
        Met("VAULT-005", MEMBERS + "a_list_that_was_is_told_as_older_to_who_saw_a_later_one"),
        Met("VAULT-005", MEMBERS + "the_own_mark_taken_away_is_missed"),
        Met("VAULT-026", MEMBERS + "a_removed_administrator_s_list_on_a_medium_does_not_hold"),
    ),
    "parameters that would hang or exhaust memory": (
        Met("VAULT-003", SLOTS + "parameters_outside_the_limits_are_refused_before_anything_is"
                                 "_derived"),
        Met("VAULT-013", "tests/vault/test_command_line.py::test_without_the_memory_the_program"
                         "_says_so_and_does_not_crash"),
    ),
    "a removal that one user alone says everywhere": (
        Met("VAULT-031", WARRANTS + "no_word_of_one_user_makes_another_s_program_take_an_akt_away"),
    ),
    "more akter than a copy can list": (
        Met("VAULT-055", COPIES + "a_list_of_as_many_akter_as_may_be_is_written_and_read"),
    ),
    "a name of what nobody left aside": (
        Met("VAULT-056", "tests/unit/services/test_left_aside.py::test_only_what_was_left_goes_and"
                         "_only_with_the_passphrase"),
    ),
    "a vault on a network path": (
        Met("VAULT-012", "tests/unit/vault/test_places.py::test_network_file_systems_are_refused"
                         "_by_name"),
        Met("VAULT-012", "tests/vault/test_command_line.py::test_an_unsafe_place_is_refused_before"
                         "_anything_is_made"),
        Met("VAULT-012", COPIES + "the_disk_of_the_vault_and_a_synchronised_folder_are_refused"),
    ),
    "a stick removed in mid-write": (
        Met("VAULT-019", "tests/vault/test_pulled_out.py::test_a_stick_pulled_out_in_mid_write_is"
                         "_told_and_costs_nothing"),
        Met("VAULT-019", "tests/vault/test_pulled_out.py::test_a_vault_whose_folder_is_gone_says"
                         "_so_and_is_there_again"),
        Met("VAULT-028", COPIES + "a_medium_that_is_pulled_out_counts_as_nothing_and_is_told"),
    ),
    "a clock set back": (
        Met("VAULT-002", "tests/unit/vault/test_backoff.py::test_a_clock_that_was_set_back_does"
                         "_not_lock_anyone_out"),
        Met("", "tests/unit/services/test_log_entries.py::test_a_clock_that_went_back_is_marked"
                "_and_the_entry_kept"),
        Met("", "tests/unit/app/test_self_checking.py::test_a_clock_set_back_before_the_newest"
                "_entry_is_found",
            "The clock is behind: something was entered at {newest}, which is yet to come."),
    ),
    "a clock far ahead": (
        Met("VAULT-033", "tests/unit/services/test_purging_and_withdrawing.py::test_a_clock_set"
                         "_ahead_is_not_enough"),
        Met("VAULT-033", "tests/unit/services/test_purging_and_withdrawing.py::test_nor_is_a_clock"
                         "_set_ahead_once_and_any_number_of_unlocks"),
        Met("", COPIES + "a_clock_set_far_ahead_clears_nothing",
            "Older copies stay for now: more than the clock must say how old they are."),
        Met("VAULT-002", BAD + "a_wait_from_years_ahead_is_over_in_minutes"),
        Met("", BAD + "a_clock_far_ahead_and_back_again_locks_nobody_out_and_takes_nothing"),
        Met("", "tests/unit/machine/test_self_checks.py::test_a_clock_long_after_anybody_worked"
                "_is_asked_about",
            "Nothing was entered for {days} days: the vault has rested, or the clock is ahead."),
    ),
    "two processes": (
        Met("VAULT-011", "tests/vault/test_owner_lock.py::test_a_second_process_is_told_since_when"
                         "_the_vault_is_open"),
        Met("VAULT-011", "tests/vault/test_users.py::test_the_folder_of_a_vault_with_several_users"
                         "_is_refused_to_a_second_process"),
    ),
    "a user without grant": (
        Met("VAULT-007", "tests/vault/test_users.py::test_roles_open_no_akt"),
        Met("VAULT-007", "tests/contract/test_vault_access.py::test_who_has_no_key_grants_nothing"
            "_whatever_their_roles"),
    ),
    "a recovery code with a typo": (
        Met("VAULT-016", "tests/contract/test_vault_recovery.py::test_a_mistyped_code_and_anothers"
                         "_code_are_told_apart_and_change_nothing"),
        Met("", "tests/unit/crypto/test_recovery_code.py::test_a_thousand_slips_are_told"),
    ),
}  # fmt: skip

ROWS = [
    *((f"{name} {way}", met) for (name, way), rows in OF_FILES.items() for met in rows),
    *((name, met) for name, rows in OTHERS.items() for met in rows),
]


@cache
def functions_of(file: str) -> dict[str, str]:
    """Every test of a file, by name: what stands in it."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return {
        node.name: ast.get_source_segment(text, node) or ""
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }


@cache
def class_of(code: str) -> str:
    """The name of the error class with this code."""
    assert erasing_errors
    assert errors
    waiting, found = [WorkbenchError], {}
    while waiting:
        each = waiting.pop()
        waiting += each.__subclasses__()
        found[getattr(each, "code", "")] = each.__name__
    return found[code]


def test_nothing_of_the_table_is_missing():
    assert OF_FILES.keys() == set(product(FILES, WAYS))
    assert all(OF_FILES.values())
    assert len(OTHERS) == 13
    assert all(any(met.code or met.said for met in rows) for rows in OTHERS.values())


@pytest.mark.parametrize(("_what", "met"), ROWS, ids=[what for what, _met in ROWS])
def test_it_has_a_test_that_expects_the_code(_what: str, met: Met):
    file, _colons, name = met.test.partition("::")
    assert Path(ROOT / file).is_file()
    body = functions_of(file).get(name)
    assert body is not None, f"no test {name} in {file}"
    if met.code:
        text = (ROOT / file).read_text(encoding="utf-8")
        assert f'"{met.code}"' in text or re.search(rf"\b{class_of(met.code)}\b", text), met.code


@pytest.mark.parametrize("code", sorted({met.code for _what, met in ROWS if met.code}))
def test_it_is_told_in_both_languages_with_what_to_do(code: str):
    entry = error_entries()[code]
    for language in ("sv", "en"):
        for part in ("what", "remedy"):
            assert entry[f"{part}_{language}"].strip(), (code, part, language)
    assert entry["what_sv"] != entry["what_en"]


@pytest.mark.parametrize("said", sorted({met.said for _what, met in ROWS if met.said}))
def test_what_has_no_code_is_told_in_swedish_too(said: str):
    speak = words.speech("sv")
    assert speak(said) != said
