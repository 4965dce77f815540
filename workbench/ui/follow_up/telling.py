# SPDX-License-Identifier: EUPL-1.2
"""What the page of dates shows, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.domain.deadlines import Deadline
from workbench.domain.ids import RecordId
from workbench.domain.triggers import ReassessmentTrigger
from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.law import deadline_rules
from workbench.services.law.deadline_rules import Rules
from workbench.services.loop import deadlines, following
from workbench.services.loop import protective_words as said
from workbench.services.loop.deadlines import DueDate
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.follow_up.specs import describe_deadline, describe_trigger
from workbench.ui.writing.history import VersionVm
from workbench.ui.writing.law_lines import is_old, law_line
from workbench.ui.writing.moments import when
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.voices import names_of
from workbench.words import _


@dataclass(frozen=True, slots=True)
class DateVm:
    """One date. `act`: the verb on its button; `shown.record` is the key of the date."""

    shown: RecordVm
    act: str


@dataclass(frozen=True, slots=True)
class FollowUpVm:
    """The whole page. `by_key`: the dates behind what is shown; `is_old`: texts to be checked."""

    number: str
    late: tuple[DateVm, ...]
    coming: tuple[DateVm, ...]
    settled: tuple[DateVm, ...]
    triggers: tuple[RecordVm, ...]
    by_key: Mapping[str, DueDate]
    today: str
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is needed to tell of one date."""

    tell: Teller
    known: Rules
    today: date


def tell_dates(akt: Akt, desk: Desk) -> FollowUpVm:
    """Every date of an akt: late ones first, then what comes, then what is settled."""
    tell, today = teller(akt, names_of(desk)), desk.clock.today()
    known = deadline_rules.rules(desk.house)
    telling = _Telling(tell, known, today)
    found = deadlines.deadlines_of(akt, known)
    shown = {id(each): _date(telling, each) for each in found}
    waiting = [each for each in found if each.state == "open"]
    of_rules = [known[each.what].text for each in waiting if each.what in known]
    return FollowUpVm(
        number=cases.number_of(desk, akt.case),
        late=tuple(shown[id(each)] for each in waiting if each.is_late(today)),
        coming=tuple(shown[id(each)] for each in waiting if not each.is_late(today)),
        settled=tuple(shown[id(each)] for each in reversed(found) if each.state != "open"),
        triggers=tuple(_trigger(tell, each) for each in akt.all(ReassessmentTrigger)),
        by_key={_key(each): each for each in found},
        today=today.isoformat(),
        is_old=any(is_old(text, today) for text in of_rules),
    )


def _key(each: DueDate) -> str:
    return each.record or each.key


def _date(telling: _Telling, each: DueDate) -> DateVm:
    rule = telling.known.get(each.what)
    versions: tuple[VersionVm, ...] = ()
    has_working = False
    if each.record is not None and each.told is not None:
        recorded = telling.tell.akt.find(Deadline, each.record)
        has_working = telling.tell.has_working(Deadline, each.record)
        if recorded is not None:
            versions = telling.tell.versions(Deadline, recorded, describe_deadline)
    vm = RecordVm(
        record=RecordId(_key(each)),
        heading=_("{day} · {what}").format(day=when(each.due), what=_heading(telling, each)),
        text=_told(each),
        facts=_facts(each),
        lines=_law(telling, each) if rule is not None or not _is_chosen(each) else (),
        states=_states(telling, each),
        versions=versions,
        has_working=has_working,
    )
    return DateVm(vm, _("Open") if each.settles_at else _("Settle"))


def _heading(telling: _Telling, each: DueDate) -> str:
    rule = telling.known.get(each.what)
    named = rule.text.title if rule is not None else said.chosen(_).get(each.what, "")
    named = named or _("Date without a text")
    return _("{what}: {title}").format(what=named, title=each.title) if each.title else named


def _is_chosen(each: DueDate) -> bool:
    return each.what in following.PLAIN


def _told(each: DueDate) -> str:
    if each.told is None or each.state == "open":
        return ""
    return each.told.outcome or each.told.cancelled_because


def _facts(each: DueDate) -> tuple[str, ...]:
    facts = []
    if not _is_chosen(each):
        facts.append(said.deadline_kinds(_)[each.kind])
    if each.since and each.since != each.due:
        facts.append(_("Counted from {day}").format(day=when(each.since)))
    told = each.told
    if told is not None and told.due != told.first_due and told.first_due:
        facts.append(_("Moved from {day}: {why}").format(
            day=when(told.first_due), why=told.moved_because))  # fmt: skip
    return tuple(facts)


def _law(telling: _Telling, each: DueDate) -> tuple[str, ...]:
    """The text and its source; a date begun on another text says on which."""
    rule = deadline_rules.rule(telling.known, each.what)
    lines = [rule.text.text, law_line(rule.text, telling.today)]
    began = each.version.partition("@")[2]
    if began and began != rule.text.as_of:
        lines.append(_("Begun on the text of {day}").format(day=began))
    return tuple(line for line in lines if line)


def _states(telling: _Telling, each: DueDate) -> tuple[StateVm, ...]:
    if each.state == "done":
        on = each.told.done_on if each.told is not None else ""
        return (StateVm(_("Done {day}").format(day=on), "done"),)
    if each.state == "cancelled":
        return (StateVm(_("No longer needed")),)
    return (StateVm(_("late"), "amber"),) if each.is_late(telling.today) else ()


def _trigger(tell: Teller, each: Recorded[ReassessmentTrigger]) -> RecordVm:
    value = each.value
    kind = said.trigger_kind(value.kind, _)
    return RecordVm(
        record=each.record,
        heading=_("{day} · {what}").format(day=value.day, what=kind),
        text=value.note,
        facts=standing_facts(each),
        versions=tell.versions(ReassessmentTrigger, each, describe_trigger),
        has_working=tell.has_working(ReassessmentTrigger, each.record),
    )
