# SPDX-License-Identifier: EUPL-1.2
"""What assistive technology finds on every page about the house: names, roles, values, Tab."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.support.real_program import RealProgram, found, running
from tests.ui.walk import controls, interfaces, nameless, reached_by_tab
from tests.unit.services.offices import Office
from tests.vault.making import CHEAP, PASSPHRASE
from workbench.app.house_pages import HOUSE_PAGES
from workbench.app.opening import open_session
from workbench.services.house import access
from workbench.ui.kit.choices import ChoiceButton
from workbench.ui.places import PageName, Place

OF_AN_AKT: tuple[PageName, ...] = ("case-access", "case-erasing")
EVERY = pytest.mark.parametrize("name", [*HOUSE_PAGES, *OF_AN_AKT])
WITHOUT_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)
NARROW, WIDE = 683, 1366


@pytest.fixture(scope="module")
def program(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealProgram]:
    """With a colleague, so that everything that needs one is there."""
    office, case = found(tmp_path_factory.mktemp("house") / "at")
    _let_in(office)
    with running(qapp, office, case) as program:
        program.unlock()
        yield program


def _let_in(office: Office) -> None:
    session = open_session(office.place.folder, 1, PASSPHRASE, office.place.around)
    roles = ("practitioner",)
    made = access.NewColleague(
        "Vera Vakt", "", 2, "kanot mossa tisdag pärla norrsken", roles, CHEAP
    )
    access.add_colleague(session.desk, made)
    session.close()


def page_of(program: RealProgram, name: PageName) -> QWidget:
    case = program.case if name in OF_AN_AKT else None
    page = program.open(Place(name, case))
    if name == "case-erasing":
        page.go("whole")  # type: ignore[attr-defined]  the longest of its forms
    QApplication.processEvents()
    return page


@EVERY
def test_every_control_is_in_the_accessible_tree_with_name_role_and_value(
    program: RealProgram, name: PageName
) -> None:
    page = page_of(program, name)
    told = {at.object(): at for at in interfaces(program.shell) if at.object() is not None}
    assert nameless(page) == []
    for control in controls(page):
        at = told.get(control)
        assert at is not None, f"{control.objectName()} is not in the tree"
        assert at.role() not in WITHOUT_ROLE, control.objectName()
        assert at.text(QAccessible.Text.Name), control.objectName()
    _check_values(page, told)


def _check_values(page: QWidget, told: dict) -> None:
    shown = [widget for widget in page.findChildren(QWidget) if widget.isVisible()]
    for at in shown:
        if isinstance(at, QLineEdit) and at.echoMode() == QLineEdit.EchoMode.Normal:
            assert told[at].text(QAccessible.Text.Value) == at.text(), at.objectName()
        elif isinstance(at, QPlainTextEdit):
            assert told[at].textInterface() is not None, at.objectName()
        elif isinstance(at, QAbstractButton) and at.isCheckable():
            assert bool(told[at].state().checked) == at.isChecked(), at.objectName()


@EVERY
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_control_is_reached_by_tab_in_reading_order_and_nothing_is_wider(
    program: RealProgram, name: PageName, width: int
) -> None:
    program.shell.resize(width, 768 * width // WIDE)
    page = page_of(program, name)
    stops = reached_by_tab(page)
    missed = [c.objectName() for c in controls(page) if c not in stops and _takes_tab(c)]
    assert missed == []
    for one, other in pairwise(stops):
        assert _reads_on(page, one, other), (one.objectName(), other.objectName())
    for label in page.findChildren(QLabel):
        if label.isVisible():
            right = label.mapTo(page, QPoint(label.width(), 0)).x()
            assert right <= page.width(), label.text()


def _takes_tab(control: QWidget) -> bool:
    """A group of choices is one stop."""
    if isinstance(control, ChoiceButton):
        return False
    return bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus) and control.focusProxy() is None


def _reads_on(page: QWidget, one: QWidget, other: QWidget) -> bool:
    """The next stop stands lower, or on the same line to the right."""
    here, there = (w.mapTo(page, QPoint(0, 0)) for w in (one, other))
    is_beside = abs(here.y() - there.y()) < max(one.height(), other.height())
    return there.y() > here.y() or (is_beside and there.x() > here.x())
