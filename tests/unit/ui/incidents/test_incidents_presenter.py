# SPDX-License-Identifier: EUPL-1.2
"""The violence calendar, decided without a window."""

import pytest

from tests.support.desk import Answers, Bench
from tests.support.writing_views import KeptWriting
from workbench.domain.incidents import INCIDENT_KINDS, Incident
from workbench.ui.incidents.presenter import IncidentsPresenter, IncidentsVm
from workbench.ui.incidents.specs import fields
from workbench.ui.writing import vocabulary

WHOLE = {"day": "20260812", "kind": "physical", "what": "Knuffad", "severity": "4"}


class Kept:
    def __init__(self) -> None:
        self.incident = KeptWriting()
        self.vm: IncidentsVm | None = None
        self.heading = ""

    def show_incidents(self, vm: IncidentsVm) -> None:
        self.vm = vm

    def show_new_incident(self) -> None:
        self.heading = "new"

    def show_correction(self, heading: str) -> None:
        self.heading = heading

    def show_problem(self, error: Exception) -> None:
        raise error


@pytest.fixture
def opened():
    bench = Bench()
    case = bench.begin()
    view = Kept()
    presenter = IncidentsPresenter(view, bench.open_case(case), Answers(), bench.go)
    presenter.open()
    return bench, case, view, presenter


def _type(presenter: IncidentsPresenter, values) -> None:
    for name, text in values.items():
        presenter.incident.typed(name, text)


def test_an_incident_is_entered_with_its_day_in_one_spelling(opened) -> None:
    bench, case, _view, presenter = opened
    _type(presenter, WHOLE)
    presenter.incident.enter()
    assert bench.akt(case).all(Incident)[0].value == Incident(
        "2026-08-12", "physical", 4, "Knuffad"
    )


@pytest.mark.parametrize("left_out", sorted(WHOLE))
def test_what_is_missing_is_named_and_nothing_is_entered(opened, left_out) -> None:
    bench, case, view, presenter = opened
    _type(presenter, {k: v for k, v in WHOLE.items() if k != left_out})
    presenter.incident.enter()
    assert view.incident.missing.field == left_out
    assert bench.akt(case).all(Incident) == ()


def test_the_newest_day_stands_first_whenever_it_was_entered(opened) -> None:
    _bench, _case, view, presenter = opened
    for day in ("2026-05-09", "2026-10-30", "2026-08-12"):
        _type(presenter, WHOLE | {"day": day})
        presenter.incident.enter()
    assert [each.heading[:10] for each in view.vm.incidents] == [
        "2026-10-30",
        "2026-08-12",
        "2026-05-09",
    ]


def test_a_correction_begins_with_every_field_as_it_stands(opened) -> None:
    _bench, _case, view, presenter = opened
    _type(presenter, WHOLE | {"children_noticed": "yes", "source": "Kim", "evidence": "bilder"})
    presenter.incident.enter()
    presenter.correct(view.vm.incidents[0].record)
    shown = {name: text for name, text in view.incident.values.items() if text}
    assert shown == WHOLE | {
        "day": "2026-08-12",
        "children_noticed": "yes",
        "source": "Kim",
        "evidence": "bilder",
    }


def test_every_kind_of_the_domain_can_be_chosen_and_has_words() -> None:
    kinds = next(field for field in fields() if field.name == "kind")
    assert tuple(option.code for option in kinds.options) == INCIDENT_KINDS
    assert all(vocabulary.incident_kinds().values())


def test_a_severity_key_is_the_severity_it_picks() -> None:
    severity = next(field for field in fields() if field.name == "severity")
    assert [(o.key, o.code) for o in severity.options] == [(str(n), str(n)) for n in range(1, 6)]
