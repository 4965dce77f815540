# SPDX-License-Identifier: EUPL-1.2
"""Own forms: the editor, and the list of those in use."""

from PySide6.QtWidgets import QWidget

from tests.shots.pages import in_window
from tests.support.asking import Assessed
from tests.support.desk import Answers
from workbench.instruments.own_form_drafts import FormDraft, FormLine
from workbench.services.assess import own_forms
from workbench.ui.own_forms.page import OwnFormsPage
from workbench.ui.own_forms.presenter import OwnFormsPresenter

FORM = FormDraft(
    "Hemmet och vägen dit",
    "Alex Nattpass",
    "2026-11-22",
    (
        FormLine("section", "Hemma"),
        FormLine("choice", "Är låset bytt?", ("Ja", "Nej", "Vet inte")),
        FormLine("text", "Vad behövs mer?", (), "Nej"),
    ),
)

SHEET = FormDraft(
    "Barnen i huset",
    "Alex Nattpass",
    "2026-11-22",
    (
        FormLine("section", "Barnet"),
        FormLine("factor", "Barnet är med när det händer"),
        FormLine("level", "Allvar utan åtgärder", ("Låg", "Medel", "Hög")),
    ),
    "worksheet",
    ("Nu", "Tidigare"),
)


def _page(made: Assessed) -> QWidget:
    bench = made.bench
    return in_window(
        OwnFormsPage(
            lambda view: OwnFormsPresenter(
                view, bench.jobs, bench.session, Answers(), bench.go, None
            )
        )
    )


def _editor() -> QWidget:
    made = Assessed()
    begun = own_forms.begin(made.desk)
    own_forms.keep(made.desk, begun.record, FORM)
    return _page(made)


def _worksheet() -> QWidget:
    made = Assessed()
    begun = own_forms.begin(made.desk, shape="worksheet")
    own_forms.keep(made.desk, begun.record, SHEET)
    return _page(made)


def _in_use() -> QWidget:
    made = Assessed()
    begun = own_forms.begin(made.desk)
    own_forms.keep(made.desk, begun.record, FORM)
    own_forms.take_into_use(made.desk, begun.record)
    first = own_forms.forms(made.desk)[0].record
    again = own_forms.begin_again(made.desk, first)
    own_forms.take_into_use(made.desk, again.record)
    own_forms.withdraw(made.desk, first)
    return _page(made)


PAGES = (
    ("own-form-editor", _editor),
    ("own-worksheet-editor", _worksheet),
    ("own-forms-in-use", _in_use),
)
