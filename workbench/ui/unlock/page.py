# SPDX-License-Identifier: EUPL-1.2
"""The unlock page: it must be painted before anything but Qt is loaded."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column, row
from workbench.ui.kit.fields import SecretField
from workbench.ui.kit.icons import IconView
from workbench.ui.kit.labels import Label
from workbench.ui.kit.problem import Problem, problem_of
from workbench.ui.kit.theme import UNIT
from workbench.ui.unlock.middle import in_the_middle
from workbench.ui.unlock.presenter import PLACE_DIGITS, Typed
from workbench.words import ErrorText, _

if TYPE_CHECKING:
    from workbench.ui.unlock.why import WhyRow

_WIDTH = 54 * UNIT
_SECOND_MS = 1000


class UnlockPage(QWidget):
    """User number, passphrase, one button.

    Signals:
        submitted: a number and a passphrase were given; read them with `typed()`.
        forgotten: the person does not have the passphrase.
        restoring: a backup is to be put back here.
    """

    submitted = Signal()
    forgotten = Signal()
    restoring = Signal()

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.setProperty("kind", "blank")
        self.setAccessibleName(_("Unlock"))
        self.place = _digits()
        self.passphrase = SecretField(name="passphrase")
        self._above = column()
        self._banner: Banner | None = None
        self.unlock = Button(_("Unlock"), "primary", name="unlock")
        self._seen = Button(_("Show"), "quiet", name="show-passphrase")
        self.folder = Label(folder, "soft")
        self._forgot = Button(_("Forgotten the passphrase?"), "link", name="forgotten")
        self._restore = Button(_("Restore from a backup…"), "link", name="restore")
        self._below = column(gap=UNIT + 4)
        self._working: QWidget | None = None
        self._why: WhyRow | None = None
        self._waits = 0
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._lay_out()
        self._connect()

    @property
    def banner(self) -> Banner:
        """What was refused and why; made when there is something to say."""
        if self._banner is None:
            self._banner = Banner(closes=False)
            self._above.addWidget(self._banner)
        return self._banner

    def typed(self) -> Typed:
        """What stands in the fields now."""
        why = self._why.text() if self._why is not None else ""
        return Typed(self.place.text(), self.passphrase.text(), why)

    def show_working(self) -> None:
        from workbench.ui.unlock.progress import progress  # noqa: PLC0415  not before the first paint

        self._hush()
        self._hold(is_held=True)
        if self._working is None:
            self._working = progress()
            self._below.addWidget(self._working)
        self._working.show()

    def show_refused(self, text: ErrorText, wait_s: int) -> None:
        """The key did not fit, or it is too soon; the number stays, the passphrase does not."""
        self._rest()
        self.banner.say(text.what, f"{text.remedy} ({text.code})".strip(), tone="amber")
        self._waits = wait_s
        self._tick()
        self._to_passphrase()

    def show_older(self, text: ErrorText) -> None:
        """Nothing was opened; whoever goes on all the same says why, and the log has it."""
        self._rest()
        words = _("To open it all the same: write why, and your passphrase again.")
        self.banner.say(text.what, f"{text.remedy} {words} ({text.code})", tone="amber")
        self._ask_why()

    def show_problem(self, error: Exception) -> None:
        problem = problem_of(error)
        self._rest()
        if problem is not None:
            self.show_told(problem)

    def show_told(self, problem: Problem) -> None:
        self.banner.say(problem.title, problem.detail, tone="red")

    def empty(self) -> None:
        """After unlocking, and at lock: nothing is left in the fields."""
        self._rest()
        self.place.setText("")
        self._hush()
        if self._why is not None:
            self._why.put_away()
        self.place.setFocus()

    def _ask_why(self) -> None:
        """Under the banner, before the passphrase."""
        from workbench.ui.unlock.why import WhyRow  # noqa: PLC0415  hardly ever needed

        if self._why is None:
            self._why = WhyRow()
            self._above.addWidget(self._why)
            self._why.line.returnPressed.connect(self._to_passphrase)
        self._why.ask()

    def _hush(self) -> None:
        if self._banner is not None:
            self._banner.hide()

    def _rest(self) -> None:
        if self._working is not None:
            self._working.hide()
        self.passphrase.wipe()
        self._seen.say(_("Show"))
        self._hold(is_held=False)

    def _hold(self, *, is_held: bool) -> None:
        """The focus stays where the hands are, in a field that takes nothing.

        From a disabled one it would go on to the next button, and a second Enter, or the space of
        a passphrase typed anew, would press that.
        """
        if is_held:
            self.passphrase.setFocus()
        for field in (self.place, self.passphrase):
            field.setReadOnly(is_held)
        self._seen.setDisabled(is_held)
        self._judge()
        if is_held:
            self.unlock.setDisabled(True)

    def _judge(self) -> None:
        """The button is there for what can be tried."""
        self.unlock.setEnabled(self.typed().is_complete and self._waits <= 0)

    def _tick(self) -> None:
        """Count the seconds down where the hand already is."""
        if self._waits > 0:
            self.unlock.say(_("Wait {seconds} s").format(seconds=self._waits))
            self._clock.start()
        else:
            self._clock.stop()
            self.unlock.say(_("Unlock"))
        self._judge()

    def _second_gone(self) -> None:
        self._waits -= 1
        self._tick()

    def _submit(self) -> None:
        if self.unlock.isEnabled():
            self.submitted.emit()

    def _turn_seen(self) -> None:
        hidden = self.passphrase.echoMode() == QLineEdit.EchoMode.Password
        self.passphrase.show_typed(seen=hidden)
        self._seen.say(_("Conceal") if hidden else _("Show"))

    def _connect(self) -> None:
        self.place.textEdited.connect(self._digit_typed)
        self.passphrase.textChanged.connect(self._judge)
        self.place.returnPressed.connect(self._to_passphrase)
        self.passphrase.returnPressed.connect(self._submit)
        self.unlock.clicked.connect(self._submit)
        self._seen.clicked.connect(self._turn_seen)
        self._forgot.clicked.connect(self.forgotten)
        self._restore.clicked.connect(self.restoring)
        self._clock.timeout.connect(self._second_gone)
        self._judge()

    def _digit_typed(self, text: str) -> None:
        self._judge()
        if len(text) == PLACE_DIGITS:
            self._to_passphrase()

    def _to_passphrase(self) -> None:
        self.passphrase.setFocus()
        self._scroll.ensureWidgetVisible(self.passphrase, 0, 6 * UNIT)

    def _lay_out(self) -> None:
        card = Card()
        card.setAccessibleName(_("Unlock"))
        card.body.setSpacing(UNIT + 4)
        card.add_layout(self._above)
        card.add(FormRow(_("User number"), self.place))
        card.add(FormRow(_("Passphrase"), self.passphrase, beside=self._seen))
        card.add(self.unlock)
        card.add_layout(self._below)
        card.add_layout(row(self._forgot))
        card.add_layout(row(self._restore))
        middle = column(_name(), card, self.folder, gap=UNIT + 4)
        self._centre(middle)

    def _centre(self, middle: QVBoxLayout) -> None:
        self._scroll = in_the_middle(middle, _WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)


def _digits() -> QLineEdit:
    field = QLineEdit()
    field.setObjectName("place")
    field.setValidator(QIntValidator(0, 99, field))
    field.setMaxLength(PLACE_DIGITS)
    field.setMaximumWidth(field.fontMetrics().horizontalAdvance("00") + 6 * UNIT)
    return field


def _name() -> QWidget:
    """The mark and the name of the program: neutral, like the title."""
    widget = QWidget()
    line = QHBoxLayout(widget)
    line.setContentsMargins(UNIT // 2, 0, 0, 0)
    line.setSpacing(UNIT)
    line.addWidget(IconView("mark", "accent", 28))
    line.addWidget(Label(_("Värn"), "title", wraps=False), 1)
    return widget
