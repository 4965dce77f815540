# SPDX-License-Identifier: EUPL-1.2
"""What holds for every page on which a rule is confirmed: rows to tick, a form, the three words.

The word is entered in the organisation akt, bound to the very content of the rule.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from workbench.domain.assessments import RuleConfirmation
from workbench.domain.ids import RecordId
from workbench.domain.people import Organisation
from workbench.instruments.definition import Definition
from workbench.instruments.gates import rule_sha256
from workbench.instruments.rule_tables import Rule
from workbench.services.assess import confirming
from workbench.services.changes import Changes
from workbench.services.desk import Desk
from workbench.services.house import settings
from workbench.services.records import working
from workbench.services.records.akt import Akt, Recorded
from workbench.ui.assess.vms import TICKED
from workbench.ui.confirm_rule.parts import PartVm, parts_of
from workbench.ui.confirm_rule.words import missing_word, word_of
from workbench.ui.gate_words import told_word
from workbench.ui.instruments.rules import rule_title
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.writing.keeping import left_unentered
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _, language

T = TypeVar("T")
RULE = "rule"


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
    """The rule to compare; `parts` is empty when nothing is left to confirm.

    `standing`: the word that it has, or the one that was said against it.
    """

    title: str
    parts: tuple[PartVm, ...]
    caption: str = ""
    standing: str = ""
    can_revoke: bool = False
    may_confirm: bool = True


class ConfirmView(Protocol):
    """What the page must be able to show."""

    @property
    def confirmation(self) -> WritingView: ...

    def show_rule(self, vm: ConfirmVm) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


@dataclass(frozen=True, slots=True)
class Waiting:
    """A rule with what is said of it. `rule` is None when nobody needs to say anything."""

    definition: Definition
    rule: Rule | None
    start: Values
    left: RecordId | None
    held: Recorded[RuleConfirmation] | None = None
    against: str = ""
    may_confirm: bool = True


class RuleConfirming:
    """One rule at a time: nothing can be entered before every row is ticked."""

    def __init__(
        self,
        view: ConfirmView,
        house: OpenHouse,
        asks: Asks,
        *,
        entered: Callable[[], None],
        leave: Callable[[], None],
    ) -> None:
        self._view, self._house, self._asks, self._entered = view, house, asks, entered
        self._waiting: Waiting | None = None
        self._parts: tuple[PartVm, ...] = ()
        spec = Spec(RuleConfirmation, lambda _each: {}, self._build, self._missing)
        self.writing = Writing(
            house, spec, view.confirmation, asks, entered=self._after, discarded=leave
        )

    def show(self, waiting: Waiting) -> None:
        self._waiting = waiting
        rule = waiting.rule
        self._parts = parts_of(waiting.definition, rule) if rule is not None else ()
        self._view.show_rule(_vm(waiting, self._parts))
        if rule is not None and waiting.may_confirm and waiting.held is None:
            self.writing.begin(waiting.left, start=waiting.start, resume=False)

    def reject(self) -> None:
        """The form says something else: nothing is computed, and an own rule can be entered."""
        question = Question(
            _("What does the form say instead?"),
            _("Nothing is computed by this rule. You can then enter your form's own points. "
              "Write what differs, not the form's text."),
            _("Reject the rule"), _("Go on comparing"), is_grave=True,
        )  # fmt: skip
        self._asks.ask_text(question, got=self._reject)

    def revoke(self) -> None:
        question = Question(
            _("Why is it revoked?"),
            _("Nothing new is computed. Earlier results stay, marked: rule revoked."),
            _("Revoke"), _("Keep it"), is_grave=True,
        )  # fmt: skip
        self._asks.ask_text(question, got=self._revoke)

    def _reject(self, why: str) -> None:
        waiting, desk = self._waiting, self._house.session.desk
        if waiting is None or waiting.rule is None:
            return
        definition, rule = waiting.definition, waiting.rule
        self._run(
            lambda _akt: confirming.reject(desk, definition, rule, desk.vault.signer.user, why)
        )

    def _revoke(self, why: str) -> None:
        waiting, desk = self._waiting, self._house.session.desk
        if waiting is not None and waiting.held is not None:
            held = waiting.held
            self._run(lambda _akt: confirming.revoke(desk, held, why))

    def _run(self, work: Callable[[Akt], Changes]) -> None:
        self._house.run(work, done=lambda _changes: self._entered(), failed=self._view.show_problem)

    def _after(self, _changes: Changes) -> None:
        self._entered()

    def _build(self, values: Values) -> RuleConfirmation:
        """Raises StaleRuleError: what was ticked is not what is here now."""
        waiting = self._waiting
        if waiting is None or waiting.rule is None:
            raise RuntimeError("nothing to confirm")
        confirming.require_current(waiting.definition, waiting.rule, values.get(RULE, ""))
        return replace(
            word_of(values),
            instrument=waiting.definition.id,
            version=waiting.definition.version,
            rule=waiting.rule.id,
            rule_sha256=rule_sha256(waiting.definition, waiting.rule),
        )

    def _missing(self, values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001
        unticked = [part for part in self._parts if values.get(part.key) != TICKED]
        if unticked:
            told = _("Compare every row first. Next: {part}").format(part=unticked[0].part)
            return Missing("owner", told)
        return missing_word(values)


def waiting_for(desk: Desk, definition: Definition, rule: Rule | None) -> Waiting:
    """A rule as it stands. Runs on the vault's thread."""
    if rule is None:
        return Waiting(definition, None, {}, None)
    key = rule_sha256(definition, rule)
    held = [c for c in confirming.confirmations_of(desk, definition) if c.value.rule == rule.id]
    against = confirming.rejected(desk, definition, rule)
    return Waiting(
        definition,
        rule,
        start=_start(desk, key),
        left=_left(desk, key),
        held=held[-1] if held else None,
        against=against.value.why if against is not None else "",
        may_confirm=confirming.METHOD_OWNER in settings.roles_of(desk),
    )


def _vm(waiting: Waiting, parts: tuple[PartVm, ...]) -> ConfirmVm:
    standing = ""
    if waiting.held is not None:
        standing = told_word(waiting.held.value)
    elif waiting.against:
        standing = _("Rejected: {why}").format(why=waiting.against)
    rule = waiting.rule
    return ConfirmVm(
        title=waiting.definition.title(language()),
        parts=parts,
        caption=rule_title(waiting.definition, rule) if rule is not None else "",
        standing=standing,
        can_revoke=waiting.held is not None and waiting.may_confirm,
        may_confirm=waiting.may_confirm,
    )


def _start(desk: Desk, key: str) -> Values:
    """Never a name: whoever happens to be logged in is not the method owner by default."""
    houses = desk.house.all(Organisation)
    return {
        RULE: key,
        "organisation": houses[-1].value.name if houses else "",
        "on": desk.clock.today().isoformat(),
    }


def _left(desk: Desk, key: str) -> RecordId | None:
    """A comparison of this very rule that was begun and not entered."""
    for record in left_unentered(desk.house, RuleConfirmation):
        kept = working.fields_of(desk.house, "rule_confirmation", record)
        if kept.get(RULE) == key:
            return record
    return None
