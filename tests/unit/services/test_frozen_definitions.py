# SPDX-License-Identifier: EUPL-1.2
"""An assessment is read under the very definition it was begun with, or refused: LOOP-005."""

import shutil
from dataclasses import replace

import pytest

from tests.unit.services.offices import DA, appraise, enter_judgement
from workbench.app.paper import assessment_pdf
from workbench.domain.assessments import Answer
from workbench.instruments.catalogue import LIBRARY, Catalogue
from workbench.instruments.loader import load
from workbench.services.akter.session import Session
from workbench.services.assess import assessing, results, sheets
from workbench.services.assess.sheets import DefinitionChangedError
from workbench.services.handing_over.receiver_view import View, shared_record

PLACE = "danger-assessment/weighted-20"


def _edited(tmp_path):
    """The same id and version, one comment more: another file."""
    folder = tmp_path / "library" / PLACE
    shutil.copytree(LIBRARY / PLACE, folder)
    file = folder / "instrument.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n# edited\n", encoding="utf-8")
    return load(file, published={}).definition


def test_nothing_is_computed_shown_printed_or_sent_under_another_definition(office, tmp_path):
    case = office.begin()
    akt = office.akt(case)
    appraise(akt)
    made = office.assess(akt)
    office.answer_all(akt, made)
    assessing.enter_sitting(akt, made)
    results.keep_results(akt, office.desk, made)
    judged = enter_judgement(akt, made)
    entered = len(akt.all(Answer))
    office.session.put_away()

    changed = Catalogue((_edited(tmp_path),))
    assert changed.find(DA).sha256 != office.definition(DA).sha256
    session = Session(replace(office.desk, catalogue=changed))
    akt, desk = session.akt(case), session.desk
    for act in (
        lambda: sheets.sheet(akt, desk, made),
        lambda: results.outcome(akt, desk, made),
        lambda: results.keep_results(akt, desk, made),
        lambda: assessment_pdf(akt, desk, judged, "sv"),
    ):
        with pytest.raises(DefinitionChangedError) as caught:
            act()
        assert caught.value.code == "LOOP-005"
    sent = shared_record(akt, desk, View("update", "", ""), "")
    assert not [
        part for part in sent.parts if part.kind == "answer"
    ]  # nobody can say what was asked
    assert len(akt.all(Answer)) == entered  # the answers are kept as they are
    session.put_away()
