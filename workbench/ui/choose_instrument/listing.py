# SPDX-License-Identifier: EUPL-1.2
"""The instruments and what was begun with them, as they stand in the vault."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workbench.domain.assessments import Answer, Assessment, Coding
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.instruments.packs import NO_PACK
from workbench.instruments.wording_packs import is_worded
from workbench.services import labels
from workbench.services.akter import cases
from workbench.services.assess import (
    assessing,
    locks,
    own_rules,
    results,
    second_asked,
    sheets,
    training,
)
from workbench.services.assess import wording as packs
from workbench.services.desk import Desk
from workbench.services.records import working
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.assess.shapes import counted, wording
from workbench.ui.choose_instrument.together import told_chain, told_shells
from workbench.ui.gate_words import told_local
from workbench.ui.instruments.kinds import kind_of, kinds
from workbench.ui.instruments.looking import warning_text
from workbench.ui.instruments.readiness_words import licence
from workbench.ui.places import PageName
from workbench.ui.writing.keeping import left_unentered
from workbench.words import _, error_text, language

INSTRUMENT = "instrument"


@dataclass(frozen=True, slots=True)
class InstrumentVm:
    """One instrument: what it is for, who answers, what holds for wording and rule."""

    key: str
    title: str
    purpose: str
    respondent: str
    rule: str
    ask: str
    may_be_read_off: bool
    own_appraisal_first: bool
    warning: str = ""
    wording: str = ""
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupVm:
    """Instruments under one heading."""

    title: str
    caption: str
    instruments: tuple[InstrumentVm, ...]


@dataclass(frozen=True, slots=True)
class BegunVm:
    """One assessment that was begun."""

    record: RecordId
    title: str
    caption: str
    state: str


@dataclass(frozen=True, slots=True)
class ChooseVm:
    """The whole page. `shells`: manuals that have no structure here, and where it is entered."""

    number: str
    groups: tuple[GroupVm, ...]
    begun: tuple[BegunVm, ...]
    shells: str = ""

    @property
    def instruments(self) -> tuple[InstrumentVm, ...]:
        """All that are listed, as they stand from top to bottom."""
        return tuple(each for group in self.groups for each in group.instruments)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The page, the definitions by key, and a context that was begun and not entered."""

    vm: ChooseVm
    definitions: Mapping[str, Definition]
    wordings: Mapping[str, str]
    today: str
    left: RecordId | None
    left_instrument: str


def load(akt: Akt, desk: Desk) -> Loaded:
    """Everything that the page of choosing shows."""
    definitions = {f"{d.id}@{d.version}": d for d in desk.catalogue.offered() if d.items}
    left = left_unentered(akt, Assessment)
    record = left[0] if left else None
    kept = working.fields_of(akt, "assessment", record) if record is not None else {}
    named = definitions.get(str(kept.get(INSTRUMENT, "")))
    return Loaded(
        vm=ChooseVm(
            number=cases.number_of(desk, akt.case),
            groups=_groups(akt, desk, definitions),
            begun=tuple(_begun(akt, desk, a) for a in reversed(assessing.assessments(akt))),
            shells=told_shells(desk),
        ),
        definitions=definitions,
        wordings={k: packs.pack_for_new(desk, d, language()) for k, d in definitions.items()},
        today=desk.clock.today().isoformat(),
        left=record if named is not None else None,
        left_instrument=named.title(language()) if named is not None else "",
    )


def found(vm: ChooseVm, sought: str) -> tuple[GroupVm, ...]:
    """The groups with the instruments in which every word that is sought stands somewhere."""
    words = sought.casefold().split()
    left = (
        replace(
            group,
            instruments=tuple(
                each for each in group.instruments if all(w in _said(group, each) for w in words)
            ),
        )
        for group in vm.groups
    )
    return tuple(group for group in left if group.instruments)


def _said(group: GroupVm, each: InstrumentVm) -> str:
    return f"{group.title} {each.title} {each.purpose} {each.respondent}".casefold()


