# SPDX-License-Identifier: EUPL-1.2
"""Results that others have stated: kept as stated, never scored again, never converted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExternalResult:
    """A result made elsewhere. Every field is what its author stated, in words.

    `on` is the day of the assessment as stated, `came_by` how it reached us, and when.
    """

    instrument: str
    version: str
    author: str
    on: str
    stated: str
    came_by: str = ""
    note: str = ""
    reason: str = ""
