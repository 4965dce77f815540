# SPDX-License-Identifier: EUPL-1.2
"""At 200 % a row has half the width: its text takes more lines, and none of it is cut."""

from PySide6.QtGui import QFontMetrics

from workbench.ui.first_start.shown import Shown
from workbench.ui.kit.rows import Rows, RowVm

LONG = "Something left 1 time: paper, bundle or export, and more words than fit on a line"


def height(qtbot, width: int) -> int:
    rows = Rows("Rows")
    qtbot.addWidget(rows)
    rows.show_rows([RowVm("one", LONG, LONG, "cases", "on this computer")])
    rows.resize(width, 100)
    rows.show()
    return rows._buttons[0].height()


def test_a_row_grows_with_its_text(qtbot):
    wide, narrow = height(qtbot, 1400), height(qtbot, 420)
    assert wide == 60
    line = QFontMetrics(Rows("").font()).lineSpacing()
    assert narrow >= wide + 2 * line


def test_five_words_are_three_and_two_and_not_one_under_the_other(qtbot):
    shown = Shown("shown")
    qtbot.addWidget(shown)
    shown.show_groups("Passphrase", ("dressyr", "ordlek", "visbok", "löjrom", "sked"))
    step = shown._step()
    assert shown._columns(step * 4) == 3
    assert shown._columns(step * 6) == 5
    shown.show_groups("Passphrase", ("dressyr", "ordlek", "visbok", "löjrom", "sked", "klänning"))
    assert shown._columns(shown._step() * 5) == 3
