# SPDX-License-Identifier: EUPL-1.2
"""The key is pressed while the real program does long work that nobody asked for by name."""

import os
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.support.real_program import RealProgram, found, running
from tests.unit.services.offices import Office
from tests.vault.colleagues import add, nobody, nothing
from workbench.app.pages import key_of
from workbench.domain.errors import Cancelled
from workbench.domain.ids import CaseId
from workbench.ui.places import Place
from workbench.vault.opening import read_info

ALWAYS_S = 2.0
BEATS = 40
MIB = 1024 * 1024


def with_a_change_of_key_due(root: Path) -> tuple[Office, CaseId]:
    """A vault whose one akt has 16 MB, and a reader who is gone."""
    office, case = found(root)
    vault = office.place.unlock()
    akt = vault.open_case(case)
    for n in range(4):
        akt.append([], attachments={f"{n:064}": os.urandom(4 * MIB)})
    akt.close()
    gone = add(vault, 3)
    vault.access.grant(case, gone, nothing)
    vault.access.remove_user(gone, nobody, nothing, to_recovery=False)
    assert case in vault.access.rekey_due()
    vault.close()
    return office, case


class Listening:
    """Hears the vault's thread ask whether a lock has come, and what it was told."""

    def __init__(self, program: RealProgram) -> None:
        self.beats, self.was_cut_off = 0, False
        self._asked = program.program.jobs.pulse
        program.program.jobs.pulse = self

    def __call__(self) -> None:
        self.beats += 1
        try:
            self._asked()
        except Cancelled:
            self.was_cut_off = True
            raise


def test_a_change_of_key_at_opening_waits_for_the_next_opening(
    qapp: QApplication, tmp_path: Path
) -> None:
    office, case = with_a_change_of_key_due(tmp_path / "at")
    with running(qapp, office, case) as program:
        program.unlock()
        listening = Listening(program)
        program.shell.open(key_of(Place("journal", case)))
        program.wait(lambda: listening.beats > BEATS)
        taken = program.lock(program.press_f12)
        print(f"wiped {taken.wiped_s:.3f} s after the key")
        assert listening.was_cut_off
        assert taken.wiped_s <= ALWAYS_S
        assert not read_info(office.place.folder, given_state_folder=office.place.state).is_in_use
        assert not list((office.place.folder / "cases").glob("*.new*"))
        program.unlock()
        program.open(Place("journal", case))
        assert program.on_vault(program.program._session.desk.vault.access.rekey_due) == frozenset()
