# SPDX-License-Identifier: EUPL-1.2
"""Text on screen. Always plain: what someone typed is never read as markup."""

from typing import Literal

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LabelKind = Literal["body", "title", "heading", "soft", "strong", "figure"]


class Label(QLabel):
    """Plain text that wraps. Kinds: body, title, heading, soft (captions), strong, figure."""

    def __init__(self, text: str = "", kind: LabelKind = "body", *, wraps: bool = True) -> None:
        super().__init__()
        self.setProperty("textFormat", "PlainText")
        self.setProperty("kind", kind)
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)

    def for_field(self, field: QWidget) -> "Label":
        """Name `field`: on screen, for assistive technology, and Alt+letter jumps to it.

        What stands in an empty field is an example, and no name beside a label.
        """
        self.setBuddy(field)
        if field.accessibleName() in ("", field.property("placeholderText")):
            field.setAccessibleName(self.text())
        return self
