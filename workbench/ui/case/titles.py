# SPDX-License-Identifier: EUPL-1.2
"""What an instrument is called, also when this program no longer offers it."""

from workbench.domain.assessments import InstrumentPin
from workbench.domain.errors import WorkbenchError
from workbench.instruments.catalogue import Catalogue
from workbench.words import language


def title_of(catalogue: Catalogue, pin: InstrumentPin) -> str:
    """The title of an instrument version, or its id when it is not in the library."""
    try:
        return catalogue.find(pin.id, pin.version).title(language())
    except WorkbenchError:
        return f"{pin.id} {pin.version}"
