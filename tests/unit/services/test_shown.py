# SPDX-License-Identifier: EUPL-1.2
"""What an open akt gives is what the same journal gives to somebody who reads it now."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.support.desk import Bench
from workbench.domain.assessments import Coding
from workbench.domain.beside import AssessmentLock, Beside
from workbench.domain.ids import RecordId, UserId
from workbench.domain.measures import Measure
from workbench.domain.scenarios import Scenario
from workbench.domain.subject import Note
from workbench.domain.worksheets import FactorRef
from workbench.services.records.akt import Akt, Draft

KINDS = (Note, Scenario, Measure, Coding, Beside, AssessmentLock)
FIRST, SECOND = RecordId("first"), RecordId("second")
pick = st.integers(0, 9)


def given_by(akt, others):
    """Every kind and record, with what is withheld and without it."""
    told = [akt.all(of) for of in KINDS]
    told += [akt.find(of, each) for of in KINDS for each in others]
    told.append([akt.position(entry.id) for entry in akt.file.entries()])
    return told


class Reading(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.bench = Bench()
        self.akt = self.bench.akt(self.bench.begin())
        self.records = [[] for _ in KINDS]

    def put(self, value, number, *, again, seen=None):
        known = self.records[KINDS.index(type(value))]
        record = known[number % len(known)] if again and known else None
        known.append(self.akt.enter(Draft(value, record, seen)).records[0])

    @rule(number=pick, again=st.booleans(), disputes=st.booleans())
    def write(self, number, again, disputes):
        self.put(Note(f"{number}"), number, again=again, seen=() if disputes else None)

    @rule(number=pick, again=st.booleans(), of=st.sampled_from((FIRST, SECOND)))
    def build(self, number, again, of):
        factors = (FactorRef(of, "f01"),)
        self.put(Scenario(f"{number}", "Robin", "Kim", factors=factors), number, again=again)
        self.put(Measure("Byta lås", "", f"{number}", factors=factors), number, again=again)
        self.put(Coding(of, "f01", "now", f"{number}"), number, again=again)

    @rule(by_me=st.booleans())
    def rate_beside(self, by_me):
        rater = self.akt.user if by_me else UserId("another")
        self.put(Beside(SECOND, (FIRST,), "second", rater), 0, again=True)

    @rule(is_locked=st.booleans())
    def lock_or_open_what_was_rated(self, is_locked):
        for each in self.akt.all(AssessmentLock):
            self.akt.withdraw(AssessmentLock, each.record, "Fel knapp")
        if is_locked:
            self.put(AssessmentLock(SECOND), 0, again=False)

    @rule(number=pick, of=st.sampled_from(KINDS))
    def take_back(self, number, of):
        known = self.records[KINDS.index(of)]
        if known:
            self.akt.withdraw(of, known[number % len(known)], "Fel akt")

    @invariant()
    def it_is_what_a_fresh_reading_gives(self):
        vault, clock = self.bench.vault, self.bench.clock
        fresh = Akt(self.akt.file, vault, clock, self.bench.ids)
        records = {each for kind in self.records for each in kind}
        assert given_by(self.akt, records) == given_by(fresh, records)
        with self.akt.whole(), fresh.whole():
            assert given_by(self.akt, records) == given_by(fresh, records)


TestReading = Reading.TestCase
TestReading.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


def test_what_is_not_asked_for_twice_is_gathered_once():
    bench = Bench()
    akt = bench.akt(bench.begin())
    akt.enter(Draft(Note("Samtal")))
    before = akt.all(Note)
    akt.enter(Draft(Measure("Byta lås", "Sten", "")))
    assert akt.all(Note) is before
    akt.enter(Draft(Note("Samtal till")))
    assert [each.value.text for each in akt.all(Note)] == ["Samtal", "Samtal till"]
