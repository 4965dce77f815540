# SPDX-License-Identifier: EUPL-1.2
"""Every place about instruments has its page, under the rail's own entry."""

from workbench.app.instrument_pages import INSTRUMENT_PAGES
from workbench.app.pages import _under, key_of, place_of
from workbench.domain.ids import RecordId
from workbench.ui.places import Place


def test_a_place_with_an_instrument_is_found_again_by_its_key():
    for page in INSTRUMENT_PAGES:
        place = Place(page, record=RecordId("hark@2007/score"))
        assert place_of(key_of(place)) == place
        assert _under(page) == "instruments"


def test_every_way_from_an_instrument_leads_to_a_page():
    assert set(INSTRUMENT_PAGES) >= {
        "instruments", "instrument", "rule-gate", "wording", "own-rule", "check-rule"
    }  # fmt: skip
