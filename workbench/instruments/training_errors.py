# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a training case (TRAIN). All of it is told at once, as `Fault`s."""

from typing import ClassVar

from workbench.domain.errors import WorkbenchError


class TrainingError(WorkbenchError):
    """Something about a training case."""


class UnknownTrainingItemError(TrainingError):
    """A coding of something that the form does not have."""

    code: ClassVar[str] = "TRAIN-001"


class WrongTrainingCodeError(TrainingError):
    """A code, state, level or role that is not offered there."""

    code: ClassVar[str] = "TRAIN-002"


class TrainingDefinitionChangedError(TrainingError):
    """The form is not here, or is not the one that the codings were written for."""

    code: ClassVar[str] = "TRAIN-003"


class TrainingIncompleteError(TrainingError):
    """A place of the form without its teaching coding."""

    code: ClassVar[str] = "TRAIN-004"


class TrainingWordsError(TrainingError):
    """Words that lack in a language, or that belong to nothing."""

    code: ClassVar[str] = "TRAIN-005"


class TrainingCitationError(TrainingError):
    """A coding without a source, or one that cites a page which is not there."""

    code: ClassVar[str] = "TRAIN-006"


class NoTrainingCaseError(TrainingError):
    """No sound training case or form has this name."""

    code: ClassVar[str] = "TRAIN-007"
