# SPDX-License-Identifier: EUPL-1.2
"""Offices for the services' tests."""

import pytest

from tests.unit.services.offices import Office


@pytest.fixture
def office(tmp_path):
    made = Office(tmp_path / "office")
    yield made
    made.session.close()


@pytest.fixture(scope="module")
def shared_office(tmp_path_factory):
    """One for many examples, each in an akt of its own."""
    made = Office(tmp_path_factory.mktemp("shared") / "office")
    yield made
    made.session.close()


@pytest.fixture
def other(tmp_path):
    """Somewhere that things are sent to."""
    made = Office(tmp_path / "other", "Exempelkommun")
    yield made
    made.session.close()
