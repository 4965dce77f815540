# SPDX-License-Identifier: EUPL-1.2
"""Says where the personakt is kept, offers what can be filed there, and notes that it was."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.documents import FiledThere, KeptWhere
from workbench.domain.ids import RecordId
from workbench.domain.plans import ProtectionPlan
from workbench.services.akter import cases
from workbench.services.assess import judging
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.facts import document_words
from workbench.services.handing_over import personal_file
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.kit.asking import Asks
from workbench.ui.outward.looked import at_first, carried
from workbench.ui.outward.presenter import LookingThrough, LookView
from workbench.ui.places import Go, Place
from workbench.ui.writing import checks
from workbench.ui.writing.fields import FieldVm, OptionVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.records import RecordVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class PersonalFileVm:
    """`text` can be pasted into the other system; `papers` are those that can be made now."""

    number: str
    text: str
    papers: tuple[str, ...]
    filed: tuple[RecordVm, ...]
    where: str
    start: tuple[tuple[str, str], ...] = ()


class PersonalFileView(Protocol):
    """What the page must be able to show."""

    @property
    def kept(self) -> WritingView: ...

    @property
    def filing(self) -> WritingView: ...

    @property
    def look(self) -> LookView: ...

    def show_personal_file(self, vm: PersonalFileVm) -> None: ...

    def show_correction(self, heading: str) -> None:
        """The fields are for the correction of what was filed; "" for something new."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class PersonalFilePresenter:
    """Two small forms, and what is offered between them."""

    def __init__(self, view: PersonalFileView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self._headings: dict[RecordId, str] = {}
        self.kept = Writing(case, KEPT, view.kept, asks, entered=self._done, discarded=self.open)
        self.looking = LookingThrough(case, view.look, go, view.show_problem)
        spec = at_first(FILED, self.looking)
        self.filing = Writing(
            case, spec, view.filing, asks, entered=self._filed, discarded=self.open
        )

    def open(self) -> None:
        self._view.show_correction("")
        self.looking.refresh()
        self.kept.begin()
        self._look(is_first=True)

    def refresh(self) -> None:
        self.looking.refresh()
        self._look(is_first=False)

    def correct(self, record: RecordId) -> None:
        self._view.show_correction(self._headings.get(record, ""))
        self.filing.begin(record)

    def print_paper(self) -> None:
        """Where the papers are made, with receiver and ground."""
        self._go(Place("print", self._case.case))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _look(self, *, is_first: bool) -> None:
        desk = self._case.session.desk

        def shown(vm: PersonalFileVm) -> None:
            self._headings = {each.record: each.heading for each in vm.filed}
            self._view.show_personal_file(vm)
            if is_first:
                self.filing.begin(start=dict(vm.start))

        self._case.run(lambda akt: _shown(akt, desk), done=shown, failed=self._view.show_problem)

    def _done(self, _changes: Changes) -> None:
        self.open()

    def _filed(self, _changes: Changes) -> None:
        self.looking.done()
        self.open()


def kept_fields() -> tuple[FieldVm, ...]:
    """Here, or another system and its number."""
    options = (
        OptionVm("here", document_words.where("here", _)),
        OptionVm("elsewhere", document_words.where("elsewhere", _)),
    )
    return (
        FieldVm("where", _("Where"), "choice", options=options),
        FieldVm("system", _("Which system"), is_short=True),
        FieldVm("number", _("Its number there"), is_short=True),
        FieldVm("note", _("Note"), is_short=True),
        checks.reason_field(),
    )


def filed_fields() -> tuple[FieldVm, ...]:
    """What was filed there, and on which day; who is whoever enters it."""
    return (
        FieldVm("what", _("What was filed there"), hint=_("A paper, or the text above.")),
        FieldVm("filed_on", _("Filed on"), "day", is_short=True),
        FieldVm("system", _("Which system"), is_short=True),
        FieldVm("number", _("Its number there"), is_short=True),
        checks.reason_field(),
    )


_KEPT, _FILED = ("where", "system", "number", "note"), ("what", "filed_on", "system", "number")


def _read_kept(value: KeptWhere) -> Values:
    return {name: getattr(value, name) for name in _KEPT}


def _build_kept(values: Values) -> KeptWhere:
    said = {name: values.get(name, "").strip() for name in _KEPT[1:]}
    where = "elsewhere" if values.get("where") == "elsewhere" else "here"
    return KeptWhere(where, **said, reason=values.get(checks.REASON, "").strip())  # type: ignore[arg-type]


def _missing_kept(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    elsewhere = values.get("where") == "elsewhere"
    return (
        checks.blank(values, "where", _("Choose where it is kept."))
        or (checks.blank(values, "system", _("Write which system.")) if elsewhere else None)
        or (checks.blank(values, "number", _("Write its number there.")) if elsewhere else None)
        or checks.no_reason(values, is_correction)
    )


def _read_filed(value: FiledThere) -> Values:
    return {name: getattr(value, name) for name in _FILED} | carried(value.checked)


def _build_filed(values: Values) -> FiledThere:
    return FiledThere(
        what=values.get("what", "").strip(),
        filed_on=checks.iso_day(values, "filed_on"),
        system=values.get("system", "").strip(),
        number=values.get("number", "").strip(),
        reason=values.get(checks.REASON, "").strip(),
    )


def _missing_filed(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
    return (
        checks.blank(values, "what", _("Write what was filed there."))
        or checks.blank(values, "filed_on", _("Write which day it was filed."))
        or checks.not_a_day(values, "filed_on")
        or checks.no_reason(values, is_correction)
    )


KEPT = Spec(KeptWhere, _read_kept, _build_kept, _missing_kept, is_single=True)
FILED = Spec(FiledThere, _read_filed, _build_filed, _missing_filed)


def describe(value: FiledThere) -> Lines:
    """A version of what was filed in labelled lines."""
    return (
        (_("What was filed there"), value.what),
        (_("Filed on"), value.filed_on),
        (_("Which system"), value.system),
        (_("Its number there"), value.number),
    )


def _shown(akt: Akt, desk: Desk) -> PersonalFileVm:
    tell, number = teller(akt, names_of(desk)), cases.number_of(desk, akt.case)
    today, papers, kept = (
        desk.clock.today().isoformat(),
        _papers(akt),
        personal_file.kept_where(akt),
    )
    value = kept.value if kept is not None else KeptWhere("here")
    start = {"filed_on": today, "system": value.system, "number": value.number}
    return PersonalFileVm(
        number=number,
        text=personal_file.neutral_text(number, today, papers, _),
        papers=papers,
        filed=tuple(_filed(tell, each) for each in personal_file.filed(akt)),
        where=personal_file.in_words(value, _) if kept is not None else "",
        start=tuple((name, text) for name, text in start.items() if text),
    )


def _papers(akt: Akt) -> tuple[str, ...]:
    found = [_("Assessment")] if judging.newest_judgement(akt) is not None else []
    return (*found, _("Protection plan")) if akt.all(ProtectionPlan) else tuple(found)


def _filed(tell: Teller, each: Recorded[FiledThere]) -> RecordVm:
    value = each.value
    place = ", ".join(part for part in (value.system, value.number) if part)
    facts = (place, tell.first_entered(FiledThere, each.record), *standing_facts(each))
    return RecordVm(
        record=each.record,
        heading=_("{day} · {what}").format(day=value.filed_on, what=value.what),
        text="",
        facts=tuple(fact for fact in facts if fact),
        versions=tell.versions(FiledThere, each, describe),
        has_working=tell.has_working(FiledThere, each.record),
    )
