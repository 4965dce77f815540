# SPDX-License-Identifier: EUPL-1.2
"""A review: somebody else reads a judgement and what it rests on, before it is signed."""

from dataclasses import dataclass
from typing import Literal

from workbench.domain.ids import RecordId, UserId

ReviewState = Literal["requested", "returned", "approved", "taken-back"]


@dataclass(frozen=True, slots=True)
class Review:
    """How far a review has come: each step is a new version of this record.

    `assessments` are those that the judgement rested on when it was asked for. `signed` is no
    state of it: a signature is a record of its own, and stands under what was approved.
    `documents_read`: the documents of the akt that the reviewer says to have read, each as
    `documents.source_of` its number.
    """

    judgement: RecordId
    assessments: tuple[RecordId, ...]
    reviewer: UserId
    state: ReviewState
    asked_by: UserId
    question: str = ""
    remarks: str = ""
    documents_read: tuple[str, ...] = ()
