# SPDX-License-Identifier: EUPL-1.2
"""Levels as they stand on a form: a name, from, to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.own_rule.typed import LEVELS, PART_LEVELS, level_name
from workbench.words import _

_NARROW = 18 * UNIT


class LevelGrid(QWidget):
    """Of the whole form (0), or of one of its parts.

    Signals:
        typed: the name of a field and what stands in it.
    """

    typed = Signal(str, str)

    def __init__(self, of: int = 0) -> None:
        super().__init__()
        self.fields: dict[str, LineField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(UNIT)
        for place, heading in enumerate((_("Level"), _("Points from"), _("Points to"))):
            self._grid.addWidget(Label(heading, "soft"), 0, place)
        for n in range(1, (PART_LEVELS if of else LEVELS) + 1):
            self._add_level(of, n)

    def _add_level(self, of: int, n: int) -> None:
        called = (("name", _("Name of level {n}")), ("low", _("Level {n} from")),
                  ("high", _("Level {n} to")))  # fmt: skip
        for place, (end, said) in enumerate(called):
            name, told = level_name(n, end, of), said.format(n=n)
            field = LineField(name=f"field-{name}")
            field.setPlaceholderText(told)
            spoken = _("Part {n}: {field}").format(n=of, field=told) if of else told
            field.setAccessibleName(spoken)
            if end != "name":
                field.setFixedWidth(_NARROW)
            field.typed.connect(lambda text, name=name: self.typed.emit(name, text))
            self.fields[name] = field
            self._grid.addWidget(field, n, place)
