# SPDX-License-Identifier: EUPL-1.2
"""Which form, what of the case stands on it, and where it is saved. In memory until then."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from workbench.domain.disclosures import Printed
from workbench.domain.ids import RecordId
from workbench.services.akter import cases
from workbench.services.akter.session import Session
from workbench.services.desk import Desk
from workbench.services.handing_over import sharing
from workbench.services.jobs import Jobs
from workbench.services.papers.assessment import neutral_name
from workbench.services.papers.blank import NOTHING, Wanted
from workbench.services.person.whom import subject_of
from workbench.services.records.akt import Akt
from workbench.ui.handing_over.outside import Outside
from workbench.ui.instruments.looking import find
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing.fields import OptionVm
from workbench.ui.writing.open_case import OpenCase
from workbench.words import _, language

_LETTER, _KIND = "f", "blank-form"
Run = Callable[..., None]


@dataclass(frozen=True, slots=True)
class BlankVm:
    """What the paper is. `choices`: what of the case may stand on it; none without a case."""

    title: str
    mark: str
    choices: tuple[OptionVm, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """The form, what stands on it, and the file."""

    vm: BlankVm
    wanted: Wanted
    pdf: bytes


class BlankView(Protocol):
    """What the page must be able to show."""

    def show_form(self, vm: BlankVm, chosen: str) -> None: ...

    def show_pdf(self, pdf: bytes, title: str) -> None: ...

    def show_kept(self, path: str, *, is_noted: bool) -> None: ...

    def show_problem(self, error: Exception) -> None: ...

    def show_busy(self, *, busy: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class Around:
    """Where the page stands: in a case or in the library. `run` gives its work the akt or None."""

    desk: Desk
    run: Run
    back: Callable[[str], Place]
    has_case: bool


def in_case(
    view: BlankView, case: OpenCase, asks: Asks, go: Go, outside: Outside
) -> "BlankPresenter":
    """Reached from where an instrument is chosen for somebody."""
    back = Place("choose-instrument", case.case)
    around = Around(case.session.desk, case.run, lambda _key: back, has_case=True)
    return BlankPresenter(view, around, asks, go, outside)


def in_library(
    view: BlankView, jobs: Jobs, session: Session, asks: Asks, go: Go, outside: Outside
) -> "BlankPresenter":
    """Reached from the page of an instrument: no case, and nothing of one on the paper."""

    def run(work: Callable[[None], Any], **how: Any) -> None:  # noqa: ANN401  passed on
        jobs.run(lambda: work(None), **how)

    around = Around(
        session.desk, run, lambda key: Place("instrument", record=RecordId(key)), has_case=False
    )
    return BlankPresenter(view, around, asks, go, outside)


class BlankPresenter:
    """`open` names the instrument as id@version."""

    def __init__(
        self, view: BlankView, around: Around, asks: Asks, go: Go, outside: Outside
    ) -> None:
        self._view, self._around, self._asks = view, around, asks
        self._go, self._outside = go, outside
        self._key, self._chosen = "", ""
        self._made: Made | None = None

    def open(self, key: str = "") -> None:
        """Make the paper of an instrument and show it, or that of the one that is shown again."""
        self._key = key or self._key
        if self._key:
            self.choose(self._chosen)

    def choose(self, what: str) -> None:
        """What of the case stands on the paper: nothing, `number`, or `person` too."""
        self._chosen = what
        self._view.show_busy(busy=True)
        around, key, blank = self._around, self._key, self._outside.blank

        def work(akt: Akt | None) -> Made:
            definition, wanted = find(around.desk, key), _wanted(around.desk, akt, what)
            mark, pdf = blank(around.desk, definition, wanted)
            title = definition.title(language())
            return Made(BlankVm(title, mark, _choices(around)), wanted, pdf)

        around.run(work, done=self._show, failed=self._failed)

    def save(self) -> None:
        """To a folder that the person chooses."""
        if self._made is not None:
            self._asks.choose_folder(_("Where is the form saved?"), got=self._save_in)

    def leave(self) -> None:
        self._go(self._around.back(self._key))

    def _save_in(self, folder: Path) -> None:
        made, desk, files = self._made, self._around.desk, self._outside.files
        if made is None:
            return
        self._view.show_busy(busy=True)

        def work(akt: Akt | None) -> tuple[Path, bool]:
            is_noted = akt is not None and made.wanted != NOTHING
            if akt is not None and is_noted:
                sha256 = hashlib.sha256(made.pdf).hexdigest()
                sharing.note_printed(desk, Printed(akt.case, _KIND, "", sha256))
            stamp = desk.house.now().replace("-", "").replace(":", "").rstrip("Z")
            return files.write_new(folder, neutral_name(_LETTER, stamp), made.pdf), is_noted

        self._around.run(work, done=self._saved, failed=self._failed)

    def _show(self, made: Made) -> None:
        self._made = made
        self._view.show_busy(busy=False)
        self._view.show_form(made.vm, self._chosen)
        self._view.show_pdf(made.pdf, made.vm.title)

    def _saved(self, kept: tuple[Path, bool]) -> None:
        self._view.show_busy(busy=False)
        self._view.show_kept(str(kept[0]), is_noted=kept[1])

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(error)


def _wanted(desk: Desk, akt: Akt | None, what: str) -> Wanted:
    if akt is None or not what:
        return NOTHING
    person = subject_of(akt).name if what == "person" else ""
    return Wanted(cases.number_of(desk, akt.case), person)


def _choices(around: Around) -> tuple[OptionVm, ...]:
    if not around.has_case:
        return ()
    return (
        OptionVm("", _("Nothing about the person")),
        OptionVm("number", _("The case number")),
        OptionVm("person", _("The case number and the name")),
    )
