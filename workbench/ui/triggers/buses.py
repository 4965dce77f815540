# SPDX-License-Identifier: EUPL-1.2
"""Who is on a bus, and how to listen to it."""

from PySide6.QtCore import SLOT, QObject
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

_DAEMON, _PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_PATIENCE_MS = 1000

Sent = tuple[str, str, str, str]
"""Service, path, interface and name of a signal; "" for any service or path."""


def has_owner(bus: QDBusConnection, name: str) -> bool:
    """Whether somebody answers to a name; the daemon itself is asked, which is a local socket."""
    asked = QDBusMessage.createMethodCall(_DAEMON, _PATH, _DAEMON, "NameHasOwner")
    asked.setArguments([name])
    said = bus.call(asked, QDBus.CallMode.Block, _PATIENCE_MS).arguments()
    return said[:1] == [True]


def listen(bus: QDBusConnection, sent: Sent, receiver: QObject, slot: str) -> bool:
    """Let a signal call a slot, spelled as Qt does: `came(bool)`. Whether the bus took it."""
    # PySide6 6.12 says that it wants bytes and takes only text.
    taken: bool = bus.connect(*sent, receiver, SLOT(slot))  # type: ignore[call-overload]
    return taken
