# SPDX-License-Identifier: EUPL-1.2
"""Whatever people enter, change, keep and take back: no state hides a gap or loses a measure.

What ought to be open is worked out beside the program, from a plain list of what was done.
"""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.support.desk import Bench
from tests.unit.services.offices import Office
from workbench.domain.assessments import Judgement
from workbench.domain.concerns import ConcernReport
from workbench.domain.incidents import Incident
from workbench.domain.measures import MEASURE_STATUSES, Measure, NoMeasure
from workbench.domain.plans import ChildPlanNote, PlanItem, ProtectionPlan, StayPlan
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import ProtectionNow
from workbench.services.akter import cases
from workbench.services.loop import concerns, gap_flags, gaps, outdated, planning
from workbench.services.records.akt import Draft
from workbench.ui.scenarios.telling import tell_scenarios

TODAY = "2026-11-22"
DAYS = ("", "2026-11-21", TODAY, "2026-11-23", "2028-02-29")
CHILDREN = ("Lo", "Pim")
MOST = 9
pick = st.integers(0, MOST)
MEASURES = st.fixed_dictionaries(
    {
        "who": st.sampled_from(("", "Alex")),
        "due": st.sampled_from(DAYS),
        "follow": st.sampled_from(DAYS),
        "status": st.sampled_from(MEASURE_STATUSES),
    }
)


@dataclass
class Kept:
    """A record as the test remembers it: when it was last said, and what it stands on."""

    at: int
    said: dict
    on: list
    seen: set = field(default_factory=set)
    is_there: bool = True


