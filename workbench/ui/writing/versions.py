# SPDX-License-Identifier: EUPL-1.2
"""The history of one record: every version as it stood, why it was corrected."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench.ui.kit.cards import Rule, column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.writing.fold import Fold
from workbench.ui.writing.history import VersionVm, labelled
from workbench.words import _


def versions_fold(versions: Sequence[VersionVm]) -> Fold:
    """The history, folded until asked for."""
    hidden = _("History ({count} versions)").format(count=len(versions))
    return Fold(_("Hide history"), hidden, _content(versions), name="history")


def _content(versions: Sequence[VersionVm]) -> QWidget:
    content = QWidget()
    box = column(gap=UNIT)
    box.setContentsMargins(UNIT + 4, 0, 0, 0)
    for version in versions:
        box.addWidget(Rule())
        box.addWidget(Label(version.heading, "soft"))
        for label, text in version.lines:
            box.addWidget(Label(labelled(label, text)))
        if version.reason:
            box.addWidget(Label(_("Corrected because: {reason}").format(reason=version.reason)))
    content.setLayout(box)
    return content
