# SPDX-License-Identifier: EUPL-1.2
"""What the four steps of sealing show."""

from dataclasses import dataclass
from typing import Literal

from workbench.ui.handing_over.record_text import PartVm
from workbench.ui.writing.fields import OptionVm

Step = Literal["receiver", "ground", "preview", "done"]
STEPS: tuple[Step, ...] = ("receiver", "ground", "preview", "done")


@dataclass(frozen=True, slots=True)
class ReceiverVm:
    """A contact. `why_not` is empty when it may be sealed to."""

    card: str
    name: str
    why_not: str


@dataclass(frozen=True, slots=True)
class ReceiversVm:
    """All contacts; `has_judgement` is False when there is nothing to seal yet.

    `documents`: those that were read in, of which some can be chosen.
    """

    number: str
    contacts: tuple[ReceiverVm, ...]
    has_judgement: bool
    documents: tuple[OptionVm, ...] = ()


@dataclass(frozen=True, slots=True)
class PreviewVm:
    """Exactly what the bundle will hold, in words."""

    receiver: str
    ground: str
    parts: tuple[PartVm, ...]
    paper: str


@dataclass(frozen=True, slots=True)
class DoneVm:
    """The bundle on the stick."""

    file_name: str
    folder: str
    size: str
    receiver: str