class Loop(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.bench = self.place()
        self.case = self.bench.begin("")
        self.akt = self.bench.akt(self.case)
        self.at = 0
        self.kinds: dict[type, dict[str, Kept]] = {
            of: {}
            for of in (
                *(Incident, Scenario, Measure, NoMeasure, PlanItem, Judgement),
                *(ProtectionNow, StayPlan, ChildPlanNote, ConcernReport, ProtectionPlan),
            )
        }

    def place(self):
        return Bench()

    def there(self, of):
        return {record: each for record, each in self.kinds[of].items() if each.is_there}

    def one(self, of, number):
        found = sorted(self.there(of))
        return found[number % len(found)] if found else None

    def put(self, value, on=(), record=None, **said):
        self.at += 1
        record = self.akt.enter(Draft(value, record)).records[0]
        self.kinds[type(value)][record] = Kept(self.at, said, list(on))

    def changes(self, of, each):
        """What a record stands on that is not as it was: (what, when), as the test has it."""
        found = set()
        for ground, record in each.on:
            under = self.kinds[ground][record]
            if not under.is_there:
                found.add((record, "gone"))
            elif under.at > each.at:
                found.add((record, under.at))
        judged = self.there(Judgement).get(self.newest())
        if of is PlanItem and judged is not None and judged.at > each.at:
            found.add((self.newest(), judged.at))
        if of is NoMeasure:
            found = {change for change in found if change[1] != "gone"}
        return found - each.seen

    def newest(self):
        """The one that was entered first last: a correction is not a newer judgement."""
        return next(reversed(self.there(Judgement)), None)

    def expected(self):
        scenarios, measures = self.there(Scenario), self.there(Measure)
        judged, newest = self.there(Judgement), self.newest()
        answered = {m.said["scenario"] for m in measures.values() if m.said["status"] != "refused"}
        answered |= {n.said["scenario"] for n in self.there(NoMeasure).values()}
        wanted = [m.said for m in measures.values() if m.said["status"] != "refused"]
        stale = {
            of.__name__
            for of in (Scenario, Measure, NoMeasure, PlanItem)
            for each in self.there(of).values()
            if self.changes(of, each)
        }
        next_on = judged[newest].said["day"] if newest else TODAY
        asked = {
            "judgement-without-reasons": any(not j.said["why"] for j in judged.values()),
            "judgement-without-scenario": judged and not scenarios,
            "judgement-not-signed": newest and next_on and judged[newest].said["why"],
            "scenario-without-measure": set(scenarios) - answered,
            "measure-without-who": any(not m["who"] for m in wanted),
            "measure-without-when": any(not m["due"] for m in wanted),
            "measure-late": any("" < m["due"] < TODAY for m in wanted if m["status"] != "done"),
            "measure-follow-up-overdue": any("" < m["follow"] < TODAY for m in wanted),
            "no-reassessment-date": newest and not next_on,
            "reassessment-due": newest and "" < next_on <= TODAY,
            "scenario-outdated": "Scenario" in stale,
            "measure-outdated": stale & {"Measure", "NoMeasure"},
            "plan-item-older": "PlanItem" in stale,
            **self.of_people(),
        }
        return {gap for gap, is_open in asked.items() if is_open}

    def of_people(self):
        """What is asked about protection now, the children, and whoever stays or goes home."""
        now, stays = list(self.there(ProtectionNow).values()), self.there(StayPlan).values()
        answered = [each for each in now if each.said["shelter"]]
        declined = bool(answered) and answered[-1].said["shelter"] == "declined"
        children = [each.said for each in self.there(ChildPlanNote).values()]
        told = {each.said["child"] for each in self.there(ConcernReport).values()}
        plans = [each.said["day"] for each in self.there(ProtectionPlan).values()]
        return {
            "protection-not-considered": not now,
            "declined-without-stay-plan": declined
            and not any(each.at > answered[-1].at for each in stays),
            "stays-without-contact-date": any(not each.said["day"] for each in stays),
            "contact-overdue": any("" < each.said["day"] < TODAY for each in stays),
            "child-without-plan": any(not each["has_plan"] for each in children),
            "child-without-concern-position": {each["child"] for each in children} - told,
            "follow-up-overdue": any("" < day < TODAY for day in plans),
        }

    @initialize(said=MEASURES)
    def begin(self, said):
        self.imagine(0, [], is_new=True)
        self.decide(0, 0, said, is_new=True)

    @rule(number=pick, is_new=st.booleans())
    def happens(self, number, is_new):
        record = None if is_new else self.one(Incident, number)
        self.put(Incident("2026-08-12", "physical", 4, "slag"), (), record)

    @rule(number=pick, rests=st.lists(pick, max_size=2), is_new=st.booleans())
    def imagine(self, number, rests, is_new):
        record = None if is_new else self.one(Scenario, number)
        on = [one for each in rests if (one := self.one(Incident, each)) is not None]
        value = Scenario("Hot", "Han", "Kim", incidents=tuple(dict.fromkeys(on)))
        self.put(value, [(Incident, each) for each in on], record)

    @rule(number=pick, answers=pick, said=MEASURES, is_new=st.booleans())
    def decide(self, number, answers, said, is_new):
        record = None if is_new else self.one(Measure, number)
        scenario = self.one(Scenario, answers) if answers < MOST else None
        value = Measure("Larm", said["who"], said["due"], scenario, status=said["status"],
                        follow_up_on=said["follow"])  # fmt: skip
        self.put(value, [(Scenario, scenario)] if scenario else [], record,
                 **said, scenario=scenario)  # fmt: skip

    @rule(number=pick)
    def leave_without(self, number):
        scenario = self.one(Scenario, number)
        if scenario is not None:
            self.at += 1
            record = planning.enter_no_measure(self.akt, scenario, "Häktad").records[0]
            said = {"scenario": scenario}
            self.kinds[NoMeasure][record] = Kept(self.at, said, [(Scenario, scenario)])

    @rule(number=pick, is_new=st.booleans())
    def plan(self, number, is_new):
        record = None if is_new else self.one(PlanItem, number)
        on = self.one(Scenario, number)
        value = PlanItem("person", "", "Nyckel", "M", scenarios=(on,) if on else ())
        self.put(value, [(Scenario, on)] if on else [], record)

    @rule(number=pick, why=st.sampled_from(("", "skäl")), day=st.sampled_from(DAYS),
          is_new=st.booleans())  # fmt: skip
    def judge(self, number, why, day, is_new):
        record = None if is_new else self.one(Judgement, number)
        self.put(Judgement((), "Hot", "Kim", why, "", "Inga", day), (), record, why=why, day=day)

    @rule(shelter=st.sampled_from(("", "accepted", "declined")))
    def consider(self, shelter):
        self.put(ProtectionNow("yes", "", shelter=shelter), shelter=shelter)

    @rule(number=pick, day=st.sampled_from(DAYS), is_new=st.booleans())
    def stay(self, number, day, is_new):
        record = None if is_new else self.one(StayPlan, number)
        self.put(StayPlan("goes-home", day), (), record, day=day)

    @rule(number=pick, child=st.sampled_from(CHILDREN), has_plan=st.booleans(),
          is_new=st.booleans())  # fmt: skip
    def note_child(self, number, child, has_plan, is_new):
        record = None if is_new else self.one(ChildPlanNote, number)
        self.put(ChildPlanNote(child, has_plan), (), record, child=child, has_plan=has_plan)

    @rule(child=st.sampled_from(CHILDREN), is_made=st.booleans())
    def say_of_concern(self, child, is_made):
        made = ConcernReport(child, "made", "Alex", TODAY)
        not_made = ConcernReport(child, "not-made", because="Gjord av skolan")
        self.at += 1
        found = concerns.enter_position(self.akt, made if is_made else not_made)
        self.kinds[ConcernReport][found.records[0]] = Kept(self.at, {"child": child}, [])

    @rule(number=pick, day=st.sampled_from(DAYS))
    def follow(self, number, day):
        record = self.one(ProtectionPlan, number)
        self.put(ProtectionPlan("Bara sms", "", "Alex", day), (), record, day=day)

    @rule(of=st.sampled_from((Incident, Scenario, Measure, PlanItem, Judgement, StayPlan,
                              ChildPlanNote, ConcernReport)), number=pick)  # fmt: skip
    def take_back(self, of, number):
        record = self.one(of, number)
        if record is not None:
            self.at += 1
            self.akt.withdraw(of, record, "fel")
            self.kinds[of][record].is_there = False

    @rule(number=pick)
    def keep_one(self, number):
        found = outdated.outdated(self.akt)
        if not found:
            return
        one = found[number % len(found)]
        outdated.still_holds(self.akt, one, "Det gäller ändå")
        for of, records in self.kinds.items():
            if one.record in records:
                records[one.record].seen |= self.changes(of, records[one.record])

    @rule()
    def lock(self):
        self.bench.reopen()
        self.akt = self.bench.akt(self.case)

    @invariant()
    def no_gap_is_hidden_and_none_made_up(self):
        found = {each.gap for each in gaps.open_gaps(self.akt, TODAY)}
        assert found == self.expected()
        shown = {gap for step in planning.loop_of(self.akt, TODAY) for gap in step.gaps}
        assert shown == found
        (row,) = cases.open_cases(self.bench.session.desk)
        if self.at:  # the first entry writes the register
            assert set(gap_flags.open_in(row)) == found - set(gaps.OF_A_DAY)

    @invariant()
    def no_measure_is_lost(self):
        shown = tell_scenarios(self.akt, self.bench.session.desk).scenarios
        listed = sorted(m.record for scenario in shown for m in scenario.measures)
        assert listed == sorted(self.there(Measure))
        for record in self.kinds[Measure]:
            assert self.akt.history(Measure, record)


class OnDisk(Office):
    """A real vault that is locked as a bench is."""

    def reopen(self):
        self.relock()


class LoopOnDisk(Loop):
    """The same on a real vault: what a lock, a register and a journal on disk make of it."""

    def place(self):
        self.folder = TemporaryDirectory()
        return OnDisk(Path(self.folder.name) / "jour")

    def teardown(self):
        self.bench.session.close()
        self.folder.cleanup()


Loop.TestCase.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
LoopOnDisk.TestCase.settings = settings(max_examples=4, stateful_step_count=12, deadline=None)
TestLoop, TestLoopOnDisk = Loop.TestCase, LoopOnDisk.TestCase
