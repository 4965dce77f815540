# SPDX-License-Identifier: EUPL-1.2
"""The line that a fault's path speaks of."""

import pytest

from workbench.instruments.lines import line_of, stated_line

TEXT = """id = "made"
states = ["declined"]
items = [
  { id = "q01", section = "s", visible_if = [{ item = "q02", equals = "yes" }] },
  { id = "q02", section = "s" },
]

[missing]
policy = "require-all"

[[rules]]
id = "score"

[rules.points]
q01 = { yes = 1, no = 0 }

[[rules]]
id = "over"
at_least = 3

[choices.yn]
yes = "Ja"
"--" = "Saknas"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("", 0),
        ("nowhere", 0),
        ("states", 2),
        ("items", 3),
        ("items.q01", 4),
        ("items.q02.section", 5),
        ("items[1].section", 5),
        ("items[9]", 3),
        ("missing.policy", 9),
        ("missing.required_when", 8),
        ("rules.score", 12),
        ("rules.score.points.q01", 15),
        ("rules.over.at_least", 19),
        ("rules[1].at_least", 19),
        ("choices.yn.--", 23),
        ("choices.yn.no", 21),
    ],
)
def test_the_innermost_name_that_is_there_has_the_line(path, line):
    assert line_of(TEXT, path) == line


def test_a_reader_that_names_a_line_is_believed():
    assert stated_line("Expected '=' after a key (at line 12, column 3)") == 12
    assert stated_line("something else") == 0
