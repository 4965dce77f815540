# SPDX-License-Identifier: EUPL-1.2
"""An own rule: typed by the method owner, checked by another person, here or somewhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from workbench.instruments.definition import Definition
from workbench.instruments.local_rules import LocalRule
from workbench.services.assess import wording
from workbench.services.assess.own_rules import Kept
from workbench.services.desk import Desk
from workbench.ui.assess.shapes import titled
from workbench.ui.instruments.looking import find
from workbench.ui.own_rule.building import build, first_missing, first_missing_rule
from workbench.ui.own_rule.checking import NOTHING_STANDS, CheckVm, check_vm
from workbench.ui.own_rule.looking import LookVm, faults_told, look_vm
from workbench.ui.own_rule.own_content import (
    Loaded,
    OwnContent,
    OwnContentView,
    written_so_far,
)
from workbench.ui.own_rule.typed import point_name, scored
from workbench.ui.writing.fields import OptionVm
from workbench.words import language


@dataclass(frozen=True, slots=True)
class PointsVm:
    """One question: its name, and (field, answer) for each answer."""

    label: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OwnRuleVm:
    """The page. `check` tells the own rule that was entered last.

    `is_open`: the empty form stands there too, for the first rule or one in its place.
    """

    title: str
    questions: tuple[PointsVm, ...]
    values: Mapping[str, str]
    answers: tuple[OptionVm, ...] = ()
    check: CheckVm = NOTHING_STANDS
    is_open: bool = True


class OwnRuleView(OwnContentView, Protocol):
    """What the page must be able to show."""

    def show_rule(self, vm: OwnRuleVm) -> None: ...

    def show_look(self, vm: LookVm) -> None: ...


class OwnRulePresenter(OwnContent[OwnRuleView]):
    """`open` says for which instrument."""

    _is_anew = False

    def write_anew(self) -> None:
        """One rule stands; another is wanted in its place."""
        self._is_anew = True
        self.open()

    def look(self) -> None:
        """Show what was typed as a rule, with all that is wrong. Nothing is entered."""
        definition = self._definition
        if definition is None:
            return
        missing = first_missing_rule(definition, self._values)
        if missing:
            self.view.show_look(LookVm((missing,)))
            return
        self.view.show_look(look_vm(definition, build(definition, self._values)))

    def enter(self) -> None:
        """Propose it: nothing is computed before somebody else has checked it."""
        definition, begun = self._definition, self._begun
        if definition is None or begun is None:
            return
        missing = first_missing(definition, self._values)
        if missing:
            self.view.show_missing(missing)
            return
        rule = build(definition, self._values)
        wrong = faults_told(definition, rule)
        if wrong:
            self.view.show_look(LookVm(wrong))
            return
        self._propose(rule, begun)

    def _load(self, desk: Desk, key: str) -> Loaded:
        shipped = find(desk, key)
        words = wording.pack_for_new(desk, shipped, language())
        definition = wording.worded(desk, shipped, words)
        return written_so_far(desk, definition, self.about + key, LocalRule)

    def _loaded(self, loaded: Loaded) -> None:
        self._definition, self._begun, kept, values = loaded
        self._values = dict(values)
        vm = _vm(self._definition, kept, self._values)
        stands = kept is not None and not kept.keeping.revoked_on
        is_open = not stands or self._is_anew or bool(self._begun.values)
        vm = replace(vm, is_open=is_open)
        self.checking.show(kept, vm.check)
        self.view.show_rule(vm)

    def _done(self, said: str) -> None:
        self._is_anew = False
        super()._done(said)


def _vm(definition: Definition, kept: Kept | None, values: Mapping[str, str]) -> OwnRuleVm:
    questions = tuple(
        PointsVm(
            titled(item),
            tuple((point_name(item.id, c.code), c.labels[language()]) for c in item.choices),
        )
        for item in scored(definition)
    )
    title = definition.title(language())
    answers = {c.code: c.labels[language()] for i in scored(definition) for c in i.choices}
    options = tuple(OptionVm(code, label) for code, label in answers.items())
    return OwnRuleVm(title, questions, values, options, check_vm(definition, kept))
