# SPDX-License-Identifier: EUPL-1.2
"""The organisation's plan on screen."""

from collections.abc import Callable

from workbench.ui.plan_items.plan_page import PlanPage, PlanWords
from workbench.ui.protection_plan.presenter import (
    ProtectionPlanPresenter,
    ProtectionPlanView,
    fields,
)
from workbench.words import _


class ProtectionPlanPage(PlanPage):
    """A `ProtectionPlanView`."""

    def __init__(self, make: Callable[[ProtectionPlanView], ProtectionPlanPresenter]) -> None:
        words = PlanWords(
            title=_("Protection plan"),
            caption=_("What we do. The person never carries it."),
            heading=_("The plan"),
            owner="organisation",
            fields=fields(),
        )
        super().__init__(words, make)
