# SPDX-License-Identifier: EUPL-1.2
"""Begin to key in a form that was filled in on paper: it must be this version, and lie behind us.

What is answered from then on, until it is entered or thrown away, stood on that paper.
"""

from datetime import date, datetime
from typing import ClassVar

from workbench.domain.canonical import Json
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.services.assess import form_marks, keyed_in, sheets
from workbench.services.assess.keyed_in import KEYED, PAPER, Paper
from workbench.services.assess.locks import require_open
from workbench.services.desk import Desk
from workbench.services.records import working
from workbench.services.records.akt import Akt
from workbench.services.records.working import Field
from workbench.words import _


class OtherFormError(WorkbenchError):
    """The paper is of another instrument or version (`named`) than the assessment (`wanted`)."""

    code: ClassVar[str] = "PAPER-001"


class NotWrittenYetError(WorkbenchError):
    """The day or time on the paper (`written`) lies after that of keying in."""

    code: ClassVar[str] = "PAPER-002"


class NotEnteredFirstError(WorkbenchError):
    """Answers of the screen wait to be entered: they would be taken for the paper's."""

    code: ClassVar[str] = "PAPER-003"


class PaperNotWholeError(WorkbenchError):
    """What must stand on a paper that is keyed in is missing or no day, time or mark (`fields`)."""

    code: ClassVar[str] = "PAPER-004"


def begin(akt: Akt, desk: Desk, assessment: RecordId, paper: Paper) -> None:
    """From here on this sitting keys in a paper. Said again, it corrects what was said of it.

    Raises:
        PaperNotWholeError, OtherFormError, NotWrittenYetError, NotEnteredFirstError: nothing is
        kept. AssessmentLockedError: it is locked.
    """
    require_open(akt, assessment)
    whole = _whole(paper)
    _require_same_form(akt, desk, assessment, whole.mark)
    _require_past(desk, whole)
    is_new = keyed_in.under_way(akt, assessment) is None
    if is_new and sheets.working_rows(akt, assessment):
        raise NotEnteredFirstError
    said: dict[str, Json] = {name: getattr(whole, name) for name in Paper.__slots__}
    working.type_field(akt, Field(KEYED, assessment, PAPER), said)


def _whole(paper: Paper) -> Paper:
    """As it is kept: the mark in its groups, the day and the time as records spell them."""
    whole = Paper(
        mark=form_marks.tidied_mark(paper.mark),
        written_on=_day(paper.written_on),
        hand=" ".join(paper.hand.split()),
        written_at=_time(paper.written_at),
    )
    wanted = [name for name in ("mark", "written_on", "hand") if not getattr(whole, name)]
    if paper.written_at.strip() and not whole.written_at:
        wanted.append("written_at")
    if wanted:
        called = _called()
        raise PaperNotWholeError(fields=", ".join(called[name] for name in wanted))
    return whole


def _called() -> dict[str, str]:
    """What stands above each field, so that the one that lacks is found."""
    return {
        "mark": _("Mark of the form"),
        "written_on": _("Date on the paper"),
        "hand": _("Who has written: name and function"),
        "written_at": _("Time"),
    }


def _require_same_form(akt: Akt, desk: Desk, assessment: RecordId, mark: str) -> None:
    definition = sheets.sheet(akt, desk, assessment).definition
    if form_marks.is_of(mark, definition):
        return
    other = form_marks.form_of(mark, desk.catalogue.all())
    raise OtherFormError(
        mark=mark,
        named=f"{other.id} {other.version}" if other is not None else mark,
        wanted=f"{definition.id} {definition.version}",
    )


def _require_past(desk: Desk, paper: Paper) -> None:
    """Where the person sits: a paper cannot be keyed in before it was written."""
    now = desk.clock.now().astimezone()
    today, clock = desk.clock.today().isoformat(), f"{now:%H:%M}"
    if (paper.written_on, paper.written_at) > (today, clock):
        raise NotWrittenYetError(written=f"{paper.written_on} {paper.written_at}".strip())


def _day(typed: str) -> str:
    text = typed.strip()
    if len(text) == len("20261122") and text.isdecimal():
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _time(typed: str) -> str:
    """`14.10`, `1410` and `14:10` as `14:10`; "" for what is no time."""
    text = typed.strip().replace(".", ":")
    if len(text) == len("1410") and text.isdecimal():
        text = f"{text[:2]}:{text[2:]}"
    try:
        return f"{datetime.strptime(text, '%H:%M'):%H:%M}"  # noqa: DTZ007  a wall clock's time
    except ValueError:
        return ""
