# SPDX-License-Identifier: EUPL-1.2
"""What an instrument is called, also when this program no longer offers it."""

from workbench.domain.assessments import InstrumentPin
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.instruments.catalogue import Catalogue
from workbench.services.assess import rating
from workbench.services.records.akt import Akt
from workbench.words import _, language


def title_of(catalogue: Catalogue, pin: InstrumentPin) -> str:
    """The title of an instrument version, or its id when it is not in the library."""
    try:
        return catalogue.find(pin.id, pin.version).title(language())
    except WorkbenchError:
        return f"{pin.id} {pin.version}"


def beside_others(akt: Akt, assessment: RecordId) -> str:
    """What it is beside another one of the same case: "" for one that stands alone."""
    tie = rating.tie_of(akt, assessment)
    words = {"second": _("second rater"), "consensus": _("consensus")}
    return words.get(tie.value.why, "") if tie is not None else ""


def told_later(later: rating.Later | None) -> str:
    """That an earlier assessment has a later one made from it: "" while there is none."""
    if later is None:
        return ""
    told = _("A later assessment was begun from this one on {day}. It is not locked yet.")
    if later.is_locked:
        told = _("Replaced by a later assessment, begun {day}.")
    return told.format(day=later.begun_on)
