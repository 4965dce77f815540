# SPDX-License-Identifier: EUPL-1.2
"""A house from its first start to an erased akt, in the real window, as a process of its own.

    python -m tests.journey.house MEDIUM PAPERS

The vault and everything that this installation remembers lie where the system says. Prints one
JSON object: secrets that were drawn. Only the passphrases are cheap.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.journey import beginning, governing, handing_over, telling
from tests.journey.governing import Known
from tests.journey.hands import Hands
from tests.journey.place import running
from tests.journey.station import Stations, texts
from tests.support.real_program import PATIENT
from tests.vault.making import CHEAP
from workbench import words
from workbench.app import house_pages, places
from workbench.app.system import SystemClock, SystemIds
from workbench.app.window import Program
from workbench.ui.kit import theme
from workbench.vault.opening import Surroundings


def live(hands: Hands, stations: Stations, medium: Path, papers: Path) -> Known:
    """All of it."""
    known = Known()
    governing.first_start(hands, stations, known)
    _first_evening(hands, stations, known)
    _second_user(hands, stations, known)
    _house_work(hands, stations, known, medium)
    handing_over.find_the_akt(hands, stations)
    governing.hide(hands, stations)
    governing.erase(hands, stations, known, papers)
    governing.lock(hands, stations, "50-locked")
    return known


def _first_evening(hands: Hands, stations: Stations, known: Known) -> None:
    """An akt, a note; a colleague is let into the house and into the akt."""
    beginning.somebody_comes(hands, stations)
    beginning.protect(hands, stations)
    beginning.name_the_person(hands, stations)
    hands.push("way-journal")
    hands.write("text", telling.NOTE)
    hands.enter()
    stations.look("08-note")
    governing.let_in(hands, stations, known)
    handing_over.find_the_akt(hands, stations)
    governing.give_access(hands, stations)
    governing.lock(hands, stations, "22-locked")


def _second_user(hands: Hands, stations: Stations, known: Known) -> None:
    """Their own Idag, and the akt; half a sentence is left behind."""
    governing.unlock(hands, known, governing.SECOND_NUMBER)
    assert hands.program.shell.frame().key == "today"
    stations.look("23-second-users-today")
    handing_over.find_the_akt(hands, stations)
    hands.push("way-journal")
    assert [text for text in texts(hands.program.shell) if telling.NOTE in text]
    hands.write("text", telling.HALF_TYPED)
    governing.lock(hands, stations, "24-locked")


def _house_work(hands: Hands, stations: Stations, known: Known, medium: Path) -> None:
    governing.unlock(hands, known, "01")
    governing.back_up(hands, stations, medium)
    governing.review_log(hands, stations)
    governing.practise(hands, stations, known)


def main(medium: Path, papers: Path) -> None:
    app = theme.begin(sys.argv[:1])
    theme.apply(app, dark=False)
    words.speak("sv")
    house_pages.measured_cost = lambda: CHEAP
    around = Surroundings(SystemClock(), SystemIds(), smallest_kib=CHEAP.m_kib)
    trial = PATIENT._replace(cost=CHEAP)
    with running(lambda: Program(app, places.usual(), around=around, trial=trial)) as program:
        hands = Hands(program)
        stations = Stations(hands, "journey-house")
        stations.may_show_score = True
        known = live(hands, stations, medium, papers)
    print(json.dumps([known.code, *known.phrases.values()]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
