# SPDX-License-Identifier: EUPL-1.2
"""The same form as on screen, empty, from its definition: the paper for when there is no computer.

In the organisation's own text where it has loaded one, else in our labels, and it says which.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.instruments.definition import Definition, Item
from workbench.instruments.packs import NO_PACK, caveats_for
from workbench.instruments.profiles import for_profile
from workbench.instruments.tables import Condition
from workbench.services import labels
from workbench.services.assess import wording
from workbench.services.assess.answer_keys import STATE_KEYS, choice_keys, spoken
from workbench.services.assess.form_marks import mark_of
from workbench.services.desk import Desk
from workbench.services.documents.blank import BlankForm, BlankItem, BlankSection, Box
from workbench.services.labels import Speech
from workbench.services.papers.blank_worksheet import blank_worksheet
from workbench.words import Language, speech

_NO_NUMBER = ("", "–", "-")
_LONG_SET, _OFTEN = 4, 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """What shall stand on the paper about the case; nothing unless somebody asks for it."""

    number: str = ""
    person: str = ""


NOTHING = Wanted()


def blank_form(
    desk: Desk, definition: Definition, language: Language, wanted: Wanted = NOTHING
) -> BlankForm:
    """The paper of one version of one instrument."""
    _ = speech(language)
    sha256 = wording.pack_for_new(desk, definition, language)
    asked = for_profile(definition, "")  # as a new assessment begins
    shown = asked if sha256 == NO_PACK else wording.worded(desk, asked, sha256)
    words = definition.labels[language]
    is_spj = definition.kind == "spj"
    caveats = caveats_for(definition, None, language, has_wording=sha256 != NO_PACK)
    return BlankForm(
        title=definition.title(language),
        version=f"{definition.id} {definition.version}",
        mark=mark_of(definition, sha256),
        about=(words.object, words.respondent),
        wording=_whose(desk, definition, language, sha256),
        windows=tuple(words.time_windows.values()),
        caveats=tuple(each.text for each in caveats if each.id != "ej-ord"),
        states=() if is_spj else tuple(_states(definition, _)),
        sections=() if is_spj else tuple(_sections(shown, language)),
        worksheet=blank_worksheet(shown, language) if is_spj and shown.items else None,
        program=desk.program,
        prepared_at=desk.clock.now().astimezone(),
        number=wanted.number,
        person=wanted.person,
    )


def _whose(desk: Desk, definition: Definition, language: Language, sha256: str) -> str:
    _ = speech(language)
    if sha256 != NO_PACK:
        pack = wording.newest_pack(desk, definition, language)
        if pack is not None:
            told = _("The form's own text, as the organisation has loaded it: {holder}, {edition}.")
            return told.format(holder=pack.value.holder, edition=pack.value.edition)
    if definition.table.rights.wording == "own":
        return _("The words that stand here are the form's own.")
    return _("Short labels of the program. The form's own text does not stand on this paper.")


def _states(definition: Definition, _: Speech) -> Iterator[Box]:
    offered = {state for item in definition.items for state in item.states}
    for state, key in STATE_KEYS.items():
        if state in offered:
            yield Box(key, labels.answer_state(state, _))


def _sections(definition: Definition, language: Language) -> Iterator[BlankSection]:
    for section in dict.fromkeys(item.section for item in definition.items):
        items = [item for item in definition.items if item.section == section]
        title = definition.section_label(section, language)
        shared = _shared(items, language)
        made = tuple(_item(definition, item, language, shared) for item in items)
        yield BlankSection(title, shared, made)


def _shared(items: list[Item], language: Language) -> tuple[Box, ...]:
    """The boxes that many questions of a section have, where they are too many to spell out."""
    found = Counter(_boxes(item, language) for item in items if item.type == "choice")
    often = [boxes for boxes, times in found.items() if times >= _OFTEN and len(boxes) > _LONG_SET]
    return often[0] if often else ()


def _item(
    definition: Definition, item: Item, language: Language, shared: tuple[Box, ...]
) -> BlankItem:
    _, boxes = speech(language), _boxes(item, language)
    return BlankItem(
        number="" if item.number in _NO_NUMBER else item.number,
        label=item.labels[language],
        kind=item.type,
        boxes=boxes,
        states=tuple(
            Box(key, labels.answer_state(state, _))
            for state, key in STATE_KEYS.items()
            if state in item.states and state not in item.codes
        ),
        only_if=_only_if(definition, item, language),
        hint=_hint(definition, item, language),
        key_above=bool(shared) and boxes == shared,
    )


def _boxes(item: Item, language: Language) -> tuple[Box, ...]:
    keys = choice_keys(item.choices, language)
    if item.type == "events":
        return tuple(Box("", choice.labels[language]) for choice in item.choices)
    pairs = zip(item.choices, keys, strict=True)
    return tuple(Box(key, _beyond(key, spoken(choice, language))) for choice, key in pairs)


def _beyond(key: str, label: str) -> str:
    """What a label says beyond the number that its key shows already."""
    rest = label.removeprefix(key)
    is_number = key.isdecimal() and not rest[:1].isalnum()
    return rest.strip(" ()") if is_number and rest != label else label


def _hint(definition: Definition, item: Item, language: Language) -> str:
    _ = speech(language)
    low, high = item.lowest, item.highest
    told = {
        "choice": "",
        "number": _("Whole number, {low}–{high}"),
        "date": _("YYYY-MM-DD, or as much as is known"),
        "events": _("A date on each line"),
        "text": _("In own words"),
        "ratings": _("On each line: about what, and a number {low}–{high}"),
    }[item.type].format(low=low, high=high)
    ends = definition.labels[language].endpoints.get(item.id)
    return f"{told} ({low} {ends.low}, {high} {ends.high})" if ends else told


def _only_if(definition: Definition, item: Item, language: Language) -> str:
    """When a question is asked that is not asked of everybody."""
    if not item.conditions:
        return ""
    _ = speech(language)
    said = [_condition(definition, each, language) for each in item.conditions]
    return _("Only if {condition}").format(condition=", ".join(said))


def _condition(definition: Definition, condition: Condition, language: Language) -> str:
    _, of = speech(language), definition.by_id[condition.item]
    said = {choice.code: spoken(choice, language) for choice in of.choices}
    where = of.labels[language] if of.number in _NO_NUMBER else of.number
    wanted = [condition.equals] if condition.equals is not None else list(condition.any_of)
    if wanted:
        told = _("{question}: {answer}")
        return told.format(question=where, answer=" / ".join(said.get(c, c) for c in wanted))
    if condition.not_equals is not None:
        told = _("{question}: not {answer}")
        answer = said.get(condition.not_equals, condition.not_equals)
        return told.format(question=where, answer=answer)
    if condition.answered is not None:
        return _("{question} has an answer").format(question=where)
    low = "" if condition.at_least is None else str(condition.at_least)
    high = "" if condition.at_most is None else str(condition.at_most)
    return _("{question}: {answer}").format(question=where, answer=f"{low}–{high}")
