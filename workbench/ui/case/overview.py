# SPDX-License-Identifier: EUPL-1.2
"""What the akt's page shows, gathered on the vault's thread."""

from dataclasses import dataclass

from workbench.domain.assessments import Assessment, Result
from workbench.domain.disclosures import Received
from workbench.domain.ids import RecordId
from workbench.domain.subject import SafeContact, Subject
from workbench.services.akter import cases, waits
from workbench.services.assess import judging, keyed_in, locks
from workbench.services.desk import Desk
from workbench.services.facts.silence import Silence
from workbench.services.loop import planning
from workbench.services.person import (
    acquaintances,
    identity,
    identity_words,
    protection_view,
    protection_words,
)
from workbench.services.person.whom import subject_of
from workbench.services.records import working
from workbench.services.records.akt import Akt, Recorded
from workbench.services.removing import erasing
from workbench.ui.case import subject
from workbench.ui.case.loop import LinkVm, StepLine, gap_rows, step_line
from workbench.ui.case.timeline import MarkLine, silent_in, time_line
from workbench.ui.case.titles import beside_others, title_of
from workbench.ui.places import PageName, Place
from workbench.ui.today.unentered import PAGE_OF
from workbench.ui.writing import moments, vocabulary
from workbench.ui.writing.history import VersionVm, labelled, versions_of
from workbench.ui.writing.voices import names_of
from workbench.words import _

_PAGE_OF_WAIT: dict[str, PageName] = {"postponed": "assess", "second": "alongside"}
_OF_ASSESSMENT = frozenset(
    {"answer", "coding", "factor_mark", "extra_factor", "citation", "keyed_in"}
)


@dataclass(frozen=True, slots=True)
class CaseVm:
    """The akt at one look. `name` may be "" and is hidden while the safe contact is shown."""

    number: str
    name: str
    about: tuple[str, ...]
    about_versions: tuple[VersionVm, ...]
    has_contact: bool
    steps: tuple[StepLine, ...]
    left: tuple[LinkVm, ...]
    marks: tuple[MarkLine, ...]
    documents: tuple[LinkVm, ...]
    today: str
    is_only_read: bool = False
    is_hidden: bool = False
    silences: tuple[Silence, ...] = ()


def overview(akt: Akt, desk: Desk) -> CaseVm:
    """Everything but the safe contact."""
    today = desk.clock.today().isoformat()
    about, loop = subject_of(akt), planning.loop_of(akt, today)
    marks = time_line(akt, desk.catalogue, today)
    return CaseVm(
        number=cases.number_of(desk, akt.case),
        name=about.name,
        about=(*subject.told(about), *_protected(akt), *subject.kept_where(akt)),
        about_versions=_about_versions(akt, desk),
        has_contact=bool(akt.all(SafeContact)),
        steps=tuple(step_line(akt, step) for step in loop),
        left=()
        if akt.is_older_copy
        else (
            *_asked(akt, desk),
            *gap_rows(akt, loop),
            *_waiting(akt),
            *_doubtful(akt, desk),
            *_unentered(akt),
        ),
        marks=marks,
        documents=_documents(akt, desk),
        today=today,
        is_only_read=akt.is_older_copy,
        is_hidden=erasing.is_hidden(akt),
        silences=silent_in(akt, marks, desk.clock.today()),
    )


def _protected(akt: Akt) -> tuple[str, ...]:
    """How far the person is protected, where somebody is; never what is hidden."""
    level = protection_view.level_of(akt)
    said = protection_words.standing(level, _)
    return (labelled(_("Protected personal details"), said),) if level != "none" else ()


def safe_contact(akt: Akt) -> tuple[str, ...]:
    """The agreed way to reach the person, line by line; () when nothing is agreed."""
    found = akt.all(SafeContact)
    if not found:
        return ()
    contact = found[0].value
    message = {"yes": _("Yes"), "no": _("No"), "": _("Not asked yet: leave none")}
    lines = (
        (_("Safe number or channel"), contact.channel),
        (_("Safe days and times"), contact.times),
        (_("May we leave a message?"), message[contact.may_leave_message]),
        (_("Code word"), contact.code_word),
        (_("Must not be contacted"), contact.do_not_contact),
        (_("What we say if somebody else answers"), contact.note),
    )
    return tuple(labelled(label, text) for label, text in lines if text)


