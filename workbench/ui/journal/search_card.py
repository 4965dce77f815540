# SPDX-License-Identifier: EUPL-1.2
"""Words are sought in this akt alone; what was found leads to where it stands."""

from PySide6.QtCore import Signal

from workbench.ui.journal.finding import FindingVm
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.rows import Rows, RowVm
from workbench.words import _, ngettext


class SearchCard(Card):
    """A field, and what was found under it.

    Signals:
        sought: what to look for; answer with `show_found`.
        opened: the number of the row that was opened, from 0.
        put_away: nothing is sought any more.
    """

    sought = Signal(str)
    opened = Signal(int)
    put_away = Signal()

    def __init__(self) -> None:
        super().__init__(_("Search in this case file"))
        self.field = LineField(_("Words that stand in it"), name="search")
        self.field.setAccessibleName(_("Search in this case file"))
        told = _("Only in this case file. What you search for is not kept anywhere.")
        self.field.setAccessibleDescription(told)
        self._clear = Button(_("Clear the search"), "quiet", icon="close", name="clear-search")
        self._count = Label(kind="soft")
        self._count.setObjectName("found-count")
        self._rows = Rows(_("Found in this case file"))
        line = row(self.field, self._clear, ends=False)
        line.setStretch(0, 1)
        self.add_layout(line)
        self.add(Label(told, "soft"), self._count, self._rows)
        self.field.typed.connect(self._seek)
        self.field.returnPressed.connect(self.field.flush)
        self._clear.clicked.connect(self.forget)
        self._rows.opened.connect(lambda key: self.opened.emit(int(key)))
        self._show_none()

    def show_found(self, vm: FindingVm) -> None:
        """An answer to another question than the one that stands in the field is late."""
        if vm.sought != self.field.text().strip():
            return
        self._count.setText(_counted(vm))
        self._count.show()
        self._rows.setVisible(bool(vm.found))
        self._rows.show_rows(
            [RowVm(str(n), each.title, each.caption) for n, each in enumerate(vm.found)]
        )

    def forget(self) -> None:
        """The field and what was found are emptied."""
        self.field.show_text("")
        self._show_none()
        self.put_away.emit()

    def _seek(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text.strip():
            self.sought.emit(text.strip())
        else:
            self._show_none()

    def _show_none(self) -> None:
        self._rows.show_rows(())
        self._rows.hide()
        self._count.clear()
        self._count.hide()
        self._clear.setVisible(bool(self.field.text()))


def _counted(vm: FindingVm) -> str:
    if not vm.total:
        return _("It does not stand in this case file.")
    said = ngettext("{count} place", "{count} places", vm.total).format(count=vm.total)
    if vm.total > len(vm.found):
        return _("{count}. The newest {shown} are shown.").format(count=said, shown=len(vm.found))
    return said
