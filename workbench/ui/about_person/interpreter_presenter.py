# SPDX-License-Identifier: EUPL-1.2
"""Which interpreter is needed, who is refused, and how each interpreted talk went."""

from dataclasses import dataclass
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.domain.interpreters import DEVIATIONS, InterpretedTalk, InterpreterNeed
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.handing_over import outward
from workbench.services.person import interpreter_words, interpreting
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.about_person.interpreter_specs import NEED, TALK, describe_need, describe_talk
from workbench.ui.about_person.presenter import Around
from workbench.ui.outward.telling import need_line, refused_lines
from workbench.ui.writing.history import VersionVm
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.spec import WritingView
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


class InterpreterView(Protocol):
    """What the section must be able to show."""

    @property
    def need(self) -> WritingView: ...

    @property
    def talk(self) -> WritingView: ...

    def show_interpreter(self, vm: InterpreterVm) -> None: ...

    def show_talk(self, *, shown: bool) -> None: ...

    def tell(self, line: str) -> None: ...

    def show_changed(self) -> None:
        """Something was entered that others tell of too."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class InterpreterPresenter:
    """Decides what the section shows."""

    def __init__(self, view: InterpreterView, around: Around) -> None:
        self._view, self._around = view, around
        self._today = ""
        self.need = Writing(
            around.case, NEED, view.need, around.asks, entered=self._said, discarded=self._begin
        )
        self.talk = Writing(
            around.case, TALK, view.talk, around.asks, entered=self._talked, discarded=self._close
        )

    def resume(self) -> None:
        """Lay the need open, and go on with a talk that was left unentered."""
        self._begin()
        self._around.case.run(
            lambda akt: next(iter(left_unentered(akt, InterpretedTalk)), None),
            done=lambda left: self._write(left) if left is not None else None,
            failed=self._view.show_problem,
        )

    def refresh(self) -> None:
        desk = self._around.case.session.desk
        self._around.case.run(
            lambda akt: _told(akt, desk), done=self._show, failed=self._view.show_problem
        )

    def add_talk(self) -> None:
        self._write(None)

    def correct_talk(self, record: RecordId) -> None:
        self._write(record)

    def _begin(self) -> None:
        self.need.begin()

    def _write(self, record: RecordId | None) -> None:
        self.talk.begin(record, start={"day": self._today})
        self._view.show_talk(shown=True)

    def _said(self, _changes: Changes) -> None:
        self._begin()
        self._view.show_changed()

    def _talked(self, _changes: Changes) -> None:
        self._close()

    def _close(self) -> None:
        self._view.show_talk(shown=False)
        self.refresh()

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
