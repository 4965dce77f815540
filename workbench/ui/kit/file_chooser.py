# SPDX-License-Identifier: EUPL-1.2
"""A small file chooser of our own: it remembers nothing and cannot hold up the lock."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QStorageInfo, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from workbench.ui.kit import icons, theme
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import FormRow, column, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.words import _

_MOST = 2000
_STICKS = ("/media/", "/run/media/", "/Volumes/")


class FileChooser(QWidget):
    """Walk folders by keyboard; `endings` None chooses a folder, else a file that ends so.

    Signals:
        changed: `chosen()` may give something else.
        taken: Enter or a double click on what can be chosen.
    """

    changed = Signal()
    taken = Signal()

    def __init__(self, endings: tuple[str, ...] | None) -> None:
        super().__init__()
        self._endings = endings
        self._folder = Path.home()
        self._path = LineField(name="path")
        self._list = QListWidget()
        self._list.setObjectName("files")
        self._list.setAccessibleName(_("Files and folders"))
        self._note = Label(kind="soft", wraps=False)
        self._up = Button(_("Up"), "quiet", icon="up", name="up")
        places = WrapLayout(gap=UNIT // 2)
        places.addWidget(self._up)
        for name, path in _places():
            places.addWidget(self._place_button(name, path))
        box = column(FormRow(_("Folder"), self._path))
        box.addLayout(places)
        box.addWidget(self._list, 1)
        box.addLayout(row(self._note))
        self.setLayout(box)
        self._up.clicked.connect(lambda: self.walk_to(self._folder.parent))
        self._path.returnPressed.connect(lambda: self._go_to(Path(self._path.text().strip())))
        self._list.itemActivated.connect(self._activated)
        self._list.itemSelectionChanged.connect(self.changed)
        self.walk_to(self._folder)

    def begin(self) -> None:
        """The focus to the list; with a focus proxy Tab would pass over all that stands above."""
        self._list.setFocus()

    def chosen(self) -> Path | None:
        """The file or folder to take, or None when nothing suitable is marked."""
        if self._endings is None:
            return self._folder
        files = [self._of(item) for item in self._list.selectedItems()]
        return next((path for path in files if path.is_file()), None)

    def walk_to(self, folder: Path) -> None:
        """List another folder; stays where it is when that one cannot be read."""
        try:
            entries = sorted(self._seen(folder), key=_order)[:_MOST]
        except OSError:
            self._note.setText(_("That folder cannot be read"))
            return
        self._folder = folder
        self._note.setText("" if entries else self._nothing())
        self._path.show_text(str(folder))
        self._list.clear()
        for path in entries:
            self._list.addItem(self._item(path))
        self._list.setCurrentRow(0)
        self.changed.emit()

    def _go_to(self, path: Path) -> None:
        """A folder is listed; the whole path of a file chooses it, where a file is wanted."""
        is_file = self._endings is not None and self._fits(path) and path.is_file()
        if not is_file:
            self.walk_to(path)
            return
        self.walk_to(path.parent)
        listed = (self._list.item(at) for at in range(self._list.count()))
        wanted = next((item for item in listed if self._of(item) == path), None)
        if wanted is not None:
            self._list.setCurrentItem(wanted)
            self._list.setFocus()

    def _nothing(self) -> str:
        if self._endings is None:
            return _("No folders in here. This folder can be chosen.")
        return _("Nothing to choose here")

    def _seen(self, folder: Path) -> Iterator[Path]:
        for path in folder.iterdir():
            if path.name.startswith("."):
                continue
            if path.is_dir() or (self._endings is not None and self._fits(path)):
                yield path

    def _fits(self, path: Path) -> bool:
        return not self._endings or path.name.lower().endswith(self._endings)

    def _item(self, path: Path) -> QListWidgetItem:
        drawn = icons.icon("folder" if path.is_dir() else "file", theme.tokens().ink_soft)
        item = QListWidgetItem(drawn, path.name)
        item.setData(Qt.ItemDataRole.UserRole, str(path))
        return item

    def _of(self, item: QListWidgetItem) -> Path:
        return Path(str(item.data(Qt.ItemDataRole.UserRole)))

    def _activated(self, item: QListWidgetItem) -> None:
        path = self._of(item)
        if path.is_dir():
            self.walk_to(path)
        elif self.chosen() is not None:
            self.taken.emit()

    def _place_button(self, name: str, path: Path) -> Button:
        button = Button(name, "quiet", icon="folder")
        button.clicked.connect(lambda: self.walk_to(path))
        return button


def _places() -> list[tuple[str, Path]]:
    """Home and what was put into the computer; no history, no network."""
    found = [(_("Home"), Path.home())]
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if volume.isReady() and (root.startswith(_STICKS) or root[1:3] == ":/"):
            found.append((Path(root).name or root, Path(root)))
    return found


def _order(path: Path) -> tuple[bool, str]:
    return (not path.is_dir(), path.name.casefold())
