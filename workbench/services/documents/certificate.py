# SPDX-License-Identifier: EUPL-1.2
"""The certificate that an akt was taken away: how far, by whom, why, and what survives.

It holds nothing of the akt but its number, and no name of anyone whom it was about.
"""

from dataclasses import dataclass
from datetime import datetime

from workbench.services.documents.staff import Provenance, StaffRow


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy that is known to be somewhere: what it is, where, since when."""

    what: str
    where: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class CertificateDocument:
    """`level` is its code ("E1b"), `reached` what that means; `approval` says who stood for it.

    `checked`: the questions about exceptions that a person answered with no. `law`: of which day
    the texts are, and whether anybody has reviewed them.
    """

    case_number: str
    unit: str
    level: str
    reached: str
    not_reached: str
    removed_at: datetime
    people: tuple[StaffRow, ...]
    approval: str
    ground: str
    law: str
    checked: tuple[str, ...]
    copies: tuple[CopyRow, ...]
    provenance: Provenance
