# SPDX-License-Identifier: EUPL-1.2
"""What the wording assistant reads from the vault, and what it enters there."""

from workbench.instruments.definition import Definition
from workbench.instruments.errors import Fault
from workbench.instruments.wording_packs import FORMAT, judge
from workbench.services.assess import wording
from workbench.services.desk import Desk
from workbench.services.house import half_done, settings
from workbench.services.house.half_done import Begun
from workbench.ui.assess.shapes import titled
from workbench.ui.instruments.looking import METHOD_OWNER, find
from workbench.ui.wording.vms import SlotVm, WordingVm
from workbench.words import language

KIND = "wording_pack"
HEAD = ("holder", "edition", "proof", "valid_to")
ITEM = "item:"


def load(desk: Desk, key: str) -> tuple[Definition, Begun, WordingVm]:
    """The form, what was picked of it before, and the page. Runs on the vault's thread."""
    definition = find(desk, key)
    begun = half_done.begun(desk, KIND, key)
    slots = tuple(
        SlotVm(item.id, titled(item), begun.values.get(f"{ITEM}{item.id}", ""))
        for item in definition.items
    )
    vm = WordingVm(
        title=definition.title(language()),
        slots=slots,
        at=next((at for at, slot in enumerate(slots) if not slot.words), 0),
        head={name: begun.values.get(name, "") for name in HEAD},
        needs_proof=definition.table.rights.wording == "pack-with-proof",
        may_change=METHOD_OWNER in settings.roles_of(desk),
        is_begun=bool(begun.values),
    )
    return definition, begun, vm


def enter(desk: Desk, definition: Definition, vm: WordingVm, begun: Begun) -> tuple[Fault, ...]:
    """Load what was picked; everything that is wrong with it, and then nothing is loaded."""
    said = {
        "format": FORMAT,
        "instrument": definition.id,
        "version": definition.version,
        "language": language(),
        **{name: vm.head[name].strip() for name in HEAD},
        "items": {slot.item: slot.words for slot in vm.slots},
    }
    judged = judge(said, desk.catalogue, desk.clock.today())
    if judged.pack is not None:
        wording.load_pack(desk, judged.pack)
        half_done.drop(desk, begun)
    return judged.faults
