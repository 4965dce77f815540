# SPDX-License-Identifier: EUPL-1.2
"""From a sitting to what is shown. Counts say how far it has come, never what was answered."""

from collections import Counter
from collections.abc import Mapping

from workbench.instruments.answers import Given, ItemAnswer
from workbench.instruments.definition import Column, Definition, Item
from workbench.instruments.forms import CodingCounts, Slot, counts, slots
from workbench.instruments.packs import caveat_text
from workbench.instruments.wording_packs import is_worded
from workbench.services import labels
from workbench.services.assess import keyed_in
from workbench.services.assess.sheets import Sheet
from workbench.ui.assess import written
from workbench.ui.assess.doubts import contradiction, contradicts
from workbench.ui.assess.keys import STATE_KEYS, choice_keys, spoken
from workbench.ui.assess.sitting import Sitting
from workbench.ui.assess.vms import (
    HeadVm,
    ItemVm,
    OptionVm,
    OutlineVm,
    SittingVm,
    SlotKey,
    ViewName,
)
from workbench.ui.writing.moments import day_and_time
from workbench.words import _, language, ngettext

_NO_NUMBER = ("", "–", "-")
_ICONS = {"unanswered": "", "postponed": "clock", "value": "check"}


def head(sitting: Sitting, view: ViewName) -> HeadVm:
    """Title, what it is for, that the labels are our own, and whether it is locked."""
    definition, since = sitting.definition, sitting.stored.locked_at
    told = _("It is read as it was entered. What has changed since goes in a new assessment.")
    words = definition.labels[language()]
    views: tuple[ViewName, ...] = ("questions", "talk")
    paper = sitting.stored.paper
    from_paper = _("From paper: what you key in is marked as {mark}.")
    return HeadVm(
        title=definition.title(language()),
        caption=words.object,
        wording="" if is_worded(definition, language()) else wording(),
        views=("questions", "worksheet") if definition.kind == "spj" else (*views, "worksheet"),
        view=view,
        paper=from_paper.format(mark=keyed_in.short(paper, _)) if paper is not None else "",
        locked=_("Locked {when}").format(when=day_and_time(since)) if since else "",
        locked_detail="\n".join(filter(None, (ended(sitting.stored), told))) if since else "",
        has_calendar=definition.table.calendar is not None,
    )


def ended(of: Sheet) -> str:
    """Why it was ended before everything was said; "" where it was not."""
    because = of.ended_because
    return _("Ended incomplete: {why}").format(why=because) if because else ""


def wording() -> str:
    """The caveat of the wording gate while it is closed."""
    return caveat_text("ej-ord", language(), {})


def key_of(slot: Slot) -> SlotKey:
    """What a view calls a place to answer."""
    return (slot.item.id, slot.column)


def slots_of(sitting: Sitting) -> tuple[Slot, ...]:
    """Every place to answer that is asked now, in the worksheet's order."""
    return slots(sitting.definition, sitting.given)


def outline(sitting: Sitting) -> tuple[OutlineVm, ...]:
    """Every place with its state in a word and an icon."""
    return tuple(_line(sitting, slot) for slot in slots_of(sitting))


def item(sitting: Sitting, at: SlotKey, typed: str | None = None) -> ItemVm:
    """The question in front; `typed` is what stands in its field without being an answer."""
    asked = slots_of(sitting)
    number = next(n for n, slot in enumerate(asked) if key_of(slot) == at)
    slot, definition = asked[number], sitting.definition
    chosen = chosen_code(sitting, slot)
    column = _column(definition, slot.column)
    calendar = definition.table.calendar
    is_postponed = chosen == "postponed"
    return ItemVm(
        key=at,
        where=_("Question {n} of {all}").format(n=number + 1, all=len(asked)),
        text=titled(slot.item),
        column="" if column is None else _column_text(sitting, column),
        options=options(slot.item),
        chosen=chosen,
        note=sitting.note(slot.item.id),
        source=sitting.source(slot.item.id),
        note_label=_("Why postponed, and when it is asked again") if is_postponed else _("Note"),
        doubt=_doubt(sitting, slot.item) if typed is None else written.not_yet(slot.item),
        asks_calendar=calendar is not None and calendar.before == slot.item.id,
        entry=written.entry_vm(
            definition, slot.item, _value(sitting, slot) if typed is None else typed
        ),
        spoken=slot.item.labels[language()],
    )


def _value(sitting: Sitting, slot: Slot) -> str:
    """What was written, sound or not; nothing where a state stands instead."""
    given = sitting.given.get(slot.item.id)
    return given.code if isinstance(given, ItemAnswer) and given.state == "value" else ""


def progress(sitting: Sitting) -> SittingVm:
    """How far it has come, and whether something waits to be entered."""
    return SittingVm(counted(sitting.definition, sitting.given), sitting.is_unentered)


