# SPDX-License-Identifier: EUPL-1.2
"""Which paper, for whom, and that it was made. The bytes stay in memory until they are saved."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.domain.disclosures import Printed
from workbench.domain.ids import RecordId
from workbench.domain.plans import ProtectionPlan, SafetyPlan
from workbench.services.akter import cases
from workbench.services.assess import judging
from workbench.services.desk import Desk
from workbench.services.handing_over import sharing
from workbench.services.papers.assessment import neutral_name
from workbench.services.records.akt import Akt
from workbench.ui.handing_over.kept_fields import KeptFields
from workbench.ui.handing_over.outside import Outside, PaperKind
from workbench.ui.kit.asking import Asks
from workbench.ui.outward.presenter import LookingThrough, LookView
from workbench.ui.places import Go, Place
from workbench.ui.writing.moments import day_and_time
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Values
from workbench.words import _

RECEIVER, WHY = "receiver", "why"
_LETTERS: dict[PaperKind, str] = {"assessment": "b", "protection-plan": "p", "plan-sheet": "n"}


@dataclass(frozen=True, slots=True)
class PaperVm:
    """One paper that can be made now."""

    key: str
    kind: PaperKind
    record: RecordId | None
    title: str
    caption: str
    about: RecordId

    @property
    def asks_why(self) -> bool:
        """The person's own sheet is printed only with a reason that is recorded."""
        return self.kind == "plan-sheet"


@dataclass(frozen=True, slots=True)
class PapersVm:
    """All that can be made of this akt."""

    number: str
    papers: tuple[PaperVm, ...]


