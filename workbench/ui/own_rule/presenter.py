# SPDX-License-Identifier: EUPL-1.2
"""An own rule: typed by the method owner, checked by another person, here or somewhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.instruments.local_rules import LocalRule
from workbench.services import half_done, own_rules, settings, wording
from workbench.services.desk import Desk
from workbench.services.half_done import Begun
from workbench.services.jobs import Jobs
from workbench.services.own_rules import Kept
from workbench.services.session import Session
from workbench.ui.assess.shapes import titled
from workbench.ui.handing_over.outside import Outside
from workbench.ui.house_work import HouseWork, ToldView
from workbench.ui.instruments.looking import find
from workbench.ui.kit.asking import Asks
from workbench.ui.own_rule.building import build, first_missing, first_missing_rule
from workbench.ui.own_rule.checking import NOTHING_STANDS, Checking, CheckVm, check_vm
from workbench.ui.own_rule.looking import LookVm, faults_told, look_vm
from workbench.ui.own_rule.typed import point_name, scored
from workbench.ui.places import Go, Place
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.moments import time_of_day
from workbench.words import _, language

KIND = "local_content"


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


class OwnRuleView(ToldView, Protocol):
    """What the page must be able to show."""

    def show_rule(self, vm: OwnRuleVm) -> None: ...

    def show_look(self, vm: LookVm) -> None: ...

    def show_saved(self, at: str) -> None: ...


class OwnRulePresenter(HouseWork[OwnRuleView]):
    """`open` says for which instrument."""

    def __init__(
        self, view: OwnRuleView, jobs: Jobs, session: Session, asks: Asks, go: Go, out: Outside
    ) -> None:
        super().__init__(view, jobs, session, asks, go, out)
        self.checking = Checking(self, self._done)
        self._key = ""
        self._definition: Definition | None = None
        self._begun: Begun | None = None
        self._values: dict[str, str] = {}
        self._is_anew = False

    def open(self, key: str = "") -> None:
        self._key = key or self._key
        if self._key:
            self.run(lambda: _load(self.desk, self._key), self._loaded)

    def leave(self) -> None:
        self.go(Place("instrument", record=RecordId(self._key)))

    def write_anew(self) -> None:
        """One rule stands; another is wanted in its place."""
        self._is_anew = True
        self.open()

    def typed(self, name: str, text: str) -> None:
        """Kept at once, as working material."""
        begun, desk, key = self._begun, self.desk, self._key
        if begun is not None:
            self._values[name] = text
            self.run(
                lambda: half_done.keep(desk, begun, key, {name: text}),
                lambda _none: self.view.show_saved(time_of_day(desk.house.now())),
            )

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
        definition, begun, desk = self._definition, self._begun, self.desk
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

        def work() -> None:
            own_rules.propose(desk, rule)
            half_done.drop(desk, begun)

        self.run(work, lambda _none: self._done(_("Entered. It waits for a second checker.")))

    def _loaded(self, loaded: tuple[Definition, Begun, Kept | None, Mapping[str, str]]) -> None:
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
        self.view.show_done(said)
        self.open()


def _load(desk: Desk, key: str) -> tuple[Definition, Begun, Kept | None, Mapping[str, str]]:
    shipped = find(desk, key)
    words = wording.pack_for_new(desk, shipped, language())
    definition = wording.worded(desk, shipped, words)
    begun = half_done.begun(desk, KIND, key)
    found = own_rules.local_content(desk, definition)
    kept = [each for each in found if isinstance(each.local, LocalRule)]
    house = settings.organisation(desk.house).name
    start = {"organisation": house, "on": desk.clock.today().isoformat()}
    return definition, begun, kept[-1] if kept else None, start | dict(begun.values)


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
