# SPDX-License-Identifier: EUPL-1.2
"""Whatever is done in whatever order: a date waits until somebody said what became of it."""

from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.support.desk import Bench
from workbench.domain.assessments import Judgement
from workbench.domain.deadlines import ACTS, Deadline, ReviewDate
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.domain.measures import MEASURE_STATUSES, Measure
from workbench.domain.orders import ORDER_KINDS, OrderExtension, RestrainingOrder
from workbench.domain.triggers import TRIGGER_KINDS, ReassessmentTrigger
from workbench.services.akter import cases
from workbench.services.law import deadline_rules
from workbench.services.loop import deadlines, orders
from workbench.services.records.akt import Draft

RULES = deadline_rules.rules()
AFTER = sorted(each.id for each in RULES.values() if each.law_period.direction == "after")
DAYS = st.dates().map(str) | st.sampled_from(
    ["2026-11-22", "2026-11-21", "2028-02-29", "2026-12-31", "2027-01-31"]
)


class Loop(RuleBasedStateMachine):
    """Keeps, beside the akt, what must wait: by record, or by what it follows from."""

    def __init__(self) -> None:
        super().__init__()
        self.bench = Bench()
        self.case = self.bench.begin("Karin Exempel")
        self.begun: set[RecordId] = set()
        self.measures: dict[RecordId, str] = {}
        self.triggers: set[RecordId] = set()
        self.granted: list[RecordId] = []

    @property
    def akt(self):
        return self.bench.akt(self.case)

    @rule(wanted=st.sampled_from(AFTER), since=DAYS)
    def begin(self, wanted: str, since: str) -> None:
        with suppress(WorkbenchError):  # beyond the calendar
            changes = deadlines.start(self.akt, RULES[wanted], since)
            self.begun.update(changes.records)

    @rule(kind=st.sampled_from(TRIGGER_KINDS))
    def trigger(self, kind) -> None:
        made = self.akt.enter(Draft(ReassessmentTrigger(kind, "2026-11-20")))
        self.triggers.update(made.records)

    @rule(status=st.sampled_from(MEASURE_STATUSES), due=DAYS)
    def measure(self, status, due: str) -> None:
        made = self.akt.enter(Draft(Measure("Lås", "Sten", due, status=status)))
        self.measures[made.records[0]] = status

    @rule(day=DAYS)
    def review(self, day: str) -> None:
        self.akt.enter(Draft(ReviewDate(day, "Ring")))

    @rule(kind=st.sampled_from(ORDER_KINDS), who=st.text(max_size=3), monitored=st.booleans())
    def order(self, kind, who: str, monitored: bool) -> None:  # noqa: FBT001
        made = RestrainingOrder(
            kind, who, decision="granted", begins="2026-11-01", ends="2026-12-31",
            monitored=monitored,
        )  # fmt: skip
        with suppress(orders.OverlappingOrderError):
            orders.require_order(self.akt, made)
            self.granted.append(self.akt.enter(Draft(made)).records[0])

    @precondition(lambda self: self.granted)
    @rule(at=st.integers(0, 9), ends=DAYS)
    def extend(self, at: int, ends: str) -> None:
        order = self.granted[at % len(self.granted)]
        made = OrderExtension(order, "2026-11-22", ends)
        with suppress(WorkbenchError):
            orders.require_extension(self.akt, made)
            self.akt.enter(Draft(made))

    @rule()
    def judge(self) -> None:
        self.akt.enter(Draft(Judgement((), "a", "b", "c", "d", "e", "2027-01-01")))
        self.triggers.clear()

    @rule(at=st.integers(0, 99), act=st.sampled_from(ACTS), day=DAYS, words=st.sampled_from("x "))
    def settle(self, at: int, act, day: str, words: str) -> None:
        waiting = [d for d in deadlines.deadlines_of(self.akt) if not d.settles_at]
        if not waiting:
            return
        due = waiting[at % len(waiting)]
        with suppress(WorkbenchError):
            changes = deadlines.settle(self.akt, due, act, day, words)
            self.begun.update(changes.records)

    @rule()
    def lock(self) -> None:
        self.bench.reopen()

    @invariant()
    def what_was_begun_is_there_and_open_unless_somebody_said_otherwise(self) -> None:
        found = {each.record: each for each in deadlines.deadlines_of(self.akt)}
        assert self.begun <= found.keys()
        for record in self.begun:
            told = found[record].told
            assert isinstance(told, Deadline)
            closed = bool(told.done_on) or bool(told.cancelled_on and told.cancelled_because)
            assert (found[record].state == "open") is not closed

    @invariant()
    def what_follows_from_a_record_waits_or_was_answered(self) -> None:
        about: dict[RecordId | None, list[deadlines.DueDate]] = {}
        for each in deadlines.deadlines_of(self.akt):
            about.setdefault(each.about, []).append(each)
        assert about.keys() >= self.triggers
        assert about.keys() >= set(self.granted)
        for record, status in self.measures.items():
            waits = any(each.state == "open" for each in about.get(record, ()))
            assert waits is (status not in ("done", "refused"))

    @invariant()
    def the_register_has_all_that_waits(self) -> None:
        waits = sorted((d.what, d.day) for d in deadlines.open_deadlines(self.akt))
        assert sorted(cases.summary_of(self.akt).dates) == waits
        row = self.bench.session.desk.vault.own.row(self.case)
        assert row is not None
        assert sorted(row.summary.dates) == waits


TestLoop = Loop.TestCase
TestLoop.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
