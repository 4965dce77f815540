# SPDX-License-Identifier: EUPL-1.2
"""That the person of an akt came, and when."""

from workbench.domain.arrivals import Arrival, ChildArrival
from workbench.domain.clock import moment
from workbench.services.records.akt import Akt, Recorded


def arrival_of(akt: Akt) -> Recorded[Arrival] | None:
    """That the person came, None while it is not entered; two at once: the later one."""
    found = akt.all(Arrival)
    return found[-1] if found else None


def child_arrival_of(akt: Akt) -> Recorded[ChildArrival] | None:
    """That the child came, in the child's own akt."""
    found = akt.all(ChildArrival)
    return found[-1] if found else None


def arrived_at(akt: Akt) -> str:
    """The moment at which the person of this akt came, "" where that is not entered."""
    adult, child = arrival_of(akt), child_arrival_of(akt)
    found = adult.value.at if adult else child.value.at if child else ""
    return found if is_moment(found) else ""


def is_moment(text: str) -> bool:
    """Whether a text is a moment as records spell it."""
    try:
        moment(text)
    except ValueError:
        return False
    return True
