# SPDX-License-Identifier: EUPL-1.2
"""The whole main job through the real window, by keyboard alone, on two real vaults."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from tests.journey import afterwards, assessing, beginning, handing_over, planning, telling
from tests.journey.hands import Hands
from tests.journey.place import Workplace, opened
from tests.journey.station import Stations
from tests.reliability.leaks import leaking_files
from tests.reports.reading import squeezed


@contextmanager
def unlocked(
    qapp: QApplication, workplace: Workplace, prefix: str = "journey"
) -> Iterator[tuple[Hands, Stations]]:
    """The program on a vault, unlocked by the keyboard."""
    with opened(qapp, workplace) as program:
        hands = Hands(program)
        stations = Stations(hands, prefix)
        try:
            stations.look("01-unlock")
            beginning.unlock(hands, workplace)
            yield hands, stations
        finally:
            stations.end()


def assess(hands: Hands, stations: Stations) -> None:
    """From somebody who comes to a signed judgement."""
    beginning.somebody_comes(hands, stations)
    beginning.protect(hands, stations)
    beginning.name_the_person(hands, stations)
    beginning.calendar(hands, stations)
    beginning.own_appraisal(hands, stations)
    assessing.ask_danger(hands, stations)
    assessing.confirm_rule(hands, stations)
    assert [text for text in assessing.figures(hands) if "Lägst" in text]
    assessing.complete_danger(hands, stations)
    assert [text for text in assessing.figures(hands) if "poäng" in text]
    assessing.read_off_freda(hands, stations)
    assessing.code_sara(hands, stations)
    assessing.judge(hands, stations)


def plan(hands: Hands, stations: Stations) -> None:
    """Scenarios, measures, both plans."""
    planning.scenarios(hands, stations)
    planning.safety_plan(hands, stations)
    planning.protection_plan(hands, stations)


def test_the_main_job_by_keyboard_alone(qapp: QApplication, tmp_path: Path) -> None:
    stick = {name: tmp_path / "stick" / name for name in ("a", "b", "paper", "bundle")}
    for folder in stick.values():
        folder.mkdir(parents=True)
    shelter = Workplace(tmp_path / "a", "Jouren Påhittet", "Sten Skyddsson", "granit körsbär")
    town = Workplace(tmp_path / "b", "Exempelkommun", "Berit Bedömare", "lampa torsdag")
    shelter.found()
    town.found()
    with unlocked(qapp, town, "journey-b") as (hands, stations):
        town_digits = handing_over.export_card(hands, stations, stick["b"])
    with unlocked(qapp, shelter) as (hands, stations):
        assess(hands, stations)
        plan(hands, stations)
        handing_over.lock_in_mid_typing(hands, stations, shelter)
        handing_over.make_papers(hands, stations, stick["paper"])
        digits = handing_over.export_card(hands, stations, stick["a"])
        handing_over.bring_card(hands, stations, stick["b"], town_digits)
        handing_over.find_the_akt(hands, stations)
        handing_over.seal(hands, stations, shelter, stick["bundle"])
    with unlocked(qapp, town, "journey-c") as (hands, stations):
        hands.push("rail-receive")
        hands.push("contacts")
        handing_over.bring_card(hands, stations, stick["a"], digits)
        stations.may_show_score = True
        handing_over.open_bundle(hands, stations, stick["bundle"])
    afterwards.check_sender(shelter)
    afterwards.check_receiver(town, shelter)
    (paper,) = stick["paper"].iterdir()
    check_files(tmp_path, paper)


def check_files(root: Path, paper: Path) -> None:
    """What was typed stands on the paper that was asked for, and in clear in no file at all."""
    printed = "".join(page.extract_text() for page in PdfReader(paper).pages)
    assert squeezed(telling.BECAUSE) in squeezed(printed)
    assert re.fullmatch(r"b-\d{8}T\d{6}\.pdf", paper.name)
    files = [path for path in root.rglob("*") if path.is_file()]
    assert leaking_files(files, telling.PLANTED, [paper]) == {}
