# SPDX-License-Identifier: EUPL-1.2
"""The half of the page that runs on the vault's thread: what stands beside an assessment."""

from workbench.domain.assessments import Assessment
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.services.akter import cases
from workbench.services.assess import assessing, comparing, locks, rating, second_asked, sheets
from workbench.services.desk import Desk
from workbench.services.records import blinding
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.alongside.comparison import comparison_vm, run_name
from workbench.ui.alongside.vms import Act, AlongsideVm, ChosenVm, OtherVm, RaterVm, RunVm
from workbench.ui.case.titles import title_of, told_later
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.voices import name_of, names_of
from workbench.words import _


def alongside(
    akt: Akt, desk: Desk, chosen: RecordId | None, other: RecordId | None = None
) -> AlongsideVm:
    """The runs of the akt, and everything about the chosen one. `other`: what it is put beside."""
    made = assessing.assessments(akt)
    found = next((each for each in made if each.record == chosen), None)
    return AlongsideVm(
        number=cases.number_of(desk, akt.case),
        runs=tuple(_run(akt, desk, each) for each in reversed(made)),
        chosen=_chosen(akt, desk, found, other) if found is not None else None,
    )


def _run(akt: Akt, desk: Desk, made: Recorded[Assessment]) -> RunVm:
    title = title_of(desk.catalogue, made.value.instrument)
    return RunVm(made.record, title, run_name(akt, desk, made), _state(akt, made.record))


def _state(akt: Akt, record: RecordId) -> str:
    if record in akt.withheld:
        return _("Not shown yet")
    return _("Locked") if locks.is_locked(akt, record) else ""


def _chosen(akt: Akt, desk: Desk, made: Recorded[Assessment], other: RecordId | None) -> ChosenVm:
    others = comparing.others(akt, made.record)
    wanted = other if other is not None else _nearest(akt, made.record, others)
    return ChosenVm(
        record=made.record,
        title=title_of(desk.catalogue, made.value.instrument),
        caption=run_name(akt, desk, made),
        marks=tuple(_marks(akt, desk, made.record)),
        acts=_acts(akt, desk, made.record),
        others=tuple(_other(akt, desk, each) for each in others),
        raters=_raters(akt, desk, made.record),
        comparison=comparison_vm(akt, desk, made.record, wanted) if wanted is not None else None,
    )


def _nearest(akt: Akt, record: RecordId, others: tuple[comparing.Other, ...]) -> RecordId | None:
    """What it was begun beside, else the newest that can be compared."""
    can = [each.assessment.record for each in others if not each.refusal]
    tie = rating.tie_of(akt, record)
    beside = [each for each in can if tie is not None and each in tie.value.to]
    beside += [each.value.assessment for each in rating.ties_to(akt, record)]
    return next((each for each in (*beside, *reversed(can)) if each in can), None)


def _other(akt: Akt, desk: Desk, other: comparing.Other) -> OtherVm:
    words = {
        "": "",
        "other-version": _("Another version: answers are never compared between versions."),
        "other-definition": _("Another file of the instrument: not compared."),
        "withheld": _("Not shown before the second assessment is locked."),
    }
    called = title_of(desk.catalogue, other.assessment.value.instrument)
    run = run_name(akt, desk, other.assessment)
    told = _("{run} · {instrument}").format(run=run, instrument=called)
    return OtherVm(other.assessment.record, told, words[other.refusal])


def _marks(akt: Akt, desk: Desk, record: RecordId) -> list[str]:
    """What holds for it, each in a sentence."""
    told, lock = _tie_marks(akt, desk, record), locks.lock_of(akt, record)
    told += filter(None, [told_later(rating.later(akt, record))])
    if lock is not None:
        words = _("Locked {when} by {who}.")
        who = name_of(lock.author, names_of(desk))
        told.append(words.format(when=day_and_time(lock.recorded_at), who=who))
        if lock.value.incomplete_because:
            because = _("Ended incomplete: {why}")
            told.append(because.format(why=lock.value.incomplete_because))
    if any(t.value.assessment == record or record in t.value.to for t in second_asked.waiting(akt)):
        told.append(_("A second assessment is asked for and not begun."))
    if record in akt.withheld:
        told.append(_("It is not shown to you before the second assessment is locked."))
    return told


