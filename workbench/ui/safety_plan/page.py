# SPDX-License-Identifier: EUPL-1.2
"""The person's own plan on screen."""

from collections.abc import Callable

from workbench.ui.plan_items.plan_page import PlanPage, PlanWords
from workbench.ui.safety_plan.presenter import SafetyPlanPresenter, SafetyPlanView, fields
from workbench.words import _


class SafetyPlanPage(PlanPage):
    """A `SafetyPlanView`."""

    def __init__(self, make: Callable[[SafetyPlanView], SafetyPlanPresenter]) -> None:
        words = PlanWords(
            title=_("Safety plan"),
            caption=_("The person's own plan"),
            heading=_("Own words first"),
            owner="person",
            fields=fields(),
        )
        super().__init__(words, make)
