# SPDX-License-Identifier: EUPL-1.2
"""Which akter belong together: two records, one mark, told to who may open both and nobody else."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.support.desk import Bench
from tests.unit.services.colleagues import Two
from tests.unit.services.offices import Office
from workbench.domain.file_links import RELATIONS, FileLink, other_way
from workbench.domain.ids import CaseId
from workbench.domain.protected_identity import ProtectedIdentity
from workbench.domain.subject import Note
from workbench.services.akter import file_links
from workbench.services.akter.file_links import (
    AlreadyLinkedError,
    Linked,
    LinkToItselfError,
    NoReasonError,
    NotAmongYoursError,
)
from workbench.services.facts.searching import find_in_akt
from workbench.services.house import access
from workbench.services.papers.journal import journal_document
from workbench.services.papers.shared import Writing
from workbench.services.person import link_marks
from workbench.services.person.protection_view import NoTieError
from workbench.services.records.akt import Draft

_AKTER = 4


class Seen:
    """The own akter of somebody who has access to some only."""

    def __init__(self, own) -> None:
        self._own = own
        self.closed: set[CaseId] = set()

    def rows(self):
        return tuple(row for row in self._own.rows() if row.case not in self.closed)

    def row(self, case: CaseId):
        return None if case in self.closed else self._own.row(case)

    def find(self, sought: str):
        return tuple(row for row in self._own.find(sought) if row.case not in self.closed)

    def numbers(self):
        return self._own.numbers()


def _seated(akter: int = 2) -> tuple[Bench, list[CaseId], Seen]:
    bench = Bench()
    made = [bench.begin(f"Påhittad {at}") for at in range(akter)]
    bench.vault.own = seen = Seen(bench.vault.own)
    return bench, made, seen


def _links(bench: Bench, case: CaseId) -> tuple[Linked, ...]:
    return file_links.links_of(bench.session.desk, bench.akt(case))


def _link(bench: Bench, one: CaseId, other: CaseId, relation="sibling") -> None:
    file_links.link(bench.session.desk, bench.akt(one), other, relation)


def test_a_link_stands_in_both_akter_and_names_neither() -> None:
    bench, (one, other), _seen = _seated()
    _link(bench, one, other, "child")
    for case, beyond, relation in ((one, other, "child"), (other, one, "parent")):
        (linked,) = _links(bench, case)
        assert (linked.row.case, linked.relation, linked.is_hidden) == (beyond, relation, False)
        written = repr([entry.content() for entry in bench.akt(case).file.entries()])
        assert beyond not in written
        assert bench.vault.own.row(beyond).number not in written


def test_who_may_not_open_the_other_is_told_nothing_not_even_on_paper() -> None:
    bench, (one, other), seen = _seated()
    before = journal_document(Writing(bench.akt(one), bench.session.desk, "sv"))
    _link(bench, one, other)
    file_links.hide(bench.akt(one), _links(bench, one)[0], "ett skäl")
    file_links.show_again(
        bench.session.desk, bench.akt(one), _links(bench, one)[0], "inget skäl längre"
    )
    bench.akt(one).enter(Draft(Note("efteråt")))
    seen.closed.add(other)
    assert _links(bench, one) == link_marks.circle(bench.session.desk, one) == ()
    after = journal_document(Writing(bench.akt(one), bench.session.desk, "sv"))
    assert after.entries[:-1] == before.entries
    assert int(after.entries[-1].number) == len(after.entries)  # no gap tells of it either
    mark = bench.akt(one).all(FileLink)[0].value.link
    assert find_in_akt(bench.akt(one), mark[:8]) == find_in_akt(bench.akt(one), "skäl") == ()
    seen.closed.clear()
    assert len(_links(bench, one)) == 1


def test_what_cannot_be_linked_says_so_and_enters_nothing() -> None:
    bench, (one, other), seen = _seated()
    desk, akt = bench.session.desk, bench.akt(one)
    with pytest.raises(LinkToItselfError, match="PERSON-005"):
        file_links.link(desk, akt, one, "sibling")
    number = bench.vault.own.row(other).number
    assert file_links.case_numbered(desk, f" {number} ") == other
    seen.closed.add(other)
    refused = []
    for sought in (number, "9999-0001", ""):  # somebody else's, nobody's, nothing: one answer
        with pytest.raises(NotAmongYoursError, match="PERSON-006") as met:
            file_links.case_numbered(desk, sought)
        refused.append((str(met.value), met.value.args, met.value.facts))
    assert len(set(map(repr, refused))) == 1
    with pytest.raises(NotAmongYoursError):
        file_links.link(desk, akt, other, "sibling")
    assert akt.all(FileLink) == ()


def test_nothing_is_tied_to_an_assumed_identity() -> None:
    bench, (one, other), _seen = _seated()
    bench.akt(other).enter(Draft(ProtectedIdentity("assumed_identity")))
    for at, beyond in ((one, other), (other, one)):
        with pytest.raises(NoTieError, match="PROTECT-003"):
            _link(bench, at, beyond)
        assert bench.akt(at).all(FileLink) == ()


def test_the_same_link_twice_is_refused_also_while_it_is_hidden() -> None:
    bench, (one, other), _seen = _seated()
    _link(bench, one, other)
    file_links.hide(bench.akt(one), _links(bench, one)[0], "skäl")
    with pytest.raises(AlreadyLinkedError, match="PERSON-007"):
        _link(bench, other, one)
    _link(bench, one, other, "came-together")
    assert len(_links(bench, other)) == 2


def test_hidden_in_one_it_is_hidden_in_both_and_shown_again_from_either() -> None:
    bench, (one, other), _seen = _seated()
    _link(bench, one, other)
    with pytest.raises(NoReasonError, match="PERSON-008"):
        file_links.hide(bench.akt(one), _links(bench, one)[0], "  ")
    file_links.hide(bench.akt(one), _links(bench, one)[0], "skydd")
    assert [_links(bench, each)[0].is_hidden for each in (one, other)] == [True, True]
    assert link_marks.circle(bench.session.desk, other) == ()
    desk, akt = bench.session.desk, bench.akt(other)
    file_links.show_again(desk, akt, file_links.links_of(desk, akt)[0], "hotet är borta")
    assert [_links(bench, each)[0].is_hidden for each in (one, other)] == [False, False]
    said = [entry.content()["reason"] for entry in bench.akt(one).history(
        FileLink, _links(bench, one)[0].record)]  # fmt: skip
    assert said == ["", "skydd", "hotet är borta"]


def test_a_circle_of_links_is_walked_once() -> None:
    bench, akter, _seen = _seated(4)
    for one, other in zip(akter, (*akter[1:], akter[0]), strict=True):
        _link(bench, one, other, "relative")
    walked = [row.case for row in link_marks.circle(bench.session.desk, akter[0])]
    assert sorted(walked) == sorted(akter[1:])
    assert walked[-1] == akter[2]


@pytest.mark.parametrize("relation", RELATIONS)
def test_seen_from_the_other_akt_and_back_it_is_the_same(relation) -> None:
    assert other_way(other_way(relation)) == relation


def test_a_colleague_with_one_key_is_told_nothing_until_they_have_both(tmp_path) -> None:
    two = Two(Office(tmp_path / "jour"))
    mother = two.case
    two.be("sten")
    child = two.office.begin("Lo Låtsas")
    file_links.link(two.desk, two.office.akt(mother), child, "child")
    berits = two.be("berit")
    assert berits.case == mother
    assert file_links.links_of(two.desk, berits) == ()
    with pytest.raises(NotAmongYoursError):
        file_links.case_numbered(two.desk, two.desk.vault.own.numbers()[child])
    two.be("sten")
    access.grant(two.desk, child, two.berit, "tar över")
    berits = two.be("berit")
    (linked,) = file_links.links_of(two.desk, berits)
    assert (linked.row.case, linked.relation) == (child, "child")


class Links(RuleBasedStateMachine):
    """Linked, hidden, shown again, access given and taken, in any order."""

    akter = st.integers(0, _AKTER - 1)

    @initialize()
    def sit_down(self) -> None:
        self.bench, self.cases, self.seen = _seated(_AKTER)
        self.made: dict[tuple[CaseId, CaseId], bool] = {}

    @rule(one=akter, other=akter)
    def link(self, one: int, other: int) -> None:
        pair = self.cases[one], self.cases[other]
        if pair[0] in self.seen.closed:
            return  # nobody works in an akt that they may not open
        key = min(pair), max(pair)
        if one == other or pair[1] in self.seen.closed or key in self.made:
            with pytest.raises((LinkToItselfError, NotAmongYoursError, AlreadyLinkedError)):
                _link(self.bench, *pair)
            return
        _link(self.bench, *pair)
        self.made[key] = False

    @rule(at=akter)
    def turn_access(self, at: int) -> None:
        self.seen.closed ^= {self.cases[at]}

    @precondition(lambda self: self.made)
    @rule(at=akter, data=st.data())
    def turn(self, at: int, data) -> None:
        case = self.cases[at]
        links = _links(self.bench, case) if case not in self.seen.closed else ()
        if not links:
            return
        linked = data.draw(st.sampled_from(links))
        desk, akt = self.bench.session.desk, self.bench.akt(case)
        if linked.is_hidden:
            file_links.show_again(desk, akt, linked, "skäl")
        else:
            file_links.hide(akt, linked, "skäl")
        pair = min(case, linked.row.case), max(case, linked.row.case)
        self.made[pair] = not linked.is_hidden

    @invariant()
    def exactly_the_links_between_own_akter_are_told(self) -> None:
        for case in self.cases:
            if case in self.seen.closed:
                continue
            told = {each.row.case: each.is_hidden for each in _links(self.bench, case)}
            assert told == {
                ({*pair} - {case}).pop(): is_hidden
                for pair, is_hidden in self.made.items()
                if case in pair and not {*pair} & self.seen.closed
            }
            for row in link_marks.circle(self.bench.session.desk, case):
                assert row.case not in self.seen.closed


Links.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestLinks = Links.TestCase
