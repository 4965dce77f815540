# SPDX-License-Identifier: EUPL-1.2
"""Where a sitting is taken up again."""

from workbench.instruments.forms import Slot, open_slots
from workbench.ui.assess.keys import STATE_KEYS
from workbench.ui.assess.shapes import chosen_code, key_of, slots_of
from workbench.ui.assess.sitting import Sitting
from workbench.ui.assess.vms import SlotKey


def first_open(sitting: Sitting) -> SlotKey:
    """The first thing not yet said, else the first not known, else the beginning."""
    every = slots_of(sitting)
    waiting = open_slots(sitting.definition, sitting.given) or _without_answer(sitting) or every
    return key_of(waiting[0])


def _without_answer(sitting: Sitting) -> tuple[Slot, ...]:
    """What was asked and got a state instead of an answer that counts."""
    said = [(slot, chosen_code(sitting, slot)) for slot in slots_of(sitting)]
    return tuple(slot for slot, code in said if code in STATE_KEYS and code not in slot.item.codes)
