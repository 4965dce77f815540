# SPDX-License-Identifier: EUPL-1.2
"""A period that the organisation decided for itself instead of the text's."""

from dataclasses import dataclass

from workbench.domain.deadlines import Unit


@dataclass(frozen=True, slots=True)
class LocalPeriod:
    """The house's own period for one deadline, decided on the text of `law`; organisation akt."""

    rule: str
    unit: Unit
    number: int
    law: str
    reason: str = ""