def _tie_marks(akt: Akt, desk: Desk, record: RecordId) -> list[str]:
    tie = rating.tie_of(akt, record)
    if tie is None:
        return []
    if tie.value.why == "consensus":
        return [_("Consensus of two raters: a record of its own.")]
    if tie.value.why == "again":
        return [_("Made anew, with what was said last time in view.")]
    who = name_of(tie.value.rater, names_of(desk))
    told = [_("Second assessment, by {who}, blind to the first.").format(who=who)]
    if tie.value.had_read:
        told = [_("Second assessment, by {who}, who had read the first.").format(who=who)]
    if tie.value.broken_because:
        why = _("The first was read before this was locked: {why}")
        told.append(why.format(why=tie.value.broken_because))
    return told


def _acts(akt: Akt, desk: Desk, record: RecordId) -> frozenset[Act]:
    """What can be done now. What cannot is not offered."""
    if akt.is_older_copy:
        return frozenset()
    asked = second_asked.asked_of_me(akt, record)
    if asked is not None:
        return frozenset(("second", "look") if blinding.is_blind(asked.value) else ("second",))
    back: frozenset[Act] = frozenset(
        ("take-back",) if second_asked.may_take_back(akt, record) else ()
    )
    if record in akt.withheld:
        return back
    tie, locked = rating.tie_of(akt, record), locks.is_locked(akt, record)
    if tie is not None and blinding.is_blind(tie.value) and not locked:
        mine = _acts_of_rater(akt, desk, record)
        return mine | {"look"} if tie.value.rater == akt.user else frozenset()
    again = _is_here(akt, desk, record) and _has_answers(akt, record)
    anew: frozenset[Act] = frozenset(("again",) if again else ())
    return _acts_of_rater(akt, desk, record) | back | (anew - _not_anew(akt, desk, record))


def _acts_of_rater(akt: Akt, desk: Desk, record: RecordId) -> frozenset[Act]:
    """What is done with it as it stands: read, locked, rated by a second, agreed on."""
    tie, locked = rating.tie_of(akt, record), locks.is_locked(akt, record)
    is_mine = rating.has_written(akt, desk, record, akt.user)
    is_second = tie is not None and tie.value.why == "second"
    can: dict[Act, bool] = {
        "open": True,
        "lock": is_mine and not locked and _is_here(akt, desk, record),
        "second": rating.may_begin_second(akt, desk, record),
        "ask": second_asked.may_ask(akt, desk, record),
        "consensus": is_second and locked and not rating.ties_to(akt, record, "consensus"),
    }
    return frozenset(act for act, is_so in can.items() if is_so) - _not_anew(akt, desk, record)


def _not_anew(akt: Akt, desk: Desk, record: RecordId) -> frozenset[Act]:
    """What is not begun with an own form that was withdrawn."""
    made = akt.find(Assessment, record)
    is_over = made is not None and desk.catalogue.is_withdrawn(made.value.instrument)
    return frozenset(("again", "second", "ask") if is_over else ())


def _raters(akt: Akt, desk: Desk, record: RecordId) -> tuple[RaterVm, ...]:
    """Whom to ask; nobody where it cannot be asked."""
    if akt.is_older_copy or record in akt.withheld or not second_asked.may_ask(akt, desk, record):
        return ()
    able, names = second_asked.who_may_rate(akt, desk, record), names_of(desk)
    return tuple(RaterVm(one.user, name_of(one.user, names)) for one in able)


def _has_answers(akt: Akt, record: RecordId) -> bool:
    merged = sheets.entered(akt, record)
    return bool(merged.answers or merged.codings)


def _is_here(akt: Akt, desk: Desk, record: RecordId) -> bool:
    """Whether the library holds the very definition."""
    made = akt.find(Assessment, record)
    try:
        return made is not None and bool(sheets.pinned(desk, made.value.instrument))
    except WorkbenchError:
        return False
