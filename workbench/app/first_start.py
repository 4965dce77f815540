# SPDX-License-Identifier: EUPL-1.2
"""First start tied together: from an empty folder to an unlocked vault with a proven code."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.app import opening, outside, places
from workbench.crypto import passphrases, recovery
from workbench.crypto.kdf import Cost, calibrated_cost
from workbench.domain.people import Organisation
from workbench.services.akter.session import Session
from workbench.services.handing_over import contacts
from workbench.ui.first_start import sheet
from workbench.ui.first_start.card_page import CardPage
from workbench.ui.first_start.card_presenter import CardPresenter, CardWays
from workbench.ui.first_start.page import BeginningPage
from workbench.ui.first_start.presenter import BeginningPresenter
from workbench.ui.first_start.recovery_page import RecoveryPage
from workbench.ui.first_start.recovery_presenter import RecoveryPresenter
from workbench.ui.first_start.ways import BeginningWays, RecoveryWays, Wishes
from workbench.ui.kit.dialogs import Dialogs
from workbench.ui.kit.frame import Frame
from workbench.ui.kit.page import Page
from workbench.ui.kit.qt_jobs import QtJobs
from workbench.ui.kit.rail import Entry
from workbench.ui.shell import Shell
from workbench.vault import unfinished
from workbench.vault.opening import Surroundings
from workbench.words import _

CARD_NAME = "contact-card.json"
FIRST_PLACE = 1


@dataclass(frozen=True, slots=True)
class Made:
    """A vault that first start made, open. The passphrase is not kept."""

    folder: Path
    session: Session
    code: str


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where the first steps lead.

    `begun`: the vault is being made from now on; called on the vault's thread. `restore`: a backup
    is to be put back in that folder instead.
    """

    begun: Callable[[], None]
    founded: Callable[[Made], None]
    restore: Callable[[Path], None]


class FirstStart:
    """Builds the pages; the program decides what is in front.

    `cost`: what a passphrase costs; None is measured on this computer.
    """

    def __init__(
        self, shell: Shell, jobs: QtJobs, around: Surroundings, cost: Cost | None = None
    ) -> None:
        self._shell, self._jobs, self._around, self._cost = shell, jobs, around, cost

    def beginning(self, folder: Path, to: Beginning) -> Page:
        """The steps before there is a vault, with `folder` proposed if it is safe."""
        asks = Dialogs(self._shell)

        def found(wishes: Wishes) -> Made:
            to.begun()
            return self._found(wishes)

        ways = BeginningWays(
            check_place=places.check_place,
            room_in=places.room_in,
            draw=self._draw,
            is_same=passphrases.same,
            found=found,
            founded=to.founded,
            is_unfinished=places.is_unfinished,
            restore=to.restore,
        )
        wanted = places.proposed(folder, places.check_place)
        return BeginningPage(lambda v: BeginningPresenter(v, self._jobs, asks, ways, wanted))

    def rest(self, session: Session, code: str, done: Callable[[], None]) -> Frame:
        """The steps of an open vault: recovery, then the card. No rail: there is no akt yet."""
        dialogs = Dialogs(self._shell)
        entries = (
            Entry(
                "recovery", _("Recovery code"), "protection", lambda: self._recovery(session, code)
            ),
            Entry("card", _("Contact card"), "person", lambda: self._card(session, dialogs, done)),
        )
        frame = Frame(entries, dialogs)
        frame.rail.hide()
        frame.top.finder.hide()
        frame.top.save_state.hide()
        return frame

    def _draw(self) -> str:
        return passphrases.generate(self._around.ids, passphrases.ADMINISTRATORS_WORDS)

    def _found(self, wishes: Wishes) -> Made:
        organisation = Organisation(wishes.organisation, wishes.unit, wishes.profile)
        founder = opening.Founder(organisation, wishes.name, wishes.function)
        if places.is_unfinished(wishes.folder):  # they were told, and went on
            unfinished.clear(wishes.folder)
        cost = self._cost or calibrated_cost(time.monotonic_ns)
        made = opening.found_vault(
            wishes.folder, wishes.passphrase, founder, self._around, cost=cost
        )
        places.remember(wishes.folder, self._around.state_folder)
        return Made(wishes.folder, made.session, made.recovery_code)

    def _recovery(self, session: Session, code: str) -> Page:
        vault = session.desk.vault
        printer = sheet.default_printer()
        ways = RecoveryWays(
            recovery=vault.recovery,
            vault=vault.vault,
            day=session.desk.clock.today().isoformat(),
            code=code,
            wrong_groups=recovery.wrong_groups,
            printer=printer,
            print_sheets=sheet.print_sheets,
            proven=lambda: self._shell.open("card"),
        )
        return RecoveryPage(lambda view: RecoveryPresenter(view, self._jobs, ways), printer)

    def _card(self, session: Session, dialogs: Dialogs, done: Callable[[], None]) -> Page:
        desk, beyond = session.desk, outside.outside(session.desk, _unasked)

        def save(folder: Path) -> Path:
            content = contacts.own_card(desk, beyond.bundles).content
            return beyond.files.write_new(folder, CARD_NAME, content)

        ways = CardWays(lambda: contacts.own_digits(desk, beyond.bundles), save, done)
        return CardPage(lambda view: CardPresenter(view, self._jobs, dialogs, ways))


def _unasked(_passphrase: str) -> None:
    """Nothing in first start asks for the passphrase again."""
