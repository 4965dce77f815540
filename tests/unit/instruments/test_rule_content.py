# SPDX-License-Identifier: EUPL-1.2
"""What a confirmation is bound to, written out whole: nothing may leave it unseen or slip in."""

import hashlib

from tests.unit.instruments.made_definitions import built, form, item
from workbench.domain.canonical import canonical_bytes
from workbench.instruments.gates import rule_sha256

SEEN = {"evidence": "seen"}
YES = {"item": "a", "equals": "yes"}
WORTH = {"o": {"yes": 1, "no": 0}}
ROWS = [{"low": 0, "high": 1, "code": "low"}, {"low": 2, "high": 9, "code": "high"}]
SUB = {"id": "s", "primitive": "sub_count", "items": ["a", "b"], "yes_codes": ["yes"]}
GATE = {"id": "g", "primitive": "recode_gate", "item": "b", "code": "no", "gives": "not-answered"}
SUM = {"id": "score", "primitive": "weighted_sum", "items": ["a"], "recode": "w", "output": "o"}
LIMIT = {"id": "high", "primitive": "threshold", "of": "score", "at_least": 1}
RULES = {
    "s": SUB | {"at_least": 1},
    "g": GATE,
    "score": SUM | {"plus": ["s"], "gate": "g", "bands": "t"},
    "high": LIMIT | {"when_incomplete": "refuse"},
}
CHECK = {"id": "v", "kind": "range", "item": "n", "low": 1, "severity": "warn"}
NUMBER = {"type": "number", "lowest": 0, "highest": 9}
WHOLE = {
    "instrument": "made-form",
    "version": "1",
    "missing": {"policy": "require-all"},
    "validations": [CHECK],
    "population": {"includes": [YES]},
    "items": {
        "a": {"codes": ["yes", "no"], "scored": True, "visible_if": []},
        "b": {"codes": ["yes", "no", "not-applicable"], "scored": True, "visible_if": []},
        "n": {"codes": ["many"], "scored": False, "visible_if": [YES], **NUMBER},
    },
}


def definition():
    many = {"answer_set": "more", "scored": False, "visible_if": [YES]}
    return built(
        form(
            item("a"),
            item("b", states=["not-applicable"]),
            item("n", **NUMBER, **many),
            rules=[rule | SEEN for rule in RULES.values()],
            recodes=[{"id": "w", **SEEN, "outputs": WORTH, "secondary": True}],
            band_tables=[{"id": "t", "evidence": "recalled", "rows": ROWS}],
            population={"includes": [YES], **SEEN},
            validations=[CHECK | SEEN],
            answer_sets=[
                {"id": "yn", "codes": ["yes", "no"], **SEEN},
                {"id": "more", "codes": ["many"], **SEEN},
            ],
        )
    )


def hashed(name, bands=(), of="", **added):
    content = WHOLE | {"rule": RULES[name], "bands": list(bands), "of": of, **added}
    return hashlib.sha256(canonical_bytes(content)).hexdigest()


def test_a_rule_is_hashed_with_all_that_decides_its_number_and_nothing_else():
    made = definition()
    found = {rule.id: rule_sha256(made, rule) for rule in made.rules}
    uses = {name: hashed(name) for name in ("s", "g")}
    table = {"id": "t", "rows": ROWS}
    score = hashed("score", [table], uses=uses, recode=[{"id": "w", "outputs": WORTH}])
    assert found == {**uses, "score": score, "high": hashed("high", of=score)}
