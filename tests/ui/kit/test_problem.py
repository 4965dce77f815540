# SPDX-License-Identifier: EUPL-1.2
"""Expected failures explain themselves; the rest get a code that gives nothing away."""

import logging
import re
import sys

import pytest

from workbench.domain.errors import Cancelled, WorkbenchError
from workbench.ui.kit.problem import Problem, catch_all, code_of, problem_of

SECRET = "Kim Exempelsson"


class _RefusedError(WorkbenchError):
    code = "TEST-001"


def _inner(value: str) -> None:
    raise KeyError(value)


def _outer(value: str) -> None:
    try:
        _inner(value)
    except KeyError as error:
        raise RuntimeError(value) from error


def _met(call: object, value: str = SECRET) -> Exception:
    try:
        call(value)  # type: ignore[operator]
    except (KeyError, RuntimeError) as error:
        return error
    pytest.fail("nothing was raised")


def test_a_code_has_three_parts_of_four() -> None:
    assert re.fullmatch(r"[0-9A-Z]{4}:[0-9A-Z]{4}:[0-9A-Z]{4}", code_of(_met(_outer)))


def test_the_same_fault_has_the_same_code_whatever_the_values() -> None:
    assert code_of(_met(_outer, "one")) == code_of(_met(_outer, "two"))


def test_the_first_parts_say_where_the_cause_is_and_the_last_how_it_was_reached() -> None:
    alone, wrapped = code_of(_met(_inner)).split(":"), code_of(_met(_outer)).split(":")
    assert alone[0] == wrapped[0]
    assert alone[2] != wrapped[2]


def test_an_unexpected_error_is_told_with_its_code_and_logged_without_values(
    caplog: pytest.LogCaptureFixture,
) -> None:
    error = _met(_outer)
    with caplog.at_level(logging.ERROR, logger="workbench"):
        told = problem_of(error)
    assert told is not None
    assert told.is_unexpected
    assert told.code == code_of(error)
    assert told.code in told.detail
    assert SECRET not in caplog.text
    assert SECRET not in told.title + told.detail
    assert told.code in caplog.text
    assert "RuntimeError" in caplog.text
    assert re.search(r"test_problem:\d+", caplog.text)


def test_an_expected_error_is_told_in_its_own_words_and_not_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told = problem_of(_RefusedError())
    assert told == Problem("TEST-001", "TEST-001", "(TEST-001)")
    assert caplog.text == ""


def test_a_change_of_mind_is_not_told() -> None:
    assert problem_of(Cancelled()) is None


def test_errors_that_nobody_waited_for_are_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    told: list[Problem] = []
    catch_all(told.append)
    error = _met(_inner)
    sys.excepthook(type(error), error, error.__traceback__)
    sys.excepthook(Cancelled, Cancelled(), None)
    assert [problem.code for problem in told] == [code_of(error)]
