# SPDX-License-Identifier: EUPL-1.2
"""Settings are entries: the newest holds, within its limits, and only administrators enter them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.services.offices import Office
from workbench.domain.access import Setting
from workbench.services.house import settings
from workbench.services.house.settings import IDLE, NotAllowedError, SettingOutsideError
from workbench.services.records.akt import Draft


def test_until_something_is_set_the_usual_holds(office: Office):
    assert [settings.number(office.desk.house, each) for each in settings.NUMBERS] == [5, 20, 30]


def test_the_newest_holds_after_a_lock_too(office: Office):
    settings.set_number(office.desk, IDLE, 12)
    settings.set_number(office.desk, IDLE, 7)
    office.relock()
    assert settings.number(office.desk.house, IDLE) == 7
    assert len(office.desk.house.all(Setting)) == 1


@pytest.mark.parametrize("value", [1, 31, -5])
def test_a_value_outside_is_refused(office: Office, value):
    with pytest.raises(SettingOutsideError):
        settings.set_number(office.desk, IDLE, value)
    assert settings.number(office.desk.house, IDLE) == 5


@pytest.mark.parametrize("value", ["0", "600", "fem", "", "9" * 400, "-3", "٣"])
def test_a_value_that_came_in_otherwise_is_not_believed(office: Office, value):
    office.desk.house.enter(Draft(Setting(IDLE.name, value)))
    assert settings.number(office.desk.house, IDLE) == 5


def test_whoever_is_no_administrator_changes_nothing(office: Office, monkeypatch):
    monkeypatch.setattr(settings, "roles_of", lambda _desk: ("practitioner",))
    with pytest.raises(NotAllowedError):
        settings.set_number(office.desk, IDLE, 7)


@given(st.text())
def test_whatever_is_typed_is_a_number_within_the_limits_or_none(text):
    found = IDLE.read(text)
    assert found is None or IDLE.least <= found <= IDLE.most
