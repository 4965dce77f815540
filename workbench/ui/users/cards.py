# SPDX-License-Identifier: EUPL-1.2
"""The list of users, and the cards about one of them. One is in front at a time."""

from collections.abc import Sequence

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QWidget

from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import Card, FormRow, column
from workbench.ui.kit.fields import LineField, TextArea
from workbench.ui.kit.labels import Label
from workbench.ui.kit.rows import Rows, RowVm
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.users.presenter import Newcomer
from workbench.ui.users.roles import roles
from workbench.ui.users.vms import LeavingVm, PersonVm, UsersVm
from workbench.ui.writing.fields import TICKED
from workbench.ui.writing.tick import TickField
from workbench.words import _

_DIGITS = 2


class RoleTicks(QWidget):
    """What somebody may do, each with a sentence."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._ticks = {each.role: TickField(f"{each.name} – {each.does}") for each in roles()}
        for role, tick in self._ticks.items():
            tick.setObjectName(f"{name}-{role}")
        self.setLayout(column(*self._ticks.values(), gap=0))

    def chosen(self) -> tuple[str, ...]:
        return tuple(role for role, tick in self._ticks.items() if tick.isChecked())

    def show_roles(self, held: Sequence[str], held_fast: Sequence[str] = ()) -> None:
        """`held_fast`: those that cannot be given or taken here."""
        for role, tick in self._ticks.items():
            tick.show_text(TICKED if role in held else "")
            tick.setEnabled(role not in held_fast)

    def first(self) -> QWidget:
        return next(tick for tick in self._ticks.values() if tick.isEnabled())


class PeopleCard(Card):
    """Everybody with a place."""

    def __init__(self) -> None:
        super().__init__(_("Users"))
        self.rows = Rows(_("Users"))
        self.alone = Banner(closes=False)
        self._waiting = Label("", "soft")
        self._who = Label(_("Only an administrator may add users."), "soft")
        self.add_button = Button(_("Add a user…"), "primary", icon="add", name="add-user")
        self.add(self.alone, self.rows, self._waiting, self._who, _line(self.add_button))

    def show_users(self, vm: UsersVm) -> None:
        self.rows.show_rows(
            [RowVm(one.user, f"{one.number}  {one.name}", one.caption, "person")
             for one in vm.people]
        )  # fmt: skip
        self._waiting.setText(vm.waiting)
        self._waiting.setVisible(bool(vm.waiting))
        self._who.setVisible(not vm.may_change)
        self.add_button.setVisible(vm.may_change)
        self.alone.hide()
        if vm.is_alone:
            self.alone.say(
                _("One person has every role"),
                _("Nobody else sees what is opened, and nobody can step in. Let a colleague in, "
                  "and share the roles."),
                tone="amber",
            )  # fmt: skip


class NewcomerCard(Card):
    """Who is let in: a name, a number, roles."""

    def __init__(self) -> None:
        super().__init__(_("Add a user"), _("They should be here: they type their own passphrase."))
        self.name = LineField(name="user-name")
        self.function = LineField(name="user-function")
        self.number = LineField(name="user-number")
        self.number.setValidator(QIntValidator(0, 99, self.number))
        self.number.setMaxLength(_DIGITS)
        self.number.setMaximumWidth(self.number.fontMetrics().horizontalAdvance("00") + 6 * UNIT)
        self.ticks = RoleTicks("new-role")
        self.go_button = Button(_("Show a passphrase"), "primary", name="user-draw")
        self.no_button = Button(_("Not now"), "secondary", name="user-no")
        hint = _("Stands under what they enter and sign. It is never in a file name.")
        self.add(
            FormRow(_("Name"), self.name, hint),
            FormRow(_("Function (may be left empty)"), self.function),
            FormRow(_("User number"), self.number, _("Typed together with the passphrase.")),
            _roles_told(),
            self.ticks,
            _line(self.go_button, self.no_button),
        )  # fmt: skip

    def ask(self, place: int, *, may_exchange: bool) -> None:
        self.wipe()
        self.number.show_text(f"{place:02d}")
        held_fast = () if may_exchange else ("exchange",)
        self.ticks.show_roles(("practitioner",), held_fast)

    def newcomer(self) -> Newcomer:
        number = self.number.text().strip()
        place = int(number) if number.isascii() and number.isdigit() else 0
        chosen = self.ticks.chosen()
        return Newcomer(self.name.text(), self.function.text(), place, chosen)

    def first_missing(self) -> QWidget:
        """Where somebody goes on who left something out; the number when it is only wrong."""
        if not self.name.text().strip():
            return self.name
        return self.number if self.ticks.chosen() else self.ticks.first()

    def wipe(self) -> None:
        for line in (self.name, self.function, self.number):
            line.show_text("")


class PersonCard(Card):
    """One user: roles, passphrase, the end."""

    def __init__(self) -> None:
        super().__init__(" ")
        self.user = ""
        self._caption = Label("", "soft")
        self.ticks = RoleTicks("role")
        self.roles_button = Button(_("Enter the roles"), "primary", name="roles-enter")
        self.phrase_button = Button(_("New passphrase…"), "secondary", name="new-passphrase")
        self.remove_button = Button(_("Remove the user…"), "danger", name="remove-user")
        self.no_button = Button(_("Back to the list"), "secondary", name="person-no")
        self.add(
            self._caption,
            self.ticks,
            _line(self.roles_button, self.phrase_button, self.remove_button, self.no_button),
        )

    def show_person(self, person: PersonVm, *, may_change: bool, may_exchange: bool) -> None:
        self.user = person.user
        self.heading.setText(f"{person.number}  {person.name}")
        self.setAccessibleName(person.name)
        self._caption.setText(person.caption)
        held_fast = [] if may_exchange else ["exchange"]
        if person.is_me:  # another administrator takes these from them
            held_fast += ["administrator", "exchange"]
        everything = [each.role for each in roles()]
        self.ticks.show_roles(person.roles, held_fast if may_change else everything)
        for button in (self.roles_button, self.phrase_button):
            button.setVisible(may_change)
        self.remove_button.setVisible(may_change and not person.is_me)


class LeavingCard(Card):
    """A place is taken away: what that means, and why it is done."""

    def __init__(self) -> None:
        super().__init__(" ")
        self.user = ""
        self._copied, self._alone = Label(), Banner(closes=False)
        self.leave_tick = TickField(_("Leave them to the recovery code all the same"))
        self.leave_tick.setObjectName("leave-to-recovery")
        self.reason = TextArea(lines=2, name="remove-reason")
        self.go_button = Button(_("Remove the user"), "danger", name="remove-go")
        self.no_button = Button(_("Not now"), "secondary", name="remove-no")
        hint = _("Stands in the log. A log reviewer reads it; everyone here has the key to it.")
        self.add(
            Label(_("They can unlock no more, from now on. What they wrote stays, under their "
                    "name. Every key that they knew is changed.")),
            self._copied,
            self._alone,
            self.leave_tick,
            FormRow(_("Why?"), self.reason, hint),
            _line(self.go_button, self.no_button),
        )  # fmt: skip

    def ask(self, vm: LeavingVm) -> None:
        self.user = vm.person.user
        heading = _("Remove the user {name}").format(name=vm.person.name)
        self.heading.setText(heading)
        self.setAccessibleName(heading)
        self._copied.setText(vm.could_copy)
        self.leave_tick.show_text("")
        self.leave_tick.setVisible(bool(vm.alone))
        self._alone.hide()
        if vm.alone:
            self._alone.say(_("They alone can open some case files"), vm.alone, tone="amber")
        self.reason.show_text("")


def _roles_told() -> QWidget:
    hint = _("What they may do. No role opens a case file: whoever works in it lets them in.")
    holder = QWidget()
    holder.setLayout(column(Label(_("Roles"), "strong"), Label(hint, "soft"), gap=UNIT // 2))
    return holder


def _line(*buttons: QWidget) -> QWidget:
    """Buttons beside each other, and under each other where there is no room."""
    box = WrapLayout(gap=UNIT)
    for button in buttons:
        box.addWidget(button)
    holder = QWidget()
    holder.setLayout(box)
    return holder
