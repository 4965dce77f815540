# SPDX-License-Identifier: EUPL-1.2
"""What an assessment still wants before it is locked or signed. It warns; it stops nothing."""

from collections.abc import Iterable
from typing import Literal

from workbench.domain.documents import source_of
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.instruments.wording_packs import is_over
from workbench.services.assess import training, wording
from workbench.services.assess.sheets import Sheet, entered_sheet
from workbench.services.desk import Desk
from workbench.services.facts import documents_in
from workbench.services.records.akt import Akt
from workbench.words import language

Unready = Literal["few-sources", "untrained", "ended", "licence-ended"]
_ENOUGH = 2


def unready(akt: Akt, desk: Desk, assessment: RecordId) -> tuple[Unready, ...]:
    """Sources, training and licence; nothing of a definition that is not here."""
    try:
        shown = entered_sheet(akt, desk, assessment)
    except WorkbenchError:
        return ()
    found: list[Unready] = ["few-sources"] if are_few(_used(akt, shown)) else []
    trained = training.warning(desk, shown.definition)
    found += [trained] if trained else []
    found += ["licence-ended"] if licence_ended(desk, shown.definition) else []
    return tuple(found)


def are_few(sources: Iterable[str]) -> bool:
    """Whether it rests on fewer than two sources; one that is named twice is one."""
    return len({each.strip().casefold() for each in sources if each.strip()}) < _ENOUGH


def licence_ended(desk: Desk, definition: Definition) -> str:
    """The day on which the right to the form's wording ended; "" where it holds or none is kept."""
    pack = wording.newest_pack(desk, definition, language())
    if pack is None or not is_over(pack.value.valid_to, desk.clock.today()):
        return ""
    return pack.value.valid_to


def _used(akt: Akt, shown: Sheet) -> list[str]:
    """What was named or noted as used; of the documents of the akt those that are cited."""
    cited = {code for text in shown.sources.values() for code in text.split()}
    documents = {source_of(each.value.number) for each in documents_in.documents(akt)}
    return [what for code, what in shown.material.items() if code not in documents - cited]