def _about_versions(akt: Akt, desk: Desk) -> tuple[VersionVm, ...]:
    found = akt.all(Subject)
    if not found:
        return ()
    return versions_of(akt, Subject, found[0].record, names_of(desk), subject.describe)


def _asked(akt: Akt, desk: Desk) -> list[LinkVm]:
    """In a small place, once: whether the one who sits here knows somebody in the akt."""
    if not acquaintances.is_asked(desk, akt):
        return []
    place = Place("about-person", akt.case, RecordId("conflict"))
    said = _("Answer once. Nothing is stopped by it.")
    return [LinkVm(_("Do you know anybody in this case file?"), said, place, is_duty=True)]


def _doubtful(akt: Akt, desk: Desk) -> list[LinkVm]:
    """What speaks against whom the akt is about, before anything is written or leaves."""
    found = identity.doubts_of(desk, akt)
    if not found:
        return []
    place = Place("about-person", akt.case, RecordId("identity"))
    said = " ".join(identity_words.doubt(each, _) for each in found)
    return [LinkVm(_("Look at the identity"), said, place)]


def _waiting(akt: Akt) -> list[LinkVm]:
    """Reviews that wait for this user, and questions that were put off on purpose."""
    words = {
        "review": _("Review an assessment"),
        "returned": _("Remarks from a review"),
        "second": _("Assess as the second rater"),
        "postponed": _("Questions that were postponed"),
    }
    return [
        LinkVm(
            words[wait.kind],
            _("since {day}").format(day=wait.since),
            Place(_PAGE_OF_WAIT.get(wait.kind, "review"), akt.case, wait.record),
            is_duty=wait.kind != "postponed",
        )
        for wait in waits.waits_of(akt)
        if wait.user in ("", akt.user)
    ]


def _unentered(akt: Akt) -> list[LinkVm]:
    """What this user typed and has not entered, one row for each place where it waits."""
    since: dict[tuple[str, Place], str] = {}
    for each in working.unentered(akt):
        if each.kind in _OF_ASSESSMENT:
            place = Place("assess", akt.case, each.record)
        else:
            place = Place(PAGE_OF.get(each.kind, "case"), akt.case)
        since.setdefault((each.kind, place), each.since)
    words = vocabulary.record_words()
    told = _("Not entered: {what}")
    return [
        LinkVm(told.format(what=words.get(kind, kind)), moments.day_and_time(at), place)
        for (kind, place), at in since.items()
        if place.page != "case"
    ]


def _on_paper(akt: Akt, assessment: RecordId) -> list[str]:
    papers = keyed_in.papers(keyed_in.keyed(akt, assessment))
    return [keyed_in.short(each.value, _) for each in papers]


def _documents(akt: Akt, desk: Desk) -> tuple[LinkVm, ...]:
    with_result = {each.value.assessment for each in akt.all(Result)}
    found: list[tuple[str, LinkVm]] = []
    for assessed in akt.all(Assessment):
        page: PageName = "result" if assessed.record in with_result else "assess"
        title = title_of(desk.catalogue, assessed.value.instrument)
        place = Place(page, akt.case, assessed.record)
        caption = " · ".join((_standing(akt, assessed), *_on_paper(akt, assessed.record)))
        found.append((assessed.recorded_at, LinkVm(title, caption, place)))
    for judged in judging.judgements(akt):
        at = moments.day_and_time(judged.recorded_at)
        place = Place("judgement", akt.case, judged.record)
        found.append((judged.recorded_at, LinkVm(_("Overall judgement"), at, place)))
    for received in akt.all(Received):
        sender = " · ".join(x for x in (received.value.sender_org, received.value.sender_unit) if x)
        title = _("Received from {sender}").format(sender=sender)
        caption = moments.day_and_time(received.recorded_at)
        place = Place("receive", akt.case, received.record)
        found.append((received.recorded_at, LinkVm(title, caption, place)))
    return tuple(link for _at, link in sorted(found, key=lambda pair: pair[0], reverse=True))


def _standing(akt: Akt, assessed: Recorded[Assessment]) -> str:
    """Since when, what it is beside another one, and whether it is locked."""
    said = [_("Begun {day}").format(day=assessed.value.begun_on)]
    said += [beside_others(akt, assessed.record)]
    said += [_("Locked")] if locks.is_locked(akt, assessed.record) else []
    return " · ".join(filter(None, said))
