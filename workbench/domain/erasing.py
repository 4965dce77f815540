# SPDX-License-Identifier: EUPL-1.2
"""What was taken away, how far, why and by whom. The word is never "deleted".

E0 is hidden; E1: keys and file removed here; E1b: and from every backup medium visited since;
E4: the device itself was sanitised. `Hidden` and `Purge` are records of the akt itself, the others
of the organisation akt.
"""

from dataclasses import dataclass
from typing import Literal

Level = Literal["E0", "E1", "E1b", "E4"]
Approval = Literal["two-people", "one-person", "urgent"]
"""Two people signed; or one alone confirmed after a day with the recovery code; or life was at risk
and one acted alone with a reason, to be reviewed."""


@dataclass(frozen=True, slots=True)
class Warrant:
    """Who stands for a removal where no journal can be asked: signatures over one statement.

    `by` takes away, `second` is another person: who signed with them, or who found an urgent
    exception justified afterwards. Both sign the same bytes (`domain.warrants.statement`); hex.
    """

    by: str = ""
    signature: str = ""
    second: str = ""
    cosignature: str = ""


NO_WARRANT = Warrant()


@dataclass(frozen=True, slots=True)
class Hidden:
    """Level E0: the akt is in no list. Nothing was taken away."""

    is_hidden: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Purge:
    """That the texts of entries of this akt were taken away; their traces stay in the chain.

    `withdrawn`: by their own author, within a day of entering them. Otherwise `approval` says who
    stands for it; one person alone names their earlier proposal (an entry of the organisation akt)
    and `confirmed`, which only the recovery code could have signed (hex).
    """

    entries: tuple[str, ...]
    why: Literal["withdrawn", "legal-ground"]
    ground: str = ""
    reason: str = ""
    approval: Approval = "two-people"
    proposal: str = ""
    confirmed: str = ""
    warrant: Warrant = NO_WARRANT


@dataclass(frozen=True, slots=True)
class Purged:
    """In the organisation akt: that texts were taken from an akt, which ones, by which entry of it.

    The list of what was erased is made from these, so that a copy of before obeys it. `warrant`,
    `proposal` and `confirmed` are those of the akt's own entry: whoever tells it may be another.
    """

    case: str
    case_number: str
    purge: str
    entries: tuple[str, ...]
    why: Literal["withdrawn", "legal-ground"]
    approval: Approval = "two-people"
    proposal: str = ""
    confirmed: str = ""
    warrant: Warrant = NO_WARRANT


@dataclass(frozen=True, slots=True)
class EraseProposed:
    """That one person alone means to take something away, and will be asked again after a day."""

    level: Level
    case: str
    ground: str
    reason: str
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """That an akt was taken away from this device. `case_number` is what it was called.

    `media_known`: the backup media that held it, as far as is known. `arrivals`: hashes of sealed
    files that were accepted into it. `checked`: the questions about exceptions, each with the
    version of its text, that a person answered with no. `proposal`, `confirmed`: as in `Purge`.
    """

    level: Level
    case: str
    case_number: str
    ground: str
    reason: str
    approval: Approval
    media_known: tuple[str, ...] = ()
    bundles_sent: int = 0
    arrivals: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    proposal: str = ""
    confirmed: str = ""
    warrant: Warrant = NO_WARRANT


@dataclass(frozen=True, slots=True)
class DeviceSanitised:
    """Level E4: that a device which held the vault was wiped or destroyed, as a person says."""

    device: str
    how: str


@dataclass(frozen=True, slots=True)
class Urgent:
    """*Akut undantag*: that one acted alone because life was at risk. `act`: kind of the act.

    `entries`: those of the akt whose texts go; none where all of it does.
    """

    act: str
    case: str
    reason: str
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UrgentReviewed:
    """What a manager or log reviewer says afterwards of an urgent exception (its record id).

    `signature`: theirs under the warrant of the act, where they are another person and found it
    justified. From then on it is obeyed everywhere.
    """

    urgent: str
    opinion: Literal["justified", "not-justified"]
    notes: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """That akter were written out in plain for the time after this program."""

    cases: tuple[str, ...]
    reason: str
    files: int
