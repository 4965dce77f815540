# SPDX-License-Identifier: EUPL-1.2
"""The desktop's own lock and screen saver, on the session bus."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_INTERFACES = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
_CHANGED = b"1changed(bool)"
"""The slot below, as Qt spells it; the 1 says "slot"."""


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
            self._bus.connect("", "", interface, "ActiveChanged", self, _CHANGED)
        names = self._bus.interface()
        return any(names.isServiceRegistered(name).value() for name in _INTERFACES)

    @Slot(bool)
    def changed(self, is_active: bool) -> None:  # noqa: FBT001  the bus's own signature
        """True when the screen is locked or blanked."""
        if is_active:
            self.asked.emit("screen-saver")
