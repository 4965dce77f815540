# SPDX-License-Identifier: EUPL-1.2
"""What a house does beside its cases, by keyboard: first start, users, access, copies, the log."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.journey import telling
from tests.journey.handing_over import AN_ID
from tests.journey.hands import Hands
from tests.journey.station import Stations, texts
from workbench.ui.first_start.shown import Shown
from workbench.ui.kit.choices import ChoiceButton

ORGANISATION, FOUNDER = "Jouren i Påhittsta", "Sten Skyddsson"
SECOND, SECOND_NUMBER = "Berit Bedömare", "02"
WHY_GRANTED = "Går in på natten när Sten är ledig."
WHY_HIDDEN = "Flyttar till en annan jour."
WHY_ERASED = "Enligt gallringsbeslut P-17."
SEEN_IN_LOG = "Allt stämmer med schemat."
_CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Known:
    """What the people in the room have on their papers and in their heads."""

    phrases: dict[str, str] = field(default_factory=dict)
    code: str = ""


def first_start(
    hands: Hands, stations: Stations, known: Known, kind: str = "Jour utan placeringar"
) -> None:
    """Six steps from an empty folder to Idag."""
    hands.wait(lambda: hands.here.objectName() == "step-on")
    stations.look("01-welcome")
    hands.push("step-on")
    choose(hands, kind)
    hands.write("organisation", ORGANISATION)
    stations.look("02-kind")
    hands.push("step-on")
    hands.write("name", FOUNDER)
    stations.look("03-who")
    hands.push("step-on")
    known.phrases["01"] = _shown(hands, "passphrase-shown", " ")
    stations.look("04-passphrase")
    hands.push("step-on")
    hands.type(known.phrases["01"])
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    hands.wait(lambda: bool(_shown(hands, "code-shown-1", "-")))
    known.code = _shown(hands, "code-shown-1", "-")
    stations.look("05-recovery-code")
    hands.push("step-on")
    hands.type(known.code)
    stations.look("06-typed-back")
    hands.push("step-on")
    hands.wait(lambda: _says(hands, "Kontaktkort"))
    hands.settle()
    stations.look("07-contact-card")
    hands.push("step-on")


def let_in(
    hands: Hands,
    stations: Stations,
    known: Known,
    role: str = "log-reviewer",
    who: tuple[str, str] = (SECOND, SECOND_NUMBER),
) -> None:
    """Another user, who types their own passphrase."""
    name, number = who
    to_house(hands, "users")
    stations.look("10-users")
    hands.push("add-user")
    write_into(hands, "user-name", name)
    hands.tab_to(f"new-role-{role}")
    hands.press(Qt.Key.Key_Space)
    stations.look("11-newcomer")
    hands.push("user-draw")
    known.phrases[number] = _shown(hands, "passphrase-shown", " ")
    stations.look("12-passphrase")
    hands.push("phrase-go")
    hands.type(known.phrases[number])
    hands.press(Qt.Key.Key_Return)
    hands.settle()
    stations.look("13-let-in")
    assert _says(hands, name)


def give_access(hands: Hands, stations: Stations, name: str = SECOND) -> None:
    """From the akt: the colleague, a reason."""
    hands.push("way-case-access")
    stations.look("20-access")
    choose(hands, name)
    write_into(hands, "grant-reason", WHY_GRANTED)
    hands.push("grant")
    stations.look("21-given")
    hands.push("back")


def back_up(hands: Hands, stations: Stations, medium: Path) -> None:
    """To another disk; it counts when it was read back."""
    to_house(hands, "backups")
    hands.push("back-up")
    choose_folder(hands, medium)
    hands.wait(lambda: _says(hands, "På mediet"))
    hands.settle()
    stations.look("30-backed-up")
    hands.push("rehearse")
    hands.settle()
    stations.look("31-rehearsed")


def review_log(hands: Hands, stations: Stations) -> None:
    """Read and signed off."""
    to_house(hands, "log")
    stations.look("32-log")
    choose(hands, "Inget att anmärka")
    write_into(hands, "log-notes", SEEN_IN_LOG)
    hands.push("log-sign")
    stations.look("33-log-signed")
    assert _says(hands, "Granskningen är införd")


def practise(hands: Hands, stations: Stations, known: Known) -> None:
    """A copy is opened with the code alone."""
    to_house(hands, "recovery")
    hands.push("drill")
    hands.type(known.code)
    stations.look("34-drill")
    hands.push("drill-go")
    hands.wait(lambda: _says(hands, "Kopian är borttagen igen"))
    hands.settle()
    stations.look("35-drilled")


def hide(hands: Hands, stations: Stations) -> None:
    """In no list any more; nothing is taken away."""
    hands.push("way-case-erasing")
    stations.look("40-what")
    choose(hands, "Dölj akten")
    write_into(hands, "hide-reason", WHY_HIDDEN)
    hands.push("hide")
    stations.look("41-hidden")


def erase(hands: Hands, stations: Stations, known: Known, folder: Path) -> None:
    """Two people at one screen; then the certificate."""
    choose(hands, "Gallra hela akten")
    if _is_shown(hands, "seen-open"):
        hands.tab_to("seen-open")
        hands.press(Qt.Key.Key_Space)
    answer_no(hands)
    choose(hands, "Verksamhetens egen gallringsregel")
    if _is_shown(hands, "law-checked"):
        hands.tab_to("law-checked")
        hands.press(Qt.Key.Key_Space)
    write_into(hands, "whole-reason", WHY_ERASED)
    write_into(hands, "whole-place", SECOND_NUMBER)
    write_into(hands, "whole-passphrase", known.phrases[SECOND_NUMBER])
    stations.look("42-two-people")
    hands.push("erase")
    stations.look("43-sure")
    assert not [text for text in texts(hands.here.window()) if AN_ID.search(text)]
    hands.push("yes")
    hands.wait(lambda: hands.here.objectName() == "save-certificate")
    stations.look("44-certificate")
    hands.push("save-certificate")
    choose_folder(hands, folder)
    stations.look("45-certificate-saved")


def to_house(hands: Hands, page: str) -> None:
    """Verksamhet, and one of its rows."""
    hands.push("rail-organisation")
    hands.tab_to(f"row-{page}")
    hands.press(Qt.Key.Key_Return)
    hands.settle()


def unlock(hands: Hands, known: Known, number: str) -> None:
    """User number, passphrase, Enter."""
    hands.type(number)
    hands.type(known.phrases[number])
    hands.press(Qt.Key.Key_Return)
    hands.wait(lambda: not hands.program.shell.is_locked)
    hands.settle()


def lock(hands: Hands, stations: Stations, name: str) -> None:
    """F12; nothing of anybody is left on the screen."""
    closed: list[int] = []
    hands.program.closed.connect(lambda: closed.append(1))
    hands.press(Qt.Key.Key_F12)
    assert hands.program.shell.is_locked
    hands.wait(lambda: bool(closed))
    assert not [text for text in texts(hands.program.shell) if telling.NAME in text]
    stations.look(name)


def write_into(hands: Hands, name: str, text: str) -> None:
    """Tab to what is called so, and type."""
    hands.tab_to(name)
    hands.type(text)


def choose(hands: Hands, label: str) -> None:
    """Tab from one group of choices to the next, walk each, take the one that begins so."""
    passed: list[str] = []
    for _stop in range(200):
        at = hands.here
        if isinstance(at, ChoiceButton) and _walk(hands, label, passed):
            hands.press(Qt.Key.Key_Space)
            hands.settle()
            return
        hands.press(Qt.Key.Key_Tab)
    raise AssertionError(f"no choice begins with {label}, but {passed}")


def answer_no(hands: Hands) -> None:
    """No to every question of the kind yes or no."""
    begun = hands.here
    answered: set[object] = set()
    for _stop in range(200):
        hands.press(Qt.Key.Key_Tab)
        at = hands.here
        if at is begun:
            break
        if isinstance(at, ChoiceButton) and at.objectName() == "choice-no":
            hands.press(Qt.Key.Key_Space)
            answered.add(at.parent())
    assert answered


def choose_folder(hands: Hands, folder: Path) -> None:
    """In the program's own dialog."""
    hands.tab_to("path")
    hands.press(Qt.Key.Key_A, held=_CONTROL)
    hands.type(str(folder))
    hands.press(Qt.Key.Key_Return)
    hands.push("yes")


def _walk(hands: Hands, label: str, passed: list[str]) -> bool:
    """Along one group with the arrows."""
    begun = hands.here
    while True:
        said = hands.here.accessibleName()
        if said.startswith(label):
            return True
        passed.append(said)
        hands.press(Qt.Key.Key_Right)
        if hands.here is begun or hands.here.accessibleName() in passed:
            return False


def _shown(hands: Hands, name: str, between: str) -> str:
    """What a person reads off the screen."""
    found = hands.program.shell.findChild(Shown, name)
    return between.join(found.groups) if found is not None else ""


def _is_shown(hands: Hands, name: str) -> bool:
    ticks = hands.program.shell.findChildren(QAbstractButton, name)
    return any(tick.isVisible() for tick in ticks)


def _says(hands: Hands, text: str) -> bool:
    return any(text in each for each in texts(hands.program.shell))
