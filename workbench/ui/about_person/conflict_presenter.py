# SPDX-License-Identifier: EUPL-1.2
"""Känner du någon i akten? What each answers for themselves, and what to do then."""

from dataclasses import dataclass
from typing import Protocol, cast

from workbench.domain.acquaintance import Acquaintance, Knows, WhatIsDone
from workbench.domain.ids import RecordId, UserId
from workbench.services.desk import Desk
from workbench.services.person import acquaintances, identity_words
from workbench.services.records import working
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.about_person.presenter import Around
from workbench.ui.places import Place
from workbench.ui.writing import checks, vocabulary
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.records import RecordVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.voices import name_of, names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class ConflictVm:
    """`own`: the record of the own answer, None before it was given."""

    line: str
    own: RecordId | None
    answers: tuple[RecordVm, ...]


class ConflictView(Protocol):
    """What the section must be able to show."""

    @property
    def panel(self) -> WritingView: ...

    def show_conflict(self, vm: ConflictVm) -> None: ...

    def show_panel(self, *, shown: bool, comes_forward: bool = True) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ConflictPresenter:
    """Asks, and is never in the way."""

    def __init__(self, view: ConflictView, around: Around) -> None:
        self._view, self._around = view, around
        self._own: RecordId | None = None
        self.writing = Writing(
            around.case,
            SPEC,
            view.panel,
            around.asks,
            entered=lambda _changes: self._close(),
            discarded=self._close,
        )

    def resume(self) -> None:
        """Go on with an answer that was left unentered."""
        self._around.case.run(_left, done=self._resume, failed=self._view.show_problem)

    def refresh(self) -> None:
        desk = self._around.case.session.desk
        self._around.case.run(
            lambda akt: tell_conflict(akt, desk),
            done=self._show,
            failed=self._view.show_problem,
        )

    def answer(self) -> None:
        """Answer, or change the own answer; nobody changes another's."""
        self.writing.begin(self._own)
        self._view.show_panel(shown=True)

    def to_access(self) -> None:
        """To where a colleague is let in."""
        self._around.go(Place("case-access", self._around.case.case))

    def _show(self, vm: ConflictVm) -> None:
        self._own = vm.own
        self._view.show_conflict(vm)

    def _resume(self, left: RecordId | None) -> None:
        if left is not None:
            self.writing.begin(left)
            self._view.show_panel(shown=True, comes_forward=False)

    def _close(self) -> None:
        self._view.show_panel(shown=False)
        self.refresh()


def _left(akt: Akt) -> RecordId | None:
    begun = (each.record for each in working.unentered(akt) if each.kind == SPEC.kind)
    return next(begun, None)


def acquaintance_fields() -> tuple[FieldVm, ...]:
    """The answer, and what was done about it."""
    options = vocabulary.options
    nobody = _("A function. Never who it is that you know, if that could harm anybody.")
    return (
        FieldVm("knows", _("Do you know anybody in this case file?"), "choice",
                options=options(identity_words.knows(_))),
        FieldVm("done", _("What was done about it"), "choice",
                options=options(identity_words.what_is_done(_))),
        FieldVm("told_to", _("Who was told"), hint=nobody, is_short=True),
        FieldVm("note", _("Note"), is_short=True),
        checks.reason_field(),
    )  # fmt: skip


def tell_conflict(akt: Akt, desk: Desk) -> ConflictVm:
    """The own answer, and those of the others who may open the akt."""
    own, tell = acquaintances.own_answer(akt), teller(akt, names_of(desk))
    if own is not None:
        line = _("You answered: {answer}").format(answer=identity_words.knows(_)[own.value.knows])
    elif acquaintances.is_asked(desk, akt):
        line = _("You have not answered yet.")
    else:
        line = _("It is not asked in this house. If you know somebody, say so here.")
    return ConflictVm(
        line=line,
        own=own.record if own is not None else None,
        answers=tuple(_answer(tell, each) for each in acquaintances.answers(akt)),
    )


def _answer(tell: Teller, each: Recorded[Acquaintance]) -> RecordVm:
    value = each.value
    who = name_of(UserId(acquaintances.first_author(tell.akt, each)), tell.names)
    said = identity_words.knows(_)[value.knows]
    done = identity_words.what_is_done(_).get(value.done, "")
    facts = (done, value.told_to, *standing_facts(each))
    return RecordVm(
        each.record,
        _("{who}: {said}").format(who=who, said=said),
        value.note,
        facts=tuple(fact for fact in facts if fact),
        versions=tell.versions(Acquaintance, each, _describe),
    )


def _describe(value: Acquaintance) -> Lines:
    return (
        (_("Do you know anybody in this case file?"), identity_words.knows(_)[value.knows]),
        (_("What was done about it"), identity_words.what_is_done(_).get(value.done, "")),
        (_("Who was told"), value.told_to),
        (_("Note"), value.note),
    )


def _read(value: Acquaintance) -> Values:
    return {name: getattr(value, name) for name in ("knows", "done", "told_to", "note")}


def _build(values: Values) -> Acquaintance:
    return Acquaintance(
        knows=cast("Knows", values.get("knows", "")),
        done=cast("WhatIsDone", values.get("done", "")),
        told_to=values.get("told_to", "").strip(),
        note=values.get("note", "").strip(),
        reason=values.get(checks.REASON, "").strip(),
    )


def _missing(values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    choose = _("Choose an answer.")
    return checks.blank(values, "knows", choose) or checks.no_reason(values, is_correction)


SPEC = Spec(Acquaintance, _read, _build, _missing)
