# SPDX-License-Identifier: EUPL-1.2
"""Whoever leaves the computer while a backup is opened by its codes: the work ends by itself."""

import pytest

from workbench.app.forgotten import Forgotten
from workbench.domain.errors import Cancelled
from workbench.services.jobs import InlineJobs, Pulse


@pytest.mark.parametrize("is_left", [False, True])
def test_what_is_opened_by_codes_ends_when_the_page_is_left(is_left):
    def opened(_codes: tuple[str, ...], _why: str, pulse: Pulse):
        if is_left:
            way._leave()
        pulse()
        raise LookupError("it went on")

    way = Forgotten(InlineJobs(), opened, kind=lambda: "one", vault=lambda: "")
    with pytest.raises(Cancelled if is_left else LookupError):
        way._open(["en kod"], "")
    with pytest.raises(Cancelled if is_left else LookupError):  # and the next is not ended by it
        way._open(["en kod"], "")
