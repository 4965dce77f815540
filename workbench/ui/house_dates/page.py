# SPDX-License-Identifier: EUPL-1.2
"""The dates of the organisation on screen: late, coming, settled, and one that begins."""

from collections.abc import Callable, Mapping

from workbench.services.law import deadline_rules
from workbench.services.loop import house_dates
from workbench.ui.follow_up.page import FollowUpPage
from workbench.ui.follow_up.presenter import FollowUpPresenter, FollowUpView, Part
from workbench.ui.follow_up.telling import FollowUpVm
from workbench.ui.house_dates.specs import deadline_fields, own_date_fields, own_settle_fields
from workbench.ui.kit.buttons import Button
from workbench.ui.kit.cards import EmptyBlock
from workbench.ui.writing.fields import FieldVm
from workbench.words import _


class HouseDatesPage(FollowUpPage):
    """A `FollowUpView` over the organisation akt."""

    def __init__(self, make: Callable[[FollowUpView], FollowUpPresenter]) -> None:
        super().__init__(make, title=_("The organisation's dates"), back=_("Organisation"))

    def caption_of(self, _vm: FollowUpVm) -> str:
        return _("What the organisation itself must do by a day.")

    def parts(self) -> Mapping[Part, tuple[str, tuple[FieldVm, ...]]]:
        rules = house_dates.rules_of(deadline_rules.rules())
        return {
            "settle": (_("What became of it?"), own_settle_fields()),
            "date": (_("New date"), own_date_fields()),
            "deadline": (_("New deadline"), deadline_fields(rules)),
        }

    def adding(self) -> tuple[Button, ...]:
        self.add_deadline = Button(_("New deadline"), "primary", icon="add", name="add-deadline")
        self.add_own = Button(_("New date"), icon="add", name="add-date")
        self.add_deadline.clicked.connect(self._add_deadline)
        self.add_own.clicked.connect(self._add_own)
        return self.add_deadline, self.add_own

    def nothing_waits(self) -> EmptyBlock:
        words = _("Begin one when something has happened that the law gives you a time for, "
                  "or write a date of your own.")  # fmt: skip
        return EmptyBlock("check", _("No date waits"), words)

    def _add_deadline(self) -> None:
        self.begin("deadline")

    def _add_own(self) -> None:
        self.begin("date")
