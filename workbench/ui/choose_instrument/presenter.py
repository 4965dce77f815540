# SPDX-License-Identifier: EUPL-1.2
"""What can be assessed with here, what was begun, and how an assessment begins."""

from typing import Protocol, cast

from workbench.domain.assessments import Assessment, Hand
from workbench.domain.ids import RecordId
from workbench.services.changes import Changes
from workbench.ui.choose_instrument.listing import (
    INSTRUMENT,
    ChooseVm,
    GroupVm,
    InstrumentVm,
    Loaded,
    found,
    load,
    page_of,
)
from workbench.ui.instruments.readiness_words import few_sources
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, PageName, Place
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _, language

_HAND, _ON_PAPER = "hand", "on_paper"


class ChooseView(Protocol):
    """What the page must be able to show."""

    @property
    def context(self) -> WritingView: ...

    def show_choices(self, vm: ChooseVm) -> None: ...

    def show_groups(self, groups: tuple[GroupVm, ...]) -> None: ...

    def show_chosen(self, vm: InstrumentVm) -> None: ...

    def show_context(self, heading: str, *, shown: bool) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class ChoosePresenter:
    """Choosing is one press, beginning another; what is written in between is kept."""

    def __init__(self, view: ChooseView, case: OpenCase, asks: Asks, go: Go) -> None:
        self._view, self._case, self._go = view, case, go
        self._loaded: Loaded | None = None
        self._hand: Hand = "asked"
        self._is_on_paper = False
        self._sought = ""
        spec = Spec(Assessment, _read, self._build, _missing, _hints)
        self.context = Writing(
            case, spec, view.context, asks, entered=self._begun, discarded=self._put_back
        )

    def refresh(self) -> None:
        desk = self._case.session.desk
        self._case.run(lambda akt: load(akt, desk), done=self._show, failed=self._view.show_problem)

    def seek(self, text: str) -> None:
        """Only the instruments in which these words stand."""
        self._sought = text
        self._show_found()

    def lay_open(self, key: str) -> None:
        """One instrument: what holds for it, and the ways to begin."""
        if self._loaded is not None:
            listed = {each.key: each for each in self._loaded.vm.instruments}
            self._view.show_chosen(listed[key])

    def lay_open_first(self) -> None:
        """The first of those that were found."""
        shown = found(self._loaded.vm, self._sought) if self._loaded is not None else ()
        if shown:
            self.lay_open(shown[0].instruments[0].key)

    def choose(self, key: str, hand: Hand, *, on_paper: bool = False) -> None:
        """Lay open the context of a new assessment; `on_paper`: a filled-in paper lies there."""
        if self._loaded is None:
            return
        self._hand = hand
        title = self._loaded.definitions[key].title(language())
        self._view.show_context(title, shown=True)
        self.context.begin(
            start={INSTRUMENT: key, _HAND: hand, _ON_PAPER: "yes" if on_paper else ""}, resume=False
        )

    def go_on(self, record: RecordId) -> None:
        """To one that was begun: what was asked, its questions, or its result when all is in."""
        case = self._case.case
        desk = self._case.session.desk
        self._case.run(
            lambda akt: page_of(akt, desk, record),
            done=lambda page: self._go(Place(page, case, record)),
            failed=self._view.show_problem,
        )

    def print_blank(self, key: str) -> None:
        """The empty form as a paper."""
        self._go(Place("blank-form", self._case.case, RecordId(key)))

    def take_own_appraisal(self) -> None:
        self._go(Place("own-appraisal", self._case.case))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _show(self, loaded: Loaded) -> None:
        is_first = self._loaded is None
        self._loaded = loaded
        self._view.show_choices(loaded.vm)
        self._show_found()
        if is_first and loaded.left is not None:
            self._view.show_context(loaded.left_instrument, shown=True)
            self.context.begin(loaded.left)

    def _show_found(self) -> None:
        if self._loaded is not None:
            self._view.show_groups(found(self._loaded.vm, self._sought))

    def _put_back(self) -> None:
        self._view.show_context("", shown=False)

    def _build(self, values: Values) -> Assessment:
        if self._loaded is None:
            raise RuntimeError("not loaded")
        definition = self._loaded.definitions[values[INSTRUMENT]]
        self._hand = cast("Hand", values.get(_HAND, "asked"))
        self._is_on_paper = bool(values.get(_ON_PAPER))
        return Assessment(
            instrument=definition.pin,
            begun_on=self._loaded.today,
            hand=self._hand,
            purpose=values.get("purpose", "").strip(),
            setting=values.get("setting", "").strip(),
            sources=_lines(values.get("sources", "")),
            sources_refused=_lines(values.get("sources_refused", "")),
            wording=self._loaded.wordings[values[INSTRUMENT]],
        )

    def _begun(self, changes: Changes) -> None:
        page: PageName = "from-paper" if self._is_on_paper else "assess"
        page = "read-off" if self._hand == "read-off" else page
        self._go(Place(page, self._case.case, changes.records[0]))


def fields() -> tuple[FieldVm, ...]:
    """The context of an assessment. All of it may wait."""
    one_a_line = _("One on each line.")
    return (
        FieldVm("purpose", _("What it is for"), is_short=True),
        FieldVm(
            "setting",
            _("Setting"),
            hint=_("For instance: alone, interpreter, children near."),
            is_short=True,
        ),
        FieldVm("sources", _("Sources used"), "text", one_a_line, lines=3),
        FieldVm(
            "sources_refused",
            _("Sources sought but refused or not available"),
            "text",
            one_a_line,
            lines=2,
        ),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _read(assessment: Assessment) -> Values:
    return {
        "purpose": assessment.purpose,
        "setting": assessment.setting,
        "sources": "\n".join(assessment.sources),
        "sources_refused": "\n".join(assessment.sources_refused),
    }


def _missing(_values: Values, _is_correction: bool) -> Missing | None:  # noqa: FBT001  a Spec's
    return None


def _hints(values: Values) -> Values:
    """Too few sources are pointed out while there is time to seek another."""
    few = few_sources(values.get("sources", ""))
    return {"sources": " ".join((_("One on each line."), few)) if few else ""}
