# SPDX-License-Identifier: EUPL-1.2
"""The sheet that a person may carry: the person's own words, and nothing that tells what it is.

There is no field for a heading, a name, a number, a day, a level, a place or an organisation.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanSheetDocument:
    """`words` first, then `lines`, each as it stands.

    `size` is A6 or A5; `reader` for whom it is set: young, school, teen, or "" for an adult.
    """

    words: str
    lines: tuple[str, ...]
    size: str = "A6"
    reader: str = ""
