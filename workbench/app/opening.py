# SPDX-License-Identifier: EUPL-1.2
"""From a folder and a passphrase to a session: the services tied to a real vault."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from workbench import __version__
from workbench.app.system import SystemClock, SystemIds
from workbench.crypto import passphrases
from workbench.crypto.kdf import DEFAULT_COST, Cost
from workbench.domain.errors import WorkbenchError
from workbench.domain.people import Organisation, StaffMember
from workbench.instruments.catalogue import load_catalogue
from workbench.services.akter.session import Session
from workbench.services.assess import own_forms
from workbench.services.desk import Desk
from workbench.services.house import unlocking
from workbench.services.house.unlocking import UnlockNotEnteredError
from workbench.services.jobs import Pulse
from workbench.services.keeping import copies, recovery
from workbench.services.records.akt import Akt, Draft
from workbench.vault.opening import (
    Surroundings,
    check_passphrase,
    create_vault,
    unlock_vault,
)
from workbench.vault.unlocked import UnlockedVault

PROGRAM = f"Värn {__version__}"


@dataclass(frozen=True, slots=True)
class Founder:
    """Who founds a vault, and for which organisation."""

    organisation: Organisation
    name: str
    function: str


@dataclass(frozen=True, slots=True)
class Founded:
    """A new vault, open, and the recovery code that is shown this once."""

    vault: UnlockedVault
    session: Session
    recovery_code: str


def system_surroundings() -> Surroundings:
    """The machine's clock, randomness and state folder."""
    return Surroundings(SystemClock(), SystemIds())


def pulsing(around: Surroundings | None, pulse: Pulse) -> Surroundings:
    """These, or this machine's, with a pulse for long work that nobody asked for by name."""
    return replace(around or system_surroundings(), pulse=pulse)


def found_vault(
    folder: Path,
    passphrase: str,
    founder: Founder,
    around: Surroundings,
    *,
    cost: Cost = DEFAULT_COST,
) -> Founded:
    """Make a vault and enter whose it is. The recovery code must be typed back before any akt."""
    canonical = passphrases.canonical(passphrase)
    vault, code = create_vault(folder, canonical, around, cost=cost)
    session = session_of(vault, around)
    user = vault.signer.user
    session.desk.house.enter(
        Draft(founder.organisation), Draft(StaffMember(user, founder.name, founder.function))
    )
    return Founded(vault, session, code)


def open_session(
    folder: Path, place: int, passphrase: str, around: Surroundings, *, over_older: str = ""
) -> Session:
    """Unlock a vault: one key derivation, then a desk; the log has it before anything else.

    `over_older`: the reason to open a vault that is an older copy than was seen here.
    Raises the VAULT codes.
    """
    is_accepted = bool(over_older.strip())
    canonical = passphrases.canonical(passphrase)
    vault = unlock_vault(folder, place, canonical, around, accept_older=is_accepted)
    session = session_of(vault, around)
    try:
        _enter_unlock(vault, session.desk.house, over_older)
        recovery.finish(session.desk)  # for who came back by recovery, and was cut off
        copies.finish_restored(session.desk)
    except BaseException:
        session.close()
        raise
    return session


def open_to_look(
    folder: Path, place: int, passphrase: str, around: Surroundings
) -> tuple[UnlockedVault, WorkbenchError | None]:
    """Unlock a vault whose organisation akt may be the very thing that is damaged.

    Returns the vault and, when the unlock could not be entered in the log, why.
    """
    vault = unlock_vault(folder, place, passphrases.canonical(passphrase), around)
    try:
        _enter_unlock(vault, Akt(vault.house(), vault, around.clock, around.ids), "")
    except WorkbenchError as error:
        return vault, UnlockNotEnteredError(why=error.code)
    except BaseException:
        vault.close()
        raise
    return vault, None


def _enter_unlock(vault: UnlockedVault, house: Akt, reason: str) -> None:
    unlocking.enter_unlock(house, vault.came_in, reason)
    vault.has_told_how()


def is_unproven(session: Session) -> bool:
    """Whether the recovery step is still to be done, and this user may do it."""
    vault = session.desk.vault
    me = next((each for each in vault.members() if each.user == vault.signer.user), None)
    may = me is not None and "administrator" in me.roles
    return may and not vault.recovery.standing().proven


def passphrase_check(folder: Path, place: int, around: Surroundings) -> Callable[[str], None]:
    """Ask for the passphrase again; the check raises what unlocking raises."""

    def check(passphrase: str) -> None:
        check_passphrase(folder, place, passphrases.canonical(passphrase), around)

    return check


def session_of(vault: UnlockedVault, around: Surroundings) -> Session:
    """A session, or a vault that is closed again: never one that is open and nobody's."""
    try:
        return Session(_desk(vault, around))
    except BaseException:
        vault.close()
        raise


def _desk(vault: UnlockedVault, around: Surroundings) -> Desk:
    house = Akt(vault.house(), vault, around.clock, around.ids)
    desk = Desk(vault, around.clock, around.ids, load_catalogue(), house, PROGRAM)
    own_forms.shelve(desk)
    return desk
