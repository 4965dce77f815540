# SPDX-License-Identifier: EUPL-1.2
"""What happens to the form that is being written: kept at every change, used when it is whole."""

from dataclasses import replace
from typing import Literal, Protocol

from workbench.domain.ids import RecordId
from workbench.instruments.own_form_drafts import FormDraft, FormLine, LineKind, Shape
from workbench.services.akter.session import Session
from workbench.services.assess import own_forms
from workbench.services.assess.own_forms import Written
from workbench.services.jobs import Jobs
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.own_forms.vms import (
    LineVm,
    OwnFormsVm,
    lacking,
    line_of,
    page_vm,
    parts_of,
)
from workbench.ui.places import Go, Place
from workbench.words import _

Part = Literal["title", "owner", "made_on", "columns"]


class OwnFormsView(Protocol):
    """What the page must be able to show."""

    def show_forms(self, vm: OwnFormsVm) -> None:
        """Another state: the lines may be other ones."""
        ...

    def show_lacks(self, text: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class OwnFormsPresenter:
    """One form is written at a time."""

    def __init__(
        self,
        view: OwnFormsView,
        jobs: Jobs,
        session: Session,
        asks: Asks,
        go: Go,
        _out: Outside,
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go = asks, go
        self._written: Written | None = None

    def open(self) -> None:
        """Read what is in use, and what was being written."""
        self._jobs.run(
            lambda: own_forms.written(self._session.desk),
            done=self._took,
            failed=self._view.show_problem,
        )

    def begin(self, shape: Shape) -> None:
        """A form of questions, or a worksheet of factors."""
        self._jobs.run(
            lambda: own_forms.begin(self._session.desk, shape=shape),
            done=self._took,
            failed=self._view.show_problem,
        )

    def begin_again(self, key: str) -> None:
        """Another version of a form in use; what is being written must be done with first."""
        if self._written is not None:
            return
        self._jobs.run(
            lambda: own_forms.begin_again(self._session.desk, RecordId(key)),
            done=self._took,
            failed=self._view.show_problem,
        )

    def write_head(self, part: Part, text: str) -> None:
        draft = self._draft()
        match part:
            case "title":
                self._keep(replace(draft, title=text))
            case "owner":
                self._keep(replace(draft, owner=text))
            case "made_on":
                self._keep(replace(draft, made_on=text))
            case "columns":
                self._keep(replace(draft, columns=parts_of(text)))

    def write_line(self, at: int, line: LineVm) -> None:
        lines = list(self._draft().lines)
        is_other_kind = lines[at].kind != line.kind
        lines[at] = line_of(line)
        self._keep(replace(self._draft(), lines=tuple(lines)), anew=is_other_kind)

    def add(self, kind: LineKind) -> None:
        draft = self._draft()
        self._keep(replace(draft, lines=(*draft.lines, FormLine(kind))), anew=True)

    def move(self, at: int, by: int) -> None:
        """Up (-1) or down (1); at the ends nothing happens."""
        lines = list(self._draft().lines)
        if 0 <= at + by < len(lines):
            lines[at], lines[at + by] = lines[at + by], lines[at]
            self._keep(replace(self._draft(), lines=tuple(lines)), anew=True)

    def remove(self, at: int) -> None:
        lines = list(self._draft().lines)
        del lines[at]
        self._keep(replace(self._draft(), lines=tuple(lines)), anew=True)

    def take_into_use(self) -> None:
        """Asked once: afterwards it is never changed."""
        lacks = lacking(self._draft())
        if lacks:
            self._view.show_lacks(lacks)
            return
        question = Question(
            _("Take the form into use?"),
            _(
                "It is then offered in every case file and never changed. A change is another "
                "version. It always says that it is an own form, not validated."
            ),
            yes=_("Take into use"),
            no=_("Wait"),
        )
        self._asks.confirm(question, yes=self._use)

    def discard(self) -> None:
        """Kasta: asked once."""
        question = Question(
            _("Throw away the form that is being written?"),
            _("Forms in use stay as they are."),
            yes=_("Throw away"),
            no=_("Keep"),
            is_grave=True,
        )
        self._asks.confirm(question, yes=self._throw_away)

    def withdraw(self, key: str) -> None:
        """Nothing new is begun with it: asked once, since it cannot be taken back."""
        question = Question(
            _("Withdraw the form?"),
            _(
                "Nothing new is begun with this version. Assessments that were made with it "
                "stay as they are and can be read."
            ),
            yes=_("Withdraw"),
            no=_("Keep"),
            is_grave=True,
        )
        self._asks.confirm(question, yes=lambda: self._withdraw(RecordId(key)))

    def leave(self) -> None:
        self._go(Place("instruments"))

    def _draft(self) -> FormDraft:
        return FormDraft() if self._written is None else self._written.draft

    def _keep(self, draft: FormDraft, *, anew: bool = False) -> None:
        if self._written is None:
            return
        record = self._written.record
        self._written = Written(record, draft, self._written.of)
        desk = self._session.desk
        self._jobs.run(
            lambda: own_forms.keep(desk, record, draft),
            done=lambda _nothing: None,
            failed=self._view.show_problem,
        )
        if anew:
            self._show()
        else:
            self._view.show_lacks(lacking(draft))

    def _use(self) -> None:
        if self._written is None:
            return
        record = self._written.record
        self._jobs.run(
            lambda: own_forms.take_into_use(self._session.desk, record),
            done=lambda _changes: self._took(None),
            failed=self._view.show_problem,
        )

    def _withdraw(self, record: RecordId) -> None:
        self._jobs.run(
            lambda: own_forms.withdraw(self._session.desk, record),
            done=lambda _changes: self._show(),
            failed=self._view.show_problem,
        )

    def _throw_away(self) -> None:
        if self._written is None:
            return
        record = self._written.record
        self._jobs.run(
            lambda: own_forms.discard(self._session.desk, record),
            done=lambda _nothing: self._took(None),
            failed=self._view.show_problem,
        )

    def _took(self, written: Written | None) -> None:
        self._written = written
        self._show()

    def _show(self) -> None:
        written, desk = self._written, self._session.desk
        self._jobs.run(
            lambda: page_vm(desk, written),
            done=self._view.show_forms,
            failed=self._view.show_problem,
        )
