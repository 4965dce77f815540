# SPDX-License-Identifier: EUPL-1.2
"""Which question is in front, what a key does, and when the sitting ends."""

from workbench.domain.ids import RecordId
from workbench.services.assess import rating
from workbench.services.assess.assessing import ReasonMissingError
from workbench.services.assess.earlier import NOTHING, Earlier, earlier_of
from workbench.ui.assess import question_sheet, shapes, sheet_shapes
from workbench.ui.assess.earlier_lines import code_that_stands, marked, with_earlier, with_later
from workbench.ui.assess.going_on import first_open
from workbench.ui.assess.keys import STATE_KEYS, state_of
from workbench.ui.assess.margin_presenter import MarginPresenter
from workbench.ui.assess.sitting import Sitting
from workbench.ui.assess.view import AssessView
from workbench.ui.assess.vms import SlotKey, ViewName, WorksheetVm
from workbench.ui.assess.written import tidied
from workbench.ui.incidents.presenter import IncidentsPresenter, IncidentsView
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.outward.telling import interpreter_lines
from workbench.ui.places import Go, Place
from workbench.ui.writing.open_case import OpenCase
from workbench.words import _, error_text


class AssessPresenter:
    """Both views of one assessment stand on the same sitting."""

    def __init__(
        self, view: AssessView, case: OpenCase, asks: Asks, go: Go, assessment: RecordId
    ) -> None:
        self._view, self._case, self._assessment = view, case, assessment
        self._go, self._asks, self._is_begun = go, asks, False
        self._sitting = Sitting(case, assessment, self)
        self.margin = MarginPresenter(view, self._sitting, case.session.desk.ids)
        self._at: SlotKey = ("", "")
        self._as: ViewName = "questions"
        self._typed: dict[SlotKey, str] = {}
        self._earlier = NOTHING

    def refresh(self) -> None:
        """Read it, for the first time or again."""
        self._sitting.load()

    def choose(self, code: str) -> None:
        """A choice or a state for the question in front; "" takes it back. Never moves on."""
        if not self._sitting.is_open:
            return
        item, column = self._at
        self._typed.pop(self._at, None)
        if column:
            self._sitting.code(item, column, code)
        elif code in STATE_KEYS and code not in self._sitting.definition.by_id[item].codes:
            self._sitting.say_state(item, state_of(code))
        else:
            self._sitting.choose(item, code)

    def still_so(self) -> None:
        """What was said here last time holds now too: chosen as if it had been typed."""
        code = code_that_stands(self._earlier, self._at)
        if code:
            self.choose(code)

    def write(self, name: str, text: str) -> None:
        """A written answer. What is not one stays on screen, is told so, and is not kept."""
        item = self._sitting.definition.by_id[name]
        text = tidied(item, text)
        if not text or item.accepts(text):
            self._typed.pop((name, ""), None)
            self._sitting.choose(name, text)
        else:
            self._typed[name, ""] = text
            self._show_all(is_new=False)

    def code(self, item: str, column: str, code: str) -> None:
        """A key in a cell of the worksheet: a code or a mark; "" takes it back."""
        if (item, column) in {shapes.key_of(slot) for slot in shapes.slots_of(self._sitting)}:
            self._at = (item, column)
        if self._is_worksheet:
            self.margin.tell(item, column, code)
        elif self._at == (item, column):
            self.choose(code)

    def note(self, item: str, text: str) -> None:
        self._sitting.write_note(item, text)

    def source(self, item: str, text: str) -> None:
        self._sitting.write_source(item, text)

    def open_frame(self) -> None:
        """Assignment, sources and people, once everything typed here is safe."""
        away = Place("worksheet-frame", self._case.case, self._assessment)
        self._sitting.make_sure(done=lambda: self._go(away), failed=self._view.show_problem)

    def make_again(self) -> None:
        """A new assessment of what is locked, or the one that was begun of it and is not locked."""
        case, desk, earlier = self._case, self._case.session.desk, self._assessment
        case.run(
            lambda akt: rating.taken_up_again(akt, desk, earlier),
            done=lambda made: self._go(Place("assess", case.case, made)),
            failed=self._view.show_problem,
        )

    def open_paper(self) -> None:
        """A form that was filled in by hand lies here: what stands on it is asked first."""
        away = Place("from-paper", self._case.case, self._assessment)
        self._sitting.make_sure(done=lambda: self._go(away), failed=self._view.show_problem)

    def next(self) -> None:
        """To the question below; from the last one to För in."""
        self._step(1)

    def previous(self) -> None:
        """To the question above."""
        self._step(-1)

    def go_to(self, key: SlotKey) -> None:
        """To a question of the outline."""
        if self._sitting.is_loaded and key != self._at:
            self._at = key
            self._show_item(is_new=True)

    def show_as(self, view: ViewName) -> None:
        """The other view of the same record."""
        self._as = view
        self._show_all(is_new=True)
        if view == "talk":
            show = self._view.wanted.show_lines
            self._case.run(interpreter_lines, done=show, failed=self._view.show_problem)

    def incidents_on(self, view: IncidentsView) -> IncidentsPresenter:
        """What the violence calendar beside the questions asks; no answer is touched by it."""
        return IncidentsPresenter(view, self._case, self._asks, self._go)

    def pause(self) -> None:
        """Left once everything is safe; it is taken up again where it was left."""
        away = Place("case", self._case.case)
        self._sitting.make_sure(done=lambda: self._go(away), failed=self._view.show_problem)

    def enter(self, reason: str = "") -> None:
        """För in, and on to the result."""
        self._view.show_busy(busy=True)
        self._sitting.enter(reason, done=self._entered, failed=self._not_entered)

    def discard(self) -> None:
        """Kasta: asked once."""
        question = Question(
            _("Throw away the answers that are not entered?"),
            _("Answers that were entered in the journal before are not changed."),
            yes=_("Throw away"),
            no=_("Keep"),
            is_grave=True,
        )
        self._asks.confirm(question, yes=self._throw_away)

    def loaded(self) -> None:
        self._at = first_open(self._sitting)
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: earlier_of(akt, desk, assessment),
            done=self._begin,
            failed=self._view.show_problem,
        )

    def changed(self) -> None:
        if self._at not in {shapes.key_of(slot) for slot in shapes.slots_of(self._sitting)}:
            self._at = first_open(self._sitting)
        self._show_all(is_new=False)

    def saved(self, at: str) -> None:
        self._view.show_saved(at)

    def not_saved(self, error: Exception) -> None:
        self._view.show_not_saved(error)

    def failed(self, error: Exception) -> None:
        self._view.show_problem(error)

    def _begin(self, earlier: Earlier) -> None:
        """What stands beside it is read question by question, so that each is looked at."""
        self._earlier, self._is_begun = earlier, True
        is_sheet = (
            self._is_worksheet and not earlier.why
        ) or self._sitting.stored.paper is not None
        self._as = "worksheet" if is_sheet else "questions"
        self._show_all(is_new=True)

    def _step(self, by: int) -> None:
        if not self._sitting.is_loaded:
            return
        keys = [shapes.key_of(slot) for slot in shapes.slots_of(self._sitting)]
        at = keys.index(self._at) + by
        if at >= len(keys):
            self._view.show_end()
        elif at >= 0:
            self.go_to(keys[at])

    def _show_all(self, *, is_new: bool) -> None:
        if not self._is_begun:
            return
        if is_new:
            head = shapes.head(self._sitting, self._as)
            self._view.show_head(with_later(head, self._earlier))
        self._view.show_sitting(shapes.progress(self._sitting))
        if self._as == "worksheet":
            self._view.show_worksheet(self._worksheet())
            self.margin.refresh()
        else:
            self._show_item(is_new=is_new)

    @property
    def _is_worksheet(self) -> bool:
        """Whether it is coded in time columns; else its questions are answered."""
        return self._sitting.definition.kind == "spj"

    def _worksheet(self) -> WorksheetVm:
        if self._is_worksheet:
            return sheet_shapes.worksheet(self._sitting, self.margin.said)
        return question_sheet.question_sheet(self._sitting, self._typed)

    def _show_item(self, *, is_new: bool) -> None:
        lines = marked(shapes.outline(self._sitting), self._earlier)
        self._view.show_outline(lines, self._at)
        vm = shapes.item(self._sitting, self._at, self._typed.get(self._at))
        self._view.show_item(with_earlier(vm, self._earlier), is_new=is_new)

    def _throw_away(self) -> None:
        self._view.show_busy(busy=True)
        self._sitting.discard(done=self._thrown, failed=self._not_entered)

    def _thrown(self) -> None:
        self._view.show_busy(busy=False)
        self.pause()

    def _entered(self) -> None:
        self._view.show_busy(busy=False)
        self._go(Place("result", self._case.case, self._assessment))

    def _not_entered(self, error: Exception) -> None:
        self._view.show_busy(busy=False)
        if not isinstance(error, ReasonMissingError):
            self._view.show_problem(error)
            return
        text = error_text(error)
        question = Question(text.what, text.remedy, yes=_("Enter in the journal"), no=_("Wait"))
        self._asks.ask_text(question, got=self.enter)
