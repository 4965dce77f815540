# SPDX-License-Identifier: EUPL-1.2
"""The register of training and licences warns, and stops nothing."""

import pytest

from tests.unit.services.offices import DA, Office
from workbench.domain.rights import Training
from workbench.services.assess import assessing, training
from workbench.services.house import settings
from workbench.services.house.settings import NotAllowedError


def test_it_warns_until_noted_and_again_when_its_time_has_gone(office: Office):
    definition, me = office.definition(DA), office.desk.vault.signer.user
    assert training.warning(office.desk, definition) == "untrained"
    last = office.desk.clock.today().isoformat()
    noted = Training(me, definition.id, definition.version, "2025-01-01", last)
    training.note_training(office.desk, noted)
    assert training.warning(office.desk, definition) == ""
    office.place.clock.step(hours=48)
    assert training.warning(office.desk, definition) == "ended"
    akt = office.akt(office.begin())
    assessing.record_answer(akt, office.assess(akt), "q01", "yes")  # nothing is stopped
    (kept,) = training.trained_in(office.desk, definition)
    training.withdraw_training(office.desk, kept, "fel person")
    assert training.warning(office.desk, definition) == "untrained"


def test_another_version_or_person_counts_for_nothing(office: Office):
    definition, me = office.definition(DA), office.desk.vault.signer.user
    for user, version in ((me, "1999"), ("b" * 64, definition.version)):
        noted = Training(user, definition.id, version, "2025-01-01")
        training.note_training(office.desk, noted)
    assert training.warning(office.desk, definition) == "untrained"


def test_only_a_method_owner_notes_it(office: Office, monkeypatch):
    monkeypatch.setattr(settings, "roles_of", lambda _desk: ("practitioner",))
    noted = Training("b" * 64, DA, "1", "2025-01-01")
    with pytest.raises(NotAllowedError):
        training.note_training(office.desk, noted)
