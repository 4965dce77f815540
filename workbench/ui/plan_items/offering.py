# SPDX-License-Identifier: EUPL-1.2
"""What the library offers to one plan, in words: sections, points, marks, what they answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.domain.ids import RecordId
from workbench.domain.plans import PlanOwner
from workbench.services.loop import plan_offers
from workbench.services.loop.plan_library import Library
from workbench.services.loop.plan_offers import Offer
from workbench.services.records.akt import Akt
from workbench.ui.plan_items.points import CARRY_ICONS, scenario_words
from workbench.ui.writing import vocabulary
from workbench.words import _


@dataclass(frozen=True, slots=True)
class SuggestionVm:
    """One point of the library. `is_chosen`: a point of the plan came from it.

    `answers` says which scenarios it is worth a thought for.
    """

    id: str
    text: str
    carry: str
    icon: str
    is_chosen: bool
    answers: str = ""


@dataclass(frozen=True, slots=True)
class SuggestionsVm:
    """One section of the library, and what is read before anything of it is chosen."""

    title: str
    notices: tuple[str, ...]
    items: tuple[SuggestionVm, ...]


def suggestions(
    akt: Akt, library: Library, owner: PlanOwner, numbers: Mapping[RecordId, int]
) -> tuple[SuggestionsVm, ...]:
    """Section by section, as `plan_offers` offers them."""
    return tuple(
        SuggestionsVm(
            each.section.title,
            each.section.notices,
            tuple(_suggestion(offer, numbers) for offer in each.offers),
        )
        for each in plan_offers.offered(akt, library, owner)
    )


def _suggestion(offer: Offer, numbers: Mapping[RecordId, int]) -> SuggestionVm:
    answers = scenario_words(offer.scenarios, numbers)
    return SuggestionVm(
        offer.point.id,
        offer.point.text,
        vocabulary.carries()[offer.point.carry],
        CARRY_ICONS[offer.point.carry],
        offer.is_chosen,
        _("Worth a thought for {which}").format(which=answers) if answers else "",
    )
