# SPDX-License-Identifier: EUPL-1.2
"""Forms that the organisation makes itself: written, taken into use, offered beside the library.

What is being written is working material of its author. Taken into use, a form is an entry of the
organisation akt and is never changed; another version is another entry.
"""

import hashlib
from dataclasses import dataclass, replace

from workbench.domain.assessments import InstrumentPin
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.own_forms import OwnForm
from workbench.instruments.own_form_drafts import (
    FormDraft,
    FormLine,
    Shape,
    draft_json,
    read_draft,
)
from workbench.instruments.own_forms import content_of, draft_of, read_content
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.records import working
from workbench.services.records.akt import Draft, Recorded
from workbench.services.records.working import Field

_KIND, _FIELD, _OF = "own_form", "draft", "of"
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Written:
    """A form that is being written; `of` is the form that it will be another version of."""

    record: RecordId
    draft: FormDraft
    of: str


def forms(desk: Desk) -> tuple[Recorded[OwnForm], ...]:
    """Every version that was taken into use, oldest first, withdrawn ones too."""
    return desk.house.all(OwnForm)


def written(desk: Desk) -> Written | None:
    """What this user is writing, the newest; None when nothing is."""
    begun = [each for each in working.unentered(desk.house) if each.kind == _KIND]
    if not begun:
        return None
    record = begun[-1].record
    kept = working.fields_of(desk.house, _KIND, record)
    return Written(record, read_draft(kept.get(_FIELD)), str(kept.get(_OF, "")))


def begin(desk: Desk, owner: str = "", *, shape: Shape = "questions") -> Written:
    """An empty form with one question or one factor, of today."""
    lines = (FormLine("choice" if shape == "questions" else "factor"),)
    return _begun(desk, FormDraft("", owner, desk.clock.today().isoformat(), lines, shape), "")


def begin_again(desk: Desk, of: RecordId) -> Written:
    """Another version of a form, beginning with what it asks now.

    Raises:
        KeyError: there is no such form.
    """
    found = desk.house.find(OwnForm, of)
    if found is None:
        raise KeyError(of)
    draft = draft_of(found.value.content)
    today = desk.clock.today().isoformat()
    return _begun(desk, replace(draft, made_on=today), found.value.form)


def keep(desk: Desk, record: RecordId, draft: FormDraft) -> None:
    """What was written so far: durable at once."""
    working.type_field(desk.house, Field(_KIND, record, _FIELD), draft_json(draft))


def discard(desk: Desk, record: RecordId) -> None:
    """Throw it away. What is in use stays."""
    working.discard(desk.house, _KIND, record)


def take_into_use(desk: Desk, record: RecordId) -> Changes:
    """Enter what was written; from now on it is offered, and never changed.

    Raises:
        OwnFormIncompleteError: title, owner, date or something in a line lacks.
    """
    kept = working.fields_of(desk.house, _KIND, record)
    draft = read_draft(kept.get(_FIELD))
    form = str(kept.get(_OF, "")) or _new_id(record)
    version = str(1 + sum(each.value.form == form for each in forms(desk)))
    content = content_of(draft, form, version)
    made = OwnForm(
        form=form,
        version=version,
        title=draft.title.strip(),
        owner=draft.owner.strip(),
        made_on=draft.made_on.strip(),
        content=content.decode("utf-8"),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    rows = working.rows_of(desk.house, _KIND, record)
    changes = desk.house.enter(Draft(made, record), clearing=working.keys_of(rows))
    shelve(desk)
    return changes


def withdraw(desk: Desk, record: RecordId) -> Changes:
    """From now on nothing new is begun with this version; what was asked with it stays readable.

    Raises:
        KeyError: there is no such form.
    """
    found = desk.house.find(OwnForm, record)
    if found is None:
        raise KeyError(record)
    if found.value.withdrawn_on:
        return Changes(desk.house.case)
    today = desk.clock.today().isoformat()
    changes = desk.house.enter(Draft(replace(found.value, withdrawn_on=today), record))
    shelve(desk)
    return changes


def pin_of(form: OwnForm) -> InstrumentPin:
    """How assessments name a version."""
    return InstrumentPin(form.form, form.version, form.sha256)


def shelve(desk: Desk) -> None:
    """Lay the forms in use beside the library. One that was changed is left out, not repaired."""
    sound = []
    own = desk.catalogue.own
    own.withdrawn = frozenset(pin_of(f.value) for f in forms(desk) if f.value.withdrawn_on)
    for each in forms(desk):
        try:
            sound.append(read_content(each.value.content, each.value.sha256))
        except WorkbenchError:
            continue
    own.definitions = tuple(sound)


def _begun(desk: Desk, draft: FormDraft, of: str) -> Written:
    record = desk.house.new_record()
    if of:
        working.type_field(desk.house, Field(_KIND, record, _OF), of)
    keep(desk, record, draft)
    return Written(record, draft, of)


def _new_id(record: RecordId) -> str:
    return "own-" + hashlib.sha256(str(record).encode()).hexdigest()[:_DIGITS]
