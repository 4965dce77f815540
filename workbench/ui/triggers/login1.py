# SPDX-License-Identifier: EUPL-1.2
"""login1 on the system bus: the session is locked, the computer falls asleep, the lid is closed.

Only plain values are read from signals; what stands in a property is asked for with `Get`. What
another process sends can make the window lock, and nothing else.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from workbench.ui.triggers.buses import has_owner, listen

SERVICE = "org.freedesktop.login1"
_PATH = "/org/freedesktop/login1"
_LEADER, _SESSION = f"{SERVICE}.Manager", f"{SERVICE}.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_POWER, _POWER_PATH = "org.freedesktop.UPower", "/org/freedesktop/UPower"
_LID_OF = {_LEADER: (SERVICE, _PATH, "LidClosed"), _POWER: (_POWER, _POWER_PATH, "LidIsClosed")}
"""login1 has the property; in most versions only UPower tells when it changes."""
_PATIENCE_MS = 5000


class Login1(QObject):
    """Listens; and keeps the computer awake until the vault is closed (a delay inhibitor).

    Signals:
        asked: lock now; "session", "sleep" or "lid".
    """

    asked = Signal(str)

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._held: int | None = None
        self._wants_to_hold = False

    def begin(self) -> bool:
        """Listen. Returns whether there is a login1 to listen to."""
        if not has_owner(self._bus, SERVICE):
            return False
        sleep = (SERVICE, _PATH, _LEADER, "PrepareForSleep")
        listen(self._bus, sleep, self, "sleep_comes(bool)")
        for service, path, _name in _LID_OF.values():
            changed = (service, path, _PROPERTIES, "PropertiesChanged")
            listen(self._bus, changed, self, "property_changed(QDBusMessage)")
        self._call(_LEADER, "GetSessionByPID", [os.getpid()], self._listen_to_session)
        return True

    def hold(self) -> None:
        """From now on the computer does not fall asleep before `let_go`, for a few seconds."""
        self._wants_to_hold = True
        if self._held is None:
            asked = ["sleep", "Värn", "The vault is locked first", "delay"]
            self._call(_LEADER, "Inhibit", asked, self._take)

    def let_go(self) -> None:
        """The vault is closed: the computer may sleep."""
        self._wants_to_hold = False
        held, self._held = self._held, None
        if held is not None:
            with suppress(OSError):
                os.close(held)

    @Slot(bool)
    def sleep_comes(self, is_coming: bool) -> None:  # noqa: FBT001  the bus's own signature
        """PrepareForSleep: true before, false after waking."""
        if is_coming:
            self.asked.emit("sleep")
        elif self._wants_to_hold:
            self.hold()

    @Slot()
    def session_locks(self) -> None:
        """Lock, of the session that this program runs in."""
        self.asked.emit("session")

    @Slot(QDBusMessage)
    def property_changed(self, message: QDBusMessage) -> None:
        """Whatever changed, see whether the lid is closed."""
        said = message.arguments()
        of = _LID_OF.get(said[0]) if said and isinstance(said[0], str) else None
        if of is not None:
            service, path, name = of
            self._call(_PROPERTIES, "Get", [said[0], name], self._lid, to=(service, path))

    def _lid(self, value: Any) -> None:  # noqa: ANN401  what the bus answers
        if isinstance(value, QDBusVariant) and value.variant() is True:
            self.asked.emit("lid")

    def _listen_to_session(self, path: Any) -> None:  # noqa: ANN401  what the bus answers
        """Without a session of its own (a user service) every lock of this computer is heard."""
        own = path.path() if isinstance(path, QDBusObjectPath) else ""
        listen(self._bus, (SERVICE, own, _SESSION, "Lock"), self, "session_locks()")

    def _take(self, answer: Any) -> None:  # noqa: ANN401  what the bus answers
        """The lock is a file descriptor: login1 waits until every copy of it is closed."""
        if not isinstance(answer, QDBusUnixFileDescriptor) or not answer.isValid():
            return
        if self._wants_to_hold and self._held is None:
            self._held = os.dup(answer.fileDescriptor())

    def _call(
        self,
        interface: str,
        member: str,
        given: Sequence[object],
        then: Callable[[Any], None],
        to: tuple[str, str] = (SERVICE, _PATH),
    ) -> None:
        """Ask without waiting; `then` gets the first value of the answer, or None."""
        message = QDBusMessage.createMethodCall(*to, interface, member)
        message.setArguments(given)
        message.setAutoStartService(False)
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message, _PATIENCE_MS), self)
        watcher.finished.connect(lambda done: self._answered(done, then))

    def _answered(self, done: QDBusPendingCallWatcher, then: Callable[[Any], None]) -> None:
        said = [] if done.isError() else done.reply().arguments()
        done.deleteLater()
        then(said[0] if said else None)
