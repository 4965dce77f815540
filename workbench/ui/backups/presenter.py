# SPDX-License-Identifier: EUPL-1.2
"""What is done on the backups page: make one, look at a medium, check, rehearse, put back."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from workbench.domain.errors import WorkbenchError
from workbench.services.akter.session import Session
from workbench.services.copies_ports import Watch
from workbench.services.house import settings
from workbench.services.jobs import Jobs
from workbench.services.keeping import copies, left_aside
from workbench.ui.backups import vms
from workbench.ui.backups.vms import CopyVm, MediumVm, OutcomeVm, OverviewVm
from workbench.ui.handing_over.outside import Outside, RestoreOrder
from workbench.ui.kit.asking import Asks, Question
from workbench.ui.places import Go, Place
from workbench.words import ErrorText, _, error_text

ADMINISTRATOR = "administrator"
T = TypeVar("T")


class BackupsView(Protocol):
    """What the page must be able to show."""

    def show_overview(self, vm: OverviewVm) -> None: ...

    def show_medium(self, vm: MediumVm) -> None: ...

    def show_working(self, said: str) -> None:
        """Something long has begun; `BackupsPresenter.progress` tells how far it is."""
        ...

    def show_outcome(self, vm: OutcomeVm) -> None: ...

    def show_refused(self, text: ErrorText) -> None: ...

    def show_problem(self, error: Exception) -> None: ...


class BackupsPresenter:
    """Decides what the backups page shows."""

    def __init__(
        self,
        view: BackupsView,
        jobs: Jobs,
        session: Session,
        asks: Asks,
        go: Go,
        outside: Outside,
    ) -> None:
        self._view, self._jobs, self._session = view, jobs, session
        self._asks, self._go, self._outside = asks, go, outside
        self._medium: Path | None = None
        self._progress = (0, 0)

    def open(self) -> None:
        """How it stands now."""
        self._run(self._look, self._view.show_overview)

    def leave(self) -> None:
        self._go(Place("organisation"))

    def progress(self) -> tuple[int, int]:
        """Bytes done, of how many. Told by the vault's thread, asked by the window's."""
        return self._progress

    def back_up(self) -> None:
        """Where to, then at once."""
        self._asks.choose_folder(_("Where should the backup be?"), got=self._back_up)

    def choose_medium(self) -> None:
        self._asks.choose_folder(_("Where are the backups?"), got=self._look_at)

    def check(self, generation: str) -> None:
        """Open in a copy what this user can."""
        desk, medium = self._session.desk, self._medium
        if medium is not None:
            self._work(
                _("The copy is being read …"),
                lambda: copies.check_copy(desk, medium, self._watch(), generation),
                lambda told: vms.checked_vm(desk, told, was_rehearsal=False),
            )

    def rehearse(self, generation: str) -> None:
        """Put a copy back aside, and away again."""
        desk, medium = self._session.desk, self._medium
        if medium is not None:
            self._work(
                _("The copy is being put back beside the vault …"),
                lambda: copies.rehearse(desk, medium, self._watch(), generation),
                lambda told: vms.checked_vm(desk, told, was_rehearsal=True),
            )

    def restore(self, copy: CopyVm) -> None:
        """In two steps: what it means, then the passphrase. The program locks and does it."""
        self._asks.confirm(_meaning(copy), yes=lambda: self._ask_passphrase(copy))

    def remove_aside(self, name: str) -> None:
        """In two steps: what it means, then the passphrase."""
        asked = Question(
            _("Your passphrase"),
            _("That it was removed, and by whom, stands in the log."),
            yes=_("Remove it"),
            no=_("Cancel"),
            is_grave=True,
        )
        self._asks.confirm(
            _aside_goes(),
            yes=lambda: self._asks.ask_secret(
                asked, got=lambda typed: self._remove_aside(name, typed)
            ),
        )

    def _remove_aside(self, name: str, passphrase: str) -> None:
        desk, gone = self._session.desk, OutcomeVm(_("It is removed from this computer."), "")
        self._work(
            _("It is being removed …"),
            lambda: left_aside.remove(desk, [name], passphrase),
            lambda _changes: gone,
        )

    def _ask_passphrase(self, copy: CopyVm) -> None:
        question = Question(
            _("Your passphrase"),
            _("With it the copy is opened and checked before it takes the vault's place."),
            yes=_("Put back and lock"),
            no=_("Cancel"),
            is_grave=True,
        )
        self._asks.ask_secret(question, got=lambda typed: self._restore(copy, typed))

    def _restore(self, copy: CopyVm, passphrase: str) -> None:
        if self._medium is not None:
            vault, place = self._session.desk.vault.vault, self._place()
            order = RestoreOrder(self._medium, vault, copy.generation, place, passphrase)
            self._outside.restore(order)

    def _place(self) -> int:
        vault = self._session.desk.vault
        return next(m.place for m in vault.members() if m.user == vault.signer.user)

    def _back_up(self, folder: Path) -> None:
        desk = self._session.desk
        self._work(
            _("The backup is being made. It counts when it was read back."),
            lambda: copies.make_copy(desk, folder, self._watch()),
            lambda made: vms.made_vm(desk, made),
            then=lambda: self._look_at(folder),
        )

    def _look_at(self, folder: Path) -> None:
        desk = self._session.desk

        def look() -> MediumVm | None:
            seen = desk.vault.copies.look(folder)
            return vms.medium_vm(desk, seen) if seen is not None else None

        def shown(vm: MediumVm | None) -> None:
            if vm is None:
                self._view.show_outcome(_nothing_there())
                return
            self._medium = folder
            self._view.show_medium(vm)

        self._run(look, shown)

    def _look(self) -> OverviewVm:
        desk = self._session.desk
        return vms.overview(desk, may_make=ADMINISTRATOR in settings.roles_of(desk))

    def _watch(self) -> Watch:
        return Watch(self._jobs.pulse, self._told)

    def _told(self, done: int, of: int) -> None:
        self._progress = (done, of)

    def _work(
        self,
        said: str,
        work: Callable[[], T],
        told: Callable[[T], OutcomeVm],
        *,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        self._progress = (0, 0)
        self._view.show_working(said)

        def done(vm: OutcomeVm) -> None:
            self.open()
            then()
            self._view.show_outcome(vm)

        self._run(lambda: told(work()), done)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._jobs.run(work, done=done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, WorkbenchError):
            self._view.show_refused(error_text(error))
        else:
            self._view.show_problem(error)


def _nothing_there() -> OutcomeVm:
    return OutcomeVm(
        _("There are no backups of this vault there."),
        _("Choose the folder that holds varn-copies."),
        is_whole=False,
    )


def _aside_goes() -> Question:
    return Question(
        _("Remove what was left aside?"),
        _("It is the way back from a restoration. Nothing here brings it back."),
        yes=_("Go on"),
        no=_("Not now"),
        is_grave=True,
    )


def _meaning(copy: CopyVm) -> Question:
    sentences = (
        _("What was written after {when} is not in the copy.").format(when=copy.since),
        _("The vault that is here now stays: it gets another name, beside the one put back."),
        _("Who lost access since does not get it back, and what was disposed of stays so."),
        _("The program locks while it is done."),
    )
    return Question(
        _("Put back the copy from {when}?").format(when=copy.since),
        " ".join(sentences),
        yes=_("Go on"),
        no=_("Cancel"),
        is_grave=True,
    )
