# SPDX-License-Identifier: EUPL-1.2
"""Where a result is decided: the modules behind the four words rules, scoring, checks and forms.

The one list of them. `make coverage` wants every branch of all of them run, and the campaign
`mutation` changes each of them, line by line, to see whether a test notices.
"""

RULES = (
    "rules",
    "terms",
    "sums",
    "decisions",
    "categories",
    "windows",
    "completions",
    "edges",
    "item_values",
    "calendar_days",
    "local_tables",
)
SCORING = ("scoring", "readings", "validity", "outcomes", "gates", "answers")
CHECKS = (
    "checks",
    "condition_checks",
    "kind_checks",
    "range_checks",
    "rule_checks",
    "rule_shapes",
    "references",
    "label_checks",
)
FORMS = ("forms", "definition")
MODULES = (*RULES, *SCORING, *CHECKS, *FORMS)
TESTS = "tests/unit/instruments"
TIMED = f"{TESTS}/test_catalogue.py::test_the_library_loads_well_within_its_limit"
"""Measures time, which tracing and trampolines lengthen."""

UNHURRIED = {"CI": "true"}
"""Hypothesis then sets no deadline and draws the same examples: slowness notices no change."""


def files(modules: tuple[str, ...] = MODULES) -> list[str]:
    """Their paths from the root."""
    return [f"workbench/instruments/{name}.py" for name in modules]
