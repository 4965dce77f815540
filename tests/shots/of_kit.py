# SPDX-License-Identifier: EUPL-1.2
"""The kit on fictional rows: what every page is made of."""

from datetime import date

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from workbench.ui.kit.asking import Question
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, EmptyBlock, FormRow, row
from workbench.ui.kit.choices import Choices, ChoiceVm
from workbench.ui.kit.dialogs import AskDialog
from workbench.ui.kit.fields import DateField, TextArea
from workbench.ui.kit.file_chooser import FileChooser
from workbench.ui.kit.labels import Label
from workbench.ui.kit.loop_bar import LoopBar, StepVm
from workbench.ui.kit.page import Page
from workbench.ui.kit.pills import Pill
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.tables import Column, RowsTable
from workbench.ui.kit.timeline import LaneVm, MarkVm, Timeline
from workbench.ui.kit.wrap import WrapLayout

STEPS = (
    StepVm("now", "Skydd nu", "protection", "done", "22 nov"),
    StepVm("assess", "Bedömning", "assessment", "open", "1 kvar att göra", is_here=True),
    StepVm("scenarios", "Scenarier", "scenario", "begun", "2 skrivna"),
    StepVm("measures", "Åtgärder och beslut", "measure"),
    StepVm("follow", "Uppföljning", "history"),
    StepVm("again", "Ny bedömning", "clock"),
)
LANES = (
    LaneVm(
        "Händelser",
        (
            MarkVm("1", date(2026, 3, 2), "Hot i telefon", "red", weight=2),
            MarkVm("2", date(2026, 8, 12), "Misshandel", "red", weight=3),
            MarkVm("3", date(2026, 8, 15), "Följde efter", "amber"),
        ),
    ),
    LaneVm(
        "Skydd",
        (MarkVm("4", date(2026, 8, 20), "Kontaktförbud", "done", ends=date(2027, 2, 20)),),
    ),
    LaneVm("Bedömningar", (MarkVm("5", date(2026, 9, 1), "Bedömning", shape="diamond"),)),
)
TODAY = date(2026, 11, 22)


def _case() -> QWidget:
    page = Page("2026-0142", "Öppnad 3 november 2026", back="Akter")
    page.header.add_action(Button("Skriv ut", icon="print"))
    page.header.add_action(Button("Försegla", "primary", icon="send"))
    page.banner.say(
        "En ny bedömning är kvar att göra",
        "Den förra gällde till 20 november. Den utsattas egen bedömning kommer först.",
        tone="amber",
        action="Börja",
    )
    bar = LoopBar()
    bar.show_steps(STEPS)
    line = Timeline()
    line.show_lanes(LANES, today=TODAY)
    card = Card("Tidslinje").add(line)
    card.add_action(line.tools)
    page.add(Card().add(bar), card)
    shell = in_window(page)
    shell.frame().top.save_state.saved("14:32")
    return shell


def _question() -> QWidget:
    page = Page("Bedömning", "4 av 20 · sittningen började 13:05", back="2026-0142")
    choices = Choices(
        (
            ChoiceVm("yes", "Ja", "J"),
            ChoiceVm("no", "Nej", "N"),
            ChoiceVm("dont-know", "Vet ej", "F6", is_quiet=True),
            ChoiceVm("declined", "Vill inte svara", "F7", is_quiet=True),
            ChoiceVm("not-applicable", "Ej tillämpligt", "F8", is_quiet=True),
            ChoiceVm("postponed", "Uppskjutet", "F9", is_quiet=True),
        ),
        "Svar",
    )
    choices.show_chosen("yes")
    card = Card()
    card.add(Label("Har våldet blivit grövre eller vanligare det senaste året?", "title"))
    card.add(choices, FormRow("Anteckning", TextArea("Källa, datum, egna ord", lines=2)))
    page.add(card)
    page.add_below(_ways_on())
    return in_window(page)


def _ways_on() -> QWidget:
    holder = QWidget()
    line = row(Button("Föregående", icon="back"), Button("Pausa", "quiet"), ends=False)
    line.addStretch(1)
    line.addWidget(Button("Nästa", "primary", icon="next"))
    holder.setLayout(line)
    return holder


def _lists() -> QWidget:
    page = Page("Idag", "Söndag 22 november 2026")
    page.add(Button("Någon kommer nu – börja här", "large", icon="add"))
    rows = Rows("Kvar att göra")
    rows.show_rows(
        (
            RowVm("1", "2026-0142", "Ny bedömning senast 20 november", "clock", "sent", "amber"),
            RowVm("2", "2026-0139", "Kontaktförbud upphör 29 november", "protection", "i veckan"),
            RowVm("3", "2026-0101", "Arbetsmaterial är inte infört", "journal", "i dag"),
        )
    )
    table = RowsTable[tuple[str, str]](
        "Åtgärder",
        (Column("När", lambda r: r[0]), Column("Vad", lambda r: r[1], stretches=True)),
    )
    table.show_rows((("2026-11-24", "Byta lås"), ("2026-11-25", "Möte med skolan")))
    table.fit_height()
    pills = WrapLayout()
    for pill in (Pill("klar", "done"), Pill("kvar att göra", "amber"), Pill("nekad", "red")):
        pills.addWidget(pill)
    pills.addWidget(Pill("vet ej"))
    card = Card("Åtgärder", "De som svarar mot scenario 1").add_layout(pills)
    card.add(table, FormRow("Ny bedömning senast", DateField(), "Högst tre månader fram."))
    page.add(Card("Kvar att göra").add(rows), card)
    return in_window(page, under="today")


def _empty() -> QWidget:
    page = Page("Akter", "Dina egna akter")
    start = Button("Ny händelse – börja här", "primary", icon="add")
    words = "Här står de akter som du har behörighet till. Andras akter syns inte."
    page.add(Card().add(EmptyBlock("cases", "Inga akter ännu", words, start)))
    return in_window(page)


def _dialog() -> QWidget:
    question = Question(
        "Kasta arbetsmaterialet?",
        "Det du har skrivit men inte fört in i journalen försvinner. Journalen ändras inte.",
        yes="Kasta",
        no="Behåll",
        is_grave=True,
    )
    return AskDialog(None, question)


def _chooser() -> QWidget:
    question = Question("Välj paketet", "", yes="Välj", no="Avbryt")
    return AskDialog(None, question, FileChooser((".age",)))


PAGES = (
    ("kit-case", _case),
    ("kit-question", _question),
    ("kit-lists", _lists),
    ("kit-empty", _empty),
    ("kit-dialog", _dialog),
    ("kit-chooser", _chooser),
)