def _groups(akt: Akt, desk: Desk, definitions: Mapping[str, Definition]) -> tuple[GroupVm, ...]:
    """What is used here on top, newest first; the rest by kind. Each stands in one place."""
    used = [
        f"{a.value.instrument.id}@{a.value.instrument.version}"
        for a in reversed(assessing.assessments(akt))
    ]
    near = dict.fromkeys(key for key in used if key in definitions)
    near.update(dict.fromkeys(key for key, d in definitions.items() if _is_prepared(desk, d)))
    top = (_("Used here"), _("In this case file before, or made ready by your organisation."))
    made = [GroupVm(*top, tuple(_instrument(akt, desk, key, definitions[key]) for key in near))]
    rest = {key: d for key, d in definitions.items() if key not in near}
    for held, title, caption in kinds():
        inside = (_instrument(akt, desk, k, d) for k, d in rest.items() if kind_of(d) in held)
        made.append(GroupVm(title, caption, tuple(inside)))
    return tuple(group for group in made if group.instruments)


def _is_prepared(desk: Desk, definition: Definition) -> bool:
    """Whether this person is trained in it, or the organisation has given it something."""
    return (
        definition in desk.catalogue.own.definitions
        or not training.warning(desk, definition)
        or packs.newest_pack(desk, definition, language()) is not None
        or own_rules.rule_in_force(desk, definition) is not None
        or bool(results.confirmations_of(desk, definition))
    )


def _instrument(akt: Akt, desk: Desk, key: str, definition: Definition) -> InstrumentVm:
    words = definition.labels[language()]
    is_spj = definition.kind == "spj"
    return InstrumentVm(
        key=key,
        title=definition.title(language()),
        purpose=words.object,
        respondent=words.respondent,
        rule=_rule(desk, definition),
        ask=_("Code the factors") if is_spj else _("Ask the questions"),
        may_be_read_off=not is_spj,
        own_appraisal_first=definition.table.own_appraisal_first,
        warning="\n".join(
            filter(None, (warning_text(desk, definition), licence(desk, definition)))
        ),
        wording="" if _is_worded(desk, definition) else wording(),
        together=told_chain(akt, desk, definition.id),
    )


def _is_worded(desk: Desk, definition: Definition) -> bool:
    """Whether a new assessment asks in a form's own words: its own, or those of a pack."""
    is_loaded = packs.pack_for_new(desk, definition, language()) != NO_PACK
    return is_loaded or is_worded(definition, language())


def _rule(desk: Desk, definition: Definition) -> str:
    if definition.kind == "spj":
        return labels.rule_status("not-a-score", _)
    own = own_rules.rule_in_force(desk, definition)
    if own is not None:
        return told_local(own)
    if not definition.rules:
        return labels.rule_status("not-established", _)
    confirmed = {each.value.rule: each.value for each in results.confirmations_of(desk, definition)}
    for rule in results.rules_to_confirm(definition):
        if rule.id not in confirmed:
            return labels.rule_status("not-confirmed", _)
        by = confirmed[rule.id]
        return _("The rule was confirmed by {owner} on {day}.").format(owner=by.owner, day=by.on)
    return _("The rule is known from a source.")


def _begun(akt: Akt, desk: Desk, begun: Recorded[Assessment]) -> BegunVm:
    day = _("Begun {day}").format(day=begun.value.begun_on)
    try:
        shown = sheets.sheet(akt, desk, begun.record)
    except WorkbenchError as error:
        return BegunVm(begun.record, begun.value.instrument.id, error_text(error).what, "")
    title = shown.definition.title(language())
    if begun.value.hand == "read-off":
        return BegunVm(begun.record, title, day, _("Read off the form"))
    caption = f"{day} · {counted(shown.definition, shown.given)}"
    state = _("Locked") if locks.is_locked(akt, begun.record) else ""
    if results.can_now_be_computed(akt, desk, begun.record):
        state = _("The result can now be computed")
    return BegunVm(begun.record, title, caption, _("Not entered") if shown.unentered else state)


def page_of(akt: Akt, desk: Desk, record: RecordId) -> PageName:
    """Where it goes on: at what was asked of this user, its questions, or its result."""
    if second_asked.asked_of_me(akt, record) is not None:
        return "alongside"
    return "result" if _is_at_result(akt, desk, record) else "assess"


def _is_at_result(akt: Akt, desk: Desk, record: RecordId) -> bool:
    """Answers are entered and none wait."""
    shown = sheets.sheet(akt, desk, record)
    if assessing.reading_of(akt, record) is not None:
        return True
    entered: tuple[Recorded[Answer] | Recorded[Coding], ...] = (*akt.all(Answer), *akt.all(Coding))
    return not shown.unentered and any(each.value.assessment == record for each in entered)
