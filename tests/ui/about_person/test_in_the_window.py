# SPDX-License-Identifier: EUPL-1.2
"""The page about the person in the real window, from the akt by key alone, over a lock."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.keyboard import Keyboard
from tests.support.real_program import found, running
from workbench.domain.subject import Subject
from workbench.ui.about_person.page import AboutPersonPage
from workbench.ui.places import Place

pytestmark = pytest.mark.ui


def test_it_is_reached_and_worked_by_key_and_is_there_after_a_lock(
    qapp: QApplication, tmp_path
) -> None:
    office, case = found(tmp_path / "jour")
    with running(qapp, office, case) as real:
        real.unlock()
        real.open(Place("case", case))
        hands = Keyboard(real.shell)
        hands.push("way-about-person")
        real.settle()
        page = real.shell.page()
        assert isinstance(page, AboutPersonPage)
        hands.push("turn-identity")
        hands.push("change-identity")
        real.settle()
        hands.write("field-established_note", "handling 1, s. 1")
        real.lock(real.press_f12)
        real.unlock()
        page = real.shell.page()
        assert isinstance(page, AboutPersonPage)
        assert page.place() == "identity"
        assert page.sections["identity"].panel.form.field("established_note").text() == (
            "handling 1, s. 1"
        )
        assert hands.here.objectName() == "field-established_note"
        hands.enter_in_journal()
        real.settle()
        told = real.on_vault(lambda: real.program._session.akt(case).all(Subject)[0].value)
        assert told.established_note == "handling 1, s. 1"
        real.open(Place("about-person", case, "links"))
        real.settle()
        assert hands.here.objectName() == "turn-links"
