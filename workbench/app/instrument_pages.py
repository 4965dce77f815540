# SPDX-License-Identifier: EUPL-1.2
"""Pages about the instruments themselves. Reached from *Instrument*.

Each presenter is given (view, jobs, session, asks, go, outside); the page's `go` says which.
"""

from collections.abc import Callable, Mapping
from typing import Any

from workbench.ui.blank_form.page import BlankFormPage
from workbench.ui.blank_form.presenter import BlankPresenter, BlankView, in_library
from workbench.ui.check_rule.page import CheckRulePage
from workbench.ui.check_rule.presenter import CheckPresenter
from workbench.ui.confirm_rule.confirming import ConfirmView
from workbench.ui.confirm_rule.page import ConfirmRulePage
from workbench.ui.confirm_rule.presenter import Confirms, GatePresenter
from workbench.ui.instruments.one_page import InstrumentPage
from workbench.ui.instruments.one_presenter import OnePresenter
from workbench.ui.instruments.page import InstrumentsPage
from workbench.ui.instruments.presenter import InstrumentsPresenter
from workbench.ui.kit.page import Page
from workbench.ui.local_table.page import LocalTablePage
from workbench.ui.local_table.presenter import TablePresenter
from workbench.ui.own_forms.page import OwnFormsPage
from workbench.ui.own_forms.presenter import OwnFormsPresenter
from workbench.ui.own_rule.page import OwnRulePage
from workbench.ui.own_rule.presenter import OwnRulePresenter
from workbench.ui.places import PageName
from workbench.ui.practice.list_page import PracticeListPage
from workbench.ui.practice.list_presenter import PracticeListPresenter
from workbench.ui.practice.page import PracticePage
from workbench.ui.practice.presenter import PracticePresenter
from workbench.ui.wording.page import WordingPage
from workbench.ui.wording.presenter import WordingPresenter
from workbench.words import _


def _gate(make: Callable[[ConfirmView], Confirms]) -> ConfirmRulePage:
    """The page of a rule, reached from its instrument."""
    return ConfirmRulePage(make, back=_("Back to the instrument"))


def _blank(make: Callable[[BlankView], BlankPresenter]) -> BlankFormPage:
    """An empty form, reached from its instrument."""
    return BlankFormPage(make, back=_("Back to the instrument"))


INSTRUMENT_PAGES: Mapping[PageName, tuple[Callable[..., Page], Callable[..., Any]]] = {
    "instruments": (InstrumentsPage, InstrumentsPresenter),
    "instrument": (InstrumentPage, OnePresenter),
    "blank-form": (_blank, in_library),
    "rule-gate": (_gate, GatePresenter),
    "wording": (WordingPage, WordingPresenter),
    "own-rule": (OwnRulePage, OwnRulePresenter),
    "check-rule": (CheckRulePage, CheckPresenter),
    "local-table": (LocalTablePage, TablePresenter),
    "own-forms": (OwnFormsPage, OwnFormsPresenter),
    "practice": (PracticeListPage, PracticeListPresenter),
    "practice-case": (PracticePage, PracticePresenter),
}
