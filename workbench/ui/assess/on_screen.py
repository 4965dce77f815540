# SPDX-License-Identifier: EUPL-1.2
"""What the person sees now of one assessment."""

from dataclasses import dataclass, field

from workbench.instruments.answers import Given, ItemCoding
from workbench.services.assess.sheets import Sheet
from workbench.services.assess.worksheets import BesideCodes


@dataclass(slots=True)
class OnScreen:
    """What the person sees now: what is stored, with what was said since laid on top."""

    given: dict[str, Given]
    notes: dict[str, str]
    sources: dict[str, str]
    extras: dict[str, Given] = field(default_factory=dict)
    beside: BesideCodes = field(default_factory=BesideCodes)

    @classmethod
    def of(cls, stored: Sheet) -> "OnScreen":
        kept = dict(stored.given), dict(stored.notes), dict(stored.sources)
        return cls(*kept, dict(stored.extras), stored.beside)

    def codes(self, item: str) -> dict[str, str]:
        """The codes of a factor by column, as worksheets print them."""
        given = self.given.get(item) or self.extras.get(item)
        if not isinstance(given, ItemCoding):
            return {}
        return {column: code.text for column, code in given.codes.items()}
