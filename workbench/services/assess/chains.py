# SPDX-License-Identifier: EUPL-1.2
"""Forms that are used together: which of them are done in an akt. Facts only; nothing is held up.

The three FREDA forms are used together, not one by one (training source, instruments 7.5).
"""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.assessments import Assessment
from workbench.domain.errors import WorkbenchError
from workbench.instruments.forms import open_slots
from workbench.services.assess import assessing, locks, sheets
from workbench.services.desk import Desk
from workbench.services.records.akt import Akt, Recorded

_CHAINS = (("freda-kortfragor", "freda-beskrivning", "freda-farlighetsbedomning"),)


@dataclass(frozen=True, slots=True)
class Link:
    """One form of a chain. `day`: of the one that came furthest, the newest of those."""

    instrument: str
    state: Literal["done", "begun", "not-begun"]
    day: str = ""


def chain_of(akt: Akt, desk: Desk, instrument: str) -> tuple[Link, ...]:
    """The forms that one is used together with, itself among them; () for one used alone."""
    names = next((chain for chain in _CHAINS if instrument in chain), ())
    return tuple(_link(akt, desk, name) for name in names)


def _link(akt: Akt, desk: Desk, instrument: str) -> Link:
    made = [e for e in assessing.assessments(akt) if e.value.instrument.id == instrument]
    done = [each for each in made if _is_done(akt, desk, each)]
    if done:
        return Link(instrument, "done", done[-1].value.begun_on)
    if made:
        return Link(instrument, "begun", made[-1].value.begun_on)
    return Link(instrument, "not-begun")


def _is_done(akt: Akt, desk: Desk, made: Recorded[Assessment]) -> bool:
    """Locked, read off, or every place answered and entered."""
    if locks.is_locked(akt, made.record) or assessing.reading_of(akt, made.record) is not None:
        return True
    try:
        shown = sheets.sheet(akt, desk, made.record)
    except WorkbenchError:
        return False  # not to be seen yet, or of a definition that is not here
    return not shown.unentered and not open_slots(shown.definition, shown.given)
