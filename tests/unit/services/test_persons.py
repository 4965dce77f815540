# SPDX-License-Identifier: EUPL-1.2
"""People, links and accounts: circles hold, nothing is compared, a person marks what differs."""

import pytest

from tests.support.desk import Bench
from workbench.domain.persons import Disagreement, Person, PersonLink, Statement
from workbench.services.facts import persons
from workbench.services.records.akt import Akt, Draft


@pytest.fixture
def akt() -> Akt:
    bench = Bench()
    return bench.akt(bench.begin())


def _enter(akt: Akt, value: object):
    return akt.enter(Draft(value)).records[0]


def test_people_stand_by_their_part_and_circles_of_links_hold(akt: Akt) -> None:
    group = _enter(akt, Person("Släkten", "collective"))
    father = _enter(akt, Person("Fadern", "perpetrator"))
    child = _enter(akt, Person("Lillebror", "child"))
    names = [each.value.name for each in persons.people(akt)]
    assert names == ["Lillebror", "Fadern", "Släkten"]
    for one, other in ((father, group), (group, child), (child, father)):
        link = PersonLink(one, other, "hör ihop", "decides" if other == group else "")
        persons.require_link(akt, link)
        _enter(akt, link)
    assert len(persons.links_of(akt, child)) == 2
    akt.withdraw(Person, father, "Fel person")
    assert [each.value.other for each in persons.links_of(akt, child)] == [child]


def test_links_that_cannot_be_are_refused_by_their_code(akt: Akt) -> None:
    one, other = _enter(akt, Person("A", "victim")), _enter(akt, Person("B", "protector"))
    for link, code in (
        (PersonLink(one, one, "sig själv"), "PERSON-002"),
        (PersonLink(one, akt.new_record(), "okänd"), "PERSON-001"),
        (PersonLink(one, other, "syster", "decides"), "PERSON-003"),
    ):
        with pytest.raises(Exception) as refused:  # noqa: PT011  the code is the claim
            persons.require_link(akt, link)
        assert getattr(refused.value, "code", "") == code


def test_accounts_of_one_topic_stand_side_by_side_and_only_a_person_says_that_they_differ(
    akt: Akt,
) -> None:
    she, he = _enter(akt, Person("Hon", "victim")), _enter(akt, Person("Brodern", "other"))
    first = _enter(akt, Statement(he, "Natten", "Inget hände."))
    second = _enter(akt, Statement(she, "natten  ", "Han slog mig.", nature="fact"))
    third = _enter(akt, Statement(she, "Nätterna", "Annat."))
    topic, alone = persons.side_by_side(akt)
    assert [each.record for each in topic.statements] == [second, first]
    assert topic.topic == "Natten"
    assert (topic.disagreements, [each.record for each in alone.statements]) == ((), [third])
    mark = Disagreement("NATTEN", (first, second), "Om slaget")
    persons.require_disagreement(akt, mark)
    _enter(akt, mark)
    assert [each.value.settled for each in persons.side_by_side(akt)[0].disagreements] == [""]


def test_a_disagreement_needs_two_accounts_on_its_topic(akt: Akt) -> None:
    she = _enter(akt, Person("Hon", "victim"))
    said = _enter(akt, Statement(she, "Natten", "Han slog mig."))
    other = _enter(akt, Statement(she, "Bilen", "Röd."))
    for told, code in (
        ((said,), "PERSON-004"),
        ((said, said), "PERSON-004"),
        ((said, other), "PERSON-004"),
        ((said, akt.new_record()), "PERSON-001"),
    ):
        with pytest.raises(Exception) as refused:  # noqa: PT011  the code is the claim
            persons.require_disagreement(akt, Disagreement("Natten", told, "x"))
        assert getattr(refused.value, "code", "") == code
    with pytest.raises(persons.UnknownPersonError):
        persons.require_statement(akt, Statement(akt.new_record(), "Natten", "x"))
