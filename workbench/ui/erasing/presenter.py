# SPDX-License-Identifier: EUPL-1.2
"""What the house has hidden and removed; certificates, urgent exceptions, open copies."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from workbench.domain.disclosures import Printed
from workbench.domain.erasing import DeviceSanitised, UrgentReviewed
from workbench.domain.errors import WorkbenchError
from workbench.domain.ids import CaseId, RecordId
from workbench.services.akter.session import Session
from workbench.services.handing_over import sharing
from workbench.services.jobs import Jobs
from workbench.services.keeping.exporting import ExportRequest
from workbench.services.keeping.open_case_json import OpenCopy
from workbench.services.removing import erased, erasing
from workbench.ui.erasing.looking import house_vm, receivers_of
from workbench.ui.erasing.vms import CertificateVm, HouseErasingVm
from workbench.ui.handing_over.outside import Outside
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, Place
from workbench.words import ErrorText, _, error_text, language

T = TypeVar("T")


class HouseErasingView(Protocol):
    """What the page must be able to show."""

    def show_house(self, vm: HouseErasingVm) -> None: ...

    def show_certificate(self, vm: CertificateVm) -> None: ...

    def show_done(self, title: str, detail: str = "") -> None: ...

    def show_missing(self, said: str) -> None: ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_busy(self, said: str) -> None:
        """Work that takes a while; "" when it is over."""
        ...

    def show_problem(self, error: Exception) -> None: ...


class HouseErasingPresenter:
    """Nothing is removed here: that is done in the akt itself."""

    def __init__(
        self, view: HouseErasingView, jobs: Jobs, session: Session, asks: Asks, go: Go, out: Outside
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go, self._outside = asks, go, out
        self._certificate: CertificateVm | None = None
        self._own_acts: frozenset[str] = frozenset()

    def open(self) -> None:
        desk, bundles = self._session.desk, self._outside.bundles

        def shown(vm: HouseErasingVm) -> None:
            self._own_acts = frozenset(each.record for each in vm.urgent if each.is_own)
            self._view.show_house(vm)

        self._run(lambda: house_vm(desk, bundles), shown)

    def leave(self) -> None:
        self._go(Place("organisation"))

    def open_case(self, case: str) -> None:
        """Where it is shown again, or a proposal confirmed."""
        self._go(Place("case-erasing", CaseId(case)))

    def open_certificate(self, record: str) -> None:
        self._run(lambda: self._made(RecordId(record)), self._show_certificate)

    def save_certificate(self) -> None:
        """To a folder that the person chooses; noted before anything is written."""
        if self._certificate is not None:
            self._asks.choose_folder(_("Where is the paper saved?"), got=self._save_in)

    def review(self, record: str, *, is_justified: bool) -> None:
        """Say what is thought of an urgent exception."""
        if is_justified:
            fine = UrgentReviewed(record, "justified")
            if record in self._own_acts:
                self._review(fine)
            else:
                self._asks.confirm(_justified(), yes=lambda: self._review(fine))
            return
        question = Question(
            _("Not justified. What is done about it?"),
            _("It stands in the log. Write no word of what was disposed of."),
            _("Note it"), _("Not now"),
        )  # fmt: skip
        self._asks.ask_text(
            question, got=lambda notes: self._review(UrgentReviewed(record, "not-justified", notes))
        )

    def note_sanitised(self, device: str) -> None:
        """Level E4, as a person says it."""
        question = Question(
            _("How was that computer sanitised?"),
            _("Only what somebody has seen done: overwritten by its own command, or destroyed."),
            _("Note it"), _("Not now"),
        )  # fmt: skip
        self._asks.ask_text(question, got=lambda how: self._sanitised(DeviceSanitised(device, how)))

    def copy_open(self, reason: str) -> None:
        """Ask for the folder, then for the passphrase, then write everything out in plain."""
        if not reason.strip():
            self._view.show_missing(_("Say why an open copy is needed."))
            return
        title = _("In which folder is the open copy made?")
        self._asks.choose_folder(title, got=lambda folder: self._prove(reason, folder))

    def _prove(self, reason: str, folder: Path) -> None:
        question = Question(
            _("Make an open copy?"),
            _("Everything that you can open is written out unprotected. Whoever has the folder "
              "can read it."),
            _("Make the copy"), _("Not now"), is_grave=True,
        )  # fmt: skip
        self._asks.ask_secret(question, got=lambda phrase: self._copy(reason, folder, phrase))

    def _copy(self, reason: str, folder: Path, passphrase: str) -> None:
        session, out, pulse = self._session, self._outside, self._jobs.pulse
        request = ExportRequest(reason, language())
        self._view.show_busy(_("The open copy is being written …"))

        def work() -> tuple[Path, OpenCopy]:
            out.check_passphrase(passphrase)
            return out.copy_open(session, request, folder, pulse)

        self._run(work, self._copied)

    def _copied(self, made: tuple[Path, OpenCopy]) -> None:
        path, copy = made
        self._view.show_busy("")
        told = _("Case files: {count}. Lock it in, and destroy it when it is not needed.")
        detail = told.format(count=len(copy.copied))
        if copy.skipped:
            detail += " " + _("Not copied, because they are damaged: {count}.").format(
                count=len(copy.skipped)
            )
        self._view.show_done(_("Saved: {path}").format(path=path), detail)

    def _made(self, record: RecordId) -> CertificateVm | None:
        desk, out = self._session.desk, self._outside
        found = erased.find_erased(desk, record)
        if found is None:
            return None
        pdf = out.certificate(desk, found, receivers_of(desk, out.bundles))
        return CertificateVm(record, found.value.case_number, pdf)

    def _show_certificate(self, vm: CertificateVm | None) -> None:
        self._certificate = vm
        if vm is not None:
            self._view.show_certificate(vm)

    def _save_in(self, folder: Path) -> None:
        vm, desk, files = self._certificate, self._session.desk, self._outside.files
        if vm is None:
            return

        def work() -> Path:
            found = erased.find_erased(desk, RecordId(vm.record))
            case = found.value.case if found is not None else ""
            sha256 = hashlib.sha256(vm.pdf).hexdigest()
            sharing.note_printed(desk, Printed(case, erased.CERTIFICATE, "", sha256))
            stamp = desk.house.now().replace("-", "").replace(":", "").rstrip("Z")
            return files.write_new(folder, f"g-{stamp}.pdf", vm.pdf)

        self._run(work, lambda path: self._view.show_done(_("Saved: {path}").format(path=path)))

    def _review(self, reviewed: UrgentReviewed) -> None:
        desk = self._session.desk
        self._run(lambda: erased.review(desk, reviewed), lambda _none: self._noted())

    def _sanitised(self, said: DeviceSanitised) -> None:
        desk = self._session.desk
        self._run(lambda: erasing.note_sanitised(desk, said), lambda _none: self._noted())

    def _noted(self) -> None:
        self._view.show_done(_("It is noted."))
        self.open()

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._jobs.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._view.show_busy("")
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)


def _justified() -> Question:
    """It reaches further than the log, and nobody calls it back."""
    return Question(
        _("Justified: let the backups follow?"),
        _("What was disposed of goes from each backup medium the next time it is used. It cannot "
          "be taken back."),
        _("Justified"), _("Not now"), is_grave=True,
    )  # fmt: skip