class PaperView(Protocol):
    """What the page must be able to show."""

    @property
    def look(self) -> LookView: ...

    def show_papers(self, vm: PapersVm, chosen: str) -> None: ...

    def show_values(self, values: Values) -> None: ...

    def show_saved(self, at: str) -> None: ...

    def show_not_saved(self, error: Exception) -> None: ...

    def show_pdf(self, pdf: bytes, title: str) -> None: ...

    def show_asked(self, *, why: bool) -> None:
        """Whether it is asked why the paper is made."""
        ...

    def show_receiver_missing(self) -> None: ...

    def show_why_missing(self) -> None: ...

    def show_kept(self, path: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...

    def show_busy(self, *, busy: bool) -> None: ...


class PaperPresenter:
    """Shows the papers of an akt, first the one that was asked for."""

    def __init__(
        self,
        view: PaperView,
        case: OpenCase,
        asks: Asks,
        go: Go,
        outside: Outside,
    ) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._outside = outside
        self._papers: dict[str, PaperVm] = {}
        self._shown: PaperVm | None = None
        self._pdf = b""
        self._wanted: RecordId | None = None
        self._kept = KeptFields(case, "printed", view)
        self.looking = LookingThrough(case, view.look, go, view.show_problem)

    def open(self) -> None:
        desk = self._case.session.desk
        self.looking.open()
        self._case.run(
            lambda akt: papers_of(akt, desk), done=self._list, failed=self._view.show_problem
        )

    def want(self, record: RecordId) -> None:
        """The paper of this record and no other is shown first; without one, none is."""
        self._wanted = record

    def choose(self, key: str) -> None:
        """Make this paper and show it."""
        chosen = self._papers.get(key)
        if chosen is None:
            return
        desk, make = self._case.session.desk, self._outside.make_pdf
        self._shown = None
        self._view.show_asked(why=chosen.asks_why)
        self._view.show_busy(busy=True)
        self._case.run(
            lambda akt: make(akt, desk, chosen.kind, chosen.record),
            done=lambda pdf: self._made(chosen, pdf),
            failed=self._failed,
        )

    def receiver_typed(self, text: str) -> None:
        self._kept.typed(RECEIVER, text)

    def why_typed(self, text: str) -> None:
        self._kept.typed(WHY, text)

    def save(self) -> None:
        """To a folder that the person chooses; who gets it is noted before anything is written."""
        if self._shown is None:
            return
        if not self._receiver():
            self._view.show_receiver_missing()
            return
        if self._shown.asks_why and not self._said(WHY):
            self._view.show_why_missing()
            return
        if not self.looking.is_ready():
            return
        self._asks.choose_folder(_("Where is the paper saved?"), got=self._save_in)

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _list(self, vm: PapersVm) -> None:
        if self._wanted is not None:
            vm = _first(vm, self._wanted)
        self._papers = {paper.key: paper for paper in vm.papers}
        chosen = vm.papers[0].key if vm.papers else ""
        self._view.show_papers(vm, chosen)
        self.choose(chosen)

    def _made(self, paper: PaperVm, pdf: bytes) -> None:
        self._shown, self._pdf = paper, pdf
        self._view.show_busy(busy=False)
        self._view.show_pdf(pdf, paper.title)
        self._kept.lay_open(paper.about)

    def _save_in(self, folder: Path) -> None:
        paper, pdf, receiver = self._shown, self._pdf, self._receiver()
        if paper is None:
            return
        why, checked = self._said(WHY) if paper.asks_why else "", self.looking.checked
        desk, files = self._case.session.desk, self._outside.files
        make = self._outside.make_pdf
        self._view.show_busy(busy=True)

        def work(akt: Akt) -> Path:
            make(akt, desk, paper.kind, paper.record)  # refused if it may not leave any more
            sha256 = hashlib.sha256(pdf).hexdigest()
            printed = Printed(akt.case, paper.kind, receiver, sha256, why, checked)
            sharing.note_paper(akt, desk, printed)
            return files.write_new(folder, _file_name(paper.kind, akt.now()), pdf)

        self._case.run(work, done=self._saved, failed=self._failed)

    def _receiver(self) -> str:
        return self._said(RECEIVER)

    def _said(self, name: str) -> str:
        return self._kept.values.get(name, "").strip()

    def _saved(self, path: Path) -> None:
        self._kept.forget()
        self.looking.done()
        self._view.show_busy(busy=False)
        self._view.show_kept(str(path))

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(error)


def papers_of(akt: Akt, desk: Desk) -> PapersVm:
    """The assessment of each judgement, newest first, the organisation's plan, a person's sheet."""
    found: list[PaperVm] = []
    for judged in reversed(judging.judgements(akt)):
        caption = day_and_time(judged.recorded_at)
        if judging.signature_of(akt, judged.record) is None:
            caption = _("{when} · not signed").format(when=caption)
        found.append(_paper("assessment", judged.record, _("Assessment"), caption))
    for plan in akt.all(ProtectionPlan):
        caption = day_and_time(plan.recorded_at)
        found.append(_paper("protection-plan", plan.record, _("Protection plan"), caption))
    for own in akt.all(SafetyPlan):
        if own.value.paper == "asked-for":
            caption = _("neutral, for the person to carry")
            found.append(_paper("plan-sheet", own.record, _("The person's sheet"), caption))
    return PapersVm(cases.number_of(desk, akt.case), tuple(found))


def _first(vm: PapersVm, wanted: RecordId) -> PapersVm:
    """Another paper must not be handed over in the place of one that cannot be made."""
    asked = [paper for paper in vm.papers if paper.about == wanted]
    others = [paper for paper in vm.papers if paper.about != wanted]
    return PapersVm(vm.number, (*asked, *others) if asked else ())


def _paper(kind: PaperKind, about: RecordId, title: str, caption: str) -> PaperVm:
    record = about if kind == "assessment" else None
    return PaperVm(f"{kind}:{about}", kind, record, title, caption, about)


def _file_name(kind: PaperKind, now: str) -> str:
    prepared = now.replace("-", "").replace(":", "").rstrip("Z")
    return neutral_name(_LETTERS[kind], prepared)
