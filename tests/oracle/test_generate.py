# SPDX-License-Identifier: EUPL-1.2
"""The generators reach every outcome, and the second implementation keeps its own bounds (6.1)."""

from collections import Counter
from itertools import product
from math import prod
from random import Random

import pytest

from tests.oracle import circumstances
from tests.oracle.generate import EDITIONS, answers, beside, choices, module_of

EACH = [(instrument, edition) for instrument, names in EDITIONS.items() for edition in names]
# What random answers must have met at least once; the statuses a rule can have at all.
REACHED = {
    "hits": {"computed", "incomplete", "undecided"},
    "hark": {"computed", "incomplete", "undecided"},
    "casr-sf": {"computed", "incomplete"},
    "wast": {"computed", "incomplete", "undecided"},
    "aas": {"computed", "undecided"},
    "cas-30": {"computed", "incomplete", "undecided"},
    "cts2": {"computed", "incomplete"},
    "danger-assessment": {"computed", "incomplete", "invalid-input"},
    "danger-assessment-5": {"computed", "incomplete"},
    "dash-ric-24": {"computed", "incomplete", "undecided"},
    "odara": {"computed", "incomplete", "out-of-scope", "table-missing"},
    "static-99r": {"computed", "incomplete", "invalid-input", "out-of-scope"},
    "static-stable": {"computed", "incomplete", "table-missing"},
    "stable-2007": {"computed", "incomplete", "invalid-input"},
    "lap": {"computed", "incomplete", "undecided", "not-answered"},
    "lap-2": {"computed", "incomplete", "undecided", "not-answered"},
}

# No number of their own: a decision, sub-results, or a level.
UNBOUNDED = ("aas", "cts2", "lap", "lap-2", "static-stable")


def result(instrument, edition, form, plain):
    module = module_of(instrument)
    return module.evaluate(form, **circumstances.given(module.__name__.rpartition(".")[2], plain))


@pytest.mark.parametrize(("instrument", "edition"), EACH)
def test_random_answers_reach_every_status_of_the_rule(instrument, edition):
    random, met = Random(4), Counter()
    for _ in range(1500):
        plain = beside(instrument, random, edition)
        met[result(instrument, edition, answers(instrument, random, edition), plain).status] += 1
    assert REACHED[instrument] <= set(met), met


@pytest.mark.parametrize(("instrument", "edition"), EACH)
def test_every_completion_lies_within_the_bounds(instrument, edition):
    random, looked = Random(44), 0
    codes = choices(instrument, edition)
    for _ in range(400):
        plain = beside(instrument, random, edition)
        partial = answers(instrument, random, edition)
        before = result(instrument, edition, partial, plain)
        whole = {
            item: partial[item] if partial.get(item) in codes[item] else random.choice(codes[item])
            for item in codes
        }
        after = result(instrument, edition, whole, plain)
        if before.low is None or after.status != "computed":
            continue
        looked += 1
        assert before.low <= after.low <= after.high <= before.high, (partial, whole)
        if after.value is not None:
            assert after.low <= after.value <= after.high
    assert looked or instrument in UNBOUNDED


@pytest.mark.parametrize(("instrument", "edition"), EACH)
def test_the_order_of_the_answers_changes_nothing(instrument, edition):
    random = Random(444)
    for _ in range(50):
        plain = beside(instrument, random, edition)
        form = answers(instrument, random, edition)
        turned = dict(random.sample(sorted(form.items()), len(form)))
        assert result(instrument, edition, form, plain) == result(
            instrument, edition, turned, plain
        )


# (6.1) Codes of the form that are no value when bounds are taken.
NO_VALUE = {"odara": {"?"}, "dash-ric-24": {"dont-know"}, "lap": {"not-answered"}}
BOUNDED = [pair for pair in EACH if pair[0] not in UNBOUNDED]


def completions(instrument, edition, partial, most=600):
    """Every way to give each item without a value one, or none where there are too many."""
    codes, vague = choices(instrument, edition), NO_VALUE.get(instrument, set())
    ways = {
        item: (partial[item],) if partial.get(item) in (set(own) - vague) else set(own) - vague
        for item, own in codes.items()
    }
    if prod(map(len, ways.values())) > most:
        return
    for chosen in product(*ways.values()):
        yield dict(zip(ways, chosen, strict=True))


@pytest.mark.parametrize(("instrument", "edition"), BOUNDED)
def test_both_bounds_are_reached_by_a_consistent_completion(instrument, edition):
    random, looked = Random(5), 0
    for _ in range(2000):
        plain = beside(instrument, random, edition)
        partial = answers(instrument, random, edition)
        before = result(instrument, edition, partial, plain)
        unsure = isinstance(plain.get("born"), int) or ("release" in plain) > ("born" in plain)
        hidden = instrument == "casr-sf" and partial.get("gate") not in ("yes", "no")
        if before.low is None or unsure or hidden:
            continue
        whole = [
            result(instrument, edition, form, plain)
            for form in completions(instrument, edition, partial)
        ]
        values = [found.value for found in whole if found.value is not None]
        if len(values) < 2:
            continue
        looked += 1
        assert (before.low, before.high) == (min(values), max(values)), partial
        if looked == 40:
            break
    assert looked >= 10
