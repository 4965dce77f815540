# SPDX-License-Identifier: EUPL-1.2
"""What the page of protection measures shows, in words."""

from dataclasses import dataclass
from datetime import date

from workbench.domain.orders import Alarm, OrderBreach, OrderExtension, PoliceContact
from workbench.domain.orders import RestrainingOrder as Order
from workbench.services.akter import cases
from workbench.services.desk import Desk
from workbench.services.loop import orders
from workbench.services.loop import protective_words as said
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.orders.alarm_specs import describe_alarm, describe_police
from workbench.ui.orders.specs import describe_breach, describe_extension, describe_order
from workbench.ui.writing.law_lines import law_line
from workbench.ui.writing.records import RecordVm, StateVm, Teller, standing_facts, teller
from workbench.ui.writing.voices import names_of
from workbench.words import _


@dataclass(frozen=True, slots=True)
class OrderVm:
    """One order with its extensions and breaches. `areas` is shown when asked for."""

    order: RecordVm
    areas: str = ""
    extensions: tuple[RecordVm, ...] = ()
    breaches: tuple[RecordVm, ...] = ()
    can_extend: bool = False


@dataclass(frozen=True, slots=True)
class OrdersVm:
    """The whole page; orders with the latest last day first."""

    number: str
    orders: tuple[OrderVm, ...]
    alarms: tuple[RecordVm, ...]
    police: tuple[RecordVm, ...]


def tell_orders(akt: Akt, desk: Desk) -> OrdersVm:
    """Everything that protects, as it stands today."""
    tell, today = teller(akt, names_of(desk)), desk.clock.today()
    found = sorted(akt.all(Order), key=lambda each: _last_day(akt, each), reverse=True)
    return OrdersVm(
        number=cases.number_of(desk, akt.case),
        orders=tuple(_order(akt, tell, each, today) for each in found),
        alarms=tuple(_alarm(tell, each) for each in akt.all(Alarm)),
        police=tuple(_police(tell, each) for each in akt.all(PoliceContact)),
    )


def _last_day(akt: Akt, each: Recorded[Order]) -> str:
    span = orders.span_of(akt, each)
    return span.ends if span is not None else "9999"


def _order(akt: Akt, tell: Teller, each: Recorded[Order], today: date) -> OrderVm:
    value = each.value
    heading = said.order_kind(value.kind, _)
    if value.against:
        heading = _("{what} against {whom}").format(what=heading, whom=value.against)
    vm = RecordVm(
        record=each.record,
        heading=heading,
        text=value.note,
        facts=(*_facts(value), *standing_facts(each)),
        lines=_doubts(akt, each, today),
        states=(StateVm(_state(akt, each, today), icon="mark"),),
        versions=tell.versions(Order, each, describe_order),
        has_working=tell.has_working(Order, each.record),
    )
    return OrderVm(
        vm,
        value.areas,
        tuple(_extension(akt, tell, x) for x in orders.extensions_of(akt, each.record)),
        tuple(_breach(tell, x) for x in orders.breaches_of(akt, each.record)),
        can_extend=value.is_in_force,
    )


def _facts(value: Order) -> tuple[str, ...]:
    facts = [
        _("It is the child's own") if value.for_child else "",
        _("With electronic monitoring") if value.monitored else "",
        _("Applied for {day}").format(day=value.applied_on) if value.applied_on else "",
        _("Decided {day}").format(day=value.decided_on) if value.decided_on else "",
        value.reference,
    ]
    return tuple(fact for fact in facts if fact)


def _state(akt: Akt, each: Recorded[Order], today: date) -> str:
    """Where it stands, as a person would say it."""
    value, span = each.value, orders.span_of(akt, each)
    if value.lifted_on:
        return _("Lifted {day}").format(day=value.lifted_on)
    if value.decision != "granted":
        return said.decision(value.decision, _)
    if span is None:
        return _("Granted")
    if span.begins > today.isoformat():
        return _("From {begins} to {ends}").format(begins=span.begins, ends=span.ends)
    if span.ends < today.isoformat():
        return _("Ended {day}").format(day=span.ends)
    return _("In force to {day}").format(day=span.ends)


def _doubts(akt: Akt, each: Recorded[Order], today: date) -> tuple[str, ...]:
    steps = [orders.doubt_about_step(akt, x) for x in orders.extensions_of(akt, each.record)]
    limit = orders.text_for(each.value.kind)
    if limit is None or not (orders.doubt_about(each.value) or any(steps)):
        return ()
    text = _("Longer than the text says: {text}").format(text=limit.text.text)
    return (text, law_line(limit.text, today))


def _extension(akt: Akt, tell: Teller, each: Recorded[OrderExtension]) -> RecordVm:
    return RecordVm(
        record=each.record,
        heading=_("Extended to {day}").format(day=each.value.ends),
        text=each.value.why,
        facts=standing_facts(each),
        lines=(_("Longer than the text says."),) if orders.doubt_about_step(akt, each) else (),
        versions=tell.versions(OrderExtension, each, describe_extension),
        has_working=tell.has_working(OrderExtension, each.record),
    )


def _breach(tell: Teller, each: Recorded[OrderBreach]) -> RecordVm:
    value = each.value
    reported = _("Reported to the police: {said}").format(said=said.yes_no(value.reported, _))
    return RecordVm(
        record=each.record,
        heading=_("Breach {day}").format(day=value.day),
        text=value.what,
        facts=(reported, *((value.report_number,) if value.report_number else ())),
        versions=tell.versions(OrderBreach, each, describe_breach),
        has_working=tell.has_working(OrderBreach, each.record),
    )


def _alarm(tell: Teller, each: Recorded[Alarm]) -> RecordVm:
    value = each.value
    facts = [
        _("Since {day}").format(day=value.since) if value.since else "",
        _("Tried {day}").format(day=value.tried_on) if value.tried_on else "",
        _("Handed back {day}").format(day=value.until) if value.until else "",
    ]
    is_back = "" < value.until <= tell.akt.today()
    warns = value.kind == "alarm_number" and not is_back
    return RecordVm(
        record=each.record,
        heading=said.alarm_kind(value.kind, _),
        text=value.note,
        facts=(*(fact for fact in facts if fact), *standing_facts(each)),
        lines=(said.no_position(_),) if warns else (),
        versions=tell.versions(Alarm, each, describe_alarm),
        has_working=tell.has_working(Alarm, each.record),
    )


def _police(tell: Teller, each: Recorded[PoliceContact]) -> RecordVm:
    value = each.value
    facts = (value.unit, value.phone, value.report_number)
    return RecordVm(
        record=each.record,
        heading=value.name or value.unit or value.phone,
        text=value.note,
        facts=(*(fact for fact in facts if fact), *standing_facts(each)),
        versions=tell.versions(PoliceContact, each, describe_police),
        has_working=tell.has_working(PoliceContact, each.record),
    )
