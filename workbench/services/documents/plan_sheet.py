# SPDX-License-Identifier: EUPL-1.2
"""The sheet that a person may carry: the person's own words, and nothing that tells what it is.

There is no field for a heading, a name, a number, a day, a level, a place or an organisation.
"""

from dataclasses import dataclass

from workbench.domain.plans import Reader, SheetSize


@dataclass(frozen=True, slots=True)
class PlanSheetDocument:
    """`words` first, then `lines`, each as it stands. `reader` is how it is set."""

    words: str
    lines: tuple[str, ...]
    size: SheetSize = "A6"
    reader: Reader = ""
