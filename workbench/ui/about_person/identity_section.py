# SPDX-License-Identifier: EUPL-1.2
"""Who the person is, on screen."""

from PySide6.QtWidgets import QWidget

from workbench.ui.about_person.identity_presenter import IdentityPresenter, IdentityVm
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.section import PanelSection
from workbench.ui.case.subject import identity_fields
from workbench.ui.kit.banners import Banner
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import column
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.kit.theme import UNIT
from workbench.ui.kit.wrap import WrapLayout
from workbench.ui.result.lines import empty
from workbench.ui.writing.beside import holding
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.versions import versions_fold
from workbench.words import _


class IdentitySection(PanelSection):
    """An `IdentityView`."""

    def __init__(self, page: Page, around: Around) -> None:
        super().__init__(page, "identity", _("Identity"))
        self._lines, self._joins = Label(), Label("", "soft")
        self._doubts = Banner(closes=False)
        self._history = column(gap=UNIT)
        self.ways = self._buttons()
        self.first = self.change
        self.panel = WritingPanel(page, _("Change the identity"), identity_fields(), closes=True)
        self.panel.hide()
        self.put(self._doubts, self._lines, self._joins)
        self.put_layout(self._history)
        self.put(self.ways, self.panel)
        self._presenter = IdentityPresenter(self, around)
        self.panel.serve(self._presenter.writing)
        self.change.clicked.connect(self._change)
        self.reserve.clicked.connect(self._reserve)

    def begin(self) -> None:
        self._presenter.resume()

    def refresh(self) -> None:
        self._presenter.refresh()

    def show_identity(self, vm: IdentityVm) -> None:
        self.tell(vm.line)
        self._lines.setText("\n".join(vm.lines))
        self._doubts.hide()
        if vm.doubts:
            self._doubts.say(_("Worth a look. Nothing is stopped by it."), "\n".join(vm.doubts))
        self._joins.setText("\n".join(vm.joins))
        self._joins.setVisible(bool(vm.joins))
        self.reserve.setVisible(vm.may_reserve)
        empty(self._history)
        if vm.versions:
            self._history.addWidget(versions_fold(vm.versions))
        self.page.order_tab()

    def tell_changed(self) -> None:
        self.changed.emit()

    def _buttons(self) -> QWidget:
        self.change = Button(_("Change"), "secondary", name="change-identity")
        self.change.setAccessibleName(_("Change the identity"))
        self.reserve = Button(_("Give a reserve number"), "secondary", name="reserve-number")
        line = WrapLayout(gap=UNIT)
        line.addWidget(self.change)
        line.addWidget(self.reserve)
        return holding(line)

    def _change(self) -> None:
        self.page.flush()
        self._presenter.change()

    def _reserve(self) -> None:
        self.page.flush()
        self._presenter.reserve()
        self.page.take_focus(self.change)
