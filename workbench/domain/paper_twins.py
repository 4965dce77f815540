# SPDX-License-Identifier: EUPL-1.2
"""Answers that were written on the blank form first, and keyed in later."""

from dataclasses import dataclass

from workbench.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class KeyedIn:
    """That answers of one sitting stood on paper: whose hand, which day, which form.

    Who keyed them in and when is the author and the moment of the entry. `mark` is the short mark
    of the form as it stands on the paper. `items` and `columns` go together: an item and its time
    column, "" where there is none. An answer that is entered anew later is no longer from it.
    """

    assessment: RecordId
    mark: str
    written_on: str
    hand: str
    items: tuple[str, ...]
    columns: tuple[str, ...]
    written_at: str = ""
