# SPDX-License-Identifier: EUPL-1.2
"""A stand-in for login1, UPower and a screen saver: `python stand_in.py ADDRESS`.

It answers as they do and tells what it is asked, a line each; it sends what it is told to send:
`lock`, `other-lock`, `sleep`, `wake`, `lid`, `upower-lid`, `open-lid`, `saver`, `saver-off`.
"""

import os
import sys
from threading import Thread

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)

LOGIN1, UPOWER, SAVER = (
    "org.freedesktop.login1",
    "org.freedesktop.UPower",
    "org.gnome.ScreenSaver",
)
LEADER = f"{LOGIN1}.Manager"
ROOT, OWN = "/org/freedesktop/login1", "/org/freedesktop/login1/session/own"
PROPERTIES = "org.freedesktop.DBus.Properties"
YES, NO = True, False
has_session = "--no-session" not in sys.argv


def tell(*words: object) -> None:
    print(*words, flush=True)


class StandIn(QDBusVirtualObject):
    """Methods and properties, as far as the program asks."""

    closed = False

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(  # noqa: N802  Qt's name
        self, message: QDBusMessage, bus: QDBusConnection
    ) -> bool:
        member = message.member()
        if member == "GetSessionByPID" and has_session:
            return self._answer(message, bus, QDBusObjectPath(OWN))
        if member == "Inhibit":
            return self._inhibit(message, bus)
        if member == "Get" and message.arguments()[1] in ("LidClosed", "LidIsClosed"):
            tell("asked", *message.arguments())
            return self._answer(message, bus, QDBusVariant(self.closed))
        return False

    def _inhibit(self, message: QDBusMessage, bus: QDBusConnection) -> bool:
        """Like login1: one end of a pipe goes out, the lock is held until that end is closed."""
        ours, theirs = os.pipe()
        self._answer(message, bus, QDBusUnixFileDescriptor(theirs))
        os.close(theirs)
        tell("inhibited", *message.arguments())
        Thread(target=lambda: os.read(ours, 1) or tell("released"), daemon=True).start()
        return True

    def _answer(self, message: QDBusMessage, bus: QDBusConnection, value: object) -> bool:
        reply = message.createReply()
        reply.setArguments([value])
        return bus.send(reply)


def signal(path: str, interface: str, member: str, *given: object) -> QDBusMessage:
    made = QDBusMessage.createSignal(path, interface, member)
    made.setArguments(list(given))
    return made


def property_changed(path: str, interface: str, name: str, value: object) -> QDBusMessage:
    return signal(path, PROPERTIES, "PropertiesChanged", interface, {name: value}, [])


SENT = {
    "lock": lambda: signal(OWN, f"{LOGIN1}.Session", "Lock"),
    "other-lock": lambda: signal(f"{ROOT}/session/other", f"{LOGIN1}.Session", "Lock"),
    "sleep": lambda: signal(ROOT, LEADER, "PrepareForSleep", YES),
    "wake": lambda: signal(ROOT, LEADER, "PrepareForSleep", NO),
    "lid": lambda: property_changed(ROOT, LEADER, "LidClosed", YES),
    "open-lid": lambda: property_changed(ROOT, LEADER, "LidClosed", NO),
    "upower-lid": lambda: property_changed("/org/freedesktop/UPower", UPOWER, "LidIsClosed", YES),
    "saver": lambda: signal("/org/gnome/ScreenSaver", SAVER, "ActiveChanged", YES),
    "saver-off": lambda: signal("/org/gnome/ScreenSaver", SAVER, "ActiveChanged", NO),
}


def main() -> None:
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(sys.argv[1], "stand-in")
    whole = StandIn()
    option = QDBusConnection.VirtualObjectRegisterOption.SubPath
    ready = all(
        (bus.registerVirtualObject("/org/freedesktop", whole, option),
         *(bus.registerService(name) for name in (LOGIN1, UPOWER, SAVER)))
    )  # fmt: skip
    keys = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def told() -> None:
        word = sys.stdin.readline().strip()
        if not word:
            app.quit()
            return
        StandIn.closed = word in ("lid", "upower-lid")
        bus.send(SENT[word]())
        tell("sent", word)

    keys.activated.connect(told)
    tell("ready" if ready else "failed")
    app.exec()


if __name__ == "__main__":
    main()
