# SPDX-License-Identifier: EUPL-1.2
"""Which field of a form lacks something, so that the person can be taken there."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.ui.kit.cards import Card


class Gap(NamedTuple):
    """Where something is missing: the part of the form, and what takes the focus."""

    part: QWidget
    at: QWidget


Find = Callable[[], QWidget | None]


class Form(Card):
    """A card that is filled in, from `needs`: its parts in the order in which they are asked."""

    needs: tuple[tuple[QWidget, Find], ...] = ()

    def first_missing(self) -> Gap | None:
        """None when nothing seems to be missing."""
        found = ((part, find()) for part, find in self.needs)
        return next((Gap(part, at) for part, at in found if at is not None), None)


def empty_line(field: QLineEdit) -> QLineEdit | None:
    """The field itself while nothing stands in it."""
    return None if field.text().strip() else field
