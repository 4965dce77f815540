# SPDX-License-Identifier: EUPL-1.2
"""The half of a review that runs on the vault's thread."""

from workbench.domain.assessments import Assessment, Judgement
from workbench.domain.documents import source_of
from workbench.domain.ids import RecordId, UserId
from workbench.domain.reviews import Review
from workbench.instruments.label_tables import LabelsTable
from workbench.services.akter import cases
from workbench.services.assess import judging, reviewing
from workbench.services.assess.reviewing import Standing
from workbench.services.desk import Desk
from workbench.services.facts import document_words, documents_in
from workbench.services.records import bodies, working
from workbench.services.records.akt import Akt, Recorded
from workbench.services.records.working import Field
from workbench.ui.case.titles import beside_others, title_of
from workbench.ui.judgement.spec import part_names
from workbench.ui.review.vms import Lines, RestsVm, ReviewVm
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _, language

REVIEW, TYPED, CHOSEN = "review", "remarks", "documents"


def review_vm(akt: Akt, desk: Desk, record: RecordId | None) -> ReviewVm:
    """The judgement, how far its review has come, and whose turn it is."""
    judged = _judged(akt, record)
    number = cases.number_of(desk, akt.case)
    if judged is None:
        return ReviewVm(number, None, "none", _("There is no judgement to review yet."))
    now = reviewing.standing(akt, judged.record)
    missing = judging.missing_parts(judged.value)
    reviewers = reviewing.who_may_review(akt, desk, judged.record)
    may_ask = now.stage in ("none", "returned", "approved", "changed-since") and not missing
    return ReviewVm(
        number=number,
        record=judged.record,
        stage=now.stage,
        told=_told(desk, now, part_names(missing)),
        said=_said(now),
        lines=_lines(akt, desk, judged.value),
        rests=_rests(akt, desk, judged.value),
        sources=_sources(akt, judged.value),
        history=_history(akt, desk, now),
        reviewers=tuple(OptionVm(one.user, one.name or one.user[:8]) for one in reviewers),
        may_ask=may_ask and not akt.is_older_copy and akt.user in _writers(akt, judged),
        may_answer=_is_asked(akt, now),
        may_take_back=now.stage == "requested" and _asked_by(now) == akt.user,
        typed=str(working.fields_of(akt, REVIEW, judged.record).get(TYPED, "")),
        documents=_documents(akt),
        chosen=str(working.fields_of(akt, REVIEW, judged.record).get(CHOSEN, "")),
    )


def keep(akt: Akt, judgement: RecordId, text: str, field: str = TYPED) -> str:
    """What was typed or chosen, durable; returns when."""
    working.type_field(akt, Field(REVIEW, judgement, field), text)
    return akt.now()


def _judged(akt: Akt, record: RecordId | None) -> Recorded[Judgement] | None:
    """The one that was opened by name, else one that waits for this user, else the newest."""
    if record is not None:
        return akt.find(Judgement, record)
    mine = reviewing.asked_of(akt, akt.user)
    if mine:
        return akt.find(Judgement, mine[0].value.judgement)
    return judging.newest_judgement(akt)


def _writers(akt: Akt, judged: Recorded[Judgement]) -> frozenset[UserId]:
    return reviewing.authors(akt, judged.record)


def _is_asked(akt: Akt, now: Standing) -> bool:
    if now.stage != "requested" or now.review is None or akt.is_older_copy:
        return False
    return now.review.value.reviewer == akt.user


def _asked_by(now: Standing) -> str:
    return now.review.value.asked_by if now.review is not None else ""


def _said(now: Standing) -> str:
    """What was last written to whom it waits for."""
    if now.review is None:
        return ""
    return now.review.value.question if now.stage == "requested" else now.review.value.remarks


def _told(desk: Desk, now: Standing, missing: tuple[str, ...]) -> str:
    """How far it has come, in one sentence."""
    if missing:
        return _("Left to write before a review: {parts}").format(parts=", ".join(missing))
    names = names_of(desk)
    who = name_of(now.review.value.reviewer, names) if now.review is not None else ""
    when = day_and_time(now.review.recorded_at) if now.review is not None else ""
    words = {
        "none": _("Nobody has been asked to review it."),
        "requested": _("{who} was asked {when} and has not answered yet."),
        "returned": _("{who} sent it back with remarks {when}."),
        "approved": _("{who} approved it {when}. It can be signed."),
        "changed-since": _("It was changed after {who} approved it {when}. Ask again."),
        "signed": _("It is signed. What {who} said {when} stands below."),
    }
    return words[now.stage].format(who=who, when=when)


