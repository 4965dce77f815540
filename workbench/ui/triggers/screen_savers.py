# SPDX-License-Identifier: EUPL-1.2
"""The desktop's own lock and screen saver, on the session bus."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

from workbench.ui.triggers.buses import has_owner, listen

_INTERFACES = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)


class ScreenSavers(QObject):
    """Listens to every screen saver that says `ActiveChanged`, whoever sends it and from where.

    Signals:
        asked: lock now; "screen-saver".
    """

    asked = Signal(str)

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus

    def begin(self) -> bool:
        """Listen. Returns whether one of them is there now; one that comes later is heard too."""
        for interface in _INTERFACES:
            listen(self._bus, ("", "", interface, "ActiveChanged"), self, "changed(bool)")
        return any(has_owner(self._bus, name) for name in _INTERFACES)

    @Slot(bool)
    def changed(self, is_active: bool) -> None:  # noqa: FBT001  the bus's own signature
        """True when the screen is locked or blanked."""
        if is_active:
            self.asked.emit("screen-saver")