def counted(definition: Definition, given: Mapping[str, Given]) -> str:
    """How far it has come; for structured judgement only what is coded, missing, not yet coded."""
    found = counts(definition, given)
    if isinstance(found, CodingCounts):
        return coding_counts(found)
    said = [_("{n} of {all} answered").format(n=found.answered, all=found.items)]
    asked = [slot.item.id for slot in slots(definition, given) if not slot.item.is_reason]
    states = Counter(_state_of(given.get(item)) for item in asked)
    states["unanswered"] += states["value"] - found.answered  # what is no sound answer yet
    words = {
        "dont-know": _("{n} not known"),
        "declined": _("{n} declined"),
        "not-applicable": _("{n} not applicable"),
        "postponed": ngettext("{n} postponed", "{n} postponed", states["postponed"]),
        "unanswered": _("{n} not yet asked"),
    }
    said += [text.format(n=states[state]) for state, text in words.items() if states[state]]
    return " · ".join(said)


def _state_of(given: Given | None) -> str:
    return given.state if isinstance(given, ItemAnswer) else "unanswered"


def coding_counts(found: CodingCounts) -> str:
    """The only counts that a structured judgement may have, in words."""
    return " · ".join(
        (
            _("{n} of {all} coded").format(n=found.coded, all=found.total),
            _("{n} lack information").format(n=found.omitted),
            _("{n} not yet coded").format(n=found.not_coded),
        )
    )


def options(of: Item) -> tuple[OptionVm, ...]:
    """The choices with their keys, then the ways of not having an answer that are offered."""
    lang = language()
    choices = () if of.type == "events" else of.choices
    keys = choice_keys(choices, lang)
    said = [
        OptionVm(choice.code, spoken(choice, lang), key)
        for choice, key in zip(choices, keys, strict=True)
    ]
    taken = {choice.code for choice in of.choices}
    states = [s for s in STATE_KEYS if s in of.states and s not in taken]
    said += [
        OptionVm(state, labels.answer_state(state, _), STATE_KEYS[state], is_state=True)
        for state in states
    ]
    return tuple(said)


def chosen_code(sitting: Sitting, slot: Slot) -> str:
    """What was said at one place: a choice, a state, or "" when nothing was."""
    if slot.column:
        return sitting.screen.codes(slot.item.id).get(slot.column, "")
    given = sitting.given.get(slot.item.id)
    return _said(given) if isinstance(given, ItemAnswer) else ""


def titled(of: Item) -> str:
    """`3a. Aldrig bott ihop`; only the label where the form prints no number."""
    if of.number in _NO_NUMBER:
        return of.labels[language()]
    return _("{number}. {label}").format(number=of.number, label=of.labels[language()])


def _said(given: ItemAnswer) -> str:
    if given.state == "value":
        return given.code
    return "" if given.state == "unanswered" else given.state


def _line(sitting: Sitting, slot: Slot) -> OutlineVm:
    code = chosen_code(sitting, slot)
    column = _column(sitting.definition, slot.column)
    label = titled(slot.item)
    if column is not None:
        label = _("{factor} · {column}").format(factor=label, column=column.labels[language()])
    return OutlineVm(
        key=key_of(slot),
        label=label,
        state=_state_word(slot, code),
        icon=_icon(slot, code),
        section=sitting.definition.section_label(slot.item.section, language()),
    )


def _state_word(slot: Slot, code: str) -> str:
    if not code:
        return _("Not yet coded") if slot.column else labels.answer_state("unanswered", _)
    for option in options(slot.item):
        if option.code == code:
            return code if slot.column else option.label
    if slot.item.type != "choice" and slot.item.accepts(code):
        return written.said(slot.item, code)
    return _("Unknown answer: {code}").format(code=code)


def _icon(slot: Slot, code: str) -> str:
    if not code:
        return _ICONS["unanswered"]
    if code == "postponed":
        return _ICONS["postponed"]
    presence = slot.item.accepts(code) and code != "--"
    return _ICONS["value"] if presence else "dash"


def _column(definition: Definition, name: str) -> Column | None:
    return next((column for column in definition.columns if column.id == name), None)


def _column_text(sitting: Sitting, column: Column) -> str:
    label = column.labels[language()]
    return _("{column}: {definition}").format(column=label, definition=covers(sitting, column))


def covers(sitting: Sitting, column: Column) -> str:
    """What a column covers: the assessor's own words where they wrote any."""
    head = sitting.stored.heads.get(column.id)
    said = head.covers if head is not None and head.covers else column.definitions[language()]
    if head is None or not head.reference_on:
        return said
    return _("{text} (counted from {day})").format(text=said, day=head.reference_on)


def _doubt(sitting: Sitting, of: Item) -> str:
    found = contradiction(sitting.definition, sitting.given, of)
    return contradicts(titled(found[0]), is_certain=found[1]) if found else ""
