# SPDX-License-Identifier: EUPL-1.2
"""Links to other akter, on screen."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.services.person import identity_words
from workbench.ui.about_person.links_presenter import LinksPresenter, LinksVm, LinkVm
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.section import Section
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import FormRow, column, row
from workbench.ui.kit.fields import LineField
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.result.lines import empty
from workbench.ui.writing import vocabulary
from workbench.ui.writing.beside import Beside
from workbench.ui.writing.fold import Fold
from workbench.ui.writing.form import ListField
from workbench.words import ErrorText, _


class LinksSection(Section):
    """A `LinksView`."""

    def __init__(self, page: Page, around: Around) -> None:
        super().__init__(page, "links", _("Linked case files"))
        self._shown, self._hidden = column(gap=UNIT), column(gap=UNIT)
        inside = QWidget()
        inside.setLayout(self._hidden)
        self._fold = Fold(
            _("Put away hidden links"), _("Hidden links"), inside, name="hidden-links"
        )
        self._beyond = Label("", "soft")
        self.number = LineField(name="link-number")
        self.relation = ListField(vocabulary.options(identity_words.relations(_)))
        self.relation.setObjectName("link-relation")
        self.link_button = Button(_("Link the case files"), "secondary", name="link")
        self._told = Banner(closes=False)
        never = _(
            "Nothing is copied between them. Only who may open both sees that they are linked."
        )
        self.put(Label(never, "soft"))
        self.put_layout(self._shown)
        self.put(self._beyond, self._fold, self._asked(), self._told)
        self.put_layout(row(self.link_button))
        self._presenter = LinksPresenter(self, around)
        self.link_button.clicked.connect(self._link)

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_links(self, vm: LinksVm) -> None:
        self._fill(self._shown, vm.shown)
        self._fill(self._hidden, vm.hidden)
        self._fold.setVisible(bool(vm.hidden))
        told = _("Reached through these: {numbers}").format(numbers=", ".join(vm.beyond))
        self._beyond.setText(told)
        self._beyond.setVisible(bool(vm.beyond))
        self.page.order_tab()

    def show_missing(self, field: str, text: str) -> None:
        self._told.say(text, tone="amber")
        (self.number if field == "number" else self.relation).setFocus()

    def show_refused(self, text: ErrorText) -> None:
        self._told.say(text.what, f"{text.remedy} ({text.code})", tone="amber")
        self.page.reveal(self._told)

    def show_linked(self) -> None:
        self.number.show_text("")
        self.relation.show_text("")
        self._told.say(_("Linked. It stands in both case files."))

    def _asked(self) -> QWidget:
        hint = _("One of your own case files.")
        number = FormRow(_("Number of the other case file"), self.number, hint)
        return Beside([number, FormRow(_("That person is"), self.relation)], [1, 1])

    def _fill(self, box: QVBoxLayout, links: Iterable[LinkVm]) -> None:
        empty(box)
        for each in links:
            box.addWidget(self._line(each))

    def _line(self, vm: LinkVm) -> QWidget:
        """Whom it leads to; the ways there, and to hide it."""
        who = column(Label(vm.title, "strong"), gap=0)
        if vm.caption:
            who.addWidget(Label(vm.caption, "soft"))
        line = row(ends=False)
        line.addLayout(who, 1)
        turn = _("Show again…") if vm.is_hidden else _("Hide…")
        line.addWidget(self._button(_("Open"), f"open-link-{vm.key}", vm, self._open))
        line.addWidget(self._button(turn, f"turn-link-{vm.key}", vm, self._turn))
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _button(self, words: str, name: str, vm: LinkVm, pressed: Callable[[], None]) -> Button:
        button = Button(words, "quiet", name=name)
        button.setAccessibleName(_("{do}: {which}").format(do=words, which=vm.title))
        button.setProperty("link", vm.key)
        button.clicked.connect(pressed)
        return button

    def _open(self) -> None:
        self.page.flush()
        self._presenter.open(str(self.sender().property("link")))

    def _turn(self) -> None:
        self.page.flush()
        self._presenter.turn(str(self.sender().property("link")))

    def _link(self) -> None:
        self.page.flush()
        self._told.hide()
        self._presenter.link(self.number.text(), str(self.relation.currentData() or ""))
