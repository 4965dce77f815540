# SPDX-License-Identifier: EUPL-1.2
"""Write, enter, sign. The judgement is a person's; no rule fills in any part of it."""

from typing import Protocol

from workbench.domain.assessments import Judgement, SignOff
from workbench.domain.ids import RecordId
from workbench.services.changes import Changes
from workbench.ui.judgement import spec
from workbench.ui.judgement.standing import Standing, sign, standing
from workbench.ui.judgement.vms import JudgementVm
from workbench.ui.kit.asking import Asks
from workbench.ui.places import Go, Place
from workbench.ui.writing import checks
from workbench.ui.writing.fields import FieldVm
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Missing, Spec, Values, WritingView
from workbench.ui.writing.writing import Writing
from workbench.words import _


class JudgementView(Protocol):
    """What the page must be able to show."""

    @property
    def judgement(self) -> WritingView: ...

    @property
    def signing(self) -> WritingView: ...

    def lay_out(self, vm: JudgementVm) -> None:
        """Make the form for these fields; called before the first record is laid open."""
        ...

    def show_stage(self, vm: JudgementVm) -> None: ...

    def show_enter_first(self) -> None:
        """Something was changed after it was entered: enter it, then sign."""
        ...

    def show_saved(self, at: str) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class JudgementPresenter:
    """`record` is the assessment whose result led here, or a judgement opened by name."""

    def __init__(
        self,
        view: JudgementView,
        case: OpenCase,
        asks: Asks,
        go: Go,
        record: RecordId | None = None,
    ) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._came_from = record
        self._standing: Standing | None = None
        self.judgement: Writing[Judgement] | None = None
        self.signing: Writing[SignOff] | None = None

    def open(self) -> None:
        """Lay open what is being written, else the newest, else a new one."""
        self._load(anew=False)

    def write_anew(self) -> None:
        """A new judgement; the signed one stays as it is."""
        self._load(anew=True)

    def enter(self) -> None:
        if self.judgement is not None:
            self.judgement.enter()

    def sign(self) -> None:
        """Sign what is entered. Nothing half written is signed."""
        shown, writing, signing = self._standing, self.judgement, self.signing
        if shown is None or writing is None or signing is None or shown.vm.record is None:
            return
        record, typed = shown.vm.record, signing.record
        if writing.is_begun:
            self._view.show_enter_first()
        elif shown.vm.missing:
            self._view.show_stage(shown.vm)
        elif typed is not None:
            desk, form = self._case.session.desk, (typed, _sign_start(shown))
            self._case.run(
                lambda akt: sign(akt, desk, record, form),
                done=lambda _changes: self._load(anew=False),
                failed=self._view.show_problem,
            )

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def go_on(self) -> None:
        """What the banner offers: print what is signed, else let somebody review it."""
        vm = self._standing.vm if self._standing is not None else None
        if vm is not None and vm.stage == "signed":
            self._go(Place("print", self._case.case, vm.record))
        elif vm is not None:
            self._go(Place("review", self._case.case, vm.record))

    def _load(self, *, anew: bool) -> None:
        desk, came_from = self._case.session.desk, self._came_from
        self._case.run(
            lambda akt: standing(akt, desk, came_from, anew=anew),
            done=self._show,
            failed=self._view.show_problem,
        )

    def _show(self, shown: Standing) -> None:
        self._standing = shown
        self._view.lay_out(shown.vm)
        self.judgement = self._judgement_writing()
        self.signing = self._signing_writing()
        self._view.show_stage(shown.vm)
        self.judgement.begin(shown.vm.record, start=shown.start, resume=False)
        if shown.vm.stage == "entered":
            self.signing.begin(start=_sign_start(shown))

    def _judgement_writing(self) -> Writing[Judgement]:
        made = Spec(Judgement, spec.read, self._build, self._missing)
        return Writing(
            self._case,
            made,
            self._view.judgement,
            self._asks,
            entered=self._entered,
            discarded=self.leave,
        )

    def _signing_writing(self) -> Writing[SignOff]:
        made = Spec(SignOff, lambda _each: {}, _never)
        return Writing(
            self._case,
            made,
            self._view.signing,
            self._asks,
            entered=self._entered,
            discarded=lambda: self._load(anew=False),
        )

    def _build(self, values: Values) -> Judgement:
        levels = self._standing.if_no_measures if self._standing else frozenset[str]()
        return spec.build(values, levels)

    def _missing(self, values: Values, is_correction: bool) -> Missing | None:  # noqa: FBT001
        """Entering is never held up by what is not written yet; signing is."""
        is_signed = self._standing is not None and self._standing.vm.stage == "signed"
        reason = checks.no_reason(values, is_correction and is_signed)
        return spec.not_begun(values) or checks.not_a_day(values, "reassess_on") or reason

    def _entered(self, _changes: Changes) -> None:
        self._load(anew=False)


def sign_fields() -> tuple[FieldVm, ...]:
    """Who signs, and who has read it, or why nobody has."""
    return (
        FieldVm("signed_by", _("Who signs"), is_short=True),
        FieldVm(
            "reviewer",
            _("Reviewer"),
            hint=_("Somebody else than you. Told as named by you unless a review is approved."),
            is_short=True,
        ),
        FieldVm("skipped", _("Why the review is skipped"), hint=_("Only without a reviewer.")),
    )


def _sign_start(shown: Standing) -> Values:
    approved = {"reviewer": shown.vm.reviewer} if shown.vm.reviewer else {}
    return {"signed_by": shown.vm.signer, **approved}


def _never(_values: Values) -> SignOff:
    raise RuntimeError("signed through judging.sign only")
