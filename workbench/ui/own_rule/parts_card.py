# SPDX-License-Identifier: EUPL-1.2
"""Parts of a form with sums of their own, and levels that are reached in other ways."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.cards import Card, column
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.own_rule.level_grid import LevelGrid
from workbench.ui.own_rule.typed import (
    CRITICAL,
    LEVELS,
    PARTS,
    POINTS,
    REACHES,
    critical_name,
    part_name,
    reach_name,
)
from workbench.ui.writing.fields import FieldVm, OptionVm
from workbench.ui.writing.fold import FoldButton
from workbench.ui.writing.form import WritingForm
from workbench.words import _

Options = tuple[OptionVm, ...]


class FoldedCard(Card):
    """A card whose fields are folded until somebody needs them; open where something stands.

    Signals:
        typed: the name of a field and what stands in it.
    """

    typed = Signal(str, str)

    def __init__(self, title: str, caption: str, ways: tuple[str, str], name: str) -> None:
        super().__init__(title, caption)
        self._inside = QWidget()
        self._box = column(gap=2 * UNIT)
        self._inside.setLayout(self._box)
        self.fold = FoldButton(*ways, self._inside, name=name)
        line = WrapLayout(gap=UNIT)
        line.addWidget(self.fold)
        self.add_layout(line).add(self._inside)
        self.forms: list[WritingForm] = []

    def show_values(self, values: Mapping[str, str], prefixes: Sequence[str]) -> None:
        for form in self.forms:
            form.show_values(values)
        if any(text and name.startswith(tuple(prefixes)) for name, text in values.items()):
            self.fold.unfold()

    def _add_form(self, fields: Sequence[FieldVm]) -> None:
        form = WritingForm(fields)
        form.typed.connect(self.typed)
        self.forms.append(form)
        self._box.addWidget(form)


class PartsCard(FoldedCard):
    """Each part: what it is called, which questions, what is counted, its levels."""

    def __init__(self) -> None:
        super().__init__(
            _("Parts with a sum of their own"),
            _("Only if the form has them. Questions by the form's numbers, as 1-5, 7."),
            (_("Hide the parts"), _("The form has parts…")),
            "parts",
        )
        self.fields: dict[str, LineField] = {}

    def show_parts(self, answers: Options, values: Mapping[str, str]) -> None:
        if not self.forms:
            for part in range(1, PARTS + 1):
                self._add_part(part, answers)
        for name, field in self.fields.items():
            field.show_text(values.get(name, ""))
        self.show_values(values, ["part:"])

    def _add_part(self, part: int, answers: Options) -> None:
        counted = (
            OptionVm(POINTS, _("The points of the answers")),
            *(OptionVm(a.code, _("How many are {answer}").format(answer=a.label)) for a in answers),
        )
        self._box.addWidget(Label(_("Part {n}").format(n=part), "strong"))
        self._add_form((
            FieldVm(part_name(part, "name"), _("Name of part {n}").format(n=part), is_short=True),
            FieldVm(part_name(part, "items"), _("Questions in part {n}").format(n=part),
                    is_short=True),
            FieldVm(part_name(part, "counts"), _("What is counted in part {n}").format(n=part),
                    "list", options=counted, is_short=True),
        ))  # fmt: skip
        levels = LevelGrid(part)
        levels.typed.connect(self.typed)
        self.fields |= levels.fields
        self._box.addWidget(levels)


class ReachesCard(FoldedCard):
    """Grave answers, and parts, that reach a level whatever the points in all."""

    def __init__(self) -> None:
        super().__init__(
            _("Levels that are reached in other ways"),
            _("Only if the form has it: some answers, or one part, give at least a level. "
              "Nothing here lowers a level."),
            (_("Hide the other ways"), _("The form has other ways…")),
            "reaches",
        )  # fmt: skip

    def show_reaches(self, answers: Options, values: Mapping[str, str]) -> None:
        if not self.forms:
            self._lay_out(answers)
        self.show_values(values, ["critical:", "reach:"])

    def _lay_out(self, answers: Options) -> None:
        levels = tuple(OptionVm(str(n), _("Level {n}").format(n=n)) for n in range(2, LEVELS + 1))
        parts = tuple(OptionVm(str(n), _("Part {n}").format(n=n)) for n in range(1, PARTS + 1))
        for r in range(1, CRITICAL + 1):
            self._box.addWidget(Label(_("Answers {n}").format(n=r), "strong"))
            self._add_form((
                FieldVm(critical_name(r, "n"), _("At least so many"), is_short=True),
                FieldVm(critical_name(r, "items"), _("of the questions"), is_short=True),
                FieldVm(critical_name(r, "answer"), _("with the answer"), "list",
                        options=answers, is_short=True),
                FieldVm(critical_name(r, "level"), _("give at least"), "list",
                        options=levels, is_short=True),
            ))  # fmt: skip
        for r in range(1, REACHES + 1):
            self._box.addWidget(Label(_("Sum {n}").format(n=r), "strong"))
            self._add_form((
                FieldVm(reach_name(r, "part"), _("When the part"), "list", options=parts,
                        is_short=True),
                FieldVm(reach_name(r, "from"), _("gives at least so much"), is_short=True),
                FieldVm(reach_name(r, "level"), _("it gives at least"), "list", options=levels,
                        is_short=True),
            ))  # fmt: skip
