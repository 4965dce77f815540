# SPDX-License-Identifier: EUPL-1.2
"""Which interpreter is needed, who is refused, and how each interpreted talk went."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.interpreters import DEVIATIONS, InterpretedTalk, InterpreterNeed
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.handing_over import outward
from workbench.services.person import interpreter_words, interpreting
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.about_person.interpreter_specs import NEED, TALK, describe_need, describe_talk
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.rows_presenter import RowsPresenter, RowsView
from workbench.ui.outward.telling import need_line, refused_lines
from workbench.ui.writing.history import VersionVm
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import Values, WritingView
from workbench.ui.writing.voices import names_of
from workbench.ui.writing.writing import Writing
from workbench.words import _


@dataclass(frozen=True, slots=True)
class InterpreterVm:
    """What is needed in one line, its history, who is refused, and the talks, newest first."""

    need: str
    versions: tuple[VersionVm, ...]
    said_at_arrival: str
    refused: tuple[str, ...]
    talks: tuple[RecordVm, ...]
    today: str


class InterpreterView(RowsView, Protocol):
    """What the section must be able to show. Its rows are the talks."""

    @property
    def need(self) -> WritingView: ...

    def show_interpreter(self, vm: InterpreterVm) -> None: ...

    def tell(self, line: str) -> None: ...


class InterpreterPresenter(RowsPresenter[InterpretedTalk]):
    """Decides what the section shows."""

    def __init__(self, view: InterpreterView, around: Around) -> None:
        super().__init__(view, around, TALK)
        self._view, self._today = view, ""
        self.need = Writing(
            around.case, NEED, view.need, around.asks, entered=self._said, discarded=self._begin
        )

    def resume(self) -> None:
        """Lay the need open, and go on with a talk that was left unentered."""
        self._begin()
        super().resume()

    def refresh(self) -> None:
        desk = self._around.case.session.desk
        self._around.case.run(
            lambda akt: _told(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def _begin(self) -> None:
        self.need.begin()

    def _start(self) -> Values:
        return {"day": self._today}

    def _said(self, _changes: Changes) -> None:
        self._begin()
        self._view.show_changed()

    def _entered(self, _changes: Changes) -> None:
        """A talk is told of nowhere else."""
        self._close()

    def _show(self, vm: InterpreterVm) -> None:
        self._today = vm.today
        self._view.show_interpreter(vm)
        self._view.tell(vm.need or _("Nothing is noted of an interpreter."))


def _told(akt: Akt, desk: Desk) -> InterpreterVm:
    tell, known, need = teller(akt, names_of(desk)), outward.before(akt), interpreting.need_of(akt)
    talks = sorted(akt.all(InterpretedTalk), key=lambda each: each.value.day, reverse=True)
    return InterpreterVm(
        need=need_line(need.value) if need is not None else "",
        versions=tell.versions(InterpreterNeed, need, describe_need) if need is not None else (),
        said_at_arrival=known.said_at_arrival,
        refused=refused_lines(known),
        talks=tuple(_talk(tell, each) for each in talks),
        today=akt.today(),
    )


def _talk(tell: Teller, each: Recorded[InterpretedTalk]) -> RecordVm:
    value = each.value
    way = interpreter_words.ways(_).get(value.way, "")
    is_deviation = value.by in DEVIATIONS
    by = StateVm(interpreter_words.interpreted_by(_)[value.by], icon="stop" if is_deviation else "")
    facts = (way, tell.first_entered(InterpretedTalk, each.record), *standing_facts(each))
    return RecordVm(
        record=each.record,
        heading=_("{day} · {who}").format(day=value.day, who=value.who),
        text="\n".join(part for part in (value.how_it_went, value.deviation) if part),
        facts=tuple(part for part in facts if part),
        states=(by,),
        versions=tell.versions(InterpretedTalk, each, describe_talk),
        has_working=tell.has_working(InterpretedTalk, each.record),
    )
