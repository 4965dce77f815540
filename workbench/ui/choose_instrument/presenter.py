# SPDX-License-Identifier: EUPL-1.2
"""What can be assessed with here, what was begun, and how an assessment begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from workbench.domain.assessments import Answer, Assessment, Coding, Hand
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.services import assessing, cases, labels, results, sheets, working
from workbench.services.akt import Akt, Recorded
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.ui.assess.shapes import counted, wording
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, PageName, Place
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _, error_text, language

_INSTRUMENT, _HAND = "instrument", "hand"


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


@dataclass(frozen=True, slots=True)
class BegunVm:
    """One assessment that was begun."""

    record: RecordId
    title: str
    caption: str
    state: str


@dataclass(frozen=True, slots=True)
class ChooseVm:
    """The whole page."""

    number: str
    wording: str
    instruments: tuple[InstrumentVm, ...]
    begun: tuple[BegunVm, ...]


class ChooseView(Protocol):
    """What the page must be able to show."""

    @property
    def context(self) -> WritingView: ...

    def show_choices(self, vm: ChooseVm) -> None: ...

    def show_context(self, heading: str, *, shown: bool) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


@dataclass(frozen=True, slots=True)
class _Loaded:
    vm: ChooseVm
    definitions: Mapping[str, Definition]
    today: str
    left: RecordId | None
    left_instrument: str


class ChoosePresenter:
    """Choosing is one press, beginning another; what is written in between is kept."""

    def __init__(self, view: ChooseView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self._loaded: _Loaded | None = None
        self._hand: Hand = "asked"
        spec = Spec(Assessment, _read, self._build, _missing)
        self.context = Writing(
            case, spec, view.context, asks, entered=self._begun, discarded=self._put_back
        )

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(
            lambda akt: _load(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def choose(self, key: str, hand: Hand) -> None:
        """Lay open the context of a new assessment with this instrument."""
        if self._loaded is None:
            return
        self._hand = hand
        title = self._loaded.definitions[key].title(language())
        self._view.show_context(title, shown=True)
        self.context.begin(start={_INSTRUMENT: key, _HAND: hand}, resume=False)

    def go_on(self, record: RecordId) -> None:
        """To one that was begun: to its result when everything in it is entered."""
        case = self._case.case
        desk = self._case.session.desk
        self._case.run(
            lambda akt: _where(akt, desk, record),
            done=lambda is_entered: self._go(
                Place("result" if is_entered else "assess", case, record)
            ),
            failed=self._view.show_problem,
        )

    def take_own_appraisal(self) -> None:
        self._go(Place("own-appraisal", self._case.case))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _show(self, loaded: _Loaded) -> None:
        is_first = self._loaded is None
        self._loaded = loaded
        self._view.show_choices(loaded.vm)
        if is_first and loaded.left is not None:
            self._view.show_context(loaded.left_instrument, shown=True)
            self.context.begin(loaded.left)

    def _put_back(self) -> None:
        self._view.show_context("", shown=False)

    def _build(self, values: Values) -> Assessment:
        if self._loaded is None:
            raise RuntimeError("not loaded")
        definition = self._loaded.definitions[values[_INSTRUMENT]]
        self._hand = cast("Hand", values.get(_HAND, "asked"))
        return Assessment(
            instrument=definition.pin,
            begun_on=self._loaded.today,
            hand=self._hand,
            purpose=values.get("purpose", "").strip(),
            setting=values.get("setting", "").strip(),
            sources=_lines(values.get("sources", "")),
            sources_refused=_lines(values.get("sources_refused", "")),
        )

    def _begun(self, changes: Changes) -> None:
        page: PageName = "read-off" if self._hand == "read-off" else "assess"
        self._go(Place(page, self._case.case, changes.records[0]))


def fields() -> tuple[FieldVm, ...]:
    """The context of an assessment. All of it may wait."""
    one_a_line = _("One on each line.")
    return (
        FieldVm("purpose", _("What it is for"), is_short=True),
        FieldVm(
            "setting",
            _("Setting"),
            hint=_("For instance: alone, interpreter, children near."),
            is_short=True,
        ),
        FieldVm("sources", _("Sources used"), "text", one_a_line, lines=3),
        FieldVm(
            "sources_refused",
            _("Sources sought but refused or not available"),
            "text",
            one_a_line,
            lines=2,
        ),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _read(assessment: Assessment) -> Values:
    return {
        "purpose": assessment.purpose,
        "setting": assessment.setting,
        "sources": "\n".join(assessment.sources),
        "sources_refused": "\n".join(assessment.sources_refused),
    }


def _missing(_values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return None


def _load(akt: Akt, desk: Desk) -> _Loaded:
    definitions = {f"{d.id}@{d.version}": d for d in desk.catalogue.all()}
    left = left_unentered(akt, Assessment)
    record = left[0] if left else None
    kept = working.fields_of(akt, "assessment", record) if record is not None else {}
    named = definitions.get(str(kept.get(_INSTRUMENT, "")))
    return _Loaded(
        vm=ChooseVm(
            number=cases.number_of(desk, akt.case),
            wording=wording(),
            instruments=tuple(_instrument(desk, key, d) for key, d in definitions.items()),
            begun=tuple(_begun(akt, desk, a) for a in reversed(assessing.assessments(akt))),
        ),
        definitions=definitions,
        today=desk.clock.today().isoformat(),
        left=record if named is not None else None,
        left_instrument=named.title(language()) if named is not None else "",
    )


def _instrument(desk: Desk, key: str, definition: Definition) -> InstrumentVm:
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
    )


def _rule(desk: Desk, definition: Definition) -> str:
    if definition.kind == "spj":
        return labels.rule_status("not-a-score", _)
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
    return BegunVm(begun.record, title, caption, _("Not entered") if shown.unentered else "")


def _where(akt: Akt, desk: Desk, record: RecordId) -> bool:
    """Whether its result is the place to go to: answers are entered and none wait."""
    shown = sheets.sheet(akt, desk, record)
    if assessing.reading_of(akt, record) is not None:
        return True
    entered: tuple[Recorded[Answer] | Recorded[Coding], ...] = (*akt.all(Answer), *akt.all(Coding))
    return not shown.unentered and any(each.value.assessment == record for each in entered)
