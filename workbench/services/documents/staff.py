# SPDX-License-Identifier: EUPL-1.2
"""What both documents carry: people, measures, who stands for it and where it is from."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Someone whom the document is about: "Den utsatta", a name, a personnummer."""

    role: str
    name: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Someone who works here: a name and in what function."""

    name: str
    function: str = ""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """Who does what by when, and which scenarios it answers.

    `scenarios` holds the references of scenarios as printed ("S1"); `when` holds words for what
    is no single day ("dagligen", "samma dag som han friges").
    """

    what: str
    who: str
    status: str
    due: date | None = None
    when: str = ""
    scenarios: tuple[str, ...] = ()
    follow_up: date | None = None


@dataclass(frozen=True, slots=True)
class SignaturePart:
    """Who stands for the document.

    Without `signed_at` the paper says that it is not signed. A reviewer with a time, or the
    reason for skipping the review; neither: the paper says that no review has been made.
    `named_reviewer`: whom the signer named, without a review that was approved.
    """

    signer: StaffRow
    entered_at: datetime | None = None
    signed_at: datetime | None = None
    reviewer: StaffRow | None = None
    reviewed_at: datetime | None = None
    review_skipped: str = ""
    named_reviewer: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made this paper.

    `pins` has one line for each instrument: "danger-assessment@weighted-20 · sha256 4f0c…".
    `prepared_at` is printed as the time of printing and is the only date inside the file.
    """

    program: str
    prepared_at: datetime
    pins: tuple[str, ...] = ()