def _lines(akt: Akt, desk: Desk, judgement: Judgement) -> Lines:
    """What the reviewer reads, in the order in which it is written."""
    told = [
        (_("High risk of what?"), judgement.risk_for_what),
        (_("Against whom?"), judgement.against_whom),
        (_("Why?"), judgement.why),
        *_levels(akt, desk, judgement),
        (_("What do we do about it?"), judgement.what_we_do),
        (_("Limitations"), judgement.limitations),
        (_("New assessment no later than"), judgement.reassess_on),
    ]
    return tuple((label, text) for label, text in told if text)


def _levels(akt: Akt, desk: Desk, judgement: Judgement) -> list[tuple[str, str]]:
    """Every level with why, then what else the worksheets ask to be concluded."""
    known, found = _labels(akt, desk, judgement), []
    for level in judgement.levels:
        words = known.get(level.field)
        label = words.conclusions[level.field] if words else level.field
        said = words.levels.get(level.level, level.level) if words else level.level
        as_if = _("{level} (if no measures are taken)").format(level=said)
        found.append((label, as_if if level.if_no_measures and said else said))
        found.append((_("{level}: why").format(level=label), level.because))
    for each in judgement.conclusions:
        words = known.get(each.field)
        found.append((words.conclusions[each.field] if words else each.field, _as_said(each.said)))
    return found


def _as_said(said: str) -> str:
    """What was written; what was chosen in the words it was chosen by."""
    return {"yes": _("Yes"), "no": _("No")}.get(said, said)


def _labels(akt: Akt, desk: Desk, judgement: Judgement) -> dict[str, LabelsTable]:
    """By conclusion, the words of the first instrument underneath that asks for it."""
    pins = [made.value.instrument for made in _made(akt, judgement)]
    found: dict[str, LabelsTable] = {}
    for each in (d for pin in pins for d in desk.catalogue.all() if d.pin == pin):
        words = each.labels[language()]
        found = dict.fromkeys(words.conclusions, words) | found
    return found


def _made(akt: Akt, judgement: Judgement) -> list[Recorded[Assessment]]:
    found = (akt.find(Assessment, record) for record in judgement.assessments)
    return [each for each in found if each is not None]


def _rests(akt: Akt, desk: Desk, judgement: Judgement) -> tuple[RestsVm, ...]:
    return tuple(
        RestsVm(each.record, title_of(desk.catalogue, each.value.instrument), _begun(akt, each))
        for each in _made(akt, judgement)
    )


def _begun(akt: Akt, each: Recorded[Assessment]) -> str:
    begun = _("Begun {day}").format(day=each.value.begun_on)
    return " · ".join(filter(None, (begun, beside_others(akt, each.record))))


def _sources(akt: Akt, judgement: Judgement) -> tuple[str, ...]:
    """What the assessments list: the reviewer reads the sources too."""
    made = _made(akt, judgement)
    used = dict.fromkeys(source for each in made for source in each.value.sources)
    refused = dict.fromkeys(source for each in made for source in each.value.sources_refused)
    told = _("{source} (sought, refused or not available)")
    return (*used, *(told.format(source=source) for source in refused))


def _documents(akt: Akt) -> tuple[OptionVm, ...]:
    """What the reviewer may say to have read, by number."""
    found = (each.value for each in documents_in.documents(akt))
    shape = _("Document {number}: {title}")
    return tuple(
        OptionVm(source_of(each.number), shape.format(number=each.number, title=each.title))
        for each in found
    )


def _read(step: Review) -> str:
    """`handling 1, handling 3`."""
    return ", ".join(document_words.cited_source(source, "", _) for source in step.documents_read)


def _history(akt: Akt, desk: Desk, now: Standing) -> tuple[str, ...]:
    """Every step with its words, newest first."""
    if now.review is None:
        return ()
    names, told = names_of(desk), []
    words = {
        "requested": _("asked for a review"),
        "returned": _("sent it back"),
        "approved": _("approved it"),
        "taken-back": _("took the request back"),
    }
    for entry in akt.history(Review, now.review.record):
        try:
            step = bodies.read(entry, Review)
        except bodies.UnreadableError:
            continue
        when = day_and_time(entry.header.recorded_at)
        who = name_of(entry.header.author, names)
        said = step.remarks if step.state in ("returned", "approved") else step.question
        line = _("{when} · {who} {did}").format(when=when, who=who, did=words[step.state])
        read = _("Documents read: {documents}").format(documents=_read(step))
        said = " · ".join(part for part in (said, read if step.documents_read else "") if part)
        told.append(_("{line}: {text}").format(line=line, text=said) if said else line)
    return tuple(reversed(told))
