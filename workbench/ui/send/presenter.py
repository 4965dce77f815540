# SPDX-License-Identifier: EUPL-1.2
"""One step at a time; nothing is written before the passphrase was typed again."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from workbench.services.handing_over import sharing
from workbench.services.handing_over.exchange import Sealed
from workbench.services.records.akt import Akt
from workbench.ui.handing_over.kept_fields import KeptFields
from workbench.ui.handing_over.outside import Outside
from workbench.ui.handing_over.record_text import PartVm
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.outward.presenter import LookingThrough, LookView
from workbench.ui.places import Go, Place
from workbench.ui.send import ground
from workbench.ui.send.preparing import Begun, begin, shown_text, size_text
from workbench.ui.send.vms import STEPS, DoneVm, PreviewVm, ReceiversVm, Step
from workbench.ui.writing.open_case import OpenCase
from workbench.ui.writing.spec import Missing, Values
from workbench.words import _


class SendView(Protocol):
    """What the page must be able to show."""

    @property
    def look(self) -> LookView: ...

    def show_step(self, step: Step) -> None: ...

    def show_receivers(self, vm: ReceiversVm) -> None: ...

    def show_values(self, values: Values) -> None: ...

    def show_missing(self, missing: Missing) -> None: ...

    def show_preview(self, vm: PreviewVm) -> None: ...

    def show_changed_since(self) -> None:
        """The akt changed after the preview: read it again."""
        ...

    def show_done(self, vm: DoneVm) -> None: ...

    def show_saved(self, at: str) -> None: ...

    def show_not_saved(self, error: Exception) -> None: ...

    def show_problem(self, error: Exception) -> None: ...

    def show_busy(self, *, busy: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class _Seen:
    """What stood in the preview: sealed as it was shown, or not at all."""

    pdf: bytes
    parts: tuple[PartVm, ...]


class SendPresenter:
    """Sealing of what one receiver may see of one akt."""

    def __init__(
        self, view: SendView, case: OpenCase, asks: Asks, go: Go, outside: Outside
    ) -> None:
        self._view, self._case, self._asks, self._go = view, case, asks, go
        self._outside = outside
        self._kept = KeptFields(case, "sent", view)
        self.looking = LookingThrough(case, view.look, go, view.show_problem)
        self._step: Step = "receiver"
        self._begun: Begun | None = None
        self._seen: _Seen | None = None

    def open(self) -> None:
        """The contacts as they are now; the step and what was typed stay."""
        desk, outside = self._case.session.desk, self._outside
        self._case.run(
            lambda akt: begin(akt, desk, outside),
            done=self._show,
            failed=self._view.show_problem,
        )

    def typed(self, name: str, text: str) -> None:
        self._kept.typed(name, text)

    def forward(self) -> None:
        """To the next step, if this one is said in full."""
        if self._begun is None or self._begun.judgement is None:
            return
        if self._step == "receiver":
            self._from_receiver(self._begun.vm)
        elif self._step == "ground":
            self._from_ground()
        elif self._step == "preview" and self.looking.is_ready():
            self._ask_passphrase()
        elif self._step == "done":
            self.leave()

    def backward(self) -> None:
        """To the step before; from the first one back to the akt."""
        at = STEPS.index(self._step)
        if at == 0 or self._step == "done":
            self.leave()
        else:
            self._to(STEPS[at - 1])

    def contacts(self) -> None:
        """Where cards are exchanged and digits compared."""
        self._go(Place("contacts"))

    def leave(self) -> None:
        self._go(Place("case", self._case.case))

    def _show(self, begun: Begun) -> None:
        self._begun = begun
        self._view.show_receivers(begun.vm)
        self._view.show_step(self._step)
        if begun.judgement is not None:
            self._kept.lay_open(begun.judgement)

    def _from_receiver(self, vm: ReceiversVm) -> None:
        card = self._kept.values.get(ground.CARD, "")
        if any(each.card == card and not each.why_not for each in vm.contacts):
            self._to("ground")
        else:
            self._view.show_missing(Missing(ground.CARD, _("Choose a receiver.")))

    def _from_ground(self) -> None:
        lacking = ground.missing(self._kept.values)
        if lacking is not None:
            self._view.show_missing(lacking)
            return
        desk, outside, values = self._case.session.desk, self._outside, dict(self._kept.values)
        judgement = self._begun.judgement if self._begun else None
        self._view.show_busy(busy=True)

        def work(akt: Akt) -> _Seen:
            pdf = outside.make_pdf(akt, desk, "assessment", judgement)
            return _Seen(pdf, shown_text(akt, desk, values, pdf))

        self._case.run(work, done=self._preview, failed=self._failed)

    def _preview(self, seen: _Seen) -> None:
        self._seen = seen
        values = self._kept.values
        self._view.show_busy(busy=False)
        self._view.show_preview(
            PreviewVm(
                receiver=self._receiver(),
                ground=ground.in_words(values),
                parts=seen.parts,
                paper=_("The assessment as a paper, {size}").format(size=size_text(len(seen.pdf))),
            )
        )
        self._to("preview")

    def _ask_passphrase(self) -> None:
        question = Question(
            _("Your passphrase again"),
            _("It is sealed to {receiver}. After this it cannot be taken back.").format(
                receiver=self._receiver()
            ),
            yes=_("Go on"),
            no=_("Wait"),
        )
        self._asks.ask_secret(question, got=self._check)

    def _check(self, passphrase: str) -> None:
        check = self._outside.check_passphrase
        self._view.show_busy(busy=True)
        self._case.jobs.run(
            lambda: check(passphrase),
            done=lambda _nothing: self._choose_folder(),
            failed=self._failed,
        )

    def _choose_folder(self) -> None:
        self._view.show_busy(busy=False)
        self._asks.choose_folder(_("Where is the bundle put? Choose the stick."), got=self._seal)

    def _seal(self, folder: Path) -> None:
        seen, values = self._seen, dict(self._kept.values)
        if seen is None:
            return
        desk, bundles = self._case.session.desk, self._outside.bundles
        order = ground.hand_over(values, seen.pdf, folder, self.looking.checked)
        self._view.show_busy(busy=True)

        def work(akt: Akt) -> Sealed | None:
            if shown_text(akt, desk, values, seen.pdf) != seen.parts:
                return None
            return sharing.seal_bundle(akt, desk, bundles, order)

        self._case.run(work, done=self._sealed, failed=self._failed)

    def _sealed(self, sealed: Sealed | None) -> None:
        self._view.show_busy(busy=False)
        if sealed is None:
            self._view.show_changed_since()
            self._from_ground()
            return
        self._view.show_done(
            DoneVm(
                file_name=sealed.path.name,
                folder=str(sealed.path.parent),
                size=size_text(sealed.size_bytes),
                receiver=self._receiver(),
            )
        )
        self._kept.forget()
        self.looking.done()
        self._seen = None
        self._to("done")

    def _receiver(self) -> str:
        card = self._kept.values.get(ground.CARD, "")
        known = self._begun.vm.contacts if self._begun else ()
        return next((each.name for each in known if each.card == card), "")

    def _to(self, step: Step) -> None:
        self._step = step
        if step == "preview":
            self.looking.open()
        self._view.show_step(step)

    def _failed(self, error: Exception) -> None:
        self._view.show_busy(busy=False)
        self._view.show_problem(error)
