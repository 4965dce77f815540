# SPDX-License-Identifier: EUPL-1.2
"""An own rule: typed by the method owner, checked by another person, here or somewhere else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import RecordId
from workbench.instruments.definition import Definition
from workbench.instruments.local_rules import LARGEST_LOCAL
from workbench.services import half_done, own_rules, settings, wording
from workbench.services.desk import Desk
from workbench.services.half_done import Begun
from workbench.services.jobs import Jobs
from workbench.services.own_rules import Beside, Kept
from workbench.services.session import Session
from workbench.ui.assess.shapes import titled
from workbench.ui.gate_words import told_local
from workbench.ui.handing_over.outside import Outside
from workbench.ui.instruments.looking import find
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.own_rule.building import build, first_missing, point_name, scored
from workbench.ui.places import Go, Place
from workbench.ui.writing.moments import time_of_day
from workbench.words import ErrorText, _, error_text, language

T = TypeVar("T")
KIND = "local_content"


@dataclass(frozen=True, slots=True)
class PointsVm:
    """One question: its name, and (field, answer) for each answer."""

    label: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OwnRuleVm:
    """The page. `standing` tells the own rule that was entered last, `digits` its content."""

    title: str
    questions: tuple[PointsVm, ...]
    values: Mapping[str, str]
    standing: str = ""
    digits: str = ""
    waits: bool = False
    can_revoke: bool = False


class OwnRuleView(Protocol):
    """What the page must be able to show."""

    def show_rule(self, vm: OwnRuleVm) -> None: ...

    def show_saved(self, at: str) -> None: ...

    def show_done(self, said: str) -> None: ...

    def show_missing(self, said: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class OwnRulePresenter:
    """`open` says for which instrument."""

    def __init__(
        self, view: OwnRuleView, jobs: Jobs, session: Session, asks: Asks, go: Go, out: Outside
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go, self._outside = asks, go, out
        self._key = ""
        self._definition: Definition | None = None
        self._begun: Begun | None = None
        self._kept: Kept | None = None
        self._values: dict[str, str] = {}

    def open(self, key: str = "") -> None:
        self._key = key or self._key
        if self._key:
            self._run(lambda: _load(self._session.desk, self._key), self._loaded)

    def leave(self) -> None:
        self._go(Place("instrument", record=RecordId(self._key)))

    def typed(self, name: str, text: str) -> None:
        """Kept at once, as working material."""
        begun, desk, key = self._begun, self._session.desk, self._key
        if begun is not None:
            self._values[name] = text
            self._run(
                lambda: half_done.keep(desk, begun, key, {name: text}),
                lambda _none: self._view.show_saved(time_of_day(desk.house.now())),
            )

    def enter(self) -> None:
        """Propose it: nothing is computed before somebody else has checked it."""
        definition, begun, desk = self._definition, self._begun, self._session.desk
        if definition is None or begun is None:
            return
        missing = first_missing(definition, self._values)
        if missing:
            self._view.show_missing(missing)
            return
        rule = build(definition, self._values)

        def work() -> None:
            own_rules.propose(desk, rule)
            half_done.drop(desk, begun)

        self._run(work, lambda _none: self._done(_("Entered. It waits for a second checker.")))

    def check_here(self, place: str, passphrase: str) -> None:
        """A colleague has compared it with the form and signs with the own passphrase."""
        kept, desk = self._kept, self._session.desk
        if kept is None or not place.strip().isdigit() or not passphrase:
            self._view.show_missing(_("The colleague types user number and passphrase."))
            return
        beside = Beside(int(place), passphrase)
        self._run(
            lambda: own_rules.check_here(desk, kept, beside),
            lambda _changes: self._done(_("Checked. The rule holds now.")),
        )

    def save_file(self) -> None:
        """For a second checker at another organisation."""
        self._asks.choose_folder(_("Where is the file saved?"), got=self._save)

    def take_file(self) -> None:
        """The checked file that came back."""
        self._asks.choose_file(_("Which file came back?"), got=self._take, endings=(".json",))

    def revoke(self) -> None:
        question = Question(
            _("Why is it revoked?"),
            _("Nothing new is computed. Earlier results stay, marked: rule revoked."),
            _("Revoke"), _("Keep it"), is_grave=True,
        )  # fmt: skip
        self._asks.ask_text(question, got=self._revoke)

    def _save(self, folder: Path) -> None:
        kept, files = self._kept, self._outside.files
        if kept is not None:
            name = f"r-{kept.recorded.value.content_sha256[:8]}.json"
            self._run(
                lambda: files.write_new(folder, name, own_rules.file_of(kept)),
                lambda path: self._view.show_done(_("Saved: {path}").format(path=path)),
            )

    def _take(self, path: Path) -> None:
        desk, files = self._session.desk, self._outside.files
        self._run(
            lambda: own_rules.take_checked(desk, files.read(path, most_bytes=LARGEST_LOCAL)),
            lambda _changes: self._done(_("Checked. The rule holds now.")),
        )

    def _revoke(self, why: str) -> None:
        kept, desk = self._kept, self._session.desk
        if kept is not None:
            self._run(
                lambda: own_rules.revoke_local(desk, kept, why),
                lambda _changes: self._done(_("The rule is revoked.")),
            )

    def _loaded(self, loaded: tuple[Definition, Begun, Kept | None, Mapping[str, str]]) -> None:
        self._definition, self._begun, self._kept, values = loaded
        self._values = dict(values)
        self._view.show_rule(_vm(self._definition, self._kept, self._values))

    def _done(self, said: str) -> None:
        self._view.show_done(said)
        self.open()

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._jobs.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)


def _load(desk: Desk, key: str) -> tuple[Definition, Begun, Kept | None, Mapping[str, str]]:
    shipped = find(desk, key)
    words = wording.pack_for_new(desk, shipped, language())
    definition = wording.worded(desk, shipped, words)
    begun = half_done.begun(desk, KIND, key)
    kept = own_rules.local_content(desk, definition)
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
    if kept is None:
        return OwnRuleVm(title, questions, values)
    is_over = bool(kept.keeping.revoked_on)
    return OwnRuleVm(
        title,
        questions,
        values,
        standing=told_local(kept),
        digits=own_rules.digits_of(kept.recorded.value.content_sha256),
        waits=not kept.recorded.value.checked and not is_over,
        can_revoke=not is_over,
    )
