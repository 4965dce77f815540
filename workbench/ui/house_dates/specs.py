# SPDX-License-Identifier: EUPL-1.2
"""A deadline of the organisation as fields and back: which, since when, and what it is about."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from workbench.domain.deadlines import Deadline
from workbench.services.law.deadline_rules import DeadlineRule, Rules
from workbench.services.loop import house_dates
from workbench.ui.follow_up.specs import settle_fields
from workbench.ui.writing import checks, moments
from workbench.ui.writing.fields import FieldVm, OptionVm
from workbench.ui.writing.spec import Missing, Spec, Values
from workbench.words import _

RULE, DAY, TIME, ABOUT = "rule", "day", "time", "title"


def deadline_fields(rules: Iterable[DeadlineRule]) -> tuple[FieldVm, ...]:
    """What is asked when one begins. Several users read it: the field itself says what to leave."""
    options = tuple(OptionVm(each.id, each.text.title) for each in rules)
    since = _("When it became known. Without a time, hours are counted from midnight.")
    return (
        FieldVm(RULE, _("Which deadline"), "list", options=options),
        FieldVm(DAY, _("Day"), "day", since, is_short=True),
        FieldVm(TIME, _("Time"), "time", is_short=True),
        FieldVm(ABOUT, _("Why it begins"), hint=nothing_personal()),
    )


def own_date_fields() -> tuple[FieldVm, ...]:
    """What an own date is made of."""
    return (
        FieldVm("day", _("Day"), "day"),
        FieldVm("what", _("What will be looked at"), hint=nothing_personal()),
        checks.reason_field(),
    )


def own_settle_fields() -> tuple[FieldVm, ...]:
    """What can become of one: said as for any date, without a person in it."""
    return tuple(
        replace(each, hint=f"{each.hint} {nothing_personal()}") if each.name == "words" else each
        for each in settle_fields()
    )


def nothing_personal() -> str:
    """What the fields of the organisation ask to be left out."""
    return _("Nothing about a person: no name, no case number. Everybody who works here reads it.")


def deadline_spec(known: Callable[[], Rules]) -> Spec[Deadline]:
    """How one is begun. `known`: the rules with the house's own periods, when it is entered."""

    def build(values: Values) -> Deadline:
        wanted, about = values.get(RULE, ""), values.get(ABOUT, "")
        return house_dates.begun(known(), wanted, _since(values), about)

    return Spec(Deadline, _read, build, _missing, require=house_dates.require_begun)


def _read(deadline: Deadline) -> Values:
    day, time = moments.split_observed(deadline.since)
    rule = deadline.rule.partition("@")[0]
    return {RULE: rule, DAY: day, TIME: time, ABOUT: deadline.title}


def _since(values: Values) -> str:
    return moments.observed(values.get(DAY, ""), values.get(TIME, ""))


def _missing(values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return (
        checks.blank(values, RULE, _("Choose which deadline it is."))
        or checks.blank(values, DAY, _("Write the day."))
        or checks.not_a_day(values, DAY)
        or checks.not_a_time(values, TIME)
        or checks.blank(values, ABOUT, _("Write why."))
    )
