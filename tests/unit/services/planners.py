# SPDX-License-Identifier: EUPL-1.2
"""Akter, plans and refusals, for the tests of plans."""

import pytest

from workbench.domain.errors import WorkbenchError
from workbench.domain.plans import SafetyPlan
from workbench.domain.subject import Subject
from workbench.services.akter.cases import NewCase
from workbench.services.loop import planning
from workbench.services.loop.plan_library import read_library

LIBRARY = read_library("sv")
POINTS = tuple(point for section in LIBRARY.sections for point in section.points)
TODAY = "2026-11-22"


def begin(office, role="exposed", name=""):
    """A new akt, about somebody in this role."""
    return office.session.begin(NewCase(Subject(name, role=role)))


def refused(act, *given_to):
    """The code with which it is refused."""
    with pytest.raises(WorkbenchError) as caught:
        act(*given_to)
    return caught.value.code


def asked(akt, on_paper="", **more):
    """A plan whose person has asked for paper."""
    plan = SafetyPlan("Jag ringer Sam", paper="asked-for", on_paper=on_paper, **more)
    return planning.enter_safety_plan(akt, plan)
