# SPDX-License-Identifier: EUPL-1.2
"""People and their accounts in words. Nobody is counted, no account is compared with another."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.ids import RecordId
from workbench.domain.persons import Person, PersonLink, Statement
from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.facts import account_words, persons
from workbench.services.facts.persons import Topic
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.people.network import NetworkVm, NodeVm
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.history import Lines
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.voices import names_of
from workbench.words import _


@dataclass(frozen=True, slots=True)
class TopicVm:
    """Accounts of one thing side by side, and where a person saw that they differ."""

    topic: str
    accounts: tuple[RecordVm, ...]
    differences: tuple[RecordVm, ...]


@dataclass(frozen=True, slots=True)
class PeopleVm:
    """The page at one look."""

    number: str
    people: tuple[RecordVm, ...]
    topics: tuple[TopicVm, ...]
    choices: tuple[OptionVm, ...]
    accounts: tuple[OptionVm, ...]
    network: NetworkVm
    links: tuple[RecordVm, ...]


def tell_people(akt: Akt, desk: Desk) -> PeopleVm:
    """Everyone by their part, and everything said by what it is about."""
    tell, known = teller(akt, names_of(desk)), persons.people(akt)
    names = {each.record: each.value.name for each in known}
    topics = persons.side_by_side(akt)
    said = [each for topic in topics for each in topic.statements]
    return PeopleVm(
        number=cases.number_of(desk, akt.case),
        people=tuple(_person(tell, each, names) for each in known),
        topics=tuple(_topic(tell, each, names) for each in topics),
        choices=tuple(OptionVm(record, name) for record, name in names.items()),
        accounts=tuple(OptionVm(each.record, _account(each, names)) for each in said),
        network=_network(akt, names),
        links=tuple(_link(tell, each, names) for each in persons.links(akt)),
    )


def describe_person(person: Person) -> Lines:
    """A version in labelled lines."""
    return (
        (_("Name, or what they are called"), person.name),
        (_("Part"), account_words.part(person.part, _)),
        (_("Relation"), person.relation),
        (_("Where, in words"), person.where),
        (_("Influence"), person.influence),
        (_("Note"), person.note),
    )


def describe_statement(said: Statement) -> Lines:
    """A version in labelled lines."""
    return (
        (_("What it is about"), said.topic),
        (_("What the person says"), said.text),
        (_("To whom it was said"), said.stated_to),
        (_("When it was said"), said.stated_on),
        (_("Source"), said.source),
    )


def _person(tell: Teller, each: Recorded[Person], names: Mapping[RecordId, str]) -> RecordVm:
    value = each.value
    facts = [part for part in (value.relation, value.where, value.influence) if part]
    return RecordVm(
        record=each.record,
        heading=value.name,
        text=value.note,
        facts=(*facts, *standing_facts(each)),
        lines=tuple(_links(tell.akt, each.record, names)),
        states=(StateVm(account_words.part(value.part, _), icon="person"),),
        versions=tell.versions(Person, each, describe_person),
        has_working=tell.has_working(Person, each.record),
    )


def _links(akt: Akt, person: RecordId, names: Mapping[RecordId, str]) -> list[str]:
    return [_linked(link, names) for link in persons.links_of(akt, person)]


def _linked(link: Recorded[PersonLink], names: Mapping[RecordId, str]) -> str:
    value = link.value
    said = _("{one} – {other}: {link}").format(
        one=names[value.one], other=names[value.other], link=value.link
    )
    role = account_words.collective_roles(_).get(value.role)
    return _("{said} ({role})").format(said=said, role=role) if role else said


def _link(tell: Teller, each: Recorded[PersonLink], names: Mapping[RecordId, str]) -> RecordVm:
    return RecordVm(
        record=each.record,
        heading=_linked(each, names),
        text="",
        facts=standing_facts(each),
        has_working=tell.has_working(PersonLink, each.record),
    )


def _network(akt: Akt, names: Mapping[RecordId, str]) -> NetworkVm:
    """Everybody with what is read out of them, and which two belong together."""
    nodes = []
    for each in persons.people(akt):
        part = account_words.part(each.value.part, _)
        said = ", ".join((each.value.name, part, *_links(akt, each.record, names)))
        nodes.append(NodeVm(each.record, each.value.name, each.value.part, said))
    edges = {
        link.record: (link.value.one, link.value.other)
        for node in nodes
        for link in persons.links_of(akt, RecordId(node.record))
    }
    return NetworkVm(tuple(nodes), tuple(edges.values()))


def _topic(tell: Teller, topic: Topic, names: Mapping[RecordId, str]) -> TopicVm:
    differences = tuple(
        RecordVm(
            each.record,
            _("A person saw that the accounts differ"),
            each.value.differs_in,
            facts=(_settled(each.value.settled), *standing_facts(each)),
            has_working=tell.has_working(type(each.value), each.record),
        )
        for each in topic.disagreements
    )
    said = tuple(_statement(tell, each, names) for each in topic.statements)
    return TopicVm(topic.topic, said, differences)


def _settled(text: str) -> str:
    return _("Found to be: {text}").format(text=text) if text else _("Not settled")


def _statement(tell: Teller, each: Recorded[Statement], names: Mapping[RecordId, str]) -> RecordVm:
    value, facts = each.value, []
    if value.stated_to:
        facts.append(_("Said to {whom}").format(whom=value.stated_to))
    if value.source:
        facts.append(_("Source: {source}").format(source=value.source))
    if value.nature:
        facts.append(account_words.nature(value.nature, _))
    return RecordVm(
        record=each.record,
        heading=names.get(value.person, _("Not shown here")),
        text=value.text,
        facts=tuple(part for part in (value.stated_on, *facts, *standing_facts(each)) if part),
        versions=tell.versions(Statement, each, describe_statement),
        has_working=tell.has_working(Statement, each.record),
    )


def _account(each: Recorded[Statement], names: Mapping[RecordId, str]) -> str:
    who = names.get(each.value.person, "")
    return _("{topic} · {who}").format(topic=each.value.topic, who=who)
