# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a definition (INSTR) and with answers (ANSWERS).

Most of these are not raised: a definition or an answers file is checked to the end, and every
finding is returned as a `Fault` that carries the error it would be.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from workbench.domain.canonical import replace_surrogates
from workbench.domain.errors import WorkbenchError

Severity = Literal["error", "warn"]
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding: where it is (a dotted path), how grave, and which error it would be."""

    path: str
    error: WorkbenchError
    severity: Severity = "error"

    @property
    def code(self) -> str:
        return self.error.code


@dataclass(frozen=True, slots=True)
class FileFault:
    """A finding in one file of a definition; line 0 is the file as a whole."""

    file: str
    fault: Fault
    line: int = 0


def shown_name(untrusted_name: str) -> str:
    """A name from outside, safe to print: no control characters, no half characters, not long."""
    clipped = replace_surrogates(untrusted_name[:_LONGEST_NAME])
    return "".join(char if char.isprintable() else "\ufffd" for char in clipped)


class InstrumentError(WorkbenchError):
    """Something about a definition."""


class CheckFailedError(InstrumentError):
    """`instruments check` found faults."""

    code: ClassVar[str] = "INSTR-001"


class UnknownInstrumentError(InstrumentError):
    """No definition has this id."""

    code: ClassVar[str] = "INSTR-002"


class UnknownVersionError(InstrumentError):
    """The instrument exists, this version of it does not."""

    code: ClassVar[str] = "INSTR-003"


class DefinitionRefusedError(InstrumentError):
    """The definition lies in the library but has faults, so it is not offered."""

    code: ClassVar[str] = "INSTR-004"


class SeveralVersionsError(InstrumentError):
    """An id without a version, when several are offered: a question of usage."""

    code: ClassVar[str] = "INSTR-005"


class UnreadableDefinitionError(InstrumentError):
    """The file is missing, too large or cannot be read."""

    code: ClassVar[str] = "INSTR-010"


class NotTomlError(InstrumentError):
    """The file is not UTF-8 text in TOML."""

    code: ClassVar[str] = "INSTR-011"


class WrongShapeError(InstrumentError):
    """A key is missing, unknown or of the wrong type."""

    code: ClassVar[str] = "INSTR-012"


class DuplicateIdError(InstrumentError):
    """Two things of the same sort have one id."""

    code: ClassVar[str] = "INSTR-013"


class DanglingReferenceError(InstrumentError):
    """Something is named that the definition does not contain."""

    code: ClassVar[str] = "INSTR-014"


class CircularConditionError(InstrumentError):
    """Conditions for showing items depend on each other in a ring."""

    code: ClassVar[str] = "INSTR-015"


class BandOrderError(InstrumentError):
    """Band rows leave a hole, overlap or run backwards."""

    code: ClassVar[str] = "INSTR-016"


class BandRangeError(InstrumentError):
    """A reachable value lies in no band."""

    code: ClassVar[str] = "INSTR-017"


class PointsError(InstrumentError):
    """A choice without a point, or a point for a choice that does not exist."""

    code: ClassVar[str] = "INSTR-018"


class NoMissingPolicyError(InstrumentError):
    """A definition that does not say what a missing answer means."""

    code: ClassVar[str] = "INSTR-019"


class LabelError(InstrumentError):
    """A label is absent in a language, or labels something that does not exist."""

    code: ClassVar[str] = "INSTR-020"


class FrozenEditedError(InstrumentError):
    """A file of a published version was changed without a new version."""

    code: ClassVar[str] = "INSTR-021"


class MonotoneError(InstrumentError):
    """An answer lowers the result without being named as an exception, or the reverse."""

    code: ClassVar[str] = "INSTR-022"


class VectorError(InstrumentError):
    """A golden vector does not give what it says."""

    code: ClassVar[str] = "INSTR-023"


class KindError(InstrumentError):
    """A part that this kind or class of instrument may not have, or lacks."""

    code: ClassVar[str] = "INSTR-024"


class TooManyCompletionsError(InstrumentError):
    """So many items are tied together that bounds cannot be counted out."""

    code: ClassVar[str] = "INSTR-025"


class FolderNameError(InstrumentError):
    """The folder is not named after the id and version inside."""

    code: ClassVar[str] = "INSTR-026"


class UnreachableError(InstrumentError):
    """An item that no answers can show."""

    code: ClassVar[str] = "INSTR-027"


class OddTableError(InstrumentError):
    """A published table that says what such a table would not; a warning."""

    code: ClassVar[str] = "INSTR-028"


class LocalRuleError(InstrumentError):
    """A local rule or table that lacks what makes it hold, or is made for another instrument."""

    code: ClassVar[str] = "INSTR-029"


class NeverOfferedError(InstrumentError):
    """An instrument of which no definition is made until its official form is at hand."""

    code: ClassVar[str] = "INSTR-030"


class AnswersError(WorkbenchError):
    """Something about answers."""


class NotJsonError(AnswersError):
    """The answers are not JSON."""

    code: ClassVar[str] = "ANSWERS-001"


class DuplicateKeyError(AnswersError):
    """A key stands twice in one object: which answer holds is not ours to guess."""

    code: ClassVar[str] = "ANSWERS-002"


class WrongTypeError(AnswersError):
    """The JSON does not have the shape of answers."""

    code: ClassVar[str] = "ANSWERS-003"


class UnreadableAnswersError(AnswersError):
    """The answers file is missing or cannot be read."""

    code: ClassVar[str] = "ANSWERS-004"


class AnswersTooLargeError(AnswersError):
    """The file is larger than any set of answers."""

    code: ClassVar[str] = "ANSWERS-005"


class UnknownItemError(AnswersError):
    """An answer to an item that the definition does not have."""

    code: ClassVar[str] = "ANSWERS-010"


class UnknownChoiceError(AnswersError):
    """A code that is not among the item's choices."""

    code: ClassVar[str] = "ANSWERS-011"


class StateNotOfferedError(AnswersError):
    """A state that the instrument does not offer for this item."""

    code: ClassVar[str] = "ANSWERS-012"


class ContradictionError(AnswersError):
    """Two answers that cannot both be right."""

    code: ClassVar[str] = "ANSWERS-013"


class UnlikelyPairError(AnswersError):
    """Two answers that seldom go together; a warning."""

    code: ClassVar[str] = "ANSWERS-014"


class UnknownColumnError(AnswersError):
    """A time column that the definition does not have."""

    code: ClassVar[str] = "ANSWERS-015"


class OutOfRangeError(AnswersError):
    """A number, a date or an event that cannot be: outside its range, or no such day."""

    code: ClassVar[str] = "ANSWERS-016"


class ReasonLackingError(AnswersError):
    """An answer that needs a reason, and none is given."""

    code: ClassVar[str] = "ANSWERS-017"


class EventAfterAnchorError(AnswersError):
    """An event dated after the day that the window is counted back from."""

    code: ClassVar[str] = "ANSWERS-018"


class ImpossibleDatesError(AnswersError):
    """Two dates that cannot both be right, such as a birth after the day of the assessment."""

    code: ClassVar[str] = "ANSWERS-019"
