# SPDX-License-Identifier: EUPL-1.2
"""The interpreter, on screen: what is needed, who is refused, then each talk."""

from workbench.domain.interpreters import DEVIATIONS
from workbench.ui.about_person.blocks import Blocks, Versions
from workbench.ui.about_person.interpreter_presenter import InterpreterPresenter, InterpreterVm
from workbench.ui.about_person.interpreter_specs import need_fields, talk_fields
from workbench.ui.about_person.presenter import Around
from workbench.ui.about_person.section import RowsSection
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import row
from workbench.ui.kit.labels import Label
from workbench.ui.kit.page import Page
from workbench.ui.writing.panel import WritingPanel
from workbench.ui.writing.spec import WritingVm
from workbench.words import _


class _TalkPanel(WritingPanel):
    """Asks why only where it was a relative or a child."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, _("Interpreted talk"), talk_fields(), closes=True)
        self.form.typed.connect(self._chosen)

    def show_writing(self, vm: WritingVm) -> None:
        super().show_writing(vm)
        self._chosen("by", vm.values.get("by", ""))

    def _chosen(self, name: str, text: str) -> None:
        if name == "by":
            self.form.show_field("deviation", shown=text in DEVIATIONS)


class InterpreterSection(RowsSection):
    """An `InterpreterView`."""

    def __init__(self, page: Page, around: Around) -> None:
        super().__init__(page, "interpreter", _("Interpreter"))
        self._told_before, self._refused = Label(), Label()
        refusing = _("Interpreters whom the person refuses stand on the list under it.")
        self.need = WritingPanel(page, _("What the person needs and wishes"), need_fields())
        self._history = Versions()
        self.add_button = Button(
            _("Note an interpreted talk"), "secondary", icon="add", name="add-interpreted"
        )
        self.row = _TalkPanel(page)
        self.row.hide()
        self._talks = Blocks()
        self.put(self._told_before, self._refused, Label(refusing, "soft"), self.need)
        self.put(self._history)
        self.put_layout(row(self.add_button))
        self.put(self.row, self._talks)
        presenter = InterpreterPresenter(self, around)
        self.need.serve(presenter.need)
        self.serve_rows(presenter, self._talks)

    def show_interpreter(self, vm: InterpreterVm) -> None:
        self._told_before.setText(_("Said at arrival: {what}").format(what=vm.said_at_arrival))
        self._told_before.setVisible(bool(vm.said_at_arrival))
        self._refused.setText("\n".join(vm.refused))
        self._refused.setVisible(bool(vm.refused))
        self._history.show_versions(vm.versions)
        self._talks.show_records(vm.talks)
        self.page.order_tab()
