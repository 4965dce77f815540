# SPDX-License-Identifier: EUPL-1.2
"""What a use case changed, so that an open page knows whether to look again."""

from dataclasses import dataclass

from workbench.domain.ids import CaseId, RecordId


@dataclass(frozen=True, slots=True)
class Changes:
    """The records that a use case entered, by kind, and the records' ids."""

    case: CaseId
    kinds: frozenset[str] = frozenset()
    records: tuple[RecordId, ...] = ()

    def touches(self, *kinds: str) -> bool:
        """Whether any of these kinds changed."""
        return not self.kinds.isdisjoint(kinds)
