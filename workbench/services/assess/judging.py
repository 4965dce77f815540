# SPDX-License-Identifier: EUPL-1.2
"""The judgement: what a professional concludes, with reasons, and who signed it."""

from typing import Any, ClassVar

from workbench.domain.assessments import (
    Answer,
    Coding,
    Judgement,
    PaperReading,
    Result,
    SignOff,
)
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import EntryId, RecordId
from workbench.domain.names import is_same_name
from workbench.domain.worksheets import (
    Citation,
    ExtraFactor,
    FactorMark,
    Material,
    SheetPerson,
    WorksheetHead,
)
from workbench.services.changes import Changes
from workbench.services.records.akt import Akt, Draft, Recorded
from workbench.services.records.trust import require_authentic

_UNDER: tuple[type[Any], ...] = (
    Answer,
    Coding,
    PaperReading,
    Result,
    FactorMark,
    ExtraFactor,
    Citation,
    Material,
    SheetPerson,
    WorksheetHead,
)
_TOLD = ("rule_sha256", "status", "value", "band", "band_table", "lowest", "highest", "missing")
_MANDATORY = ("risk_for_what", "against_whom", "why", "limitations", "reassess_on")


class JudgementIncompleteError(WorkbenchError):
    """A judgement cannot be signed before its mandatory parts are written."""

    code: ClassVar[str] = "LOOP-001"


class ReviewOpenError(WorkbenchError):
    """Neither a reviewer nor a reason for skipping the review was given."""

    code: ClassVar[str] = "LOOP-002"


class OwnReviewError(WorkbenchError):
    """The reviewer is the one who signs."""

    code: ClassVar[str] = "LOOP-003"


class ReasonMissingError(WorkbenchError):
    """Something was changed after it was signed, without a reason."""

    code: ClassVar[str] = "LOOP-004"


def judgements(akt: Akt) -> tuple[Recorded[Judgement], ...]:
    """Every judgement of the akt, oldest first."""
    return akt.all(Judgement)


def newest_judgement(akt: Akt) -> Recorded[Judgement] | None:
    """The judgement entered last, signed or not."""
    found = akt.all(Judgement)
    return found[-1] if found else None


def enter_judgement(akt: Akt, judgement: Judgement, record: RecordId | None = None) -> Changes:
    """Enter a judgement as far as it is written; what is missing stays to do.

    Raises:
        ReasonMissingError: it was signed before, and this version says not why it differs.
    """
    if record is not None and was_signed(akt, record) and not judgement.reason.strip():
        raise ReasonMissingError
    return akt.enter(Draft(judgement, record))


def missing_parts(judgement: Judgement) -> tuple[str, ...]:
    """The mandatory parts that nobody has written yet, by field name.

    A level is asked for by an assessment: one that rests on none has no scale and no reasons.
    """
    unwritten = [name for name in _MANDATORY if not getattr(judgement, name).strip()]
    concludes = bool(judgement.levels or judgement.conclusions)
    unbased = ["assessments"] if concludes and not judgement.assessments else []
    return (*unbased, *unwritten)


def signature_of(akt: Akt, judgement: RecordId) -> Recorded[SignOff] | None:
    """The signature under a judgement and what it rests on, as they read now; else None.

    One under an earlier version, or under answers and results that changed since, is none.
    """
    judged, found = akt.find(Judgement, judgement), _sign_offs(akt, judgement)
    if judged is None or not found:
        return None
    signed = found[-1]
    return signed if rests_before(akt, judgement, signed.entry) else None


def rests_before(akt: Akt, judgement: RecordId, entry: EntryId) -> bool:
    """Whether a judgement and all that it rests on were entered before something else."""
    judged = akt.find(Judgement, judgement)
    if judged is None:
        return False
    seen = (judged.entry, *_entries_under(akt, judged.value))
    return all(akt.is_later(entry, each) for each in seen)


def was_signed(akt: Akt, judgement: RecordId) -> bool:
    """Whether any version of a judgement was ever signed."""
    return bool(_sign_offs(akt, judgement))


def _entries_under(akt: Akt, judgement: Judgement) -> list[EntryId]:
    """What a judgement rests on: everything that was recorded of its assessments."""
    rests_on = set(judgement.assessments)
    found = (each for of in _UNDER for each in akt.all(of) if each.value.assessment in rests_on)
    return [
        _says_since(akt, each) if isinstance(each.value, Result) else each.entry for each in found
    ]


def _says_since(akt: Akt, result: Recorded[Result]) -> EntryId:
    """Since when a result says what it says now.

    The same given again, by another engine or under a renewed confirmation, changes nothing of
    what was signed.
    """
    since, now = result.entry, tuple(getattr(result.value, name) for name in _TOLD)
    versions = [*akt.history(Result, result.record)]
    before = versions[: [version.id for version in versions].index(since)]
    for version in reversed(before):
        body = version.content()
        if tuple(_plain(body.get(name)) for name in _TOLD) != now:
            break
        since = version.id
    return since


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _sign_offs(akt: Akt, judgement: RecordId) -> list[Recorded[SignOff]]:
    return [each for each in akt.all(SignOff) if each.value.judgement == judgement]


def sign(akt: Akt, sign_off: SignOff) -> Changes:
    """Sign a judgement.

    Raises:
        JudgementIncompleteError: a mandatory part is missing (its field names are in the facts).
        ReviewOpenError: no reviewer and no reason for having none.
        OwnReviewError: the signer named themselves as reviewer.
        BadSignatureError: an entry of the akt is not its author's.
    """
    require_authentic(akt)
    judged = akt.find(Judgement, sign_off.judgement)
    missing = missing_parts(judged.value) if judged is not None else _MANDATORY
    if missing:
        raise JudgementIncompleteError(parts=", ".join(missing))
    if not sign_off.reviewer.strip() and not sign_off.review_skipped_because.strip():
        raise ReviewOpenError
    if is_same_name(sign_off.reviewer, sign_off.signed_by):
        raise OwnReviewError
    return akt.enter(Draft(sign_off))
