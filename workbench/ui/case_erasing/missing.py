# SPDX-License-Identifier: EUPL-1.2
"""Which field of a form lacks something, so that the person can be taken there."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.ui.kit.cards import Card

Find = Callable[[], QWidget | None]


class Form(Card):
    """A card that is filled in; `needs` finds what lacks something, in the order of asking."""

    needs: tuple[Find, ...] = ()

    def first_missing(self) -> QWidget | None:
        """What takes the focus; None when nothing seems to be missing."""
        found = (find() for find in self.needs)
        return next((at for at in found if at is not None), None)


def empty_line(field: QLineEdit) -> QLineEdit | None:
    """The field itself while nothing stands in it."""
    return None if field.text().strip() else field
