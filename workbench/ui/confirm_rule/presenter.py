# SPDX-License-Identifier: EUPL-1.2
"""The confirmation is written in the organisation akt and bound to the rule's very content."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from workbench.domain.assessments import RuleConfirmation
from workbench.domain.ids import RecordId
from workbench.domain.people import Organisation
from workbench.instruments.definition import Definition
from workbench.instruments.gates import rule_sha256
from workbench.instruments.rule_tables import Rule
from workbench.services import results, working
from workbench.services.akt import Akt
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.sheets import sheet
from workbench.ui.assess.vms import TICKED
from workbench.ui.confirm_rule.parts import PartVm, parts_of
from workbench.ui.kit.asking import Asks
from workbench.ui.own_appraisal.presenter import keep_if_entered
from workbench.ui.places import Go, Place
from workbench.ui.writing import checks
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _, language

T = TypeVar("T")
_RULE = "rule"


@dataclass(frozen=True, slots=True)
class OpenHouse(OpenCase):
    """The organisation akt, reached like a case."""

    def run(
        self,
        work: Callable[[Akt], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.jobs.run(lambda: work(self.session.desk.house), done=done, failed=failed)


@dataclass(frozen=True, slots=True)
class ConfirmVm:
    """The rule to compare; `parts` is empty when nothing is left to confirm."""

    title: str
    parts: tuple[PartVm, ...]


class ConfirmView(Protocol):
    """What the page must be able to show."""

    @property
    def confirmation(self) -> WritingView: ...

    def show_rule(self, vm: ConfirmVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


@dataclass(frozen=True, slots=True)
class _Waiting:
    """The first rule of the instrument that nobody has confirmed."""

    definition: Definition
    rule: Rule | None
    start: Values
    left: RecordId | None


class ConfirmPresenter:
    """One rule at a time: nothing can be entered before every row is ticked."""

    def __init__(
        self, view: ConfirmView, case: OpenCase, asks: Asks, go: Go, assessment: RecordId
    ) -> None:
        self._view, self._case, self._go, self._assessment = view, case, go, assessment
        self._waiting: _Waiting | None = None
        self._parts: tuple[PartVm, ...] = ()
        spec = Spec(RuleConfirmation, lambda _each: {}, self._build, self._missing)
        house = OpenHouse(case.jobs, case.session, case.case)
        self.confirmation = Writing(
            house, spec, view.confirmation, asks, entered=self._entered, discarded=self.leave
        )

    def open(self) -> None:
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: _waiting(akt, desk, assessment),
            done=self._show,
            failed=self._view.show_problem,
        )

    def leave(self) -> None:
        self._go(Place("result", self._case.case, self._assessment))

    def _show(self, waiting: _Waiting) -> None:
        self._waiting = waiting
        rule = waiting.rule
        self._parts = parts_of(waiting.definition, rule) if rule is not None else ()
        self._view.show_rule(ConfirmVm(waiting.definition.title(language()), self._parts))
        if rule is not None:
            self.confirmation.begin(waiting.left, start=waiting.start, resume=False)

    def _build(self, values: Values) -> RuleConfirmation:
        waiting = self._waiting
        if waiting is None or waiting.rule is None:
            raise RuntimeError("nothing to confirm")
        return RuleConfirmation(
            instrument=waiting.definition.id,
            version=waiting.definition.version,
            rule=waiting.rule.id,
            rule_sha256=rule_sha256(waiting.definition, waiting.rule),
            owner=values.get("owner", "").strip(),
            function=values.get("function", "").strip(),
            organisation=values.get("organisation", "").strip(),
            on=checks.iso_day(values, "on"),
            form_edition=values.get("form_edition", "").strip(),
            licence=values.get("licence", "").strip(),
        )

    def _missing(self, values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001
        unticked = [part for part in self._parts if values.get(part.key) != TICKED]
        if unticked:
            told = _("Compare every row first. Next: {part}").format(part=unticked[0].part)
            return Missing("owner", told)
        wanted = (
            ("owner", _("Write the name of the method owner.")),
            ("function", _("Write the method owner's function.")),
            ("form_edition", _("Write which edition of the form it was compared with.")),
            ("on", _("Write the day of the comparison.")),
        )
        for field, text in wanted:
            blank = checks.blank(values, field, text)
            if blank is not None:
                return blank
        return checks.not_a_day(values, "on")

    def _entered(self, _changes: Changes) -> None:
        """What was answered before may now be computed."""
        desk, assessment = self._case.session.desk, self._assessment
        self._case.run(
            lambda akt: keep_if_entered(akt, desk, assessment),
            done=lambda _nothing: self.leave(),
            failed=self._view.show_problem,
        )


def fields() -> tuple[FieldVm, ...]:
    """Who confirms, against which form."""
    return (
        FieldVm("owner", _("Method owner"), is_short=True),
        FieldVm("function", _("Function"), is_short=True),
        FieldVm("organisation", _("Organisation")),
        FieldVm("form_edition", _("Edition of the form"), is_short=True),
        FieldVm("on", _("Compared on"), "day", is_short=True),
        FieldVm("licence", _("Licence"), hint=_("If there is one."), is_short=True),
    )


def _waiting(akt: Akt, desk: Desk, assessment: RecordId) -> _Waiting:
    definition = sheet(akt, desk, assessment).definition
    confirmed = {each.value.rule for each in results.confirmations_of(desk, definition)}
    rules = [rule for rule in results.rules_to_confirm(definition) if rule.id not in confirmed]
    rule = rules[0] if rules else None
    key = "" if rule is None else rule_sha256(definition, rule)
    return _Waiting(definition, rule, _start(desk, key), _left(desk, key))


def _start(desk: Desk, key: str) -> Values:
    """Never a name: whoever happens to be logged in is not the method owner by default."""
    houses = desk.house.all(Organisation)
    return {
        _RULE: key,
        "organisation": houses[-1].value.name if houses else "",
        "on": desk.clock.today().isoformat(),
    }


def _left(desk: Desk, key: str) -> RecordId | None:
    """A comparison of this very rule that was begun and not entered."""
    for record in left_unentered(desk.house, RuleConfirmation):
        kept = working.fields_of(desk.house, "rule_confirmation", record)
        if kept.get(_RULE) == key:
            return record
    return None
