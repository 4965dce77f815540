# SPDX-License-Identifier: EUPL-1.2
"""What the page of the overall judgement shows."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import RecordId
from workbench.ui.writing.fields import FieldVm

Stage = Literal["writing", "entered", "signed"]


@dataclass(frozen=True, slots=True)
class TickVm:
    """An assessment that the judgement may rest on."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class JudgementVm:
    """How far the judgement has come. `missing` are the parts that must stand before signing.

    `reviewer`: who approved it as it reads now. `doubts` are pointed out and stop nothing.
    """

    number: str
    ticks: tuple[TickVm, ...]
    fields: tuple[FieldVm, ...]
    record: RecordId | None
    stage: Stage
    missing: tuple[str, ...] = ()
    signature: str = ""
    signer: str = ""
    reviewer: str = ""
    doubts: tuple[str, ...] = ()
