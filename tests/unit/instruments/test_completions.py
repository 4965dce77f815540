# SPDX-License-Identifier: EUPL-1.2
"""Bounds against brute force, on forms with contradictions, conditions and both."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.instruments.made_definitions import built, form, item, summed
from workbench.instruments.answers import value
from workbench.instruments.completions import bounds, groups
from workbench.instruments.forms import codes_of, visible_ids
from workbench.instruments.rules import is_broken, point_table, terms_of
from workbench.instruments.scoring import evaluate

NAMES = ("a", "b", "c", "d", "e")


def points_of(definition):
    return point_table(definition, definition.rules[0])


def terms_of_first(definition):
    return terms_of(definition, definition.rules[0])


def brute_force(definition, codes):
    """Every completion of every item, one after the other."""
    points, totals = points_of(definition), []
    unknown = [i for i in definition.items if i.id not in codes]
    for chosen in product(*(i.completions for i in unknown)):
        whole = {**codes, **dict(zip((i.id for i in unknown), chosen, strict=True))}
        shown = visible_ids(definition.items, whole)
        asked = {name: code for name, code in whole.items() if name in shown}
        checks = [c for c in definition.table.validations if c.severity == "error"]
        if not any(is_broken(check, asked) for check in checks):
            totals.append(sum(points.get(n, {}).get(c, 0) for n, c in asked.items()))
    return (min(totals), max(totals)) if totals else None


conditions = st.lists(
    st.builds(
        lambda source, key, code: {"item": source, key: code},
        st.sampled_from(NAMES),
        st.sampled_from(("equals", "not_equals")),
        st.sampled_from(("yes", "no")),
    ),
    max_size=2,
)
contradictions = st.lists(
    st.builds(
        lambda kind, first, second, severity: {
            "id": "v",
            "kind": kind,
            "of": [{"item": first, "code": "yes"}, {"item": second, "code": "yes"}],
            "severity": severity,
            "evidence": "derived",
        },
        st.sampled_from(("exclusive", "implies")),
        st.sampled_from(NAMES),
        st.sampled_from(NAMES),
        st.sampled_from(("error", "warn")),
    ),
    max_size=3,
)


@st.composite
def forms(draw):
    items = []
    for name in NAMES:
        states = draw(st.sampled_from(([], ["not-applicable"])))
        items.append(item(name, visible_if=draw(conditions), states=states))
    weights = draw(st.lists(st.integers(-5, 5), min_size=5, max_size=5))
    points = {
        name: {"yes": weight, "no": 0, "not-applicable": 1}
        for name, weight in zip(NAMES, weights, strict=True)
    }
    for row in items:
        if not row["states"]:
            del points[row["id"]]["not-applicable"]
    rules = [summed() | {"points": points}]
    return built(form(*items, rules=rules, validations=draw(contradictions)))


@given(forms(), st.dictionaries(st.sampled_from(NAMES), st.sampled_from(("yes", "no"))))
@settings(max_examples=300)
def test_bounds_are_reached_and_contain_every_completion(definition, codes):
    assert bounds(definition, terms_of_first(definition), codes) == brute_force(definition, codes)


@given(forms())
def test_f03_visibility_terminates_on_any_graph_of_conditions(definition):
    for codes in ({}, dict.fromkeys(NAMES, "yes"), dict.fromkeys(NAMES, "no")):
        assert visible_ids(definition.items, codes) <= set(NAMES)


@given(forms(), st.dictionaries(st.sampled_from(NAMES), st.sampled_from(("yes", "no"))))
def test_an_evaluation_is_total_and_its_interval_holds_its_value(definition, codes):
    found = evaluate(definition, {name: value(code) for name, code in codes.items()}).first
    if found.status == "computed":
        assert found.min == found.value == found.max
        assert found.missing == ()
    elif found.status == "incomplete":
        assert found.min <= found.max


def test_items_that_nothing_ties_stand_alone():
    definition = built(
        form(item("a"), item("b"), item("c", visible_if=[{"item": "a", "equals": "yes"}]))
    )
    cut = [([i.id for i in g.pivots], [i.id for i in g.dependents]) for g in groups(definition)]
    assert cut == [(["a"], ["c"])]


def test_a_form_that_cannot_be_completed_has_no_bounds_and_is_invalid():
    def check(name, kind):
        of = [{"item": "a", "code": "yes"}, {"item": "b", "code": "yes"}]
        return {"id": name, "kind": kind, "of": of, "severity": "error", "evidence": "derived"}

    definition = built(
        form(item("a"), item("b"), validations=[check("v", "exclusive"), check("w", "implies")])
    )
    answers = {"a": value("yes")}
    assert bounds(definition, terms_of_first(definition), codes_of(definition, answers)) is None
    assert evaluate(definition, answers).first.status == "invalid-input"
