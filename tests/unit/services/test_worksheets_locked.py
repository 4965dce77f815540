# SPDX-License-Identifier: EUPL-1.2
"""After the lock nothing more is said in a worksheet, by whichever way it is tried."""

import pytest

from tests.unit.services.offices import SARA
from workbench.domain.worksheets import Citation, Material, SheetPerson, WorksheetHead
from workbench.services.assess import assessing, locking, locks, sheets, worksheets
from workbench.services.assess.locks import AssessmentLockedError
from workbench.services.records import working
from workbench.ui.worksheet_frame import head, specs
from workbench.ui.writing import keeping

SAID = "Inget mer gick att få fram."


@pytest.fixture
def locked(shared_office):
    """A SARA:SV with one code and one citation, ended incomplete."""
    akt = shared_office.akt(shared_office.begin(""))
    made = shared_office.assess(akt, SARA)
    assessing.record_coding(akt, made, "f01", "current", "J")
    worksheets.record_citation(akt, akt.new_record(), Citation(made, "f01", "current", "1", "4"))
    assessing.enter_sitting(akt, made)
    locking.lock(akt, shared_office.desk, made, SAID)
    return shared_office, akt, made


def test_no_code_mark_own_factor_or_citation_is_taken(locked):
    office, akt, made = locked
    on, sheet = (made, office.definition(SARA)), sheets.sheet(akt, office.desk, made)
    (cited,) = sheet.beside.citations
    extra, group = akt.new_record(), office.definition(SARA).table.extra_factor_rows[0]
    for act in (
        lambda: assessing.record_coding(akt, made, "f01", "current", "N"),
        lambda: assessing.record_note(akt, sheet, "f01", "Mer"),
        lambda: assessing.record_source(akt, sheet, "f01", "Mer"),
        lambda: worksheets.record_mark(akt, on, "f01", "provisional", "yes"),
        lambda: worksheets.record_extra(akt, on, extra, group, "Vapen"),
        lambda: worksheets.record_citation(akt, extra, Citation(made, "f01", "current", "2")),
        lambda: worksheets.drop_citation(akt, cited),
        lambda: assessing.enter_sitting(akt, made),
    ):
        with pytest.raises(AssessmentLockedError) as caught:
            act()
        assert caught.value.code == "ASSESS-001"
    assert sheets.sheet(akt, office.desk, made) == sheet
    assert sheet.locked_at == locks.lock_of(akt, made).recorded_at
    assert working.unentered(akt) == ()


@pytest.mark.parametrize("of", [Material, SheetPerson, WorksheetHead], ids=lambda of: of.__name__)
def test_no_source_person_or_assignment_is_entered_and_what_was_typed_stays(locked, of):
    office, akt, made = locked
    definition = office.definition(SARA)
    spec, values = {
        Material: (specs.source_spec(made), {"number": "2", "what": "Polisanmälan"}),
        SheetPerson: (
            specs.person_spec(made, definition, frozenset),
            {"part": "victim", "name": "Karin"},
        ),
        WorksheetHead: (head.head_spec(made, definition), {"question": "Var kan hon bo?"}),
    }[of]
    opened = keeping.lay_open(akt, spec, akt.new_record(), {"assessment": made})
    keeping.keep(akt, spec.kind, opened, values)
    with pytest.raises(AssessmentLockedError):
        keeping.enter(akt, spec, opened, {**opened.vm.values, **values})
    assert akt.all(of) == ()
    kept = working.fields_of(akt, spec.kind, opened.vm.record)
    assert values.items() <= kept.items()
